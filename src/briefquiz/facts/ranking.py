"""Which facts come first, and how many: a list as long as a teacher reads."""

from collections.abc import Iterable
from typing import TypeAlias

from briefquiz.facts.actors import ActorFact
from briefquiz.facts.causes import CauseFact
from briefquiz.facts.dates import DateFact
from briefquiz.facts.numbers import NumberFact
from briefquiz.facts.parsed import ParsedBrief

Fact: TypeAlias = DateFact | NumberFact | ActorFact | CauseFact

MOST, PER_WORDS = 60, 750
"""At most so many facts for every so many words begun."""
LEAD = 2  # paragraphs; they tell what the brief is about
AGREED = 1.5  # what agreement adds to importance
DATES = {"day": 9, "day_month": 8.5, "month": 6, "range": 7, "year": 5, "month_only": 4}
NUMBERS = {"money": 7, "percent": 7, "count": 6.5, "duration": 4.5, "age": 1}
ACTORS = {"person": 5, "country": 3.5, "body": 3, "people": 1.5, "law": 1}
ROLES = {"word": -2, "named": 2, "agent": 1, "voice": 1, "affected": -1, "owner": -1}
# Verbs that say little of whom they are said.
LIGHT = frozenset(
    "be have become seem appear remain include contain need see get know mean exist consist "
    "belong continue begin start".split()
)


def ranked(facts: Iterable[tuple[Fact, bool]], parsed: ParsedBrief) -> list[Fact]:
    """The facts, the important first, as many as `MOST` allows.

    Each comes with whether all parses agree on it.
    """
    words = sum(len(block.block.text.split()) for block in parsed.blocks)
    most = MOST * max(1, -(-words // PER_WORDS))
    scored = [(importance(fact, parsed) + AGREED * agreed, fact) for fact, agreed in facts]
    order = sorted(range(len(scored)), key=lambda at: (-scored[at][0], at))
    return [scored[at][1] for at in order[:most]]


def importance(fact: Fact, parsed: ParsedBrief) -> float:
    """How likely a teacher is to want it, roughly in tenths: its kind, its names, its place.

    The weights are shares of facts that stand in gold lists (twelve briefs), rounded by hand.
    """
    in_title = sum(
        token.lower_[:5] in parsed.title_words for token in fact.sentence if token.is_alpha
    )
    return _own(fact) + (fact.block.para <= LEAD) + min(in_title, 2) / 2


def _own(fact: Fact) -> float:
    if isinstance(fact, CauseFact):
        return 8.5
    if isinstance(fact, DateFact):
        return DATES.get(fact.mention.precision, 5) - 2 * fact.mention.modifier
    if isinstance(fact, NumberFact):
        return NUMBERS.get(fact.mention.unit_kind, 6)
    named = fact.role == "word" or any(
        token.ent_type_ or token.pos_ == "PROPN" for token in fact.subject
    )
    light = fact.verb.lemma_.lower() in LIGHT
    return (ACTORS[fact.actor_class] if named else 1) + ROLES.get(fact.role, 0) - light
