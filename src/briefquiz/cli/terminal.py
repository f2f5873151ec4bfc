"""The terminal: lines for a person, and a word about what takes so long."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

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
        click.echo(line)
