"""`briefquiz review --terminal`: a person settles the questions of a file in the terminal."""

import shutil
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefquiz.cli.exchange import alone, exchange
from briefquiz.cli.files import failure, read
from briefquiz.cli.terminal import plain
from briefquiz.errors import BriefquizError

if TYPE_CHECKING:
    from briefquiz.brief import Brief
    from briefquiz.questions.common import Status
    from briefquiz.review.desk import Desk
    from briefquiz.review.session import Effect, Session, Settle

WIDEST = 100
PROMPT = "a approve  r reject  e edit  s skip  b back  q quit: "


def in_terminal(file: Path, brief: "Brief | None", statuses: "tuple[Status, ...]") -> None:
    """Step through the questions with one of these statuses, and say what was decided."""
    from briefquiz.review import desk
    from briefquiz.review.session import Session

    table = desk.desk(read(file), str(file))
    session = Session(desk.shelf(table.loaded, *statuses))
    if session.ids:
        session = Review(file, table, brief).go_through(session)
    _summary(file, session)


class Review:
    """One sitting at the terminal: the file as last read, and its brief if that is there."""

    def __init__(self, path: Path, table: "Desk", brief: "Brief | None") -> None:
        self.path = path
        self.table = table
        self.brief = brief

    def go_through(self, session: "Session") -> "Session":
        """Show question after question and do what the keys say, to the end of the shelf."""
        from briefquiz.review.session import Leave, press

        self.show(session)
        while session.current:
            key = _key(f"{session.progress}  {PROMPT}")
            after, effect = press(session, key) if key else (session, Leave())
            if isinstance(effect, Leave):
                break
            try:
                session = self.perform(session, after, effect)
            except (BriefquizError, click.ClickException) as error:
                click.echo(error, err=True)
        return session

    def perform(self, session: "Session", after: "Session", effect: "Effect") -> "Session":
        """Do what a key asks for, and give the session after it."""
        from briefquiz.review.desk import taken_back
        from briefquiz.review.session import Edit, Leave, Settle, Show, TakeBack, Tell

        match effect:
            case Tell(text):
                click.echo(click.wrap_text(text, WIDEST))
                return session
            case Settle() | Edit() if self.is_stale(effect.id):
                click.echo(f"{self.path} was changed meanwhile; this is how it reads now")
                after = session
            case Settle():
                after = self.settle(after, effect)
            case Edit():
                after = self.edit(after, effect.id)
            case TakeBack(decision):
                self.save(taken_back(self.fresh(), decision))
                click.echo("taken back")
            case Show() | Leave():
                pass
        self.show(after)
        return after

    def fresh(self) -> "Desk":
        """The file as it is now. Raises BriefquizError if it cannot be read."""
        from briefquiz.review.desk import desk

        data = read(self.path)
        if data != self.table.data:
            self.table = desk(data, str(self.path))
        return self.table

    def is_stale(self, name: str) -> bool:
        """Whether a question reads otherwise by now than when it was shown."""
        shown = self.table.block(name)
        return self.fresh().block(name) != shown

    def save(self, new: "Desk") -> None:
        """Put the new text into the file, unless that has changed since it was read."""
        with alone(self.path):
            if not exchange(self.path, self.table.data, new.data):
                raise failure(self.path, "was changed at this moment; please press the key again")
        self.table = new

    def settle(self, after: "Session", effect: "Settle") -> "Session":
        """Write a verdict into the file."""
        from briefquiz.review.desk import settled
        from briefquiz.review.session import Decision, decided

        before = self.table.block(effect.id)
        self.save(settled(self.table, effect.id, effect.status))
        click.echo(effect.status)
        block = self.table.block(effect.id)
        return decided(after, Decision(effect.id, effect.status, before, block))

    def edit(self, session: "Session", name: str) -> "Session":
        """Open a question in the editor until it is right or given up."""
        from briefquiz.review import desk
        from briefquiz.review.session import renamed

        number = self.table.number(name)
        old = text = desk.as_text(self.table, name)
        while True:
            text = click.edit(text, extension=".yaml") or text
            if text == old:
                click.echo("nothing was changed")
                return session
            if self.is_stale(name):
                click.echo(text)
                raise failure(self.path, "was changed meanwhile; your edit, above, is not saved")
            try:
                new = desk.edited(self.table, name, text)
                break
            except BriefquizError as error:
                click.echo(error, err=True)
            if _key("e go on editing  d drop the edit: ")[:1] != "e":
                return session
        self.save(new)
        return renamed(session, name, new.loaded.questions[number].id)

    def show(self, session: "Session") -> None:
        """Show the question at which the session is."""
        if not session.current:
            return
        from briefquiz.review.page import page

        name, width = session.current, min(shutil.get_terminal_size().columns, WIDEST)
        click.echo("")
        if name not in self.table.ids:
            click.echo(f"{session.progress} · {name} is no longer in {self.path}\n")
            return
        head = f"{session.progress} · {self.path}:{self.table.line(name)} · {name}"
        for line in page(self.table.question(name), head, self.brief, width):
            click.echo(click.style(plain(line.text), bold=line.strong or None))
        click.echo("")


def _key(prompt: str) -> str:
    """The key that was pressed or, away from a terminal, the next line; "" at the end."""
    click.echo(prompt, nl=False)
    if not sys.stdin.isatty():
        line = sys.stdin.readline()
        click.echo(line.strip())
        return line
    try:
        key = click.getchar()
    except (EOFError, KeyboardInterrupt):
        key = ""
    click.echo(key if key.isprintable() else "")
    return key


def _summary(path: Path, session: "Session") -> None:
    """What was decided, and how many questions still wait."""
    from briefquiz.review.desk import desk, shelf

    counts = Counter(decision.status for decision in session.decisions)
    said = [f"{counts[status]} {status}" for status in ("approved", "rejected") if counts[status]]
    left = len(shelf(desk(read(path), str(path)).loaded, "review"))
    click.echo(", ".join([*said, f"{left} left on the review shelf"]))
