"""What to warn a person of before they approve: what `briefquiz check` would say afterwards."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from briefquiz.errors import BriefquizError, Path
from briefquiz.questions import COMPILED, Question
from briefquiz.review.desk import QUESTIONS
from briefquiz.review.web import book as books
from briefquiz.review.web import forms
from briefquiz.review.web.book import BlockError, Book
from briefquiz.review.web.room import Outside, Room
from briefquiz.review.web.views import View, problem

WORDS = {
    "distractor": "wrong answer",
    "distractors": "wrong answers",
    "a cloze": "a text with gaps",
    "a true_false prompt": "what is true or false",
}
"""Words of the question file → those of the page."""
_WORD = re.compile(rf"'[^']*'|\b({'|'.join(reversed(WORDS))})\b")


class Fault(NamedTuple):
    """Something wrong with a question: the key it is wrong at and, in a list, the item's number."""

    text: str
    field: str = ""
    row: tuple[int, ...] = ()


class Warned(NamedTuple):
    """What is wrong with the question of this id; if another has to do with it, the other's id."""

    id: str
    fault: Fault
    other: str = ""


def warnings(outside: Outside, book: Book, questions: Sequence[Question] = ()) -> Iterator[Warned]:
    """What a check would say of questions, all of the book unless some are given, if all were
    approved that are not rejected.

    What one does to another is told of both: it is true only when both are used. Takes its time.
    """
    used = [
        one if one.status == "rejected" else replace(one, status="approved")
        for one in questions or book.questions
    ]
    for issue in outside.check(replace(book.loaded, questions=tuple(used))):
        if issue.path[:1] != QUESTIONS or len(issue.path) < 2:
            continue
        name = _id(used, issue.path)
        if not issue.other:
            yield Warned(name, _fault(issue.path[2:], issue.message, issue.hint))
            continue
        other = _id(used, issue.other)
        message = issue.message.replace(repr(other), "another question")
        yield Warned(name, _fault(issue.path[2:], message, issue.hint), other)
        message = issue.message.replace("the prompt", "another prompt", 1)
        message = message.replace(repr(other), "this question")
        yield Warned(other, _fault(issue.other[2:], message), name)


def gathered(told: Iterable[Warned]) -> Mapping[str, list[View]]:
    """Warnings by the ids of their questions; what is said because of several others, once."""
    said: dict[str, dict[Fault, list[str]]] = {}
    for one in told:
        others = said.setdefault(one.id, {}).setdefault(one.fault, [])
        if one.other:
            others.append(one.other)
    return {
        name: [{**fault._asdict(), "others": others} for fault, others in faults.items()]
        for name, faults in said.items()
    }


def tried(room: Room, name: str, values: Mapping[str, Any]) -> list[View]:
    """What is wrong with a question that says what stands in its form, or a check would say of it
    beside those that are used. `name` is "" for a new one. Takes its time."""
    book = room.book
    try:
        if name:
            number = book.number(name)
            old = book.questions[number]
            change = forms.edit(old, room.placed(values, old.source))
            one = books.changed(book, number, change).questions[number]
        else:
            ids = tuple(question.id for question in book.questions)
            one = books.alone(forms.fresh(room.placed(values), ids))
    except BriefquizError as error:
        return faults(error)
    others = [q for q in book.questions if q.id != name and q.status in COMPILED]
    told = gathered(warnings(room.outside, book, (one, *others)))
    return told.get(one.id, [])


def faults(error: BriefquizError) -> list[View]:
    """Why something was not done; if a question is wrong, at which field of its form."""
    if not isinstance(error, BlockError):
        return [Fault(problem(one))._asdict() for one in error.problems]
    found = []
    for one in error.problems:
        path = error.path(one)
        subject = f"{path[0]!r} " if path else ""
        found.append(_fault(path, one.message.removeprefix(subject), one.hint)._asdict())
    return found


def _in_its_words(message: str) -> str:
    """A message with what the form calls things; what it quotes stays."""
    return _WORD.sub(lambda found: WORDS.get(found[0], found[0]), message)


def _id(questions: Sequence[Question], path: Path) -> str:
    number = path[1]
    assert isinstance(number, int)
    return questions[number].id


def _fault(path: Path, message: str, hint: str = "") -> Fault:
    message = message.replace("gaps need 'type: cloze'", "ask it as “gaps”")
    text = f"{_in_its_words(message)} (did you mean {hint!r}?)" if hint else _in_its_words(message)
    row = tuple(step for step in path[1:2] if isinstance(step, int))
    return Fault(text, str(path[0]) if path else "", row)
