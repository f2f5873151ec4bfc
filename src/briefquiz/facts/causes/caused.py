"""Arguments whose verb is causal: the subject brings the object about."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefquiz.facts.actors import classify
from briefquiz.facts.causes.connectives import CAUSAL_VERBS, EFFECT_VERBS, INVERSE_VERBS
from briefquiz.facts.causes.fact import CauseFact, voice, words
from briefquiz.facts.clauses import Clause, clause_of, finite_verbs
from briefquiz.facts.evidence import evidence_of
from briefquiz.facts.parsed import ParsedBlock

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

LEMMAS = {row.words.split()[0]: row for row in CAUSAL_VERBS}
_CAUSAL_NOUNS = frozenset({"consequence", "consequences", "effect", "effects", "impact", "rise"})


def extract(block: ParsedBlock, sentence: "Span") -> Iterator[CauseFact]:
    """Subjects of causal verbs, and effects in participles and which-clauses."""
    for verb in finite_verbs(sentence):
        causal = _caused(block, sentence, verb) or _inverse(block, sentence, verb)
        if causal is not None:
            yield causal
    for token in sentence:
        effect = _effect(block, sentence, token)
        if effect is not None:
            yield effect


def _caused(block: ParsedBlock, sentence: "Span", verb: "Token") -> CauseFact | None:
    label = _label(verb)
    row = LEMMAS.get(verb.lemma_.lower())
    if label is None or verb.dep_ in {"relcl", "advcl", "acl"}:
        return None
    subject = next((t for t in verb.children if t.dep_ == "nsubj"), None)
    if subject is None or subject.pos_ not in {"NOUN", "PROPN"} or classify(subject) is not None:
        return None  # an actor's deed is no cause, a pronoun names none
    clause = clause_of(verb)
    if clause is None:
        return None
    effect = words(t for t in clause.rest if t.i > verb.i)
    attribution, hedge = voice(verb)
    return CauseFact(
        block=block.block,
        sentence=sentence,
        relation=row.relation if row is not None else "cause",
        connective=label,
        cause=words(clause.subject),
        effect=effect,
        frame="subject",
        asked=clause.subject,
        clause=clause,
        before=None,
        verb=verb,
        attribution=attribution,
        hedge=hedge,
        evidence=evidence_of(block.block, sentence, sentence.doc[verb.i : verb.i + 1]),
    )


def _inverse(block: ParsedBlock, sentence: "Span", verb: "Token") -> CauseFact | None:
    """ "The shortage stems from a poor harvest": what follows the preposition is the cause."""
    if verb.dep_ in {"relcl", "advcl", "acl"}:
        return None
    found = _inverse_phrase(verb)
    clause = clause_of(verb) if found is not None else None
    if found is None or clause is None or not clause.subject:
        return None
    label, head = found
    if clause.subject_head is None or clause.subject_head.pos_ not in {"NOUN", "PROPN"}:
        return None
    asked = _whole_list(tuple(t for t in head.subtree if t in clause.tokens), clause)
    attribution, hedge = voice(verb)
    return CauseFact(
        block=block.block,
        sentence=sentence,
        relation="cause",
        connective=label,
        cause=words(asked),
        effect=words(t for t in clause.tokens if t not in asked),
        frame="inverse",
        asked=asked,
        clause=clause,
        before=None,
        verb=verb,
        attribution=attribution,
        hedge=hedge,
        evidence=evidence_of(block.block, sentence, sentence.doc[verb.i : verb.i + 1]),
    )


def _whole_list(asked: "tuple[Token, ...]", clause: Clause) -> "tuple[Token, ...]":
    """With ", as well as …" or "and from …", which parsers hang on the verb."""
    last, doc = asked[-1].i, asked[0].doc
    following = [t.lower_ for t in doc[last + 1 : last + 6] if not t.is_punct]
    listed = following[:3] == ["as", "well", "as"]
    again = following[:2] == ["and", asked[0].head.head.lower_]
    if not (listed or again):
        return asked
    return tuple(doc[asked[0].i : max(token.i for token in clause.rest) + 1])


def _inverse_phrase(verb: "Token") -> "tuple[str, Token] | None":
    """The connective and the head of the noun phrase behind its preposition."""
    passive = any(token.dep_ == "auxpass" for token in verb.children)
    for row in INVERSE_VERBS:
        lemma, preposition = row.words.split()
        if verb.lemma_.lower() != lemma or (preposition != "from") != passive:
            continue
        for child in verb.children:
            if child.lower_ == preposition and child.dep_ in {"prep", "agent"}:
                head = next((t for t in child.children if t.dep_ == "pobj"), None)
                if head is not None:
                    return row.words, head
    return None


def _label(verb: "Token") -> str | None:
    """The causal verb with its particle or noun: "lead to", "have consequences for"."""
    lemma = verb.lemma_.lower()
    if lemma == "have":
        noun = next((t for t in verb.children if t.dep_ == "dobj"), None)
        return f"have {noun.lower_}" if noun is not None and noun.lower_ in _CAUSAL_NOUNS else None
    row = LEMMAS.get(lemma)
    if row is None:
        return None
    needed = row.words.split()[1:]
    following = {t.lower_ for t in verb.children if t.i > verb.i}
    if lemma == "give":
        return row.words if "rise" in following else None
    if any(word not in following for word in needed):
        return None
    if lemma == "make":  # "made coal dearer", not "made a change"
        return row.words if any(t.dep_ in {"ccomp", "oprd"} for t in verb.children) else None
    has_object = any(t.dep_ in {"dobj", "ccomp", "xcomp"} for t in verb.children)
    return row.words if needed or has_object else None


def _effect(block: ParsedBlock, sentence: "Span", verb: "Token") -> CauseFact | None:
    """ "…, endangering Z" and "…, which violates the law"."""
    if verb.lemma_.lower() not in EFFECT_VERBS or verb.pos_ not in {"VERB", "AUX"}:
        return None
    left = verb.left_edge
    if left.i == sentence.start or left.nbor(-1).text != ",":
        return None
    participle = verb.tag_ == "VBG" and verb.dep_ == "advcl" and left.i == verb.i
    which = next((t for t in verb.children if t.lower_ == "which" and t.dep_ == "nsubj"), None)
    resumes = which is not None and verb.dep_ in {"relcl", "advcl", "ccomp"}
    if not (participle or resumes):
        return None
    main = _main(verb.head)
    if main is None or main.i > verb.i or any(t.tag_ == "MD" for t in main.children):
        return None
    clause = clause_of(main)
    if clause is None:
        return None
    asked = tuple(t for t in verb.subtree if which is None or t.i != which.i)
    attribution, hedge = voice(main)
    return CauseFact(
        block=block.block,
        sentence=sentence,
        relation="cause",
        connective=verb.lower_ if participle else f"which {verb.lower_}",
        cause=words(t for t in clause.tokens if t.i not in {a.i for a in asked}),
        effect=words(asked),
        frame="effect",
        asked=asked,
        clause=clause,
        before=None,
        verb=main,
        attribution=attribution,
        hedge=", ".join(filter(None, [hedge, voice(verb)[1]])),
        evidence=evidence_of(block.block, sentence, sentence.doc[verb.i : verb.i + 1]),
    )


def _main(node: "Token") -> "Token | None":
    """The finite verb above a participle or a which-clause."""
    for token in (node, *node.ancestors):
        if token.pos_ in {"VERB", "AUX"} and token.dep_ in {"ROOT", "ccomp", "conj"}:
            return token
    return None
