"""Trees of tags to pieces: HTML, what other formats are turned into, and trafilatura's own tags."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lxml import etree

from briefquiz.readers import archive, labels, limits, marks
from briefquiz.readers.decode import clean
from briefquiz.readers.footmarks import Element
from briefquiz.readers.pieces import ROW, Piece

HEADINGS = frozenset("h1 h2 h3 h4 h5 h6 head".split())
ITEMS = frozenset("li item dd".split())
ROWS = frozenset("tr row".split())
CELLS = frozenset("td th cell".split())
SKIPPED = frozenset(
    "applet audio button canvas caption fieldset figcaption figure form graphic iframe img input "
    "math nav noscript object option script select style svg template textarea title video".split()
)
INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font hi i ins kbd label mark q ref rp "
    "rt ruby s samp small span strike strong sub sup time tt u var wbr".split()
)
BREAKS = frozenset("br lb".split())
STRONG = frozenset("b strong".split())
PARAGRAPHS = re.compile(r"\n[ \t]*\n\s*")
BLANKS = re.compile(r"\s+")


def tree(data: bytes, file: str) -> Element:
    """The tree of an XML part that `archive` has checked."""
    try:
        return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError as error:
        raise archive.damaged(file) from error


def pieces(body: Element, file: str) -> list[Piece]:
    """The pieces of a tree, in order. Raises `BriefquizError` if it is too deep or too large."""
    check(body, file)
    return labels.memos(_Walk().through(body))


def check(tree: Element, file: str) -> None:
    """Refuse a tree that no page made by people or programs for people has."""
    depth = 0
    for count, (event, _) in enumerate(_events(tree)):
        depth += 1 if event == "start" else -1
        if depth > limits.DEPTH or count > 2 * limits.ELEMENTS:
            raise archive.too_tangled(file)


def _events(tree: Element) -> Iterator[tuple[str, Element]]:
    """Each tag as it opens and closes, without recursion."""
    node, opening = tree, True
    while True:
        if opening:
            yield "start", node
            if len(node):
                node = node[0]
                continue
        yield "end", node
        if node is tree:
            return
        following = node.getnext()
        opening = following is not None
        node = following if opening else node.getparent()


@dataclass(slots=True)
class _Walk:
    """Collects runs of text until a block ends."""

    out: list[Piece] = field(default_factory=list)
    runs: list[labels.Run] = field(default_factory=list)
    mark: str = ""
    strong: int = 0

    def through(self, body: Element) -> list[Piece]:
        self.children(body)
        self.flush()
        return self.out

    def children(self, element: Element) -> None:
        self.say(element.text)
        for child in element:
            if isinstance(child.tag, str):
                self.element(child)
            self.say(child.tail)

    def element(self, element: Element) -> None:
        tag = name(element)
        if tag in BREAKS:
            self.runs.append(labels.Run("\n", self.strong > 0))
        elif tag in INLINE:
            bold = tag in STRONG or element.get("rend") == "#b"
            self.strong += bold
            self.children(element)
            self.strong -= bold
        elif tag not in SKIPPED:
            self.block(element, tag)

    def block(self, element: Element, tag: str) -> None:
        self.flush()
        if tag in HEADINGS:
            self.heading(element)
        elif tag in ROWS:
            cells = [text_of(cell) for cell in element if name(cell) in CELLS]
            self.out.append(Piece("paragraph", " | ".join(cells), mark=ROW))
        elif tag in ITEMS:
            self.mark = _mark(element)
            self.children(element)
            self.flush()
            self.mark = ""
        else:
            self.children(element)
            self.flush()

    def heading(self, element: Element) -> None:
        number, text = marks.numbered(text_of(element))
        if text:
            self.out.append(Piece("heading", text, number, sure=True))

    def say(self, text: str | None) -> None:
        if text:
            self.runs.append(labels.Run(BLANKS.sub(" ", text), self.strong > 0))

    def flush(self) -> None:
        runs, self.runs = self.runs, []
        for part in _paragraphs(runs):
            piece = labels.piece(part, self.mark)
            if piece:
                self.out.append(piece)
                self.mark = ""


def _paragraphs(runs: Sequence[labels.Run]) -> Iterator[list[labels.Run]]:
    """The runs between two line breaks in a row, which is how some pages set paragraphs."""
    part: list[labels.Run] = []
    breaks = 0
    for run in runs:
        if run.text == "\n":
            breaks += 1
        elif run.text.strip():
            if breaks >= 2:
                yield part
                part = []
            breaks = 0
        part.append(run)
    yield part


def _mark(item: Element) -> str:
    parent = item.getparent()
    ordered = parent is not None and (name(parent) == "ol" or parent.get("rend") == "ol")
    return f"{1 + len(list(item.itersiblings(preceding=True)))}." if ordered else "•"


def name(element: Element) -> str:
    """The tag without its namespace, in lower case; "" for a comment."""
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def text_of(element: Element) -> str:
    """All the words within an element, on one line."""
    return " ".join(clean("".join(element.itertext())).split())
