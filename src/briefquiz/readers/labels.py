"""Bold at the start of a paragraph: a label, a heading in disguise, or just the first words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from briefquiz.readers import looks, marks, memo
from briefquiz.readers.decode import clean
from briefquiz.readers.pieces import MEMO, Piece

LABEL_END = re.compile(r"[.:?!]$")
STOP = re.compile(r"\s*[.:](?:\s+|$)")
MOST_MEMO_WORDS = 30
MOST_LABEL_WORDS = 8
MOST_HEADING_WORDS = 16


@dataclass(frozen=True, slots=True)
class Run:
    """Some words in one face."""

    text: str
    strong: bool = False


def piece(runs: Sequence[Run], mark: str) -> Piece | None:
    """The piece that runs of text make; `mark` is that of the list item they begin."""
    whole = _said(runs)
    if not whole:
        return None
    if memo.is_header([whole]) or (not mark and memo.LINE.match(whole) and _is_line(whole)):
        return Piece("paragraph", whole, mark=MEMO)
    bold, rest = _split(runs)
    if bold and not rest and not mark and _heads(bold):
        number, text = marks.numbered(bold)
        return Piece("heading", text.removesuffix(":"), number)
    label, text = _label(bold, rest) or ("", whole)
    inner, bare = marks.numbered(text)
    if inner and (not mark or not inner[0].isdigit()):
        return Piece("bullet", bare, inner, label)
    return Piece("bullet" if mark else "paragraph", text, mark, label)


def _is_line(whole: str) -> bool:
    return "\n" not in whole and len(whole.split()) <= MOST_MEMO_WORDS


def _said(runs: Sequence[Run]) -> str:
    text = clean("".join(run.text for run in runs))
    return "\n".join(" ".join(line.split()) for line in text.strip().split("\n"))


def _split(runs: Sequence[Run]) -> tuple[str, str]:
    """The bold words at the start, and the others."""
    shown = [run for run in runs if run.text.strip()]
    count = next((n for n, run in enumerate(shown) if not run.strong), len(shown))
    if not count:
        return "", ""
    at = runs.index(shown[count]) if count < len(shown) else len(runs)
    return _said(runs[:at]), _said(runs[at:])


def _heads(bold: str) -> bool:
    return looks.is_heading(bold.removesuffix(":"), MOST_HEADING_WORDS)


def _label(bold: str, rest: str) -> tuple[str, str] | None:
    """A run-in label and what follows it, if the bold words are one."""
    stop = STOP.match(rest)
    short = len(bold.split()) <= MOST_LABEL_WORDS
    if bold and rest and short and (stop or LABEL_END.search(bold)):
        return bold.rstrip(".:"), rest[stop.end() if stop else 0 :]
    return None


def memos(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, the lines of a memo's head as one; a lone "Re: …" is a paragraph after all."""
    out: list[Piece] = []
    for is_memo, group in groupby(pieces, key=lambda piece: piece.mark == MEMO):
        found = list(group)
        text = "\n".join(piece.text for piece in found)
        if is_memo and memo.is_header([text]):
            found = [Piece("paragraph", text, mark=MEMO)]
        elif is_memo:
            found = [Piece("paragraph", piece.text) for piece in found]
        out += found
    return out
