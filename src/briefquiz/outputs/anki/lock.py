"""The lock: what each note looked like when it last changed, and when that was.

Anki updates a note only if the file's is younger than its own. So an unchanged note must keep
its time (or a reader's own edits are overwritten) and a changed one must get a later one (or the
correction never arrives). The lock remembers both between builds, one line a note.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from briefquiz.errors import BriefquizError, Problem

EARLIEST = 1_000_000_000
"""No time before this (September 2001): Anki's database check fails on ids near 0."""

GONE = "-"
"""Before the cue of a gap that is not in the text any more."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A note or a note type as last shipped.

    `mod`: seconds since 1970. `type`: name of the note type, which a retired note can no longer
    tell. `cue`: hash of what a part of a bigger question asks; for a cloze those of its gaps, the
    first for {{c1::…}}. `retired`: not in the quiz any more; `mod` is then the time of its
    retirement.
    """

    hash: str
    mod: int
    type: str = ""
    cue: str = ""
    retired: bool = False


@dataclass(frozen=True, slots=True)
class Changes:
    """How many notes a build adds, changes, retires and leaves as they were."""

    new: int = 0
    changed: int = 0
    retired: int = 0
    unchanged: int = 0


@dataclass(frozen=True, slots=True)
class Lock:
    """`first` is the time of the first build, which notes get that are new later."""

    first: int
    notes: Mapping[str, Entry] = field(default_factory=dict)
    note_types: Mapping[str, Entry] = field(default_factory=dict)


def read(text: str, file: str, now: int) -> Lock:
    """The lock in the text, or a new one if the text is empty.

    Raises `BriefquizError` with file, line and column if the text is damaged.
    """
    if not text.strip():
        return Lock(first=max(now, EARLIEST))
    try:
        data = json.loads(text, object_pairs_hook=_no_twins)
    except json.JSONDecodeError as error:
        raise _damaged(file, error.lineno, error.colno, error.msg) from error
    except _TwinError as error:
        raise _damaged(file, *_place(text, str(error)), f"{error} is there twice") from error
    return _checked(data, text, file)


class _TwinError(ValueError):
    """A key that stands twice in one object, as after a careless merge."""


def _no_twins(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    seen: set[str] = set()
    for key, _ in pairs:
        if key in seen:
            raise _TwinError(key)
        seen.add(key)
    return dict(pairs)


def _damaged(file: str, line: int, column: int, what: str) -> BriefquizError:
    message = f"damaged lock: {what}; restore it from version control"
    return BriefquizError([Problem(file, message, line, column)])


def _place(text: str, key: str) -> tuple[int, int]:
    """Line and column of a key's last appearance; the start of the file if it has none."""
    at = max(text.rfind(json.dumps(key, ensure_ascii=False) + ":"), 0)
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)


def _checked(data: Any, text: str, file: str) -> Lock:
    if not isinstance(data, dict):
        raise _damaged(file, 1, 1, "not an object")
    if not _is_time(data.get("first")):
        raise _damaged(file, *_place(text, "first"), "'first' should be a time in seconds")
    tables = {}
    for name in ("notes", "note_types"):
        table = data.get(name, {})
        if not isinstance(table, dict):
            raise _damaged(file, *_place(text, name), f"{name!r} should be an object")
        bad = next((key for key, value in table.items() if not _is_entry(value)), None)
        if bad is not None:
            raise _damaged(file, *_place(text, bad), f"{bad!r} should have a hash and a mod")
        tables[name] = {key: Entry(**value) for key, value in table.items()}
    return Lock(first=data["first"], **tables)


def _is_time(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= EARLIEST


def _is_entry(value: object) -> bool:
    return (
        isinstance(value, dict)
        and isinstance(value.get("hash"), str)
        and _is_time(value.get("mod"))
        and isinstance(value.get("type", ""), str)
        and isinstance(value.get("cue", ""), str)
        and isinstance(value.get("retired", False), bool)
        and set(value) <= {"hash", "mod", "type", "cue", "retired"}
    )


def write(lock: Lock) -> str:
    """The lock as text: JSON with one line a note, sorted, so that a change shows as one line."""
    blocks = [f'"first": {lock.first}']
    for name, table in (("note_types", lock.note_types), ("notes", lock.notes)):
        rows = [f"{_json(key)}: {_json(_plain(table[key]))}" for key in sorted(table)]
        inside = "\n" + ",\n".join(rows) + "\n" if rows else ""
        blocks.append(f'"{name}": {{{inside}}}')
    return "{\n" + ",\n".join(blocks) + "\n}\n"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _plain(entry: Entry) -> dict[str, object]:
    rest = {"type": entry.type, "cue": entry.cue, "retired": entry.retired}
    return {"hash": entry.hash, "mod": entry.mod, **{k: v for k, v in rest.items() if v}}


def settle(old: Entry | None, new: Entry, now: int) -> Entry:
    """The entry to ship. `new.mod` is the time that holds if there is no old one.

    A note that comes back after retirement counts as changed even if its words are the same:
    whoever took in the emptied note has it with the time of its retirement, and only a later
    time brings the words back.
    """
    if old is None:
        return new
    if old.hash == new.hash and not old.retired:
        return replace(new, mod=old.mod)
    return replace(new, mod=max(old.mod + 1, now))


def retire(entry: Entry, now: int) -> Entry:
    """The entry of a note that has left the quiz; its hash stays, its time is that of leaving."""
    return entry if entry.retired else replace(entry, retired=True, mod=max(entry.mod + 1, now))


def changes(old: Lock, new: Lock) -> Changes:
    """What became of each note between two builds."""
    pairs = [(old.notes.get(key), entry) for key, entry in new.notes.items()]
    shipped = [(before, after) for before, after in pairs if not after.retired]
    fresh = sum(before is None for before, _ in shipped)
    same = sum(
        before is not None
        and not before.retired
        and (before.hash, before.mod) == (after.hash, after.mod)
        for before, after in shipped
    )
    gone = sum(after.retired and not (before and before.retired) for before, after in pairs)
    return Changes(fresh, len(shipped) - fresh - same, gone, same)


def part_numbers(lock: Lock, item_id: str, cues: Sequence[str]) -> tuple[int, ...]:
    """Numbers for the parts of a bigger question, such as the pairs of a match."""
    prefix = f"{item_id}/"
    known = {
        int(key.removeprefix(prefix)): (entry.cue, entry.retired)
        for key, entry in lock.notes.items()
        if key.startswith(prefix) and key.removeprefix(prefix).isdecimal()
    }
    return _numbers(known, cues)


def gap_numbers(lock: Lock, key: str, cues: Sequence[str]) -> tuple[tuple[int, ...], str]:
    """Numbers for the gaps of a cloze note, and its new `cue`, which remembers them all."""
    entry = lock.notes.get(key)
    record = entry.cue.split() if entry else []
    known = {
        number: (cue.removeprefix(GONE), cue.startswith(GONE))
        for number, cue in enumerate(record, 1)
    }
    numbers = _numbers(known, cues)
    left = {number: GONE + cue for number, (cue, _) in known.items()}
    cue_of = left | dict(zip(numbers, cues, strict=True))
    return numbers, " ".join(cue_of[number] for number in sorted(cue_of))


def _numbers(known: Mapping[int, tuple[str, bool]], cues: Sequence[str]) -> tuple[int, ...]:
    """Numbers for parts, given those known by number: the cue, and whether the part has gone.

    A part keeps the number under which its cue is known, wherever it now stands. If as many are
    unknown as have left since, they were edited in place and take those numbers in order. Other
    parts get new numbers: none is ever used again for something else.
    """
    by_cue: dict[str, list[int]] = {}
    for number, (cue, _) in sorted(known.items(), key=lambda part: (part[1][1], part[0])):
        by_cue.setdefault(cue, []).append(number)
    found = [by_cue[cue].pop(0) if by_cue.get(cue) else None for cue in cues]
    left = [n for n, (_, gone) in sorted(known.items()) if not gone and n not in found]
    unknown = found.count(None)
    top = max(known, default=0)
    fill = iter(left if len(left) == unknown else range(top + 1, top + 1 + unknown))
    return tuple(next(fill) if number is None else number for number in found)
