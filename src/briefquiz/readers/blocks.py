"""Pieces to the numbered blocks of a brief."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from briefquiz.brief import Block
from briefquiz.readers import marks, wrap
from briefquiz.readers.pieces import MEMO, Piece

# "Aluminium. In order to …": up to five words and a full stop, before a sentence.
RUN_IN = re.compile(r"(?P<label>[A-Z“\"‘][^.:?!\d]{1,50})[.:]\s+(?=[A-Z“\"‘\d])")
MOST_WORDS = 5
TITLE_CASE = re.compile(r"[A-Z][\w’'-]+(?: (?:of|and|the|for|in|on|to|&|[A-Z][\w’'-]+))+")
VERB = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|do|does|did|will|would|can|could|may|might|must|"
    r"shall|should|not|never|it|they|he|she|we|\w{3,}ed|rose|fell|grew|came|went|made|said|took)\b",
    re.IGNORECASE,
)


def folded(pieces: Iterable[Piece]) -> list[Piece]:
    """The pieces with each text on one line: wrapped words whole, note marks and footnotes gone."""
    pieces = list(pieces)
    whole = "\n".join(piece.text for piece in pieces)
    return [
        piece if piece.mark == MEMO else replace(piece, text=_one_line(piece.text, whole))
        for piece in pieces
        if not marks.FOOTNOTE.match(piece.text)
    ]


def _one_line(text: str, whole: str) -> str:
    return marks.without_notes(wrap.joined(text.split("\n"), whole)).strip()


def numbered(pieces: Sequence[Piece]) -> tuple[Block, ...]:
    """Blocks with their paragraph numbers and sections; headings over nothing are left out."""
    blocks: list[Block] = []
    para, section = 1, ""
    last = max((at for at, piece in enumerate(pieces) if piece.kind != "heading"), default=-1)
    for piece in _without_labels(pieces[: last + 1]):
        if piece.kind == "heading":
            blocks.append(Block("heading", piece.text, para, section))
            section = piece.text
        else:
            blocks.append(Block(piece.kind, piece.text, para, section))
            para += 1
    return tuple(blocks)


def _without_labels(pieces: Sequence[Piece]) -> list[Piece]:
    """Take run-in labels off the items of a list or section where at least two begin with one."""
    out: list[Piece] = []
    for _, group in groupby(pieces, key=lambda piece: (piece.kind == "heading", piece.mark != "")):
        items = list(group)
        labels = [_label(piece) for piece in items]
        if sum(label > 0 for label in labels) >= 2:
            items = [
                replace(piece, text=piece.text[label:])
                for piece, label in zip(items, labels, strict=True)
            ]
        out.extend(items)
    return out


def _label(piece: Piece) -> int:
    """Where the text begins after its run-in label; 0 when it has none."""
    match = RUN_IN.match(piece.text) if piece.kind != "heading" else None
    if not match or len(match["label"].split()) > MOST_WORDS or VERB.search(match["label"]):
        return 0
    # In a paragraph that is no list item only a label in title case is told from a sentence.
    return match.end() if piece.mark or TITLE_CASE.fullmatch(match["label"]) else 0
