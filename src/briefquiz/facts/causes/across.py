"""Arguments from one sentence to the next: "As a result, …", "This is a result of …"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefquiz.facts.actors import classify
from briefquiz.facts.causes.connectives import RESULT_ADVERBS, RESULT_NOUNS, SENTENCE_MARKS
from briefquiz.facts.causes.fact import CauseFact, voice
from briefquiz.facts.causes.verbs import CAUSAL_VERBS
from briefquiz.facts.clauses import clause_of
from briefquiz.facts.evidence import across, evidence_of
from briefquiz.facts.parsed import ParsedBlock
from briefquiz.facts.printed import printed

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

FEWEST = 4  # tokens; a shorter side is no argument
_CAUSAL = frozenset(row.words.split()[0] for row in CAUSAL_VERBS)


def extract(block: ParsedBlock) -> Iterator[CauseFact]:
    """Arguments that lean on the sentence before; none at the start of a paragraph."""
    for sentence in block.sentences:
        yield from within(block, sentence)
    for before, sentence in zip(block.sentences, block.sentences[1:], strict=False):
        root = sentence.root
        if root.pos_ not in {"VERB", "AUX"} or before.root.pos_ not in {"VERB", "AUX"}:
            continue
        fact = _origin(block, before, sentence, root) or _sequel(block, before, sentence, root)
        if fact is not None:
            yield fact


def _origin(
    block: ParsedBlock, before: "Span", sentence: "Span", root: "Token"
) -> CauseFact | None:
    """ "This is a result of X": X is the cause of the sentence before."""
    subject = next((t for t in root.children if t.dep_ == "nsubj"), None)
    if subject is None or subject.lower_ not in {"this", "that"} or list(subject.children):
        return None
    if root.lemma_ != "be":
        return None
    noun = next((t for t in root.children if t.dep_ == "attr"), None)
    if noun is not None and noun.lower_ in RESULT_NOUNS:
        mark = next((t for t in noun.children if t.lower_ in {"of", "to"}), None)
    else:
        due = next((t for t in root.children if t.lower_ in {"due", "because"}), None)
        inner = (t for t in due.children if t.dep_ in {"prep", "pcomp"}) if due else iter(())
        mark = next(inner, due)
    if mark is None:
        return None
    asked = tuple(sentence.doc[mark.i + 1 : _end(sentence)])
    return _fact(block, before, sentence, "origin", asked, cause=printed(asked))


def _sequel(
    block: ParsedBlock, before: "Span", sentence: "Span", root: "Token"
) -> CauseFact | None:
    """ "As a result, S" and "This forced S": the sentence before is the cause."""
    lower = sentence.text.lower()
    mark = next((m.words for m in SENTENCE_MARKS if lower.startswith(m.words + ",")), None)
    if mark is None:
        adverb = next((t for t in root.children if t.lower_ in RESULT_ADVERBS), None)
        mark = adverb.lower_ if adverb is not None else None
    if mark is None:
        mark = _pointing_mark(sentence, root)
    if mark is None:
        return None
    clause = clause_of(root)
    if clause is None:
        return None
    effect = printed(clause.tokens)
    return _fact(block, before, sentence, "sequel", clause.tokens, effect=effect, mark=mark)


def _pointing_mark(sentence: "Span", root: "Token") -> str | None:
    """ "This forced …", "These features limited …", "Such measures led to …"."""
    subject = next((t for t in root.children if t.dep_ == "nsubj"), None)
    if subject is None or root.lemma_.lower() not in _CAUSAL:
        return None
    first = subject.left_edge
    if first.i != sentence.start or first.lower_ not in {"this", "these", "such", "that"}:
        return None
    if subject.lower_ == "this" or (subject.pos_ == "NOUN" and classify(subject) is None):
        return f"{first.lower_} {root.lower_}"
    return None


def within(block: ParsedBlock, sentence: "Span") -> Iterator[CauseFact]:
    """ "The bay froze and the ferry therefore stopped": the clause before is the cause."""
    for verb in sentence:
        if verb.dep_ not in {"conj", "ccomp", "advcl"} or verb.pos_ not in {"VERB", "AUX"}:
            continue
        adverb = next((t for t in verb.lefts if _means_result(t)), None)
        first, second = clause_of(verb.head), clause_of(verb)
        if verb.dep_ != "conj" and (adverb is None or adverb.lower_ != "so"):
            continue
        if adverb is None or first is None or second is None:
            continue
        effect = tuple(t for t in second.tokens if t not in tuple(adverb.subtree))
        attribution, hedge = voice(verb)
        yield CauseFact(
            block=block.block,
            sentence=sentence,
            relation="cause",
            connective=" ".join(t.lower_ for t in adverb.subtree),
            cause=printed(first.tokens),
            effect=printed(effect),
            frame="within",
            asked=effect,
            clause=first,
            before=None,
            verb=verb,
            attribution=attribution,
            hedge=hedge,
            evidence=evidence_of(block.block, sentence, sentence.doc[verb.i : verb.i + 1]),
        )


def _means_result(token: "Token") -> bool:
    """ "therefore", "as a result", and "so" behind a comma."""
    if token.lower_ == "so":
        return token.i > token.sent.start and token.nbor(-1).text in {",", ";"}
    phrase = " ".join(t.lower_ for t in token.subtree)
    return token.lower_ in RESULT_ADVERBS or phrase in {"as a result", "as a consequence"}


def _fact(
    block: ParsedBlock,
    before: "Span",
    sentence: "Span",
    frame: str,
    asked: tuple["Token", ...],
    *,
    cause: str = "",
    effect: str = "",
    mark: str = "this is a result of",
) -> CauseFact | None:
    if len(asked) < FEWEST:
        return None
    attribution, hedge = voice(sentence.root)
    earlier = before.text.strip().rstrip(".")
    return CauseFact(
        block=block.block,
        sentence=sentence,
        relation="response" if mark == "in response" else "cause",
        connective=mark,
        cause=cause or earlier,
        effect=effect or earlier,
        frame="origin" if frame == "origin" else "sequel",
        asked=asked,
        clause=clause_of(before.root),
        before=before,
        verb=sentence.root,
        attribution=attribution,
        hedge=hedge,
        evidence=across(block.block, before, sentence),
    )


def _end(sentence: "Span") -> int:
    """The end of a sentence, its full stop left out."""
    end = sentence.end
    while end > sentence.start and sentence.doc[end - 1].is_punct:
        end -= 1
    return end
