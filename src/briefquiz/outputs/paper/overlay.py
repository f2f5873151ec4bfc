"""`<name>-overlay.html`, the student's sheet with the answers on it, nothing moved by a hair.

Printed on a transparency it lies on a student's sheet; punched, it shows what was filled in.
Questions at the end that have nothing to lay over are left out, and so are their pages.
"""

from collections.abc import Iterator
from collections.abc import Sequence as Series
from dataclasses import replace

from briefquiz.outputs.paper import quiz as student
from briefquiz.outputs.paper.parts import Laid, Version, versions
from briefquiz.outputs.paper.quiz import STYLES, Asked, AskedPart, Contents, Marks
from briefquiz.outputs.paper.sheet import file_name, page, sheet
from briefquiz.outputs.paper.solution import boxes, gaps, letters
from briefquiz.outputs.paper.wording import Wording, wording
from briefquiz.quiz import Artifact, Build, Figure, Paper, Quiz, Words


def render(quiz: Quiz, build: Build) -> tuple[Artifact, ...]:
    """The overlay for each version and each print; none for a quiz without items."""
    words = wording(quiz.lang, "overlay")
    return tuple(
        page(
            file_name(quiz, "overlay", version.letter, shown),
            "quiz.html",
            ("quiz.css", "overlay.css", *STYLES[shown]),
            sheet(quiz, words, words["quiz"], version.letter, shown),
            contents=_contents(quiz, version, build.paper, words),
        )
        for version in versions(quiz, build.paper)
        for shown in build.paper.prints
    )


def _contents(quiz: Quiz, version: Version, paper: Paper, words: Wording) -> Contents:
    """What the student's template prints up to the last answer; all of it without an answer."""
    shown = student.contents(quiz, version, paper, words, marks)
    last = max((asked.number for asked in _answered(shown.parts)), default=len(quiz.items))
    whole = last == len(quiz.items)
    return replace(
        shown,
        parts=tuple(_up_to(last, shown.parts)),
        end=shown.end if whole else "",
        overlay=words["overlay" if whole else "overlay_to"].format(last=last),
    )


def _answered(parts: Series[AskedPart]) -> Iterator[Asked]:
    for part in parts:
        yield from (asked for asked in part.asked if asked.marks != Marks())


def _up_to(last: int, parts: Series[AskedPart]) -> Iterator[AskedPart]:
    for part in parts:
        asked = tuple(asked for asked in part.asked if asked.number <= last)
        if asked:
            yield replace(part, asked=asked)


def marks(laid: Laid, words: Wording) -> Marks:
    """What is right, where a student would fill it in or write it. Nothing for an essay."""
    match laid.item.response:
        case Words(answer=answer) | Figure(answer=answer):
            return Marks(written=(answer,))
        case _:
            return Marks(letters(laid, words), boxes(laid) or gaps(laid))
