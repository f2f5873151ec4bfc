"""A clause taken apart: who does what, and what stands round it."""

import functools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefquiz.facts.asides import (
    SUBJECTS,
    droppable,
    is_according_to,
    is_opener,
    simplified,
    trimmed,
)
from briefquiz.facts.relatives import is_relative_object, put_back, still_relative

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

AUXILIARIES = frozenset({"aux", "auxpass"})


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause of a sentence, in pieces that keep their order.

    `subject` is empty for a verb without one. `auxiliaries` are those before the verb, in order.
    `fronted` are the groups before the subject. `rest` holds the auxiliaries, the verb and all
    that follows, less what was dropped. `dropped` is what was left out. `lifted` says that the
    clause was a relative one, whose who or which was put back into the noun it stands for.
    """

    verb: "Token"
    subject: tuple["Token", ...]
    auxiliaries: tuple["Token", ...]
    fronted: tuple[tuple["Token", ...], ...]
    rest: tuple["Token", ...]
    dropped: tuple["Token", ...]
    lifted: bool = False

    @property
    def tokens(self) -> tuple["Token", ...]:
        """Everything that is kept, in reading order of a statement."""
        front = tuple(token for group in self.fronted for token in group)
        return (*front, *self.subject, *self.rest)

    @property
    def subject_head(self) -> "Token | None":
        """The word that the subject is about."""
        return subject_of(self.verb)


def clause_of(verb: "Token", keep: Iterable["Token"] = ()) -> Clause | None:
    """The clause of a finite verb, simplified; None where it cannot be cut out safely.

    `keep` are tokens that must stay (the answer): nothing that holds one of them is dropped.
    """
    return _clause_of(verb, frozenset(token.i for token in keep))


@functools.lru_cache(maxsize=2048)
def _clause_of(verb: "Token", kept: frozenset[int]) -> Clause | None:
    members = _members(verb)
    dropped = frozenset(droppable(verb, members, kept))
    stays = [token for token in members if token.i not in dropped]
    head = subject_of(verb)
    if head is None or verb.i in dropped:
        return None
    own = head.head.i == verb.i
    subject_ids = {token.i for token in head.subtree}
    subject = simplified(head, kept)
    auxiliaries = tuple(t for t in verb.lefts if t.dep_ in AUXILIARIES)
    if not auxiliaries and not own:
        auxiliaries = _shared_auxiliaries(verb)
    if own and (_is_inverted(auxiliaries, head) or _has_two_subjects(verb)):
        return None
    starts = [verb.i, *(t.i for t in auxiliaries if t.head.i == verb.i)]
    first = min([*starts, head.left_edge.i] if own else starts)
    stays = [token for token in stays if not is_relative_object(token, verb)]
    fronted = _groups([t for t in stays if t.i < first and t.i not in subject_ids])
    fronted += _between(verb, head, stays, subject_ids)
    if not fronted and verb.dep_ == "conj":
        fronted = _shared_front(verb)
    front_ids = {t.i for group in fronted for t in group}
    rest = trimmed(tuple(t for t in stays if t.i not in subject_ids and t.i not in front_ids))
    if not own:
        rest = (*(t for t in auxiliaries if t not in rest), *rest)
    subject, rest, lifted = put_back(verb, head, subject, rest, kept)
    if not subject or still_relative([subject, *fronted]):
        return None
    return Clause(
        verb=verb,
        subject=trimmed(subject),
        auxiliaries=auxiliaries,
        fronted=tuple(filter(None, (trimmed(g) for g in fronted))),
        rest=rest,
        dropped=tuple(token for token in members if token.i in dropped),
        lifted=lifted,
    )


def _is_inverted(auxiliaries: tuple["Token", ...], subject: "Token") -> bool:
    """ "Had Ostia paid, …", "Did Ostia know?": a condition or a question, no statement."""
    return any(token.i < subject.left_edge.i for token in auxiliaries)


def _has_two_subjects(verb: "Token") -> bool:
    """A sentence the parser lost its way in."""
    return sum(token.dep_ in SUBJECTS and token.dep_ != "expl" for token in verb.children) > 1 and (
        not any(token.dep_ == "expl" for token in verb.children)
    )


def subject_of(verb: "Token") -> "Token | None":
    """The head of a verb's subject; that of the verb it is joined to if it has none."""
    own = next((token for token in verb.children if token.dep_ in SUBJECTS), None)
    if own is None and verb.dep_ == "conj":
        return _stolen_subject(verb) or subject_of(verb.head)
    return own


def _stolen_subject(verb: "Token") -> "Token | None":
    """ "… a million people, and two million may be hurt": the parser joined the two millions."""
    if any(token.dep_ in SUBJECTS for token in verb.children):
        return None
    finite = next((t for t in verb.lefts if t.dep_ in AUXILIARIES and t.tag_ != "VBN"), None)
    before = verb.left_edge.i - 1
    if finite is None or before < verb.sent.start:
        return None
    nouns = (t for t in verb.doc[before].ancestors if t.dep_ == "conj" and t.pos_ != "VERB")
    noun = verb.doc[before] if verb.doc[before].dep_ == "conj" else next(nouns, None)
    if noun is None or noun.right_edge.i != before or noun.pos_ in {"VERB", "AUX"}:
        return None
    return noun if noun.left_edge.i > 0 and noun.left_edge.nbor(-1).dep_ == "cc" else None


def _members(verb: "Token") -> list["Token"]:
    """The tokens of the verb's clause, without clauses joined to it by and, or, but, semicolons."""
    cut: set[int] = set()
    for child in verb.children:
        joined = child.dep_ == "conj" and child.pos_ in {"VERB", "AUX"}
        loose = child.dep_ in {"cc", "preconj"} and not _joins_nouns(child, verb)
        if joined or loose or child.dep_ == "parataxis" or _beside(child):
            cut.update(token.i for token in child.subtree)
        stolen = _stolen_subject(child) if joined else None
        if stolen is not None:
            cut.update(token.i for token in stolen.subtree)
    if verb.dep_ in {"ccomp", "advcl"}:
        cut.update(t.i for t in verb.children if t.dep_ == "mark")
    return [token for token in verb.subtree if token.i not in cut]


def _joins_nouns(conjunction: "Token", verb: "Token") -> bool:
    """ "… from opinion, as well as the families": the parser hung the list on the verb."""
    after = (t for t in verb.children if t.dep_ == "conj" and t.i > conjunction.i)
    following = next(after, None)
    return following is not None and following.pos_ not in {"VERB", "AUX"}


def _beside(child: "Token") -> bool:
    """A clause on the other side of a semicolon or colon that the parser hung on this one."""
    doc, after = child.doc, child.right_edge.i + 1
    if child.dep_ not in {"ccomp", "dep", "advcl"}:
        return False
    before = child.left_edge.i - 1
    return any(0 <= i < len(doc) and doc[i].text in {";", ":"} for i in (before, after))


def _shared_auxiliaries(verb: "Token") -> tuple["Token", ...]:
    """ "has cut and raised": the second verb borrows the first one's auxiliaries if forms agree."""
    head = verb.head
    if verb.dep_ != "conj" or verb.tag_ != head.tag_ or verb.tag_ not in {"VBN", "VBG", "VB"}:
        return ()
    return tuple(t for t in head.lefts if t.dep_ in AUXILIARIES)


def _groups(tokens: list["Token"]) -> list[tuple["Token", ...]]:
    """Fronted groups: runs between commas."""
    out: list[list[Token]] = [[]]
    for token in tokens:
        if token.text == ",":
            out.append([])
        else:
            out[-1].append(token)
    return [tuple(group) for group in out if group]


def _between(
    verb: "Token", subject: "Token", stays: list["Token"], subject_ids: set[int]
) -> list[tuple["Token", ...]]:
    """Phrases between subject and verb ("The bank, in a note, warned"): they can stand in front."""
    out = []
    for child in verb.lefts:
        if child.dep_ in {"prep", "advcl", "npadvmod"} and child.left_edge.i > subject.right_edge.i:
            inside = {t.i for t in child.subtree} - subject_ids
            out.append(tuple(t for t in stays if t.i in inside))
    return [group for group in out if group]


def _shared_front(verb: "Token") -> list[tuple["Token", ...]]:
    """ "In 2023, Ostia closed a mine and opened a port": the date is both verbs'."""
    first = verb
    while first.dep_ == "conj" and first.head.pos_ in {"VERB", "AUX"}:
        first = first.head
    subject = next((t for t in first.lefts if t.dep_ in SUBJECTS), first)
    groups = (
        simplified(child, frozenset())
        for child in first.lefts
        if child.dep_ in {"prep", "npadvmod"}
        and child.right_edge.i < subject.left_edge.i
        and not is_according_to(child)
    )
    dated = any(t.ent_type_ == "DATE" for t in verb.subtree)
    return [group for group in groups if not is_opener(group[0]) and not (dated and _dates(group))]


def _dates(group: tuple["Token", ...]) -> bool:
    return any(token.ent_type_ == "DATE" for token in group)


def finite_verbs(sentence: "Span") -> Iterator["Token"]:
    """Verbs and auxiliaries that head a clause with a tense."""
    for token in sentence:
        if token.pos_ not in {"VERB", "AUX"} or token.dep_ in AUXILIARIES:
            continue
        finite = token.tag_ in {"VBD", "VBZ", "VBP"} or any(
            t.dep_ in AUXILIARIES and t.tag_ in {"VBD", "VBZ", "VBP", "MD"} for t in token.children
        )
        if finite or (token.dep_ == "conj" and _shared_auxiliaries(token)):
            yield token


def governing_verb(token: "Token") -> "Token | None":
    """The verb whose clause a token stands in: the nearest above it, itself included."""
    for verb in token.sent:
        if verb.dep_ == "conj" and token.dep_ == "conj" and _stolen_subject(verb) == token:
            return verb
    for node in (token, *token.ancestors):
        if node.pos_ in {"VERB", "AUX"} and node.dep_ not in AUXILIARIES:
            return node
    return None
