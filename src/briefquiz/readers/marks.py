"""Marks in and around prose that are not its words: bullets, numbers, note marks, emphasis."""

import re

BULLET = re.compile(r"\s*(?P<mark>[•‣▪■●◦∙·*+o–—-])(?:\s+(?=\S)|(?<=[•‣▪■●◦∙·])(?=\w))")
NUMBER = re.compile(
    r"\s*(?P<mark>\d{1,3}(?:\.\d{1,2}){1,2}\.?|\d{1,3}[.)]|\(\d{1,3}\)|\([a-z]\)|[a-z][.)]|"
    r"\([ivx]{1,5}\)|[ivx]{2,5}[.)]|[IVX]{1,5}\.)\s+(?=\S)"
)
ROUND = frozenset("•‣▪■●◦∙")  # bullets that never begin a line by accident, as a dash may
# [2], [2][3], [1, 4], [note 3]: only after a word or its punctuation, so that [sic] and a quoted
# "[1] The Council" stay.
BRACKETED = re.compile(
    r"(?<=[^\s\[(])(?:\s?\[(?:note |n )?\d{1,3}(?:\s?[,–-]\s?\d{1,3})*\](?!\())+(?!\w)"
)
# A footnote itself, at the start of a line.
FOOTNOTE = re.compile(r"\[\d{1,3}\]:?\s|\[\^|[⁰¹²³⁴-⁹]+\s?|[*†‡§]+\s(?=[A-Z])|\^\d")
MARKDOWN_NOTE = re.compile(r"\[\^[\w-]+\]")
SUPERSCRIPT = re.compile(r"(?P<before>\b[A-Za-z\d]{1,5})?(?P<mark>[⁰¹²³⁴-⁹]+(?:[,⁻–][⁰¹²³⁴-⁹]+)*)")
UNITS = frozenset("m km cm mm dm nm ft in mi yd s sec".split())
DAGGER = re.compile(r"(?<=[\w.,;:!?”\"’')])[†‡§]+(?=[\s.,;:]|$)")
# A note number that lost its height: after the full stop of a word or share, before a space.
SUNK = re.compile(r"(?:(?<=[a-z]{4}[.!?])(?<!figs\.)|(?<=[a-z\d]%[.!?]))\d{1,2}(?=\s+[A-Z“\"‘]|$)")

LINK = re.compile(r"!?\[([^\[\]\n]{1,300})\]\((?:https?:|mailto:|/|#)[^()\s]*\)")
ANGLE = re.compile(r"<https?://[^>\s]+>")
STARS_INSIDE = re.compile(r"(?<=[\w).,;:’'”\"])(?:\*+|__+)(?=[\w(“\"‘])")
STARS = re.compile(r"(?:\*{1,6})(?=\S)|(?<=\S)(?:\*{1,6})")
LOW_LINES = re.compile(r"(?<![\w])_{1,3}(?=\S)|(?<=\S)_{1,3}(?![\w])")


def numbered(line: str) -> tuple[str, str]:
    """The mark before a list item ("•", "2.1", "(a)"; "" for none) and the rest of the line."""
    match = BULLET.match(line) or NUMBER.match(line)
    if not match or match["mark"] == "o":
        return "", line
    return match["mark"], line[match.end() :]


def without_notes(text: str) -> str:
    """The text without its note marks. A mark after a figure goes too; it is never read as one."""
    text = MARKDOWN_NOTE.sub("", text)
    text = SUPERSCRIPT.sub(_without_superscript, text)
    text = DAGGER.sub("", BRACKETED.sub("", text))
    return SUNK.sub("", text)


def _without_superscript(match: re.Match[str]) -> str:
    before = match["before"] or ""
    unit = re.search(r"([A-Za-z]+)$", before)
    power = re.search(r"(?<!\d)10$", before)
    keeps = bool(power) or bool(unit and unit[1] in UNITS and match["mark"] in "²³")
    return match[0] if keeps else before


def without_emphasis(text: str) -> str:
    """Plain text without leftovers of Markdown: stars, low lines, links.

    A star between two words ("the*Act") becomes the space that it swallowed.
    """
    text = ANGLE.sub("", LINK.sub(r"\1", text))
    text = STARS.sub("", STARS_INSIDE.sub(" ", text))
    return LOW_LINES.sub("", text)
