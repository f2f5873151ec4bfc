"""What a clause brings about, told by a participle or a which behind it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefquiz.facts.causes.fact import CauseFact, voice
from briefquiz.facts.causes.verbs import EFFECT_VERBS, NOT_AS_PARTICIPLES
from briefquiz.facts.clauses import clause_of
from briefquiz.facts.evidence import evidence_of
from briefquiz.facts.parsed import ParsedBlock
from briefquiz.facts.printed import printed

if TYPE_CHECKING:
    from spacy.tokens import Span, Token


def extract(block: ParsedBlock, sentence: "Span") -> Iterator[CauseFact]:
    """Effects of the main clause in participles and which-clauses."""
    for token in sentence:
        effect = _effect(block, sentence, token)
        if effect is not None:
            yield effect


def _effect(block: ParsedBlock, sentence: "Span", verb: "Token") -> CauseFact | None:
    """ "…, endangering Z" and "…, which violates the law"."""
    if verb.lemma_.lower() not in EFFECT_VERBS or verb.pos_ not in {"VERB", "AUX"}:
        return None
    left = verb.left_edge
    if left.i == sentence.start or left.nbor(-1).text != ",":
        return None
    participle = verb.tag_ == "VBG" and verb.dep_ == "advcl" and left.i == verb.i
    if participle and (verb.lemma_.lower() in NOT_AS_PARTICIPLES or _tells_a_level(verb)):
        return None
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
        cause=printed(t for t in clause.tokens if t.i not in {a.i for a in asked}),
        effect=printed(asked),
        frame="effect",
        asked=asked,
        clause=clause,
        before=None,
        verb=main,
        attribution=attribution,
        hedge=", ".join(filter(None, [hedge, voice(verb)[1]])),
        evidence=evidence_of(block.block, sentence, sentence.doc[verb.i : verb.i + 1]),
    )


def _tells_a_level(verb: "Token") -> bool:
    """ "Growth slowed, sinking to 1.9%": says how far, not what it brought about."""
    objects = any(t.dep_ == "dobj" for t in verb.children)
    to = (t for t in verb.children if t.dep_ == "prep" and t.lower_ in {"to", "by", "at", "from"})
    return not objects and any(n.like_num for t in to for n in t.subtree)


def _main(node: "Token") -> "Token | None":
    """The finite verb above a participle or a which-clause."""
    for token in (node, *node.ancestors):
        if token.pos_ in {"VERB", "AUX"} and token.dep_ in {"ROOT", "ccomp", "conj"}:
            return token
    return None
