"""Question types: one module each, joined in one union and one table.

To add a type: a module with a dataclass, `check` and `response`, then its line in the union and
in `TYPES`.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from briefquiz.errors import Issue
from briefquiz.questions import (
    choice,
    cloze,
    match,
    multi,
    number,
    open,  # noqa: A004 - the type is called open
    order,
    short,
    true_false,
)
from briefquiz.questions.choice import ChoiceQuestion
from briefquiz.questions.cloze import ClozeQuestion
from briefquiz.questions.match import MatchQuestion
from briefquiz.questions.multi import MultiQuestion
from briefquiz.questions.number import NumberQuestion
from briefquiz.questions.open import OpenQuestion
from briefquiz.questions.order import OrderQuestion
from briefquiz.questions.short import ShortQuestion
from briefquiz.questions.true_false import TrueFalseQuestion
from briefquiz.quiz import Item, Response

Question: TypeAlias = (
    ChoiceQuestion
    | MultiQuestion
    | TrueFalseQuestion
    | ShortQuestion
    | NumberQuestion
    | ClozeQuestion
    | MatchQuestion
    | OrderQuestion
    | OpenQuestion
)


@dataclass(frozen=True, slots=True)
class QuestionType:
    """What a question type can do: find its own faults, become a response shape."""

    check: Callable[[Any], Iterator[Issue]]
    response: Callable[[Any], Response]


TYPES: Mapping[type, QuestionType] = {
    ChoiceQuestion: QuestionType(choice.check, choice.response),
    MultiQuestion: QuestionType(multi.check, multi.response),
    TrueFalseQuestion: QuestionType(true_false.check, true_false.response),
    ShortQuestion: QuestionType(short.check, short.response),
    NumberQuestion: QuestionType(number.check, number.response),
    ClozeQuestion: QuestionType(cloze.check, cloze.response),
    MatchQuestion: QuestionType(match.check, match.response),
    OrderQuestion: QuestionType(order.check, order.response),
    OpenQuestion: QuestionType(open.check, open.response),
}

COMPILED = ("ready", "approved")
SHELVES: Mapping[str, tuple[str, ...]] = {
    "ready": COMPILED,
    "approved": ("approved",),
    "all": (*COMPILED, "review"),
}
"""What a build may take → the statuses of its questions."""


def check(question: Question) -> Iterator[Issue]:
    """Faults of one question, each with its path inside the question."""
    if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9-]*", question.id):
        yield Issue(("id",), "should be letters, digits and hyphens only")
    if not question.prompt.strip():
        yield Issue(("prompt",), "is empty")
    if question.points < 1:
        yield Issue(("points",), "should be 1 or more")
    yield from TYPES[type(question)].check(question)


def to_item(question: Question) -> Item:
    """The question as outputs see it."""
    return Item(
        id=question.id,
        kind=question.kind,
        prompt=cloze.blanked(question.prompt)
        if isinstance(question, ClozeQuestion)
        else question.prompt,
        response=TYPES[type(question)].response(question),
        points=question.points,
        explain=question.explain,
        sources=question.source,
        fact=question.fact,
        tags=question.tags,
    )
