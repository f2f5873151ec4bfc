"""What speaks against a question, in words a teacher can act on.

A gate reads a candidate and says its doubt, or nothing. A question without doubts may be ready;
one with doubts goes to the review shelf with the words beside it. `refused` are faults that no
person should have to look at.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from briefquiz.facts.parsed import ParsedBrief
from briefquiz.questions.drafting.candidate import MOST_WEIGHT, Candidate, Doubt
from briefquiz.questions.drafting.gates import anchors, pointing, told, trivial, when, worth
from briefquiz.questions.drafting.gates.anchors import NAMELESS, PLACELESS
from briefquiz.questions.drafting.gates.refusals import refused, whole
from briefquiz.questions.drafting.gates.trivial import UNPARTICULAR
from briefquiz.questions.drafting.glosses import unexplained

__all__ = [
    "GATES",
    "NAMELESS",
    "PLACELESS",
    "POINTING",
    "UNPARTICULAR",
    "raised",
    "refused",
    "whole",
]


@dataclass(frozen=True, slots=True)
class Gate:
    """A check, the doubt it may raise, and what that weighs (see `Doubt`)."""

    name: str
    check: Callable[[Candidate, ParsedBrief], str | None]
    weight: int

    def doubt(self, candidate: Candidate, parsed: ParsedBrief) -> Doubt | None:
        """The doubt that the check raises about a candidate, or None."""
        found = self.check(candidate, parsed)
        return Doubt(found, self.weight) if found is not None else None


GATES = (
    Gate("pronoun", pointing.pronoun, 1),
    Gate("pointer", pointing.pointer, 3),
    Gate("answer", pointing.answer, 3),
    Gate("known in answer", pointing.known_in_answer, 1),
    Gate("time", anchors.time, 1),
    Gate("definite", pointing.definite, 1),
    Gate("comparing", pointing.comparing, 1),
    Gate("counted", pointing.counted, 1),
    Gate("nameless", anchors.nameless, 1),
    Gate("placeless", anchors.placeless, 0),
    Gate("thin", worth.thin, 1),
    Gate("long", worth.long, 0),
    Gate("figure", when.figure, 0),
    Gate("small", worth.small, 1),
    Gate("described", worth.described, 3),
    Gate("several", worth.several, 3),
    Gate("year", anchors.year, 1),
    Gate("some year", anchors.some_year, 0),
    Gate("held", anchors.held, 1),
    Gate("undated", anchors.undated, 1),
    Gate("listed", worth.listed, 0),
    Gate("calculable", worth.calculable, 0),
    Gate("aside", worth.aside, 0),
    Gate("planned", when.planned, 0),
    Gate("abbreviation", unexplained, 0),
    Gate("condition", worth.condition, 1),
    Gate("lifted", worth.lifted, 2),
    Gate("repeated", told.repeated, 3),
    Gate("unsaid", worth.unsaid, 3),
    Gate("says", worth.says, 2),
    Gate("hearsay", when.hearsay, 0),
    Gate("exact", when.exact, 0),
    Gate("state", when.state, 0),
    Gate("opinion", worth.opinion, 1),
    Gate("score", trivial.score, 0),
    Gate("partly", worth.partly, 0),
    Gate("sample", worth.sample, 1),
    Gate("in title", told.in_title, 3),
    Gate("statistic", when.statistic, 1),
    Gate("vague", trivial.vague, 3),
    Gate("converted", trivial.converted, 3),
    Gate("compared", trivial.compared, 2),
    Gate("former", trivial.former, 2),
    Gate("month", trivial.month, 1),
    Gate("population", trivial.population, 1),
    Gate("personal", trivial.personal, 1),
    Gate("sized", trivial.sized, 1),
    Gate("lasting", trivial.lasting, 0),
    Gate("few", trivial.few, 0),
    Gate("crowded", trivial.crowded, 0),
    Gate("quantified", trivial.quantified, 0),
    Gate("minor", trivial.minor, 0),
    Gate("precise", trivial.precise, 0),
    Gate("paired", trivial.paired, 1),
    Gate("supposed", trivial.supposed, 1),
    Gate("latest", trivial.latest, 2),
    Gate("unparticular", trivial.unparticular, 0),
    Gate("tells", told.tells, 2),
    Gate("title", told.title, 3),
)
POINTING = frozenset({"pronoun", "pointer", "definite", "comparing"})
"""Gates that see words pointing outside the question."""
SETTLED_BY_CONTEXT = frozenset(gate for gate in GATES if gate.name in {*POINTING, "nameless"})
BY_WEIGHT = sorted(GATES, key=lambda gate: (gate.name not in POINTING, -gate.weight))
"""Those first whose doubts decide whether a question is told again in its context."""


def raised(candidate: Candidate, parsed: ParsedBrief) -> Mapping[str, Doubt]:
    """The doubts about a candidate besides its own, by the names of their gates, in their order.

    Not all of them where those that no context can settle weigh too much already: nobody will see
    that question.
    """
    found: dict[str, Doubt] = {}
    burden = 0
    for gate in BY_WEIGHT:
        doubt = gate.doubt(candidate, parsed)
        if doubt is not None:
            found[gate.name] = doubt
            burden += 0 if gate in SETTLED_BY_CONTEXT else doubt.weight
            if burden > MOST_WEIGHT:
                break
    return {gate.name: found[gate.name] for gate in GATES if gate.name in found}
