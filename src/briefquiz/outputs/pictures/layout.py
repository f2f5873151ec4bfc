"""Where labels go: how wide text is, where its lines break, how labels keep apart.

One unit of a drawing is a millimetre where it is printed at its natural size. Only sums and
quotients are used, so that every machine places everything alike.
"""

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

ADVANCES = (
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
    *(556,) * 10, 278, 278, 584, 584, 584, 556, 1015,
    667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722,
    667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333,
    556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333,
    500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
)  # fmt: skip
"""Widths of Arial's letters from the space on, in thousandths of the size of type."""
OTHER, WIDE_LETTER, WIDE_FROM = 600, 1000, 0x2E80
WIDEST_FALLBACK = 1.14
"""The widest typeface in its stead (DejaVu Sans) is so much wider: it is reckoned with."""
BOLD = 1.07
LEAD = 1.22
"""Height of a line, in sizes of type."""


def width(text: str, size: float, *, weight: float = 1.0) -> float:
    """How much room a text needs at most; `weight` is `BOLD` for bold type."""
    return _advances(text) / 1000 * size * WIDEST_FALLBACK * weight


@lru_cache(maxsize=4096)
def _advances(text: str) -> int:
    """Remembered: the same lines are tried in room after room."""
    return sum(map(_advance, text))


def _advance(letter: str) -> int:
    place = ord(letter) - 32
    if 0 <= place < len(ADVANCES):
        return ADVANCES[place]
    return WIDE_LETTER if ord(letter) >= WIDE_FROM else OTHER


def wrap(text: str, size: float, room: float) -> list[str]:
    """The text in the fewest lines that fit the room, and those as even as can be.

    A word that is wider than the room is cut.
    """
    words = [piece for word in text.split() for piece in _pieces(word, size, room)]
    best = _filled(words, size, room)
    narrower = room
    while narrower > room / 2:
        narrower -= 0.5
        lines = _filled(words, size, narrower)
        if len(lines) > len(best) or any(width(line, size) > narrower for line in lines):
            break
        best = lines
    return best


def _pieces(word: str, size: float, room: float) -> list[str]:
    """The word, cut where it would run out of the room."""
    pieces = [""]
    for letter in word:
        if pieces[-1] and width(pieces[-1] + letter, size) > room:
            pieces.append("")
        pieces[-1] += letter
    return pieces


def _filled(words: Sequence[str], size: float, room: float) -> list[str]:
    lines: list[str] = []
    for word in words:
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width(longer, size) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def cut(text: str, size: float, room: float) -> str:
    """The text, or as much of it as fits the room, with an ellipsis."""
    kept = text
    while kept and width(kept + "…" * (kept != text), size) > room:
        kept = kept[:-1]
    return kept if kept == text else f"{kept.rstrip()}…"


def spread(
    wanted: Sequence[float],
    sizes: Sequence[float],
    gap: float,
    room: tuple[float, float] | None = None,
) -> list[float]:
    """Centres as near to the wanted ones as can be (least squares), in order and not overlapping.

    With `room`, all stay inside it as far as they fit. Neighbours that would overlap are pooled
    and take the mean of what they want (pool adjacent violators).
    """
    offsets = [0.0]
    for before, after in pairwise(sizes):
        offsets.append(offsets[-1] + before / 2 + gap + after / 2)
    pools: list[tuple[float, int]] = []
    for want, offset in zip(wanted, offsets, strict=False):
        total, count = want - offset, 1
        while pools and pools[-1][0] / pools[-1][1] > total / count:
            more, others = pools.pop()
            total, count = total + more, count + others
        pools.append((total, count))
    starts = [total / count for total, count in pools for _ in range(count)]
    if room and sizes:
        low = room[0] + sizes[0] / 2
        high = max(low, room[1] - sizes[-1] / 2 - offsets[-1])
        starts = [min(max(start, low), high) for start in starts]
    return [start + offset for start, offset in zip(starts, offsets, strict=False)]
