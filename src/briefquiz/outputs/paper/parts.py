"""A quiz cut into parts and laid out in its versions, numbered through."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TypeAlias

from briefquiz.outputs import arrange
from briefquiz.outputs.arrange import Printed, Same
from briefquiz.outputs.paper import moves
from briefquiz.outputs.paper.moves import Order
from briefquiz.quiz import (
    Choice,
    Choices,
    Essay,
    Figure,
    Gaps,
    Item,
    Pairs,
    Paper,
    Quiz,
    Response,
    Sequence,
    TrueFalse,
    Words,
)


@dataclass(frozen=True, slots=True)
class PartKind:
    """One way to answer: the name of its words among those of the sheet, and its shapes."""

    name: str
    shapes: tuple[type[Response], ...]


PART_KINDS = (
    PartKind("one", (Choice,)),
    PartKind("several", (Choices,)),
    PartKind("judge", (TrueFalse,)),
    PartKind("short", (Words, Figure)),
    PartKind("gaps", (Gaps,)),
    PartKind("match", (Pairs,)),
    PartKind("order", (Sequence,)),
    PartKind("explain", (Essay,)),
)
"""The parts in the order of the sheet, the quickest to answer first."""


def part_kind(item: Item) -> PartKind:
    """How an item is answered."""
    return next(kind for kind in PART_KINDS if isinstance(item.response, kind.shapes))


@dataclass(frozen=True, slots=True)
class Laid:
    """An item as one version prints it.

    `options` are those of a choice, or the right sides of a match; `order` the left sides of a
    match, or the things to order, in the order printed, each as its place among those given.
    `number` is that of the question in this version, `first` that in the first one.
    """

    item: Item
    options: tuple[Printed, ...] = ()
    order: Order = ()
    number: int = 0
    first: int = 0


@dataclass(frozen=True, slots=True)
class Part:
    """A part that has items. `kind` is None if they are answered in different ways.

    `opens` is the title of the section that begins with it, if the quiz has several, and
    `section` that section.
    """

    number: int
    kind: PartKind | None
    laid: tuple[Laid, ...]
    section: Quiz
    opens: str = ""

    @property
    def points(self) -> int:
        """The sum of the part's points."""
        return sum(one.item.points for one in self.laid)


@dataclass(frozen=True, slots=True)
class Version:
    """A quiz as it is printed once; `letter` is "" if there is no other version."""

    letter: str
    parts: tuple[Part, ...]

    @property
    def laid(self) -> tuple[Laid, ...]:
        """All items in the order of their numbers."""
        return tuple(one for part in self.parts for one in part.laid)


def versions(quiz: Quiz, paper: Paper) -> tuple[Version, ...]:
    """The versions of a quiz; none of a quiz without items."""
    if not quiz.items:
        return ()
    return _versions(Same(quiz), paper.versions, paper.order == "brief")


@lru_cache(maxsize=4)  # every sheet asks for them
def _versions(same: Same, count: int, as_given: bool) -> tuple[Version, ...]:
    quiz = same.quiz
    grouped = _in_one if as_given else _by_kind
    groups = [(section, grouped(section, count)) for section in quiz.sections]
    return tuple(
        Version(
            arrange.letter(number) if count > 1 else "",
            _numbered(
                Part(0, kind, laid[number], section, section.title if quiz.parts and not at else "")
                for section, found in groups
                for at, (kind, laid) in enumerate(found)
            ),
        )
        for number in range(count)
    )


Group: TypeAlias = tuple[PartKind | None, list[tuple[Laid, ...]]]
"""Items of one part: in each version, in its order."""


def _by_kind(section: Quiz, count: int) -> list[Group]:
    groups: list[Group] = []
    for kind in PART_KINDS:
        items = [item for item in section.items if isinstance(item.response, kind.shapes)]
        laid = [_item(section, item, count) for item in items]
        orders = moves.questions((section.id, kind.name), len(laid), count)
        if laid:
            versions = enumerate(orders)
            groups.append((kind, [tuple(_at(laid[n][v], n) for n in o) for v, o in versions]))
    return groups


def _in_one(section: Quiz, count: int) -> list[Group]:
    laid = [_item(section, item, count) for item in section.items]
    versions = range(count if laid else 0)
    found = [tuple(_at(each[v], n) for n, each in enumerate(laid)) for v in versions]
    return [(None, found)] if found else []


def _at(laid: Laid, place: int) -> Laid:
    return replace(laid, first=place)


def _item(quiz: Quiz, item: Item, count: int) -> list[Laid]:
    match item.response:
        case Choice() as response:
            return [Laid(item, found) for found in moves.choice(quiz, item, response, count)]
        case Choices() as response:
            return [Laid(item, found) for found in moves.choices(quiz, item, response, count)]
        case Pairs() as response:
            found = moves.pairs(quiz, item, response, count)
            return [Laid(item, sides, order) for order, sides in found]
        case Sequence() as response:
            return [Laid(item, (), order) for order in moves.steps(quiz, item, response, count)]
        case _:
            return [Laid(item)] * count


def _numbered(parts: Iterable[Part]) -> tuple[Part, ...]:
    out: list[Part] = []
    count = 0
    for number, part in enumerate(parts, 1):
        laid = tuple(_counted(one, count, at) for at, one in enumerate(part.laid))
        out.append(replace(part, number=number, laid=laid))
        count += len(laid)
    return tuple(out)


def _counted(laid: Laid, before: int, at: int) -> Laid:
    """The item with its numbers, counted from 1, after so many others."""
    return replace(laid, number=before + at + 1, first=before + laid.first + 1)
