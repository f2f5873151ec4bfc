"""`briefquiz check`: mistakes in question files, and what is known about writing questions."""

import contextlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefquiz.cli.files import (
    all_question_files,
    failure,
    is_file,
    is_question_file,
    paths_argument,
    read,
    read_parts,
)
from briefquiz.cli.terminal import show
from briefquiz.errors import BriefquizError

if TYPE_CHECKING:
    from briefquiz.pipeline.checking import Checked


@click.command(short_help="Find mistakes in question files.")
@paths_argument
@click.option("--json", "as_json", is_flag=True, help="As JSON, one object for all files.")
@click.option("--strict", is_flag=True, help="Warnings count as mistakes: exit with 1.")
@click.pass_context
def check(context: click.Context, paths: tuple[Path, ...], as_json: bool, strict: bool) -> None:
    """Find mistakes in question files; without a path, in every one in questions/.

    Mistakes are shown as FILE:LINE:COLUMN: WHAT IS WRONG. If its brief stands beside a question
    file, each quote must be in it word for word. Warnings tell what teachers and research advise
    against, and where a question says more than the words it quotes. At the end stands how many
    questions are on which shelf, and which of them wait for you, with their lines and doubts.

    \b
    briefquiz check
    briefquiz check questions/port.yaml
    briefquiz check --strict --json > problems.json
    """
    from briefquiz.pipeline import check_report

    files = list(_checked(paths or all_question_files()))
    if as_json:
        click.echo(json.dumps(check_report.data(files), indent=2, ensure_ascii=False))
    else:
        for checked in files:
            for problem in checked.problems:
                click.echo(problem, err=True)
            show(check_report.of_file(checked))
        show(check_report.total(files))
    fatal = ("error", "warning") if strict else ("error",)
    if any(problem.severity in fatal for checked in files for problem in checked.problems):
        context.exit(1)


def _checked(paths: Iterable[Path]) -> "Iterator[Checked]":
    """Each file checked by itself, with those it includes, and against its neighbours."""
    from briefquiz.pipeline.checking import Checked, collisions

    wanted = dict.fromkeys(found for path in paths for found in (path, *_parts(path)))
    texts = _texts(wanted)
    shared = list(collisions({**texts, **_texts(_neighbours(wanted))}, tuple(texts)))
    for path in wanted:
        try:
            found = _check(path)
        except BriefquizError as error:
            found = Checked(str(path), error.problems)
        own = [problem for problem in shared if problem.file == str(path)]
        yield found.with_problems(own)


def _check(path: Path) -> "Checked":
    """One question file, with its brief and its parts if they are there."""
    from briefquiz import bank
    from briefquiz.pipeline.checking import check_file

    text = read(path)
    if not is_question_file(path):
        raise failure(path, "is not a question file (.yaml)")
    name = bank.brief_file(text, str(path))
    brief = path.parent / name
    parts = read_parts(path, text)
    if name and is_file(brief):
        return check_file(text, str(path), read(brief), str(brief), parts)
    found = check_file(text, str(path), parts=parts)
    return replace(found, missing_brief=str(brief)) if name else found


def _texts(paths: Iterable[Path]) -> dict[str, bytes]:
    """The question files among these that can be read, by their names."""
    found: dict[str, bytes] = {}
    for path in paths:
        with contextlib.suppress(BriefquizError):  # the check of the file itself says so
            if _is_there(path):
                found[str(path)] = read(path)
    return found


def _is_there(path: Path) -> bool:
    return is_question_file(path) and is_file(path)


def _parts(path: Path) -> list[Path]:
    """The files that a question file includes and that are there."""
    if not _is_there(path):
        return []
    return [path.parent / name for name in read_parts(path, read(path))]


def _neighbours(paths: Iterable[Path]) -> list[Path]:
    """The question files in the same folders."""
    folders = dict.fromkeys(path.parent for path in paths)
    found = (path for folder in folders for path in sorted(folder.glob("*.y*ml")))
    return [path for path in found if path not in set(paths)]
