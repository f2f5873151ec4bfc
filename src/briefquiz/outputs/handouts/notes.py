"""The words of the brief that prove what a sheet says, each quoted once and numbered in order."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefquiz.quiz import Source

NO_PARAGRAPH = 10**6
"""Where a quote stands whose paragraph is not known: last."""


@dataclass(frozen=True, slots=True)
class Notes:
    """The quotes in the order of their numbers, from 1; and the number of each source."""

    quotes: tuple[Source, ...]
    numbers: Mapping[Source, int]

    def of(self, sources: Iterable[Source]) -> str:
        """The numbers of some sources, as they stand behind what they prove: "3", "3,5"."""
        found = sorted({self.numbers[source] for source in sources if source in self.numbers})
        return ",".join(map(str, found))


def numbered(sources: Sequence[Source]) -> Notes:
    """All these sources as notes, in the order of the brief; one inside another is no own note."""
    given = [source for source in dict.fromkeys(sources) if source.quote.strip()]
    kept = [source for source in given if not any(_inside(source, other) for other in given)]
    kept.sort(key=lambda source: source.para or NO_PARAGRAPH)
    numbers = {source: place for place, source in enumerate(kept, 1)}
    holders = {
        source: numbers[next(other for other in kept if _inside(source, other))]
        for source in given
        if source not in numbers
    }
    return Notes(tuple(kept), numbers | holders)


def _inside(source: Source, other: Source) -> bool:
    """Whether another quote of the same paragraph has all of this one and more."""
    if source == other or (source.para and other.para and source.para != other.para):
        return False
    inner, outer = _plain(source.quote), _plain(other.quote)
    if inner == outer:  # the same words twice: those with a paragraph count
        return (bool(other.para), other.quote) > (bool(source.para), source.quote)
    return inner in outer


def _plain(quote: str) -> str:
    return " ".join(quote.split()).rstrip(".")


def used(*groups: Iterable[Sequence[Source]]) -> Iterator[Source]:
    """All sources of things that a sheet says."""
    for group in groups:
        for sources in group:
            yield from sources
