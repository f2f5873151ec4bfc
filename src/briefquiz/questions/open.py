"""open: an argument to write, with a model answer for the key."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from briefquiz.errors import Issue
from briefquiz.questions.common import Common
from briefquiz.quiz import Criterion, Essay


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenQuestion(Common):
    """An argument to write."""

    type: Literal["open"] = "open"
    model: str
    """A model answer, for the key."""
    rubric: tuple[Criterion, ...] = ()
    """What earns how many points."""
    lines: int = 4
    """How many lines to leave on paper."""


def check(question: OpenQuestion) -> Iterator[Issue]:
    """A model that is there, lines that fit on a page, a rubric that adds up."""
    if not question.model.strip():
        yield Issue(("model",), "is empty")
    if not 1 <= question.lines <= 40:
        yield Issue(("lines",), "should be between 1 and 40")
    total = sum(criterion.points for criterion in question.rubric)
    if question.rubric and total != question.points:
        yield Issue(("rubric",), f"adds up to {total}, but the question is worth {question.points}")


def response(question: OpenQuestion) -> Essay:
    """The response shape of an open question."""
    return Essay(question.model, question.rubric, question.lines)
