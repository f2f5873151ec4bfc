"""The words of the brief that prove a fact."""

from typing import TYPE_CHECKING

from briefquiz.brief import Block
from briefquiz.quiz import Source

if TYPE_CHECKING:
    from spacy.tokens import Span

LONGEST = 60  # words


def evidence_of(block: Block, sentence: "Span", span: "Span") -> Source:
    """The sentence of a span; of a sentence over 60 words, the part round it, cut at commas."""
    text = block.text[sentence.start_char : sentence.end_char]
    if len(text.split()) <= LONGEST:
        return Source(text.strip(), block.para)
    start, end = max(sentence.start, span.start - 28), min(sentence.end, span.end + 28)
    while start < span.start and sentence.doc[start - 1].text not in {",", ";", ":", "–", "—"}:
        start += 1
    if start == span.start:
        start = max(sentence.start, span.start - 20)
    return Source(sentence.doc[start:end].text.strip(), block.para)


def across(block: Block, first: "Span", second: "Span") -> Source:
    """Two sentences that follow each other; only the second if both are over 60 words."""
    text = block.text[first.start_char : second.end_char].strip()
    if len(text.split()) <= LONGEST:
        return Source(text, block.para)
    return Source(second.text.strip(), block.para)
