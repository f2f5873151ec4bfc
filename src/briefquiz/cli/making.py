"""A question file is read and made into files of every kind wanted."""

from collections.abc import Iterable
from pathlib import Path

import click

from briefquiz.cli.files import read, read_lock, read_parts, write
from briefquiz.cli.terminal import show, working
from briefquiz.errors import BriefquizError
from briefquiz.pipeline import report


def make(
    source: Path,
    out: Path,
    time: int,
    formats: Iterable[str],
    strict: bool,
    shelf: str = "ready",
) -> None:
    """Write a question file in these formats, and say what was done and what was lost.

    `shelf` is a key of `questions.SHELVES`.
    Raises BriefquizError, and writes nothing, for a mistake in it or, if `strict`, for a loss.
    """
    text = read(source)
    from briefquiz.outputs import OUTPUTS
    from briefquiz.pipeline.compiling import Course, compile_quiz
    from briefquiz.pipeline.exporting import export_quiz

    outputs = {name: OUTPUTS[name] for name in formats if name in OUTPUTS}
    exports = [name for name in formats if name not in OUTPUTS]
    parts = read_parts(source, text)
    course = Course(parts, {Path(name).stem: read_lock(Path(name).stem) for name in parts})
    lock = read_lock(source.stem)
    with working(f"building {source}"):
        compiled = compile_quiz(text, str(source), lock, time, outputs, course, shelf)
        exported = export_quiz(text, str(source), exports, parts, shelf)
    if strict and exported.losses:
        raise BriefquizError(exported.losses)
    artifacts = (*exported.artifacts, *compiled.artifacts)
    write({out / artifact.name: artifact.data for artifact in artifacts})
    for loss in exported.losses:
        click.echo(loss, err=True)
    show(report.exported(exported))
    show(report.compiled(compiled))
    if "apkg" in outputs:
        show(report.deck(compiled))
