"""`<name>-quiz.html`, the student's sheet. Views hold only what a student may see."""

from dataclasses import dataclass
from typing import NamedTuple, assert_never

from briefquiz.outputs import arrange
from briefquiz.outputs.paper.parts import Part, parts
from briefquiz.outputs.paper.sheet import View, counted, page, sheet
from briefquiz.quiz import (
    Artifact,
    Build,
    Choice,
    Choices,
    Essay,
    Figure,
    Gap,
    Gaps,
    Item,
    Pairs,
    Quiz,
    Sequence,
    TrueFalse,
    Words,
)

ROW = 76
"""Options stand side by side if they have no more letters than this; a mark takes six."""
MEDIUM = 32
"""Options none of which is longer stand two by two."""
PHRASE = 25
"""A longer answer in words gets a line of full width."""


class Lettered(NamedTuple):
    """An option as the student sees it."""

    letter: str
    text: str


class Stretch(NamedTuple):
    """Text between gaps, or a gap with its hint."""

    text: str
    is_gap: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """A question on the sheet: the fragment that prints it, and the fragment's values."""

    number: int
    prompt: str
    points: int
    worth: str
    fragment: str
    view: View


@dataclass(frozen=True, slots=True)
class AskedPart:
    """A part of the sheet."""

    number: int
    title: str
    directions: str
    worth: str
    asked: tuple[Asked, ...]
    opens: str
    origin: str


def render(quiz: Quiz, build: Build) -> tuple[Artifact, ...]:
    """The student's sheet; none for a quiz without items. It does not depend on the build."""
    if not quiz.items:
        return ()
    data = page(
        "quiz.html",
        "quiz.css",
        sheet=sheet(quiz, "quiz", "Quiz"),
        parts=[_part(part) for part in parts(quiz)],
    )
    return (Artifact(f"{quiz.name}-quiz.html", data),)


def _part(part: Part) -> AskedPart:
    asked = tuple(_asked(part.quiz, number, item) for number, item in part.items)
    return AskedPart(
        number=part.number,
        title=part.kind.title,
        directions=part.kind.directions,
        worth=counted(part.points, "point"),
        asked=asked,
        opens=part.opens,
        origin=part.origin,
    )


def _asked(quiz: Quiz, number: int, item: Item) -> Asked:
    fragment, view = fragment_of(quiz, item)
    worth = counted(item.points, "point")
    return Asked(number, item.prompt, item.points, worth, fragment, view)


def fragment_of(quiz: Quiz, item: Item) -> tuple[str, View]:
    """The fragment for a response shape, and what it prints."""
    match item.response:
        case Choice() as response:
            return "choice", _options(arrange.choice(quiz, item, response))
        case Choices() as response:
            return "choices", _options(arrange.choices(quiz, item, response))
        case TrueFalse():
            return "true_false", {}
        case Words(answer=answer):
            return "words", {"width": "phrase" if len(answer) > PHRASE else "word"}
        case Figure(unit=unit):
            currency = len(unit) == 1 and not unit.isalnum() and unit != "%"
            return "figure", {
                "before": unit if currency else "",
                "after": "" if currency else unit,
            }
        case Gaps(parts=stretches):
            return "gaps", {"parts": [_stretch(stretch) for stretch in stretches]}
        case Pairs() as response:
            right = arrange.right_sides(quiz, item, response)
            return "pairs", {
                "left": [left for left, _ in response.pairs],
                "right": [Lettered(option.letter, option.text) for option in right],
            }
        case Sequence() as response:
            return "sequence", {"steps": arrange.scrambled(quiz, item, response)}
        case Essay(lines=lines):
            return "essay", {"lines": lines}
        case _:
            assert_never(item.response)


def _options(printed: tuple[arrange.Printed, ...]) -> View:
    return {
        "options": [Lettered(option.letter, option.text) for option in printed],
        "layout": _layout([option.text for option in printed]),
    }


def _layout(texts: list[str]) -> str:
    longest = max(map(len, texts))
    if sum(map(len, texts)) + 6 * len(texts) <= ROW and longest <= MEDIUM:
        return "options--short"
    return "options--medium" if longest <= MEDIUM else ""


def _stretch(stretch: str | Gap) -> Stretch:
    if isinstance(stretch, Gap):
        return Stretch(stretch.hint, True)
    return Stretch(stretch, False)
