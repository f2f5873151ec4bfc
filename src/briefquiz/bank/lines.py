"""What was most likely meant by a line on which YAML fails."""

import re
from collections.abc import Callable, Iterator, Sequence

from briefquiz.bank.lists import LIST_SLIPS
from briefquiz.bank.slips import CURLY, KEY, KEYS, LONGEST_HINT, Slip, outside_quotes, quoted

_OPENS_CURLY = re.compile(r"(?:[:,\[{-] *|^ *)(?P<mark>[“„‟«])")
_CLOSES_CURLY = re.compile(r'"[^"“„«”]*(?P<mark>[”“»]) *[,\]}]')


def on_line(lines: Sequence[str], line: int, column: int, described: str) -> Slip | None:
    """The slip behind a syntax error at a place, if it is a common one.

    `described` is what the parser says.
    """
    for find in _SLIPS:
        for slip in find(lines, line, column, described):
            return slip
    return None


def _blank_in_front(lines: Sequence[str], line: int, column: int, described: str) -> Iterator[Slip]:
    """A no-break space looks like a space and is none."""
    for number in (line, line - 1):
        if 0 < number <= len(lines) and (match := re.match("[ \t]*\u00a0", lines[number - 1])):
            message = "a no-break space stands in front of this line; write plain spaces"
            yield Slip(message, number, match.end())


def _curly(lines: Sequence[str], line: int, column: int, described: str) -> Iterator[Slip]:
    text = lines[line - 1]
    match = _OPENS_CURLY.search(outside_quotes(text)) or _CLOSES_CURLY.search(text)
    if match:
        yield Slip(CURLY, line, match.start("mark") + 1)


def _no_dash(lines: Sequence[str], line: int, column: int, described: str) -> Iterator[Slip]:
    """An item of a list without its dash, or a key without its colon."""
    if "could not find expected ':'" not in described:
        return
    text = lines[line - 1].strip()
    column = len(lines[line - 1]) - len(lines[line - 1].lstrip()) + 1
    word, rest = re.match(r"([A-Za-z_]*)[ =:]*(.*)", text).groups()  # type: ignore[union-attr]
    if re.match(r'[-–—•*·] *"|"', text):
        hint = f"- {text.lstrip('-–—•*· ')}"
        message = "an item of a list begins with a hyphen and a space"
        yield Slip(message, line, column, hint if len(hint) <= LONGEST_HINT else "")
    elif word in KEYS and len(text) <= LONGEST_HINT:
        message = "a colon and a space (': ') are missing on this line"
        yield Slip(message, line, column, f"{word}: {rest}")
    elif ":" not in text:
        message = "this line has no key with a colon, such as 'answer:'; "
        yield Slip(f"{message}a text over two lines stands in one pair of quotes", line, column)


def _colon_in_text(lines: Sequence[str], line: int, column: int, described: str) -> Iterator[Slip]:
    """An unquoted text with a colon in it."""
    match = KEY.match(lines[line - 1])
    value = lines[line - 1][match.end() :].strip() if match else ""
    if match and "mapping values" in described and ": " in value and value[0] not in "\"'":
        message = "a second ': ' on this line; put the text in quotes"
        goes_on = re.match(rf" {{{match.end('indent') + 1},}}[^ ]", lines[line])
        whole = value.removesuffix('"') if value.count('"') % 2 else value
        hint = "" if goes_on or match["dash"] else quoted(whole)
        yield Slip(message, line, column, f"{match['key']}: {hint}" if hint else "")


def _indent(lines: Sequence[str], line: int, column: int, described: str) -> Iterator[Slip]:
    """A line that is not where its like are."""
    found = re.search(
        "but found '(<block mapping start>|-|<block sequence start>)'|mapping values", described
    )
    match = KEY.match(lines[line - 1])
    dash = re.match(" *(?=- )", lines[line - 1])
    if not found or not (match or dash):
        return
    is_now = len(match["indent"]) if match else dash.end() if dash else 0
    meant = _indent_of(lines, line, match)
    if meant is not None and meant != is_now:
        message = f"{_spaces(is_now)} in front of this line; there should be {meant}"
        yield Slip(message, line, is_now + 1)


def _indent_of(lines: Sequence[str], line: int, match: "re.Match[str] | None") -> int | None:
    """How many spaces belong in front of a line, going by the lines before it."""
    before = [KEY.match(text) for text in lines[: line - 1]]
    questions = [m for m in before if m and m["dash"] and m["key"] in KEYS]
    if match and match["dash"] and match["key"] == "id":
        return len(questions[0]["indent"]) if questions else None
    if match and not match["dash"] and match["key"] in KEYS and questions:
        return len(questions[-1]["indent"]) + len(questions[-1]["dash"])
    beside = before[-1] if before else None
    if match and not match["dash"] and beside and lines[line - 2][beside.end() :].strip():
        return beside.end("dash" if beside["dash"] else "indent")
    if not match and line > 1 and (above := re.match(" *(?=- )", lines[line - 2])):
        return above.end()
    return None


def _spaces(number: int) -> str:
    return f"{number or 'no'} space{'s' * (number != 1)}"


_SLIPS: tuple[Callable[[Sequence[str], int, int, str], Iterator[Slip]], ...] = (
    _blank_in_front,
    _curly,
    *LIST_SLIPS,
    _no_dash,
    _colon_in_text,
    _indent,
)
