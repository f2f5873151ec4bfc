"""Two parses, one list of candidates: what both yield alike has one doubt less."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from briefquiz import facts
from briefquiz.facts.parsed import ParsedBrief
from briefquiz.questions.drafting import actors, causes, dates, gates, numbers
from briefquiz.questions.drafting.candidate import Candidate
from briefquiz.questions.drafting.volatile import as_of

WORDINGS: Mapping[str, Callable[[Any, ParsedBrief], Iterator[Candidate]]] = {
    "date": dates.candidates,
    "number": numbers.candidates,
    "actor": actors.candidates,
    "cause": causes.candidates,
}
DISAGREED = "two readings of this sentence differ: is the question right?"


def worded(parsed: ParsedBrief) -> tuple[Candidate, ...]:
    """Every wording of every fact of one parse that is not refused, with its doubts."""
    return tuple(
        _gated(as_of(candidate, parsed.brief.published), parsed)
        for fact in facts.extract(parsed)
        for candidate in WORDINGS[fact.kind](fact, parsed)
        if not gates.refused(candidate)
    )


def _gated(candidate: Candidate, parsed: ParsedBrief) -> Candidate:
    return replace(
        candidate,
        doubts=gates.doubts(candidate, parsed),
        statement=candidate.statement if gates.whole(candidate.statement) else "",
        event=candidate.event if gates.whole(candidate.event) else "",
    )


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
