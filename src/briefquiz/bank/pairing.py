"""Which question of a new draft asks for the same fact as which question of the file."""

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from briefquiz.bank.marks import marks, quotes, values
from briefquiz.questions import Question

NEARLY = 85
"""Of 100: evidence this much alike is one sentence, corrected. A guess; unrelated ones have 50."""


@dataclass(frozen=True, slots=True)
class Known:
    """A question with all by which it may be known."""

    question: Question
    marks: frozenset[str]
    quotes: tuple[str, ...]
    values: frozenset[str]


def known(question: Question) -> Known:
    """The question with all by which it may be known."""
    found = marks(question)
    return Known(question, found, quotes(question), frozenset(values(question)))


def pairs(old: Sequence[Known], new: Sequence[Known]) -> dict[int, int]:
    """The number of a new question → that of the old one about the same fact, each once.

    Where several fit, what is alike in fact goes before what is nearly alike, then the same id,
    then the wording.
    """
    ranked = sorted(
        (
            (alike, before.question.id == after.question.id, _wording(before, after), -i, -j)
            for i, before in enumerate(old)
            for j, after in enumerate(new)
            if (alike := _alike(before, after))
        ),
        reverse=True,
    )
    found: dict[int, int] = {}
    for *_, i, j in ranked:
        if -j not in found and -i not in found.values():
            found[-j] = -i
    return found


def _alike(before: Known, after: Known) -> int:
    if before.marks & after.marks:
        return 2
    return int(_nearly(before, after))


def _nearly(before: Known, after: Known) -> bool:
    return (
        before.question.kind == after.question.kind
        and bool(before.values & after.values)
        and any(
            fuzz.ratio(quote, other, score_cutoff=NEARLY)
            for quote in before.quotes
            for other in after.quotes
        )
    )


def _wording(before: Known, after: Known) -> float:
    return fuzz.ratio(before.question.prompt, after.question.prompt)
