"""`briefquiz build`: decks and papers from briefs or question files."""

from pathlib import Path

import click

from briefquiz.cli.clock import now
from briefquiz.cli.draft import draft_brief
from briefquiz.cli.each import each
from briefquiz.cli.files import (
    DECKS,
    a_path,
    all_question_files,
    one_job_each,
    paths_argument,
    question_file,
    read,
    read_lock,
    write,
)
from briefquiz.cli.terminal import show, working
from briefquiz.pipeline import report


@click.command(short_help="Build decks and papers.")
@paths_argument
@click.option("--out", default=DECKS, show_default=True, type=a_path, help="Folder to write to.")
def build(paths: tuple[Path, ...], out: Path) -> None:
    """Build decks and papers from briefs or question files.

    From a brief (.txt, .md), questions are drafted into questions/NAME.yaml, unless that file is
    there already. From a question file (.yaml), and from the draft, come NAME.apkg for Anki,
    NAME-quiz.html and NAME-key.html to print, and NAME.lock.json, which belongs under version
    control. Without a path, every question file in questions/ is built.

    \b
    briefquiz build questions/port.md
    briefquiz build --out try questions/port.yaml
    """
    time = now()
    jobs, namesakes = one_job_each(paths or all_question_files())
    each(jobs, lambda path: _build(path, out, time), namesakes)


def _build(path: Path, out: Path, time: int) -> None:
    """Build one brief or question file, and say what was done."""
    source = question_file(path)
    if source != path and source.exists():
        read(path)
        click.echo(f"{source} is there already: left as it is")
    elif source != path:
        draft_brief(path)
    text = read(source)
    from briefquiz.pipeline.compiling import compile_quiz

    with working(f"building {source}"):
        compiled = compile_quiz(text, str(source), read_lock(source.stem), time)
    write({out / artifact.name: artifact.data for artifact in compiled.artifacts})
    show(report.compiled(compiled))
