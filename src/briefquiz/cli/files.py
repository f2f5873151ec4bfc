"""Files: where questions and decks lie, read and written so that nothing is half there."""

import contextlib
import errno
import os
import stat
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

import click

from briefquiz import ids
from briefquiz.cli.terminal import show
from briefquiz.errors import BriefquizError, Problem

QUESTIONS = Path("questions")
DECKS = Path("decks")
WAITING = ".briefquiz-new"
"""The ending of a file that waits for its place; one that is left over belongs to a dead run."""

a_path = click.Path(path_type=Path)
paths_argument = click.argument("paths", nargs=-1, type=a_path)


def is_question_file(path: Path) -> bool:
    """Whether the path is that of a question file, by its ending."""
    return path.suffix.lower() in (".yaml", ".yml")


def question_file(path: Path) -> Path:
    """The question file of a brief; a question file is its own."""
    return path if is_question_file(path) else QUESTIONS / f"{path.stem}.yaml"


def all_question_files() -> list[Path]:
    """Every question file in questions/. Raises BriefquizError if there is none."""
    found = sorted(QUESTIONS.glob("*.yaml"))
    if not found:
        raise failure(QUESTIONS, "has no question files (.yaml); name a brief or a question file")
    return found


def is_file(path: Path) -> bool:
    """Whether a file is there, also under a name that no file can have."""
    return _is(path.is_file)


def is_folder(path: Path) -> bool:
    """Whether a folder is there, also under a name that no folder can have."""
    return _is(path.is_dir)


def _is(question: Callable[[], bool]) -> bool:
    try:
        return question()
    except (OSError, ValueError):
        return False


def read(path: Path) -> bytes:
    """The bytes of a file. Raises BriefquizError if they cannot be had."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise failure(path, "no such file") from None
    except IsADirectoryError:
        raise failure(path, "is a folder, not a file") from None
    except (OSError, ValueError) as error:
        raise failure(path, f"cannot be read: {reason(error)}") from None


def read_parts(path: Path, text: bytes) -> dict[str, bytes]:
    """The question files that a question file includes, name → text; the missing ones left out."""
    from briefquiz import bank

    names = bank.part_files(text, str(path))
    return {name: read(path.parent / name) for name in names if is_file(path.parent / name)}


def write(files: Mapping[Path, bytes]) -> None:
    """Write all files and say so; see `put`."""
    put(files)
    show(f"wrote {path}" for path in files)


def put(files: Mapping[Path, bytes]) -> None:
    """Write all files beside their places, then move each into its place, in order.

    Whatever happens, each file is the old one or the new one, whole, and none that follows another
    here is new while that one is old. Raises BriefquizError if it cannot be done.
    """
    waiting: list[tuple[Path, Path]] = []
    try:
        for path, data in files.items():
            with _told(path):
                place = target(path)
                place.parent.mkdir(parents=True, exist_ok=True)
                _may_become_a_file(place)
                waiting.append((place, beside(place)))
                store(beside(place), data)
        for path, (place, ready) in zip(files, waiting, strict=True):
            with _told(path):
                ready.replace(place)
    finally:
        discard(ready for _, ready in waiting)


def create(path: Path, data: bytes) -> None:
    """Write a file that is not there yet, in one step.

    Raises BriefquizError if it is there by now, or cannot be written.
    """
    place = target(path)
    ready = beside(place)
    try:
        with _told(path):
            place.parent.mkdir(parents=True, exist_ok=True)
            store(ready, data)
            try:
                _move_to_nothing(ready, place)
            except FileExistsError:
                message = "was made by something else meanwhile; it is left as it is"
                raise failure(path, message) from None
    finally:
        discard([ready])


def _may_become_a_file(place: Path) -> None:
    """Raises OSError for a folder, or a name that no file can have: the last step would fail."""
    with contextlib.suppress(FileNotFoundError):
        if stat.S_ISDIR(place.stat().st_mode):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))


@contextlib.contextmanager
def _told(path: Path) -> Iterator[None]:
    """What the system says when a file cannot be written, as one line."""
    try:
        yield
    except OSError as error:
        raise failure(path, f"cannot be written: {reason(error)}") from error


def _move_to_nothing(ready: Path, place: Path) -> None:
    """Rename, but never over a file. Raises FileExistsError if there is one."""
    if os.name == "nt":
        ready.rename(place)  # where this already refuses
        return
    try:
        place.hardlink_to(ready)
    except PermissionError:  # a file system without links (FAT, some network shares)
        place.touch(exist_ok=False)
        ready.replace(place)


def beside(place: Path, run: str | None = None) -> Path:
    """Where a file waits, whole, until it is moved into its place.

    `run` is the number of the process, this one if not given. The name is short, because that of
    the place may be as long as a name can be.
    """
    run = str(os.getpid()) if run is None else run
    return place.with_name(f".{ids.short_hash(place.name)}-{run}{WAITING}")


def store(path: Path, data: bytes) -> None:
    """Write bytes to the disk itself, so that a power cut cannot leave a name without them."""
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def discard(paths: Iterable[Path]) -> None:
    """Remove files that may be there, if that can be done."""
    for path in paths:
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)


def target(path: Path) -> Path:
    """Where a file to be written really lies. Links stay links, but none may lead astray.

    Raises BriefquizError if a link leads out of the current folder or, for a path that itself
    leads out of it, out of the folder that was named.
    """
    try:
        named = path.is_absolute() or ".." in path.parts
        root = path.parent.resolve() if named else Path.cwd()
        place = path.resolve()
    except (OSError, RuntimeError, ValueError) as error:
        raise failure(path, f"cannot be written: {reason(error)}") from None
    if place.is_relative_to(root):
        return place
    message = f"is behind a link that leads out of {root}; name the place itself: {place.parent}"
    raise failure(path, message)


def failure(path: Path, message: str) -> BriefquizError:
    """One line about one path."""
    return BriefquizError([Problem(str(path), message)])


def reason(error: Exception) -> str:
    """What the system says of an error, in lower case."""
    return (getattr(error, "strerror", None) or str(error)).lower()
