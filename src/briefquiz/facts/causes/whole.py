"""The other side of an argument: what a clause says without the reason."""

from collections.abc import Collection
from typing import TYPE_CHECKING

from briefquiz.facts.asides import SUBJECTS, trimmed
from briefquiz.facts.clauses import clause_of

if TYPE_CHECKING:
    from spacy.tokens import Token

LONGEST = 40  # tokens of a side that no clause could be cut out of


def told(verb: "Token", without: Collection[int]) -> tuple["Token", ...]:
    """The tokens of a verb's clause but for some; () where no whole clause is there.

    Where the clause cannot be cut out safely, everything under the verb is taken, less what is
    joined to it.
    """
    clause = clause_of(verb)
    if clause is not None:
        return tuple(token for token in clause.tokens if token.i not in without)
    if not any(token.dep_ in SUBJECTS for token in verb.children):
        return ()
    cut = {
        token.i
        for child in verb.children
        if child.dep_ in {"conj", "cc", "parataxis", "punct"}
        for token in child.subtree
    }
    kept = trimmed(tuple(t for t in verb.subtree if t.i not in cut and t.i not in without))
    return kept if len(kept) <= LONGEST else ()
