"""Names put for pronouns and for "the city": before, sentence, question, doubt."""

import pytest

from briefquiz import facts
from briefquiz.nlp import Parsers
from briefquiz.questions.drafting.agreement import worded
from briefquiz.questions.drafting.meant import PLACES, with_names
from tests.questions.drafts import candidates
from tests.readings import brief_of

# Sentences before, sentence asked about, question, the doubt's words.
READ = [
    ("Anna Reyes grew up in Verra.", "She founded the Harbour Bank in 2014.",
     "In which year did Anna Reyes found the Harbour Bank?", "“She” is read as “Anna Reyes”"),
    ("Anna Reyes grew up in Verra. She likes ships.", "In 2014, she founded the Harbour Bank.",
     "In which year did Anna Reyes found the Harbour Bank?", "“she” is read as “Anna Reyes”"),
    ("The Harbour Bank of Verra lends to farmers.", "It opened a branch in Tamar in 2014.",
     "In which year did the Harbour Bank of Verra open a branch in Tamar?",
     "“It” is read as “the Harbour Bank of Verra”"),
    ("Anna Reyes grew up in Verra.", "Her bank joined the Harbour Treaty in 2014.",
     "In which year did Anna Reyes’s bank join the Harbour Treaty?",
     "“Her” is read as “Anna Reyes”"),
    ("Ohio has ports. Ohio has mines. Ohio has mills.",
     "The state joined the Harbour Treaty in 2014.",
     "In which year did Ohio join the Harbour Treaty?", "“The state” is read as “Ohio”"),
    ("Paris has ports. Paris has mines. Paris has mills.",
     "The city joined the Harbour Treaty in 2014.",
     "In which year did Paris join the Harbour Treaty?", "“The city” is read as “Paris”"),
    ("NASA has ports. NASA has mines. NASA has mills.",
     "The agency joined the Harbour Treaty in 2014.",
     "In which year did NASA join the Harbour Treaty?", "“The agency” is read as “NASA”"),
    ("France has ports. France has mines. France has mills.",
     "The country joined the Harbour Treaty in 2014.",
     "In which year did France join the Harbour Treaty?", "“The country” is read as “France”"),
]  # fmt: skip


@pytest.mark.parametrize(("before", "sentence", "question", "doubt"), READ)
def test_a_name_is_put(
    before: str, sentence: str, question: str, doubt: str, parsers: Parsers
) -> None:
    found = [c for c in candidates(parsers, f"{before} {sentence}") if c.prompt == question]
    assert [candidate.rule for candidate in found] == ["dates/inversion-named"]
    assert any(doubt in told for told in found[0].doubts)
    assert not any("may point outside" in told for told in found[0].doubts)


@pytest.mark.parametrize(
    ("before", "sentence"),
    [
        # two persons, two countries, nobody in particular
        ("Anna Reyes met Ilse Marant.", "She founded the Harbour Bank in 2014."),
        ("France has ports. Spain has mines. Chile has mills.", "The country sold them in 2014."),
        ("France has ports. France has mines.", "The country sold them in 2014."),
        ("The mills are old.", "It opened a branch in Tamar in 2014."),
        # several, a list, no subject that opens the sentence
        ("The banks of Verra lend to farmers.", "It opened a branch in Tamar in 2014."),
        ("The Harbour Bank of Verra is old.", "When wool fell, it opened a mill in Tamar in 2014."),
        # empty
        ("The Harbour Bank of Verra is old.", "It was clear in 2014 that the port was full."),
    ],
)
def test_no_name_is_put(before: str, sentence: str, parsers: Parsers) -> None:
    found = candidates(parsers, f"{before} {sentence}")
    assert not [c for c in found if c.rule.endswith("-named")]


@pytest.mark.parametrize(("noun", "sentence"), PLACES.items())
def test_a_noun_for_a_place_stands_in_its_sentence(noun: str, sentence: str) -> None:
    assert f"The {noun} " in sentence


def test_where_nothing_points_there_is_nothing_to_put(parsers: Parsers) -> None:
    text = "Ostia closed its last mine in 2014."
    for parsed in parsers.both(brief_of(text)):
        for candidate in worded(facts.extract(parsed), parsed):
            assert with_names(candidate, parsed) is None


def test_a_surname_as_answer_is_told_in_full(parsers: Parsers) -> None:
    text = "Anna Reyes is an envoy of Ostia. Reyes signed the Harbour Act in Verra."
    found = [c for c in candidates(parsers, text) if "signed the Harbour Act" in c.prompt]
    assert {candidate.answer for candidate in found} == {"Anna Reyes"}
