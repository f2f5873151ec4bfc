"""Briefs as they come: bytes of a file to a `Brief`. One module a format, and a table of them."""

import hashlib
from collections.abc import Callable, Mapping
from pathlib import PurePath
from types import MappingProxyType

from briefquiz.brief import Brief
from briefquiz.errors import BriefquizError
from briefquiz.readers import blocks, furniture, gate, markdown, plain, top
from briefquiz.readers.decode import refuse
from briefquiz.readers.pieces import Sheet

# A new format is a module and a line here: bytes and the file's name (for messages) to a sheet.
READERS: Mapping[str, Callable[[bytes, str], Sheet]] = MappingProxyType(
    {
        ".markdown": markdown.read,
        ".md": markdown.read,
        ".txt": plain.read,
    }
)


def read(data: bytes, file: str) -> Brief:
    """The brief in `data`; `file` is its path as the user gave it, for the format and messages.

    Raises `BriefquizError`, one line, when the file is no text, not English, or no prose.
    """
    path = PurePath(file)
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        raise refuse(file, _unknown(path.suffix))
    sheet = reader(data, file)
    front, pieces = top.taken_off(sheet.front, blocks.folded(sheet.pieces))
    numbered = blocks.numbered(furniture.prose(pieces))
    complaint = gate.complaint(sheet.pieces, numbered)
    if complaint:
        raise refuse(file, complaint)
    return Brief(
        name=path.stem,
        title=front.title or _readable(path.stem),
        blocks=numbered,
        published=front.published,
        source=front.source,
        author=front.author,
        sha256=hashlib.sha256(data).hexdigest(),
    )


def _unknown(ending: str) -> str:
    known = ", ".join(sorted(READERS))
    what = f"has the unknown ending {ending!r}" if ending else "has no ending"
    return f"{what}: briefs can be {known}"


def _readable(stem: str) -> str:
    """ "01-baltic-grid" as "Baltic grid"."""
    words = stem.replace("_", " ").replace("-", " ").split()
    while len(words) > 1 and words[0].isdigit():
        words = words[1:]
    text = " ".join(words) or stem
    return text[:1].upper() + text[1:]


__all__ = ["READERS", "BriefquizError", "read"]
