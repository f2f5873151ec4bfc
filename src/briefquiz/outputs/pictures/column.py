"""A causal map for a narrow screen: all boxes one under the other, at full width.

An arrow to the next box goes straight down. One to a box further on, or back, runs in a lane along
the left side. Whatever the map, no line of text gets smaller.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefquiz.outputs.pictures.causal_map import DASHES, Arrow, CausalMap, backward, parts
from briefquiz.outputs.pictures.layout import LEAD, cut, width, wrap
from briefquiz.outputs.pictures.svg import CARD, SIZE, SMALL, Drawing, Look, drawing, label, line
from briefquiz.outputs.pictures.svg import number as n

LINE = SIZE * LEAD
PAD_X, PAD_Y = 1.8, 1.4
LANE = 3.4
STEP, NEXT_PART = 5.6, 6.4
"""Between a box and the next one: with an arrow, or with nothing to join them."""
ALONG = 9.0
"""How far from the box's left side the straight arrow goes down."""


@dataclass(frozen=True, slots=True)
class Box:
    """A box at its place: the lines of its text, its left, top and bottom."""

    lines: list[str]
    left: float
    top: float
    bottom: float


def column(whole: CausalMap, look: Look = CARD) -> Drawing:
    """The map as a picture."""
    order = _order(whole)
    row = {box: place for place, box in enumerate(order)}
    straight = [a for a in whole.arrows if row[a.end] == row[a.start] + 1]
    around = [a for a in whole.arrows if a not in straight]
    lanes = _lanes(around, row)
    left = LANE * (max(lanes, default=-1) + 1)
    boxes = _boxes(whole, order, around, left, look)
    picture = [
        *(_box(box, look) for box in boxes),
        *(part for a in straight for part in _straight(a, boxes, row, around, look)),
        *_around(around, lanes, row, boxes, look),
    ]
    return drawing(picture, look, (look.width, boxes[-1].bottom + 0.3), whole.words)


def _order(whole: CausalMap) -> list[int]:
    """Causes before effects, part after part; a chain stays together where it can."""
    edges = [(arrow.start, arrow.end) for arrow in whole.arrows]
    count = len(whole.boxes)
    back = backward(count, edges)
    forward = [edge for place, edge in enumerate(edges) if place not in back]
    part = parts(count, edges)
    order: list[int] = []
    left = set(range(count))
    while left:
        ready = [box for box in left if not any(s in left and e == box for s, e in forward)]
        order.append(min(ready, key=lambda box: (part[box], _distance(box, order, forward), box)))
        left.discard(order[-1])
    return order


def _distance(box: int, order: Sequence[int], edges: Sequence[tuple[int, int]]) -> int:
    """How far above the box's nearest cause stands; what has none waits."""
    causes = [start for start, end in edges if end == box]
    above = [len(order) - place for place, other in enumerate(order) if other in causes]
    return min(above, default=len(edges) + 1)


def _lanes(around: Sequence[Arrow], row: dict[int, int]) -> list[int]:
    """A lane for each arrow, short ones nearest to the boxes; those of one lane never meet."""
    spans = [sorted((row[a.start], row[a.end])) for a in around]
    taken: list[list[tuple[int, int]]] = []
    lanes = [0] * len(around)
    for place in sorted(range(len(around)), key=lambda p: (spans[p][1] - spans[p][0], p)):
        top, bottom = spans[place]
        free = (n for n, used in enumerate(taken) if all(b < top or bottom < t for t, b in used))
        lanes[place] = next(free, len(taken))
        taken[lanes[place] : lanes[place] + 1] = [
            [*(taken[lanes[place]] if lanes[place] < len(taken) else ()), (top, bottom)]
        ]
    return lanes


def _boxes(
    whole: CausalMap, order: Sequence[int], around: Sequence[Arrow], left: float, look: Look
) -> list[Box]:
    boxes: list[Box] = []
    joined = {(arrow.start, arrow.end) for arrow in whole.arrows}
    for place, box in enumerate(order):
        lines = wrap(whole.boxes[box], SIZE, look.width - left - 2 * PAD_X - 0.4)
        words = sum(arrow.end == box for arrow in around) * SMALL * LEAD
        top = 0.3 + words
        if place:
            gap = STEP if (order[place - 1], box) in joined else NEXT_PART - min(words, 3.0)
            top = boxes[-1].bottom + gap + words
        boxes.append(Box(lines, left, top, top + len(lines) * LINE + 2 * PAD_Y))
    return boxes


def _box(box: Box, look: Look) -> str:
    size = f'width="{n(look.width - box.left - 0.4)}" height="{n(box.bottom - box.top)}"'
    place = f'x="{n(box.left + 0.2)}" y="{n(box.top)}"'
    frame = f'<rect {place} {size} rx="1.2" fill="none" stroke="{look.quiet}" stroke-width=".25"/>'
    first = box.top + PAD_Y + SIZE * 0.95
    texts = [
        label(box.left + PAD_X, first + place * LINE, text) for place, text in enumerate(box.lines)
    ]
    return "\n".join([frame, *texts])


def _straight(
    arrow: Arrow, boxes: Sequence[Box], row: dict[int, int], around: Sequence[Arrow], look: Look
) -> Iterator[str]:
    """From the bottom of a box to the top of the next, right of the words that stand above that."""
    box, end = boxes[row[arrow.start]], boxes[row[arrow.end]].top
    half = (look.width - box.left) / 2
    words = [width(cut(a.link.word, SMALL, half), SMALL) for a in around if a.end == arrow.end]
    x = box.left + max([ALONG, *(word + 3 for word in words)])
    dashes = DASHES if arrow.link.soft else ""
    yield line(f"M{n(x)} {n(box.bottom)}V{n(end - 1.9)}", look.accent, 0.4, dashes)
    yield f'<path d="M{n(x)} {n(end)}l-1.05 -2.2h2.1z" fill="{look.accent}"/>'
    word = cut(arrow.link.word, SMALL, look.width - x - 2.2)
    yield label(x + 2.2, box.bottom + STEP / 2 + 0.8, word, _word(look))


def _around(
    around: Sequence[Arrow],
    lanes: Sequence[int],
    row: dict[int, int],
    boxes: Sequence[Box],
    look: Look,
) -> Iterator[str]:
    """Arrows in lanes: out of a box's left side, along, and into another's."""
    for place, (arrow, lane) in enumerate(zip(around, lanes, strict=True)):
        start, end = boxes[row[arrow.start]], boxes[row[arrow.end]]
        y0, y1 = (
            _port(place, row[box], around, lanes, row, boxes) for box in (arrow.start, arrow.end)
        )
        x = end.left - LANE * lane - 2.6
        dashes = DASHES if arrow.link.soft else ""
        path = f"M{n(start.left + 0.2)} {n(y0)}H{n(x)}V{n(y1)}H{n(end.left - 1.7)}"
        yield line(path, look.accent, 0.4, dashes)
        tip = f"M{n(end.left + 0.2)} {n(y1)}l-2.2 -1.05v2.1z"
        yield f'<path d="{tip}" fill="{look.accent}"/>'
        above = [p for p, a in enumerate(around) if a.end == arrow.end]
        behind = len(above) - 1 - above.index(place)
        y = end.top - 1.0 - behind * SMALL * LEAD
        word = cut(arrow.link.word, SMALL, (look.width - end.left) / 2)
        yield label(end.left + 0.2, y, word, _word(look))


def _port(
    place: int,
    here: int,
    around: Sequence[Arrow],
    lanes: Sequence[int],
    row: dict[int, int],
    boxes: Sequence[Box],
) -> float:
    """Where an arrow meets the left side of the box in row `here`, so that none cross there.

    What comes from above or goes there stands on top, the nearest lane first; then what comes
    from below or goes there, the nearest lane last.
    """
    ranked = []
    for other, arrow in enumerate(around):
        ends = (row[arrow.start], row[arrow.end])
        if here in ends:
            above = min(ends) < here
            ranked.append(((0, lanes[other]) if above else (1, -lanes[other]), other))
    at = [other for _, other in sorted(ranked)].index(place)
    top, bottom = boxes[here].top, boxes[here].bottom
    return top + (bottom - top) * (at + 1) / (len(ranked) + 1)


def _word(look: Look) -> str:
    return f'font-size="{n(SMALL)}" fill="{look.quiet}"'
