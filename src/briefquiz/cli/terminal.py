"""The terminal: lines for a person, and a word about what takes so long."""

import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any, Self

import click


@contextmanager
def working(what: str) -> Iterator[None]:
    """Say what takes so long, on a terminal only, and take it back afterwards."""
    shown = sys.stderr.isatty()
    if shown:
        click.echo(f"{what} …", err=True, nl=False)
    try:
        yield
    finally:
        if shown:
            click.echo("\r\x1b[K", err=True, nl=False)


def show(lines: Iterable[str]) -> None:
    """Print the lines on standard output."""
    for line in lines:
        click.echo(plain(line))


def note(place: object, message: str) -> None:
    """One line on standard error that is no mistake: it changes no exit code."""
    click.echo(plain(f"{place}: note: {message}"), err=True)


# What a terminal would obey or turn round: a file may have any name.
COMMANDS = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def plain(line: str) -> str:
    """A line that stays one and does nothing to the terminal: a tab becomes \\t, and so on."""
    return COMMANDS.sub(lambda found: ascii(found[0])[1:-1], line)


class Progress:
    """How far a long piece of work is: a bar on a terminal, a line for each step elsewhere.

    With the bar on a terminal and standard output in a file, both.
    """

    def __init__(self, length: int) -> None:
        self.bar: Any = None
        self.lines = not (sys.stderr.isatty() and sys.stdout.isatty())
        if sys.stderr.isatty():
            self.bar = click.progressbar(length=length, show_pos=True, file=sys.stderr)

    def __enter__(self) -> Self:
        if self.bar:
            self.bar.__enter__()
        return self

    def __exit__(self, *error: object) -> None:
        if self.bar:
            self.bar.__exit__(None, None, None)

    def reached(self, step: int, line: str = "") -> None:
        """That many steps are done; the last one is told by the line."""
        if self.bar:
            self.bar.update(step - self.bar.pos)
        if self.lines and line:
            show([line])
