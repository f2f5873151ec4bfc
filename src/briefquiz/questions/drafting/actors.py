"""Wording actors: who did, said, demanded, opposed it."""

from collections.abc import Iterator

import pycountry

from briefquiz.facts.actors import ActorFact
from briefquiz.facts.parsed import ParsedBrief
from briefquiz.questions.drafting.attributed import attributed
from briefquiz.questions.drafting.candidate import Candidate
from briefquiz.questions.drafting.inversion import asked_subject
from briefquiz.questions.drafting.rendering import Part, lowered, render

COUNTRIES = frozenset(
    name
    for country in pycountry.countries
    for name in (
        country.name,
        getattr(country, "common_name", country.name),
        getattr(country, "official_name", country.name),
        country.name.split(",")[0],
    )
) | {"United States", "Russia", "South Korea", "North Korea", "Turkey", "Czech Republic"}


LONGEST = 8  # words of an actor's name


def candidates(fact: ActorFact, parsed: ParsedBrief) -> Iterator[Candidate]:
    """The wordings of an actor: a question on the subject."""
    if any(
        t.tag_ in {"PRP", "PRP$"} or t.lower_ in {"such", "this", "these"} for t in fact.subject
    ):
        return
    asked = asked_subject(opening_for(fact), fact.clause, parsed.names, "singular")
    if asked is None:
        return
    asked = attributed(asked, fact.attribution, fact.clause, parsed)
    if asked is None:
        return
    subject = {token.i for token in fact.subject}
    yield Candidate(
        fact=fact,
        rule=rule_for(fact),
        form="question",
        prompt=asked,
        answer=_short(render(lowered(fact.subject, parsed.names))),
        clause=fact.clause,
        stem=tuple(t for t in fact.clause.tokens if t.i not in subject),
        event=_deed(fact, parsed),
    )


def _short(name: str) -> str:
    """A name without the offices that follow it after a comma."""
    return name.split(",")[0] if len(name.split()) > LONGEST else name


def _deed(fact: ActorFact, parsed: ParsedBrief) -> str:
    """What was done, as a phrase that can stand beside the actor."""
    fronted: list[Part] = []
    for group in fact.clause.fronted:
        fronted.extend(lowered(group, parsed.names))
    return render([*fact.clause.rest, *fronted])


def rule_for(fact: ActorFact) -> str:
    """The rule that worded it; doubtful names and groups are told apart."""
    if fact.actor_class == "body" and not fact.noun:
        return "actors/named-body"
    if fact.actor_class == "people" and not _identified(fact):
        return "actors/group"
    return f"actors/{fact.actor_class}"


def _identified(fact: ActorFact) -> bool:
    """ "The local authorities", "Ostian farmers": not just anybody ("analysts", "countries")."""
    return any(t.lower_ == "the" or t.ent_type_ or t.pos_ == "PROPN" for t in fact.subject)


def opening_for(fact: ActorFact) -> str:
    """ "Who", "Which country", "Which ministry": by what sort of actor it is."""
    if fact.actor_class == "body":
        return f"which {fact.noun}" if fact.noun else "which organisation"
    if fact.actor_class == "country":
        name = fact.answer.removeprefix("the ").removeprefix("The ")
        return "which country" if name in COUNTRIES else "who"
    return "who"
