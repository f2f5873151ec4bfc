"""The question file in use: what the page asks for is done to it and saved at once."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any, Literal, TypeAlias

from briefquiz.bank import QuestionFile
from briefquiz.brief import Brief
from briefquiz.errors import BriefquizError, Issue, Problem
from briefquiz.questions import Question
from briefquiz.questions.common import Status
from briefquiz.quiz import Quiz, Source
from briefquiz.review.web import book as books
from briefquiz.review.web import forms, views
from briefquiz.review.web.book import Book
from briefquiz.review.web.missing import Fact
from briefquiz.review.web.places import places

Done: TypeAlias = Literal["approved", "rejected", "review", "ready", "edited", "added", "retitled"]


@dataclass(frozen=True, slots=True)
class Outside:
    """What the room needs from the rim and from the pipeline.

    `read` gives the bytes of the file and `exchange` puts new ones where old ones are, False if
    something else is there by now; both raise BriefquizError. `check` finds what to warn of in
    questions, `to_quiz` makes a quiz of those that are compiled, `facts` finds those in the brief,
    which takes long, and `leave` ends that.
    """

    file: str
    read: Callable[[], bytes]
    exchange: Callable[[bytes, bytes], bool]
    check: Callable[[QuestionFile], Iterable[Issue]]
    to_quiz: Callable[[QuestionFile], Quiz]
    facts: Callable[[], Sequence[Fact]]
    leave: Callable[[], None]
    brief: Brief | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """What was done to a question: its id before ("" if it is new) and after, and both books.
    A new title of the file is done to no question: both ids are "".

    An edit that approves is an approval, `edited` besides.
    """

    done: Done
    old_id: str
    id: str
    before: Book
    after: Book
    edited: bool = False


class StaleError(Exception):
    """The question is not what it was when it was shown."""


class Room:
    """The file as it was last read or written, and what can be undone.

    Whatever changes the file raises BriefquizError if it cannot, and StaleError if the question
    is not the one of that `version` any more; `revision` grows with every change.
    """

    def __init__(self, outside: Outside, *, everything: bool = False) -> None:
        self.outside = outside
        self.everything = everything
        self.data = outside.read()
        self.book = books.book(self.data, outside.file)
        self.places = places(outside.brief) if outside.brief else None
        self.changes: list[Change] = []
        self.trouble: tuple[Problem, ...] = ()
        self.revision = 0

    def settle(self, name: str, status: Status, version: str) -> Change:
        """Give a question a status, and save."""
        number = self._still(name, version)
        new = books.changed(self.book, number, forms.verdict(status))
        wanted = replace(self.book.questions[number], status=status)
        if new.questions[number] != wanted:
            message = "cannot be changed by the program without harm; please edit it by hand"
            raise BriefquizError([Problem(self.book.file, message, self.book.line(number))])
        return self._keep(Change(status, name, name, self.book, new))

    def edit(
        self, name: str, values: Mapping[str, Any], version: str, status: Status | None = None
    ) -> Change:
        """Give a question what stands in its form, perhaps a status too, and save."""
        number = self._still(name, version)
        old = self.book.questions[number]
        change = forms.edit(old, self.placed(values, old.source), status)
        new = books.changed(self.book, number, change)
        return self._keep(Change(status or "edited", name, name, self.book, new, edited=True))

    def edit_text(self, name: str, text: str, version: str, status: Status | None = None) -> Change:
        """Give a question other lines, perhaps a status too, and save."""
        number = self._still(name, version)
        new = books.as_edited(self.book, number, text)
        if status:
            new = books.changed(new, number, forms.verdict(status))
        named = new.questions[number].id
        return self._keep(Change(status or "edited", name, named, self.book, new, edited=True))

    def retitle(self, title: str, old: str) -> Change:
        """Give the file another title, if it still has that old one, and save."""
        self.fresh()
        if self.book.loaded.title != old:
            raise StaleError(old)
        new = books.retitled(self.book, title.strip())
        return self._keep(Change("retitled", "", "", self.book, new))

    def placed(self, values: Mapping[str, Any], old: tuple[Source, ...] = ()) -> dict[str, Any]:
        """The values of a form, new quotes in it with their paragraphs in the brief."""
        return forms.placed(values, old, self.places) if self.places else dict(values)

    def add(self, values: Mapping[str, Any]) -> Change:
        """A new question, where its evidence puts it, and save."""
        self.fresh()
        tree = forms.fresh(
            self.placed(values), tuple(question.id for question in self.book.questions)
        )
        place = self._place_for(books.alone(tree))
        new = books.inserted(self.book, place, tree)
        return self._keep(Change("added", "", str(tree["id"]), self.book, new))

    def undo(self) -> Change:
        """Take back the last change, which is returned."""
        if not self.changes:
            raise BriefquizError([Problem(self.book.file, "there is nothing to undo")])
        self.fresh()
        change = self.changes.pop()
        new = self._without(change)
        try:
            self._save(new)
        except BriefquizError:
            self.changes.append(change)
            raise
        return change

    def fresh(self) -> bool:
        """Read the file if it was changed by somebody else; whether it was.

        Raises BriefquizError if it cannot be read now.
        """
        try:
            data = self.outside.read()
            if data == self.data and not self.trouble:
                return False
            new = books.book(data, self.outside.file)
        except BriefquizError as error:
            if error.problems != self.trouble:
                self.trouble = error.problems
                self.revision += 1
            raise
        self._take(new, data)
        self.trouble = ()
        return True

    def look(self) -> bool:
        """Whether the file, or trouble with it, is another since the last look."""
        before = self.revision
        with suppress(BriefquizError):
            self.fresh()
        return self.revision != before

    def _still(self, name: str, version: str) -> int:
        """The number of a question, if it is as it was shown."""
        self.fresh()
        for number, question in enumerate(self.book.questions):
            if question.id == name and views.version(self.book.blocks[number]) == version:
                return number
        raise StaleError(name)

    def _keep(self, change: Change) -> Change:
        """Save a change, and remember how to undo it; what changes nothing is not kept."""
        if change.after != change.before:
            self._save(change.after)
            self.changes.append(change)
        return change

    def _save(self, new: Book) -> None:
        data = new.data
        if not self.outside.exchange(self.data, data):
            message = "was changed at this moment; please try again"
            raise BriefquizError([Problem(self.outside.file, message)])
        self._take(new, data)

    def _take(self, new: Book, data: bytes) -> None:
        self.book, self.data = new, data
        self.revision += 1

    def _without(self, change: Change) -> Book:
        """The book as it was before a change, whatever else has changed since."""
        now = self.book
        if (now.blocks, now.between) == (change.after.blocks, change.after.between):
            return change.before
        if change.done == "retitled":
            if now.loaded.title != change.after.loaded.title:
                message = "the title was changed since; nothing was undone"
                raise BriefquizError([Problem(now.file, message)])
            return books.retitled(now, change.before.loaded.title)
        number = now.number(change.id)
        after = change.after.blocks[change.after.number(change.id)]
        if now.blocks[number] != after:
            message = f"the question {change.id!r} was changed since; nothing was undone"
            raise BriefquizError([Problem(now.file, message, now.line(number))])
        if not change.old_id:
            return books.removed(now, number)
        before = change.before.blocks[change.before.number(change.old_id)]
        return books.with_block(now, number, before)

    def _place_for(self, new: Question) -> int:
        """Behind the question whose evidence stands nearest before that of the new one; else at
        the end."""
        spans = views.evidence(new, self.places)
        before = [
            (span, number)
            for number, question in enumerate(self.book.questions, 1)
            for span in views.evidence(question, self.places)
            if spans and span <= spans[0]
        ]
        return max(before)[1] if before else len(self.book.questions)
