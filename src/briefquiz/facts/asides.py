"""What can be left out of a clause without changing what it says.

The rules come from measured failures: a purpose, a condition or a list member that is lost makes
a wrong question, so whatever is not known to be safe is kept.
"""

import functools
from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefquiz.facts.openers import LEANING, OPENERS, OPENING_PHRASES, UNMARKED_OPENERS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# Most tokens of a sentence: none of them heads an aside.
NEVER_ASIDE = frozenset(
    "det punct compound nsubj nsubjpass pobj dobj aux auxpass nummod poss case attr ccomp".split()
)
# What these leave out is part of what is said: "coal (excluding lignite) makes up 46%".
LIMITING = frozenset("excluding including except excepting barring only not without".split())
LONGEST_OPENER = 8  # tokens
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})


def simplified(head: "Token", kept: frozenset[int]) -> tuple["Token", ...]:
    """A noun phrase without its asides."""
    members = list(head.subtree)
    dropped = frozenset(droppable(head, members, kept))
    return trimmed(tuple(token for token in members if token.i not in dropped))


def droppable(head: "Token", members: list["Token"], kept: frozenset[int]) -> Iterator[int]:
    """Indices of what can go: asides between commas or brackets, openers, attributions."""
    ids = {token.i for token in members}
    quoted = _quoted(head)
    for token in members:
        candidate = token.i != head.i and token.dep_ not in NEVER_ASIDE
        candidate = candidate and token.lower_ not in LIMITING
        span = _aside(token, head) if candidate else None
        if span is None:
            continue
        low, high = span
        if any(i in kept or i in quoted for i in range(low, high)):
            continue
        yield from (i for i in range(low, high) if i in ids)
    yield from _brackets(members, kept | quoted)


def _quoted(head: "Token") -> frozenset[int]:
    """Indices between quotation marks: nothing is ever taken out of a quotation."""
    sentence = head.sent
    return _quoted_between(head.doc, sentence.start, sentence.end)


@functools.lru_cache(maxsize=256)
def _quoted_between(doc: "Doc", start: int, end: int) -> frozenset[int]:
    inside: set[int] = set()
    opened: int | None = None
    for token in doc[start:end]:
        if token.text in {"“", "”", '"', "``", "''"}:
            if opened is None:
                opened = token.i
            else:
                inside.update(range(opened, token.i + 1))
                opened = None
    return frozenset(inside)


def _aside(token: "Token", head: "Token") -> tuple[int, int] | None:
    """The range of an aside headed by this token, with its commas; None if it must stay."""
    low, high = token.left_edge.i, token.right_edge.i + 1
    if is_according_to(token):
        return _with_commas(token, low, high)
    set_off = _set_off(token, low, high)
    if is_opener(token) and (set_off or _opens(token, low)):
        return _with_commas(token, low, high)
    if token.dep_ == "advmod" and _goes_alone(token):
        return low, high
    if token.dep_ == "amod" and token.lower_ in {"additional", "further"}:
        bare = not any(t.dep_ in {"det", "nummod", "poss"} for t in token.head.children)
        return (low, high) if bare else None  # "additional pressure" is pressure
    if not set_off:
        return None
    if token.dep_ in {"relcl", "acl"} or (token.dep_ == "appos" and not _listed(token)):
        return _with_commas(token, low, high)
    if token.dep_ == "advcl" and token.tag_ in {"VBG", "VBN"} and not _own_subject(token):
        return _with_commas(token, low, high)
    if token.dep_ == "advcl" and token.head.i == head.i:
        marks = {t.lower_ for t in token.children if t.dep_ == "mark"}
        reason = marks & {"because", "although", "though", "whereas", "while"}
        return _with_commas(token, low, high) if reason else None
    if token.dep_ == "prep" and token.lower_ == "with" and _has_a_clause(token):
        return _with_commas(token, low, high)
    return None


def _goes_alone(adverb: "Token") -> bool:
    """ "Also" wherever it stands, "then" and "even" beside a verb."""
    if adverb.lower_ in UNMARKED_OPENERS:
        return True
    if adverb.lower_ not in LEANING or any(adverb.children):
        return False
    return adverb.head.pos_ in {"VERB", "AUX"}


def _has_a_clause(preposition: "Token") -> bool:
    """ "…, with imports growing faster": a clause of its own behind a preposition."""
    return any(t.dep_ == "pcomp" or t.tag_ == "VBG" for t in preposition.children)


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


def is_opener(token: "Token") -> bool:
    """The head of "However", "In addition" and the like."""
    if token.right_edge.i - token.left_edge.i > LONGEST_OPENER:
        return False
    phrase = " ".join(t.lower_ for t in token.subtree if not t.is_punct)
    return phrase in OPENERS or phrase in OPENING_PHRASES


def _opens(token: "Token", low: int) -> bool:
    """At the start of the sentence, or of what follows a semicolon or colon."""
    return token.doc[low].is_sent_start or token.doc[low - 1].text in {";", ":"}


def _set_off(token: "Token", low: int, high: int) -> bool:
    """Stands after a comma or dash, or at the start of the sentence and before a comma."""
    doc = token.doc
    if not doc[low].is_sent_start:
        return doc[low - 1].text in {",", "–", "—"}
    return high < len(doc) and not doc[high].is_sent_start and doc[high].text == ","


def _listed(token: "Token") -> bool:
    """An "apposition" that may really be a member of a list."""
    joined = {"conj", "cc"}
    after = token.right_edge.i + 1
    following = next((t for t in token.doc[after : after + 6] if not t.is_punct), None)
    if following is not None and following.dep_ == "cc":
        return True
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
    if high < sentence.end and doc[high].text in marks and (opened or _opens(token, low)):
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
                if not kept.intersection(opened) and token.doc[opened[1]].lower_ not in LIMITING:
                    yield from opened
                opened = []


def trimmed(tokens: tuple["Token", ...]) -> tuple["Token", ...]:
    """Without punctuation at either end (closing quotes and brackets apart) or a last "and"."""
    low, high = 0, len(tokens)
    while low < high and tokens[low].is_punct and tokens[low].text not in "“\"‘'([":
        low += 1
    while high > low and _loose(tokens[high - 1]):
        high -= 1
    return tokens[low:high]


def _loose(token: "Token") -> bool:
    return token.dep_ == "cc" or (token.is_punct and token.text not in "”\"’')]%")
