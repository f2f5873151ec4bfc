"""Word files: mammoth gives headings, lists and the accepted text of tracked changes as HTML."""

import io
from typing import Any

import lxml.html
import mammoth

from briefquiz.readers import archive, footmarks, markup, office, wordml
from briefquiz.readers.pieces import Sheet

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


def read(data: bytes, file: str) -> Sheet:
    """The pieces of a Word file. Raises `BriefquizError` when it is damaged, locked or a bomb."""
    opened = archive.opened(data, file)
    tree = _tree(wordml.readable(opened), file)
    footmarks.settle(tree)
    for element in tree.xpath("//p[@class='beside']"):
        footmarks.drop(element)
    pieces = markup.pieces(tree, file)
    return Sheet(office.front(tree, pieces, opened.xml("docProps/core.xml"), file), tuple(pieces))


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
