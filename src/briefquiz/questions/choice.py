"""choice: one right option among wrong ones."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from briefquiz.errors import Issue
from briefquiz.questions.common import Common, check_distinct, check_filled
from briefquiz.quiz import Choice, Option, Order


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceQuestion(Common):
    """One right option among wrong ones."""

    type: Literal["choice"] = "choice"
    answer: str
    """The right option."""
    distractors: tuple[Option, ...]
    """Wrong options: plain text, or text with `why` it is wrong (for the key)."""
    last: str = ""
    """One more wrong option that is always printed last, such as "None of these"."""
    order: Order = "shuffle"
    """shuffle by seed, sorted by value, or listed (answer first)."""


def check(question: ChoiceQuestion) -> Iterator[Issue]:
    """An answer and a distractor at least, none empty; no distractor equals it or another."""
    if not question.answer.strip():
        yield Issue(("answer",), "is empty")
    if not question.distractors:
        yield Issue(("distractors",), "a choice needs at least one distractor")
    wrong = [option.text for option in question.distractors]
    yield from check_filled("distractors", wrong)
    yield from check_distinct("distractors", wrong)
    for place, text in enumerate(wrong):
        if text.strip() and text.strip().casefold() == question.answer.strip().casefold():
            yield Issue(("distractors", place), "this distractor equals the answer")


def response(question: ChoiceQuestion) -> Choice:
    """The response shape of a choice."""
    return Choice(question.answer, question.distractors, question.last, question.order)
