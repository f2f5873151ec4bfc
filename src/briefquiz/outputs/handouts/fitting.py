"""Which size a text is set in so that a card holds it, and where it is cut if none does."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from briefquiz.outputs.pictures.layout import width

Size: TypeAlias = Literal["large", "medium", "small"]

POINT = 25.4 / 72
SIZES: dict[Size, float] = {"large": 13.2, "medium": 10.0, "small": 8.2}
"""In points. Nothing smaller is set on a card: a text too long for it goes on on another card."""
PAIRED: tuple[tuple[Size, Size], ...] = (
    ("large", "medium"), ("medium", "medium"), ("medium", "small"), ("small", "small")
)  # fmt: skip
"""What is tried in turn: the size of what a card is about, and that of a list on it."""
LEAD = 1.3
WIDTH, HEIGHT = 78.0, 40.5
"""Room for text on a card, in mm, below the line with its number."""
RULE = 4.5
"""Room for the rule above the words of the brief."""
GAP = 1.4
"""Between paragraphs."""
SERIF, BOLD_SERIF = 0.91, 0.97
"""How wide the text type is at most, as a part of what `layout.width` reckons for labels: the
widest fallback, DejaVu Serif, at the x-height that the style sheet sets."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph on a card: its text, how it is set, and at which size.

    `role`: context, ask, says, item, note or quote; a quote stands at the foot, below a rule.
    What is `spare` is left out where the card has no room for all, the highest first.
    """

    role: str
    text: str
    size: Size = "large"
    spare: int = 0


Side: TypeAlias = tuple[Block, ...]


def fitted(blocks: Sequence[Block]) -> tuple[Side, ...]:
    """The blocks at the largest size at which one card holds them; else without those to spare;
    else all that are not to spare in parts, at the smallest.

    Always at least one side, perhaps an empty one.
    """
    for spare in sorted({block.spare for block in blocks}, reverse=True):
        kept = [block for block in blocks if block.spare <= spare]
        for pair in PAIRED:
            side = tuple(replace(block, size=_size(block, *pair)) for block in kept)
            if height(side) <= HEIGHT:
                return (side,)
    small = [replace(block, size="small") for block in blocks if not block.spare]
    return tuple(_parts(small)) or ((),)


def _size(block: Block, text: Size, items: Size) -> Size:
    """Only what the card is about is large."""
    return text if block.role in ("ask", "says") else items if block.role == "item" else "small"


def height(side: Sequence[Block]) -> float:
    """How much of a card's height the blocks take, in mm."""
    lines = sum(_height(block) + GAP for block in side)
    return lines + (RULE if any(block.role == "quote" for block in side) else 0.0)


def _height(block: Block) -> float:
    points = SIZES[block.size]
    return len(_lines(block)) * points * POINT * LEAD


def _lines(block: Block) -> list[str]:
    """The text broken into lines of a card, white space kept; a word too long is cut."""
    lines: list[str] = []
    for given in block.text.splitlines(keepends=True) or [""]:
        lines.append("")
        for piece in _pieces(given, block):
            if lines[-1].strip() and _width(lines[-1] + piece.rstrip(), block) > WIDTH:
                lines.append("")
            lines[-1] += piece
    return lines


def _pieces(text: str, block: Block) -> Iterator[str]:
    """Words with the space behind them, those that are wider than a line in pieces."""
    piece = ""
    for letter in text:
        if piece and (
            (piece[-1].isspace() and not letter.isspace()) or _width(piece + letter, block) > WIDTH
        ):
            yield piece
            piece = ""
        piece += letter
    if piece:
        yield piece


def _width(text: str, block: Block) -> float:
    widest = BOLD_SERIF if block.role == "says" else SERIF
    return width(text, SIZES[block.size] * POINT) * widest


def _parts(blocks: Sequence[Block]) -> Iterator[Side]:
    """The blocks on as many cards as they need, cut at lines."""
    side: list[Block] = []
    for block in blocks:
        rest = _lines(block)
        while rest:
            room = _room(side, block)
            if room < min(2, len(rest)) and side:
                yield tuple(side)
                side = []
                room = _room(side, block)
            side.append(replace(block, text="".join(rest[:room])))
            rest = rest[room:]
    if side:
        yield tuple(side)


def _room(side: Sequence[Block], block: Block) -> int:
    """How many lines of the block still go on a side."""
    left = HEIGHT - height([*side, replace(block, text="")]) + SIZES[block.size] * POINT * LEAD
    return max(0, int(left / (SIZES[block.size] * POINT * LEAD)))
