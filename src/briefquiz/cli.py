"""The command line: the only place that reads files, writes, prints, looks at the clock or exits.

Commands import what they need inside, so that `--help` and a build without a draft stay fast.
"""

import functools
import io
import json
import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from briefquiz import __version__
from briefquiz.errors import BriefquizError, Problem
from briefquiz.pipeline import report

if TYPE_CHECKING:
    from briefquiz.brief import Brief
    from briefquiz.facts.parsed import ParsedBrief
    from briefquiz.nlp import Parsers

QUESTIONS = Path("questions")
DECKS = Path("decks")
LATEST = 253_402_300_799  # the last second of the year 9999

a_path = click.Path(path_type=Path)
paths_argument = click.argument("paths", nargs=-1, type=a_path)


class Rim(click.Group):
    """Turns what is wrong into lines on standard error and exit code 1."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command."""
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors="backslashreplace")
        try:
            return super().invoke(ctx)
        except BriefquizError as error:
            for problem in error.problems:
                click.echo(problem, err=True)
            ctx.exit(1)


@click.group(cls=Rim, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="briefquiz %(version)s")
def main() -> None:
    """Quizzes and Anki decks from briefs, offline.

    \b
    briefquiz build questions/port.md          questions, deck and papers from a brief
    briefquiz build                            decks and papers anew, after an edit
    briefquiz draft questions/port.md          only the questions
    briefquiz facts questions/port.md --json   what is found in a brief
    briefquiz check questions/port.yaml        mistakes in a question file
    briefquiz schema > schema.json             for editors that complete and check
    """


@main.command(short_help="Build decks and papers.")
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
    now = _now()
    jobs, namesakes = _jobs(paths or _all_question_files())
    _each(jobs, lambda path: _build(path, out, now), namesakes)


@main.command(short_help="Draft questions from a brief.")
@click.argument("brief", type=a_path)
def draft(brief: Path) -> None:
    """Draft questions from a brief into questions/NAME.yaml, and build nothing.

    \b
    briefquiz draft questions/port.md
    """
    if not _is_question_file(brief) and _question_file(brief).exists():
        raise _problem(_question_file(brief), "is there already; move it away to draft it anew")
    _draft(brief)


@main.command(short_help="Show what is found in a brief.")
@click.argument("brief", type=a_path)
@click.option("--json", "as_json", is_flag=True, help="As JSON, a list of objects.")
def facts(brief: Path, as_json: bool) -> None:
    """Show what is found in a brief, with the words that prove it.

    \b
    briefquiz facts questions/port.md
    briefquiz facts questions/port.md --json
    """
    data = _read(brief)
    from briefquiz.pipeline.drafting import find_facts

    with _working(f"reading {brief}"):
        rows = find_facts(data, str(brief), _parse)
    _print([json.dumps(rows, indent=2, ensure_ascii=False)] if as_json else report.table(rows))


@main.command(short_help="Find mistakes in question files.")
@paths_argument
def check(paths: tuple[Path, ...]) -> None:
    """Find mistakes in question files; without a path, in every one in questions/.

    If its brief stands beside a question file, each quote must be in it word for word. Mistakes
    are shown as FILE:LINE:COLUMN: WHAT IS WRONG.

    \b
    briefquiz check
    briefquiz check questions/port.yaml
    """
    _each(dict.fromkeys(paths or _all_question_files()), _check)


@main.command(short_help="Print the JSON Schema of question files.")
def schema() -> None:
    """Print the JSON Schema of question files, for editors that complete and check.

    \b
    briefquiz schema > schema.json
    """
    from briefquiz.bank import json_schema

    click.echo(json.dumps(json_schema(), indent=2, ensure_ascii=False))


def _build(path: Path, out: Path, now: int) -> None:
    """Build one brief or question file, and say what was done."""
    source = _question_file(path)
    if source != path and source.exists():
        _read(path)
        click.echo(f"{source} is there already: left as it is")
    elif source != path:
        _draft(path)
    text = _read(source)
    from briefquiz.pipeline.compiling import compile_quiz

    with _working(f"building {source}"):
        compiled = compile_quiz(text, str(source), _lock(source.stem), now)
    _write({out / artifact.name: artifact.data for artifact in compiled.artifacts})
    _print(report.compiled(compiled))


def _draft(path: Path) -> None:
    """Draft the question file of a brief, and say what was found."""
    data = _read(path)
    if _is_question_file(path):
        raise _problem(path, "is a question file, not a brief")
    from briefquiz.pipeline.drafting import draft_file

    with _working(f"drafting questions from {path}"):
        drafted = draft_file(data, str(path), _parse)
    _write({_question_file(path): drafted.text.encode()})
    _print(report.drafted(drafted))


def _check(path: Path) -> None:
    """Check one question file, and its quotes if its brief is there."""
    from briefquiz import bank
    from briefquiz.pipeline.checking import check_file

    text = _read(path)
    if not _is_question_file(path):
        raise _problem(path, "is not a question file (.yaml)")
    name = bank.brief_file(text, str(path))
    brief = path.parent / name
    if name and brief.is_file():
        problems = check_file(text, str(path), _read(brief), str(brief))
    else:
        problems = bank.check(text, str(path))
    if any(problem.severity == "error" for problem in problems):
        raise BriefquizError(problems)
    for problem in problems:
        click.echo(problem, err=True)
    against = f", every quote is in {brief}" if name and brief.is_file() else ""
    click.echo(f"{path}: no mistakes{against}")


@functools.cache
def _parsers() -> "Parsers":
    """Both parsers, loaded when the first brief has been read and needs them."""
    from briefquiz import nlp

    try:
        return nlp.load()
    except OSError as error:
        raise BriefquizError([Problem("briefquiz", f"cannot load its parser: {error}")]) from None


def _parse(brief: "Brief") -> "Sequence[ParsedBrief]":
    return _parsers().both(brief)


def _each(
    paths: Iterable[Path], work: Callable[[Path], None], known: Iterable[Problem] = ()
) -> None:
    """Do the work for every path; what is wrong with one does not stop the others."""
    problems = list(known)
    for path in paths:
        try:
            work(path)
        except BriefquizError as error:
            problems += error.problems
    if problems:
        raise BriefquizError(problems)


def _is_question_file(path: Path) -> bool:
    return path.suffix.lower() in (".yaml", ".yml")


def _question_file(path: Path) -> Path:
    """The question file of a brief; a question file is its own."""
    return path if _is_question_file(path) else QUESTIONS / f"{path.stem}.yaml"


def _all_question_files() -> list[Path]:
    found = sorted(QUESTIONS.glob("*.yaml"))
    if not found:
        raise _problem(QUESTIONS, "has no question files (.yaml); name a brief or a question file")
    return found


def _jobs(paths: Iterable[Path]) -> tuple[list[Path], list[Problem]]:
    """Each path once, and those whose files would overwrite those of another path.

    A brief and the question file drafted from it are one job.
    """
    jobs: dict[str, Path] = {}
    namesakes: list[Problem] = []
    for path in dict.fromkeys(paths):
        other = jobs.setdefault(path.stem, path)
        one_is_drafted = _is_question_file(path) != _is_question_file(other)
        if one_is_drafted and _question_file(path) == _question_file(other):
            jobs[path.stem] = other if _is_question_file(path) else path
        elif path != other:
            message = f"has the same name as {other} and would overwrite its files"
            namesakes.append(Problem(str(path), message))
    return list(jobs.values()), namesakes


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise _problem(path, "no such file") from None
    except IsADirectoryError:
        raise _problem(path, "is a folder, not a file") from None
    except (OSError, ValueError) as error:
        raise _problem(path, f"cannot be read: {_reason(error)}") from None


def _lock(name: str) -> str:
    """The committed lock, whatever the folder to write to."""
    path = DECKS / f"{name}.lock.json"
    return _read(path).decode("utf-8", "replace") if path.exists() else ""


def _write(files: Mapping[Path, bytes]) -> None:
    """Write all files beside their places, then move each into its place, in order."""
    waiting: dict[Path, Path] = {}
    try:
        for path, data in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            waiting[path] = path.with_name(f".{path.name}.{os.getpid()}.tmp")
            waiting[path].write_bytes(data)
        for path, beside in waiting.items():
            beside.replace(path)
    except OSError as error:
        raise _problem(path, f"cannot be written: {_reason(error)}") from None
    finally:
        for beside in waiting.values():
            beside.unlink(missing_ok=True)
    _print(f"wrote {path}" for path in files)


def _now() -> int:
    """Seconds since 1970: SOURCE_DATE_EPOCH if it is set, else the clock."""
    given = os.environ.get("SOURCE_DATE_EPOCH")
    if given is None:
        return int(time.time())
    if given.isascii() and given.isdigit() and len(given) < 13 and 0 < int(given) <= LATEST:
        return int(given)
    message = f"should be a positive whole number of seconds since 1970, not {given!r}"
    raise BriefquizError([Problem("SOURCE_DATE_EPOCH", message)])


@contextmanager
def _working(what: str) -> Iterator[None]:
    """Say what takes so long, on a terminal only, and take it back afterwards."""
    shown = sys.stderr.isatty()
    if shown:
        click.echo(f"{what} …", err=True, nl=False)
    try:
        yield
    finally:
        if shown:
            click.echo("\r\x1b[K", err=True, nl=False)


def _print(lines: Iterable[str]) -> None:
    for line in lines:
        click.echo(line)


def _problem(path: Path, message: str) -> BriefquizError:
    return BriefquizError([Problem(str(path), message)])


def _reason(error: Exception) -> str:
    return (getattr(error, "strerror", None) or str(error)).lower()
