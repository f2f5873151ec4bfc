"""Figures that change and dates without a year: the question says when they held."""

import re
from dataclasses import replace

import pytest

from briefquiz.nlp import Parsers
from briefquiz.questions.drafting.volatile import as_of, has_year, printed
from tests.questions.drafts import by_rule, candidates


@pytest.mark.parametrize(
    ("iso", "words"),
    [("2019", "2019"), ("2019-01", "January 2019"), ("2019-01-21", "21 January 2019")],
)
def test_printed(iso: str, words: str) -> None:
    assert printed(iso) == words


@pytest.mark.parametrize(
    ("text", "has"),
    [
        ("How many ports closed in 2014?", True),
        ("How many ports closed on 9 August 2022?", True),
        ("How many ports closed in May?", False),
        ("How many ports closed?", False),
    ],
)
def test_has_year(text: str, has: bool) -> None:
    assert has_year(text) is has


@pytest.mark.parametrize(
    ("prompt", "published", "wanted"),
    [
        ("How many ports currently exist in Verra in 2019?", "",
         "How many ports (at the time of the brief) exist in Verra in 2019?"),
        ("How many ports currently exist in Verra in 2019?", "2019-01",
         "As of January 2019, how many ports exist in Verra in 2019?"),
        ("How many ports at present exist in Verra in 2019?", "2019",
         "As of 2019, how many ports exist in Verra in 2019?"),
        ("Who bought the currently-used port in 2019?", "2019",
         "Who bought the currently-used port in 2019?"),
    ],
)  # fmt: skip
def test_currently(prompt: str, published: str, wanted: str, parsers: Parsers) -> None:
    candidate = by_rule(parsers, "dates/inversion", "Ostia closed its last mine in 2014.")
    asked = as_of(replace(candidate, prompt=prompt, statement=prompt), published)
    assert asked.prompt == wanted
    assert not re.search(r"\bcurrently\b(?!-)|at present", asked.statement)


# Sentence, the brief's date, rule, prompt.
HELD = [
    # a figure in the present, without a date of its own
    ("The port of Ostia has 14 cranes.", "2019-01", "numbers/how-many-object",
     "As of January 2019, how many cranes does the port of Ostia have?"),
    ("The port of Ostia has 14 cranes.", "2019-01", "numbers/cloze-sentence",
     "The port of Ostia has [[14]] cranes (as of January 2019)."),
    ("The port of Ostia has leased 14 cranes.", "2019-01", "numbers/how-many-object",
     "As of January 2019, how many cranes has the port of Ostia leased?"),
    ("According to Anna Reyes, 30 ships lie in Ostia.", "2019", "numbers/how-many-subject",
     "According to Anna Reyes, how many ships lie in Ostia (as of 2019)?"),
    ("Ostia currently has 14 cranes.", "2019-01", "numbers/cloze-sentence",
     "Ostia (as of January 2019) has [[14]] cranes."),
    # its own date, the past, a plan, no date of the brief
    ("The port of Ostia has leased 14 cranes since 2009.", "2019-01", "numbers/cloze-sentence",
     "The port of Ostia has leased [[14]] cranes since 2009."),
    ("The port of Ostia leased 14 cranes.", "2019-01", "numbers/how-many-object",
     "How many cranes did the port of Ostia lease?"),
    ("The port of Ostia may lease 14 cranes.", "2019-01", "numbers/how-many-object",
     "How many cranes may the port of Ostia lease?"),
    ("The port of Ostia has 14 cranes.", "", "numbers/how-many-object",
     "How many cranes does the port of Ostia have?"),
    # a day or month without its year
    ("Ostia signed the Harbour Treaty on 9 January.", "2019-01-21", "dates/inversion",
     ("On which day and month did Ostia sign the Harbour Treaty? "
     "(The brief is dated 21 January 2019.)")),
    ("Ostia signed the Harbour Treaty in May.", "2019", "dates/inversion",
     "In which month did Ostia sign the Harbour Treaty? (The brief is dated 2019.)"),
    ("Ostia signed the Harbour Treaty on 9 January.", "2019-01", "dates/cloze-sentence",
     "Ostia signed the Harbour Treaty on [[9 January]]. (The brief is dated January 2019.)"),
    ("The port of Ostia leased 14 cranes in May.", "2019-01", "numbers/cloze-sentence",
     "The port of Ostia leased [[14]] cranes in May. (The brief is dated January 2019.)"),
    ("Today, Ostia has 14 cranes.", "2019-01", "numbers/cloze-sentence",
     "Ostia has [[14]] cranes (as of January 2019)."),
    ("Ostia now has 14 cranes.", "", "numbers/cloze-sentence",
     "Ostia has [[14]] cranes (at the time of the brief)."),
    ("Ostia signed the Harbour Treaty on 9 January.", "", "dates/inversion",
     "On which day and month did Ostia sign the Harbour Treaty?"),
    ("Ostia signed the Harbour Treaty on 9 August 2022.", "2024", "dates/inversion",
     "On which date did Ostia sign the Harbour Treaty?"),
    ("Ostia signed the Harbour Treaty in 2022.", "2024", "dates/inversion",
     "In which year did Ostia sign the Harbour Treaty?"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "published", "rule", "prompt"), HELD)
def test_when_it_held(
    sentence: str, published: str, rule: str, prompt: str, parsers: Parsers
) -> None:
    found = [c for c in candidates(parsers, sentence, published=published) if c.rule == rule]
    assert [c.prompt for c in found] == [prompt]


def test_the_statement_says_when_too(parsers: Parsers) -> None:
    found = candidates(parsers, "The port of Ostia has 14 cranes.", published="2019-01")
    assert {c.statement for c in found if c.fact.kind == "number"} == {
        "The port of Ostia has 14 cranes (as of January 2019)."
    }
