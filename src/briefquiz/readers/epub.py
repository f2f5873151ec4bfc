"""EPUB: chapters of XHTML in the order of the book."""

import posixpath
import re
from collections.abc import Iterator, Mapping
from urllib.parse import unquote

from briefquiz.readers import archive, dates, footmarks, markup, page
from briefquiz.readers.archive import Archive
from briefquiz.readers.decode import refuse
from briefquiz.readers.footmarks import Element
from briefquiz.readers.pieces import Front, Piece, Sheet

CONTAINER = "META-INF/container.xml"
MOST_SHEETS = 20
UNSAID = re.compile(r"(?:unknown|untitled)\b.*", re.IGNORECASE)
CHAPTERS = frozenset(("application/xhtml+xml", "text/html"))


def read(data: bytes, file: str) -> Sheet:
    """The pieces of an e-book. Raises `BriefquizError` when it is damaged, locked or a bomb."""
    book = archive.opened(data, file)
    if "META-INF/encryption.xml" in book.zip.namelist() and b"EncryptedKey" in book.part(
        "META-INF/encryption.xml"
    ):
        raise refuse(file, "is protected (DRM) and cannot be read")
    package = _package(book)
    root = markup.tree(book.xml(package), file)
    sheets = [name for name in book.zip.namelist() if name.endswith(".css")][:MOST_SHEETS]
    styles = "".join(book.part(name).decode("utf-8", "replace") for name in sheets)
    pieces = [piece for name in _spine(root, package) for piece in _chapter(book, name, styles)]
    return Sheet(_front(root), tuple(pieces))


def _package(book: Archive) -> str:
    root = markup.tree(book.xml(CONTAINER), book.file)
    paths = (e.get("full-path") for e in root.iter() if markup.name(e) == "rootfile")
    return next(filter(None, paths), "content.opf")


def _spine(root: Element, package: str) -> Iterator[str]:
    """The names of the chapters' parts, each once."""
    items = {e.get("id"): e for e in root.iter() if markup.name(e) == "item"}
    order = (e.get("idref") for e in root.iter() if markup.name(e) == "itemref")
    for idref in dict.fromkeys(order):
        item = items.get(idref)
        if item is None or item.get("media-type") not in CHAPTERS:
            continue
        if "nav" not in (item.get("properties") or "").split():
            path = posixpath.join(posixpath.dirname(package), unquote(item.get("href") or ""))
            yield posixpath.normpath(path)


def _chapter(book: Archive, name: str, styles: str) -> list[Piece]:
    data = book.part(name)
    if not data.strip():
        return []
    tree = page.parsed(data, book.file)
    footmarks.settle(tree, styles)
    for element in list(tree.iter("nav")):
        footmarks.drop(element)
    return markup.pieces(tree.find("body") if tree.find("body") is not None else tree, book.file)


def _front(root: Element) -> Front:
    said: dict[str, str] = {}
    for element in root.iter():
        value = markup.text_of(element)[:500]
        if not UNSAID.fullmatch(value):
            said.setdefault(markup.name(element), value)
    return _as_front(said)


def _as_front(said: Mapping[str, str]) -> Front:
    return Front(
        title=said.get("title", ""),
        published=dates.iso(said.get("date", ""), years=True),
        source=said.get("publisher", ""),
        author=said.get("creator", ""),
    )
