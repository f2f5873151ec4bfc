"""`briefquiz check`: mistakes in question files."""

from pathlib import Path

import click

from briefquiz.cli.each import each
from briefquiz.cli.files import (
    all_question_files,
    failure,
    is_question_file,
    paths_argument,
    read,
)
from briefquiz.errors import BriefquizError


@click.command(short_help="Find mistakes in question files.")
@paths_argument
def check(paths: tuple[Path, ...]) -> None:
    """Find mistakes in question files; without a path, in every one in questions/.

    If its brief stands beside a question file, each quote must be in it word for word. Mistakes
    are shown as FILE:LINE:COLUMN: WHAT IS WRONG.

    \b
    briefquiz check
    briefquiz check questions/port.yaml
    """
    from briefquiz.pipeline.checking import one_identity

    found = dict.fromkeys(paths or all_question_files())
    texts = {str(path): read(path) for path in found if is_question_file(path) and path.is_file()}
    each(found, _check, one_identity(texts))


def _check(path: Path) -> None:
    """Check one question file, and its quotes if its brief is there."""
    from briefquiz import bank
    from briefquiz.pipeline.checking import check_file

    text = read(path)
    if not is_question_file(path):
        raise failure(path, "is not a question file (.yaml)")
    name = bank.brief_file(text, str(path))
    brief = path.parent / name
    if name and brief.is_file():
        problems = check_file(text, str(path), read(brief), str(brief))
    else:
        problems = check_file(text, str(path))
    if any(problem.severity == "error" for problem in problems):
        raise BriefquizError(problems)
    for problem in problems:
        click.echo(problem, err=True)
    against = f", every quote is in {brief}" if name and brief.is_file() else ""
    click.echo(f"{path}: no mistakes{against}")
