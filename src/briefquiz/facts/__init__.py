"""What is worth knowing in a brief, by kind. To add a kind: a module and a line in EXTRACTORS."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from briefquiz.facts import actors, causes, dates, numbers
from briefquiz.facts.actors import ActorFact
from briefquiz.facts.causes import CauseFact
from briefquiz.facts.dates import DateFact
from briefquiz.facts.numbers import NumberFact
from briefquiz.facts.parsed import ParsedBrief
from briefquiz.facts.ranking import ranked
from briefquiz.facts.rows import Row, rows

__all__ = ["EXTRACTORS", "Fact", "Row", "extract", "found"]

Fact: TypeAlias = DateFact | NumberFact | ActorFact | CauseFact

EXTRACTORS: tuple[Callable[[ParsedBrief], Iterator[Fact]], ...] = (
    dates.extract,
    numbers.extract,
    actors.extract,
    causes.extract,
)


def extract(parsed: ParsedBrief) -> tuple[Fact, ...]:
    """Every fact of every kind, kind by kind, each kind in the brief's order."""
    return tuple(fact for extractor in EXTRACTORS for fact in extractor(parsed))


def found(parses: Sequence[ParsedBrief]) -> list[Row]:
    """What the parses of a brief yield, as plain data, the important first.

    What every parse yields counts as more important: it is right far more often.
    """
    by_key: dict[tuple[object, ...], Fact] = {}
    yields: Counter[tuple[object, ...]] = Counter()
    for parsed in parses:
        own = {_key(fact): fact for fact in extract(parsed)}
        yields.update(own.keys())
        known = {side for fact in by_key.values() for side in _sides(fact)}
        new = {key: fact for key, fact in own.items() if known.isdisjoint(_sides(fact))}
        by_key = {**new, **by_key}
    agreed = {key for key, number in yields.items() if number == len(parses)}
    facts = [(fact, key in agreed) for key, fact in by_key.items()]
    return rows(ranked(facts, parses[0]), parses[0])


def _sides(fact: Fact) -> set[tuple[object, ...]]:
    """An argument that two parsers cut differently is the same argument: the first one's stays."""
    if not isinstance(fact, CauseFact):
        return set()
    place = (fact.block.para, fact.connective)
    return {(*place, "cause", fact.cause), (*place, "effect", fact.effect)}


def _key(fact: Fact) -> tuple[object, ...]:
    """By which two parsers' facts are the same."""
    own = (fact.cause, fact.effect) if isinstance(fact, CauseFact) else ()
    return (fact.kind, fact.answer, fact.block.para, *own)
