"""`<name>-quiz.html`, the student's sheet. Views hold only what a student may see."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import zip_longest
from typing import NamedTuple, TypeAlias, assert_never

from markupsafe import Markup

from briefquiz.outputs import evidence
from briefquiz.outputs.paper.parts import Laid, Part, Version, part_kind, versions
from briefquiz.outputs.paper.sheet import View, file_name, page, sheet
from briefquiz.outputs.paper.solution import gaps
from briefquiz.outputs.paper.wording import Wording, wording
from briefquiz.outputs.sheets import origin
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
    Paper,
    Print,
    Quiz,
    Sequence,
    TrueFalse,
    Words,
)

SHORT = 15
"""Options none of which is longer stand four to a row."""
MEDIUM = 32
"""Options none of which is longer stand two by two."""
PHRASE = 25
"""A longer answer in words gets a line of full width."""
LINE = 55
"""A hand fits so many letters on a line of full width."""
MOST_LINES = 4
LONG_FIGURE = 10
"""A longer figure gets the line of a word."""
NARROW = 20
"""Left sides of a match that are longer get more of the width."""
ROWS = {False: (NARROW, 55), True: (28, 46)}
"""Left and right sides that are longer take two lines, without and with more width on the left."""
STYLES: dict[Print, tuple[str, ...]] = {
    "normal": (),
    "large": ("large.css",),
    "dyslexia": ("dyslexia.css",),
}
"""The tokens that each print sets anew."""


class Lettered(NamedTuple):
    """An option as the student sees it."""

    letter: str
    text: str


class Stretch(NamedTuple):
    """Text between gaps, or a gap: its number, counted from 1, and its hint."""

    text: str
    gap: int = 0


@dataclass(frozen=True, slots=True)
class Marks:
    """What a key writes on the sheet: letters to fill in, and what belongs into each space."""

    letters: tuple[str, ...] = ()
    written: tuple[str, ...] = ()


Marker: TypeAlias = Callable[[Laid, Wording], Marks]


def unmarked(laid: Laid, words: Wording) -> Marks:
    """What is written on a student's sheet: nothing."""
    return Marks()


@dataclass(frozen=True, slots=True)
class Asked:
    """A question on the sheet: the fragment that prints it, and the fragment's values.

    `directions` say how to answer if the question before is answered in another way.
    """

    number: int
    prompt: str
    points: int
    worth: str
    fragment: str
    view: View
    marks: Marks
    directions: str


@dataclass(frozen=True, slots=True)
class AskedPart:
    """A part of the sheet. `bank` are words for its gaps."""

    number: int
    title: str
    directions: str
    worth: str
    asked: tuple[Asked, ...]
    opens: str
    origin: str
    bank: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Contents:
    """What the template of the sheet prints below the head line.

    `end` and `farewell` close the sheet; `overlay` says that this is not the student's.
    """

    before: str
    parts: tuple[AskedPart, ...]
    end: str
    farewell: str
    overlay: str = ""


def render(quiz: Quiz, build: Build) -> tuple[Artifact, ...]:
    """The student's sheet in each version and each print; none for a quiz without items."""
    words = wording(quiz.lang)
    return tuple(
        page(
            file_name(quiz, "quiz", version.letter, shown),
            "quiz.html",
            ("quiz.css", *STYLES[shown]),
            sheet(quiz, words, words["quiz"], version.letter, shown),
            contents=contents(quiz, version, build.paper, words, unmarked),
        )
        for version in versions(quiz, build.paper)
        for shown in build.paper.prints
    )


def contents(quiz: Quiz, version: Version, paper: Paper, words: Wording, mark: Marker) -> Contents:
    """What the template of the sheet prints, with what `mark` writes on each question."""
    count = len(quiz.items)
    questions = words.questions(count)
    answered = words["answered_one" if count == 1 else "answered_all"]
    before = [
        words["before"].format(questions=questions, points=words.points(quiz.points)),
        words["from_briefs" if quiz.parts else "from_brief"],
    ]
    end = words["end"]
    if version.letter:
        before.append(words["complete"].format(letter=version.letter))
        end = words["end_version"].format(letter=version.letter)
    return Contents(
        before=" ".join(before),
        parts=tuple(_part(part, paper, words, mark) for part in version.parts),
        end=end,
        farewell=answered.format(questions=questions),
    )


def _part(part: Part, paper: Paper, words: Wording, mark: Marker) -> AskedPart:
    bank = [gap for laid in part.laid for gap in gaps(laid)] if paper.word_bank else []
    different = sorted(set(bank), key=lambda text: (text.casefold(), text))
    if len(different) < 2:  # the only word to choose would be the answer
        different = []
    told = [_directions(part.kind.name, words)] if part.kind else []
    if different:
        told.append(words["bank_how"])
    if 0 < len(different) < len(bank):
        told.append(words["bank_again"])
    return AskedPart(
        number=part.number,
        title=words[part.kind.name if part.kind else "all"],
        directions=" ".join(told),
        worth=words.points(part.points),
        asked=tuple(_asked(part, at, words, mark) for at in range(len(part.laid))),
        opens=part.opens,
        origin=origin(part.section, words.lang) if part.opens else "",
        bank=tuple(different),
    )


def _directions(name: str, words: Wording) -> str:
    return words[f"{name}_how"].format(t=words["true"][0], f=words["false"][0])


def _asked(part: Part, at: int, words: Wording, mark: Marker) -> Asked:
    laid = part.laid[at]
    kind = part_kind(laid.item)
    told = part.kind or (at and part_kind(part.laid[at - 1].item) == kind)
    return Asked(
        number=laid.number,
        prompt=laid.item.prompt,
        points=laid.item.points,
        worth=words["question"].format(n=laid.number, points=words.points(laid.item.points)),
        fragment=kind_fragment(laid),
        view=view_of(laid, words),
        marks=mark(laid, words),
        directions="" if told else _directions(kind.name, words),
    )


def kind_fragment(laid: Laid) -> str:
    """The fragment that prints the shape of a response."""
    return FRAGMENTS[type(laid.item.response)]


FRAGMENTS: dict[type, str] = {
    Choice: "options",
    Choices: "options",
    TrueFalse: "options",
    Words: "words",
    Figure: "figure",
    Gaps: "gaps",
    Pairs: "pairs",
    Sequence: "sequence",
    Essay: "essay",
}


def view_of(laid: Laid, words: Wording) -> View:
    """What the fragment of a response prints."""
    match laid.item.response:
        case Choice() | Choices():
            options = [Lettered(option.letter, option.text) for option in laid.options]
            return _options(options, square=isinstance(laid.item.response, Choices))
        case TrueFalse():
            both = (words["true"], words["false"])
            return _options([Lettered(word[0], word) for word in both], square=False)
        case Words(answer=answer):
            return _lines(answer)
        case Figure(answer=answer, unit=unit):
            before = evidence.goes_before(unit)
            return {
                "before": unit if before else "",
                "after": "" if before else unit,
                "width": "word" if len(answer) > LONG_FIGURE else "number",
            }
        case Gaps(parts=stretches):
            return {"parts": _stretches(stretches)}
        case Pairs(pairs=pairs):
            left = [pairs[place][0] for place in laid.order]
            return _rows(left, [Lettered(option.letter, option.text) for option in laid.options])
        case Sequence(items=items):
            return {"steps": [items[place] for place in laid.order]}
        case Essay(lines=lines):
            return {"lines": lines}
        case _:
            assert_never(laid.item.response)


def _options(options: list[Lettered], square: bool) -> View:
    return {
        "options": options,
        "layout": _layout([option.text for option in options]),
        "square": " mark--square" if square else "",
    }


def _layout(texts: list[str]) -> str:
    longest = max(map(len, texts))
    if longest <= SHORT:
        return "options--short"
    return "options--medium" if longest <= MEDIUM else ""


def _rows(left: list[str], right: list[Lettered]) -> View:
    wide = max(map(len, left)) > NARROW
    sides = zip_longest(left, (option.text for option in right), fillvalue="")
    tall = [
        any(len(text) > limit for text, limit in zip(side, ROWS[wide], strict=True))
        for side in sides
    ]
    return {
        "left": left,
        "right": right,
        "layout": " match--even" if wide else "",
        "tall": [Markup(' class="tall"') if each else "" for each in tall],
    }


def _lines(answer: str) -> View:
    """Lines of one of two widths; long answers get several."""
    lines = min(-(-len(answer) // LINE), MOST_LINES)
    return {"width": "phrase" if len(answer) > PHRASE else "word", "lines": max(lines, 1)}


def _stretches(parts: tuple[str | Gap, ...]) -> list[Stretch]:
    out: list[Stretch] = []
    count = 0
    for part in parts:
        if isinstance(part, Gap):
            count += 1
            out.append(Stretch(part.hint, count))
        else:
            out.append(Stretch(part))
    return out
