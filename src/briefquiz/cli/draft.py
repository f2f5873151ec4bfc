"""`briefquiz draft`: questions from a brief."""

from pathlib import Path

import click

from briefquiz.cli.files import a_path, failure, is_question_file, question_file, read, write
from briefquiz.cli.parsers import parse
from briefquiz.cli.schema import beside
from briefquiz.cli.terminal import show, working
from briefquiz.pipeline import report


@click.command(short_help="Draft questions from a brief.")
@click.argument("brief", type=a_path)
def draft(brief: Path) -> None:
    """Draft questions from a brief into questions/NAME.yaml, and build nothing.

    \b
    briefquiz draft questions/port.md
    """
    if not is_question_file(brief) and question_file(brief).exists():
        raise failure(question_file(brief), "is there already; move it away to draft it anew")
    draft_brief(brief)


def draft_brief(path: Path) -> None:
    """Draft the question file of a brief, and say what was found."""
    data = read(path)
    if is_question_file(path):
        raise failure(path, "is a question file, not a brief")
    from briefquiz.pipeline.drafting import draft_file

    with working(f"drafting questions from {path}"):
        drafted = draft_file(data, str(path), parse)
    write({question_file(path): drafted.text.encode(), **beside(question_file(path))})
    show(report.drafted(drafted))
