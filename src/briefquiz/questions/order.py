"""order: things to put in order, such as events in time."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from briefquiz.errors import Issue
from briefquiz.questions.common import Common, check_distinct, check_filled
from briefquiz.quiz import Sequence


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderQuestion(Common):
    """Things to put in order."""

    type: Literal["order"] = "order"
    items: tuple[str, ...]
    """The things, in the right order."""


def check(question: OrderQuestion) -> Iterator[Issue]:
    """At least three things, each once, none empty."""
    if len(question.items) < 3:
        yield Issue(("items",), "needs at least three items")
    yield from check_filled("items", question.items)
    yield from check_distinct("items", list(question.items))


def response(question: OrderQuestion) -> Sequence:
    """The response shape of an ordering."""
    return Sequence(question.items)
