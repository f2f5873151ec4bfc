"""Slips of the hand for which YAML has no words: what a line was most likely meant to be."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields

from briefquiz.questions import TYPES

LONGEST_HINT = 120
"""Characters of a line that are worth repeating as it should be."""
CURLY = 'curly quotes (“ ”) do not count as quotes; write straight ones (")'
WHY_FORM = '{text: "…", why: "…"}'
"""How a wrong option says why it is wrong."""

KEYS = frozenset(field.name for question in TYPES for field in fields(question))
"""The keys of a question."""
_LISTS = frozenset({"distractors", "answers", "accept", "extra", "items", "tags", "doubts"})

_TEXT = r'"(?:[^"\\]|\\.)*"'
_INVISIBLE = "\u00ad\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00a0 "
_DOUBLE = "“”„‟«»"
_WHY = re.compile(rf"(?:\btext: *)?(?P<text>{_TEXT}) *,? *why: *(?P<why>{_TEXT}|[^\]}}]*)")
_IN_BRACES = re.compile(rf"\{{ *text: *{_TEXT} *, *why: *{_TEXT} *\}}")
_OPENS_CURLY = re.compile(r"(?:[:,\[{-] *|^ *)(?P<mark>[“„‟«])")
_CLOSES_CURLY = re.compile(r'"[^"“„«”]*(?P<mark>[”“»]) *[,\]}]')
_KEY = re.compile(r"(?P<indent> *)(?P<dash>- +)?(?P<key>[A-Za-z][\w-]*):(?: |$)")


@dataclass(frozen=True, slots=True)
class Slip:
    """What is wrong, where (from 1), and what was perhaps meant."""

    message: str
    line: int
    column: int
    hint: str = ""


def misquoted(text: str) -> tuple[str, str] | None:
    """What is wrong with the quotes of a text that YAML reads as unquoted, and the text mended.

    None for a text that merely has quotation marks in it.
    """
    bare = text.strip(_INVISIBLE)
    if len(bare) < 2:
        return None
    first, inside, last = bare[0], bare[1:-1], bare[-1]
    double = first in _DOUBLE and last in _DOUBLE + '"' and not set(inside) & set(_DOUBLE)
    single = first in "‘‚" and last in "’‘" and not set(inside) & set("‘‚")
    if double or single:
        return CURLY, quoted(inside)
    if first in "“„‟«" and not set(bare[1:]) & set(_DOUBLE):
        return CURLY, ""
    if last == '"' and bare.count('"') % 2:
        return 'ends with a quote (") but begins with none', quoted(bare[:-1])
    if first == last == '"':
        return "an invisible character stands before the quote", bare
    return None


def quoted(text: str) -> str:
    """The text in straight quotes; "" if it is long."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"' if len(escaped) < LONGEST_HINT else ""


def no_value(key: str, *, quoted: bool) -> tuple[str, str]:
    """What is wrong with a key in braces that has no value, and what was perhaps meant."""
    if quoted:
        return f"{key!r} stands in braces without a key; write one before it, such as text:", ""
    if match := re.fullmatch(r"([a-z]+):(\S.*)", key):
        return "a space is missing after the colon", f"{match[1]}: {match[2]}"
    return f"{key!r} has no value; quote a text that has a comma or a brace", ""


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
    match = _OPENS_CURLY.search(_outside_quotes(text)) or _CLOSES_CURLY.search(text)
    if match:
        yield Slip(CURLY, line, match.start("mark") + 1)


def _why_without_braces(
    lines: Sequence[str], line: int, column: int, described: str
) -> Iterator[Slip]:
    """`- "2015" why: "…"`, on one line or two."""
    text = lines[line - 1]
    above = lines[line - 2].rstrip() if line > 1 else ""
    if re.match(r" *why: ", text) and re.fullmatch(rf" *- {_TEXT}", above):
        line, text = line - 1, f"{above} {text.strip()}"
    whole = {match.start() + 1 for match in _IN_BRACES.finditer(text)}
    for match in _WHY.finditer(text):
        if match.start() not in whole and match.start() - 1 not in whole:
            why = match["why"].strip() if match["why"][:1] == '"' else quoted(match["why"].strip())
            meant = f"{{text: {match['text']}, why: {why}}}"
            hint = meant if len(meant) <= LONGEST_HINT else f'{{text: {match["text"]}, why: "…"}}'
            message = f"a wrong option that says why stands in braces: {WHY_FORM}"
            yield Slip(message, line, match.start() + 1, hint)


def _comma(lines: Sequence[str], line: int, column: int, described: str) -> Iterator[Slip]:
    """A comma outside brackets: what a list looks like depends on how it begins."""
    if "<block end>, but found ','" not in described:
        return
    text = lines[line - 1]
    before, after = text[: column - 1].rstrip(), text[column:].strip()
    if re.match(r" *- ", text):
        if not after:
            message = "a line that begins with '- ' ends without a comma"
        else:
            message = "one text a line: write '- ' before each (a pair stands in brackets: [ ])"
        yield Slip(message, line, column)
    elif before.endswith("]"):
        yield Slip("this stands outside the brackets [ ]; move it into them", line, column)
    elif (match := _KEY.match(text)) and match["key"] in _LISTS:
        texts = ", ".join(re.findall(_TEXT, text[match.end() :]))
        yield Slip("a list stands in brackets", line, match.end() + 1, f"[{texts}]")
    else:
        yield Slip(
            "a comma behind the closing quote; put quotes round the whole text", line, column
        )


def _never_closed(lines: Sequence[str], line: int, column: int, described: str) -> Iterator[Slip]:
    """A bracket or brace that runs into the next line, which begins something else."""
    kind = re.search(r"flow (sequence|mapping)", described)
    text, above = lines[line - 1], lines[line - 2].rstrip() if line > 1 else ""
    if not kind or not re.match(r" *(- |[A-Za-z][\w-]*:( |$))", text) or above[-1:] in "[{,":
        return
    mark = "[" if kind[1] == "sequence" else "{"
    partner = "]" if mark == "[" else "}"
    outside = _outside_quotes(above)
    if outside.rfind(mark) > outside.rfind(partner):
        message = f"this {mark!r} is never closed; a {partner!r} is missing"
        yield Slip(message, line - 1, outside.rindex(mark) + 1)


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
    match = _KEY.match(lines[line - 1])
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
    match = _KEY.match(lines[line - 1])
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
    before = [_KEY.match(text) for text in lines[: line - 1]]
    questions = [m for m in before if m and m["dash"] and m["key"] in KEYS]
    if match and match["dash"] and match["key"] == "id":
        return len(questions[0]["indent"]) if questions else None
    if match and not match["dash"] and match["key"] in KEYS and questions:
        return len(questions[-1]["indent"]) + len(questions[-1]["dash"])
    if not match and line > 1 and (above := re.match(" *(?=- )", lines[line - 2])):
        return above.end()
    return None


def _outside_quotes(text: str) -> str:
    """The line with what stands in straight quotes blotted out."""
    return re.sub(_TEXT, lambda match: "_" * len(match.group()), text)


def _spaces(number: int) -> str:
    return f"{number or 'no'} space{'s' * (number != 1)}"


_SLIPS: tuple[Callable[[Sequence[str], int, int, str], Iterator[Slip]], ...] = (
    _blank_in_front,
    _curly,
    _why_without_braces,
    _comma,
    _never_closed,
    _no_dash,
    _colon_in_text,
    _indent,
)
