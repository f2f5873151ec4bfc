"""A clause taken apart: who does what, and what can be left out without changing what it says.

The rules for what may be dropped come from measured failures: a purpose, a condition or a list
member that is lost makes a wrong question, so whatever is not known to be safe is kept.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
AUXILIARIES = frozenset({"aux", "auxpass"})

# Sentence openers that point back and carry no fact. Each with a sentence that has it.
OPENERS = {
    "however": "However, output fell.",
    "moreover": "Moreover, prices rose.",
    "furthermore": "Furthermore, two ports closed.",
    "meanwhile": "Meanwhile, talks went on.",
    "additionally": "Additionally, the fund lent money.",
    "nevertheless": "Nevertheless, the bank raised rates.",
    "nonetheless": "Nonetheless, exports grew.",
    "also": "The council also closed a school.",
    "indeed": "Indeed, wages doubled.",
    "similarly": "Similarly, Ostia cut tariffs.",
    "instead": "Instead, the ministry bought gas.",
    "thus": "Thus, the line closed.",
    "hence": "Hence, the line closed.",
    "therefore": "Therefore, the mill closed.",
    "consequently": "Consequently, the mill closed.",
    "likewise": "Likewise, Verra closed its port.",
    "besides": "Besides, the fleet is old.",
    "first": "First, the fleet is old.",
    "second": "Second, the fleet is old.",
    "third": "Third, the fleet is old.",
    "finally": "Finally, the fleet is old.",
    "lastly": "Lastly, the fleet is old.",
    "conversely": "Conversely, Verra closed its port.",
}
# Openers of several words.
OPENING_PHRASES = {
    "in addition": "In addition, the fund lent money.",
    "for example": "For example, Ostia closed a mine.",
    "for instance": "For instance, Ostia closed a mine.",
    "by contrast": "By contrast, Verra opened two.",
    "in contrast": "In contrast, Verra opened two.",
    "on top of that": "On top of that, prices rose.",
    "as a result": "As a result, the mill closed.",
    "as a consequence": "As a consequence, the mill closed.",
    "in comparison": "In comparison, Verra opened two.",
    "in turn": "In turn, exports fell.",
    "at the same time": "At the same time, wages rose.",
    "in fact": "In fact, wages fell.",
    "of course": "Of course, wages fell.",
    "even so": "Even so, the port stayed open.",
    "in particular": "In particular, the north lost jobs.",
    "in response": "In response, the council closed the bridge.",
}


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
    kept = frozenset(token.i for token in keep)
    members = _members(verb)
    dropped = frozenset(_droppable(verb, members, kept))
    stays = [token for token in members if token.i not in dropped]
    head = subject_of(verb)
    if head is None or verb.i in dropped:
        return None
    own = head.head.i == verb.i
    subject_ids = {token.i for token in head.subtree}
    subject = _simplified(head, kept)
    auxiliaries = tuple(t for t in verb.lefts if t.dep_ in AUXILIARIES)
    if not auxiliaries and not own:
        auxiliaries = _shared_auxiliaries(verb)
    starts = [verb.i, *(t.i for t in auxiliaries if t.head.i == verb.i)]
    first = min([*starts, head.left_edge.i] if own else starts)
    stays = [token for token in stays if not _is_relative_object(token, verb)]
    fronted = _groups([t for t in stays if t.i < first and t.i not in subject_ids])
    fronted += _between(verb, head, stays, subject_ids)
    if not own and not fronted:
        fronted = _shared_front(verb, head)
    front_ids = {t.i for group in fronted for t in group}
    rest = _trim(tuple(t for t in stays if t.i not in subject_ids and t.i not in front_ids))
    if not own:
        rest = (*(t for t in auxiliaries if t not in rest), *rest)
    subject, rest, lifted = _put_back(verb, head, subject, rest, kept)
    if not subject or _still_relative([subject, *fronted]):
        return None
    return Clause(
        verb=verb,
        subject=_trim(subject),
        auxiliaries=auxiliaries,
        fronted=tuple(filter(None, (_trim(g) for g in fronted))),
        rest=rest,
        dropped=tuple(token for token in members if token.i in dropped),
        lifted=lifted,
    )


def _still_relative(groups: list[tuple["Token", ...]]) -> bool:
    """A which, whose or when is left that stands for something outside."""
    return any(
        t.tag_ in _RELATIVE
        or t.tag_ == "WP$"
        or (len(group) == 1 and (t.tag_ == "WRB" or t.lower_ == "that"))
        for group in groups
        for t in group
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


def _simplified(head: "Token", kept: frozenset[int]) -> tuple["Token", ...]:
    """A noun phrase without its asides."""
    members = list(head.subtree)
    dropped = frozenset(_droppable(head, members, kept))
    return _trim(tuple(token for token in members if token.i not in dropped))


_RELATIVE = frozenset({"WDT", "WP"})


def _put_back(
    verb: "Token",
    head: "Token",
    subject: tuple["Token", ...],
    rest: tuple["Token", ...],
    kept: frozenset[int],
) -> tuple[tuple["Token", ...], tuple["Token", ...], bool]:
    """Subject and rest of a relative clause, its pronoun replaced by the noun it stands for."""
    relative = verb
    while relative.dep_ == "conj":
        relative = relative.head
    if relative.dep_ != "relcl":
        return subject, rest, False
    inside = {token.i for token in relative.subtree}
    noun = _simplified(_determined(relative.head), kept)
    noun = _trim(tuple(token for token in noun if token.i not in inside))
    if head.tag_ in _RELATIVE:
        return noun, rest, True
    if not any(_is_relative_object(token, verb) for token in verb.children):
        return subject, rest, False
    at = next((i for i, token in enumerate(rest) if token.i == verb.i), len(rest) - 1) + 1
    return subject, (*rest[:at], *noun, *rest[at:]), True


def _determined(noun: "Token") -> "Token":
    """The noun that a relative clause is about: "sentiment" in "a rise in sentiment" is not it."""
    higher = noun
    while not _names(higher) and higher.dep_ == "pobj":
        higher = higher.head.head
        if higher.pos_ not in {"NOUN", "PROPN"}:
            return noun
    return higher if _names(higher) else noun


def _names(noun: "Token") -> bool:
    return noun.pos_ == "PROPN" or any(t.dep_ in {"det", "poss", "nummod"} for t in noun.children)


def is_safely_lifted(verb: "Token") -> bool:
    """A relative clause set off by comma or bracket, on a name or determined noun."""
    relative = verb
    while relative.dep_ == "conj":
        relative = relative.head
    pronoun = next((t for t in relative.subtree if t.tag_ in _RELATIVE), None)
    if pronoun is None or pronoun.i == 0 or pronoun.nbor(-1).text not in {",", "("}:
        return False
    return _names(_determined(relative.head))


def _is_relative_object(token: "Token", verb: "Token") -> bool:
    """The which in "sentiment, which the opposition exploits"."""
    return token.tag_ in _RELATIVE and token.dep_ == "dobj" and token.head.i == verb.i


def _members(verb: "Token") -> list["Token"]:
    """The tokens of the verb's clause, without clauses joined to it by and, or, but, semicolons."""
    cut: set[int] = set()
    for child in verb.children:
        joined = child.dep_ == "conj" and child.pos_ in {"VERB", "AUX"}
        if joined or child.dep_ in {"parataxis", "cc", "preconj"} or _beside(child):
            cut.update(token.i for token in child.subtree)
        stolen = _stolen_subject(child) if joined else None
        if stolen is not None:
            cut.update(token.i for token in stolen.subtree)
    if verb.dep_ in {"ccomp", "advcl"}:
        cut.update(t.i for t in verb.children if t.dep_ == "mark")
    return [token for token in verb.subtree if token.i not in cut]


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


def _droppable(head: "Token", members: list["Token"], kept: frozenset[int]) -> Iterator[int]:
    """Indices of what can go: asides between commas or brackets, openers, attributions."""
    ids = {token.i for token in members}
    for token in members:
        span = _aside(token, head) if token.i != head.i else None
        if span is None:
            continue
        low, high = span
        if any(i in kept for i in range(low, high)):
            continue
        yield from (i for i in range(low, high) if i in ids)
    yield from _brackets(members, kept)


def _aside(token: "Token", head: "Token") -> tuple[int, int] | None:
    """The range of an aside headed by this token, with its commas; None if it must stay."""
    low, high = token.left_edge.i, token.right_edge.i + 1
    if is_according_to(token):
        return _with_commas(token, low, high)
    if _is_opener(token) and (low == head.sent.start or _set_off(token, low, high)):
        return _with_commas(token, low, high)
    if token.dep_ == "advmod" and token.lower_ == "also":
        return low, high
    if not _set_off(token, low, high):
        return None
    if token.dep_ in {"relcl", "acl"} or (token.dep_ == "appos" and not _listed(token)):
        return _with_commas(token, low, high)
    if token.dep_ == "advcl" and token.tag_ in {"VBG", "VBN"} and not _own_subject(token):
        return _with_commas(token, low, high)
    if token.dep_ == "advcl" and token.head.i == head.i:
        marks = {t.lower_ for t in token.children if t.dep_ == "mark"}
        reason = marks & {"because", "although", "though", "whereas"}
        return _with_commas(token, low, high) if reason else None
    return None


def _own_subject(token: "Token") -> bool:
    """A participle with a subject of its own, or a mark that says more than "meanwhile"."""
    return any(
        t.dep_ in SUBJECTS or (t.dep_ == "mark" and t.lower_ != "while") for t in token.children
    )


def is_according_to(token: "Token") -> bool:
    """The head of an "according to" phrase (parsers disagree on which word that is)."""
    return (
        token.lower_ == "according"
        and token.i + 1 < len(token.doc)
        and (token.nbor(1).lower_ == "to")
    )


def _is_opener(token: "Token") -> bool:
    phrase = " ".join(t.lower_ for t in token.subtree if not t.is_punct)
    return phrase in OPENERS or phrase in OPENING_PHRASES


def _set_off(token: "Token", low: int, high: int) -> bool:
    """Stands after a comma or dash, or at the start of the sentence and before a comma."""
    doc, sentence = token.doc, token.sent
    if low > sentence.start and doc[low - 1].text in {",", "–", "—"}:
        return True
    return low == sentence.start and high < sentence.end and doc[high].text == ","


def _listed(token: "Token") -> bool:
    """An "apposition" that may really be a member of a list."""
    joined = {"conj", "cc"}
    return any(t.dep_ in joined for t in token.children) or any(
        t.dep_ in joined for t in token.head.children
    )


def _with_commas(token: "Token", low: int, high: int) -> tuple[int, int]:
    """The range with the comma or dash before it, and the one after it if there was one before."""
    doc, sentence = token.doc, token.sent
    marks = {",", "–", "—"}
    opened = low > sentence.start and doc[low - 1].text in marks
    if opened:
        low -= 1
    if high < sentence.end and doc[high].text in marks and (opened or low == sentence.start):
        high += 1
    return low, high


def _brackets(members: list["Token"], kept: frozenset[int]) -> Iterator[int]:
    """Text in round brackets, unless something in it must stay."""
    opened: list[int] = []
    for token in members:
        if token.text == "(":
            opened = [token.i]
        elif opened:
            opened.append(token.i)
            if token.text == ")":
                if not kept.intersection(opened):
                    yield from opened
                opened = []


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


def _shared_front(verb: "Token", subject: "Token") -> list[tuple["Token", ...]]:
    """ "In 2023, Ostia closed a mine and opened a port": the date is both verbs'."""
    first = verb
    while first.dep_ == "conj" and first.head.pos_ in {"VERB", "AUX"}:
        first = first.head
    groups = (
        tuple(child.subtree)
        for child in first.lefts
        if child.dep_ in {"prep", "npadvmod"} and child.right_edge.i < subject.left_edge.i
    )
    return [group for group in groups if not _is_opener(group[0])]


def _trim(tokens: tuple["Token", ...]) -> tuple["Token", ...]:
    """Without punctuation at either end (closing quotes and brackets apart) or a last "and"."""
    low, high = 0, len(tokens)
    while low < high and tokens[low].is_punct and tokens[low].text not in "“\"‘'([":
        low += 1
    while high > low and _loose(tokens[high - 1]):
        high -= 1
    return tokens[low:high]


def _loose(token: "Token") -> bool:
    return token.dep_ == "cc" or (token.is_punct and token.text not in "”\"’')]%")


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
    """The nearest verb above a token, itself included."""
    for node in (token, *token.ancestors):
        if node.pos_ in {"VERB", "AUX"} and node.dep_ not in AUXILIARIES:
            return node
    return None
