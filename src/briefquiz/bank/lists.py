"""Slips in lists and braces: commas, hyphens and brackets too many, too few, or elsewhere."""

import re
from collections.abc import Callable, Iterator, Sequence

from briefquiz.bank.slips import KEY, LONGEST_HINT, TEXT, WHY_FORM, Slip, outside_quotes, quoted

_LISTS = frozenset({"distractors", "answers", "accept", "extra", "items", "tags", "doubts"})
_WHY = re.compile(rf"(?:\btext: *)?(?P<text>{TEXT}) *,? *why: *(?P<why>{TEXT}|[^\]}}]*)")
_NO_HYPHEN = re.compile(r" *(?P<mark>-(?! )|[–—−•*·]) *(?P<rest>[\"\[{].*)")
_IN_BRACES = re.compile(rf"\{{ *text: *{TEXT} *, *why: *{TEXT} *\}}")


def _dash(lines: Sequence[str], line: int, column: int, described: str) -> Iterator[Slip]:
    """A hyphen without its space, or a mark that only looks like a hyphen."""
    match = _NO_HYPHEN.match(lines[line - 1])
    if not match:
        return
    message = "an item of a list begins with a hyphen and a space"
    if match["mark"] == "-":
        message = "a space is missing behind the hyphen"
    elif match["mark"] in "–—−":
        message = f"a long dash ({match['mark']}) is no hyphen; {message}"
    hint = f"- {match['rest'].rstrip()}"
    yield Slip(message, line, match.start("mark") + 1, hint if len(hint) <= LONGEST_HINT else "")


def _comma_missing(lines: Sequence[str], line: int, column: int, described: str) -> Iterator[Slip]:
    """Two things in brackets or braces with nothing between them."""
    before, after = lines[line - 1][: column - 1], lines[line - 1][column - 1 :]
    if "flow" not in described or _quote_marks(lines[line - 1]) % 2:
        return
    if (match := re.search(r" (\w+)$", before)) and after[:1] == ":":
        yield Slip(f"a comma is missing before '{match[1]}:'", line, match.start(1) + 1)
    elif re.search(r"[\"\]}] +$", before) and _quote_marks(before) % 2 == 0:
        key = re.match(r"\w+:", after) if "flow mapping" in described else None
        if key or after[:1] in ('"', "[", "{"):
            name = f"'{key[0]}'" if key else "this"
            yield Slip(f"a comma is missing before {name}", line, column)


def _quote_marks(text: str) -> int:
    """How many straight quotes a line has, without those that are written \\"."""
    return len(re.findall(r'(?<!\\)(?:\\\\)*"', text))


def _two_commas(lines: Sequence[str], line: int, column: int, described: str) -> Iterator[Slip]:
    """Nothing between two commas, or between a bracket and a comma."""
    before = lines[line - 1][: column - 1].rstrip()
    if "flow node" in described and "found ','" in described and before[-1:] in (",", "[", "{"):
        yield Slip("a comma too many; take it away", line, column)


def _why_without_braces(
    lines: Sequence[str], line: int, column: int, described: str
) -> Iterator[Slip]:
    """`- "2015" why: "…"`, on one line or two."""
    text = lines[line - 1]
    above = lines[line - 2].rstrip() if line > 1 else ""
    if re.match(r" *why: ", text) and re.fullmatch(rf" *- {TEXT}", above):
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
    elif not after:
        yield Slip("a comma at the end of this line; take it away", line, column)
    elif before.endswith("]"):
        yield Slip("this stands outside the brackets [ ]; move it into them", line, column)
    elif (match := KEY.match(text)) and match["key"] in _LISTS:
        texts = ", ".join(re.findall(TEXT, text[match.end() :]))
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
    outside = outside_quotes(above)
    if outside.rfind(mark) > outside.rfind(partner):
        message = f"this {mark!r} is never closed; a {partner!r} is missing"
        yield Slip(message, line - 1, outside.rindex(mark) + 1)


LIST_SLIPS: tuple[Callable[[Sequence[str], int, int, str], Iterator[Slip]], ...] = (
    _dash,
    _comma_missing,
    _two_commas,
    _why_without_braces,
    _comma,
    _never_closed,
)
