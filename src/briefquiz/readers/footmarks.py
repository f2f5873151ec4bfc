"""Note marks and raised letters in a tree of tags: settled before its text is taken.

A raised figure becomes a superscript character, which the rules for plain text know: they drop the
mark in 2019³ and keep the power in km². Left as it is, it would join the number before it.
"""

import re
from collections.abc import Iterator
from typing import Any, TypeAlias

Element: TypeAlias = Any
"""A tag of a tree by lxml, which has no types."""

FIGURES = re.compile(r"[\d\s,;–-]+|[−-]\d+")
RAISED = str.maketrans("0123456789-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻")
ORDINAL = re.compile(r"st|nd|rd|th|er|re|ème|e|o|a|º|ª", re.IGNORECASE)
MARK = re.compile(r"\W{0,2}(?:\d{1,3}|[a-z*†‡§#]{1,3}|[ivx]{1,5})\W{0,2}", re.IGNORECASE)
NOTE_TARGET = re.compile(
    r"#.{0,40}?(?:_?(?:ftn|edn|fn|en)(?:ref)?[-_:]?\d|note|cite|footnote|endnote|reference|bib|"
    r"sdfootnote|sdendnote)",
    re.IGNORECASE,
)
NOTE_CLASS = re.compile(
    r"(?:^|[\s_-])(?:foot-?note|end-?note|note-?ref|fn-?ref|reference|citation|superscript)",
    re.IGNORECASE,
)
RAISED_STYLE = re.compile(r"vertical-align\s*:\s*(?:super|text-top|top|[1-9])", re.IGNORECASE)
RAISING_RULE = re.compile(
    r"\.([\w-]{1,60})[^{}]{0,60}\{[^{}]{0,400}?(?:vertical-align\s*:\s*super|\btop\s*:\s*-0?\.\d+em)",
    re.IGNORECASE,
)
MOST_STYLES = 500_000  # characters of CSS that are searched for such rules
MOST_RAISED = 8  # letters in a mark
NOTE_ROLES = frozenset(("doc-noteref", "noteref"))
NOTES_ROLES = frozenset(
    "doc-endnotes doc-footnote doc-endnote doc-footnotes footnote endnote footnotes endnotes "
    "rearnote rearnotes".split()
)
NOTES_ID = re.compile(
    r"(?:foot|end)-?notes?(?:[-_:]?\d+)?|(?:_?ftn|fn|cite_note)[-_:]?\d.*", re.IGNORECASE
)
NOTES_CLASS = re.compile(
    r"(?:^|\s)(?:footnotes?|endnotes?|references|reflist|fn-list)(?:\s|$)", re.IGNORECASE
)
BLOCKS = frozenset("aside div dl li ol p section table ul".split())


def settle(tree: Element, styles: str = "") -> None:
    """Take note marks, and the notes themselves, out of the tree; `styles` is its CSS."""
    raisers = frozenset(RAISING_RULE.findall(styles[:MOST_STYLES]))
    for element in list(_elements(tree)):
        if _is_notes(element):
            drop(element)
        elif element.tag == "sup" or _is_raised(element, raisers):
            _replace(element, raised(_text(element)))
        elif element.tag == "a" and _is_reference(element):
            _replace(element, "")


def raised(text: str) -> str:
    """What stays of raised characters: figures as superscripts, ordinals as they are, no marks."""
    text = "".join(text.split())
    if FIGURES.fullmatch(text):
        return text.translate(RAISED).replace(",", "").replace(";", "").replace("–", "⁻")
    return text if ORDINAL.fullmatch(text) else ""


def drop(element: Element) -> None:
    """Take an element out of its tree; the text after it stays."""
    _replace(element, "")


def _elements(tree: Element) -> Iterator[Element]:
    return (element for element in tree.iter() if isinstance(element.tag, str))


def _text(element: Element) -> str:
    return "".join(element.itertext())


def _is_raised(element: Element, raisers: frozenset[str]) -> bool:
    style = element.get("style") or ""
    named = raisers and raisers.intersection((element.get("class") or "").split())
    return bool(named or RAISED_STYLE.search(style)) and len(_text(element)) <= MOST_RAISED


def _is_reference(element: Element) -> bool:
    roles = {element.get("role"), _type(element)}
    text = _text(element).strip()
    if roles & NOTE_ROLES:
        return True
    if not MARK.fullmatch(text):
        return False
    named = NOTE_CLASS.search(element.get("class") or "")
    return bool(named or NOTE_TARGET.match(_fragment(element)))


def _fragment(element: Element) -> str:
    _, sign, target = (element.get("href") or "").partition("#")
    return sign + target


def _is_notes(element: Element) -> bool:
    if element.tag not in BLOCKS:
        return False
    if {element.get("role"), _type(element)} & NOTES_ROLES:
        return True
    named = NOTES_ID.fullmatch(element.get("id") or "")
    return bool(named or NOTES_CLASS.search(element.get("class") or ""))


def _type(element: Element) -> str | None:
    kind: str | None = element.get("epub:type") or element.get("{http://www.idpf.org/2007/ops}type")
    return kind


def _replace(element: Element, text: str) -> None:
    parent = element.getparent()
    if parent is None:
        return
    text += element.tail or ""
    before = element.getprevious()
    if before is None:
        parent.text = (parent.text or "") + text
    else:
        before.tail = (before.tail or "") + text
    parent.remove(element)
