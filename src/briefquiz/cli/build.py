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
    is_question_file,
    one_job_each,
    paths_argument,
    question_file,
    read,
)
from briefquiz.cli.making import make
from briefquiz.cli.printing import Printing, printing_options
from briefquiz.errors import BriefquizError, Problem


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
@printing_options
def build(
    paths: tuple[Path, ...],
    names: tuple[str, ...],
    out: Path,
    approved: bool,
    everything: bool,
    strict: bool,
    printing: Printing,
) -> None:
    """Build decks and papers from briefs or question files.

    From a brief (.txt, .md), questions are drafted into questions/NAME.yaml, unless that file is
    there already. From a question file (.yaml), and from the draft, come NAME.apkg for Anki,
    NAME-quiz.html and NAME-key.html to print, NAME-study.html to learn from, and NAME.lock.json,
    which belongs under version control. Without a path, every question file in questions/ is built.

    Built are the questions that are ready and those approved by a person. Cards in decks in use
    whose questions a build leaves out stay as they are, unless they were rejected or removed.

    With --format, exactly these formats are made. What one of them cannot hold is said, question
    by question.

    With --versions 4 the papers are NAME-quiz-A.html … NAME-quiz-D.html, with a key and a quick key
    for each, and NAME-versions.html says which question of one is which of another.

    \b
    briefquiz build questions/port.md
    briefquiz build --out try questions/port.yaml
    briefquiz build --format gift --format moodle questions/port.yaml
    briefquiz build --versions 4 --large-print --pdf questions/port.yaml
    """
    if approved and everything:
        raise click.UsageError("--approved and --all exclude each other")
    shelf = "approved" if approved else "all" if everything else "ready"
    time = now()
    wanted = tuple(dict.fromkeys((*(names or formats.DEFAULT), *printing.sheets)))
    jobs, namesakes = one_job_each(paths or all_question_files())
    each(
        jobs,
        lambda path: _all_or_nothing(path, out, time, wanted, strict, shelf, printing),
        namesakes,
    )


def _all_or_nothing(
    path: Path,
    out: Path,
    time: int,
    wanted: tuple[str, ...],
    strict: bool,
    shelf: str,
    printing: Printing,
) -> None:
    """Build from one path; beside a slip in it, say what became of the files of an older build."""
    try:
        _build(path, out, time, wanted, strict, shelf, printing)
    except BriefquizError as error:
        if not any(p.line and is_question_file(Path(p.file)) for p in error.problems):
            raise
        kept = Problem(str(path), "nothing was built; files of an earlier build are as they were")
        raise BriefquizError([*error.problems, kept]) from None


def _build(
    path: Path,
    out: Path,
    time: int,
    wanted: tuple[str, ...],
    strict: bool,
    shelf: str,
    printing: Printing,
) -> None:
    """Build one brief or question file, and say what was done."""
    source = question_file(path)
    if source != path and source.exists():
        read(path)
        click.echo(f"{source} is there already: left as it is")
    elif source != path:
        draft_brief(path)
    make(source, out, time, wanted, strict, shelf, printing)
