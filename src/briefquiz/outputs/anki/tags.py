"""Tags: one hierarchy for kind and brief, and the item's own made safe."""

import re

from briefquiz.outputs.text import printable
from briefquiz.quiz import Item, Quiz

RESERVED = ("marked", "leech")
"""Anki takes these off every note it imports."""


def tags(quiz: Quiz, item: Item) -> tuple[str, ...]:
    """The tags of an item's notes, each once whatever its case (to Anki, a and A are one)."""
    wanted = [
        f"briefquiz::kind::{item.kind}",
        brief_tag(quiz),
        *map(safe, item.tags),
    ]
    return tuple({tag.casefold(): tag for tag in reversed(wanted) if tag}.values())[::-1]


def brief_tag(quiz: Quiz) -> str:
    """The tag that all notes of one brief have."""
    return f"briefquiz::brief::{safe(quiz.id.replace(':', '-'))}"


def safe(tag: str) -> str:
    """The tag as Anki can keep it: no white space, no empty level, no word it takes away."""
    levels = re.sub(r"\s+", "_", printable(tag).strip()).split("::")
    name = "::".join(level for level in (level.strip(":") for level in levels) if level)
    return f"{name}_" if name.casefold() in RESERVED else name
