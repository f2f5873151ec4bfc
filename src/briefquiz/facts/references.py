"""What short names and pronouns of a brief stand for, as far as the brief itself tells."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from briefquiz.facts.actors.naming import core
from briefquiz.facts.actors.nouns import BODIES, LAWS
from briefquiz.facts.geography import capitals
from briefquiz.facts.parsed import ParsedBrief
from briefquiz.facts.printed import printed

if TYPE_CHECKING:
    from spacy.tokens import Token

INSTITUTIONS = frozenset(BODIES) | frozenset(LAWS)
_TELLS_NOTHING = frozenset({"punct", "case", "cc", "relcl"})
POINTERS = frozenset({"this", "these", "those", "such", "that"})


@dataclass(frozen=True)
class References:
    """The names of one brief: short forms with what they stand for."""

    parsed: ParsedBrief

    def of(self, tokens: Iterable["Token"]) -> dict[str, str]:
        """Each short name among the tokens → what it stands for."""
        found: dict[str, str] = {}
        for token in tokens:
            meant = self._meaning(token)
            if meant is not None:
                found.setdefault(*meant)
        return found

    def open_in(self, tokens: Iterable["Token"]) -> Iterator[str]:
        """The words among the tokens that point to something outside them, unresolved."""
        tokens = tuple(tokens)
        ids = {token.i for token in tokens}
        named = False
        for token in tokens:
            named = named or token.pos_ in {"NOUN", "PROPN"}
            if token.tag_ == "PRP" and token.dep_ != "expl" and not named:
                yield token.text
            pointing = token.lower_ in POINTERS and token.dep_ in {"det", "nsubj", "amod", "predet"}
            if pointing and token.tag_ != "WDT":
                yield printed([token, token.head]) if token.head.i in ids else token.text
            bare = _bare_definite(token)
            if bare is not None and self._meaning(bare) is None and not self._in_title(bare):
                yield f"{token.text} {bare.text}"

    @cached_property
    def _phrases(self) -> Mapping[str, tuple[tuple[int, int, str], ...]]:
        """Noun → the fuller phrases with it as head: paragraph, place, words."""
        found: dict[str, list[tuple[int, int, str]]] = {}
        for block in self.parsed.blocks:
            for token in block.doc:
                if token.pos_ in {"NOUN", "PROPN"} and _is_full(token):
                    place = (block.block.para, token.idx, printed(core(token)))
                    found.setdefault(token.lemma_.lower(), []).append(place)
        return {noun: tuple(places) for noun, places in found.items()}

    def _meaning(self, token: "Token") -> tuple[str, str] | None:
        if token.text in self.parsed.abbreviations:
            return token.text, self.parsed.abbreviations[token.text]
        if token.text in self.parsed.persons and token.text[0].isupper():
            full = self.parsed.persons[token.text]
            if token.i == 0 or token.nbor(-1).text not in full.split():
                return token.text, full
        if token.text in capitals() and token.dep_ == "nsubj" and token.ent_type_ == "GPE":
            return token.text, f"the government of {capitals()[token.text]}"
        article = next((t for t in token.lefts if t.lower_ == "the" and t.dep_ == "det"), None)
        return self._fuller(article, token) if article is not None else None

    def _fuller(self, article: "Token", noun: "Token") -> tuple[str, str] | None:
        """ "The ministry" → "the Ministry of Works": the only fuller phrase before it."""
        if _bare_definite(article) is None or noun.lemma_.lower() not in INSTITUTIONS:
            return None  # "the week", "the town": anything before may be meant
        para = next((b.block.para for b in self.parsed.blocks if b.doc is noun.doc), 0)
        before = [
            (place[0], words)
            for *place, words in self._phrases.get(noun.lemma_.lower(), ())
            if tuple(place) < (para, noun.idx)
        ]
        near = [words for at, words in before if at == para]
        meant = set(near[-1:]) or {words for _, words in before}
        if len(meant) != 1:
            return None
        return f"{article.text} {noun.text}", meant.pop()

    def _in_title(self, noun: "Token") -> bool:
        return noun.lower_[:5] in self.parsed.title_words


def _bare_definite(article: "Token") -> "Token | None":
    """The noun of a "the" that nothing tells apart."""
    noun = article.head
    if article.lower_ != "the" or article.dep_ != "det" or noun.pos_ not in {"NOUN", "PROPN"}:
        return None
    told = any(
        t.i != article.i and t.dep_ not in {"punct", "case", "cc", "relcl"} for t in noun.children
    )
    beside = noun.i + 1 < len(noun.doc) and noun.nbor(1).pos_ == "PROPN"
    named = noun.pos_ == "PROPN" and noun.ent_type_ in {"GPE", "LOC", "PERSON", "ORG"}
    if told or beside or noun.lemma_.lower() in UNIQUE or noun.text.isupper():
        return None
    return None if named and noun.lemma_.lower() not in {"council", "commission"} else noun


def _is_full(noun: "Token") -> bool:
    """A phrase with a name, an adjective or an "of" that tells which one is meant."""
    told = (t for t in noun.children if t.dep_ in {"compound", "amod", "poss", "prep", "nmod"})
    return any(t.dep_ != "prep" or t.lower_ in {"of", "for", "on"} for t in told)


# Definite nouns that need no introduction.
UNIQUE = frozenset(
    "world sun moon earth public economy weather climate internet past future present time "
    "number percentage share end start beginning north south east west media pandemic".split()
)
