"""Word files: mammoth gives headings, lists and the accepted text of tracked changes as HTML."""

import io
import re
from typing import Any

import lxml.html
import mammoth

from briefquiz.readers import archive, footmarks, looks, markup
from briefquiz.readers.pieces import Front, Piece, Sheet

# Styles that Word and LibreOffice have and mammoth by itself takes for plain paragraphs.
STYLES = """
p[style-name='Title'] => h1.title:fresh
p[style-name='title'] => h1.title:fresh
p[style-name='caption'] => p.beside:fresh
p[style-name='Caption'] => p.beside:fresh
p[style-name='Figure'] => p.beside:fresh
p[style-name='Table'] => p.beside:fresh
p[style-name='Illustration'] => p.beside:fresh
p[style-name^='toc '] => p.beside:fresh
p[style-name^='Contents'] => p.beside:fresh
p[style-name='TOC Heading'] => p.beside:fresh
p[style-name='table of figures'] => p.beside:fresh
p[style-name='List Bullet'] => ul > li:fresh
p[style-name='List Number'] => ol > li:fresh
p[style-name='Heading 7'] => h6:fresh
p[style-name='Heading 8'] => h6:fresh
"""
PARTS = ("word/document.xml", "word/styles.xml", "word/numbering.xml", "word/footnotes.xml",
         "word/endnotes.xml", "word/comments.xml", "word/_rels/document.xml.rels", "_rels/.rels",
         "[Content_Types].xml", "docProps/core.xml")  # fmt: skip
NO_TITLE = re.compile(
    r"microsoft word|\.docx?$|\.odt$|untitled|document ?\d*$|title$", re.IGNORECASE
)


def read(data: bytes, file: str) -> Sheet:
    """The pieces of a Word file. Raises `BriefquizError` when it is damaged, locked or a bomb."""
    opened = archive.opened(data, file)
    parts = {part: opened.xml(part) for part in PARTS}
    for name in opened.zip.namelist():
        if name.endswith((".xml", ".rels")) and name not in parts and name.startswith("word/"):
            opened.xml(name)  # whatever mammoth may open is looked at first
    tree = _tree(data, file)
    footmarks.settle(tree)
    for element in tree.xpath("//p[@class='beside']"):
        footmarks.drop(element)
    pieces = markup.pieces(tree, file)
    return Sheet(Front(title=title(tree, pieces, parts["docProps/core.xml"])), tuple(pieces))


def _tree(data: bytes, file: str) -> Any:
    try:
        made = mammoth.convert_to_html(
            io.BytesIO(data),
            style_map=STYLES,
            convert_image=mammoth.images.img_element(lambda _: {}),
        )
    except Exception as error:  # mammoth meets a damaged file with whatever error comes
        raise archive.damaged(file) from error
    return lxml.html.fragment_fromstring(made.value or "<p></p>", create_parent="body")


def title(tree: Any, pieces: list[Piece], properties: bytes) -> str:
    """The paragraph styled as title; else, if no heading opens the text, that of the properties.

    The date in the properties is that of the last save and says nothing of the publication.
    """
    styled = [markup.text_of(element) for element in tree.xpath("//h1[@class='title']")]
    if styled:
        return styled[0]
    for piece in pieces:
        if piece.kind == "heading":
            return ""
        if looks.is_prose(piece.text):
            break
    return _titled(properties)


def _titled(properties: bytes) -> str:
    if not properties:
        return ""
    root = lxml.etree.fromstring(properties, lxml.etree.XMLParser(resolve_entities=False))
    found = next((e for e in root.iter() if markup.name(e) == "title"), None)
    text = "" if found is None else markup.text_of(found)
    return "" if len(text.split()) < 2 or NO_TITLE.search(text) else text
