"""From chosen wordings to questions: forms, options, ids, what they know, and tables of several."""

import re
from dataclasses import replace

import pytest

from briefquiz.facts import extract
from briefquiz.facts.dates import DateFact
from briefquiz.facts.numbers import NumberFact
from briefquiz.nlp import Parsers
from briefquiz.questions import Question, check, drafting
from briefquiz.questions.choice import ChoiceQuestion
from briefquiz.questions.cloze import ClozeQuestion
from briefquiz.questions.drafting.choosing import choose
from briefquiz.questions.drafting.composing import Known, compose, knows, wanted_id, with_unique_ids
from briefquiz.questions.drafting.tables import deeds_of_actors, events_in_order
from briefquiz.questions.match import MatchQuestion
from briefquiz.questions.number import NumberQuestion
from briefquiz.questions.open import OpenQuestion
from briefquiz.questions.order import OrderQuestion
from briefquiz.questions.short import ShortQuestion
from briefquiz.questions.true_false import TrueFalseQuestion
from tests.questions.drafts import by_rule, candidates
from tests.readings import brief_of, read


def known(parsers: Parsers, *paragraphs: str) -> Known:
    found = extract(read(parsers, *paragraphs)[0])
    return Known(
        tuple(fact for fact in found if isinstance(fact, DateFact)),
        tuple(fact for fact in found if isinstance(fact, NumberFact)),
        "",
    )


def composed(parsers: Parsers, rule: str, sentence: str) -> Question:
    return compose(by_rule(parsers, rule, sentence), known(parsers, sentence))


def test_a_date_is_a_choice_sorted(parsers: Parsers) -> None:
    question = composed(parsers, "dates/inversion", "Ostia closed its last mine in 2014.")
    assert isinstance(question, ChoiceQuestion)
    assert (question.answer, len(question.distractors), question.order) == ("2014", 3, "sorted")


@pytest.mark.parametrize(
    ("rule", "sentence", "answer"),
    [
        ("dates/inversion", "Ostia closed the Tamar dam in the spring of 2012.",
         "the spring of 2012"),
        ("actors/person", "Anna Reyes signed the Harbour Act.", "Anna Reyes"),
    ],
)  # fmt: skip
def test_what_takes_no_options_is_short(
    rule: str, sentence: str, answer: str, parsers: Parsers
) -> None:
    question = composed(parsers, rule, sentence)
    assert isinstance(question, ShortQuestion)
    assert question.answer == answer


def test_a_number_is_written_or_chosen_by_its_own_draw(parsers: Parsers) -> None:
    forms = set()
    for figure in range(11, 30):
        sentence = f"The port of Ostia leased {figure} cranes in 2019."
        question = composed(parsers, "numbers/how-many-object", sentence)
        assert isinstance(question, NumberQuestion | ChoiceQuestion)
        assert question.answer == str(figure)
        assert question == composed(parsers, "numbers/how-many-object", sentence)
        forms.add(type(question))
    assert forms == {NumberQuestion, ChoiceQuestion}


def test_a_number_without_options_is_written(parsers: Parsers) -> None:
    for word in ("three", "four", "five", "six"):
        sentence = f"The port of Ostia leased {word} cranes in 2019."
        assert isinstance(composed(parsers, "numbers/how-many-object", sentence), NumberQuestion)


@pytest.mark.parametrize(
    ("reason", "lines"),
    [("ice closed the bay", 2), ("ice closed the bay of Verra and the old port of Kest in May", 3)],
)
def test_an_argument_is_open(reason: str, lines: int, parsers: Parsers) -> None:
    sentence = f"The ferry from Ostia stopped because {reason}."
    question = composed(parsers, "causes/why", sentence)
    assert isinstance(question, OpenQuestion)
    assert (question.model, question.points) == (f"Because {reason}.", 2)
    assert question.lines == lines


def gaps(parsers: Parsers) -> list[tuple[str, Question]]:
    out = []
    for figure in range(11, 41):
        sentence = f"In 2019, Ostia leased {figure} cranes."
        out.append((sentence, composed(parsers, "numbers/cloze-sentence", sentence)))
    return out


def test_some_gaps_become_statements_to_judge_true_and_false(parsers: Parsers) -> None:
    judged = 0
    answers = set()
    for sentence, question in gaps(parsers):
        figure = sentence.split()[-2]
        gap = sentence.replace(f"{figure} c", f"[[{figure}]] c")
        if isinstance(question, ClozeQuestion):
            assert question.prompt == gap
            continue
        assert isinstance(question, TrueFalseQuestion)
        judged += 1
        answers.add(question.answer)
        assert (question.prompt == sentence) is question.answer
        said = re.sub(r" \d+ ", " _ ", question.prompt)
        assert said == re.sub(r" \d+ ", " _ ", sentence)
        assert (figure in question.explain) is not question.answer
    assert answers == {True, False}
    assert 1 < judged < 20


def test_a_long_statement_is_not_judged(parsers: Parsers) -> None:
    for figure in range(11, 31):
        tail = " near the old port of Tamar" * 4
        sentence = f"In 2019, Ostia leased {figure} cranes{tail}."
        question = composed(parsers, "numbers/cloze-sentence", sentence)
        assert isinstance(question, ClozeQuestion)


def test_every_question_passes_its_own_check(parsers: Parsers) -> None:
    for figure in range(11, 41):
        sentence = f"Did Ostia know in 2019 that Verra had leased {figure} cranes?"
        for question in drafting.draft(parsers.both(brief_of(sentence))):
            assert list(check(question)) == []


def test_doubts_put_a_question_on_the_review_shelf(parsers: Parsers) -> None:
    candidate = by_rule(
        parsers, "actors/person", "Anna Reyes signed the Harbour Act of France in 2014."
    )
    ready = compose(candidate, Known((), (), ""))
    doubted = compose(replace(candidate, doubts=("is it?",)), Known((), (), ""))
    assert (ready.status, ready.doubts) == ("ready", ())
    assert (doubted.status, doubted.doubts) == ("review", ("is it?",))
    assert ready.made is not None
    assert (ready.made.by, ready.kind) == ("actors/person", "actor")
    assert [source.quote for source in ready.source] == [
        "Anna Reyes signed the Harbour Act of France in 2014."
    ]


KNOWN = [
    ("dates/inversion", "Ostia closed its last mine in 2014.",
     {"when": "2014", "event": "Ostia closed its last mine"}),
    ("dates/inversion", "Ostia closed its last mine in the third quarter of 2023.",
     {"when": "2023-07", "until": "2023-09", "event": "Ostia closed its last mine"}),
    ("numbers/cloze-sentence", "The port of Ostia may lease about 14 cranes.",
     {"value": "about 14", "of": "cranes", "hedge": "about, may"}),
    ("numbers/how-much", "The Harbour Act set aside €40 million for cranes.",
     {"value": "€40 million"}),
    ("actors/person", "Anna Reyes signed the Harbour Act.",
     {"who": "Anna Reyes", "did": "signed the Harbour Act"}),
    ("actors/person", "In May, Anna Reyes signed the Harbour Act.",
     {"who": "Anna Reyes", "did": "signed the Harbour Act in May"}),
    ("actors/body", "According to Anna Reyes, the Harbour Agency sold the port of Ostia.",
     {"who": "the Harbour Agency", "did": "sold the port of Ostia",
      "attribution": "according to Anna Reyes"}),
    ("causes/why", "Trade in Ostia fell because of the new tolls.",
     {"cause": "the new tolls", "effect": "Trade in Ostia fell", "connective": "because of"}),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "sentence", "wanted"), KNOWN)
def test_what_a_question_knows(
    rule: str, sentence: str, wanted: dict[str, str], parsers: Parsers
) -> None:
    found = [c for c in candidates(parsers, sentence) if c.rule == rule]
    assert wanted in [knows(candidate) for candidate in found]


@pytest.mark.parametrize(
    ("rule", "sentence", "name"),
    [
        ("dates/inversion", "Ostia closed its last mine in 2014.", "ostia-mine-close-date"),
        ("actors/person", "Anna Reyes signed the Harbour Act.", "harbour-act-sign-actor"),
        (
            "numbers/how-many-object",
            "The port of Ostia leased 12 cranes in 2019.",
            "port-ostia-lease-number",
        ),
    ],
)
def test_an_id_says_what_is_asked(rule: str, sentence: str, name: str, parsers: Parsers) -> None:
    assert wanted_id(by_rule(parsers, rule, sentence)) == name


def test_ids_are_unique(parsers: Parsers) -> None:
    question = composed(parsers, "dates/inversion", "Ostia closed its last mine in 2014.")
    ids = [q.id for q in with_unique_ids([question] * 3)]
    assert ids == [question.id, f"{question.id}-2", f"{question.id}-3"]


SENTENCES = (
    "Ostia closed its last mine in 2014.",
    "Anna Reyes signed the Harbour Act.",
    "About 40,000 Tamars live in Verra.",
    "Trade in Kest fell because of heavy frost.",
)


def drafted(parsers: Parsers, *paragraphs: str) -> tuple[Question, ...]:
    return drafting.draft(parsers.both(brief_of(*paragraphs)))


def test_ids_do_not_hang_on_what_else_the_brief_says(parsers: Parsers) -> None:
    ids = [question.id for question in drafted(parsers, *SENTENCES)]
    assert len(set(ids)) == len(ids) >= len(SENTENCES)
    turned = [question.id for question in drafted(parsers, *reversed(SENTENCES))]
    assert set(turned) == set(ids)
    assert {question.id for question in drafted(parsers, *SENTENCES[:2])} <= set(ids)


def test_a_draft_is_in_the_order_of_the_brief(parsers: Parsers) -> None:
    paras = [question.source[0].para for question in drafted(parsers, *SENTENCES)]
    assert paras == sorted(paras)


# Tables


EVENTS = (
    "Ostia closed its last mine in 2014.",
    "Verra joined the Harbour Union in 1998.",
    "Tamar opened its old port in 2006.",
)


def events(parsers: Parsers, *paragraphs: str) -> OrderQuestion | None:
    return events_in_order(choose(candidates(parsers, *paragraphs)))


def test_three_dated_events_are_put_in_order(parsers: Parsers) -> None:
    table = events(parsers, *EVENTS)
    assert table is not None
    assert table.items == (
        "Verra joined the Harbour Union.",
        "Tamar opened its old port.",
        "Ostia closed its last mine.",
    )
    assert (table.kind, table.points) == ("date", 2)
    assert {source.para for source in table.source} == {1, 2, 3}


@pytest.mark.parametrize(
    "last",
    [
        "Tamar rose.",  # two are too few
        "Tamar opened its old port in 2014.",  # the same year
        "Tamar opened its old port in May 2014.",  # within the other's year
        "Tamar opened its old port by 2006.",  # no later than that
        "Tamar opened its old port around 2006.",
        "Anna Reyes said that Tamar opened its old port in 2006.",  # only reported
        "Tamar may have opened its old port in 2006.",
        "Tamar opened its old port in the 1980s.",
    ],
)
def test_the_order_must_be_sure(last: str, parsers: Parsers) -> None:
    assert events(parsers, *EVENTS[:2], last) is None


def test_at_most_five_events(parsers: Parsers) -> None:
    more = (
        "Kest sold nine ships in 2001.",
        "The mayor of Ostia built a school in 2003.",
        "Lund left the old league in 2009.",
        "Anna Reyes founded a bank in 2011.",
    )
    table = events(parsers, *EVENTS, *more)
    assert table is not None
    assert len(table.items) == 5


DEEDS = (
    "Anna Reyes signed the Harbour Act in Ostia.",
    "The Ministry of Works opened the old Tamar dam.",
    "France leased many cranes to Verra.",
)


def deeds(parsers: Parsers, *paragraphs: str) -> MatchQuestion | None:
    return deeds_of_actors(choose(candidates(parsers, *paragraphs)))


def test_three_actors_are_matched_with_their_deeds(parsers: Parsers) -> None:
    table = deeds(parsers, *DEEDS)
    assert table is not None
    assert table.pairs == (
        ("Anna Reyes", "signed the Harbour Act in Ostia"),
        ("the Ministry of Works", "opened the old Tamar dam"),
        ("France", "leased many cranes to Verra"),
    )
    assert (table.kind, table.status) == ("actor", "review")


@pytest.mark.parametrize(
    "last",
    [
        "Nothing else.",
        "Anna Reyes also sold many ships to Verra.",  # she has a deed
        "France may have leased many cranes to Verra.",
        "According to Anna Reyes, France leased many cranes to Verra.",
        "France leased the dam to Verra.",  # which dam?
    ],
)
def test_actors_must_be_three_and_their_deeds_sure(last: str, parsers: Parsers) -> None:
    assert deeds(parsers, *DEEDS[:2], last) is None


def test_tables_are_part_of_a_draft(parsers: Parsers) -> None:
    kinds = [type(question) for question in drafted(parsers, *EVENTS, *DEEDS)]
    assert OrderQuestion in kinds
    assert MatchQuestion in kinds
