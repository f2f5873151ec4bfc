"""What is worth knowing in a brief, by kind. To add a kind: a module and a line in EXTRACTORS."""

from collections.abc import Callable, Iterator
from typing import TypeAlias

from briefquiz.facts import actors, causes, dates, numbers
from briefquiz.facts.actors import ActorFact
from briefquiz.facts.causes import CauseFact
from briefquiz.facts.dates import DateFact
from briefquiz.facts.numbers import NumberFact
from briefquiz.facts.parsed import ParsedBrief

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


def as_row(fact: Fact) -> dict[str, str | int]:
    """A fact as plain data, for tables and JSON."""
    row: dict[str, str | int] = {
        "kind": fact.kind,
        "answer": fact.answer,
        "evidence": fact.evidence.quote,
        "para": fact.evidence.para,
        "hedge": fact.hedge,
        "attribution": fact.attribution.text if fact.attribution else "",
    }
    if isinstance(fact, CauseFact):
        row |= {
            "cause": fact.cause,
            "effect": fact.effect,
            "connective": fact.connective,
            "relation": fact.relation,
        }
    return row
