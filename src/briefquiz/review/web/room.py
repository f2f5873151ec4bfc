"""The question file in use: what the page asks for is done to it and saved at once."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any, Literal, TypeAlias

from briefquiz.bank import QuestionFile
from briefquiz.brief import Brief
from briefquiz.errors import BriefquizError, Issue, Problem
from briefquiz.questions import Question
from briefquiz.questions.common import Status
from briefquiz.quiz import Quiz
from briefquiz.review.web import book as books
from briefquiz.review.web import forms, missing, views
from briefquiz.review.web.book import Book
from briefquiz.review.web.missing import Fact
from briefquiz.review.web.places import places
from briefquiz.review.web.views import View

Done: TypeAlias = Literal["approved", "rejected", "review", "ready", "edited", "added"]


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
    """What was done to a question: its id before ("" if it is new) and after, and both books."""

    done: Done
    old_id: str
    id: str
    before: Book
    after: Book


class StaleError(Exception):
    """The question is not what it was when it was shown."""


class Room:
    """The file as it was last read or written, and what can be undone."""

    def __init__(self, outside: Outside, *, everything: bool = False) -> None:
        self.outside = outside
        self.everything = everything
        self.data = outside.read()
        self.book = books.book(self.data, outside.file)
        self.places = places(outside.brief) if outside.brief else None
        self.quiz = self._whole_quiz()
        self.changes: list[Change] = []
        self.seen: set[str] = set()
        self.trouble: tuple[Problem, ...] = ()
        self.facts: Sequence[Fact] | None = None
        self.revision = 0
        self._shown: View = {}

    def state(self) -> View:
        """Everything that the page shows. Made once for each state of the file."""
        if self._shown.get("revision") != self.revision:
            self._shown = self._everything()
        return {**self._shown, **self.summary(), "seen": sorted(self.seen)}

    def _everything(self) -> View:
        book, brief = self.book, self.outside.brief
        return {
            "revision": self.revision,
            "file": book.file,
            "title": book.loaded.title,
            "lang": book.loaded.lang,
            "everything": self.everything,
            "hasBrief": brief is not None,
            "briefTitle": brief.title if brief else "",
            "brief": views.brief(brief, self.places, book.questions),
            "questions": [self.view(number) for number in range(len(book.questions))],
        }

    def summary(self) -> View:
        """What changes with every decision: counts, what undo would undo, trouble with the file."""
        last = self.changes[-1] if self.changes else None
        return {
            "revision": self.revision,
            "counts": Counter(question.status for question in self.book.questions),
            "undo": {"done": last.done, "id": last.id} if last else None,
            "trouble": [views.problem(one) for one in self.trouble],
        }

    def view(self, number: int) -> View:
        """One question as the page shows it."""
        return views.question(self.book, number, self.quiz, self.places)

    def settle(self, name: str, status: Status, version: str) -> View:
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
    ) -> View:
        """Give a question what stands in its form, perhaps a status too, and save."""
        number = self._still(name, version)
        change = forms.edit(self.book.questions[number], values, status)
        new = books.changed(self.book, number, change)
        done: Done = "edited"
        if new == self.book:
            return self.told(number)
        return self._keep(Change(done, name, name, self.book, new))

    def text(self, name: str) -> str:
        """The lines of a question."""
        return books.as_text(self.book, self.book.number(name))

    def edit_text(self, name: str, text: str, version: str) -> View:
        """Give a question other lines, and save."""
        number = self._still(name, version)
        new = books.as_edited(self.book, number, text)
        return self._keep(Change("edited", name, new.questions[number].id, self.book, new))

    def add(self, values: Mapping[str, Any]) -> View:
        """A new question, where its evidence puts it, and save."""
        self.fresh()
        tree = forms.fresh(values, tuple(question.id for question in self.book.questions))
        new = books.inserted(self.book, self._place_for(str(values.get("quote", ""))), tree)
        return self._keep(Change("added", "", str(tree["id"]), self.book, new))

    def undo(self) -> View:
        """Take back the last change. Raises BriefquizError if its question has changed since."""
        if not self.changes:
            raise BriefquizError([Problem(self.book.file, "there is nothing to undo")])
        self.fresh()
        change = self.changes.pop()
        new = self._without(change)
        self._save(new)
        told = {**self.summary(), "id": change.old_id, "undone": change.done}
        same = change.old_id == change.id and change.old_id
        if not same:
            return {**told, "reload": True}
        return {**told, **self.told(self.book.number(change.id))}

    def told(self, number: int) -> View:
        """A question after something was done to it."""
        spans = self.places is not None and views.evidence(self.book.questions[number], self.places)
        return {**self.summary(), "question": self.view(number), "marked": bool(spans)}

    def try_out(self, name: str, values: Mapping[str, Any]) -> list[str]:
        """What would be wrong with a question that says what stands in its form."""
        try:
            if name:
                number = self.book.number(name)
                change = forms.edit(self.book.questions[number], values)
                one = books.changed(self.book, number, change).questions[number]
            else:
                empty = replace(self.book, loaded=replace(self.book.loaded, questions=()))
                alone = replace(
                    empty, blocks=(), between=("briefquiz: 1\ntitle: t\nquestions: []",)
                )
                one = books.inserted(alone, 0, forms.fresh(values, ())).questions[0]
        except BriefquizError as error:
            return [one.message for one in error.problems]
        return self.warnings_of(
            replace(self.book.loaded, questions=(replace(one, status="approved"),))
        )

    def warnings_of(self, file: QuestionFile) -> list[str]:
        """What a check says of the questions of a file, without saying of which."""
        return [views.worded(i) for i in self.outside.check(file) if i.path[:1] == ("questions",)]

    def warnings(self, book: Book) -> Mapping[str, list[str]]:
        """What a check says of a book, by the ids of its questions. Takes its time."""
        return views.warnings(self.outside.check(book.loaded), book)

    def unasked(self) -> list[View]:
        """Facts of the brief that no question asks for. Takes its time."""
        if self.places is None or self.facts is None:
            return []
        return missing.unasked(self.facts, self.book.questions, self.places)

    def quiz_with(self, name: str) -> Quiz:
        """The quiz as it is compiled, this question in it whatever its status."""
        number = self.book.number(name)
        one = replace(self.book.questions[number], status="approved")
        questions = (*self.book.questions[:number], one, *self.book.questions[number + 1 :])
        return self.outside.to_quiz(replace(self.book.loaded, questions=questions))

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
            self._in_trouble(error.problems)
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

    def _in_trouble(self, problems: tuple[Problem, ...]) -> None:
        if problems != self.trouble:
            self.trouble = problems
            self.revision += 1

    def _still(self, name: str, version: str) -> int:
        """The number of a question, if it is as it was shown. Raises StaleError."""
        self.fresh()
        for number, question in enumerate(self.book.questions):
            if question.id == name and views.version(self.book.blocks[number]) == version:
                return number
        raise StaleError(name)

    def _keep(self, change: Change) -> View:
        """Save a change, and remember how to undo it."""
        self._save(change.after)
        self.changes.append(change)
        if change.old_id != change.id:
            return {**self.summary(), "id": change.id, "reload": True}
        return self.told(self.book.number(change.id))

    def _save(self, new: Book) -> None:
        data = new.data
        if not self.outside.exchange(self.data, data):
            message = "was changed at this moment; please try again"
            raise BriefquizError([Problem(self.outside.file, message)])
        self._take(new, data)

    def _take(self, new: Book, data: bytes) -> None:
        old = self.book
        self.book, self.data = new, data
        self.revision += 1
        if not _alike(old.questions, new.questions):
            self.quiz = self._whole_quiz()

    def _without(self, change: Change) -> Book:
        """The book as it was before a change, whatever else has changed since."""
        now = self.book
        if (now.blocks, now.between) == (change.after.blocks, change.after.between):
            return change.before
        number = now.number(change.id)
        after = change.after.blocks[change.after.number(change.id)]
        if now.blocks[number] != after:
            message = f"the question {change.id!r} was changed since; nothing was undone"
            raise BriefquizError([Problem(now.file, message, now.line(number))])
        if not change.old_id:
            return books.removed(now, number)
        return books.with_block(
            now, number, change.before.blocks[change.before.number(change.old_id)]
        )

    def _whole_quiz(self) -> Quiz:
        """All questions as if they were compiled: options keep their places while one decides."""
        everyone = tuple(replace(q, status="approved") for q in self.book.questions)
        return self.outside.to_quiz(replace(self.book.loaded, questions=everyone))

    def _place_for(self, quote: str) -> int:
        """Behind the question whose evidence stands nearest before the quote; else at the end."""
        spans = self.places.find(quote) if self.places else ()
        before = [
            (span, number)
            for number, question in enumerate(self.book.questions, 1)
            for span in (views.evidence(question, self.places) if self.places else ())
            if spans and span <= spans[0]
        ]
        return max(before)[1] if before else len(self.book.questions)


def _alike(old: Sequence[Question], new: Sequence[Question]) -> bool:
    """Whether the questions are the same but for what was decided on them."""
    return len(old) == len(new) and all(
        one is other or replace(one, status=other.status) == other
        for one, other in zip(old, new, strict=True)
    )
