"""What speaks against a question, in words a teacher can act on.

A gate reads a candidate and says its doubt, or nothing. A question without doubts may be ready;
one with doubts goes to the review shelf with the words beside it. `refused` are faults that no
person should have to look at.
"""

from collections.abc import Callable
from dataclasses import dataclass

from briefquiz.facts.parsed import ParsedBrief
from briefquiz.questions.drafting.candidate import Candidate
from briefquiz.questions.drafting.gates import anchors, pointing, worth
from briefquiz.questions.drafting.gates.anchors import NAMELESS, UNDATED
from briefquiz.questions.drafting.gates.refusals import refused, whole
from briefquiz.questions.drafting.glosses import unexplained

__all__ = ["GATES", "NAMELESS", "UNDATED", "doubts", "pointing_doubts", "refused", "whole"]


@dataclass(frozen=True, slots=True)
class Gate:
    """A check and the doubt it may raise."""

    name: str
    doubt: Callable[[Candidate, ParsedBrief], str | None]


GATES = (
    Gate("pronoun", pointing.pronoun),
    Gate("pointer", pointing.pointer),
    Gate("answer", pointing.answer),
    Gate("time", anchors.time),
    Gate("definite", pointing.definite),
    Gate("comparing", pointing.comparing),
    Gate("nameless", anchors.nameless),
    Gate("thin", worth.thin),
    Gate("long", worth.long),
    Gate("figure", worth.figure),
    Gate("small", worth.small),
    Gate("described", worth.described),
    Gate("several", worth.several),
    Gate("year", anchors.year),
    Gate("undated", anchors.undated),
    Gate("listed", worth.listed),
    Gate("calculable", worth.calculable),
    Gate("aside", worth.aside),
    Gate("planned", worth.planned),
    Gate("abbreviation", unexplained),
    Gate("condition", worth.condition),
    Gate("lifted", worth.lifted),
    Gate("repeated", worth.repeated),
    Gate("unsaid", worth.unsaid),
    Gate("hearsay", worth.hearsay),
    Gate("exact", worth.exact),
    Gate("tells", worth.tells),
    Gate("title", worth.title),
)
POINTING = frozenset({"pronoun", "pointer", "definite", "comparing"})


def doubts(candidate: Candidate, parsed: ParsedBrief) -> tuple[str, ...]:
    """All doubts about a candidate, in words, those of its rule first."""
    found = (gate.doubt(candidate, parsed) for gate in GATES)
    return tuple(dict.fromkeys([*candidate.doubts, *filter(None, found)]))


def pointing_doubts(candidate: Candidate, parsed: ParsedBrief) -> tuple[str, ...]:
    """The doubts that come from words pointing outside the question."""
    found = (gate.doubt(candidate, parsed) for gate in GATES if gate.name in POINTING)
    return tuple(filter(None, found))
