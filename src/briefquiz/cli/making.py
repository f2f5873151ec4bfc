"""A question file is read and made into files of every kind wanted."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

import click

from briefquiz.cli.exchange import only_run
from briefquiz.cli.files import DECKS, failure, is_file, put, read, read_parts
from briefquiz.cli.printing import Printing
from briefquiz.cli.terminal import note, plain, show, working
from briefquiz.errors import BriefquizError, Problem
from briefquiz.pipeline import report

if TYPE_CHECKING:
    from briefquiz.quiz import Artifact


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a run makes of each question file.

    `time`: seconds since 1970. `strict`: nothing of a file that a format cannot hold whole.
    `shelf`: a key of `questions.SHELVES`. Without `printing`, sheets are as they are by default.
    """

    out: Path
    time: int
    formats: tuple[str, ...]
    strict: bool = False
    shelf: str = "ready"
    printing: Printing | None = None


@dataclass(frozen=True, slots=True)
class Made:
    """What a question file became: files to be written in their order, and what to say of it.

    `lines` tell all, `sum` is the same in a few words. `inputs` has the SHA-256 of every file that
    all this was made from, "" for one that is not there.
    """

    files: Mapping[Path, bytes]
    losses: tuple[Problem, ...] = ()
    lines: tuple[str, ...] = ()
    sum: str = ""
    inputs: Mapping[Path, str] = field(default_factory=dict)


def make(
    source: Path,
    out: Path,
    time: int,
    formats: Iterable[str],
    strict: bool,
    shelf: str = "ready",
    printing: Printing | None = None,
) -> None:
    """Write a question file in these formats, and say what was done and what was lost.

    `shelf` is a key of `questions.SHELVES`; without `printing`, sheets are as they are by default.
    Raises BriefquizError, and writes nothing, for a mistake in it or, if `strict`, for a loss.
    """
    text = read(source)
    with only_run(out):
        with working(f"building {source}"):
            made = made_of(text, source, Wanted(out, time, tuple(formats), strict, shelf, printing))
        put(made.files)
    say(made)


def made_of(text: bytes, source: Path, wanted: Wanted) -> Made:
    """What the question file `text` becomes; nothing is written yet.

    Raises BriefquizError for a mistake in it or, if wanted so, for a loss.
    """
    from briefquiz.outputs import OUTPUTS
    from briefquiz.pipeline.compiling import Course, compile_quiz
    from briefquiz.pipeline.exporting import export_quiz
    from briefquiz.quiz import Paper

    outputs = {name: OUTPUTS[name] for name in wanted.formats if name in OUTPUTS}
    exports = [name for name in wanted.formats if name not in OUTPUTS]
    parts = read_parts(source, text)
    locks = {name: _lock(PurePath(name).stem) for name in (source.name, *parts)}
    course = Course(parts, {PurePath(name).stem: _text(locks[name]) for name in parts})
    lock = _text(locks[source.name])
    printing = wanted.printing or Printing(Paper())
    compiled = compile_quiz(
        text, str(source), lock, wanted.time, outputs, course, wanted.shelf, printing.paper
    )
    exported = export_quiz(text, str(source), exports, parts, wanted.shelf)
    if wanted.strict and exported.losses:
        raise BriefquizError(exported.losses)
    artifacts = (*_pdfs(compiled.artifacts, printing.pdf), *exported.artifacts, *compiled.artifacts)
    told = [*report.exported(exported), *report.compiled(compiled)]
    if "apkg" in outputs:
        told += report.deck(compiled)
    return Made(
        files={_place(wanted.out, artifact.name): artifact.data for artifact in artifacts},
        losses=exported.losses,
        lines=tuple(told),
        sum=report.short(compiled),
        inputs={
            source: digest(text),
            **{source.parent / name: digest(part) for name, part in parts.items()},
            **{_lock_path(PurePath(name).stem): digest(data) for name, data in locks.items()},
        },
    )


def _pdfs(artifacts: "Iterable[Artifact]", size: str) -> "tuple[Artifact, ...]":
    """The sheets as PDF files on paper of this size; nothing without a size."""
    if not size:
        return ()
    from briefquiz.cli.pdf import engine, pdfs

    return tuple(pdfs(artifacts, size, engine()))


def say(made: Made) -> None:
    """Say what was written, what was lost and what it all is."""
    show(f"wrote {path}" for path in made.files)
    for loss in made.losses:
        click.echo(plain(str(loss)), err=True)
    show(made.lines)


def say_unread(brief: Path, sentences: int) -> None:
    """A note of the sentences of a brief that could not be read, if there are any."""
    if sentences:
        note(brief, report.unread(sentences))


def digest(data: bytes | None) -> str:
    """By which the content of a file is known again; "" for a file that is not there."""
    return "" if data is None else hashlib.sha256(data).hexdigest()


def _lock_path(name: str) -> Path:
    """Locks are read from decks/, whatever the folder to write to."""
    return DECKS / f"{name}.lock.json"


def _lock(name: str) -> bytes | None:
    path = _lock_path(name)
    return read(path) if is_file(path) else None


def _text(lock: bytes | None) -> str:
    return (lock or b"").decode("utf-8", "replace")


def _place(out: Path, name: str) -> Path:
    """Where an artifact goes: into the folder, and nowhere else."""
    if name in ("", ".", "..") or not {"/", "\\", "\0"}.isdisjoint(name):
        raise failure(out / name, "is no name for a file in this folder; nothing was written")
    return out / name
