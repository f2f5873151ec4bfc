"""match: left sides to join to right sides, such as actors to deeds."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from briefquiz.errors import Issue
from briefquiz.questions.common import Common, check_distinct, check_filled
from briefquiz.quiz import Pairs


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchQuestion(Common):
    """Left sides to join to right sides."""

    type: Literal["match"] = "match"
    pairs: tuple[tuple[str, str], ...]
    """Each left side with its right side: [[left, right], …]."""
    extra: tuple[str, ...] = ()
    """Right sides that match nothing."""


def check(question: MatchQuestion) -> Iterator[Issue]:
    """At least two pairs; no side empty; every left side once, every right side once."""
    if len(question.pairs) < 2:
        yield Issue(("pairs",), "needs at least two pairs")
    yield from check_filled("pairs", (left and right for left, right in question.pairs))
    yield from check_distinct("pairs", [left for left, _ in question.pairs])
    yield from check_distinct("pairs", [right for _, right in question.pairs])


def response(question: MatchQuestion) -> Pairs:
    """The response shape of a matching table."""
    return Pairs(question.pairs, question.extra)
