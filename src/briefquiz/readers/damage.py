"""Text that a broken font or encoding has damaged: such a sentence is left out, not guessed at."""

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from briefquiz.readers.pieces import Piece

UNTOLD = "\ufffd"
"""Stands for what could not be read, in a sentence that is therefore left out."""
# Letters that could not be decoded, private ones of a font, and accents printed by themselves,
# which is what old fonts make of "fi" and "ff".
DAMAGED = re.compile(
    "[\ufffd-\uffff\ue000-\uf8ff\U000f0000-\U0010ffff]|[A-Za-z][\u02c6-\u02df\u00af\u00b8](?=[a-z])|"
    "(?<![^\\s(“‘])[\u02c6-\u02df](?=[a-z])|\\(cid:\\d+\\)"
)
SENTENCE = re.compile(r"(?<=[.!?])[”\"’')\]]*\s+(?=[“\"‘'(]*[A-Z0-9])")


def mended(pieces: Iterable[Piece]) -> tuple[list[Piece], int]:
    """The pieces without the sentences that hold damaged letters, and how many these were."""
    out, left_out = [], 0
    for piece in pieces:
        whole, damaged = _sentences(piece.text) if is_damaged(piece.text) else (piece.text, 0)
        left_out += damaged
        if whole:
            out.append(replace(piece, text=whole))
    return out, left_out


def is_damaged(text: str) -> bool:
    """Whether a letter of it could not be told."""
    return DAMAGED.search(text) is not None


def _sentences(text: str) -> tuple[str, int]:
    """The whole sentences, and the number of the others."""
    starts = [0, *(match.end() for match in SENTENCE.finditer(text)), len(text)]
    sentences = [text[a:b] for a, b in pairwise(starts)]
    whole = [sentence for sentence in sentences if not is_damaged(sentence)]
    return "".join(whole).strip(), len(sentences) - len(whole)
