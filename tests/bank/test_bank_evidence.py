"""A quote is word for word in the brief, but for how the words are set."""

import pytest

from briefquiz import bank

BRIEF = "The “ﬁrst” office\nopened in\u00a02014 — a re\u00adport says: it’s 10² times –3 °C."
FILE = """briefquiz: 1
title: t
questions:
  - id: a
    kind: date
    type: short
    prompt: When?
    answer: "2014"
    source:
      - quote: "office opened"
      - {para: 1, quote: QUOTE}
"""


@pytest.mark.parametrize(
    ("quote", "there"),
    [
        ("opened in 2014", True),
        ('The "first" office', True),
        ("The ''first'' office", False),
        ("in 2014 - a report says: it's", True),
        ("a  re\\u00ADport\\n says", True),
        ("-3 °C", True),
        ("10² times", True),
        ("102 times", False),
        ("Opened in 2014", False),
        ("opened … 2014", False),
    ],
)
def test_quotes(quote: str, there: bool) -> None:
    written = quote.replace('"', '\\"')
    problems = bank.check(FILE.replace("QUOTE", f'"{written}"'), "f.yaml", BRIEF)
    line = "f.yaml:11:19: this quote is not in the brief word for word"
    assert [str(problem) for problem in problems] == ([] if there else [line])


def test_a_lone_source_is_pinned_as_well() -> None:
    text = FILE.partition("    source:")[0] + '    source: {quote: "never said"}\n'
    assert [str(problem) for problem in bank.check(text, "f.yaml", BRIEF)] == [
        "f.yaml:9:14: this quote is not in the brief word for word"
    ]


def test_without_a_brief_no_quote_is_judged() -> None:
    assert bank.check(FILE.replace("QUOTE", "never said"), "f.yaml") == ()
