"""number: a figure to write."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from briefquiz.errors import Issue
from briefquiz.questions.common import Common
from briefquiz.quiz import Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberQuestion(Common):
    """A figure to write."""

    type: Literal["number"] = "number"
    answer: str
    """The figure as the brief prints it, with its "around" or "up to"."""
    unit: str = ""
    """The unit, printed beside the line to write on."""
    tolerance: str = ""
    """How far off is still right, in the figure's own unit."""
    accept: tuple[str, ...] = ()
    """Other forms that are right too."""


def check(question: NumberQuestion) -> Iterator[Issue]:
    """An answer that is there; a tolerance is a plain number."""
    if not question.answer.strip():
        yield Issue(("answer",), "is empty")
    if question.tolerance and not re.fullmatch(r"\d+(\.\d+)?", question.tolerance):
        yield Issue(("tolerance",), "should be a plain number such as 0.5")


def response(question: NumberQuestion) -> Figure:
    """The response shape of a figure."""
    return Figure(question.answer, question.unit, question.tolerance, question.accept)
