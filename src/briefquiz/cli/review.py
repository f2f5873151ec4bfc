"""`briefquiz review`: a person settles the questions of a file, in the terminal."""

import shutil
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefquiz.cli.files import a_path, failure, is_file, is_question_file, read
from briefquiz.cli.terminal import plain
from briefquiz.errors import BriefquizError

if TYPE_CHECKING:
    from briefquiz.brief import Brief
    from briefquiz.review.desk import Desk
    from briefquiz.review.session import Effect, Session, Settle

WIDEST = 100
PROMPT = "a approve  r reject  e edit  s skip  b back  q quit: "


@click.command(short_help="Settle what waits on the review shelf.")
@click.argument("file", type=a_path)
@click.option("--terminal", is_flag=True, help="In the terminal; so far the only way.")
@click.option("--all", "everything", is_flag=True, help="The ready questions too.")
def review(file: Path, terminal: bool, everything: bool) -> None:
    """Step through the questions of a file that wait on the review shelf.

    Each is shown with its answer, its doubts and the words of the brief around its evidence. One
    key approves, rejects, edits ($EDITOR), skips or goes back. Every decision is saved at once,
    and nothing else in the file changes.

    \b
    briefquiz review questions/port.yaml --terminal
    briefquiz review questions/port.yaml --all
    """
    if not is_question_file(file):
        raise failure(file, "is not a question file (.yaml)")
    from briefquiz.review import desk
    from briefquiz.review.session import Session

    table = desk.desk(read(file), str(file))
    statuses = ("review", "ready") if everything else ("review",)
    session = Session(desk.shelf(table.loaded, *statuses))
    if session.ids:
        session = Review(file, table, _brief(file, table)).go_through(session)
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
        from briefquiz.cli.exchange import alone, exchange

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


def _brief(path: Path, table: "Desk") -> "Brief | None":
    """The brief beside a question file, if it is there and can be read."""
    from briefquiz import readers

    name = table.loaded.brief.file if table.loaded.brief else ""
    brief = path.parent / name
    try:
        return readers.read(read(brief), str(brief)) if name and is_file(brief) else None
    except BriefquizError as error:
        click.echo(error, err=True)
        return None


def _summary(path: Path, session: "Session") -> None:
    """What was decided, and how many questions still wait."""
    from briefquiz.review.desk import desk, shelf

    counts = Counter(decision.status for decision in session.decisions)
    said = [f"{counts[status]} {status}" for status in ("approved", "rejected") if counts[status]]
    left = len(shelf(desk(read(path), str(path)).loaded, "review"))
    click.echo(", ".join([*said, f"{left} left on the review shelf"]))
