"""A brief on standard input, and what is said about it on the command line."""

import sys
from pathlib import Path

import click

from briefquiz.cli.exchange import alone
from briefquiz.cli.files import QUESTIONS, failure, read, write

NAME = "-"

name_option = click.option(
    "--name", metavar="NAME", help="With -: the name of the brief, perhaps with its ending."
)
title_option = click.option("--title", help="The title, where the brief does not say it well.")


def _a_date(context: click.Context, parameter: click.Parameter, value: str | None) -> str:
    from briefquiz.readers import dates

    if value is None:
        return ""
    found = dates.iso(value, years=True)
    if not found:
        raise click.BadParameter("must be a date, a month or a year, such as 2025-03-14")
    return found


published_option = click.option(
    "--published", metavar="DATE", callback=_a_date, help="When the brief was published."
)


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


def stored(name: str | None, *, update: bool) -> Path:
    """The brief on standard input, kept beside its question file, where `check` looks for it.

    Raises BriefquizError if it cannot be read, or if another brief of that name is there.
    """
    if not name:
        raise click.UsageError("a brief on standard input needs a name: --name NAME")
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


def head(path: Path, title: str | None, published: str) -> None:
    """Write title and date into a question file, as a person would: an update leaves them alone."""
    if not title and not published:
        return
    from briefquiz.pipeline.heading import headed

    with alone(path):
        old = read(path)
        new = headed(old, str(path), title or "", published).encode()
        if new != old:
            write({path: new})
