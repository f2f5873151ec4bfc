"""What every question has, whatever its type."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from briefquiz.errors import Issue
from briefquiz.quiz import Kind, Source

Status: TypeAlias = Literal["ready", "review", "approved", "rejected"]


@dataclass(frozen=True, slots=True)
class Made:
    """Who drafted a question, and what the block looked like then."""

    by: str
    """The rule that worded it, such as dates/inversion."""
    hash: str = ""
    """Hash of the block as drafted: a block with another hash was edited by a person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Common:
    """The fields that all question types share."""

    id: str
    """Permanent: the identity of the note in Anki. Letters, digits and hyphens."""
    kind: Kind
    """What is asked for: date, number, actor or cause."""
    prompt: str
    """What the reader is asked."""
    explain: str = ""
    """A sentence for the key and the back of the card."""
    source: tuple[Source, ...] = ()
    """The exact words of the brief that prove the answer; one or a list."""
    fact: Mapping[str, str] = field(default_factory=dict)
    """What the question knows, for timeline, who-is-who and causal map."""
    points: int = 1
    """What a right answer is worth on paper."""
    tags: tuple[str, ...] = ()
    """Tags for Anki, beside kind and brief."""
    status: Status = "ready"
    """ready and approved are compiled; review has doubts; rejected is never made again."""
    doubts: tuple[str, ...] = ()
    """Why the question stands on the review shelf, in words."""
    made: Made | None = None
    """Written by `briefquiz draft`; leave it out in a question of your own."""


def check_filled(path: str, texts: Iterable[str]) -> Iterator[Issue]:
    """Texts of a list that say nothing."""
    for place, text in enumerate(texts):
        if not text.strip():
            yield Issue((path, place), f"an empty text stands in {path!r}")


def check_distinct(path: str, texts: list[str]) -> Iterator[Issue]:
    """Options that read alike, case and white space aside."""
    seen: dict[str, int] = {}
    for place, text in enumerate(texts):
        folded = " ".join(text.split()).casefold()
        if folded in seen:
            yield Issue((path, place), f"{text!r} is there twice")
        seen.setdefault(folded, place)
