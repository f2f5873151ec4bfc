"""Where in the brief the evidence stands, and the brief cut there into stretches."""

import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from briefquiz.bank.evidence import folded
from briefquiz.brief import Brief


class Span(NamedTuple):
    """A stretch of one block: its number, and where in its text the stretch begins and ends."""

    block: int
    start: int
    end: int

    def meets(self, other: "Span") -> bool:
        """Whether the two have a letter in common."""
        return self.block == other.block and self.start < other.end and other.start < self.end


class Stretch(NamedTuple):
    """Text of a block, and the names of those whose evidence it is."""

    text: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Places:
    """The words of a brief, ready to be searched: block by block as shown, and all of them folded.

    `origins` has for each folded letter its block and its place there.
    """

    texts: tuple[str, ...]
    paras: tuple[int, ...]
    words: str
    origins: tuple[tuple[int, int], ...]

    def find(self, quote: str, para: int = 0) -> tuple[Span, ...]:
        """Where the quote stands, at best in that paragraph; nothing if it is not in the brief."""
        wanted = folded(quote)
        found: list[int] = []
        start = self.words.find(wanted) if wanted else -1
        while start >= 0:
            found.append(start)
            start = self.words.find(wanted, start + 1)
        if not found:
            return ()
        best = min(found, key=lambda at: self.paras[self.origins[at][0]] != para)
        return self._spans(best, best + len(wanted))

    def _spans(self, first: int, behind: int) -> tuple[Span, ...]:
        """The stretches of blocks that hold these folded letters."""
        (block, start), (last, end) = self.origins[first], self.origins[behind - 1]
        if block == last:
            return (Span(block, start, end + 1),)
        between = (Span(number, 0, len(self.texts[number])) for number in range(block + 1, last))
        head, tail = Span(block, start, len(self.texts[block])), Span(last, 0, end + 1)
        return (head, *between, tail)


def places(brief: Brief) -> Places:
    """The places of a brief."""
    texts = tuple(unicodedata.normalize("NFC", block.text) for block in brief.blocks)
    words: list[str] = []
    origins: list[tuple[int, int]] = []
    for number, text in enumerate(texts):
        for place, letter in enumerate(text):
            said = _folded_letter(letter)
            if said != " " or (words and words[-1] != " "):
                words.extend(said)
                origins.extend((number, place) for _ in said)
        if words and words[-1] != " ":
            words.append(" ")
            origins.append((number, max(0, len(text) - 1)))
    return Places(
        texts, tuple(block.para for block in brief.blocks), "".join(words), tuple(origins)
    )


@cache
def _folded_letter(letter: str) -> str:
    return " " if letter.isspace() else folded(letter)


def stretches(text: str, spans: Mapping[str, Iterable[tuple[int, int]]]) -> tuple[Stretch, ...]:
    """A text cut where any of the spans begins or ends; `spans` has those of each name."""
    every = [(start, end, name) for name, some in spans.items() for start, end in some]
    cuts = sorted({0, len(text), *(s for s, _, _ in every), *(e for _, e, _ in every)})
    names: list[list[str]] = [[] for _ in cuts]
    for start, end, name in every:
        for number in range(bisect_right(cuts, start) - 1, bisect_right(cuts, end) - 1):
            names[number].append(name)
    return tuple(
        Stretch(text[start:end], tuple(dict.fromkeys(names[number])))
        for number, (start, end) in enumerate(pairwise(cuts))
    )
