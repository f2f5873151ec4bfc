"""A question file as a tree of its parts, each with the stretch of text that it fills.

Only for text that `bank.load` takes: no anchors, tags, repeated keys or second document.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import yaml

from briefquiz.bank.nodes import Node
from briefquiz.errors import Path


@dataclass(slots=True)
class Scalar:
    """A text: where it begins and ends (its quotes included), and what it says."""

    start: int
    end: int
    value: str


@dataclass(slots=True)
class Items:
    """A list. In block style it begins and ends with its first and last item, without dashes."""

    start: int
    end: int
    flow: bool
    items: list["Part"] = field(default_factory=list)


@dataclass(slots=True)
class Keys:
    """Keys with their values; in block style it begins with its first key."""

    start: int
    end: int
    flow: bool
    keys: dict[str, Scalar] = field(default_factory=dict)
    values: dict[str, "Part"] = field(default_factory=dict)
    waiting: Scalar | None = None
    """While it is read: the key whose value comes next."""


Part: TypeAlias = Scalar | Items | Keys


def parts(text: str) -> Part:
    """The tree of a text without byte order mark. Raises yaml.YAMLError or ValueError."""
    try:
        return _tree(text, getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except (yaml.YAMLError, ValueError):
        return _tree(text, yaml.SafeLoader)  # as `bank.nodes` does


def at(root: Part, path: Path) -> Part:
    """The part at a path, such as ("questions", 0, "status"). Raises KeyError or IndexError."""
    for step in path:
        if isinstance(root, Keys):
            root = root.values[str(step)]
        elif isinstance(root, Items) and isinstance(step, int):
            root = root.items[step]
        else:
            raise KeyError(step)
    return root


def data(part: Part) -> Node:
    """What the part says, as `bank.nodes` gives it."""
    if isinstance(part, Scalar):
        return part.value
    if isinstance(part, Items):
        return [data(item) for item in part.items]
    return {key: data(value) for key, value in part.values.items()}


def scalars(part: Part) -> Iterator[Scalar]:
    """Every text in the part, keys too, in the order of the file."""
    if isinstance(part, Scalar):
        yield part
    elif isinstance(part, Items):
        for item in part.items:
            yield from scalars(item)
    else:
        for key, value in part.values.items():
            yield part.keys[key]
            yield from scalars(value)


def _tree(text: str, loader: Any) -> Part:
    root: Part | None = None
    stack: list[Items | Keys] = []
    for event in yaml.parse(text, Loader=loader):
        if isinstance(event, yaml.CollectionEndEvent):
            _close(stack.pop(), event)
            continue
        part = _part(event, text)
        if part is None:
            continue
        root = part if root is None else root
        if stack:
            _put(stack[-1], part)
        if not isinstance(part, Scalar):
            stack.append(part)
    if root is None:
        raise ValueError("an empty text has no parts")
    return root


def _part(event: Any, text: str) -> Part | None:
    start, end = event.start_mark.index, event.end_mark.index
    if isinstance(event, yaml.ScalarEvent):
        return Scalar(start, _end(event, text), event.value)
    if isinstance(event, yaml.SequenceStartEvent):
        return Items(start, end, bool(event.flow_style))
    if isinstance(event, yaml.MappingStartEvent):
        return Keys(start, end, bool(event.flow_style))
    return None


def _end(event: Any, text: str) -> int:
    """The end of a text; of one that begins with | or >, without the break of its last line."""
    start, end = event.start_mark.index, event.end_mark.index
    if event.style not in ("|", ">"):
        return int(end)
    said = text[start:end]
    if "+" in said.split("\n", 1)[0]:  # the blank lines behind it are part of it
        return int(start + len(said.removesuffix("\n").removesuffix("\r")))
    return int(start + len(said.rstrip()))


def _put(owner: Items | Keys, part: Part) -> None:
    if isinstance(owner, Items):
        owner.items.append(part)
    elif owner.waiting is None:
        if not isinstance(part, Scalar) or part.value in owner.keys:
            raise ValueError("a key should be a word, and there once")
        owner.waiting = owner.keys[part.value] = part
    else:
        owner.values[owner.waiting.value] = part
        owner.waiting = None


def _close(part: Items | Keys, event: Any) -> None:
    """A list or mapping ends with its bracket or, in block style, with the last thing in it."""
    if part.flow:
        part.end = event.end_mark.index
        return
    children = part.items if isinstance(part, Items) else list(part.values.values())
    part.start = part.start if isinstance(part, Keys) else children[0].start
    part.end = children[-1].end
