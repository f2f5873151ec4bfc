"""What a question points to, put before it: the sentence or clause right before, as printed.

Measured on real prose: of completions with a bare definite, 9 of 14 were acceptable with the
sentence before in front of them, 2 of 21 without.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from briefquiz.facts.clauses import clause_of
from briefquiz.facts.parsed import ParsedBrief
from briefquiz.questions.drafting.candidate import Candidate
from briefquiz.questions.drafting.clozes import without_opener
from briefquiz.questions.drafting.inversion import statement

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

LONGEST = 32  # words of what is put before
LEANS = "leans on the words before it, which stand in front: is it clear?"


def with_context(candidate: Candidate, parsed: ParsedBrief) -> Candidate | None:
    """The candidate with what it points to in front; None where nothing fits.

    In front stands the clause that the verb is joined to, else the sentence before in the same
    paragraph, cut down if it is long; never one that holds the answer.
    """
    answer = candidate.answer.casefold()
    fits = (
        (text, tokens)
        for text, tokens in _before(candidate, parsed)
        if len(text.split()) <= LONGEST and answer not in text.casefold()
    )
    text, tokens = next(fits, ("", ()))
    if not text:
        return None
    return replace(
        candidate,
        rule=f"{candidate.rule}-in-context",
        prompt=f"{text} {candidate.prompt}",
        statement="",
        event="",
        stem=tokens,
        doubts=(LEANS,),
    )


def _before(candidate: Candidate, parsed: ParsedBrief) -> "Iterator[tuple[str, tuple[Token, ...]]]":
    clause = candidate.clause
    if clause is not None and clause.verb.dep_ == "conj":
        first = clause_of(clause.verb.head)
        if first is not None:
            yield statement(first, parsed.names), first.tokens
    sentence = _sentence_before(candidate, parsed)
    if sentence is not None and any(t.tag_ in {"VBD", "VBZ", "VBP", "MD"} for t in sentence):
        yield without_opener(sentence.text), tuple(sentence)
        short = clause_of(sentence.root)
        if short is not None:
            yield statement(short, parsed.names), short.tokens


def _sentence_before(candidate: Candidate, parsed: ParsedBrief) -> "Span | None":
    for block in parsed.blocks:
        if block.block.para != candidate.fact.block.para:
            continue
        for before, sentence in zip(block.sentences, block.sentences[1:], strict=False):
            if sentence.start_char == candidate.fact.sentence.start_char:
                return before
    return None
