"""A question file is read and made into files of every kind wanted."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefquiz.cli.files import read, read_lock, read_parts, write
from briefquiz.cli.printing import Printing
from briefquiz.cli.terminal import show, working
from briefquiz.errors import BriefquizError
from briefquiz.pipeline import report

if TYPE_CHECKING:
    from briefquiz.quiz import Artifact


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
    from briefquiz.outputs import OUTPUTS
    from briefquiz.pipeline.compiling import Course, compile_quiz
    from briefquiz.pipeline.exporting import export_quiz
    from briefquiz.quiz import Paper

    printing = printing or Printing(Paper())
    outputs = {name: OUTPUTS[name] for name in formats if name in OUTPUTS}
    exports = [name for name in formats if name not in OUTPUTS]
    parts = read_parts(source, text)
    course = Course(parts, {Path(name).stem: read_lock(Path(name).stem) for name in parts})
    lock = read_lock(source.stem)
    with working(f"building {source}"):
        compiled = compile_quiz(
            text, str(source), lock, time, outputs, course, shelf, printing.paper
        )
        exported = export_quiz(text, str(source), exports, parts, shelf)
    if strict and exported.losses:
        raise BriefquizError(exported.losses)
    artifacts = (*_pdfs(compiled.artifacts, printing.pdf), *exported.artifacts, *compiled.artifacts)
    write({out / artifact.name: artifact.data for artifact in artifacts})
    for loss in exported.losses:
        click.echo(loss, err=True)
    show(report.exported(exported))
    show(report.compiled(compiled))
    if "apkg" in outputs:
        show(report.deck(compiled))


def _pdfs(artifacts: "Iterable[Artifact]", size: str) -> "tuple[Artifact, ...]":
    """The sheets as PDF files on paper of this size; nothing without a size."""
    if not size:
        return ()
    from briefquiz.cli.pdf import engine, pdfs

    with working("making PDF files"):
        return tuple(pdfs(artifacts, size, engine()))
