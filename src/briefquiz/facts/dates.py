"""Dates with the clause they date: when did it happen."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from briefquiz.brief import Block
from briefquiz.facts.clauses import governing_verb
from briefquiz.facts.date_mentions import find_dates
from briefquiz.facts.evidence import evidence_of
from briefquiz.facts.mentions import DateMention
from briefquiz.facts.parsed import ParsedBrief
from briefquiz.facts.reporting import Attribution, attribution_of, hedges_of
from briefquiz.quiz import Source

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

# Words that cling to a date and mean nothing without it ("only in 2002", "back in 1986").
LOOSE = frozenset({"only", "just", "back", "already", "again"})


@dataclass(frozen=True, slots=True, kw_only=True)
class DateFact:
    """A date and what it dates.

    `phrase` is the date with its preposition ("in 2014"); `verb` heads the clause it dates, or is
    None where the date hangs on a noun and so dates no clause.
    """

    kind: Literal["date"] = "date"
    block: Block
    sentence: "Span"
    span: "Span"
    mention: DateMention
    phrase: tuple["Token", ...]
    verb: "Token | None"
    attribution: Attribution | None
    hedge: str
    evidence: Source

    @property
    def answer(self) -> str:
        """The date as printed, without its preposition."""
        return self.mention.text


def extract(parsed: ParsedBrief) -> Iterator[DateFact]:
    """Every date that could answer a question: not relative ones, not those inside names."""
    for block in parsed.blocks:
        for mention in find_dates(block.block.text):
            if mention.precision == "relative" or _names_something(mention):
                continue
            span = block.doc.char_span(mention.start, mention.end, alignment_mode="expand")
            if span is None:
                continue
            phrase = _phrase(span, mention)
            verb = _dated_verb(span, phrase)
            anchor = governing_verb(span.root)
            hedges = [mention.hedge, *(hedges_of(anchor) if anchor is not None else ())]
            yield DateFact(
                block=block.block,
                sentence=span.sent,
                span=span,
                mention=mention,
                phrase=phrase,
                verb=None if mention.modifier else verb,
                attribution=attribution_of(span.root),
                hedge=", ".join(dict.fromkeys(filter(None, hedges))),
                evidence=evidence_of(block.block, span.sent, span),
            )


def _names_something(mention: DateMention) -> bool:
    """The year in "the 2025 budget" is part of a name; the day in "the April 11 meeting" is not."""
    return mention.modifier and mention.precision not in {"day", "day_month"}


def _phrase(span: "Span", mention: DateMention) -> tuple["Token", ...]:
    """The date with the preposition that stands right before it."""
    words = mention.preposition.split()
    start = span.start
    for word in reversed(words):
        if start > span.sent.start and span.doc[start - 1].lower_ == word:
            start -= 1
    if start > span.sent.start and span.doc[start - 1].lower_ in LOOSE:
        start -= 1
    return tuple(span.doc[start : span.end])


def _dated_verb(span: "Span", phrase: tuple["Token", ...]) -> "Token | None":
    """The verb that the date phrase hangs on, directly or through its preposition."""
    ids = {token.i for token in phrase}
    node = span.root
    while node.i in ids and node.head.i != node.i:
        if node.head.i not in ids:
            head = node.head
            return head if head.pos_ in {"VERB", "AUX"} else None
        node = node.head
    return None
