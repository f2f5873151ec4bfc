"""Wording actors: who did, said, holds or suffered it."""

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from briefquiz.facts.actors import ActorFact, Role, classify
from briefquiz.facts.actors.naming import NAMED, SAYING
from briefquiz.facts.actors.nouns import BODIES
from briefquiz.facts.asides import simplified, trimmed
from briefquiz.facts.clauses import Clause
from briefquiz.facts.geography import capitals, country_names, states
from briefquiz.facts.parsed import ParsedBrief
from briefquiz.facts.references import POINTERS
from briefquiz.questions.drafting.attributed import attributed
from briefquiz.questions.drafting.candidate import Candidate
from briefquiz.questions.drafting.inflection import inflected
from briefquiz.questions.drafting.inversion import asked_subject, inverted, question
from briefquiz.questions.drafting.rendering import Part, lowered, render

if TYPE_CHECKING:
    from spacy.tokens import Token

# Verbs that say nothing a teacher would ask for, when an actor is their subject.
LIGHT_VERBS = frozenset(
    "be have become seem appear remain include contain need want see get know mean "
    "like exist consist belong".split()
)
# Where a clause stands that can be asked about by itself: main, reported and relative clauses.
ASKABLE = frozenset({"ROOT", "ccomp", "relcl"})
LONGEST = 8  # words of an actor's name
POINTING = POINTERS | {"other", "both"}


def candidates(fact: ActorFact, parsed: ParsedBrief) -> Iterator[Candidate]:
    """The wording of an actor that fits the part it plays."""
    pointing = any(t.tag_ in {"PRP", "PRP$"} or t.lower_ in POINTING for t in fact.subject)
    word = ASKED.get(fact.role)
    if word is None or pointing or not _is_worth_asking(fact):
        return
    asked = word(fact, parsed)
    if asked is None:
        return
    if fact.subject[-1].tag_ == "POS" or (fact.role == "affected" and _says(fact)):
        return  # "the States’", torn from its noun; to whom it was said
    subject = {token.i for token in fact.subject}
    told = fact.clause.tokens if fact.clause is not None else _words_of(fact)
    yield Candidate(
        fact=fact,
        rule=rule_for(fact),
        form="question",
        prompt=asked,
        answer=_short(render(lowered(fact.subject, parsed.names))),
        clause=fact.clause,
        stem=tuple(t for t in told if t.i not in subject),
        event=_deed(fact.clause, parsed) if fact.clause is not None and _is_plain(fact) else "",
    )


def _says(fact: ActorFact) -> bool:
    return fact.verb.lemma_.lower() in SAYING


def _as_subject(fact: ActorFact, parsed: ParsedBrief) -> str | None:
    """ "Which ministry opened the dam?", "Who said that the dam was safe?"."""
    clause = fact.clause
    if clause is None:
        return None
    opening = opening_for(fact, parsed)
    said = _said_first(clause)
    if said:
        rest: list[Part] = [t for t in clause.rest if t not in said]
        return question([opening, *rest, "that", *lowered(said, parsed.names)])
    asked = asked_subject(opening, clause, parsed.names, "singular")
    return attributed(asked, fact.attribution, clause, parsed) if asked is not None else None


def _said_first(clause: Clause) -> tuple["Token", ...]:
    """What is said, where it stands before who says it: "The dam is safe, the mayor said"."""
    before = [t for t in clause.verb.children if t.dep_ == "ccomp" and t.i < clause.verb.i]
    inside = {t.i for said in before for t in said.subtree}
    return tuple(t for t in clause.tokens if t.i in inside and t.text not in {",", "“", "”", '"'})


def _behind_by(fact: ActorFact, parsed: ParsedBrief) -> str | None:
    """ "By which court was the appeal dismissed?"."""
    clause, by = fact.clause, fact.head.head
    if by.lower_ != "by":
        return None
    if clause is None:
        return _of_a_noun(fact, by, parsed)
    if by not in clause.tokens:
        return None
    asked = inverted(f"by {_objective(fact, parsed)}", clause, tuple(by.subtree), parsed.names)
    return attributed(asked, fact.attribution, clause, parsed) if asked is not None else None


def _of_a_noun(fact: ActorFact, by: "Token", parsed: ParsedBrief) -> str | None:
    """ "The Harbour Act, signed by Anna Reyes": who signed it? The noun must have a name in it."""
    verb, noun = fact.verb, fact.verb.head
    if verb.dep_ != "acl" or verb.tag_ != "VBN" or verb.i < noun.i:
        return None
    inside = {token.i for token in verb.subtree}
    words = trimmed(tuple(t for t in simplified(noun, frozenset()) if t.i not in inside))
    rest = [t for t in verb.subtree if t.i != verb.i and not by.is_ancestor(t) and t.i != by.i]
    named = any(t.pos_ == "PROPN" for t in words)
    told = len(words) <= LONGEST and all(t.dep_ in {"prep", "pobj", "npadvmod"} for t in rest)
    if not named or not told or fact.actor_class not in {"person", "body"}:
        return None
    opening = opening_for(fact, parsed)
    return question([opening, inflected(verb, "VBD"), *lowered(words, parsed.names), *rest])


def _words_of(fact: ActorFact) -> tuple["Token", ...]:
    """What was done by somebody: the noun that a participle goes with, and the participle."""
    inside = {token.i for token in fact.head.head.subtree}
    return tuple(token for token in fact.verb.head.subtree if token.i not in inside)


def _as_object(fact: ActorFact, parsed: ParsedBrief) -> str | None:
    """ "Which company did the union sue?", "Against whom …?"; the subject of a passive."""
    clause, head = fact.clause, fact.head
    if clause is None:
        return None
    if head.dep_ == "nsubjpass":
        plural = any(t.dep_ == "conj" for t in head.children)
        return None if plural else _as_subject(fact, parsed)
    if any(t not in clause.tokens for t in fact.subject) or head not in clause.rest:
        return None
    if head.dep_ == "pobj" and head.head.head.i == clause.verb.i:
        opening = f"{head.head.lower_} {_objective(fact, parsed)}"
        asked = inverted(opening, clause, tuple(head.head.subtree), parsed.names)
    elif head.dep_ in {"dobj", "dative"} and head.head.i == clause.verb.i:
        asked = inverted(_objective(fact, parsed), clause, tuple(head.subtree), parsed.names)
    else:
        return None
    return attributed(asked, fact.attribution, clause, parsed) if asked is not None else None


ASKED: Mapping[Role, Callable[[ActorFact, ParsedBrief], str | None]] = {
    "doer": _as_subject,
    "agent": _behind_by,
    "affected": _as_object,
}
"""How an actor is asked for.

What somebody says, whose a deed is and who holds an office (of 34 such questions readers took one)
are not asked.
"""


def _is_plain(fact: ActorFact) -> bool:
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
    """The rule that worded it: the actor's class for a plain deed, else the part it plays."""
    if fact.role != "doer":
        return f"actors/{fact.role}"
    if not _is_plain(fact):
        return "actors/loose"
    if fact.actor_class == "body" and not fact.noun:
        return "actors/named-body"
    return f"actors/{fact.actor_class}"


def _is_worth_asking(fact: ActorFact) -> bool:
    """Somebody in particular: a name, or for a plain deed "the Harbour Agency".

    Only persons and countries are asked for by any other deed, and by what is done to them only
    those that "whom" or "which" surely fits.
    """
    name = any(t.ent_type_ in NAMED or t.pos_ == "PROPN" for t in fact.subject)
    if any(t.ent_type_ == "CARDINAL" and t.text[:1].isdigit() for t in fact.subject):
        return False  # "around 1.4 million Kazakhs": the number is worth asking
    if fact.actor_class == "people" and fact.head.tag_ in {"NNS", "NNPS"}:
        return False  # "Ostian officials", "researchers": of 26 such questions readers took 4
    if _is_plain(fact):
        return name or any(t.lower_ == "the" for t in fact.subject)
    sure = fact.actor_class in {"person", "country"} or bool(fact.noun)
    if fact.role == "doer":
        return name and sure and fact.head.ent_type_ in {"PERSON", "GPE"}
    single = fact.head.tag_ in {"NN", "NNP"}
    body = fact.head.ent_type_ == "ORG" and fact.actor_class == "body"
    return name and single and (sure or fact.role == "agent" or body)


def opening_for(fact: ActorFact, parsed: ParsedBrief) -> str:
    """ "Who", "Which country", "Which ministry": by what sort of actor it is."""
    if fact.actor_class == "body":
        return f"which {fact.noun or _sort_of(fact.answer, parsed)}"
    if fact.actor_class == "country":
        name = fact.answer.removeprefix("the ").removeprefix("The ")
        kinds = {"state": states(), "country": country_names(), "government": capitals()}
        return next((f"which {kind}" for kind, names in kinds.items() if name in names), "who")
    return "who"


def _sort_of(name: str, parsed: ParsedBrief) -> str:
    """The noun in a body's full name by which it is asked for: "bank" for the HBF."""
    short = name.removeprefix("the ").removeprefix("The ")
    words = parsed.abbreviations.get(short, name).casefold().split()
    return next((word for word in reversed(words) if word in BODIES), "organisation")


def _objective(fact: ActorFact, parsed: ParsedBrief) -> str:
    opening = opening_for(fact, parsed)
    return "whom" if opening == "who" else opening
