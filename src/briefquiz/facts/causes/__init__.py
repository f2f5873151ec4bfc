"""Causal arguments: cause, effect, purpose, response, condition, concession."""

from collections.abc import Iterator

from briefquiz.facts.causes import across, caused, joined
from briefquiz.facts.causes.fact import CauseFact
from briefquiz.facts.parsed import ParsedBrief

__all__ = ["CauseFact", "extract"]


def extract(parsed: ParsedBrief) -> Iterator[CauseFact]:
    """Every causal argument that the brief puts in explicit words, in its order."""
    for block in parsed.blocks:
        for sentence in block.sentences:
            yield from joined.extract(block, sentence)
            yield from caused.extract(block, sentence)
        yield from across.extract(block)
