"""A brief with its prose parsed: what the extractors read."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from briefquiz.brief import Block, Brief

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span


@dataclass(frozen=True)
class ParsedBlock:
    """One block of prose and its parse; the parse's text is the block's text."""

    block: Block
    doc: "Doc"

    @cached_property
    def sentences(self) -> tuple["Span", ...]:
        """The sentences in order, each with its parse."""
        return tuple(self.doc.sents)


@dataclass(frozen=True)
class ParsedBrief:
    """A brief and the parses of its blocks of prose, in order."""

    brief: Brief
    blocks: tuple[ParsedBlock, ...]

    def sentences(self) -> Iterator[tuple[ParsedBlock, "Span"]]:
        """Every sentence with the block it stands in."""
        for block in self.blocks:
            for sentence in block.sentences:
                yield block, sentence

    @cached_property
    def names(self) -> frozenset[str]:
        """Words that stand capitalised inside some sentence: they keep their capital everywhere."""
        return frozenset(
            token.text
            for _, sentence in self.sentences()
            for token in sentence
            if token.i > sentence.start
            and token.text[:1].isupper()
            and not (token.i > 0 and token.nbor(-1).text in '“"‘(:—–')
        )

    @cached_property
    def title_words(self) -> frozenset[str]:
        """Content words of the title, folded to their first five letters."""
        return frozenset(
            word[:5].casefold()
            for word in self.brief.title.replace("-", " ").split()
            if len(word.strip(".,:;()’'")) >= 5
        )
