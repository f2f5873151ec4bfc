"""Questions made of several facts: events in order, actors and their deeds."""

import re
from collections.abc import Sequence
from typing import Any

from briefquiz.facts.actors import ActorFact
from briefquiz.facts.dates import DateFact
from briefquiz.questions.common import Made
from briefquiz.questions.drafting.candidate import Candidate
from briefquiz.questions.drafting.choosing import TELLING, UNPROVEN
from briefquiz.questions.drafting.gates import PLACELESS, UNPARTICULAR
from briefquiz.questions.drafting.gates.when import PLANNING
from briefquiz.questions.match import MatchQuestion
from briefquiz.questions.order import OrderQuestion
from briefquiz.quiz import Kind

TABLES = {
    "actor": "a table of actors: are they all of one kind?",
    "date": "a table of events: does their order matter, and is it not told by other questions?",
}
MOST = 5
FEWEST_EVENTS = 3
FEWEST_ACTORS = 3
LONGEST = 22  # words of an event or a deed; longer ones make no table


def events_in_order(candidates: Sequence[Candidate]) -> OrderQuestion | None:
    """Dated events whose order is sure, as a question; None for fewer than three."""
    dated = [c for c in candidates if _is_event(c)]
    chosen: list[Candidate] = []
    for candidate in sorted(dated, key=_when):
        if all(_when(candidate) != _when(other) for other in chosen):
            chosen.append(candidate)
    if any(_when(a).startswith(_when(b)) for a in chosen for b in chosen if a is not b):
        return None  # "2014" and "2014-05": which came first is not said
    chosen = chosen[:MOST]
    if len(chosen) < FEWEST_EVENTS:
        return None
    return OrderQuestion(
        id="events-in-order",
        prompt="Put these events in the order in which they happened.",
        items=tuple(c.event for c in chosen),
        points=len(chosen) - 1,
        **_common(chosen, "date", "order/events"),
    )


BARE = re.compile(r"\b(?:is|are|was|were|been|be)\.?$")  # what was the date is gone


def _sound(candidate: Candidate) -> bool:
    """Nothing speaks against the words themselves, whatever speaks against the question."""
    spare = {TELLING, UNPARTICULAR, PLACELESS, *UNPROVEN.values()}
    return set(candidate.doubts) <= spare


def _is_event(candidate: Candidate) -> bool:
    fact = candidate.fact
    return (
        isinstance(fact, DateFact)
        and _sound(candidate)
        and bool(candidate.event)
        and BARE.search(candidate.event) is None
        and candidate.form == "question"
        and fact.mention.precision in {"day", "month", "year"}
        and fact.mention.preposition in {"", "in", "on"}
        and not fact.hedge
        and fact.attribution is None
        and len(candidate.event.split()) <= LONGEST
        and fact.verb is not None
        and fact.verb.lemma_.lower() not in PLANNING
    )


def _when(candidate: Candidate) -> str:
    fact = candidate.fact
    assert isinstance(fact, DateFact)
    return fact.mention.first


def deeds_of_actors(candidates: Sequence[Candidate]) -> MatchQuestion | None:
    """Actors, each with one deed that no other did; None for fewer than three."""
    chosen: dict[str, Candidate] = {}
    for candidate in sorted(candidates, key=lambda c: len(c.doubts)):
        fact = candidate.fact
        if not isinstance(fact, ActorFact) or fact.hedge or fact.attribution is not None:
            continue
        if not _sound(candidate) or not candidate.event:
            continue
        if len(candidate.event.split()) > LONGEST or candidate.answer.casefold() in chosen:
            continue
        chosen[candidate.answer.casefold()] = candidate
    actors = sorted(list(chosen.values())[:MOST], key=lambda c: c.fact_key[1:])
    if len(actors) < FEWEST_ACTORS:
        return None
    return MatchQuestion(
        id="who-did-what",
        prompt="Who did what? Match each actor with the deed.",
        pairs=tuple((c.answer, c.event) for c in actors),
        points=len(actors),
        **_common(actors, "actor", "match/deeds"),
    )


def _common(candidates: Sequence[Candidate], kind: Kind, rule: str) -> dict[str, Any]:
    doubts = (TABLES[kind],)
    return {
        "kind": kind,
        "source": tuple(dict.fromkeys(c.fact.evidence for c in candidates)),
        "status": "review",
        "doubts": doubts,
        "made": Made(by=rule),
    }
