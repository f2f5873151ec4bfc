"""Where in a quote the answer stands."""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple, TypeAlias, assert_never

from briefquiz.quiz import (
    Choice,
    Choices,
    Essay,
    Figure,
    Gap,
    Gaps,
    Item,
    Pairs,
    Response,
    Sequence,
    Source,
    TrueFalse,
    Words,
)

Wanted: TypeAlias = tuple[tuple[str, ...], ...]
"""Things to mark; of each, its forms, best first."""


class Piece(NamedTuple):
    """A stretch of a quote, marked or not."""

    text: str
    marked: bool


def goes_before(unit: str) -> bool:
    """Whether a unit stands before its figure: a currency sign does, anything else follows."""
    return len(unit) == 1 and unicodedata.category(unit) == "Sc"


def figure(response: Figure) -> str:
    """The figure with its unit."""
    if not response.unit:
        return response.answer
    if goes_before(response.unit):
        return response.unit + response.answer
    return f"{response.answer} {response.unit}"


def wanted(response: Response) -> Wanted:
    """What a quote should show marked, so that the reader sees the proof at once."""
    match response:
        case Choice(answer=answer):
            return ((answer,),)
        case Choices(answers=answers):
            return tuple((answer,) for answer in answers)
        case Words(answer=answer, accept=accept):
            return ((answer, *accept),)
        case Figure(answer=answer, accept=accept):
            return ((figure(response), answer, *accept),)
        case Gaps(parts=parts):
            return tuple((part.answer,) for part in parts if isinstance(part, Gap))
        case Pairs(pairs=pairs):
            return tuple((right, left) for left, right in pairs)
        case Sequence(items=items):
            return tuple((item,) for item in items)
        case Essay(model=model):
            return ((model,),)
        case TrueFalse():
            return ()  # the word "true" in a quote would prove nothing
        case _:
            assert_never(response)


def find(form: str, quote: str) -> tuple[int, int] | None:
    """Start and end of the form in the quote: whole words, white space and first letter alike.

    A full stop that ends the form need not be in the quote.
    """
    words = form.strip().rstrip(".").split()
    if not words:
        return None
    first, rest = words[0][0], words[0][1:]
    either = f"[{re.escape(first.lower())}{re.escape(first.upper())}]"
    body = r"\s+".join([either + re.escape(rest), *map(re.escape, words[1:])])
    found = re.search(rf"(?<!\w)(?<!\d[.,]){body}(?!\w|[.,]\d)", quote)
    return found.span() if found else None


def pieces(quote: str, wanted: Wanted) -> tuple[Piece, ...]:
    """The quote cut into marked and unmarked stretches; nothing marked if nothing is found."""
    return tuple(_cut(quote, _spans(quote, wanted)))


def _spans(quote: str, wanted: Wanted) -> list[tuple[int, int]]:
    found = []
    for forms in wanted:
        spans = (find(form, quote) for form in forms)
        span = next((span for span in spans if span), None)
        if span:
            found.append(span)
    return sorted(found)


def _cut(quote: str, spans: list[tuple[int, int]]) -> Iterator[Piece]:
    at = 0
    for start, end in spans:
        if start < at:  # inside an earlier mark
            continue
        if start > at:
            yield Piece(quote[at:start], False)
        yield Piece(quote[start:end], True)
        at = end
    if at < len(quote):
        yield Piece(quote[at:], False)


def telling(item: Item, *texts: str) -> tuple[Source, ...]:
    """The item's sources that name one of the texts; all of them if none does."""
    named = tuple(
        source
        for source in item.sources
        if any(text.casefold() in source.quote.casefold() for text in texts)
    )
    return named or item.sources
