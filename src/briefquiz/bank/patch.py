"""Edits of the text of a question file that leave every other byte as it is.

Every edit is read again: unless exactly what was meant has changed, it is refused.
"""

from typing import Any

import yaml

from briefquiz.bank import layout
from briefquiz.bank.dump import ORDER, Tree, entry_lines, flow_text, item_lines, scalar_lines
from briefquiz.bank.layout import Sheet
from briefquiz.bank.nodes import Node
from briefquiz.bank.parts import Items, Keys, Part, Scalar, at, data, parts
from briefquiz.errors import BriefquizError, Path, Problem


def set_key(old: Sheet, path: Path, value: Tree) -> Sheet:
    """The sheet with `value` at the key that ends `path`; a new key goes to its usual place."""
    owner, key = at(old.root, path[:-1]), str(path[-1])
    assert isinstance(owner, Keys)
    wanted: Any = old.data
    _inside(wanted, path[:-1])[key] = _node(value)
    if key not in owner.keys:
        return _spliced(old, *_new_entry(old, owner, key, value), wanted)
    part = owner.values[key]
    if owner.flow or _inline(part, value):
        start, end = part.start, part.end
        column = layout.column(old.text, owner.keys[key].start)
        said = _inline_text(old, value, column, start, flow=owner.flow, key=key)
        space = " " if old.text[start - 1] == ":" else ""
        return _spliced(old, start, end, space + said, wanted)
    start, end = owner.keys[key].start, part.end
    lines = entry_lines(key, value, layout.column(old.text, start))
    return _spliced(old, start, end, old.newline.join(lines).lstrip(" "), wanted)


def remove_key(old: Sheet, path: Path) -> Sheet:
    """The sheet without the key that ends `path`; it must not be the only one."""
    owner, key = at(old.root, path[:-1]), str(path[-1])
    assert isinstance(owner, Keys)
    wanted: Any = old.data
    del _inside(wanted, path[:-1])[key]
    names = list(owner.keys)
    number = names.index(key)
    start, end = owner.keys[key].start, owner.values[key].end
    if number == 0 and len(names) > 1:  # it may stand behind a dash
        end = owner.keys[names[1]].start
    elif owner.flow:
        start = owner.values[names[number - 1]].end
    else:
        start, end = layout.lines(old.text, start, end)
    return _spliced(old, start, end, "", wanted)


def insert_item(old: Sheet, path: Path, number: int, value: Tree) -> Sheet:
    """The sheet with `value` as item `number` of the list at `path`."""
    found = at(old.root, path)
    assert isinstance(found, Items)
    wanted: Any = old.data
    _inside(wanted, path).insert(number, _node(value))
    if not found.items:
        return _first_item(old, path, found, value, wanted)
    if found.flow:
        said = flow_text(value)
        if number < len(found.items):
            place = found.items[number].start
            return _spliced(old, place, place, f"{said}, ", wanted)
        place = found.items[-1].end
        return _spliced(old, place, place, f", {said}", wanted)
    lines = item_lines(value, layout.column(old.text, layout.dash(old, path, 0)))
    said = old.newline.join(lines)
    between = old.newline * (2 if layout.is_spaced(old, path) else 1)
    if number:
        place = layout.block(old, path, number - 1)[1]
        return _spliced(old, place, place, between + said, wanted)
    place = layout.above(old, path, 0)
    return _spliced(old, place, place, said + between, wanted)


def replace_item(old: Sheet, path: Path, number: int, value: Tree) -> Sheet:
    """The sheet with `value` instead of item `number` of the list at `path`."""
    found = at(old.root, path)
    assert isinstance(found, Items)
    wanted: Any = old.data
    _inside(wanted, path)[number] = _node(value)
    if found.flow:
        item = found.items[number]
        return _spliced(old, item.start, item.end, flow_text(value), wanted)
    dash = layout.dash(old, path, number)
    lines = item_lines(value, layout.column(old.text, dash))
    said = old.newline.join(lines).lstrip(" ")
    return _spliced(old, dash, found.items[number].end, said, wanted)


def remove_item(old: Sheet, path: Path, number: int) -> Sheet:
    """The sheet without item `number` of the list at `path`, and without one blank line by it."""
    found = at(old.root, path)
    assert isinstance(found, Items)
    wanted: Any = old.data
    del _inside(wanted, path)[number]
    items = found.items
    if found.flow:
        start, end = items[number].start, items[number].end
        if number + 1 < len(items):
            end = items[number + 1].start
        elif number:
            start = items[number - 1].end
        return _spliced(old, start, end, "", wanted)
    start, end = layout.removable(old, path, number)
    if len(items) > 1:
        return _spliced(old, start, end, "", wanted)
    colon = layout.colon(old, path)
    said = f" []{old.text[colon:start]}"
    return _spliced(old, colon, end, said, wanted)


def replace_block(old: Sheet, path: Path, number: int, text: str) -> Sheet:
    """The sheet with the text of item `number`, as `layout.block_text` gives it, exchanged.

    The text may say anything; that it leaves the rest alone is checked.
    """
    return put_back(old, path, number, layout.set_in(old, path, number, text))


def put_back(old: Sheet, path: Path, number: int, said: str) -> Sheet:
    """The sheet with `said`, to the byte, from the dash of item `number` to its last line."""
    start, end = layout.block(old, path, number)
    try:
        new = parts(old.text[:start] + said + old.text[end:])
        item = data(at(new, (*path, number)))
    except (yaml.YAMLError, ValueError, LookupError):
        raise _refusal(old, start) from None
    wanted: Any = old.data
    _inside(wanted, path)[number] = item
    return _spliced(old, start, end, said, wanted)


def comment(old: Sheet, path: Path, line: str) -> Sheet:
    """The sheet with a line that begins with # above the key that ends `path`, in block style."""
    owner = at(old.root, path[:-1])
    assert isinstance(owner, Keys)
    if owner.flow:
        return old
    place = owner.keys[str(path[-1])].start
    indent = " " * layout.column(old.text, place)
    return _spliced(old, place, place, line + old.newline + indent, old.data)


def _spliced(old: Sheet, start: int, end: int, said: str, wanted: Node) -> Sheet:
    """The sheet with `said` from start to end, which must make it say what is wanted."""
    text = old.text[:start] + said + old.text[end:]
    try:
        root = parts(text)
    except (yaml.YAMLError, ValueError):
        raise _refusal(old, start) from None
    if data(root) != wanted:
        raise _refusal(old, start)
    return Sheet(old.file, text, root, old.newline, old.bom)


def _refusal(old: Sheet, place: int) -> BriefquizError:
    line = layout.line_number(old.text, place)
    message = "cannot be changed here by the program without harm; please edit it by hand"
    return BriefquizError([Problem(old.file, message, line, layout.column(old.text, place) + 1)])


def _inside(node: Any, path: Path) -> Any:
    for step in path:
        node = node[step]
    return node


def _node(value: Tree) -> Any:
    """The value as it will be read: a number or a truth is the string that stands for it."""
    if isinstance(value, dict):
        return {key: _node(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_node(item) for item in value]
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def _inline(part: Part, value: Tree) -> bool:
    """Whether the value can stand just where the part stood."""
    if isinstance(part, Scalar):
        return not isinstance(value, dict | list)
    return part.flow and (isinstance(value, dict | list) or not value)


def _inline_text(old: Sheet, value: Tree, column: int, start: int, *, flow: bool, key: str) -> str:
    if flow or not isinstance(value, str):
        return flow_text(value, key)
    head = " " * (layout.column(old.text, start) - 1)
    return old.newline.join(scalar_lines(value, head, column + 2, key)).lstrip(" ")


def _new_entry(old: Sheet, owner: Keys, key: str, value: Tree) -> tuple[int, int, str]:
    """Where a key that is not there yet goes, and its text."""
    rank = ORDER.index(key) if key in ORDER else 0
    ahead = [
        part.end
        for name, part in owner.values.items()
        if (ORDER.index(name) if name in ORDER else -1) < rank
    ]
    if owner.flow:
        said = f"{key}: {flow_text(value, key)}"
        if not owner.values:
            return owner.start + 1, owner.start + 1, said
        place = max(part.end for part in owner.values.values())
        return place, place, f", {said}"
    column = layout.column(old.text, owner.start)
    lines = entry_lines(key, value, column)
    place = layout.line_end(old.text, max(ahead, default=owner.start))
    return place, place, old.newline + old.newline.join(lines)


def _first_item(old: Sheet, path: Path, found: Items, value: Tree, wanted: Node) -> Sheet:
    """An item for an empty list: `[]`, as everything else would be no list."""
    owner = at(old.root, path[:-1])
    if not isinstance(owner, Keys) or owner.flow:
        return _spliced(old, found.start, found.end, f"[{flow_text(value)}]", wanted)
    column = layout.column(old.text, owner.keys[str(path[-1])].start)
    lines = item_lines(value, column + 2)
    start = len(old.text[: found.start].rstrip(" "))
    return _spliced(old, start, found.end, old.newline + old.newline.join(lines), wanted)
