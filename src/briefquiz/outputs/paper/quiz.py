"""`<name>-quiz.html`, the student's sheet. Views hold only what a student may see."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from briefquiz.outputs.paper.fragments import kind_fragment, view_of
from briefquiz.outputs.paper.parts import Laid, Part, Version, part_kind, versions
from briefquiz.outputs.paper.sheet import View, file_name, page, sheet
from briefquiz.outputs.paper.solution import gaps
from briefquiz.outputs.paper.wording import Wording, wording
from briefquiz.outputs.sheets import origin
from briefquiz.quiz import Artifact, Build, Paper, Print, Quiz

STYLES: dict[Print, tuple[str, ...]] = {
    "normal": (),
    "large": ("large.css",),
    "dyslexia": ("dyslexia.css",),
}
"""The tokens that each print sets anew."""


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
