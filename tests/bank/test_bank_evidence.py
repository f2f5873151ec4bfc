"""A quote is word for word in the brief, but for how the words are set, and in its paragraph."""

import pytest

from briefquiz import bank
from briefquiz.brief import Block, Brief

TEXT = "The “ﬁrst” office\nopened in\u00a02014 — a re\u00adport says: it’s 10² times –3 °C."
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
      - {para: PARA, quote: QUOTE}
"""


def brief(*texts: str) -> Brief:
    """A brief whose texts that begin with # are headings."""
    blocks: list[Block] = []
    para = 1
    for text in texts:
        heading = text.startswith("# ")
        kind = "heading" if heading else "paragraph"
        blocks.append(Block(kind, text.removeprefix("# "), para))  # type: ignore[arg-type]
        para += not heading
    return Brief("port", "The old port", tuple(blocks))


def found(quote: str, about: Brief, para: int = 1) -> list[str]:
    written = quote.replace('"', '\\"')
    text = FILE.replace("QUOTE", f'"{written}"').replace("PARA", str(para))
    return [str(problem) for problem in bank.check(text, "f.yaml", about)]


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
    line = "f.yaml:11:19: this quote is not in the brief word for word"
    assert found(quote, brief(TEXT)) == ([] if there else [line])


def test_a_lone_source_is_pinned_as_well() -> None:
    text = FILE.partition("    source:")[0] + '    source: {quote: "never said"}\n'
    assert [str(problem) for problem in bank.check(text, "f.yaml", brief(TEXT))] == [
        "f.yaml:9:14: this quote is not in the brief word for word"
    ]


def test_without_a_brief_no_quote_is_judged() -> None:
    assert bank.check(FILE.replace("QUOTE", "never said").replace("PARA", "9"), "f.yaml") == ()


BRIEF = brief(
    "The office opened.", "# What it did", "It sold the quay.", "It left. It sold.", "It left."
)
MORE_THAN_THERE_ARE = "paragraph 2, not 99, and the brief has only 4"
NOT_COUNTED = "(headings are not counted)"


@pytest.mark.parametrize(
    ("quote", "para", "said"),
    [
        ("sold the quay", 2, ""),
        ("sold the quay", 0, ""),
        (
            "sold the quay",
            3,
            f"the quote stands in paragraph 2, not 3 {NOT_COUNTED} (did you mean '2'?)",
        ),
        (
            "sold the quay",
            99,
            f"the quote stands in {MORE_THAN_THERE_ARE} {NOT_COUNTED} (did you mean '2'?)",
        ),
        ("It left.", 3, ""),
        ("It left.", 4, ""),
        ("It left.", 2, f"the quote stands in paragraphs 3 and 4, not 2 {NOT_COUNTED}"),
        ("the quay. It left", 2, ""),
        ("the quay. It left", 3, ""),
        (
            "the quay. It left",
            1,
            f"the quote stands in paragraphs 2 and 3, not 1 {NOT_COUNTED}",
        ),
        ("What it did", 2, ""),
        ("The old port", 1, "the quote stands in the title, not in paragraph 1"),
    ],
)
def test_paragraphs(quote: str, para: int, said: str) -> None:
    """A repeated or a long quote stands in more than one; a heading counts with what follows."""
    lines = [f"f.yaml:11:10: warning: {said}"] if said else []
    assert found(quote, BRIEF, para) == lines
