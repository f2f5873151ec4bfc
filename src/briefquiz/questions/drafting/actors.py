"""Wording actors: who did, said, demanded, opposed it."""

from collections.abc import Iterator

import pycountry

from briefquiz.facts.actors import ActorFact
from briefquiz.facts.parsed import ParsedBrief
from briefquiz.questions.drafting.attributed import attributed
from briefquiz.questions.drafting.candidate import Candidate
from briefquiz.questions.drafting.inversion import asked_subject
from briefquiz.questions.drafting.rendering import render

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


def candidates(fact: ActorFact, parsed: ParsedBrief) -> Iterator[Candidate]:
    """The wordings of an actor: a question on the subject."""
    asked = asked_subject(opening_for(fact), fact.clause, parsed.names, "singular")
    if asked is None:
        return
    asked = attributed(asked, fact.attribution, fact.clause, parsed)
    if asked is None:
        return
    subject = {token.i for token in fact.subject}
    yield Candidate(
        fact=fact,
        rule=f"actors/{fact.actor_class}",
        form="question",
        prompt=asked,
        answer=render(list(fact.subject)),
        clause=fact.clause,
        stem=tuple(t for t in fact.clause.tokens if t.i not in subject),
        event=render([*fact.clause.rest, *(t for g in fact.clause.fronted for t in g)]),
    )


def opening_for(fact: ActorFact) -> str:
    """"Who", "Which country", "Which ministry": by what sort of actor it is."""
    if fact.actor_class == "body":
        return f"which {fact.noun}" if fact.noun else "which organisation"
    if fact.actor_class == "country":
        name = fact.answer.removeprefix("the ").removeprefix("The ")
        return "which country" if name in COUNTRIES else "who"
    return "who"
