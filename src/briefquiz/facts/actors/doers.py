"""Actors in their deeds: who did, said, is, wants or leads it, and by whom it was done."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefquiz.facts.actors.fact import ActorFact, Role
from briefquiz.facts.actors.naming import actor_class, classify, core, is_office
from briefquiz.facts.asides import simplified, trimmed
from briefquiz.facts.assertion import is_asserted, is_intact
from briefquiz.facts.clauses import Clause, clause_of, finite_verbs, subject_of
from briefquiz.facts.evidence import evidence_of
from briefquiz.facts.parsed import ParsedBlock
from briefquiz.facts.printed import printed
from briefquiz.facts.relatives import is_relative_object, is_safely_lifted
from briefquiz.facts.reporting import attribution_of, hedges_of

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

CUT = frozenset(
    "that what which who whom of to by from with for is are was were and or than".split()
)
LONGEST = 24  # tokens of an actor's name, with all that tells who it is


def doers(block: ParsedBlock, sentence: "Span") -> Iterator[ActorFact]:
    """Every clause in which somebody does something, relative clauses too."""
    for verb in finite_verbs(sentence):
        head = _subject(verb)
        if head is None or head.dep_ not in {"nsubj", "nsubjpass"} or not is_asserted(verb):
            continue
        if _is_half_told(verb, head) or _is_misread(head, verb):
            continue
        relative = head.tag_ in {"WDT", "WP"} and head.text != "WHO"
        if not relative and actor_class(head, verb) is None and _name_beside(head) is None:
            continue
        clause, subject = clause_of(verb), core(head)
        if relative:
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
    if subject and subject[-1].tag_ == "POS":
        return None  # half of "Ostia's largest mine"
    found = actor_class(head, verb if role in {"doer", "agent"} else None)
    if found is None or not subject or len(subject) > LONGEST or subject[0].tag_ == "VBG":
        return None
    if head.ent_type_ in {"GPE", "NORP"} and _joined_to_noun(head):
        return None  # "American and Ostian views"
    deed = _deed(verb, clause, head, subject, role)
    whole = clause.tokens if clause is not None else tuple(verb.subtree)
    if not _is_told(deed) or not is_intact([*subject, *whole]):
        return None
    if clause is not None and not _in_order(clause):
        return None
    strict = classify(head)
    return ActorFact(
        role=role,
        block=block.block,
        sentence=sentence,
        subject=subject,
        head=head,
        verb=verb,
        clause=clause,
        deed=deed,
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


def _is_half_told(verb: "Token", head: "Token") -> bool:
    """A relative clause with its object left out, or one of two that "but" or "or" joins."""
    put_back = any(is_relative_object(t, verb) for t in verb.children)
    gap = verb.dep_ == "relcl" and head.tag_ not in {"WDT", "WP"} and not put_back
    others = {t.lower_ for t in (*verb.children, *verb.head.children) if t.dep_ == "cc"}
    joined = verb.dep_ == "conj" or any(
        t.dep_ == "conj" and t.pos_ in {"VERB", "AUX"} for t in verb.children
    )
    return gap or (joined and bool(others & {"but", "or", "nor"}))


def _is_misread(head: "Token", verb: "Token") -> bool:
    """The last of a list, or an apposition, that the parser took for the subject."""
    left = head.left_edge
    relative = head.tag_ in {"WDT", "WP"}
    if relative or left.i == left.sent.start or verb.dep_ == "conj" or left.i > verb.i:
        return False
    before = left.nbor(-1)
    if before.dep_ == "cc" and verb.dep_ == "ROOT":
        return before.i > before.sent.start
    first = left.sent[0]
    return (
        before.text == ","
        and first.pos_ in {"DET", "NOUN", "PROPN"}
        and first.head.dep_
        not in {
            "npadvmod",
            "advmod",
        }
    )


def _subject(verb: "Token") -> "Token | None":
    """The subject next to its verb, where the parser found two."""
    own = [token for token in verb.lefts if token.dep_ in {"nsubj", "nsubjpass"}]
    return own[-1] if len(own) > 1 else subject_of(verb)


def _is_safe(verb: "Token") -> bool:
    """A relative clause whose noun is plain: set off by a comma, or not inside another phrase."""
    return is_safely_lifted(verb) or verb.head.dep_ in {"nsubj", "nsubjpass", "dobj", "attr"}


def _joined_to_noun(head: "Token") -> bool:
    return any(t.dep_ == "conj" and t.pos_ == "NOUN" for t in head.subtree)


def _in_order(clause: Clause) -> bool:
    """The pieces stand as in the sentence: nothing from behind the verb was moved before it."""
    if any(t.i > clause.verb.i for group in clause.fronted for t in group):
        return False
    places = [t.i for t in (*clause.subject, *clause.rest)]
    return clause.lifted or clause.verb.dep_ == "conj" or places == sorted(places)


def _is_told(deed: str) -> bool:
    """More than a bare verb, and not cut off behind "that" or "what"."""
    words = deed.lower().split()
    return len(words) > 1 and words[-1] not in CUT and words[0] not in {"what", "which", "who"}


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
