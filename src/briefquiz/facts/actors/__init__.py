"""Actors with their deeds: who did, said, leads or suffered it."""

from collections.abc import Iterator

from briefquiz.facts.actors.doers import agents, doers
from briefquiz.facts.actors.fact import ActorClass, ActorFact, Role
from briefquiz.facts.actors.naming import classify
from briefquiz.facts.actors.others import affected, named, owners, told, voices
from briefquiz.facts.parsed import ParsedBrief

__all__ = ["ActorClass", "ActorFact", "Role", "classify", "extract"]

FINDERS = (doers, agents, voices, told, named, owners, affected)


def extract(parsed: ParsedBrief) -> Iterator[ActorFact]:
    """Every actor with a deed, sentence by sentence; each name once for one deed."""
    known: set[tuple[str, str]] = set()
    for block, sentence in parsed.sentences():
        seen: set[tuple[str, int]] = set()
        for fact in (fact for find in FINDERS for fact in find(block, sentence)):
            deed, office = (fact.answer, fact.verb.i), (fact.answer, fact.deed)
            if deed not in seen and (fact.role != "named" or office not in known):
                seen.add(deed)
                known.add(office)
                yield fact
