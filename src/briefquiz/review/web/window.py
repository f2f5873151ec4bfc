"""What pages see of a room: all of it when they open, and a little after each change."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from briefquiz.questions import Question
from briefquiz.quiz import Quiz
from briefquiz.review.web import forms, views
from briefquiz.review.web.room import Change, Room
from briefquiz.review.web.views import View


class Window:
    """The view of a room. `seen` has the ids of the questions that a page has shown."""

    def __init__(self, room: Room) -> None:
        self.room = room
        self.seen: set[str] = set()
        self._quiz: tuple[Sequence[Question], Quiz] | None = None
        self._all: View = {}

    def everything(self) -> View:
        """All that the page shows. Made once for each state of the file."""
        if self._all.get("revision") != self.room.revision:
            self._all = self._look()
        return {**self._all, **self.summary(), "seen": sorted(self.seen)}

    def _look(self) -> View:
        room, book, brief = self.room, self.room.book, self.room.outside.brief
        return {
            "revision": room.revision,
            "file": book.file,
            "title": book.loaded.title,
            "lang": book.loaded.lang,
            "everything": room.everything,
            "forms": forms.FORM,
            "hasBrief": brief is not None,
            "briefTitle": brief.title if brief else "",
            "brief": views.brief(brief, room.places, book.questions),
            "questions": [self.question(number) for number in range(len(book.questions))],
        }

    def summary(self) -> View:
        """What changes with every decision: counts, what undo would undo, trouble with the file."""
        last = self.room.changes[-1] if self.room.changes else None
        return {
            "revision": self.room.revision,
            "counts": Counter(question.status for question in self.room.book.questions),
            "undo": {"done": _done(last), "id": last.id} if last else None,
            "trouble": [views.problem(one) for one in self.room.trouble],
        }

    def question(self, number: int) -> View:
        """One question as the page shows it."""
        return views.question(self.room.book, number, self._whole_quiz(), self.room.places)

    def after(self, change: Change) -> View:
        """What a change has made of the question, or of the title. If a question came, or has
        another id or other evidence, the page has to read everything again."""
        if change.done == "retitled":
            return {**self.summary(), "title": self.room.book.loaded.title}
        if change.old_id != change.id or (change.edited and _moved(change)):
            return {**self.summary(), "id": change.id, "reload": True}
        return {**self.summary(), "question": self.question(self.room.book.number(change.id))}

    def undone(self, change: Change) -> View:
        """What it is like without a change."""
        back = replace(change, id=change.old_id, old_id=change.id)
        return {**self.after(back), "id": change.old_id, "undone": _done(change)}

    def quiz_with(self, name: str) -> Quiz:
        """The quiz as it is compiled, this question in it whatever its status.

        Raises BriefquizError if it is gone.
        """
        book = self.room.book
        number = book.number(name)
        one = replace(book.questions[number], status="approved")
        questions = (*book.questions[:number], one, *book.questions[number + 1 :])
        return self.room.outside.to_quiz(replace(book.loaded, questions=questions))

    def _whole_quiz(self) -> Quiz:
        """All questions as if they were compiled: options keep their places while one decides."""
        questions = self.room.book.questions
        if self._quiz is None or not alike(self._quiz[0], questions):
            everyone = tuple(replace(one, status="approved") for one in questions)
            loaded = replace(self.room.book.loaded, questions=everyone)
            self._quiz = (questions, self.room.outside.to_quiz(loaded))
        return self._quiz[1]


def _moved(change: Change) -> bool:
    """Whether the evidence is another."""
    before, after = (
        book.questions[book.number(change.id)].source for book in (change.before, change.after)
    )
    return before != after


def _done(change: Change) -> str:
    both = change.edited and change.done != "edited"
    return f"edited and {change.done}" if both else change.done


def alike(old: Sequence[Question], new: Sequence[Question]) -> bool:
    """Whether the questions are the same but for what was decided on them."""
    return len(old) == len(new) and all(
        one is other or replace(one, status=other.status) == other
        for one, other in zip(old, new, strict=True)
    )
