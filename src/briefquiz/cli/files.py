"""Files: where questions and decks lie, read and written so that nothing is half there."""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

import click

from briefquiz.cli.terminal import show
from briefquiz.errors import BriefquizError, Problem

QUESTIONS = Path("questions")
DECKS = Path("decks")

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


def one_job_each(paths: Iterable[Path]) -> tuple[list[Path], list[Problem]]:
    """Each path once, and those whose files would overwrite those of another path.

    A brief and the question file drafted from it are one job.
    """
    jobs: dict[str, Path] = {}
    namesakes: list[Problem] = []
    for path in dict.fromkeys(paths):
        other = jobs.setdefault(path.stem, path)
        one_is_drafted = is_question_file(path) != is_question_file(other)
        if one_is_drafted and question_file(path) == question_file(other):
            jobs[path.stem] = other if is_question_file(path) else path
        elif path != other:
            message = f"has the same name as {other} and would overwrite its files"
            namesakes.append(Problem(str(path), message))
    return list(jobs.values()), namesakes


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
    return {name: read(path.parent / name) for name in names if (path.parent / name).is_file()}


def read_lock(name: str) -> str:
    """The committed lock, whatever the folder to write to."""
    path = DECKS / f"{name}.lock.json"
    return read(path).decode("utf-8", "replace") if path.exists() else ""


def write(files: Mapping[Path, bytes]) -> None:
    """Write all files beside their places, then move each into its place, in order.

    Says what was written. Raises BriefquizError if that fails; then old files are whole.
    """
    waiting: dict[Path, Path] = {}
    try:
        for path, data in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            waiting[path] = path.with_name(f".{path.name}.{os.getpid()}.tmp")
            waiting[path].write_bytes(data)
        for path, beside in waiting.items():
            beside.replace(path)
    except OSError as error:
        raise failure(path, f"cannot be written: {reason(error)}") from None
    finally:
        for beside in waiting.values():
            beside.unlink(missing_ok=True)
    show(f"wrote {path}" for path in files)


def failure(path: Path, message: str) -> BriefquizError:
    """One line about one path."""
    return BriefquizError([Problem(str(path), message)])


def reason(error: Exception) -> str:
    """What the system says of an error, in lower case."""
    return (getattr(error, "strerror", None) or str(error)).lower()
