"""Arguments whose verb is causal: the subject brings the object about."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefquiz.facts.actors.naming import actor_class
from briefquiz.facts.actors.nouns import DOCUMENTS
from briefquiz.facts.causes.connectives import Connective
from briefquiz.facts.causes.fact import CauseFact, voice
from briefquiz.facts.causes.verbs import CAUSAL_VERBS, FORCES, GROUNDS, INVERSE_VERBS, NO_MEANS
from briefquiz.facts.clauses import Clause, clause_of, finite_verbs
from briefquiz.facts.evidence import evidence_of
from briefquiz.facts.parsed import ParsedBlock
from briefquiz.facts.printed import printed

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

ROWS: dict[str, list[Connective]] = {}
for _row in CAUSAL_VERBS:
    ROWS.setdefault(_row.words.split()[0], []).append(_row)
RELATIONS = {row.words: row.relation for row in (*CAUSAL_VERBS, *INVERSE_VERBS)}
TOLD = frozenset({"explain", "mean", "make", "give", "raise", "help", "limit", "change", "open"})
_CAUSAL_NOUNS = frozenset({"consequence", "consequences", "effect", "effects", "impact", "rise"})


def extract(block: ParsedBlock, sentence: "Span") -> Iterator[CauseFact]:
    """Subjects of causal verbs, and what a verb leads an effect back to."""
    for verb in finite_verbs(sentence):
        if any(t.dep_ == "neg" for t in verb.children):
            continue  # "did not affect prices"
        causal = _caused(block, sentence, verb) or _inverse(block, sentence, verb)
        if causal is not None:
            yield causal


def _caused(block: ParsedBlock, sentence: "Span", verb: "Token") -> CauseFact | None:
    label = _label(verb)
    if label is None or verb.dep_ in {"advcl", "acl"}:
        return None
    clause = clause_of(verb)
    subject = clause.subject_head if clause is not None else None
    if clause is None or subject is None or subject.dep_ != "nsubj":
        return None
    if verb.dep_ == "relcl" and not clause.lifted:
        return None  # "the harm that debris could cause"
    if clause.lifted:  # "a toll that raised prices"; after a comma, the whole sentence is the cause
        if subject.nbor(-1).text == ",":
            return None
        subject = verb.head
    if subject.pos_ not in {"NOUN", "PROPN"} or actor_class(subject, None) is not None:
        return None  # an actor's deed is no cause, a pronoun names none
    if (subject.lemma_.lower() in DOCUMENTS and label in TOLD) or _points_back(subject):
        return None  # "the survey explains"; "these features": across reads both sentences
    particle = next(iter(label.split()[1:2]), "")
    told = [t for t in clause.rest if t.i > verb.i]
    effect = printed(
        t for t in told if t.lower_ != particle or t.head.i != verb.i or t.pos_ == "NOUN"
    )
    attribution, hedge = voice(verb)
    return CauseFact(
        block=block.block,
        sentence=sentence,
        relation=RELATIONS.get(label, "cause"),
        connective=label,
        cause=printed(clause.subject),
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


def _points_back(subject: "Token") -> bool:
    return any(t.lower_ in {"this", "these", "such"} for t in subject.lefts)


def _inverse(block: ParsedBlock, sentence: "Span", verb: "Token") -> CauseFact | None:
    """ "The shortage stems from a poor harvest": what follows the preposition is the cause."""
    if verb.dep_ in {"relcl", "advcl", "acl"}:
        return None
    found = _inverse_phrase(verb)
    clause = clause_of(verb) if found is not None else None
    if found is None or clause is None or not clause.subject:
        return None
    label, head = found
    if not _leads_back(label, clause.subject_head, head, verb):
        return None
    if clause.subject_head is None or clause.subject_head.pos_ not in {"NOUN", "PROPN"}:
        return None
    asked = _whole_list(tuple(t for t in head.subtree if t in clause.tokens), clause)
    attribution, hedge = voice(verb)
    return CauseFact(
        block=block.block,
        sentence=sentence,
        relation=RELATIONS.get(label, "cause"),
        connective=label,
        cause=printed(asked),
        effect=printed(_before_preposition(clause, asked, label)),
        frame="inverse",
        asked=asked,
        clause=clause,
        before=None,
        verb=verb,
        attribution=attribution,
        hedge=hedge,
        evidence=evidence_of(block.block, sentence, sentence.doc[verb.i : verb.i + 1]),
    )


def _leads_back(label: str, subject: "Token | None", head: "Token", verb: "Token") -> bool:
    """Guards on verbs that often say something else: iodine comes from milk, too."""
    if any(t.dep_ == "dobj" and t.i < head.i and t != head for t in verb.children):
        return False
    if label == "come from":
        return subject is not None and subject.lemma_.lower() in FORCES
    if label == "base on":
        return head.lemma_.lower() in GROUNDS
    return actor_class(head, None) is None


def _before_preposition(
    clause: Clause, asked: "tuple[Token, ...]", label: str
) -> Iterator["Token"]:
    """The clause without the cause and the preposition before it."""
    last = label.split()[-1]
    mark = asked[0].head if asked[0].head.lower_ == last else None
    drop = {t.i for t in asked}
    for token in asked:
        if token.head.lower_ == last and token.head.i < token.i:
            mark = mark or token.head
    if mark is not None:
        drop.add(mark.i)
    return (t for t in clause.tokens if t.i not in drop)


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
    lemma_is_active = verb.lemma_.lower() in {"depend", "hinge", "rest", "reflect"}
    for row in INVERSE_VERBS:
        lemma, _, preposition = row.words.partition(" ")
        if verb.lemma_.lower() != lemma or passive == (lemma_is_active or preposition == "from"):
            continue
        if not preposition:
            head = next((t for t in verb.children if t.dep_ == "dobj"), None)
            if head is not None:
                return row.words, head
        for child in verb.children:
            if child.lower_ == preposition and child.dep_ in {"prep", "agent"}:
                head = next((t for t in child.children if t.dep_ == "pobj"), None)
                if head is not None:
                    return row.words, head
    return _by_means(verb) if passive else None


def _by_means(verb: "Token") -> "tuple[str, Token] | None":
    """ "The repression is being extended by new measures": whatever is done by a thing."""
    if verb.lemma_.lower() in NO_MEANS:
        return None
    by = next((t for t in verb.rights if t.dep_ in {"agent", "prep"} and t.lower_ == "by"), None)
    head = next((t for t in by.children if t.dep_ == "pobj"), None) if by is not None else None
    if head is not None and head.lemma_.lower() in {"means", "mean", "way", "virtue"}:
        return None  # "blocked by means of a filter"
    if head is not None and any(t.dep_ == "nummod" for t in head.children):
        return None  # "raised by four places"
    if head is None or head.pos_ != "NOUN" or head.ent_type_ or actor_class(head, verb) is not None:
        return None
    return f"{verb.lemma_.lower()} by", head


def _label(verb: "Token") -> str | None:
    """The causal verb with its particle or noun: "lead to", "have consequences for"."""
    lemma = verb.lemma_.lower()
    following = {t.lower_ for t in verb.children if t.i > verb.i}
    if lemma == "have":
        noun = next((t for t in verb.children if t.dep_ == "dobj"), None)
        return f"have {noun.lower_}" if noun is not None and noun.lower_ in _CAUSAL_NOUNS else None
    rows = [row for row in ROWS.get(lemma, ()) if {*row.words.split()[1:2]} <= following]
    if not rows:
        return None
    row = max(rows, key=lambda row: len(row.words))
    complements = {t.dep_ for t in verb.children if t.i > verb.i}
    if lemma in {"make", "leave", "keep", "render"}:  # "made coal dearer", not "made a change"
        evident = any(t.lower_ in {"clear", "sure", "certain", "plain"} for t in verb.subtree)
        return row.words if complements & {"ccomp", "oprd", "xcomp"} and not evident else None
    if lemma == "bring" and following & {"together", "in", "out"}:
        return None
    if lemma == "mean":  # "which meant that", not "what a toll means"
        return row.words if "ccomp" in complements else None
    if lemma == "give":
        whom = complements & {"dative"} or "rise" in following
        return row.words if whom else None
    has_object = complements & {"dobj", "ccomp", "xcomp"}
    return row.words if " " in row.words or has_object else None
