"""Arguments from one sentence to the next: "As a result, …", "This is a result of …"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefquiz.facts.causes.connectives import CAUSAL_VERBS, RESULT_NOUNS, SENTENCE_MARKS
from briefquiz.facts.causes.fact import CauseFact, voice, words
from briefquiz.facts.clauses import clause_of
from briefquiz.facts.evidence import across
from briefquiz.facts.parsed import ParsedBlock

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

FEWEST = 4  # tokens; a shorter side is no argument
_CAUSAL = frozenset(row.words.split()[0] for row in CAUSAL_VERBS)


def extract(block: ParsedBlock) -> Iterator[CauseFact]:
    """Arguments that lean on the sentence before; none at the start of a paragraph."""
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
    return _fact(block, before, sentence, "origin", asked, cause=words(asked))


def _sequel(
    block: ParsedBlock, before: "Span", sentence: "Span", root: "Token"
) -> CauseFact | None:
    """ "As a result, S" and "This forced S": the sentence before is the cause."""
    lower = sentence.text.lower()
    mark = next((m.words for m in SENTENCE_MARKS if lower.startswith(m.words + ",")), None)
    if mark is None:
        adverb = next((t for t in root.children if t.lower_ in {"therefore", "thus"}), None)
        mark = "therefore" if adverb is not None else None
    if mark is None:
        subject = next((t for t in root.children if t.dep_ == "nsubj"), None)
        bare = subject is not None and subject.lower_ == "this" and not list(subject.children)
        mark = f"this {root.lower_}" if bare and root.lemma_ in _CAUSAL else None
    if mark is None:
        return None
    clause = clause_of(root)
    if clause is None:
        return None
    effect = words(clause.tokens)
    return _fact(block, before, sentence, "sequel", clause.tokens, effect=effect, mark=mark)


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
