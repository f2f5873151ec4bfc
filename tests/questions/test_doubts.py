"""Where a gate speaks and where it does not: one sentence beside another."""

import pytest

from briefquiz import facts
from briefquiz.nlp import Parsers
from briefquiz.questions.drafting.agreement import worded
from tests.questions.drafts import by_rule, candidates
from tests.readings import brief_of


def test_the_title_may_give_an_actor_away(parsers: Parsers) -> None:
    text = "The Ministry of Works opened the Tamar dam."
    told = by_rule(parsers, "actors/body", text, title="What the Ministry of Works did")
    untold = by_rule(parsers, "actors/body", text, title="What the mayor did")
    assert [any("title" in doubt for doubt in c.doubts) for c in (told, untold)] == [True, False]


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("Why the US left the dam", True),
        ("U.S. leaves a dam", True),
        ("What the dam did to us", False),
    ],
)
def test_a_title_may_name_a_country_by_its_letters(
    title: str, told: bool, parsers: Parsers
) -> None:
    text = "The United States closed the Tamar dam of Ostia in 2014."
    found = by_rule(parsers, "actors/country", text, title=title)
    assert any("title" in doubt for doubt in found.doubts) is told


@pytest.mark.parametrize(
    ("sentence", "converted"),
    [
        ("In 1950, Verra sold its dam for $3 million ([[$40 million]] today).", True),
        ("In 1950, Verra sold its dam for [[$40 million]] in today’s money.", True),
        ("The fund of Verra holds [[$40 million]] today.", False),
    ],
)
def test_the_money_of_another_year(sentence: str, converted: bool, parsers: Parsers) -> None:
    plain = sentence.replace("[[", "").replace("]]", "")
    found = [c for c in candidates(parsers, plain) if c.answer == "$40 million"]
    assert found
    for candidate in found:
        assert any("another year" in doubt for doubt in candidate.doubts) is converted


def test_the_title_may_give_a_cause_away(parsers: Parsers) -> None:
    text = "The drought in Kest has brought about a sharp rise in prices."
    told = by_rule(parsers, "causes/subject", text, title="Drought in Kest")
    untold = by_rule(parsers, "causes/subject", text, title="Prices rise")
    assert [any("title" in doubt for doubt in c.doubts) for c in (told, untold)] == [True, False]


def test_the_title_may_give_a_figure_away(parsers: Parsers) -> None:
    text = "The Ministry of Works paid €40 million for the Tamar dam."
    told = by_rule(parsers, "numbers/how-much", text, title="The 40 million dam")
    untold = by_rule(parsers, "numbers/how-much", text, title="The 30 million dam")
    assert [any("title" in doubt for doubt in c.doubts) for c in (told, untold)] == [True, False]


@pytest.mark.parametrize(
    ("sentence", "title", "doubted"),
    [
        ("The Harbour Bank lent 400 ships to farmers in 2014.", "A bank of farmers", True),
        ("The Harbour Bank lent 400 ships to farmers in 2014.", "A bank of France", False),
        ("The Harbour Bank lent 400 ships to farmers of France in 2014.", "A bank", False),
        ("In 2014, Congress lent 400 ships to farmers.", "A bank of farmers", False),
    ],
)
def test_somewhere(sentence: str, title: str, doubted: bool, parsers: Parsers) -> None:
    text = f"{sentence} Ships left France."
    rule = "numbers/how-many-object"
    found = [c for c in candidates(parsers, text, title=title) if c.rule == rule]
    assert found
    for candidate in found:
        assert any("no place" in doubt for doubt in candidate.doubts) is doubted


@pytest.mark.parametrize(
    ("sentence", "crowded"),
    [
        ("Ostia has [[400]] ships and nine ports in 12 towns.", True),
        ("Ostia has [[400]] ships and nine ports.", False),
        ("Ostia has had [[400]] ships since 2 May 2014.", False),  # a date is no figure
        ("Ostia has [[400]] ships and one port for three years.", False),
    ],
)
def test_a_crowd_of_figures(sentence: str, crowded: bool, parsers: Parsers) -> None:
    text = sentence.replace("[[", "").replace("]]", "")
    found = [
        candidate
        for candidate in candidates(parsers, text, published="2019-01-21")
        if candidate.rule == "numbers/cloze-sentence" and candidate.answer == "400"
    ]
    assert len(found) == 1
    assert any("among many" in doubt for doubt in found[0].doubts) is crowded


@pytest.mark.parametrize(
    ("sentence", "rule", "words", "doubted"),
    [
        ("Since 2014, Ostia has banned the Tamar ships.", "dates/inversion", "since when", False),
        ("Since 2014, Ostia has adopted a Tamar law.", "dates/inversion", "since when", True),
        ("Ostia paid $300 million for the Tamar dam.", "numbers/how-much", "a small sum", False),
        ("Ostia paid $30 million for the Tamar dam.", "numbers/how-much", "a small sum", True),
        ("In 2014, Verra sold 14,200 cranes to Ostia.", "numbers/how-many-object", "last digit",
         False),
        ("Anna Reyes said that 40% of Ostia's ports were safe.", "actors/person", "who said so",
         False),
        ("In 2014, Ostia opened a farm of 60 MW near Tamar.", "numbers/cloze-sentence",
         "only the size", False),
    ],
)  # fmt: skip
def test_doubted_or_not(
    sentence: str, rule: str, words: str, doubted: bool, parsers: Parsers
) -> None:
    found = [c for c in candidates(parsers, sentence) if c.rule == rule]
    assert found
    for candidate in found:
        assert any(words in doubt for doubt in candidate.doubts) is doubted


def test_the_day_is_exact_the_month_of_a_day_is_not(parsers: Parsers) -> None:
    ahead = ["Ostia lies by the sea.", "Ostia has a port."]
    found = candidates(parsers, *ahead, "Ostia closed the Tamar dam on 5 March 2014.")
    exact = {c.rule for c in found if any("an exact" in doubt for doubt in c.doubts)}
    assert "dates/inversion" in exact
    assert "dates/to-the-month" not in exact


def test_an_exact_day_is_worth_learning_in_the_lead_only(parsers: Parsers) -> None:
    text = "Ostia closed the Tamar dam on 5 March 2014."
    rule, ahead = "dates/inversion", ["Ostia lies by the sea.", "Ostia has a port."]
    lead, (later,) = (
        by_rule(parsers, rule, text),
        [c for c in candidates(parsers, *ahead, text) if c.rule == rule],
    )
    assert [any("exact day" in d for d in c.doubts) for c in (lead, later)] == [False, True]
    assert lead.answer == "5 March 2014"


def test_a_day_is_asked_to_the_month_too(parsers: Parsers) -> None:
    found = by_rule(parsers, "dates/to-the-month", "Ostia closed the Tamar dam on 5 March 2014.")
    assert found.prompt == "In which month and year did Ostia close the Tamar dam?"
    assert (found.answer, found.explain) == ("March 2014", "The brief gives the day: 5 March 2014.")


@pytest.mark.parametrize(("published", "rule"), [
    ("2019-01", "dates/cloze-sentence"),  # the date of the brief stands beside the question
    ("2019-01", "dates/inversion"),
    ("", "dates/inversion"),  # nobody knows the year
])  # fmt: skip
def test_a_day_without_a_year(published: str, rule: str, parsers: Parsers) -> None:
    brief = brief_of("Ostia signed the Harbour Treaty on 9 January.", published=published)
    for parsed in parsers.both(brief):
        (found,) = (c for c in worded(facts.extract(parsed), parsed) if c.rule == rule)
        assert not any("no year" in doubt for doubt in found.doubts)
        assert ("(The brief is dated January 2019.)" in found.prompt) is (bool(published))
