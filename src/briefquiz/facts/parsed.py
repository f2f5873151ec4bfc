"""A brief with its prose parsed: what the extractors read."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from briefquiz.brief import Block, Brief
from briefquiz.facts.abbreviations import explained

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span


PLACES = frozenset({"GPE", "NORP", "LOC"})
"""spaCy's labels of places and peoples."""
# Little words of titles, as far as the fold keeps them.
STOP = frozenset("the and for with from its their are has have how why what that this over".split())


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
        """Words that stand capitalised inside some sentence and nowhere without a capital."""
        inside = [
            token
            for _, sentence in self.sentences()
            for token in sentence
            if token.i > sentence.start and token.nbor(-1).text not in '“"‘(:—–'
        ]
        lower = {token.text for token in inside if token.text[:1].islower()}
        capital = {token.text for token in inside if token.text[:1].isupper()}
        return frozenset(word for word in capital if word[0].lower() + word[1:] not in lower)

    @cached_property
    def abbreviations(self) -> Mapping[str, str]:
        """Short form → long form, as the brief or one of its headings explains it in brackets."""
        return explained(block.text for block in self.brief.blocks)

    @cached_property
    def named(self) -> Mapping[str, Counter[str]]:
        """Label ("GPE", "ORG") → how often each name stands, without its "the"."""
        found: dict[str, Counter[str]] = defaultdict(Counter)
        for block in self.blocks:
            for entity in block.doc.ents:
                found[entity.label_][entity.text.removeprefix("the ").removeprefix("The ")] += 1
        return found

    @cached_property
    def persons(self) -> Mapping[str, str]:
        """Surname → full name, where one person of the brief has it."""
        full: dict[str, set[str]] = defaultdict(set)
        for block in self.blocks:
            for entity in block.doc.ents:
                if entity.label_ == "PERSON" and len(entity) in {2, 3} and entity.text.istitle():
                    full[entity[-1].text].add(entity.text)
        return {short: names.pop() for short, names in full.items() if len(names) == 1}

    @cached_property
    def title_names(self) -> bool:
        """The title names somebody or some place that the brief writes about."""
        title = self.brief.title
        return any(
            entity.text in title
            for block in self.blocks
            for entity in block.doc.ents
            if entity.label_ in {"GPE", "NORP", "ORG", "PERSON", "LOC"} and len(entity.text) > 2
        )

    @cached_property
    def title_has_place(self) -> bool:
        """The title names a place or a people; or something that no tagger knows, perhaps one."""
        title = self.brief.title
        if any(name in title for label in PLACES for name in self.named[label]):
            return True
        known = {word for names in self.named.values() for name in names for word in name.split()}
        return bool(set(re.findall(r"[A-Z][a-z]{3,}", title)) & self.names - known)

    @cached_property
    def title_words(self) -> frozenset[str]:
        """Words of the title of three letters or more, folded to their first five letters."""
        words = re.findall(r"[^\W\d_]{3,}", self.brief.title.casefold())
        return frozenset(word[:5] for word in words) - STOP
