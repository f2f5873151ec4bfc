"""OpenDocument text (.odt): its own tags turned into those of HTML."""

import re

from lxml import etree

from briefquiz.readers import archive, footmarks, markup, office
from briefquiz.readers.decode import refuse
from briefquiz.readers.footmarks import Element
from briefquiz.readers.pieces import Sheet

TAGS = {
    "list": "ul",
    "list-item": "li",
    "table-row": "tr",
    "table-cell": "td",
    "line-break": "br",
    "a": "a",
}
# Notes, deleted text, tables of contents, pictures, comments: no words of the brief.
SKIPPED = frozenset(
    "note tracked-changes table-of-content illustration-index table-index bibliography "
    "alphabetical-index frame annotation annotation-end forms sequence-decls page-number "
    "page-count custom-shape".split()
)
HEADING = re.compile(r"Heading_20_(\d)$")
BOLD = frozenset(("bold", "600", "700", "800", "900"))
BESIDE = frozenset("Caption Figure Illustration Table Drawing Text Footer Header".split())


def read(data: bytes, file: str) -> Sheet:
    """The pieces of an OpenDocument text. Raises `BriefquizError` if damaged, locked or a bomb."""
    opened = archive.opened(data, file)
    if b"encryption-data" in opened.part("META-INF/manifest.xml"):
        raise refuse(file, "is protected by a password: open it and save it without one")
    root = markup.tree(opened.xml("content.xml"), file)
    markup.check(root, file)
    shared = opened.xml("styles.xml")
    styles = _Styles(root, markup.tree(shared, file) if shared else None)
    body = etree.Element("body")
    for element in root.iter("{*}text"):
        if markup.name(element.getparent()) == "body":
            styles.into(element, body)
    footmarks.settle(body)
    pieces = markup.pieces(body, file)
    return Sheet(office.front(body, pieces, opened.xml("meta.xml"), file), tuple(pieces))


class _Styles:
    """What the names of styles mean: raised, bold, a title, a caption."""

    def __init__(self, *roots: Element | None) -> None:
        self.parents: dict[str, str] = {}
        self.raised: set[str] = set()
        self.bold: set[str] = set()
        for root in roots:
            for style in [] if root is None else root.iter("{*}style"):
                self._learn(style)

    def _learn(self, style: Element) -> None:
        name = _attribute(style, "name")
        self.parents[name] = _attribute(style, "parent-style-name")
        for properties in style.iter("{*}text-properties"):
            if _attribute(properties, "text-position").startswith(("super", "1", "2", "3", "4")):
                self.raised.add(name)
            if _attribute(properties, "font-weight") in BOLD:
                self.bold.add(name)

    def into(self, element: Element, target: Element) -> None:
        """Append what `element` holds to `target`, in HTML's tags."""
        _say(target, element.text)
        for child in element:
            self._child(child, target)
            _say(target, child.tail)

    def _child(self, child: Element, target: Element) -> None:
        tag = markup.name(child)
        if not tag or tag in SKIPPED:
            return
        if tag in ("s", "tab"):
            _say(target, " ")
        elif tag == "span":
            self.into(child, etree.SubElement(target, self._face(_attribute(child, "style-name"))))
        elif tag in ("h", "p"):
            self._paragraph(child, tag, target)
        elif tag in TAGS:
            self.into(child, etree.SubElement(target, TAGS[tag]))
        else:
            self.into(child, target)

    def _paragraph(self, child: Element, tag: str, target: Element) -> None:
        style = _attribute(child, "style-name")
        named = self._named(style)
        if named in BESIDE:
            return
        if named == "Title":
            self.into(child, etree.SubElement(target, "h1", {"class": "title"}))
            return
        heading = HEADING.match(named)
        level = heading[1] if heading else _attribute(child, "outline-level") or "2"
        made = etree.SubElement(target, f"h{min(int(level), 6)}" if heading or tag == "h" else "p")
        self.into(child, etree.SubElement(made, "b") if style in self.bold else made)

    def _named(self, style: str) -> str:
        """The style, or the one it is made from when it is a change to that ("P12")."""
        for _ in range(8):
            parent = self.parents.get(style, "")
            if not parent or not style[1:].isdigit():
                return style
            style = parent
        return style

    def _face(self, style: str) -> str:
        return "sup" if style in self.raised else "b" if style in self.bold else "span"


def _attribute(element: Element, name: str) -> str:
    found = (value for key, value in element.attrib.items() if key.rpartition("}")[2] == name)
    return str(next(found, ""))


def _say(target: Element, text: str | None) -> None:
    if not text:
        return
    if len(target):
        target[-1].tail = (target[-1].tail or "") + text
    else:
        target.text = (target.text or "") + text
