"""Which nouns name somebody who can act, and what sort of actor that is."""

from typing import TYPE_CHECKING

from briefquiz.facts.actors.fact import ActorClass
from briefquiz.facts.actors.nouns import (
    BODIES,
    DEED,
    DOCUMENTS,
    LAWS,
    PEOPLE,
    THINGS,
    TITLES,
    WILLED,
)
from briefquiz.facts.asides import trimmed
from briefquiz.facts.reporting import REPORTING_VERBS

if TYPE_CHECKING:
    from spacy.tokens import Token

# What somebody says in so many words; a finding or a sign may be nobody's claim.
SAYING = frozenset(REPORTING_VERBS) - frozenset(
    "show reveal indicate suggest imply assume find observe note think assess calculate".split()
)
ABSTRACT = ("ity", "ness", "ance", "ence", "ism", "ship", "ure", "age", "ery")
# Offices and people in the singular and the plural.
_PEOPLE = frozenset(PEOPLE) | {word.removesuffix("s") for word in PEOPLE}
NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP"})
"""spaCy's labels of those who can act."""
_NAMES: dict[str, ActorClass] = {"PERSON": "person", "ORG": "body", "GPE": "country"}


def classify(head: "Token") -> tuple[ActorClass, str] | None:
    """What sort of actor a noun names by itself, and the noun to ask with; None for others.

    Strict: what it names is asked for as one actor, so no list and no count.
    """
    if any(t.dep_ in {"conj", "nummod"} for t in head.children):
        return None  # a list of actors is asked whole or not at all, a count is a number
    lower = head.lower_
    if head.ent_type_ == "GPE" and head.pos_ == "PROPN" and lower not in BODIES:
        return "country", ""
    if lower in PEOPLE and not _is_body(head):
        return "people", ""
    if head.tag_ in {"NN", "NNP"} and lower in BODIES:
        told = any(t.dep_ not in {"det", "punct", "relcl"} for t in head.children)
        return ("body", lower) if told else None  # "the ministry" alone answers nothing
    if head.pos_ != "PROPN" or _is_thing(head):
        return None
    if head.ent_type_ == "PERSON":
        return "person", ""
    return ("body", "") if head.ent_type_ == "ORG" else None


def actor_class(head: "Token", verb: "Token | None") -> ActorClass | None:
    """What sort of actor a noun names where it goes with this verb; None if it is none.

    Lists and counts count too, and whoever does what only somebody with a will can do: "the
    dissenters argued", "lenders refused".
    """
    lower, lemma = head.lower_, head.lemma_.lower()
    if head.text == "WHO":
        return "body"  # tagged as a pronoun
    if head.pos_ not in {"NOUN", "PROPN"} or lower in DOCUMENTS or lemma in DOCUMENTS:
        return None
    if lemma in LAWS:
        return "law" if _is_told(head) else None
    if (lower in _PEOPLE or lemma in _PEOPLE) and not _is_body(head):
        return "people"
    if lemma in BODIES:
        return "body"
    if lemma in THINGS or (
        head.pos_ == "PROPN" and head.nbor(-1 if head.i else 0).lower_ in THINGS
    ):
        return None
    if head.pos_ == "PROPN" and head.ent_type_ in _NAMES:
        common = head.ent_type_ == "PERSON" and any(t.dep_ == "det" for t in head.children)
        return None if common else _NAMES[head.ent_type_]
    if verb is None or (head.pos_ == "NOUN" and (DEED.search(lower) or lower.endswith(ABSTRACT))):
        return None
    doing = verb.lemma_.lower()
    if doing in WILLED or doing in SAYING:
        return "body" if head.pos_ == "PROPN" else "people"
    return None


def _is_body(head: "Token") -> bool:
    """ "The United Nations" are no nations."""
    return head.pos_ == "PROPN" and head.ent_type_ == "ORG"


def _is_thing(head: "Token") -> bool:
    return any(token.lower_ in THINGS or token.lower_ in LAWS for token in head.subtree)


def _is_told(head: "Token") -> bool:
    """A law by its name or number: "the Harbour Act", "Article 3", "Decree 114"."""
    return head.pos_ == "PROPN" or any(
        token.pos_ in {"PROPN", "NUM"} and token.dep_ in {"compound", "nummod", "amod", "poss"}
        for token in head.children
    )


def is_office(word: "Token") -> bool:
    """A word that can stand before a name: "Senator", "Leader", "Prime Minister"."""
    return word.lemma_.lower() in _PEOPLE or word.lower_.rstrip(".") in TITLES


def core(head: "Token") -> tuple["Token", ...]:
    """The words that name an actor: its subtree without appositions, brackets and asides."""
    members = list(head.subtree)
    cut: set[int] = set()
    for token in members:
        aside = token.dep_ in {"appos", "relcl"} and token.i != head.i
        loose = token.dep_ in {"acl", "prep", "advcl"} and _after_comma(token)
        if (aside or loose) and token.i != head.i:
            cut.update(t.i for t in token.subtree)
    kept = tuple(token for token in members if token.i not in cut)
    return trimmed(_without_brackets(kept))


def _after_comma(token: "Token") -> bool:
    low = token.left_edge.i
    return low > token.sent.start and token.doc[low - 1].text in {",", "–", "—", "("}


def _without_brackets(tokens: tuple["Token", ...]) -> tuple["Token", ...]:
    depth, kept = 0, []
    for token in tokens:
        depth += token.text == "("
        if depth == 0:
            kept.append(token)
        depth = max(0, depth - (token.text == ")"))
    return tuple(kept)
