"""Doubts were judged for the draft: which of them still speak of the question as it is."""

from dataclasses import replace

from briefquiz.bank import block_hash
from briefquiz.bank.fates import GONE
from briefquiz.questions import Question
from briefquiz.questions.common import Status

SHELVES: tuple[Status, ...] = ("review", "ready")
"""Where a draft stands until a person settles it, which does not change what it says."""


def is_reworded(question: Question) -> bool:
    """Whether a drafted question says something else than its draft; a verdict is not counted."""
    if question.made is None or not question.made.hash:
        return False
    kept = tuple(doubt for doubt in question.doubts if doubt != GONE)
    drafts = (
        replace(question, status=status, doubts=doubts)
        for status in SHELVES
        for doubts in {kept, question.doubts}
    )
    return all(block_hash(draft) != question.made.hash for draft in drafts)


def doubts(question: Question) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The doubts of a question as it is, and those of the draft that it was before an edit.

    That the brief no longer has its words is found anew with every update, and stays.
    """
    if not is_reworded(question):
        return question.doubts, ()
    live = tuple(doubt for doubt in question.doubts if doubt == GONE)
    return live, tuple(doubt for doubt in question.doubts if doubt != GONE)
