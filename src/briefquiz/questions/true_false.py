"""true_false: a statement to judge."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from briefquiz.errors import Issue
from briefquiz.questions.common import Common
from briefquiz.quiz import TrueFalse


@dataclass(frozen=True, slots=True, kw_only=True)
class TrueFalseQuestion(Common):
    """A statement to judge; the prompt is the statement."""

    type: Literal["true_false"] = "true_false"
    answer: bool
    """true or false."""


def check(question: TrueFalseQuestion) -> Iterator[Issue]:
    """A statement is no question."""
    if question.prompt.rstrip().endswith("?"):
        yield Issue(("prompt",), "a true_false prompt is a statement, not a question")


def response(question: TrueFalseQuestion) -> TrueFalse:
    """The response shape of a statement."""
    return TrueFalse(question.answer)
