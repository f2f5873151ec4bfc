"""`briefquiz review`: a person settles the questions of a file, in the browser or the terminal."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefquiz.cli.files import a_path, failure, is_file, is_question_file, read
from briefquiz.errors import BriefquizError

if TYPE_CHECKING:
    from briefquiz.brief import Brief
    from briefquiz.questions.common import Status


@click.command(short_help="Settle what waits on the review shelf.")
@click.argument("file", type=a_path)
@click.option("--terminal", is_flag=True, help="In the terminal, question by question.")
@click.option("--all", "everything", is_flag=True, help="The ready questions too.")
@click.option("--no-browser", is_flag=True, help="Only print the address; open no browser.")
@click.option("--port", type=click.IntRange(0, 65535), help="The page's port, if it is free.")
def review(
    file: Path, terminal: bool, everything: bool, no_browser: bool, port: int | None
) -> None:
    """Settle the questions of a file that wait on the review shelf.

    Opens a page of this computer in the browser: the brief, with the evidence of every question
    marked, beside the question. One key approves, rejects, edits or goes on; ? shows all keys.
    Every decision is saved at once, and nothing else in the file changes. The page needs no
    network, nobody else can open it, and closing it ends the command.

    \b
    briefquiz review questions/port.yaml
    briefquiz review questions/port.yaml --all
    briefquiz review questions/port.yaml --terminal
    """
    if not is_question_file(file):
        raise failure(file, "is not a question file (.yaml)")
    if terminal:
        from briefquiz.cli.review_terminal import in_terminal

        statuses: tuple[Status, ...] = ("review", "ready") if everything else ("review",)
        in_terminal(file, _brief(file), statuses)
    else:
        from briefquiz.cli.review_page import in_browser

        in_browser(file, _brief(file), everything=everything, browse=not no_browser, port=port)


def _brief(path: Path) -> "Brief | None":
    """The brief beside a question file, if it is there and can be read."""
    from briefquiz import bank, readers

    name = bank.brief_file(read(path), str(path))
    brief = path.parent / name
    try:
        return readers.read(read(brief), str(brief)) if name and is_file(brief) else None
    except BriefquizError as error:
        click.echo(error, err=True)
        return None
