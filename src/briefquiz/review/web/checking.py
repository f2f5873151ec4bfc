"""What to warn a person of before they approve: what `briefquiz check` would say afterwards."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from briefquiz.errors import BriefquizError, Path
from briefquiz.questions import COMPILED, Question
from briefquiz.review.desk import QUESTIONS
from briefquiz.review.web import book as books
from briefquiz.review.web import forms
from briefquiz.review.web.book import BlockError, Book
from briefquiz.review.web.room import Outside, Room
from briefquiz.review.web.views import View, problem


def warnings(outside: Outside, book: Book) -> Mapping[str, list[View]]:
    """What a check would say if all were approved that is not rejected, by the questions' ids.

    What one question does to another is told to both, with the id of the other as `other`: it is
    true only when both are used. Takes its time.
    """
    said: dict[str, list[View]] = {}
    for name, view in _told(outside, book, book.questions):
        said.setdefault(name, []).append(view)
    return said


def tried(room: Room, name: str, values: Mapping[str, Any]) -> list[View]:
    """What is wrong with a question that says what stands in its form, or a check would say of it
    beside those that are used. `name` is "" for a new one. Takes its time."""
    book = room.book
    try:
        if name:
            number = book.number(name)
            change = forms.edit(book.questions[number], values)
            one = books.changed(book, number, change).questions[number]
        else:
            ids = tuple(question.id for question in book.questions)
            one = books.alone(forms.fresh(values, ids))
    except BriefquizError as error:
        return faults(error)
    others = [q for q in book.questions if q.id != name and q.status in COMPILED]
    told = _told(room.outside, book, (one, *others))
    return [view for whose, view in told if whose == one.id]


def faults(error: BriefquizError) -> list[View]:
    """Why something was not done; if a question is wrong, at which field of its form."""
    if not isinstance(error, BlockError):
        return [{"text": problem(one)} for one in error.problems]
    found = []
    for one in error.problems:
        path = error.path(one)
        subject = f"{path[0]!r} " if path else ""
        found.append(_at(path, one.message.removeprefix(subject), one.hint))
    return found


def _told(
    outside: Outside, book: Book, questions: Sequence[Question]
) -> Iterator[tuple[str, View]]:
    """Ids, and what to tell those who look at the question."""
    used = [
        one if one.status == "rejected" else replace(one, status="approved") for one in questions
    ]
    for issue in outside.check(replace(book.loaded, questions=tuple(used))):
        if issue.path[:1] != QUESTIONS or len(issue.path) < 2:
            continue
        name = _id(used, issue.path)
        if not issue.other:
            yield name, _at(issue.path[2:], issue.message, issue.hint)
            continue
        other = _id(used, issue.other)
        message = issue.message.replace(repr(other), "another question")
        yield name, {**_at(issue.path[2:], message, issue.hint), "other": other}
        message = issue.message.replace("the prompt", "another prompt", 1)
        message = message.replace(repr(other), "this question")
        yield other, {**_at(issue.other[2:], message, ""), "other": name}


def _id(questions: Sequence[Question], path: Path) -> str:
    number = path[1]
    assert isinstance(number, int)
    return questions[number].id


def _at(path: Path, message: str, hint: str) -> View:
    """Something wrong, with the key it is wrong at and, in a list, the number of the item."""
    text = f"{message} (did you mean {hint!r}?)" if hint else message
    return {"text": text, "field": str(path[0]) if path else "", "row": [*path[1:2]]}
