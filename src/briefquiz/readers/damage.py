"""Text that a broken font or encoding has damaged: such a sentence is left out, not guessed at."""

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from briefquiz.readers.pieces import Piece

# Letters that could not be decoded, private ones of a font, and accents printed by themselves,
# which is what old fonts make of "fi" and "ff".
DAMAGED = re.compile(
    "[\ufffd-\uffff\ue000-\uf8ff\U000f0000-\U0010ffff]|[A-Za-z][\u02c6-\u02df\u00af\u00b8](?=[a-z])|"
    "(?<![^\\s(“‘])[\u02c6-\u02df](?=[a-z])|\\(cid:\\d+\\)"
)
SENTENCE = re.compile(r"(?<=[.!?])[”\"’')\]]*\s+(?=[“\"‘'(]*[A-Z0-9])")


def mended(pieces: Iterable[Piece]) -> list[Piece]:
    """The pieces without the sentences that hold damaged letters."""
    out = []
    for piece in pieces:
        if not DAMAGED.search(piece.text):
            out.append(piece)
        elif kept := _whole_sentences(piece.text):
            out.append(replace(piece, text=kept))
    return out


def is_damaged(text: str) -> bool:
    """Whether a letter of it could not be told."""
    return DAMAGED.search(text) is not None


def _whole_sentences(text: str) -> str:
    starts = [0, *(match.end() for match in SENTENCE.finditer(text)), len(text)]
    sentences = (text[a:b] for a, b in pairwise(starts))
    return "".join(sentence for sentence in sentences if not DAMAGED.search(sentence)).strip()
