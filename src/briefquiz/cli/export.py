"""`briefquiz export`: a question file for another system."""

from pathlib import Path

import click

from briefquiz.cli import formats
from briefquiz.cli.clock import now
from briefquiz.cli.files import DECKS, a_path, failure, is_question_file, read


@click.command(short_help="Write questions for Moodle, Canvas, Kahoot …")
@click.argument("file", type=a_path)
@click.option(
    "--to",
    "names",
    multiple=True,
    required=True,
    callback=formats.known,
    metavar="NAME",
    help=f"The format: {formats.HELP}",
)
@click.option("--out", default=DECKS, show_default=True, type=a_path, help="Folder to write to.")
@formats.strict_option
def export(file: Path, names: tuple[str, ...], out: Path, strict: bool) -> None:
    """Write the questions of a file for another system.

    What a format cannot hold is said as FILE: question ID: FORMAT cannot hold WHAT.

    \b
    briefquiz export questions/port.yaml --to gift
    briefquiz export questions/port.yaml --to moodle --to markdown --out class
    """
    if not is_question_file(file):
        read(file)
        raise failure(
            file, "is not a question file (.yaml); briefquiz build drafts one from a brief"
        )
    from briefquiz.cli.making import make

    make(file, out, now(), names, strict)
