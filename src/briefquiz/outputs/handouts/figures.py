"""The figures that questions know, each with what it is of, in the brief's own words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from briefquiz.outputs import evidence
from briefquiz.outputs.text import MONTHS
from briefquiz.quiz import Choice, Figure, Gap, Gaps, Item, Quiz, Source, Words

CLAUSE_END = re.compile(
    r"(?:[;:](?=\s)|,\s(?:and|but|while|whereas|although|though|yet)\b|\s[–—])\s*"
)
"""Where what follows is another statement."""
LEANS = re.compile(
    r"(?:it|its|they|their|them|he|his|she|her|this|that|these|those|which|who|of)\b", re.IGNORECASE
)
"""A clause that begins so is not understood without the words before it."""
LONG = 150
"""So many letters of a sentence are shown at most, if a clause of it can stand alone."""
LINKING = {"also", "that", "has", "have", "had", "on", "in", *(name.casefold() for name in MONTHS)}
"""What may stand between an attribution and the figure, beside a date ("on 9 January that")."""


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """Figures as the brief has them, what they are of, who says so ("" if the text tells it).

    There are several where one sentence has them all.
    """

    values: tuple[str, ...]
    text: str
    attribution: str
    sources: tuple[Source, ...]


def key_figures(quiz: Quiz) -> tuple[KeyFigure, ...]:
    """The figures of a quiz, in the order of the file; those of one sentence together."""
    found: dict[str, KeyFigure] = {}
    for item in quiz.items:
        if item.kind == "number":
            for figure in _of(item):
                before = found.get(figure.text)
                found[figure.text] = _joined(before, figure) if before else figure
    return tuple(found.values())


def _joined(figure: KeyFigure, more: KeyFigure) -> KeyFigure:
    values = {value.casefold(): value for value in (*more.values, *figure.values)}
    order = dict.fromkeys(value.casefold() for value in (*figure.values, *more.values))
    return replace(figure, values=tuple(values[key] for key in order))


def _of(item: Item) -> Iterator[KeyFigure]:
    for value in filter(None, _values(item)):
        for source in item.sources:
            span = evidence.find(value, source.quote)
            if span:
                yield _figure(item, source, span)
                break
        else:  # a figure worded anew: all that proves it is shown
            if item.fact.get("value") and item.sources:
                said = _attribution(item, item.sources[0].quote)
                yield KeyFigure((value,), _ended(item.sources[0].quote), said, item.sources)


def _values(item: Item) -> Iterator[str]:
    """The figure that a fact names; without a fact, the answer, if it is in the brief's words."""
    if item.fact.get("value"):
        yield item.fact["value"]
        return
    match item.response:
        case Figure() as response if any(
            evidence.find(evidence.figure(response), source.quote) for source in item.sources
        ):
            yield evidence.figure(response)
        case Figure(answer=answer) | Choice(answer=answer) | Words(answer=answer):
            yield answer
        case Gaps(parts=parts):
            gaps = [part.answer for part in parts if isinstance(part, Gap)]
            yield from (gap for gap in gaps if any(letter.isdigit() for letter in gap))
        case _:
            return


def _figure(item: Item, source: Source, span: tuple[int, int]) -> KeyFigure:
    quote = source.quote
    start, end = span
    value = quote[start:end]
    value = value[:1].lower() + value[1:] if value[1:2].islower() else value
    clause_end = CLAUSE_END.search(quote, end)
    stop = clause_end.start() if clause_end else len(quote)
    attribution = _attribution(item, quote[:stop])
    before = quote[:start]
    if _only_says(before, item.fact.get("attribution", "")) and quote[end:stop].strip(" .,"):
        text = quote[end:stop].strip(" ,")
        return KeyFigure((value,), _ended(text), _attribution(item, text), (source,))
    begin = 0
    if stop > LONG:
        cuts = [found.end() for found in CLAUSE_END.finditer(before)]
        begin = next((cut for cut in cuts if not LEANS.match(quote[cut:])), 0)
        attribution = _attribution(item, quote[begin:stop])
    return KeyFigure((value,), _ended(quote[begin:stop]), attribution, (source,))


def _only_says(before: str, attribution: str) -> bool:
    """Whether all that stands before a figure is who gives it."""
    words, said = _words(before), _words(attribution)
    if not words or not said:
        return not words
    rest = [word for word in words if word not in said]
    leads_on = before.rstrip().endswith((",", "that", ":"))
    linking = all(word in LINKING or word.isdigit() for word in rest)
    return leads_on and linking and set(said) <= set(words)


def _attribution(item: Item, shown: str) -> str:
    """Who says so, unless the words shown tell it."""
    said = item.fact.get("attribution", "")
    return "" if set(_words(said)) <= set(_words(shown)) else said


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.casefold())


def _ended(text: str) -> str:
    """A piece of a sentence without the white space and the mark at its end."""
    return " ".join(text.split()).rstrip(".,;:")
