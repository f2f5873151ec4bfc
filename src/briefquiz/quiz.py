"""What outputs see: items in a few neutral response shapes, and the artifacts they make.

An output handles shapes and knows no question types; a question type picks its shape.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

Kind: TypeAlias = Literal["date", "number", "actor", "cause"]
Order: TypeAlias = Literal["shuffle", "sorted", "listed"]
Print: TypeAlias = Literal["normal", "large", "dyslexia"]


@dataclass(frozen=True, slots=True)
class Option:
    """A wrong option and, for the key, why it is wrong."""

    text: str
    """What the reader sees."""
    why: str = ""
    """Why it is wrong, for the key."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One right option among wrong ones. `last`, if any, is one more wrong option printed last.

    `order`: shuffled by seed, sorted by value (dates, figures) or as listed (the answer first).
    """

    answer: str
    distractors: tuple[Option, ...]
    last: str = ""
    order: Order = "shuffle"


@dataclass(frozen=True, slots=True)
class Choices:
    """Several right options among wrong ones."""

    answers: tuple[str, ...]
    distractors: tuple[Option, ...] = ()


@dataclass(frozen=True, slots=True)
class TrueFalse:
    """A statement to judge."""

    answer: bool


@dataclass(frozen=True, slots=True)
class Words:
    """A short answer in words. `accept` lists other right forms."""

    answer: str
    accept: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as printed ("around 1.4 million"), its unit if apart, and what else is right."""

    answer: str
    unit: str = ""
    tolerance: str = ""
    accept: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Gap:
    """A gap in a text: what belongs there and an optional hint."""

    answer: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Gaps:
    """A text with gaps, in reading order. The item's prompt is the same text with gaps as ____."""

    parts: tuple[str | Gap, ...]


@dataclass(frozen=True, slots=True)
class Pairs:
    """Left sides, each with its right side; `extra` right sides match nothing."""

    pairs: tuple[tuple[str, str], ...]
    extra: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sequence:
    """Things to put in order; given in the right order."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Criterion:
    """One line of a marking rubric: so many points for this."""

    points: int
    """How many points it earns; all lines together earn those of the question."""
    text: str
    """What earns them."""


@dataclass(frozen=True, slots=True)
class Essay:
    """An open answer: a model for the key, a rubric, and how many lines to leave on paper."""

    model: str
    rubric: tuple[Criterion, ...] = ()
    lines: int = 4


Response: TypeAlias = (
    Choice | Choices | TrueFalse | Words | Figure | Gaps | Pairs | Sequence | Essay
)


@dataclass(frozen=True, slots=True)
class Source:
    """Words of the brief that prove an answer, and the number of their paragraph (0: unknown)."""

    quote: str
    """Words of the brief that prove the answer, word for word."""
    para: int = 0
    """The number of their paragraph, headings not counted; 0 if unknown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One question as outputs see it."""

    id: str
    kind: Kind
    prompt: str
    response: Response
    points: int = 1
    explain: str = ""
    sources: tuple[Source, ...] = ()
    fact: Mapping[str, str] = field(default_factory=dict)
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Quiz:
    """Everything an output needs: identity, head lines, items in the order of the file.

    `name` is the stem of the files to write; `id` the permanent identity of the deck. A course has
    `parts`, each the quiz that it is by itself; its own `items` are those of all parts, with ids
    that are unique in the course. `resting` are the ids of questions that are left out of this
    build only: their cards in decks in use stay as they are.
    """

    name: str
    id: str
    title: str
    items: tuple[Item, ...]
    lang: str = "en"
    published: str = ""
    source: str = ""
    parts: tuple["Quiz", ...] = ()
    resting: frozenset[str] = frozenset()

    @property
    def sections(self) -> tuple["Quiz", ...]:
        """The parts of a course; a quiz without parts is its own only one."""
        return self.parts or (self,)

    @property
    def points(self) -> int:
        """The sum of all items' points."""
        return sum(item.points for item in self.items)


@dataclass(frozen=True, slots=True)
class Artifact:
    """A file to write: its name (no folder) and its bytes."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Loss:
    """What a format cannot hold of one question: the item's id, and what is lost, in words.

    The message completes "question ID: NAME cannot hold …": "the hint of a gap".
    """

    item: str
    message: str


@dataclass(frozen=True, slots=True)
class Exported:
    """The files of an export, and everything of the quiz that is not in them."""

    artifacts: tuple[Artifact, ...]
    losses: tuple[Loss, ...] = ()


@dataclass(frozen=True, slots=True)
class Paper:
    """How a quiz is printed.

    `versions`: how many, each in an order of its own (1: a single one, without a letter).
    `prints`: in which prints students get their sheets. `order`: questions grouped by how they are
    answered, or as in the file. `word_bank`: texts with gaps have a list of the words to choose.
    """

    versions: int = 1
    prints: tuple[Print, ...] = ("normal",)
    order: Literal["kind", "brief"] = "kind"
    word_bank: bool = False


@dataclass(frozen=True, slots=True)
class Build:
    """What an output may depend on besides the quiz.

    `lock` is the text of `<name>.lock.json` ("" if there is none yet), `now` seconds since 1970.
    For a course, `locks` has those of its parts: name of the part → text. `paper` is how to print.
    """

    lock: str = ""
    now: int = 0
    locks: Mapping[str, str] = field(default_factory=dict)
    paper: Paper = Paper()
