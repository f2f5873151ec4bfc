"""A brief on standard input, and what is said about it on the command line."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import Any

import click

from briefquiz import ids
from briefquiz.cli.exchange import alone
from briefquiz.cli.files import QUESTIONS, failure, read, write

NAME = "-"


@dataclass(frozen=True, slots=True)
class Told:
    """What is said of a brief on the command line; "" for what is not.

    `name` is that of a brief on standard input, `published` ISO 8601.
    """

    name: str = ""
    title: str = ""
    published: str = ""


def _a_date(context: click.Context, parameter: click.Parameter, value: str | None) -> str:
    if value is None:
        return ""
    from briefquiz.readers import dates

    found = dates.iso(value, years=True)
    if not found:
        raise click.BadParameter("must be a date, a month or a year, such as 2025-03-14")
    return found


OPTIONS = (
    click.option(
        "--name",
        default="",
        metavar="NAME",
        help="With -: the name of the brief, perhaps with its ending; or else it is its title.",
    ),
    click.option("--title", default="", help="The title, where the brief does not say it well."),
    click.option(
        "--published", metavar="DATE", callback=_a_date, help="When the brief was published."
    ),
)


def told_options(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command these options; it gets them as one argument, `told`."""

    @wraps(command)
    def with_told(*args: Any, name: str, title: str, published: str, **given: Any) -> None:
        command(*args, told=Told(name, title, published), **given)

    for option in reversed(OPTIONS):
        with_told = option(with_told)
    return with_told


def is_standard_input(path: Path) -> bool:
    """Whether the path is the one that stands for standard input."""
    return str(path) == NAME


def taken(name: str) -> tuple[bytes, str]:
    """The bytes on standard input and a file name for them.

    An ending that is not said is what the bytes are: that of plain text, if they are text.
    """
    from briefquiz.readers import READERS, formats

    data = sys.stdin.buffer.read()
    if Path(name).suffix.lower() in READERS:
        return data, name
    return data, f"{name}{formats.told(data, name) or '.txt'}"


def stored(told: Told, *, update: bool) -> Path:
    """The brief on standard input, kept beside its question file, where `check` looks for it.

    Raises BriefquizError if it cannot be read, or if another brief of that name is there.
    """
    name = told.name or ids.slug(told.title)
    if not name:
        raise click.UsageError("a brief on standard input needs a name: --name NAME or --title")
    if Path(name).name != name or name.startswith("."):
        raise click.UsageError("--name is a name, not a path")
    data, file = taken(name)
    from briefquiz import readers

    readers.read(data, file)
    path = QUESTIONS / file
    if not path.exists():
        write({path: data})
    elif read(path) != data:
        if not update:
            raise failure(path, "is there already and is another brief; --update replaces it")
        write({path: data})
    return path


def head(path: Path, told: Told) -> None:
    """Write title and date into a question file, as a person would: an update leaves them alone."""
    if not told.title and not told.published:
        return
    from briefquiz.pipeline.heading import headed

    with alone(path):
        old = read(path)
        new = headed(old, str(path), told.title, told.published).encode()
        if new != old:
            write({path: new})
