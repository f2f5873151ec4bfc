"""YAML text to plain data in which every scalar is the string that stands there, with places.

YAML's own guesses (`no`, `1:30`, a repeated key, a text cut at ` #` or at a comma) are either not
made or reported. What a value means is the business of `bank.schema`.
"""

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import yaml

from briefquiz.bank.slips import misquoted, no_value
from briefquiz.bank.syntax import sentence
from briefquiz.errors import Path, Problem

Node: TypeAlias = str | list["Node"] | dict[str, "Node"]
Place: TypeAlias = tuple[int, int]

LARGEST = 5_000_000
"""Bytes: a question file above this is refused unread."""
DEEPEST = 12
"""Levels: more than any question needs, fewer than a parser's stack."""

TOKEN_KEYS = frozenset(
    {"briefquiz", "id", "lang", "file", "sha256", "published", "kind", "type", "status", "order"}
    | {"points", "lines", "para", "tags", "tolerance", "by", "hash"}
)
"""Keys whose value is one word, after which a comment may stand."""

_MONTH = "Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec"
_MONTH_DAY = re.compile(rf"\b({_MONTH})[a-z]*\.?( \d{{1,2}}(st|nd|rd|th)?)?$")
_YEAR = re.compile(r"\d{4}\b")
_COMMENT = re.compile(r"[ \t]+#(?P<glued>\S?)")
_NOT_TEXT = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ITEM_INSIDE = re.compile(r"\n[ \t]*- ")
_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Nodes:
    """A question file as read: data (None if it is no YAML), where it stands, what is wrong.

    `places` has the place of each value by its path: where its key stands or, in a list, itself.
    """

    data: Node | None
    problems: tuple[Problem, ...] = ()
    places: Mapping[Path, Place] = field(default_factory=dict)

    def place(self, path: Path) -> Place:
        """The place of the value at `path`, or of the nearest thing around it."""
        at: Path = ()
        for step in path:
            if (*at, step) in self.places:
                at = (*at, step)
            elif step != 0:  # a lone item may stand without its list
                break
        return self.places.get(at, (1, 1))


def read(raw: bytes | str, file: str) -> Nodes:
    """The data and places of a question file. Never raises, whatever the bytes."""
    if len(raw) > LARGEST:
        return Nodes(None, (Problem(file, f"is larger than {LARGEST // 1_000_000} MB"),))
    text = raw if isinstance(raw, str) else _decode(raw, file)
    if isinstance(text, Problem):
        return Nodes(None, (text,))
    text = text.removeprefix("\ufeff")
    if not text.strip():
        return Nodes(None, (Problem(file, "is empty"),))
    if odd := _NOT_TEXT.search(text):
        line, column = _place_at(text, odd.start())
        message = f"the character U+{ord(odd.group()):04X} is not text"
        return Nodes(None, (Problem(file, message, line, column),))
    return _parse(text, file)


def _decode(raw: bytes, file: str) -> str | Problem:
    if b"\0" in raw:
        return Problem(file, "is not a text file")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line, column = _place_at(raw[: error.start].decode("utf-8"), error.start)
        message = f"the byte 0x{raw[error.start]:02x} is not UTF-8; save the file as UTF-8"
        return Problem(file, message, line, column)


def _place_at(text: str, index: int) -> Place:
    starts = [0, *(match.end() for match in _BREAK.finditer(text, 0, min(index, len(text))))]
    line = bisect_right(starts, min(index, len(text)))
    return line, min(index, len(text)) - starts[line - 1] + 1


def _parse(text: str, file: str) -> Nodes:
    """With the fast parser; where it balks the other one decides, and words the error."""
    for loader in (getattr(yaml, "CSafeLoader", yaml.SafeLoader), yaml.SafeLoader):
        builder = _Builder(text, file)
        try:
            for event in yaml.parse(text, Loader=loader):
                builder.take(event)
            break
        except _StopError:
            break
        except (yaml.MarkedYAMLError, ValueError, OverflowError) as error:
            failure = error
    else:
        slip = sentence(failure, text, builder.quoted)
        builder.problems = [found for found in builder.problems if found.line != slip.line]
        builder.problems.append(Problem(file, slip.message, slip.line, slip.column, slip.hint))
        builder.failed = True
    if builder.root is None and not builder.problems:
        builder.problems.append(Problem(file, "is empty"))
    data = None if builder.failed else builder.root
    return Nodes(data, tuple(builder.problems), builder.places)


class _StopError(Exception):
    """No use in reading on."""


@dataclass(slots=True)
class _Level:
    """An open list or mapping: its path, what it holds, and the key that waits for its value.

    `two_in_one` is a question into which another one runs.
    """

    path: Path
    node: list[Node] | dict[str, Node]
    flow: bool
    key: str | None = None
    key_event: Any = None
    previous: Any = None
    two_in_one: bool = False


class _Builder:
    """Builds data from YAML events, without recursion, noting places and problems."""

    def __init__(self, text: str, file: str) -> None:
        self.text = text
        self.file = file
        self.root: Node | None = None
        self.failed = False
        self.documents = 0
        self.quoted: tuple[Place, Place] = ((0, 0), (0, 0))
        self.stack: list[_Level] = []
        self.problems: list[Problem] = []
        self.places: dict[Path, Place] = {}

    def take(self, event: Any) -> None:
        """One event of `yaml.parse`."""
        match event:
            case yaml.DocumentStartEvent():
                self._document(event)
            case yaml.AliasEvent():
                message = "an alias (*) is not allowed; quote a text that begins with '*'"
                self._complain(event, message)
                self._scalar(event, "")
            case yaml.ScalarEvent():
                self._decorations(event)
                self._scalar(event, event.value)
                self._remember(event)
            case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                self._decorations(event)
                self._open(event, {} if isinstance(event, yaml.MappingStartEvent) else [])
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self.stack.pop()
            case _:
                pass

    def _remember(self, event: Any) -> None:
        if not _plain(event):
            self.quoted = _start(event), (event.end_mark.line + 1, event.end_mark.column)

    def _complain(self, event: Any, message: str, hint: str = "") -> None:
        line, column = event.start_mark.line + 1, event.start_mark.column + 1
        self.problems.append(Problem(self.file, message, line, column, hint))

    def _document(self, event: Any) -> None:
        self.documents += 1
        if self.documents > 1:
            self._complain(event, "a second document begins here; a question file holds only one")
            raise _StopError

    def _decorations(self, event: Any) -> None:
        if event.anchor is not None:
            self._complain(event, "an anchor (&) is not allowed; quote a text that begins with '&'")
        if event.tag is not None:
            self._complain(event, "a tag (!) is not allowed; quote a text that begins with '!'")

    def _open(self, event: Any, node: list[Node] | dict[str, Node]) -> None:
        if len(self.stack) >= DEEPEST:
            self._complain(event, f"is nested more than {DEEPEST} levels deep")
            self.failed = True
            raise _StopError
        level = self.stack[-1] if self.stack else None
        if level and isinstance(level.node, dict) and level.key is None:
            self._complain(event, "a key should be a word; quote a text that begins with [ { or ?")
            self._key(level, event, "")
            path: Path = (*level.path, "")
        else:
            path = self._put(event, node)
        self.stack.append(_Level(path, node, event.flow_style))

    def _scalar(self, event: Any, value: str) -> None:
        if any("\ud800" <= character <= "\udfff" for character in value):
            self._complain(event, "half of a surrogate pair is no character")
            value = ""
        level = self.stack[-1] if self.stack else None
        if level and isinstance(level.node, dict) and level.key is None:
            if value in level.node and not level.two_in_one:
                line = self.places[(*level.path, value)][0]
                level.two_in_one = value == "id" and "questions" in level.path
                new = "; a new question begins with '- id:'" * level.two_in_one
                self._complain(event, f"{value!r} again (first on line {line}){new}")
            self._key(level, event, value)
            return
        if level and _plain(event):
            self._cut(level, event)
        self._put(event, value)

    def _key(self, level: _Level, event: Any, key: str) -> None:
        level.key, level.key_event = key, event
        self.places.setdefault((*level.path, key), _start(event))

    def _put(self, event: Any, node: Node) -> Path:
        """Puts a value in its place and gives its path; of a repeated key the first one counts."""
        if not self.stack:
            self.root = node
            self.places[()] = _start(event)
            return ()
        level = self.stack[-1]
        level.previous = event
        if isinstance(level.node, list):
            path: Path = (*level.path, len(level.node))
            level.node.append(node)
            self.places.setdefault(path, _start(event))
            return path
        key = level.key or ""
        level.key = None
        level.node.setdefault(key, node)
        return (*level.path, key)

    def _cut(self, level: _Level, event: Any) -> None:
        """Unquoted text of which YAML silently takes only a part, or takes the quotes as well."""
        if slip := misquoted(event.value):
            self._complain(event, *slip)
            return
        if level.flow:
            self._cut_at_comma(level, event)
        inside = self.text[event.start_mark.index : event.end_mark.index]
        if _ITEM_INSIDE.search(inside):
            self._complain(event, "a line that begins with '- ' goes on with this text; indent it")
        names = [name for name in (*level.path, level.key) if isinstance(name, str)]
        token = bool(names) and names[-1] in TOKEN_KEYS and "fact" not in names
        comment = _COMMENT.match(self.text, event.end_mark.index)
        if not comment or not event.value:
            return
        one_word = token or event.value in ("true", "false")
        if not one_word or " " in event.value or comment["glued"]:
            self._complain(event, "the text is cut at ' #'; put it in quotes")

    def _cut_at_comma(self, level: _Level, event: Any) -> None:
        before: Any = level.previous
        value = event.value
        if before is not None and _plain(before) and misquoted(before.value):
            return
        if isinstance(level.node, dict):
            if not value:
                message, hint = no_value(level.key or "", quoted=not _plain(level.key_event))
                self._complain(level.key_event, message, hint)
            return
        if not _plain(before):
            return
        between = self.text[before.end_mark.index : event.start_mark.index]
        date = _MONTH_DAY.search(before.value) and _YEAR.match(value)
        figure = between == "," and before.value[-1:].isdigit() and re.match(r"\d{3}(?!\d)", value)
        if date or figure:
            whole = f"{before.value}{between}{value}"
            self._complain(before, f"is {whole!r} one item? then put it in quotes")


def _start(event: Any) -> Place:
    return event.start_mark.line + 1, event.start_mark.column + 1


def _plain(event: Any) -> bool:
    return isinstance(event, yaml.ScalarEvent) and not event.style
