"""Dates with the clause they date: when did it happen."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from briefquiz.brief import Block
from briefquiz.facts.clauses import governing_verb
from briefquiz.facts.date_mentions import find_dates
from briefquiz.facts.evidence import across, evidence_of
from briefquiz.facts.mentions import DateMention
from briefquiz.facts.parsed import ParsedBlock, ParsedBrief
from briefquiz.facts.reporting import Attribution, attribution_of, hedges_of
from briefquiz.quiz import Source

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

LABEL = 8  # tokens of a date that stands alone before what happened then
# What a year before it dates, where before other nouns it is part of a name ("the 2025 budget").
EVENTS = (
    "agreement treaty compact accord pact protocol convention declaration constitution war "
    "invasion coup revolution uprising election referendum crisis pandemic earthquake flood "
    "hurricane typhoon drought famine summit ceasefire truce massacre genocide attack census "
    "survey study merger protest strike assassination independence annexation reform"
).split()
# Before the date that something is compared with.
_COMPARED = re.compile(r"\b(?:compared|in comparison) (?:with|to)\s(?:in\s)?$")
_EVENT = re.compile(rf"\s(?:[\w’'-]+\s){{0,2}}?(?:{'|'.join(EVENTS)})s?\b", re.IGNORECASE)
NOT_IN_NAMES = frozenset({"day", "day_month", "month", "quarter", "half", "season"})
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
            text = block.block.text
            if mention.precision == "relative" or _names_something(mention, text):
                continue
            if _COMPARED.search(text[: mention.start]):
                continue  # "a rise of 15% compared with 2018": what it dates is not told
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
                evidence=_evidence(block, span),
            )


def _names_something(mention: DateMention, text: str) -> bool:
    """The year in "the 2025 budget" is part of a name; not so the year in "a 2012 speech"."""
    if not mention.modifier or mention.precision in NOT_IN_NAMES:
        return False
    if re.search(r"\ban?\s$", text[: mention.start], re.IGNORECASE):
        return False
    return _EVENT.match(text, mention.end) is None


def _evidence(block: ParsedBlock, span: "Span") -> Source:
    """The sentence of a date; a label such as "Monday 7 September." with what it stands before."""
    after = span.sent.end
    has_verb = any(token.pos_ in {"VERB", "AUX"} for token in span.sent)
    if has_verb or after >= len(block.doc) or len(span.sent) > LABEL:
        return evidence_of(block.block, span.sent, span)
    return across(block.block, span.sent, block.doc[after].sent)


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
