"""Numbers with what they count or measure: how many, how much, what share, of what."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from briefquiz.brief import Block
from briefquiz.facts.amount_mentions import find_amounts
from briefquiz.facts.clauses import governing_verb
from briefquiz.facts.date_mentions import find_dates
from briefquiz.facts.evidence import evidence_of
from briefquiz.facts.mentions import AmountMention
from briefquiz.facts.parsed import ParsedBrief
from briefquiz.facts.reporting import Attribution, attribution_of, hedges_of
from briefquiz.quiz import Source

if TYPE_CHECKING:
    from spacy.tokens import Span, Token


KNOWN = 60  # a group up to this size may be known by its number


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberFact:
    """An amount and where it stands.

    `counted` is the noun it counts ("Kazakhs" of "1.4 million Kazakhs"), None for an amount that
    stands for itself (money, a share). `shared` is the noun that a bare number takes over from the
    clause before ("a million people live in camps, and up to 3 million may be hurt"). `head` is
    the word by which the amount hangs in the sentence: the noun counted, or its own last word.
    """

    kind: Literal["number"] = "number"
    block: Block
    sentence: "Span"
    span: "Span"
    mention: AmountMention
    counted: "Token | None"
    shared: "Token | None"
    head: "Token"
    verb: "Token | None"
    attribution: Attribution | None
    hedge: str
    evidence: Source

    @property
    def answer(self) -> str:
        """The amount as printed, with its hedge and unit."""
        return self.mention.text


def extract(parsed: ParsedBrief) -> Iterator[NumberFact]:
    """Every amount that could answer a question."""
    for block in parsed.blocks:
        text = block.block.text
        for mention in find_amounts(text, find_dates(text)):
            span = block.doc.char_span(mention.start, mention.end, alignment_mode="expand")
            if span is None:
                continue
            if _part_of_a_name(span, mention):
                continue
            counted = _counted(span) if mention.unit_kind == "count" else None
            head = counted if counted is not None else span.root
            shared = (
                _shared_noun(span) if counted is None and mention.unit_kind == "count" else None
            )
            verb = governing_verb(head)
            hedges = [mention.hedge, *(hedges_of(verb) if verb is not None else ())]
            yield NumberFact(
                block=block.block,
                sentence=span.sent,
                span=span,
                mention=mention,
                counted=counted,
                shared=shared,
                head=head,
                verb=verb,
                attribution=attribution_of(head),
                hedge=", ".join(dict.fromkeys(filter(None, hedges))),
                evidence=evidence_of(block.block, span.sent, span),
            )


def _part_of_a_name(span: "Span", mention: AmountMention) -> bool:
    """ "Five Eyes", "the 747", "the 50 states", "15 Marine Unit", a "30-mm gun": known things."""
    first = span[0]
    if mention.unit_kind == "measure" and "-" in mention.text and mention.text[0].isdigit():
        return True
    if mention.unit_kind != "count" or mention.hedge or mention.unit:
        return False
    before = first.nbor(-1) if first.i > first.sent.start else None
    known = before is not None and before.lower_ in {"the", "these", "those", "both"}
    if known and not _is_large(mention):
        return True
    if before is not None and first.is_alpha and first.is_title:
        return True
    noun = _counted(span)
    return noun is not None and noun.tag_ in {"NN", "NNP"} and mention.value not in {"1", ""}


def _is_large(mention: AmountMention) -> bool:
    """ "The 393 hospitals that applied" tells a number; "the 50 states" does not."""
    return bool(mention.value) and Decimal(mention.value) > KNOWN


def _shared_noun(span: "Span") -> "Token | None":
    """The noun that a number before counts, for a bare number that is a subject of its own."""
    after = span.end < span.sent.end and span.doc[span.end].dep_ in {"aux", "auxpass"}
    if not after:
        return None
    nouns = [
        token.head
        for token in span.sent
        if token.i < span.start and token.dep_ == "nummod" and token.head.pos_ in {"NOUN", "PROPN"}
    ]
    return nouns[-1] if nouns and nouns[-1].tag_ in {"NNS", "NNPS"} else None


def _counted(span: "Span") -> "Token | None":
    """The noun right of a count that the count modifies."""
    head = span.root
    while head.i < span.end and head.head.i != head.i:
        if head.dep_ not in {"nummod", "quantmod", "compound", "amod", "nmod", "advmod"}:
            return None
        head = head.head
        if head.i >= span.end:
            return head if head.pos_ in {"NOUN", "PROPN"} else None
    return None
