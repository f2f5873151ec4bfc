"""Briefs as they come: bytes of a file to a `Brief`. One module a format, and a table of them."""

import hashlib
from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import PurePath
from types import MappingProxyType
from typing import TypeAlias

from briefquiz.brief import Brief
from briefquiz.errors import BriefquizError
from briefquiz.readers import blocks, damage, formats, furniture, gate, limits, top
from briefquiz.readers.decode import refuse
from briefquiz.readers.pieces import Front, Sheet

Reader: TypeAlias = Callable[[bytes, str], Sheet]
"""The bytes of a file and its name, for messages, to a sheet."""


def _in(module: str) -> Reader:
    """The reader in a module that is imported when the first file of its format is read.

    The libraries for pages, Word files and PDFs take longer to import than a text to read.
    """

    def read_with(data: bytes, file: str) -> Sheet:
        sheet: Sheet = import_module(f"briefquiz.readers.{module}").read(data, file)
        return sheet

    return read_with


# A new format is a module, a line here, and what tells it in `formats`.
READERS: Mapping[str, Reader] = MappingProxyType(
    {
        ".docx": _in("word"),
        ".epub": _in("epub"),
        ".htm": _in("page"),
        ".html": _in("page"),
        ".markdown": _in("markdown"),
        ".md": _in("markdown"),
        ".odt": _in("opendocument"),
        ".pdf": _in("pdf"),
        ".txt": _in("plain"),
        ".xhtml": _in("page"),
    }
)


def read(data: bytes, file: str) -> Brief:
    """The brief in `data`; `file` is its path as the user gave it, for the format and messages.

    Raises `BriefquizError`, one line, when the file cannot be read, or is not English or no prose.
    """
    path = PurePath(file)
    sheet = read_sheet(data, file)
    front, pieces = top.taken_off(sheet.front, blocks.folded(sheet.pieces))
    mended, left_out = damage.mended(furniture.prose(pieces))
    numbered = blocks.numbered(mended)
    front = front | Front(title=_readable(path.stem))
    complaint = gate.complaint(sheet.pieces, numbered)
    if complaint:
        raise refuse(file, complaint)
    return Brief(
        name=path.stem,
        title=_readable(path.stem) if damage.is_damaged(front.title) else front.title,
        blocks=numbered,
        published=front.published,
        source=front.source,
        author=front.author,
        sha256=hashlib.sha256(data).hexdigest(),
        left_out=left_out,
    )


def read_sheet(data: bytes, file: str) -> Sheet:
    """The file as the reader of its format leaves it, whatever its name says it is.

    Raises `BriefquizError` when it cannot be read or is too long to be a brief.
    """
    if len(data) > limits.FILE:
        raise refuse(file, f"is too large to be a brief: {len(data) / 1_000_000:,.0f} MB")
    kind = formats.told(data, file)
    reader = READERS.get(kind)
    if reader is None:
        raise refuse(file, _unknown(kind))
    if kind in formats.TEXTS and len(data) > limits.TEXT:
        raise refuse(file, f"is too long to be a brief: {len(data) / 1_000_000:,.0f} MB of text")
    sheet = reader(data, file)
    words = sum(piece.words for piece in sheet.pieces)
    if words > limits.WORDS:
        message = f"is too long to be a brief: {words:,} words; split it into parts"
        raise refuse(file, message)
    return sheet


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


__all__ = ["READERS", "BriefquizError", "read", "read_sheet"]
