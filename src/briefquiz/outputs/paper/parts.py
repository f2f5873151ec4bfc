"""A quiz cut into parts by response shape, numbered through."""

from collections.abc import Iterator
from dataclasses import dataclass

from briefquiz.outputs.text import spelt_date
from briefquiz.quiz import (
    Choice,
    Choices,
    Essay,
    Figure,
    Gaps,
    Item,
    Pairs,
    Quiz,
    Response,
    Sequence,
    TrueFalse,
    Words,
)


@dataclass(frozen=True, slots=True)
class PartKind:
    """What one part of the sheet holds and tells the student to do."""

    title: str
    directions: str
    shapes: tuple[type[Response], ...]


PART_KINDS = (
    PartKind("Choose one", "Fill in the circle of the one right answer.", (Choice,)),
    PartKind("Choose all that are right", "Tick the box of every right answer.", (Choices,)),
    PartKind("True or false", "Fill in T for true or F for false.", (TrueFalse,)),
    PartKind(
        "Answer in a few words or a number",
        "Write on the line. Keep words such as “around” or “up to” where the brief has them.",
        (Words, Figure),
    ),
    PartKind("Complete the sentences", "Write what is missing in each gap.", (Gaps,)),
    PartKind("Match", "Write in each box the letter of what belongs to it.", (Pairs,)),
    PartKind("Put in order", "Number the boxes, beginning with 1.", (Sequence,)),
    PartKind("Explain", "Write in whole sentences.", (Essay,)),
)
"""The parts in the order of the sheet, the quickest to answer first."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part that has items; each with its number, counted through the whole sheet.

    `quiz` is the section the items belong to; `opens` is its title where it begins, if the sheet
    has several, and `origin` its credit line.
    """

    number: int
    kind: PartKind
    items: tuple[tuple[int, Item], ...]
    quiz: Quiz
    opens: str = ""
    origin: str = ""

    @property
    def points(self) -> int:
        """The sum of the part's points."""
        return sum(item.points for _, item in self.items)


def parts(quiz: Quiz) -> Iterator[Part]:
    """The parts of a quiz, those without items left out; items in the order of the file.

    A course is printed section by section, its parts and questions numbered through.
    """
    number = 0
    count = 0
    for section in quiz.sections:
        opens = section.title if quiz.parts else ""
        for kind in PART_KINDS:
            items = [item for item in section.items if isinstance(item.response, kind.shapes)]
            if not items:
                continue
            number += 1
            numbered = tuple(enumerate(items, count + 1))
            yield Part(number, kind, numbered, section, opens, origin(section) if opens else "")
            count += len(items)
            opens = ""


def origin(quiz: Quiz) -> str:
    """Who published the brief, and when."""
    return ", ".join(part for part in (quiz.source, spelt_date(quiz.published)) if part)
