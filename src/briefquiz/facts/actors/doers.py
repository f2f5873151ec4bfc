"""Actors in their deeds: who did, said, is, wants or leads it, and by whom it was done."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefquiz.facts.actors.fact import ActorFact, Role
from briefquiz.facts.actors.naming import actor_class, classify, core, is_office
from briefquiz.facts.asides import simplified, trimmed
from briefquiz.facts.clauses import Clause, clause_of, finite_verbs, subject_of
from briefquiz.facts.evidence import evidence_of
from briefquiz.facts.parsed import ParsedBlock
from briefquiz.facts.printed import printed
from briefquiz.facts.relatives import is_safely_lifted
from briefquiz.facts.reporting import attribution_of, hedges_of

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

LONGEST = 24  # tokens of an actor's name, with all that tells who it is


def doers(block: ParsedBlock, sentence: "Span") -> Iterator[ActorFact]:
    """Every clause in which somebody does something, relative clauses too."""
    for verb in finite_verbs(sentence):
        clause = clause_of(verb)
        head = _subject(verb)
        if head is None or head.dep_ not in {"nsubj", "nsubjpass"}:
            continue
        subject = core(head)
        if head.tag_ in {"WDT", "WP"} and head.text != "WHO":
            if clause is None or not clause.lifted or not _is_safe(verb):
                continue
            head = _head_of(clause.subject)
            subject = trimmed(clause.subject)
        name = _name_beside(head)
        if name is not None:
            head, subject = name, core(name)
        fact = actor_fact(block, sentence, head, subject, verb, clause)
        if fact is not None:
            yield fact


def agents(block: ParsedBlock, sentence: "Span") -> Iterator[ActorFact]:
    """Whoever stands after the "by" of a passive: "the bill was introduced by Anna Reyes"."""
    for by in sentence:
        done = by.dep_ == "prep" and by.head.tag_ == "VBN"
        if by.lower_ != "by" or not (by.dep_ == "agent" or done):
            continue
        head = next((t for t in by.children if t.dep_ == "pobj"), None)
        if head is None:
            continue
        verb = by.head
        clause = clause_of(verb) if verb.dep_ not in {"acl", "advcl"} else None
        fact = actor_fact(block, sentence, head, core(head), verb, clause, "agent")
        if fact is not None:
            yield fact


def actor_fact(
    block: ParsedBlock,
    sentence: "Span",
    head: "Token",
    subject: tuple["Token", ...],
    verb: "Token",
    clause: Clause | None,
    role: Role = "doer",
) -> ActorFact | None:
    """The fact that this noun does, or has done to it, what the verb says; None for no actor."""
    if head.dep_ == "nsubjpass":
        role = "affected"
    found = actor_class(head, verb if role in {"doer", "agent"} else None)
    if found is None or not subject or len(subject) > LONGEST or subject[0].tag_ == "VBG":
        return None
    if head.ent_type_ in {"GPE", "NORP"} and _joined_to_noun(head):
        return None  # "American and Ostian views"
    strict = classify(head)
    return ActorFact(
        role=role,
        block=block.block,
        sentence=sentence,
        subject=subject,
        head=head,
        verb=verb,
        clause=clause,
        deed=_deed(verb, clause, head, subject, role),
        actor_class=found if strict is None else strict[0],
        noun=strict[1] if strict is not None else "",
        attribution=attribution_of(verb),
        hedge=", ".join(dict.fromkeys(hedges_of(verb))),
        evidence=evidence_of(block.block, sentence, sentence.doc[verb.i : verb.i + 1]),
    )


def _deed(
    verb: "Token",
    clause: Clause | None,
    head: "Token",
    subject: tuple["Token", ...],
    role: Role,
) -> str:
    """What was done, the doer left out; whoever is affected stays in it."""
    if clause is None:
        return printed(verb.subtree if role == "affected" else _without(verb, head))
    inside = {token.i for token in subject} if role != "affected" else set()
    if role == "agent":
        inside.add(head.head.i)  # "by"
    own = tuple(token for token in (*clause.subject, *clause.rest) if token.i not in inside)
    fronted = [printed(t for t in group if t.i not in inside) for group in clause.fronted]
    return ", ".join(filter(None, [printed(own), *fronted]))


def _subject(verb: "Token") -> "Token | None":
    """The subject next to its verb, where the parser found two."""
    own = [token for token in verb.lefts if token.dep_ in {"nsubj", "nsubjpass"}]
    return own[-1] if len(own) > 1 else subject_of(verb)


def _is_safe(verb: "Token") -> bool:
    """A relative clause whose noun is plain: set off by a comma, or not inside another phrase."""
    return is_safely_lifted(verb) or verb.head.dep_ in {"nsubj", "nsubjpass", "dobj", "attr"}


def _joined_to_noun(head: "Token") -> bool:
    return any(t.dep_ == "conj" and t.pos_ == "NOUN" for t in head.subtree)


def _name_beside(head: "Token") -> "Token | None":
    """The name in "one Dutch company, ASML, is …": it says more than the noun."""
    office = head.pos_ == "PROPN" and is_office(head)
    if not (head.pos_ == "NOUN" or office) or any(t.dep_ == "conj" for t in head.children):
        return None
    names = (t for t in head.children if t.dep_ == "appos" and t.pos_ == "PROPN")
    return next((t for t in names if t.ent_type_ in {"PERSON", "ORG", "GPE"}), None)


def _head_of(subject: tuple["Token", ...]) -> "Token":
    inside = {token.i for token in subject}
    return next((t for t in subject if t.head.i not in inside or t.head.i == t.i), subject[-1])


def _without(verb: "Token", head: "Token") -> tuple["Token", ...]:
    """The verb and what belongs to it, but for the actor; with the noun a participle describes."""
    own = {token.i for token in head.subtree}
    if head.dep_ == "pobj":
        own.add(head.head.i)
    noun = simplified(verb.head, frozenset({verb.i})) if verb.dep_ in {"acl", "relcl"} else ()
    return tuple(t for t in (*noun, *(n for n in verb.subtree if n not in noun)) if t.i not in own)
