"""A brief as read: title, date, and its blocks of prose, each knowing its place."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

BlockKind: TypeAlias = Literal["heading", "paragraph", "bullet"]


@dataclass(frozen=True, slots=True)
class Block:
    """One heading, paragraph or bullet.

    `text` is a single line: line breaks and runs of white space are one space, soft hyphens are
    gone, and what is not prose (bullet marks, paragraph numbers, run-in labels, note marks) has
    been taken off its ends. `para` counts paragraphs and bullets from 1; a heading carries the
    number of the next one. `section` is the text of the heading above ("" before the first).
    """

    kind: BlockKind
    text: str
    para: int
    section: str = ""


@dataclass(frozen=True, slots=True)
class Brief:
    """What a reader makes of a file.

    `name` is the file's stem, `title` the brief's own. `published` is the date printed in the
    brief's front matter or dateline, as ISO 8601 of whatever precision it has ("2019",
    "2019-01", "2019-01-21"), or "" when it gives none. `sha256` is that of the file's bytes.
    `left_out` counts sentences that are not in `blocks` because a letter of them could not be read.
    Tables, captions, bylines, source lines and boilerplate are not in `blocks`.
    """

    name: str
    title: str
    blocks: tuple[Block, ...]
    published: str = ""
    source: str = ""
    author: str = ""
    sha256: str = ""
    lang: str = "en"
    left_out: int = 0

    @property
    def prose(self) -> tuple[Block, ...]:
        """The blocks that can hold facts: all but the headings."""
        return tuple(block for block in self.blocks if block.kind != "heading")
