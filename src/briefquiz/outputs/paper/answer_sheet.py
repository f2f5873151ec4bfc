"""`<name>-answer-sheet.html`, one sheet to answer on: bubbles, boxes and lines by number."""

from collections.abc import Sequence as Series
from dataclasses import dataclass
from typing import assert_never

from briefquiz.outputs.paper.parts import Laid, Version, versions
from briefquiz.outputs.paper.quiz import STYLES
from briefquiz.outputs.paper.sheet import file_name, page, sheet
from briefquiz.outputs.paper.wording import Wording, wording
from briefquiz.quiz import (
    Artifact,
    Build,
    Choice,
    Choices,
    Essay,
    Figure,
    Gap,
    Gaps,
    Pairs,
    Quiz,
    Sequence,
    TrueFalse,
    Words,
)

BUBBLES = 6
"""A row of a narrow column has room for so many bubbles; with more, one column is left."""


@dataclass(frozen=True, slots=True)
class Row:
    """A question: letters to fill in, and so many boxes or lines to write in."""

    number: int
    letters: tuple[str, ...] = ()
    square: str = ""
    boxes: int = 0
    lines: int = 0
    on_paper: bool = False


def render(quiz: Quiz, build: Build) -> tuple[Artifact, ...]:
    """The answer sheet of each version and print; none for a quiz without items."""
    words = wording(quiz.lang, "answer_sheet")
    return tuple(
        page(
            file_name(quiz, "answer-sheet", version.letter, shown),
            "answer-sheet.html",
            ("quiz.css", *STYLES[shown], "answer-sheet.css"),
            sheet(quiz, words, words["answer_sheet"], version.letter, shown),
            **_contents(version, words),
        )
        for version in versions(quiz, build.paper)
        for shown in build.paper.prints
    )


def _contents(version: Version, words: Wording) -> dict[str, object]:
    rows = [row_of(laid, words) for laid in version.laid]
    narrow = [row for row in rows if 0 < len(row.letters) <= BUBBLES]
    return {
        "fives": _fives(narrow),
        "wide": [row for row in rows if row not in narrow],
    }


def _fives(rows: Series[Row]) -> list[Series[Row]]:
    """Rows in blocks that end where a number can be divided by five."""
    blocks: dict[int, list[Row]] = {}
    for row in rows:
        blocks.setdefault((row.number - 1) // 5, []).append(row)
    return list(blocks.values())


def row_of(laid: Laid, words: Wording) -> Row:
    """What stands beside a number; how many options there are, never which is right."""
    number = laid.number
    match laid.item.response:
        case Choice() | Choices():
            square = " mark--square" if isinstance(laid.item.response, Choices) else ""
            return Row(number, tuple(option.letter for option in laid.options), square)
        case TrueFalse():
            return Row(number, (words["true"][0], words["false"][0]))
        case Words() | Figure():
            return Row(number, lines=1)
        case Gaps(parts=parts):
            return Row(number, lines=sum(isinstance(part, Gap) for part in parts))
        case Pairs() | Sequence():
            return Row(number, boxes=len(laid.order))
        case Essay():
            return Row(number, on_paper=True)
        case _:
            assert_never(laid.item.response)
