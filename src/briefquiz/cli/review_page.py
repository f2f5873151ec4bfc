"""`briefquiz review` in the browser: the files, the address and the end of the page."""

import contextlib
import json
import os
import subprocess
import sys
import webbrowser
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from briefquiz.cli.exchange import alone, exchange
from briefquiz.cli.files import failure, read
from briefquiz.errors import Issue

if TYPE_CHECKING:
    from briefquiz.bank import QuestionFile
    from briefquiz.brief import Brief
    from briefquiz.quiz import Quiz
    from briefquiz.review.web.room import Outside, Room

TEXT_BROWSERS = {"links", "elinks", "lynx", "w3m", "www-browser"}
"""They would take the terminal, and run no page."""


def in_browser(
    path: Path, brief: "Brief | None", *, everything: bool, browse: bool, port: int | None
) -> None:
    """Serve the page until it is closed or Ctrl-C is pressed, and say what was decided.

    Raises BriefquizError if the file cannot be read.
    """
    from briefquiz.review.web.room import Room
    from briefquiz.review.web.serving import PORT, Server, bound, new_token

    room = Room(outside_of(path, brief), everything=everything)
    server = Server(room, bound(PORT if port is None else port), new_token())

    def ready(address: str) -> None:
        click.echo(f"{path}: {address}")
        click.echo("Close the page, or press Ctrl-C here, when you are through.")
        if browse:
            open_browser(address)

    server.run(ready)
    click.echo(_closing(room))


def _closing(room: "Room") -> str:
    """What was decided, by how things stand at the end: "12 approved (2 of them edited), …"."""
    now = {question.id: question.status for question in room.book.questions}
    edited = {change.id for change in room.changes if change.edited}
    touched = {change.id for change in room.changes if change.id in now}
    counts = Counter((now[name], name in edited) for name in touched)
    told = []
    for status in ("approved", "rejected"):
        both = counts[status, False] + counts[status, True]
        also = f" ({counts[status, True]} of them edited)" if counts[status, True] else ""
        told += [f"{both} {status}{also}"] if both else []
    only = counts["review", True] + counts["ready", True]
    told += [f"{only} edited, not settled"] if only else []
    left = sum(status == "review" for status in now.values())
    return ", ".join([*told, f"{left} left on the review shelf"])


def outside_of(path: Path, brief: "Brief | None") -> "Outside":
    """What a review of this file needs from the machine and from the pipeline."""
    from briefquiz.review.web.room import Outside

    facts = Facts(path, brief)

    def save(old: bytes, new: bytes) -> bool:
        with alone(path):
            return exchange(path, old, new)

    return Outside(
        file=str(path),
        read=lambda: read(path),
        exchange=save,
        check=lambda file: _check(file, brief),
        to_quiz=lambda file: _quiz(file, path.stem),
        facts=facts,
        leave=facts.leave,
        brief=brief,
    )


def _check(file: "QuestionFile", brief: "Brief | None") -> Iterator[Issue]:
    """What `briefquiz check` warns of in the questions of a file."""
    from briefquiz import bank
    from briefquiz.pipeline.checking import swallowed, well_written
    from briefquiz.pipeline.words import words

    told = words(brief) if brief else ""
    yield from swallowed(file)
    yield from well_written(file, told)
    if brief:
        yield from bank.check_evidence(file, brief)


def _quiz(file: "QuestionFile", name: str) -> "Quiz":
    from briefquiz.pipeline.compiling import to_quiz

    return to_quiz(file, name)


class Facts:
    """The facts in a brief, found by another process, so that the page is not kept waiting."""

    def __init__(self, path: Path, brief: "Brief | None") -> None:
        self.path = path
        self.brief = brief
        self.process: subprocess.Popen[str] | None = None

    def __call__(self) -> list[dict[str, Any]]:
        """What `briefquiz facts --json` says. Raises BriefquizError if it fails."""
        from briefquiz import bank

        name = bank.brief_file(read(self.path), str(self.path))
        if self.brief is None or not name:
            return []
        command = ["-m", "briefquiz", "facts", str(self.path.parent / name), "--json"]
        self.process = subprocess.Popen(
            [sys.executable, *command],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        )
        said, wrong = self.process.communicate()
        if self.process.returncode:
            raise failure(self.path, f"the facts of its brief cannot be found: {wrong.strip()}")
        found: list[dict[str, Any]] = json.loads(said)
        return found

    def leave(self) -> None:
        """End the process, if it is at work."""
        if self.process:
            self.process.kill()


def open_browser(address: str) -> None:
    """Open the address in the browser, if there is one with a window of its own."""
    with contextlib.suppress(webbrowser.Error, OSError):
        browser = webbrowser.get()
        if not _words(getattr(browser, "name", "")) & TEXT_BROWSERS:
            browser.open(address)


def _words(name: object) -> set[str]:
    return {Path(word).name for word in str(name).split()}
