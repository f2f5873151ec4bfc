"""Wording actors: who did, said, demanded, opposed it."""

from collections.abc import Iterator

from briefquiz.facts.actors import ActorFact, classify
from briefquiz.facts.clauses import Clause
from briefquiz.facts.geography import country_names
from briefquiz.facts.parsed import ParsedBrief
from briefquiz.questions.drafting.attributed import attributed
from briefquiz.questions.drafting.candidate import Candidate
from briefquiz.questions.drafting.inversion import asked_subject
from briefquiz.questions.drafting.rendering import Part, lowered, render

# Verbs that say nothing a teacher would ask for, when an actor is their subject.
LIGHT_VERBS = frozenset(
    "be have become seem appear remain include contain need want see get know mean "
    "like exist consist belong".split()
)
# Where a clause stands that can be asked about by itself: main, reported and relative clauses.
ASKABLE = frozenset({"ROOT", "ccomp", "relcl"})
LONGEST = 8  # words of an actor's name


def candidates(fact: ActorFact, parsed: ParsedBrief) -> Iterator[Candidate]:
    """The wordings of an actor: a question on the subject."""
    if (
        fact.clause is None
        or not _askable(fact)
        or any(
            t.tag_ in {"PRP", "PRP$"} or t.lower_ in {"such", "this", "these"} for t in fact.subject
        )
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
        event=_deed(fact.clause, parsed),
    )


def _askable(fact: ActorFact) -> bool:
    """One actor as the subject of a deed that a teacher would ask for."""
    return (
        fact.role == "doer"
        and fact.head.dep_ == "nsubj"
        and fact.verb.dep_ in ASKABLE
        and fact.verb.lemma_.lower() not in LIGHT_VERBS
        and classify(fact.head) is not None
    )


def _short(name: str) -> str:
    """A name without the offices that follow it after a comma."""
    return name.split(",")[0] if len(name.split()) > LONGEST else name


def _deed(clause: Clause, parsed: ParsedBrief) -> str:
    """What was done, as a phrase that can stand beside the actor."""
    fronted: list[Part] = []
    for group in clause.fronted:
        fronted.extend(lowered(group, parsed.names))
    return render([*clause.rest, *fronted])


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
        return "which country" if name in country_names() else "who"
    return "who"
