"""HTML: a saved page, without the menus, banners and links around its text."""

import re
from collections.abc import Callable, Iterator
from copy import deepcopy

import lxml.html
from lxml import etree
from trafilatura import bare_extraction

from briefquiz.readers import footmarks, limits, looks, markup, metadata
from briefquiz.readers.decode import clean, decode, refuse
from briefquiz.readers.footmarks import Element
from briefquiz.readers.pieces import Piece, Sheet

DECLARED = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
XML_DECLARED = re.compile(rb"\s*<\?xml[^>]{0,100}encoding\s*=\s*[\"']([\w-]+)", re.IGNORECASE)
XML_HEAD = re.compile(r"^\s*<\?xml[^>]*\?>")
ASIDE = re.compile(
    r"(?:^|[\s_-])(?:cookies?|consent|gdpr|newsletter|subscri(?:be|ption)|related|recommended|share|"
    r"sharing|social|breadcrumbs?|sidebar|promo|advert(?:isement)?|ads?|comments?|popup|"
    r"modal|most-(?:read|popular)|byline|read-?more|tags?|author-(?:bio|box)|pull-?quote|skip-link|"
    r"print-only|screen-reader-text|visually-hidden|sr-only)(?:$|[\s_-])",
    re.IGNORECASE,
)
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
WHOLE = frozenset("html body main article".split())
UNSEEN = frozenset("script style noscript template iframe svg object".split())
BESIDE = frozenset("nav aside form figure dialog menu".split())
LISTS = frozenset(("ul", "ol", "dl"))
MOST_LINKED = 0.8  # of the words of a list: one with more is a menu
CONTAINERS = frozenset("article body div font main section td".split())
LINE_ENDS = frozenset("br div h1 h2 h3 h4 hr ol p table ul".split())
FACES = "b big em font i small span strong u abbr mark time cite q".split()
MOST_IN_CELL = 600  # letters: a cell with more is a page laid out by a table
MOST_ASIDE = 0.4  # of the words: what holds more is the text, whatever its class is called


def read(data: bytes, file: str) -> Sheet:
    """The pieces of a page. Raises `BriefquizError` when it is no text, or has none of its own."""
    tree = parsed(data, file)
    front = metadata.front(tree)
    footmarks.settle(tree, " ".join(style.text_content() for style in tree.iter("style")))
    _drop(tree, lambda element, _: element.tag in UNSEEN)
    _drop(tree, _is_beside)
    _flatten(tree)
    body = _main(tree)
    if body is None:
        raise refuse(file, "has no text of its own: it is a page of links, pictures or scripts")
    return Sheet(front, tuple(_cleaned(markup.pieces(body, file))))


def parsed(data: bytes, file: str) -> Element:
    """The tree of an HTML file, its encoding told by mark, bytes or declaration."""
    if len(data) > limits.PAGE:
        raise refuse(file, f"is too large for a page: {len(data) / 1_000_000:,.0f} MB")
    declared = DECLARED.search(data[:8192]) or XML_DECLARED.match(data)
    text = decode(data, file, declared[1].decode("ascii") if declared else "")
    parser = lxml.html.HTMLParser(remove_comments=True, remove_pis=True, no_network=True)
    try:
        tree = lxml.html.document_fromstring(XML_HEAD.sub("", text), parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise refuse(file, "is no page that can be read: it holds no text") from error
    markup.check(tree, file)
    return tree


def _main(tree: Element) -> Element | None:
    """The main text. Where no container names itself so, trafilatura gathers bare paragraphs.

    Then headings and lists are lost; so the element that holds them all is named as one.
    """
    whole = deepcopy(tree)
    found = _extracted(tree)
    if found is None or any(element.tag in ("head", "list") for element in found):
        return found
    home = _home(whole, [_words(element) for element in found if element.tag == "p"])
    if home is None:
        return found
    home.tag = "article"
    page = lxml.html.Element("html")
    etree.SubElement(page, "body").append(home)
    again = _extracted(page)
    return found if again is None else again


def _extracted(tree: Element) -> Element | None:
    found = bare_extraction(tree, include_comments=False, include_tables=True, with_metadata=False)
    return getattr(found, "body", None)


def _home(tree: Element, paragraphs: list[str]) -> Element | None:
    """The innermost element that holds the first and the last of the paragraphs."""
    ends = {paragraphs[0], paragraphs[-1]} if paragraphs else set()
    holders = [
        element for element in tree.iter("p", "div", "td", "span") if _words(element) in ends
    ]
    if not holders:
        return None
    chain = [set(holder.iterancestors()) for holder in holders]
    shared = set.intersection(*chain)
    return next((e for e in holders[0].iterancestors() if e in shared), None)


def _drop(tree: Element, rule: Callable[[Element, int], bool]) -> None:
    """Drop the elements of which the rule holds; it is told how many letters the page has."""
    letters = max(1, len(tree.text_content()))
    for element in [element for element in tree.iter() if isinstance(element.tag, str)]:
        if element.getparent() is not None and rule(element, letters):
            footmarks.drop(element)


def _is_beside(element: Element, letters: int) -> bool:
    if element.tag in LISTS:
        return _is_menu(element)
    named = element.tag in BESIDE or _is_hidden(element) or _is_aside(element)
    small = element.tag not in WHOLE and named
    return small and len(element.text_content()) <= MOST_ASIDE * letters


def _is_menu(element: Element) -> bool:
    linked = sum(len(link.text_content().split()) for link in element.iter("a"))
    return linked > MOST_LINKED * len(element.text_content().split()) > 0


def _flatten(tree: Element) -> None:
    """Make paragraphs plain before the main text is sought: bold ones headings, others bare.

    Trafilatura loses blanks beside, and breaks sentences at, emphasis outside of paragraphs.
    """
    for table in list(tree.iter("table")):
        if any(len(_words(cell)) > MOST_IN_CELL for cell in table.iter("td")):
            for part in list(table.iter("table", "tbody", "tr", "td", "th")):
                part.tag = "div"
    for element in list(tree.iter("p", "b", "strong")):
        if _is_bold(element) if element.tag == "p" else _is_bold_line(element):
            element.tag = "h4"
    etree.strip_tags(tree, *FACES)


def _is_bold(paragraph: Element) -> bool:
    """Whether a paragraph is all in bold and looks like a heading."""
    words = _words(paragraph)
    bold = any(child.tag in ("b", "strong") and _words(child) == words for child in paragraph)
    return bold and looks.is_heading(words.removesuffix(":"))


def _is_bold_line(bold: Element) -> bool:
    """Whether bold words have a line between breaks for themselves and look like a heading."""
    before, after, parent = bold.getprevious(), bold.getnext(), bold.getparent()
    if parent is None or parent.tag not in CONTAINERS or (bold.tail or "").strip():
        return False
    lead = parent.text if before is None else before.tail
    alone = all(other is None or other.tag in LINE_ENDS for other in (before, after))
    return alone and not (lead or "").strip() and looks.is_heading(_words(bold).removesuffix(":"))


def _words(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def _is_hidden(element: Element) -> bool:
    style = element.get("style")
    return "hidden" in element.attrib or bool(style and HIDDEN.search(style))


def _is_aside(element: Element) -> bool:
    return any(ASIDE.search(element.get(key) or "") for key in ("class", "id"))


def _cleaned(pieces: list[Piece]) -> Iterator[Piece]:
    for piece in pieces:
        if clean(piece.text).strip():
            yield piece
