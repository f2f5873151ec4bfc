"""Relative clauses made whole: the noun put back for its who or which."""

from typing import TYPE_CHECKING

from briefquiz.facts.asides import simplified, trimmed

if TYPE_CHECKING:
    from spacy.tokens import Token

_RELATIVE = frozenset({"WDT", "WP"})


def put_back(
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
    noun = simplified(_determined(relative.head), kept)
    noun = trimmed(tuple(token for token in noun if token.i not in inside))
    if head.tag_ in _RELATIVE:
        return noun, rest, True
    if not any(is_relative_object(token, verb) for token in verb.children):
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
    noun = _determined(relative.head)
    of_a_noun = noun.dep_ == "pobj" and noun.head.head.pos_ in {"NOUN", "PROPN"}
    return _names(noun) and not of_a_noun


def is_relative_object(token: "Token", verb: "Token") -> bool:
    """The which in "sentiment, which the opposition exploits"."""
    return token.tag_ in _RELATIVE and token.dep_ == "dobj" and token.head.i == verb.i


def still_relative(groups: list[tuple["Token", ...]]) -> bool:
    """A which, whose or when is left that stands for something outside."""
    return any(
        t.tag_ in _RELATIVE
        or t.tag_ == "WP$"
        or (len(group) == 1 and (t.tag_ == "WRB" or t.lower_ == "that"))
        for group in groups
        for t in group
    )
