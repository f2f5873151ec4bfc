"""short: a few words to write."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from briefquiz.errors import Issue
from briefquiz.questions.common import Common
from briefquiz.quiz import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortQuestion(Common):
    """A few words to write."""

    type: Literal["short"] = "short"
    answer: str
    """The right answer."""
    accept: tuple[str, ...] = ()
    """Other forms that are right too."""


def check(question: ShortQuestion) -> Iterator[Issue]:
    """An answer that is there."""
    if not question.answer.strip():
        yield Issue(("answer",), "is empty")


def response(question: ShortQuestion) -> Words:
    """The response shape of a short answer."""
    return Words(question.answer, question.accept)
