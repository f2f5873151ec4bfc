"""Tags: one hierarchy for kind and brief, and the item's own made safe."""

import re
from functools import lru_cache

from briefquiz.outputs.text import printable
from briefquiz.quiz import Item, Quiz

RESERVED = ("marked", "leech")
"""Anki takes these off every note it imports."""


def tags(quiz: Quiz, item: Item) -> tuple[str, ...]:
    """The tags of an item's notes, each once whatever its case (to Anki, a and A are one)."""
    return _tags(quiz.id, item.kind, item.tags)


@lru_cache(maxsize=256)  # most items of a quiz have the same
def _tags(quiz_id: str, kind: str, own: tuple[str, ...]) -> tuple[str, ...]:
    wanted = [f"briefquiz::kind::{kind}", _brief_tag(quiz_id), *map(safe, own)]
    return tuple({tag.casefold(): tag for tag in reversed(wanted) if tag}.values())[::-1]


def brief_tag(quiz: Quiz) -> str:
    """The tag that all notes of one brief have."""
    return _brief_tag(quiz.id)


def _brief_tag(quiz_id: str) -> str:
    return f"briefquiz::brief::{safe(quiz_id.replace(':', '-'))}"


def safe(tag: str) -> str:
    """The tag as Anki can keep it: no white space, no empty level, no word it takes away."""
    levels = re.sub(r"\s+", "_", printable(tag).strip()).split("::")
    name = "::".join(level for level in (level.strip(":") for level in levels) if level)
    return f"{name}_" if name.casefold() in RESERVED else name
