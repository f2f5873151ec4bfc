"""Causal arguments: cause, effect, purpose, response, condition, concession."""

from collections.abc import Iterator

from briefquiz.facts.causes import across, beside, caused, effects, joined, traced
from briefquiz.facts.causes.fact import CauseFact
from briefquiz.facts.causes.sound import is_sound
from briefquiz.facts.parsed import ParsedBrief

FINDERS = (joined, caused, effects, traced, beside)

__all__ = ["CauseFact", "extract"]


def extract(parsed: ParsedBrief) -> Iterator[CauseFact]:
    """Every causal argument that the brief puts in explicit words, in its order."""
    for block in parsed.blocks:
        found = (
            fact
            for sentence in block.sentences
            for finder in FINDERS
            for fact in finder.extract(block, sentence)
        )
        yield from filter(is_sound, (*found, *across.extract(block)))
