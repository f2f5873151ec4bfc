"""Arguments inside a sentence: a main clause and a reason, purpose, condition or obstacle."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from briefquiz.facts.causes.connectives import (
    CLAUSE_MARKS,
    NOUN_MARKS,
    PURPOSE_MARKS,
    Connective,
    Relation,
)
from briefquiz.facts.causes.fact import CauseFact, Frame, voice, words
from briefquiz.facts.clauses import clause_of, governing_verb
from briefquiz.facts.evidence import evidence_of
from briefquiz.facts.parsed import ParsedBlock

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

FRAMES: dict[str, Frame] = {
    "cause": "why",
    "concession": "despite",
    "enablement": "condition",
    "purpose": "purpose",
    "response": "response",
}
VIEW = frozenset({"in view of", "in light of", "given"})
# "Due to" after a noun ("damage due to floods") says nothing of the main clause.
NEEDS_VERB = frozenset({"due to", "because of", "as a result of", "owing to"})


def extract(block: ParsedBlock, sentence: "Span") -> Iterator[CauseFact]:
    """Every argument that a connective joins to a main clause."""
    taken: set[int] = set()
    for table, find in (
        (NOUN_MARKS, _noun_phrase),
        (CLAUSE_MARKS, _clause),
        (PURPOSE_MARKS, _infinitive),
    ):
        for connective in table:
            for first in _places(sentence, connective):
                if first.i in taken:
                    continue
                found = find(connective, first)
                if found is None:
                    continue
                verb, asked = found
                fact = _fact(block, sentence, connective, verb, asked)
                if fact is not None:
                    taken.update(token.i for token in asked)
                    yield fact


def _places(sentence: "Span", connective: Connective) -> Iterator["Token"]:
    """The first tokens of a connective, wherever it stands in a sentence."""
    parts = connective.words.split()
    for token in sentence:
        window = sentence.doc[token.i : min(token.i + len(parts), sentence.end)]
        if [t.lower_ for t in window] == parts:
            yield token


def _fact(
    block: ParsedBlock,
    sentence: "Span",
    connective: Connective,
    verb: "Token",
    asked: tuple["Token", ...],
) -> CauseFact | None:
    if any(t.text in '“”"' for t in asked) or verb.i in {t.i for t in asked}:
        return None
    clause = clause_of(verb)
    if clause is None:
        return None
    mark_length = len(connective.words.split())
    side = words(asked[mark_length:])
    asked_ids = {t.i for t in asked}
    other = words(t for t in clause.tokens if t.i not in asked_ids)
    if not side or not other:
        return None
    forward = connective.relation in {"purpose"}
    attribution, hedge = voice(verb)
    return CauseFact(
        block=block.block,
        sentence=sentence,
        relation=connective.relation,
        connective=connective.words,
        cause=other if forward else side,
        effect=side if forward else other,
        frame=_frame(connective),
        asked=asked,
        clause=clause,
        before=None,
        verb=verb,
        attribution=attribution,
        hedge=hedge,
        evidence=evidence_of(block.block, sentence, sentence.doc[asked[0].i : asked[0].i + 1]),
    )


def _frame(connective: Connective) -> Frame:
    if connective.words in VIEW:
        return "view"
    relation: Relation = connective.relation
    return FRAMES[relation]


def _noun_phrase(
    connective: Connective, first: "Token"
) -> "tuple[Token, tuple[Token, ...]] | None":
    """The phrase after "because of", and the verb of the clause it belongs to."""
    doc, length = first.doc, len(connective.words.split())
    last = doc[first.i + length - 1]
    start = last.i + 1
    if start >= first.sent.end:
        return None
    inside = set(range(first.i, start))
    heads = [
        t
        for i in inside
        for t in doc[i].children
        if t.i >= start and t.dep_ in {"pobj", "dobj", "pcomp", "npadvmod", "nsubj"}
    ]
    if not heads:
        return None
    end = max(t.right_edge.i for t in heads) + 1
    asked = tuple(doc[first.i : _before_clause(doc, start, end)])
    outer = next((t for t in first.ancestors if t.i not in inside), None)
    if first.head.i not in inside and first.head.i != first.i:
        outer = first.head
    if outer is None or len(asked) <= length:
        return None
    fronted = first.i == first.sent.start
    if connective.words in NEEDS_VERB and outer.pos_ not in {"VERB", "AUX", "ADJ"} and not fronted:
        return None
    verb = governing_verb(outer)
    if verb is None or verb.dep_ in {"relcl", "acl"}:
        return None
    return _finite(verb, asked)


def _before_clause(doc: "Iterable[Token]", start: int, end: int) -> int:
    """A phrase ends before a comma that opens a relative or another clause."""
    tokens = list(doc)
    for i in range(start, end):
        if tokens[i].text in {",", ";", "–", "—"} and i + 1 < end:
            following = tokens[i + 1]
            if following.tag_ in {"WDT", "WP", "WRB"} or following.tag_ in {"VBG", "VBN"}:
                return i
    return end


def _clause(connective: Connective, first: "Token") -> "tuple[Token, tuple[Token, ...]] | None":
    """The clause after "because", and the verb it hangs on."""
    length = len(connective.words.split())
    mark = first.doc[first.i + length - 1]
    if first.i + 1 >= len(first.doc) or first.nbor(1).lower_ in {"of", "not", "so"}:
        return None
    if first.i > first.sent.start and first.nbor(-1).lower_ in {
        "not",
        "n't",
        "n’t",
        "only",
        "just",
    }:
        return None
    inner = next((t for t in (mark.head, first.head) if t.pos_ in {"VERB", "AUX"}), None)
    if inner is None or inner.dep_ != "advcl" or not inner.i > first.i:
        return None
    if not any(t.dep_ in {"nsubj", "nsubjpass", "expl", "csubj"} for t in inner.children):
        return None
    if connective.words == "since" and _since_in_time(inner):
        return None
    asked = tuple(first.doc[first.i : inner.right_edge.i + 1])
    return _finite(inner.head, asked)


def _since_in_time(inner: "Token") -> bool:
    """ "Since Ostia joined, trade has grown": a perfect after since tells the time."""
    perfect = any(t.lemma_ == "have" and t.dep_ == "aux" for t in inner.head.children)
    return perfect and inner.tag_ == "VBD"


def _infinitive(connective: Connective, first: "Token") -> "tuple[Token, tuple[Token, ...]] | None":
    """The aim after "in order to"; after a bare "to" only where it opens the sentence."""
    length = len(connective.words.split())
    to = first.doc[first.i + length - 1]
    verb = to.head
    if verb.tag_ != "VB" or verb.i < to.i:
        return None
    bare = connective.words == "to"
    if bare and (first.i != first.sent.start or verb.dep_ != "advcl"):
        return None
    outer = next((t for t in verb.ancestors if t.i < first.i or bare), None)
    main = governing_verb(outer) if outer is not None else None
    if main is None or main.dep_ in {"relcl", "acl"}:
        return None
    end = verb.right_edge.i + 1
    asked = tuple(first.doc[first.i : _before_clause(first.doc, to.i + 1, end)])
    return _finite(main, asked)


def _finite(verb: "Token", asked: tuple["Token", ...]) -> "tuple[Token, tuple[Token, ...]] | None":
    """The clause verb with a tense above (or at) a verb: infinitives borrow their governor's."""
    node = verb
    while node.dep_ in {"xcomp", "pcomp"} and node.head.pos_ in {"VERB", "AUX"}:
        node = node.head
    return node, asked
