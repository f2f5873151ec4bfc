"""`<name>-answer-sheet.html`, one sheet to answer on: bubbles, boxes and lines by number."""

from collections.abc import Sequence as Series
from dataclasses import dataclass
from itertools import groupby
from typing import assert_never

from briefquiz.outputs.paper.fragments import PHRASE
from briefquiz.outputs.paper.overlay import marks
from briefquiz.outputs.paper.parts import Laid, Version, versions
from briefquiz.outputs.paper.quick_key import runs
from briefquiz.outputs.paper.quiz import STYLES, Marker, Marks, unmarked
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
    """A question: letters to fill in, and so many boxes or lines to write in; or none of them.

    `short`: its line is as short as the paper's, so that two rows stand side by side.
    """

    number: int
    letters: tuple[str, ...] = ()
    square: str = ""
    boxes: int = 0
    lines: int = 0
    short: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to fill in here: it is answered on the paper."""
        return not (self.letters or self.boxes or self.lines)


def render(quiz: Quiz, build: Build) -> tuple[Artifact, ...]:
    """The answer sheet of each version and print; none for a quiz without items."""
    return _sheets(quiz, build, "answer-sheet", (), unmarked)


def render_overlay(quiz: Quiz, build: Build) -> tuple[Artifact, ...]:
    """The same sheets with the answers on them, to lay over: `<name>-answer-overlay.html`."""
    return _sheets(quiz, build, "answer-overlay", ("overlay.css",), marks)


def _sheets(
    quiz: Quiz, build: Build, name: str, styles: tuple[str, ...], mark: Marker
) -> tuple[Artifact, ...]:
    words = wording(quiz.lang, "overlay", "answer_sheet")
    return tuple(
        page(
            file_name(quiz, name, version.letter, shown),
            "answer-sheet.html",
            ("quiz.css", "answer-sheet.css", *styles, *STYLES[shown]),
            sheet(quiz, words, words["answer_sheet"], version.letter, shown),
            overlay=words["overlay"] if styles else "",
            **_contents(version, words, mark),
        )
        for version in versions(quiz, build.paper)
        for shown in build.paper.prints
    )


def _contents(version: Version, words: Wording, mark: Marker) -> dict[str, object]:
    rows = [(row_of(laid, words), mark(laid, words)) for laid in version.laid]
    narrow = [row for row in rows if 0 < len(row[0].letters) <= BUBBLES]
    on_paper = [row.number for row, _ in rows if row.is_empty]
    return {
        "fives": _fives(narrow),
        "wide": [
            (short, list(run))
            for short, run in groupby(
                (row for row in rows if row not in narrow and not row[0].is_empty),
                key=lambda row: row[0].short,
            )
        ],
        "on_paper": words["on_paper"].format(numbers=runs(on_paper)) if on_paper else "",
    }


def _fives(rows: Series[tuple[Row, Marks]]) -> list[list[tuple[Row, Marks]]]:
    """Rows in blocks that end where a number can be divided by five."""
    blocks: dict[int, list[tuple[Row, Marks]]] = {}
    for row, marked in rows:
        blocks.setdefault((row.number - 1) // 5, []).append((row, marked))
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
        case Words(answer=answer):
            return Row(number, lines=1, short=len(answer) <= PHRASE)
        case Figure():
            return Row(number, lines=1, short=True)
        case Gaps(parts=parts):
            lines = sum(isinstance(part, Gap) for part in parts)
            return Row(number, lines=lines, short=lines == 1)
        case Pairs() | Sequence():
            return Row(number, boxes=len(laid.order))
        case Essay():
            return Row(number)
        case _:
            assert_never(laid.item.response)
