"""A question file is read and made into files of every kind wanted."""

from collections.abc import Iterable
from pathlib import Path

import click

from briefquiz.cli.files import read, read_lock, write
from briefquiz.cli.terminal import show, working
from briefquiz.errors import BriefquizError
from briefquiz.pipeline import report


def make(source: Path, out: Path, time: int, formats: Iterable[str], strict: bool) -> None:
    """Write a question file in these formats, and say what was done and what was lost.

    Raises BriefquizError, and writes nothing, for a mistake in it or, if `strict`, for a loss.
    """
    text = read(source)
    from briefquiz.outputs import OUTPUTS
    from briefquiz.pipeline.compiling import compile_quiz
    from briefquiz.pipeline.exporting import export_quiz

    outputs = {name: OUTPUTS[name] for name in formats if name in OUTPUTS}
    exports = [name for name in formats if name not in OUTPUTS]
    with working(f"building {source}"):
        compiled = compile_quiz(text, str(source), read_lock(source.stem), time, outputs)
        exported = export_quiz(text, str(source), exports)
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
