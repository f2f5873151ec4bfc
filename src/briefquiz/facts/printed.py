"""Tokens as text."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token


def joined(tokens: Iterable["Token"]) -> str:
    """Tokens as printed, without white space at either end.

    Where something was left out between two words, a space stands; a lone comma comes back.
    """
    text, last = "", None
    for token in tokens:
        if last is not None and token.i != last.i + 1:
            text = text.rstrip()
            lone = token.i == last.i + 2 and token.nbor(-1).text == ","
            text += ", " if lone else "" if token.is_punct and token.text in ",.;:)" else " "
        text += token.text_with_ws
        last = token
    return text.strip()


def printed(tokens: Iterable["Token"]) -> str:
    """The same, without punctuation hanging on either end."""
    return joined(tokens).strip(" ,;:–—.")
