"""`briefquiz draft`: questions from a brief, anew or into a file that a person has edited."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefquiz.cli.files import a_path, failure, is_file, is_question_file, question_file, read
from briefquiz.cli.standard_input import Told, head, is_standard_input, stored, told_options
from briefquiz.cli.terminal import show, working

if TYPE_CHECKING:
    from briefquiz.pipeline.drafting import Draft

TRIES = 3
SAID_NOTHING = Told()


@click.command(short_help="Draft questions from a brief.")
@click.argument("brief", type=a_path)
@click.option("--update", is_flag=True, help="Into the question file that is there already.")
@click.option("--dry-run", is_flag=True, help="With --update: show what would change, as a diff.")
@told_options
def draft(brief: Path, update: bool, dry_run: bool, told: Told) -> None:
    """Draft questions from a brief into questions/NAME.yaml, and build nothing.

    A brief is a text (.txt, .md), a saved web page, a PDF, a Word, OpenDocument or EPUB file. With
    -, it is read from standard input and kept as questions/NAME.

    With --update, for a brief that has changed, new questions go into the question file and
    untouched drafts are improved. What you have written, edited, approved or rejected stays as it
    is, and what you rejected or deleted does not come back.

    \b
    briefquiz draft questions/port.md
    briefquiz draft --update --dry-run questions/port.md
    briefquiz draft --update questions/port.md
    briefquiz draft --published 2025-03-14 questions/port.pdf
    pdftotext port.pdf - | briefquiz draft - --name port
    """
    if dry_run and not update:
        raise click.UsageError("--dry-run goes with --update")
    from briefquiz.cli.exchange import alone

    if is_standard_input(brief):
        brief = stored(told, update=update and not dry_run)
    elif told.name:
        raise click.UsageError("--name goes with -")
    there = not is_question_file(brief) and is_file(question_file(brief))
    if not there:
        draft_brief(brief, told)
    elif not update:
        message = "is there already; --update brings it up to date, and your edits stay"
        raise failure(question_file(brief), message)
    elif dry_run:
        _preview(brief)
    else:
        with alone(question_file(brief)):
            _update(brief)
    if not dry_run:
        head(question_file(brief), told)


def draft_brief(path: Path, told: Told = SAID_NOTHING) -> None:
    """Draft the question file of a brief, and say what was found."""
    data = read(path)
    if is_question_file(path):
        raise failure(path, "is a question file, not a brief")
    from briefquiz.cli.making import say_unread
    from briefquiz.cli.work import drafted, write_draft

    with working(f"drafting questions from {path}"):
        draft = drafted(data, path, told.title, told.published)
    show(f"wrote {written}" for written in write_draft(question_file(path), draft))
    show(draft.lines)
    say_unread(path, draft.left_out)


def _preview(brief: Path) -> None:
    """Show what an update would change: the diff where it can be saved, the sum beside it."""
    from briefquiz.cli.diff import unified
    from briefquiz.pipeline import report
    from briefquiz.pipeline.updating import update_file

    path = question_file(brief)
    drafted = _drafted(brief)
    old = read(path)
    merged = update_file(old, str(path), drafted)
    for line in unified(str(path), old.decode(), merged.text):
        click.echo(line)
    for line in report.updated(merged):
        click.echo(line, err=True)


def _update(brief: Path) -> None:
    """Bring a question file up to date; what was saved in an editor meanwhile is in it too."""
    from briefquiz.cli.exchange import exchange
    from briefquiz.pipeline import report
    from briefquiz.pipeline.updating import update_file

    path = question_file(brief)
    drafted = _drafted(brief)
    for _ in range(TRIES):
        old = read(path)
        merged = update_file(old, str(path), drafted)
        new = merged.text.encode()
        if new == old or exchange(path, old, new):
            show([f"{path} is up to date" if new == old else f"wrote {path}"])
            show(report.updated(merged))
            return
    raise failure(path, "is being changed by something else all the time; nothing was written")


def _drafted(brief: Path) -> "Draft":
    """A new draft of a brief whose question file is sound."""
    data = read(brief)
    from briefquiz import bank
    from briefquiz.cli.making import say_unread
    from briefquiz.cli.parsers import parse_as
    from briefquiz.pipeline.drafting import draft_anew

    path = question_file(brief)
    told = bank.load(read(path), str(path)).brief
    with working(f"drafting questions from {brief}"):
        draft = draft_anew(data, str(brief), parse_as("", told.published if told else ""))
    say_unread(brief, draft.left_out)
    return draft
