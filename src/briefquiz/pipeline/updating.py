"""A new draft of a brief goes into the question file that a person has edited since."""

from briefquiz import bank
from briefquiz.bank import Merged
from briefquiz.errors import BriefquizError, Problem
from briefquiz.pipeline.drafting import Draft


def update_file(old: bytes, file: str, draft: Draft) -> Merged:
    """The question file `old`, named `file`, with what a new draft of its brief brings.

    Raises BriefquizError with every mistake in the old file; it has to be sound first.
    """
    merged = bank.merge(bank.load(old, file), old.decode(), file, draft.file, draft.words)
    if bank.load(merged.text, file) != merged.file:
        message = "cannot be brought up to date without harm to what is in it; nothing was written"
        raise BriefquizError([Problem(file, message)])
    return merged
