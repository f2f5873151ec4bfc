"""Effects led back to their cause: "attributes X to Y", "X, driven by Y,", "the reason is Y"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefquiz.facts.actors.naming import actor_class
from briefquiz.facts.asides import SUBJECTS
from briefquiz.facts.causes.connectives import REASON_NOUNS, RESULT_NOUNS, Relation
from briefquiz.facts.causes.fact import CauseFact, voice
from briefquiz.facts.causes.verbs import INVERSE_VERBS, TRACING_VERBS
from briefquiz.facts.clauses import clause_of, finite_verbs, governing_verb
from briefquiz.facts.evidence import evidence_of
from briefquiz.facts.parsed import ParsedBlock
from briefquiz.facts.printed import printed

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

PREPOSITIONS = frozenset({"by", "on", "in"})
_PASSIVE = {
    row.words.split()[0]: row
    for row in INVERSE_VERBS
    if row.words.endswith((" by", "base on", "root in"))
}


def extract(block: ParsedBlock, sentence: "Span") -> Iterator[CauseFact]:
    """Every effect of a sentence that is led back to its cause, by whatever words."""
    for verb in finite_verbs(sentence):
        yield from _attributed(block, sentence, verb)
        yield from _is_due(block, sentence, verb)
        yield from _reason_is(block, sentence, verb)
    for token in sentence:
        yield from _driven(block, sentence, token)


def _attributed(block: ParsedBlock, sentence: "Span", verb: "Token") -> Iterator[CauseFact]:
    """ "The office attributes the decline to a new toll"."""
    for row in TRACING_VERBS:
        lemma, preposition = row.words.split()
        if verb.lemma_.lower() != lemma:
            continue
        what = next((t for t in verb.children if t.dep_ in {"dobj", "ccomp"}), None)
        if what is None:
            continue
        places = (t for t in (*verb.children, *what.children) if t.lower_ == preposition)
        phrase = next((t for t in places if t.i > what.i), None)
        head = _object_of(phrase) if phrase is not None else None
        if phrase is None or head is None:
            continue
        inside = {t.i for t in phrase.subtree}
        effect = printed(t for t in what.subtree if t.i not in inside)
        yield _fact(
            block, sentence, row.relation, row.words, verb,
            tuple(phrase.subtree), printed(head.subtree), effect,
        )  # fmt: skip


def _is_due(block: ParsedBlock, sentence: "Span", verb: "Token") -> Iterator[CauseFact]:
    """ "The shortage is due to a poor harvest", "is the result of a poor harvest"."""
    if verb.lemma_ != "be" or verb.dep_ in {"relcl", "acl"}:
        return
    noun = next((t for t in verb.children if t.dep_ == "attr" and t.lower_ in RESULT_NOUNS), None)
    mark = next((t for t in noun.children if t.lower_ == "of"), None) if noun is not None else None
    if noun is None:
        due = next((t for t in verb.children if t.lower_ == "due" and t.i > verb.i), None)
        mark = (
            next((t for t in due.children if t.lower_ == "to"), None) if due is not None else None
        )
        mark = mark or (due if due is not None and _object_of(due) is not None else None)
    head = _object_of(mark) if mark is not None else None
    subject = next((t for t in verb.children if t.dep_ == "nsubj"), None)
    if head is None or subject is None or subject.pos_ not in {"NOUN", "PROPN"}:
        return
    label = "be due to" if noun is None else f"be the {noun.lower_} of"
    asked = tuple(head.subtree)
    effect = printed(subject.subtree)
    yield _fact(block, sentence, "cause", label, verb, asked, printed(asked), effect)


def _due_mark(verb: "Token") -> "Token | None":
    due = next((t for t in verb.children if t.lower_ == "due" and t.i > verb.i), None)
    if due is None:
        return None
    inner = next((t for t in due.children if t.lower_ == "to"), None)
    return inner or (due if _object_of(due) is not None else None)


def _reason_is(block: ParsedBlock, sentence: "Span", verb: "Token") -> Iterator[CauseFact]:
    """ "The main reason for the shortage is a poor harvest", "is that the harvest was poor"."""
    if verb.lemma_ != "be":
        return
    subject = next((t for t in verb.children if t.dep_ == "nsubj"), None)
    if subject is None or subject.lower_ not in REASON_NOUNS:
        return
    mark = next((t for t in subject.children if t.lower_ in {"for", "of", "behind"}), None)
    effect = _object_of(mark) if mark is not None else None
    told = next((t for t in verb.children if t.dep_ in {"attr", "ccomp"} and t.i > verb.i), None)
    if effect is None or told is None:
        return
    asked = tuple(told.subtree)
    cause = printed(t for t in asked if t.dep_ != "mark" or t.head.i != told.i)
    label = f"{subject.lower_} is"
    yield _fact(block, sentence, "cause", label, verb, asked, cause, printed(effect.subtree))


def _driven(block: ParsedBlock, sentence: "Span", token: "Token") -> Iterator[CauseFact]:
    """ "Ostia, driven by heavy losses, closed its mill", "closed it, citing heavy losses"."""
    if token.dep_ not in {"acl", "advcl"} or token.tag_ not in {"VBN", "VBG"}:
        return
    marked = any(t.dep_ == "mark" for t in token.children)
    if marked or (token.i and token.nbor(-1).lower_ == "as"):
        return  # "as supported by studies", "unless driven by greed"
    low = token.left_edge.i
    if low > sentence.start and token.doc[low - 1].text not in {",", "–", "—"}:
        yield from _described(block, sentence, token)
        return
    if token.tag_ == "VBG":
        head = next((t for t in token.children if t.dep_ == "dobj"), None)
        relation: Relation = "cause"
        if token.lower_ not in {"citing", "reflecting"}:
            return
    else:
        row = _PASSIVE.get(token.lemma_.lower())
        by = next((t for t in token.children if t.lower_ in PREPOSITIONS), None)
        if row is not None and by is not None and by.lower_ != row.words.split()[-1]:
            return
        head = _object_of(by) if by is not None else None
        if row is None:
            return
        relation = row.relation
    main = _clause_above(token)
    if head is None or main is None or actor_class(head, None) is not None:
        return
    clause = clause_of(main)
    if clause is None:
        return
    inside = {t.i for t in token.subtree}
    effect = printed(t for t in clause.tokens if t.i not in inside)
    asked = tuple(head.subtree)
    yield _fact(block, sentence, relation, token.lower_, main, asked, printed(asked), effect)


def _described(block: ParsedBlock, sentence: "Span", token: "Token") -> Iterator[CauseFact]:
    """ "A protest triggered by the suspension of two drivers": the noun is the effect."""
    row = _PASSIVE.get(token.lemma_.lower())
    by = next((t for t in token.children if t.lower_ in PREPOSITIONS), None)
    head = _object_of(by) if by is not None else None
    if token.dep_ != "acl" or row is None or by is None or head is None:
        return
    if by.lower_ != row.words.split()[-1] or actor_class(head, None) is not None:
        return
    main = governing_verb(token.head)
    if main is None or token.head.pos_ != "NOUN":
        return
    inside = {t.i for t in token.subtree}
    effect = printed(t for t in token.head.subtree if t.i not in inside)
    asked = tuple(head.subtree)
    yield _fact(block, sentence, row.relation, row.words, main, asked, printed(asked), effect)


def _clause_above(token: "Token") -> "Token | None":
    """The finite verb whose clause a participle goes with, by its subject or directly."""
    for node in token.ancestors:
        if node.pos_ in {"VERB", "AUX"}:
            return node if any(t.dep_ in SUBJECTS for t in node.children) else None
    return None


def _object_of(preposition: "Token") -> "Token | None":
    return next((t for t in preposition.children if t.dep_ in {"pobj", "pcomp"}), None)


def _fact(
    block: ParsedBlock,
    sentence: "Span",
    relation: Relation,
    connective: str,
    verb: "Token",
    asked: tuple["Token", ...],
    cause: str,
    effect: str,
) -> CauseFact:
    attribution, hedge = voice(verb)
    return CauseFact(
        block=block.block,
        sentence=sentence,
        relation=relation,
        connective=connective,
        cause=cause,
        effect=effect,
        frame="traced",
        asked=asked,
        clause=clause_of(verb),
        before=None,
        verb=verb,
        attribution=attribution,
        hedge=hedge,
        evidence=evidence_of(block.block, sentence, sentence.doc[verb.i : verb.i + 1]),
    )
