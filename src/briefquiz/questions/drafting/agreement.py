"""Two parses, one list of candidates: what both yield alike has one doubt less."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from briefquiz.facts import Fact
from briefquiz.facts.parsed import ParsedBrief
from briefquiz.questions.drafting import actors, causes, dates, gates, numbers
from briefquiz.questions.drafting.candidate import Candidate, Doubt
from briefquiz.questions.drafting.context import with_context
from briefquiz.questions.drafting.glosses import glossed
from briefquiz.questions.drafting.meant import with_names
from briefquiz.questions.drafting.volatile import as_of

WORDINGS: Mapping[str, Callable[[Any, ParsedBrief], Iterator[Candidate]]] = {
    "date": dates.candidates,
    "number": numbers.candidates,
    "actor": actors.candidates,
    "cause": causes.candidates,
}
DISAGREED = Doubt("two readings of this sentence differ: is the question right?", 1)


def worded(found: Iterable[Fact], parsed: ParsedBrief) -> tuple[Candidate, ...]:
    """Every wording of every fact found in one parse that is not refused, with its doubts."""
    plain = (
        glossed(as_of(candidate, parsed.brief.published), parsed)
        for fact in found
        for candidate in WORDINGS[fact.kind](fact, parsed)
    )
    return tuple(gated for candidate in plain for gated in _gated(candidate, parsed))


def _gated(candidate: Candidate, parsed: ParsedBrief) -> Iterator[Candidate]:
    """The candidate with its doubts; and again with context, where it points outside itself."""
    if gates.refused(candidate):
        return
    raised = gates.raised(candidate, parsed)
    doubts = dict.fromkeys([*candidate.doubts, *raised.values()])
    yield replace(
        candidate,
        doubts=tuple(doubts),
        statement=candidate.statement if gates.whole(candidate.statement) else "",
        event=candidate.event if gates.whole(candidate.event) else "",
    )
    pointing = {doubt for name, doubt in raised.items() if name in gates.POINTING}
    if not pointing:
        return
    named = with_names(candidate, parsed)
    if named is not None and not gates.refused(named):
        told = (*named.doubts, *gates.raised(named, parsed).values())
        yield replace(named, doubts=tuple(dict.fromkeys(told)))
    leaning = with_context(candidate, parsed)
    if leaning is not None and not gates.refused(leaning):
        own = [doubt for doubt in doubts if doubt not in pointing and doubt != gates.NAMELESS]
        told = (*leaning.doubts, *gates.raised(leaning, parsed).values())
        yield replace(leaning, doubts=tuple(dict.fromkeys([*own, *told])))


def agreed(parses: Sequence[tuple[Candidate, ...]]) -> tuple[Candidate, ...]:
    """The candidates of all parses, each once; those not in every parse carry a doubt.

    The doubts of every parse count: a pronoun that one of them saw is a pronoun.
    """
    merged: dict[tuple[object, ...], list[Candidate]] = {}
    for candidates in parses:
        for candidate in _once(candidates):
            merged.setdefault((candidate.fact_key, candidate.wording), []).append(candidate)
    return tuple(_joined(same, len(parses)) for same in merged.values())


def _once(candidates: Iterable[Candidate]) -> Iterator[Candidate]:
    seen: set[tuple[object, ...]] = set()
    for candidate in candidates:
        key = (candidate.fact_key, candidate.wording)
        if key not in seen:
            seen.add(key)
            yield candidate


def _joined(same: list[Candidate], parses: int) -> Candidate:
    found = [doubt for candidate in same for doubt in candidate.doubts]
    if len(same) < parses:
        found.append(DISAGREED)
    return replace(same[0], doubts=tuple(dict.fromkeys(found)))
