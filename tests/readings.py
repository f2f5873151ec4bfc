"""Briefs of a few sentences of our own, as the two parsers read them."""

from collections.abc import Iterable

import pytest

from briefquiz.brief import Block, Brief
from briefquiz.facts.parsed import ParsedBrief
from briefquiz.nlp import Parsers


def brief_of(*paragraphs: str, title: str = "A brief", published: str = "") -> Brief:
    """A brief of paragraphs as they stand."""
    blocks = tuple(Block("paragraph", text, para) for para, text in enumerate(paragraphs, 1))
    return Brief(name="brief", title=title, blocks=blocks, published=published)


def read(parsers: Parsers, *paragraphs: str, title: str = "A brief") -> tuple[ParsedBrief, ...]:
    """The paragraphs as both parsers read them, the small one first."""
    return parsers.both(brief_of(*paragraphs, title=title))


def rows(table: Iterable[tuple[str, str]], misses: dict[str, str]) -> list[object]:
    """Entry and example of a table of words as cases; `misses` are known to fail, and why."""
    return [
        pytest.param(
            word,
            example,
            id=word,
            marks=[pytest.mark.xfail(reason=misses[word])] if word in misses else [],
        )
        for word, example in table
    ]
