"""`briefquiz build`: decks, papers and exports from briefs or question files."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefquiz.cli import formats
from briefquiz.cli.clock import now
from briefquiz.cli.files import (
    DECKS,
    a_path,
    all_question_files,
    is_file,
    is_question_file,
    paths_argument,
    question_file,
)
from briefquiz.cli.printing import Printing, printing_options
from briefquiz.cli.standard_input import Told, is_standard_input, told_options
from briefquiz.cli.terminal import show, working
from briefquiz.errors import BriefquizError, Problem

if TYPE_CHECKING:
    from briefquiz.cli.making import Wanted
    from briefquiz.cli.work import Done

MANY = 10
"""From so many files on, each gets one line, and what is unchanged is passed over."""
KEPT = "nothing was built; files of an earlier build are as they were"


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
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    metavar="N",
    help="Processes for ten files or more.  [default: as many as are of use]",
)
@click.option("--approved", is_flag=True, help="Only what a person has approved.")
@click.option("--all", "everything", is_flag=True, help="The review shelf as well.")
@formats.strict_option
@printing_options
@told_options
def build(
    paths: tuple[Path, ...],
    names: tuple[str, ...],
    out: Path,
    jobs: int | None,
    approved: bool,
    everything: bool,
    strict: bool,
    printing: Printing,
    told: Told,
) -> None:
    """Build decks and papers from briefs or question files.

    From a brief, questions are drafted into questions/NAME.yaml, unless that file is
    there already. From a question file (.yaml), and from the draft, come NAME.apkg for Anki,
    NAME-quiz.html and NAME-key.html to print, NAME-study.html to learn from, and NAME.lock.json,
    which belongs under version control. Without a path, every question file in questions/ is built;
    of a folder, every brief and question file in it. With -, a brief is read from standard input
    and kept as questions/NAME.

    Built are the questions that are ready and those approved by a person. Cards in decks in use
    whose questions a build leaves out stay as they are, unless they were rejected or removed.

    With --format, exactly these formats are made. What one of them cannot hold is said, question
    by question.

    With --versions 4 the papers are NAME-quiz-A.html … NAME-quiz-D.html, with a key and a quick key
    for each, and NAME-versions.html says which question of one is which of another.

    Of ten files or more, those that are unchanged are passed over, and the others are shared out
    over several processes.

    \b
    briefquiz build questions/port.md
    briefquiz build briefs
    briefquiz build --out try questions/port.yaml
    briefquiz build --format gift --format moodle questions/port.yaml
    briefquiz build --versions 4 --large-print --pdf questions/port.yaml
    pdftotext port.pdf - | briefquiz build - --name port
    """
    if approved and everything:
        raise click.UsageError("--approved and --all exclude each other")
    if told != Told() and not any(map(is_standard_input, paths)):
        raise click.UsageError("--name, --title and --published go with -")
    from briefquiz.cli.exchange import only_run
    from briefquiz.cli.making import Wanted
    from briefquiz.cli.sources import sources
    from briefquiz.pipeline.report import counted

    shelf = "approved" if approved else "all" if everything else "ready"
    wanted = Wanted(out, now(), _formats(names, printing), strict, shelf, printing)
    named = sources([_named(path, told) for path in paths] or all_question_files())
    if named.passed_over:
        show([f"passed over {counted(named.passed_over, 'other file')}"])
    with only_run(out):
        if len(named.files) < MANY:
            _build_few(named.files, wanted, named.problems)
        else:
            from briefquiz.cli.many import build_many

            build_many(named.files, wanted, jobs, named.problems)


def _named(path: Path, told: Told) -> Path:
    """The path; for that of standard input, the question file of the brief there, drafted."""
    if not is_standard_input(path):
        return path
    from briefquiz.cli.draft import draft_brief
    from briefquiz.cli.standard_input import head, stored

    brief = stored(told, update=False)
    if not is_file(question_file(brief)):
        draft_brief(brief, told)
    head(question_file(brief), told)
    return question_file(brief)


def _formats(names: tuple[str, ...], printing: Printing) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*(names or formats.DEFAULT), *printing.sheets)))


def _build_few(files: Sequence[Path], wanted: "Wanted", known: Sequence[Problem]) -> None:
    """Build each file and say all of it; what is wrong with one does not stop the others."""
    from briefquiz.cli.older import older
    from briefquiz.cli.work import work, written

    problems = list(known)
    for path in files:
        with working(f"building {path}"):
            done = work(path, wanted)
        done = written(done)
        _say(done)
        if done.made:
            show(older(question_file(path), wanted.out, wanted.formats, done.made.files))
        problems += done.problems
        if any(p.line and is_question_file(Path(p.file)) for p in done.problems):
            problems.append(Problem(str(path), KEPT))
    if problems:
        raise BriefquizError(problems)


def _say(done: "Done") -> None:
    """Say what was done for one file."""
    from briefquiz.cli.making import say, say_unread

    show(done.lines)
    if done.brief_changed:
        update = f"briefquiz draft --update {done.path} brings them up to date"
        show([f"{done.path} has changed since its questions were drafted; {update}"])
    show(f"wrote {path}" for path in done.wrote)
    if done.drafted and done.wrote:
        show(done.drafted.lines)
        say_unread(done.path, done.drafted.left_out)
    if done.made:
        say(done.made)
