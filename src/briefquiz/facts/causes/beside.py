"""Reasons beside the main clause without a conjunction: "the harvest having failed", "over pay"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefquiz.facts.asides import SUBJECTS
from briefquiz.facts.causes.fact import CauseFact, Frame, voice
from briefquiz.facts.causes.verbs import BLAMING, QUARRELS, RESPONSES
from briefquiz.facts.causes.whole import told
from briefquiz.facts.clauses import clause_of, governing_verb
from briefquiz.facts.evidence import evidence_of
from briefquiz.facts.parsed import ParsedBlock
from briefquiz.facts.printed import printed

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    Found = tuple[str, Token, tuple[Token, ...], str]


def extract(block: ParsedBlock, sentence: "Span") -> Iterator[CauseFact]:
    """Every reason that stands beside a clause in a participle or behind for, over or to."""
    for token in sentence:
        for find in (_absolute, _having, _with, _blamed):
            found = find(token)
            if found is not None:
                yield from _fact(block, sentence, found)
                break
        yield from _response(block, sentence, token)


def _absolute(token: "Token") -> "Found | None":
    """ "Talks broke down, the two sides being unable to agree"."""
    if token.lower_ not in {"being", "having"}:
        return None
    verb = token.head if token.dep_ in {"aux", "auxpass"} else token
    subject = next((t for t in verb.lefts if t.dep_ in SUBJECTS and t.i < token.i), None)
    if subject is None and verb.dep_ == "acl" and verb.head.i < token.i:
        subject = verb.head  # the parser took the subject for a noun of the main clause
    if subject is None or not _after_comma(subject.left_edge):
        return None
    main = governing_verb(subject.head if verb.dep_ == "acl" else verb.head)
    if main is None or main.i == verb.i:
        return None
    asked = tuple(token.doc[subject.left_edge.i : verb.right_edge.i + 1])
    return "being", main, asked, printed(asked)


def _having(token: "Token") -> "Found | None":
    """ "Having been left out, they hold no shares"."""
    verb = token.head
    if token.lower_ != "having" or token.dep_ not in {"aux", "auxpass"} or verb.tag_ != "VBN":
        return None
    opens = token.i == token.sent.start or _after_comma(token)
    main = governing_verb(verb.head)
    if not opens or main is None or any(t.dep_ in SUBJECTS for t in verb.children):
        return None
    asked = tuple(token.doc[token.i : verb.right_edge.i + 1])
    return "having", main, asked, printed(asked)


def _with(token: "Token") -> "Found | None":
    """ "With orders piling up, the mill hired a crew"."""
    if token.lower_ != "with" or token.i != token.sent.start:
        return None
    inner = next((t for t in token.subtree if t.tag_ == "VBG" and t.i > token.i + 1), None)
    main = governing_verb(token.head)
    if inner is None or main is None or main.i <= inner.i:
        return None
    if inner.dep_ not in {"pcomp", "acl", "ccomp"}:
        return None
    asked = tuple(t for t in token.subtree if t.i != token.i)
    return "with", main, asked, printed(asked)


def _blamed(token: "Token") -> "Found | None":
    """ "Fined for a late report", "left over the sale of the mill"."""
    verb = token.head
    verbs = {"for": BLAMING, "over": QUARRELS}.get(token.lower_, frozenset())
    if token.dep_ != "prep" or verb.lemma_.lower() not in verbs or verb.pos_ != "VERB":
        return None
    head = next((t for t in token.children if t.dep_ in {"pobj", "pcomp"}), None)
    if head is None or head.ent_type_ in {"DATE", "TIME", "MONEY", "PERSON", "GPE", "ORG"}:
        return None
    asked = tuple(head.subtree)
    return token.lower_, verb, asked, printed(asked)


def _response(block: ParsedBlock, sentence: "Span", verb: "Token") -> Iterator[CauseFact]:
    """ "The army responded to the attack by closing the road"."""
    if verb.lemma_.lower() not in RESPONSES or verb.pos_ != "VERB":
        return
    to = next(
        (t for t in verb.children if t.lower_ in {"to", "against"} and t.dep_ == "prep"), None
    )
    by = next((t for t in verb.children if t.lower_ in {"by", "with"} and t.dep_ == "prep"), None)
    head = next((t for t in to.children if t.dep_ == "pobj"), None) if to is not None else None
    clause = clause_of(verb)
    if head is None or by is None or clause is None:
        return
    asked = tuple(head.subtree)
    inside = {t.i for t in to.subtree} if to is not None else set()
    effect = printed(t for t in clause.tokens if t.i not in inside)
    found = (f"{verb.lemma_.lower()} to", verb, asked, printed(asked))
    yield from _fact(block, sentence, found, effect)


def _after_comma(token: "Token") -> bool:
    return token.i > token.sent.start and token.nbor(-1).text in {",", "–", "—", "("}


def _fact(
    block: ParsedBlock, sentence: "Span", found: "Found", effect: str = ""
) -> Iterator[CauseFact]:
    connective, main, asked, cause = found
    inside = {t.i for t in asked}
    if connective in {"for", "over", "with"}:
        inside.add(asked[0].i - 1)
    effect = effect or printed(t for t in told(main, inside))
    if not effect:
        return
    frame: Frame = "beside"
    attribution, hedge = voice(main)
    yield CauseFact(
        block=block.block,
        sentence=sentence,
        relation="response" if effect and connective.endswith(" to") else "cause",
        connective=connective,
        cause=cause,
        effect=effect,
        frame=frame,
        asked=asked,
        clause=clause_of(main),
        before=None,
        verb=main,
        attribution=attribution,
        hedge=hedge,
        evidence=evidence_of(block.block, sentence, sentence.doc[main.i : main.i + 1]),
    )
