"""What Word and OpenDocument files have in common: where they keep their title."""

import re

from briefquiz.readers import looks, markup
from briefquiz.readers.footmarks import Element
from briefquiz.readers.pieces import Front, Piece

NO_TITLE = re.compile(
    r"microsoft word|\.docx?$|\.odt$|untitled|document ?\d*$|title$", re.IGNORECASE
)


def front(tree: Element, pieces: list[Piece], properties: bytes, file: str) -> Front:
    """The title only: the date in the properties is that of the last save."""
    return Front(title=_title(tree, pieces, properties, file))


def _title(tree: Element, pieces: list[Piece], properties: bytes, file: str) -> str:
    """The paragraph styled as title; else, if no heading opens the text, that of the properties."""
    styled = [markup.text_of(element) for element in tree.xpath("//h1[@class='title']")]
    if styled:
        return styled[0]
    for piece in pieces:
        if piece.kind == "heading":
            return ""
        if looks.is_prose(piece.text):
            break
    return _titled(properties, file)


def _titled(properties: bytes, file: str) -> str:
    if not properties:
        return ""
    root = markup.tree(properties, file)
    found = next((e for e in root.iter() if markup.name(e) == "title"), None)
    text = "" if found is None else markup.text_of(found)
    return "" if len(text.split()) < 2 or NO_TITLE.search(text) else text
