"""Where in the text of a question file lines and blocks begin and end."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from briefquiz.bank.nodes import Node
from briefquiz.bank.parts import Items, Keys, Part, at, data, parts, scalars
from briefquiz.errors import BriefquizError, Path, Problem

BOM = "\ufeff"
_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
_COMMENT_LINE = re.compile("(?P<indent>[ \t]*)#[^\n\r\x85\u2028\u2029]*")


@dataclass(frozen=True, slots=True)
class Sheet:
    """The text of a question file without byte order mark, its parts, and how its lines end."""

    file: str
    text: str
    root: Part
    newline: str
    bom: str = ""

    @property
    def data(self) -> Node:
        """What the file says, every scalar as the string that stands there."""
        return data(self.root)

    @property
    def whole(self) -> str:
        """The text with its byte order mark, if it has one."""
        return self.bom + self.text


def sheet(text: str, file: str) -> Sheet:
    """The sheet of a text that `bank.load` takes. Raises BriefquizError for another."""
    body = text.removeprefix(BOM)
    broken = re.search("\r\n|\n|\r", body)
    try:
        root = parts(body)
    except (yaml.YAMLError, ValueError):
        raise BriefquizError([Problem(file, "cannot be read as YAML")]) from None
    bom = BOM if len(body) < len(text) else ""
    return Sheet(file, body, root, broken.group() if broken else "\n", bom)


def line_start(text: str, place: int) -> int:
    """Where the line begins on which `place` is."""
    start = place
    while start and not _begins_line(text, start):
        start -= 1
    return start


def _begins_line(text: str, place: int) -> bool:
    before = text[place - 1]
    return before in "\n\x85\u2028\u2029" or (before == "\r" and text[place : place + 1] != "\n")


def above(sheet: Sheet, path: Path, number: int) -> int:
    """Where item `number` begins with the comment lines that stand right above it."""
    start = line_start(sheet.text, dash(sheet, path, number))
    first = block(sheet, path, number - 1)[1] if number else 0
    while start > first:
        line = line_start(sheet.text, start - 1)
        if line < first or not _COMMENT_LINE.match(sheet.text, line):
            break
        start = line
    return start


def line_end(text: str, place: int) -> int:
    """Where the line ends on which `place` is, before its break."""
    found = _BREAK.search(text, place)
    return found.start() if found else len(text)


def next_line(text: str, place: int) -> int:
    """Where the line after that of `place` begins, or the end of the text."""
    found = _BREAK.search(text, place)
    return found.end() if found else len(text)


def lines(text: str, start: int, end: int) -> tuple[int, int]:
    """The lines from `start` to `end`, so that without them the text ends as it did."""
    start, end = line_start(text, start), end if _begins_line(text, end) else next_line(text, end)
    if end == len(text) and not _begins_line(text, end):
        start = len(text[:start].removesuffix("\n").removesuffix("\r"))
    return start, end


def line_number(text: str, place: int) -> int:
    """The line of `place`, from 1."""
    return sum(1 for _ in _BREAK.finditer(text, 0, place)) + 1


def column(text: str, place: int) -> int:
    """How many characters stand before `place` on its line."""
    return place - line_start(text, place)


def colon(sheet: Sheet, path: Path) -> int:
    """The place behind the colon of the key that ends `path`."""
    owner = at(sheet.root, path[:-1])
    assert isinstance(owner, Keys)
    return sheet.text.index(":", owner.keys[str(path[-1])].end) + 1


def dash(sheet: Sheet, path: Path, number: int) -> int:
    """The place of the dash of item `number` in the block list at `path`."""
    items = _items(sheet, path)
    start = items[number - 1].end if number else colon(sheet, path)
    between = sheet.text[start : items[number].start]
    found = [match.start() for match in re.finditer(r"#[^\n\r]*|-", between) if match[0] == "-"]
    return start + found[-1]


def block(sheet: Sheet, path: Path, number: int) -> tuple[int, int]:
    """Where item `number` begins and ends: from its dash to the end of its last line.

    Comment lines right below it that are indented more than its dash belong to it. An item of a
    list in brackets has no lines: it is the item.
    """
    found = at(sheet.root, path)
    assert isinstance(found, Items)
    if found.flow:
        return found.items[number].start, found.items[number].end
    start = dash(sheet, path, number)
    end = line_end(sheet.text, found.items[number].end)
    while match := _COMMENT_LINE.match(sheet.text, next_line(sheet.text, end)):
        if len(match["indent"]) <= column(sheet.text, start):
            break
        end = match.end()
    return start, end


def block_text(sheet: Sheet, path: Path, number: int) -> str:
    """The lines of item `number` without the indent of its dash, with \\n behind each."""
    start, end = block(sheet, path, number)
    indent = column(sheet.text, start) if not _is_flow(sheet, path) else 0
    first, *rest = _BREAK.sub("\n", sheet.text[start:end]).split("\n")
    return "\n".join([first, *(_dedented(line, indent) for line in rest), ""])


def raw_block(sheet: Sheet, path: Path, number: int) -> str:
    """The text of item `number` as it stands there."""
    start, end = block(sheet, path, number)
    return sheet.text[start:end]


def set_in(sheet: Sheet, path: Path, number: int, text: str) -> str:
    """The lines of a block as `block_text` gives them, indented and broken like the file's."""
    start = block(sheet, path, number)[0]
    indent = " " * column(sheet.text, start) if not _is_flow(sheet, path) else ""
    first, *rest = text.rstrip().replace("\r\n", "\n").split("\n")
    return sheet.newline.join([first, *(indent + line if line else line for line in rest)])


def removable(sheet: Sheet, path: Path, number: int) -> tuple[int, int]:
    """The lines of item `number` in a block list, with one blank line below or above them."""
    text = sheet.text
    start, end = block(sheet, path, number)
    start, end = line_start(text, start), next_line(text, end)
    if end < len(text) and not text[end : line_end(text, end)].strip():
        return start, next_line(text, end)
    before = line_start(text, start - 1) if number else start
    if number + 1 == len(_items(sheet, path)) and not text[before:start].strip():
        start = before
    return lines(text, start, end)


def is_spaced(sheet: Sheet, path: Path) -> bool:
    """Whether blank lines stand between the items of the block list at `path`."""
    items = _items(sheet, path)
    if len(items) < 2:
        return path == ("questions",)
    first = block(sheet, path, 0)[1]
    between = sheet.text[first : dash(sheet, path, 1)]
    return len(_BREAK.findall(between)) > 1 and not between.split("\n")[1].strip()


def has_comment(sheet: Sheet, path: Path, number: int) -> bool:
    """Whether a comment stands in item `number`, behind it, or on the line right above."""
    start, end = block(sheet, path, number)
    if any("#" in gap for gap in _gaps(sheet.text, start, end, _items(sheet, path)[number])):
        return True
    return not _is_flow(sheet, path) and above(sheet, path, number) < line_start(sheet.text, start)


def _gaps(text: str, start: int, end: int, part: Part) -> Iterator[str]:
    """The text between the scalars of a part: punctuation, white space and comments."""
    for scalar in scalars(part):
        yield text[start : scalar.start]
        start = scalar.end
    yield text[start:end]


def _items(sheet: Sheet, path: Path) -> list[Part]:
    found = at(sheet.root, path)
    assert isinstance(found, Items)
    return found.items


def _is_flow(sheet: Sheet, path: Path) -> bool:
    found = at(sheet.root, path)
    return isinstance(found, Items) and found.flow


def _dedented(line: str, indent: int) -> str:
    return line[min(indent, len(line) - len(line.lstrip(" "))) :]
