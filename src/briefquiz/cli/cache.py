"""What an earlier build left, so that a build of many files passes over the unchanged ones.

A file of its own in the folder of the decks, not committed. Nothing else depends on it: if it is
lost, broken or of another version, everything is built once more.

What went in is compared by content. What came out is compared by size and time, and by content
where these differ (as after a checkout).
"""

import contextlib
import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from briefquiz import __version__
from briefquiz.cli.files import put
from briefquiz.cli.making import Wanted, digest
from briefquiz.errors import BriefquizError, Problem

NAME = ".briefquiz-cache.json"
PACKAGE = Path(__file__).parents[1]

Stamp = tuple[int, int, str]
"""Size, time of change in nanoseconds, SHA-256."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One brief or question file as last built: with what, from what, to what.

    `problems` are those of a brief from which nothing can be made, so that it is not read anew.
    """

    wanted: str
    inputs: Mapping[str, str]
    outputs: Mapping[str, Stamp] = field(default_factory=dict)
    problems: tuple[str, ...] = ()


class Cache:
    """The entries by path. Read once, written by `save`."""

    def __init__(self, wanted: Wanted) -> None:
        self.path = wanted.out / NAME
        self.wanted = _signature(wanted)
        self.entries = _read(self.path)

    def unchanged(self, path: Path) -> tuple[Problem, ...] | None:
        """The problems, commonly none, of a file that is as it was last built; None if it is not.

        Files that cannot be read count as changed: building them says why.
        """
        entry = self.entries.get(str(path))
        try:
            if entry is None or entry.wanted != self.wanted or not _same(entry):
                return None
        except (OSError, ValueError):
            return None
        return tuple(Problem(str(path), message) for message in entry.problems)

    def remember(
        self,
        path: Path,
        inputs: Mapping[Path, str],
        files: Mapping[Path, bytes],
        problems: Iterable[Problem] = (),
    ) -> None:
        """The file was built just now: from these inputs, to these files, with these problems."""
        outputs = {str(name): _stamp(name, digest(data)) for name, data in files.items()}
        before = {str(name): hashed for name, hashed in inputs.items() if name not in files}
        said = tuple(problem.message for problem in problems)
        self.entries[str(path)] = Entry(self.wanted, before, outputs, said)

    def forget(self, path: Path) -> None:
        """The file was not built, or not to the end."""
        self.entries.pop(str(path), None)

    def save(self) -> None:
        """Write it down, if that can be done."""
        data = {
            name: [entry.wanted, entry.inputs, entry.outputs, entry.problems]
            for name, entry in sorted(self.entries.items())
        }
        with contextlib.suppress(BriefquizError):  # the next run takes longer
            put({self.path: json.dumps({"version": __version__, "files": data}).encode()})


def _same(entry: Entry) -> bool:
    """Whether all that went in and all that came out is as it was. Outputs are the cheaper half."""
    return all(_is_stamped(Path(name), stamp) for name, stamp in entry.outputs.items()) and all(
        _hash(Path(name)) == hashed for name, hashed in entry.inputs.items()
    )


def _is_stamped(path: Path, stamp: Stamp) -> bool:
    size, time, hashed = stamp
    found = path.stat()
    return found.st_size == size and (found.st_mtime_ns == time or _hash(path) == hashed)


def _stamp(path: Path, hashed: str) -> Stamp:
    found = path.stat()
    return found.st_size, found.st_mtime_ns, hashed


def _hash(path: Path) -> str:
    return digest(path.read_bytes() if path.exists() else None)


def _signature(wanted: Wanted) -> str:
    """By which other options and another briefquiz, also one that is being changed, are told."""
    code = (
        (str(path.relative_to(PACKAGE)), path.stat().st_size, path.stat().st_mtime_ns)
        for path in sorted(PACKAGE.rglob("*"))
        if path.suffix != ".pyc" and path.is_file()
    )
    said = (__version__, wanted.formats, wanted.strict, wanted.shelf, tuple(code))
    return hashlib.sha256(repr(said).encode()).hexdigest()[:16]


def _read(path: Path) -> dict[str, Entry]:
    """The entries in the file; none if it is not there or not whole."""
    try:
        data = json.loads(path.read_bytes())
        if data["version"] != __version__:
            return {}
        return {str(name): _entry(*row) for name, row in data["files"].items()}
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return {}


def _entry(wanted: Any, inputs: Any, outputs: Any, problems: Any) -> Entry:
    """One entry. Raises ValueError or another of its kind if it is none."""
    text: Callable[[Any], str] = _text
    return Entry(
        text(wanted),
        {text(name): text(hashed) for name, hashed in inputs.items()},
        {
            text(name): (int(size), int(time), text(hashed))
            for name, (size, time, hashed) in outputs.items()
        },
        tuple(map(text, problems)),
    )


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value
