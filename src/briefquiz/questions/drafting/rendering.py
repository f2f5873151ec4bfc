"""Tokens and words back into a line of text."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from spacy.tokens import Token

Part: TypeAlias = "Token | str"

NAMED = frozenset({"PERSON", "NORP", "FAC", "ORG", "GPE", "LOC", "PRODUCT", "EVENT", "LAW"})
BEFORE_A_START = frozenset({":", ",", ";", "–", "—"})
"""After these a sentence may begin inside a sentence: "One doubt remains: A miller said …"."""
_NO_SPACE_BEFORE = re.compile(r"\s+([,.;:!?%)\]”]|’s\b|'s\b|n’t\b|n't\b)")
_NO_SPACE_AFTER = re.compile(r"([(\[“‘])\s+")
_DOUBLED = re.compile(r"([,;:])(\s*[,;:])+")


def render(parts: Sequence[Part]) -> str:
    """The parts as text: tokens keep their own white space where nothing was taken out.

    A string stands as it is, with a space on either side. Doubled commas and spaces left behind
    by what was dropped are mended; an empty sequence gives "".
    """
    out: list[str] = []
    for place, part in enumerate(parts):
        following = parts[place + 1] if place + 1 < len(parts) else None
        if isinstance(part, str):
            out.append(part + " ")
        elif isinstance(following, str) or following is None or following.i != part.i + 1:
            out.append(part.text + ("" if _glued(part, following) else " "))
        else:
            out.append(part.text_with_ws)
    text = "".join(out)
    text = _NO_SPACE_BEFORE.sub(r"\1", text)
    text = _NO_SPACE_AFTER.sub(r"\1", text)
    text = _DOUBLED.sub(r"\1", text)
    return re.sub(r"\s{2,}", " ", text).strip(" ,;:–—")


def _glued(token: "Token", following: "Part | None") -> bool:
    """A currency sign stays with its number even when the words between were replaced."""
    return isinstance(following, str) and following.startswith("____") and token.is_currency


def capitalised(text: str) -> str:
    """The text with its first letter as a capital; opening marks and digits are left alone."""
    for place, letter in enumerate(text):
        if letter.isalpha():
            return text[:place] + letter.upper() + text[place + 1 :]
        if letter.isdigit():
            return text
    return text


def lowered(tokens: Sequence["Token"], names: frozenset[str]) -> list[Part]:
    """Tokens for the middle of a sentence: the first one loses a capital it only had at the start.

    `names` are the words that stand capitalised inside some sentence of the brief.
    """
    if not tokens:
        return []
    first = tokens[0]
    starts = first.i == first.sent.start or (
        first.i > 0 and first.nbor(-1).text in "“\"‘'(" and first.i - 1 == first.sent.start
    )
    begins = starts or (first.i > 0 and first.nbor(-1).text in BEFORE_A_START)
    if not begins or not first.text[:1].isupper() or _keeps_capital(first, names):
        return list(tokens)
    return [first.text[:1].lower() + first.text[1:], *tokens[1:]]


def _keeps_capital(token: "Token", names: frozenset[str]) -> bool:
    if token.text == "I":
        return True
    if token.tag_ in {"DT", "IN", "PRP", "PRP$", "CC", "EX", "WDT", "WP", "WRB", "TO"}:
        return False
    if token.text in names:
        return True
    if len(token.text) > 1 and (token.text[1:] != token.text[1:].lower() or "." in token.text):
        return True  # an acronym, U.S., McGrath
    return token.tag_ != "CD" and (token.pos_ == "PROPN" or token.ent_type_ in NAMED)
