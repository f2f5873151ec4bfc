"""Arguments inside a sentence: a main clause and a reason, purpose, condition or obstacle."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from briefquiz.facts.causes.connectives import (
    AIM_MARKS,
    CLAUSE_MARKS,
    NOUN_MARKS,
    PURPOSE_MARKS,
    Connective,
    Relation,
)
from briefquiz.facts.causes.fact import CauseFact, Frame, voice
from briefquiz.facts.causes.verbs import AIMLESS, CHANGES, NO_AIMS
from briefquiz.facts.causes.whole import told
from briefquiz.facts.clauses import clause_of, governing_verb
from briefquiz.facts.evidence import evidence_of
from briefquiz.facts.parsed import ParsedBlock
from briefquiz.facts.printed import printed
from briefquiz.facts.reporting import REPORTING_VERBS

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
# Verbs of states: "as" before them gives a reason, before others it mostly tells the time.
STATES = frozenset("be have lack need depend own hold contain cost belong remain rely want".split())
# "Due to" after a noun ("damage due to floods") says nothing of the main clause.
NEEDS_VERB = frozenset({"due to", "because of", "as a result of", "owing to"})


def extract(block: ParsedBlock, sentence: "Span") -> Iterator[CauseFact]:
    """Every argument that a connective joins to a main clause."""
    taken: set[int] = set()
    lower = [token.lower_ for token in sentence]
    for table, find in MARKS:
        for connective, parts in table:
            for place in _places(lower, parts):
                first = sentence[place]
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


def _places(lower: list[str], parts: list[str]) -> Iterator[int]:
    """Where in a sentence a connective stands: the indices of its first word."""
    at = -1
    while parts[0] in lower[at + 1 :]:
        at = lower.index(parts[0], at + 1)
        if lower[at : at + len(parts)] == parts:
            yield at


def _fact(
    block: ParsedBlock,
    sentence: "Span",
    connective: Connective,
    verb: "Token",
    asked: tuple["Token", ...],
) -> CauseFact | None:
    if not _quotes_are_whole(asked) or verb.i in {t.i for t in asked}:
        return None
    clause = clause_of(verb)
    mark_length = len(connective.words.split())
    side = printed(asked[mark_length:])
    other = printed(told(verb, {t.i for t in asked}))
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


def _quotes_are_whole(asked: tuple["Token", ...]) -> bool:
    """No quotation is cut in the middle; a mark behind the last word is left out by `printed`."""
    marks = sum(t.text in '“”"' for t in asked[:-1])
    return marks % 2 == 0


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
    opens = first.i == first.sent.start or first.nbor(-1).text in {",", "–", "—", "("}
    if connective.words == "given" and not opens:
        return None  # "the toll that was given …"
    if connective.words == "following" and first.dep_ not in {"prep", "advcl"}:
        return None  # "the following year"
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
    while verb is not None and any(t.lower_ == "than" for t in verb.lefts):
        verb = governing_verb(verb.head)  # "more resilient than expected despite …"
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
    if mark.i + 1 >= len(first.doc) or mark.nbor(1).lower_ in {"of", "not", "so"}:
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
    if inner is None or inner.i <= first.i or (length == 1 and inner.dep_ != "advcl"):
        return None
    if not any(t.dep_ in {"nsubj", "nsubjpass", "expl", "csubj"} for t in inner.children):
        return None
    if connective.words == "since" and _since_in_time(inner):
        return None
    if connective.words == "as" and not _gives_a_reason(first, inner):
        return None
    asked = tuple(first.doc[first.i : inner.right_edge.i + 1])
    outer = next((t for t in (inner, *inner.ancestors) if not first.i <= t.i <= inner.i), None)
    main = governing_verb(outer) if outer is not None else None
    return _finite(main, asked) if main is not None else None


def _gives_a_reason(first: "Token", inner: "Token") -> bool:
    """ "…, as the bay is shallow": behind a comma, and no "as the ministry said"."""
    if first.i == first.sent.start or (
        _changes(inner.head) is False and first.nbor(-1).text != ","
    ):
        return False
    if inner.lemma_.lower() in REPORTING_VERBS or inner.i < inner.head.i:
        return False
    perfect = any(t.lemma_ == "have" and t.dep_ == "aux" for t in inner.children)
    return perfect or _changes(inner.head) or inner.pos_ == "AUX" or inner.lemma_.lower() in STATES


def _since_in_time(inner: "Token") -> bool:
    """ "Since Ostia joined, trade has grown", "since it was built in 1991": tells the time."""
    perfect = any(t.lemma_ == "have" and t.dep_ == "aux" for t in inner.head.children)
    dated = any(t.ent_type_ == "DATE" for t in inner.subtree)
    return dated or (perfect and inner.tag_ == "VBD")


def _changes(verb: "Token") -> bool:
    """Rises, falls and the like, also behind "is expected to"."""
    inner = {t.lemma_.lower() for t in verb.children if t.dep_ == "xcomp"}
    return verb.lemma_.lower() in CHANGES or bool(inner & CHANGES)


def _infinitive(connective: Connective, first: "Token") -> "tuple[Token, tuple[Token, ...]] | None":
    """The aim after "in order to"; after a bare "to" where it opens the sentence or follows an act.

    "They closed the port to save money" tells an aim, "they want to close it" does not.
    """
    length = len(connective.words.split())
    to = first.doc[first.i + length - 1]
    verb = to.head
    if verb.tag_ != "VB" or verb.i < to.i:
        return None
    fronted = first.i == first.sent.start
    bare = connective.words == "to"
    if bare and not fronted and first.nbor(-1).lower_ in {"only", "little", "much", "nothing"}:
        return None  # "rose, only to fall"; "does little to help"
    if bare and (verb.dep_ != "advcl" or not (fronted or _follows_an_act(first, verb))):
        return None
    end = verb.right_edge.i + 1
    inside = range(first.i, verb.i + 1)
    outer = next((t for t in verb.ancestors if t.i not in inside), None)
    main = governing_verb(outer) if outer is not None else None
    if main is None or main.dep_ in {"relcl", "acl"} or (not fronted and main.i > first.i):
        return None
    asked = tuple(first.doc[first.i : _before_clause(first.doc, to.i + 1, end)])
    return _finite(main, asked)


def _follows_an_act(to: "Token", verb: "Token") -> bool:
    """What is done above is done on purpose: it has an object, or was done to its subject."""
    act = verb.head
    if act.i > to.i or act.pos_ != "VERB" or act.lemma_.lower() in AIMLESS:
        return False
    if verb.lemma_.lower() in NO_AIMS:
        return False
    complements = {token.dep_ for token in act.children}
    if any(t.lower_ in {"enough", "too", "sufficient"} for t in act.subtree if t.i < to.i):
        return False  # "did enough to win"
    return bool(complements & {"dobj", "auxpass"})


def _finite(verb: "Token", asked: tuple["Token", ...]) -> "tuple[Token, tuple[Token, ...]] | None":
    """The clause verb with a tense above (or at) a verb: infinitives borrow their governor's."""
    node = verb
    while node.dep_ in {"xcomp", "pcomp"} and node.head.pos_ in {"VERB", "AUX"}:
        node = node.head
    return node, asked


def _longest_first(
    table: Iterable[Connective],
) -> tuple[tuple[Connective, list[str]], ...]:
    rows = sorted(table, key=lambda row: -len(row.words.split()))
    return tuple((row, row.words.split()) for row in rows)


MARKS = (
    (_longest_first((*NOUN_MARKS, *AIM_MARKS)), _noun_phrase),
    (_longest_first(CLAUSE_MARKS), _clause),
    (_longest_first(PURPOSE_MARKS), _infinitive),
)
