"""Arguments joined to chains: the effect of one is the cause of the next."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefquiz.facts.causes.fact import CauseFact

if TYPE_CHECKING:
    from spacy.tokens import Token

ENOUGH = 0.6  # of the content words of the shorter side
FEWEST = 2


def links(facts: Sequence[CauseFact]) -> dict[int, int]:
    """Index of an argument → index of one that goes on where it ends, the next in the brief."""
    sides = [(_content(fact, fact.cause), _content(fact, fact.effect)) for fact in facts]
    found: dict[int, int] = {}
    for one, (_, effect) in enumerate(sides):
        for other in (*range(one + 1, len(facts)), *range(one)):
            conceded = "concession" in {facts[one].relation, facts[other].relation}
            if conceded:
                continue
            if other != one and found.get(other) != one and _same(effect, sides[other][0]):
                found[one] = other
                break
    return found


def _same(effect: frozenset[str], cause: frozenset[str]) -> bool:
    shorter = min(len(effect), len(cause))
    return shorter >= FEWEST and len(effect & cause) >= ENOUGH * shorter


def _content(fact: CauseFact, side: str) -> frozenset[str]:
    """Lemmas of the nouns, verbs and adjectives of a side."""
    words = set(side.replace("’", "'").lower().split())
    sentences = (fact.sentence, *((fact.before,) if fact.before is not None else ()))
    return frozenset(
        token.lemma_.lower()
        for sentence in sentences
        for token in sentence
        if token.pos_ in {"NOUN", "PROPN", "VERB", "ADJ"} and _stands_in(token, words)
    )


def _stands_in(token: "Token", words: set[str]) -> bool:
    return any(word.strip("“”\"'(),.;:") == token.lower_ for word in words)
