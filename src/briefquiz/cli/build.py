"""`briefquiz build`: decks, papers and exports from briefs or question files."""

from pathlib import Path

import click

from briefquiz.cli import formats
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
)
from briefquiz.cli.making import make


@click.command(short_help="Build decks and papers.")
@paths_argument
@click.option(
    "--format",
    "names",
    multiple=True,
    callback=formats.known,
    metavar="NAME",
    help=f"What to make instead of deck and papers: {formats.HELP}",
)
@click.option("--out", default=DECKS, show_default=True, type=a_path, help="Folder to write to.")
@click.option("--approved", is_flag=True, help="Only what a person has approved.")
@click.option("--all", "everything", is_flag=True, help="The review shelf as well.")
@formats.strict_option
def build(
    paths: tuple[Path, ...],
    names: tuple[str, ...],
    out: Path,
    approved: bool,
    everything: bool,
    strict: bool,
) -> None:
    """Build decks and papers from briefs or question files.

    From a brief, questions are drafted into questions/NAME.yaml, unless that file is
    there already. From a question file (.yaml), and from the draft, come NAME.apkg for Anki,
    NAME-quiz.html and NAME-key.html to print, and NAME.lock.json, which belongs under version
    control. Without a path, every question file in questions/ is built.

    Built are the questions that are ready and those approved by a person. Cards in decks in use
    whose questions a build leaves out stay as they are, unless they were rejected or removed.

    With --format, exactly these formats are made. What one of them cannot hold is said, question
    by question.

    \b
    briefquiz build questions/port.md
    briefquiz build --out try questions/port.yaml
    briefquiz build --format gift --format moodle questions/port.yaml
    """
    if approved and everything:
        raise click.UsageError("--approved and --all exclude each other")
    shelf = "approved" if approved else "all" if everything else "ready"
    time = now()
    wanted = names or formats.DEFAULT
    jobs, namesakes = one_job_each(paths or all_question_files())
    each(jobs, lambda path: _build(path, out, time, wanted, strict, shelf), namesakes)


def _build(
    path: Path, out: Path, time: int, wanted: tuple[str, ...], strict: bool, shelf: str
) -> None:
    """Build one brief or question file, and say what was done."""
    source = question_file(path)
    if source != path and source.exists():
        read(path)
        click.echo(f"{source} is there already: left as it is")
    elif source != path:
        draft_brief(path)
    make(source, out, time, wanted, strict, shelf)
