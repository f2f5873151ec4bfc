"""The parsers, loaded only when a brief has been read."""

import dataclasses
import functools
import gc
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from briefquiz.errors import BriefquizError, Problem

if TYPE_CHECKING:
    from briefquiz.brief import Brief
    from briefquiz.facts.parsed import ParsedBrief
    from briefquiz.nlp import Parsers


@functools.cache
def _parsers() -> "Parsers":
    """Both parsers, loaded when the first brief has been read and needs them."""
    from briefquiz import nlp

    try:
        loaded = nlp.load()
    except OSError as error:
        raise BriefquizError([Problem("briefquiz", f"cannot load its parser: {error}")]) from None
    gc.freeze()  # a million objects that stay to the end need not be looked through again
    return loaded


def parse(brief: "Brief") -> "Sequence[ParsedBrief]":
    """A brief as each parser reads it. Raises BriefquizError if a parser is missing."""
    return _parsers().both(brief)


def parse_as(title: str, published: str) -> "Callable[[Brief], Sequence[ParsedBrief]]":
    """The same of a brief whose title and date are said, where they are."""

    def parse_it(brief: "Brief") -> "Sequence[ParsedBrief]":
        return parse(
            dataclasses.replace(
                brief, title=title or brief.title, published=published or brief.published
            )
        )

    return parse_it
