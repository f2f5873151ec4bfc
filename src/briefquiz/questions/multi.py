"""multi: several right options among wrong ones."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from briefquiz.errors import Issue
from briefquiz.questions.common import Common, check_distinct, check_filled
from briefquiz.quiz import Choices, Option


@dataclass(frozen=True, slots=True, kw_only=True)
class MultiQuestion(Common):
    """Several right options among wrong ones."""

    type: Literal["multi"] = "multi"
    answers: tuple[str, ...]
    """The right options."""
    distractors: tuple[Option, ...] = ()
    """Wrong options: plain text, or text with `why` it is wrong (for the key)."""


def check(question: MultiQuestion) -> Iterator[Issue]:
    """At least one answer; nothing empty or twice, neither among the answers nor across."""
    if not question.answers:
        yield Issue(("answers",), "needs at least one right answer")
    yield from check_filled("answers", question.answers)
    yield from check_filled("distractors", (option.text for option in question.distractors))
    yield from check_distinct("answers", list(question.answers))
    right = {answer.strip().casefold() for answer in question.answers} - {""}
    for place, option in enumerate(question.distractors):
        if option.text.strip().casefold() in right:
            yield Issue(("distractors", place), "this distractor equals an answer")


def response(question: MultiQuestion) -> Choices:
    """The response shape of a multiple answer."""
    return Choices(question.answers, question.distractors)
