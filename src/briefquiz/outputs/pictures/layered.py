"""A causal map for paper: causes above, effects below, what hangs together side by side.

Circles are turned open, `sugiyama` says which box stands where and which layers an arrow passes;
here that gets its measures in millimetres, and is drawn.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefquiz.outputs.pictures import sugiyama
from briefquiz.outputs.pictures.causal_map import DASHES, Arrow, CausalMap, backward, chains
from briefquiz.outputs.pictures.layout import LEAD, cut, width, wrap
from briefquiz.outputs.pictures.sugiyama import Node
from briefquiz.outputs.pictures.svg import PAPER, SIZE, SMALL, Drawing, Look, drawing, label, line
from briefquiz.outputs.pictures.svg import number as n

LINE = SIZE * LEAD
PAD_X, PAD_Y = 1.6, 1.3
GAP_X, GAP_Y, SHELF = 4.5, 9.6, 8.0
WIDEST, NARROWEST, ON_SHELVES = 36, 25, 30
"""Widths of a box: the widest with which all parts stand side by side, else that on shelves."""
ROOMIEST = 56
"""How wide a box may get where there are few of them, and all have room."""
NARROW = 2.5
"""How much less height each millimetre must save by which boxes are narrower."""
PASSING = 3.0
"""How wide the place is that a long arrow has in a layer it passes."""
PORTS = 9.0


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a node stands: its middle, top, width and height."""

    x: float
    top: float
    width: float
    height: float

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.top + self.height


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the map, laid out from (0, 0): its spots, the way of each arrow, its size."""

    map: CausalMap
    lines: Mapping[int, list[str]]
    spots: Mapping[Node, Spot]
    ways: Sequence[tuple[Node, ...]]
    turned: frozenset[int]
    width: float
    height: float


def layered(
    whole: CausalMap, look: Look = PAPER, notes: Mapping[str, str] | None = None
) -> Drawing:
    """The map as a picture. `notes`: item id → a small number behind the word of its arrow."""
    parts = chains(whole)
    for box in (*range(WIDEST, NARROWEST - 1, -1), ON_SHELVES):
        laid = [_laid_out(part, box) for part in parts]
        if sum(part.width for part in laid) + GAP_X * (len(laid) - 1) <= look.width:
            break
    pieces: list[str] = []
    high = wide = 0.0
    for shelf in _in_turn(laid, look.width):
        top = high + SHELF if pieces else 0.0
        pieces += _side_by_side(shelf, top, look, notes or {})
        high = max(high, top + max(part.height for part in shelf))
        wide = max(wide, _width(shelf))
    return drawing(pieces, look, (max(look.width, wide), high + 0.8), whole.words)


def shelves(
    whole: CausalMap, look: Look = PAPER, notes: Mapping[str, str] | None = None
) -> tuple[Drawing, ...]:
    """The map as pictures to stand one below the other, so that a page may end between them.

    Boxes have the width, and what hangs together the order, with which all is least high; but
    narrow boxes, which are harder to read, must be worth it.
    """
    ways = [
        (_in_turn(parts, look.width), NARROW * max(0, WIDEST - box))
        for box in range(ROOMIEST, NARROWEST - 1, -1)
        for given in [[_laid_out(part, box) for part in chains(whole)]]
        if box <= WIDEST or all(part.width <= look.width for part in given)
        for parts in (given, sorted(given, key=lambda part: -part.height))
    ]
    rows, _ = min(ways, key=lambda way: sum(map(_height, way[0])) + way[1])
    return tuple(
        drawing(
            _side_by_side(row, 0.0, look, notes or {}),
            look,
            (max(look.width, _width(row)), _height(row) - SHELF + 0.8),
            "; ".join(part.map.words for part in row),
        )
        for row in rows
    )


def _in_turn(parts: Sequence[Part], room: float) -> list[list[Part]]:
    """The parts on shelves, each on the last one if that has room."""
    rows: list[list[Part]] = []
    for part in parts:
        if rows and _width([*rows[-1], part]) <= room:
            rows[-1].append(part)
        else:
            rows.append([part])
    return rows


def _width(shelf: Sequence[Part]) -> float:
    return sum(part.width for part in shelf) + GAP_X * (len(shelf) - 1)


def _height(shelf: Sequence[Part]) -> float:
    """The height of a shelf with the space below it."""
    return max(part.height for part in shelf) + SHELF


def _side_by_side(
    shelf: Sequence[Part], top: float, look: Look, notes: Mapping[str, str]
) -> list[str]:
    pieces = []
    x = 0.0
    for part in shelf:
        inside = "\n".join(_drawn(part, look, notes))
        pieces.append(f'<g transform="translate({n(x)} {n(top)})">{inside}</g>')
        x += part.width + GAP_X
    return pieces


def _laid_out(part: CausalMap, box: float) -> Part:
    lines = {
        place: wrap(text, SIZE, box - 2 * PAD_X) for place, text in enumerate(part.boxes)
    }  # fmt: skip
    turned = backward(len(part.boxes), [(a.start, a.end) for a in part.arrows])
    edges = [
        (a.end, a.start) if place in turned else (a.start, a.end)
        for place, a in enumerate(part.arrows)
    ]
    layer = sugiyama.layers(len(part.boxes), edges)
    ways: list[tuple[Node, ...]] = [
        (a, *((place, passed) for passed in range(layer[a] + 1, layer[b])), b)
        for place, (a, b) in enumerate(edges)
    ]
    rows = sugiyama.ordered(layer, ways)
    widths = {node: box if isinstance(node, int) else PASSING for row in rows for node in row}
    across = sugiyama.across(rows, ways, widths, GAP_X)
    heights = {place: len(text) * LINE + 2 * PAD_Y for place, text in lines.items()}
    left = min(across[node] - widths[node] / 2 for node in across)
    right = max(
        max(across[node] + widths[node] / 2 for node in across),
        *(_reach(way, part.arrows[place], across) for place, way in enumerate(ways)),
    )
    spots: dict[Node, Spot] = {}
    top = 0.3
    for row in rows:
        tallest = max(heights[node] for node in row if isinstance(node, int))
        for node in row:
            high = heights[node] if isinstance(node, int) else tallest
            spots[node] = Spot(across[node] - left + 0.2, top, widths[node], high)
        top += tallest + GAP_Y
    return Part(part, lines, spots, ways, turned, right - left + 0.4, top - GAP_Y)


def _reach(way: tuple[Node, ...], arrow: Arrow, across: Mapping[Node, float]) -> float:
    """How far right the word beside an arrow may stand."""
    return (
        max(across[way[0]], across[way[-1]])
        + 1.6
        + width(cut(arrow.link.word, SMALL, WIDEST), SMALL)
        + 3
    )


def _drawn(part: Part, look: Look, notes: Mapping[str, str]) -> Iterator[str]:
    starts, ends = _ports(part, 0), _ports(part, -1)
    for place, arrow in enumerate(part.map.arrows):
        yield from _arrow(part, place, arrow, (starts[place], ends[place]), look)
        yield _word(part, place, arrow, (starts[place], ends[place]), look, notes)
    for box, lines in part.lines.items():
        yield from _box(part.spots[box], lines, look)


def _ports(part: Part, end: int) -> dict[int, float]:
    """Where arrows leave (`end` 0) or enter (-1): along the middle of a side, as they fan out."""
    ports = {}
    for box in part.lines:
        mine = [place for place, way in enumerate(part.ways) if way[end] == box]
        mine.sort(key=lambda place: part.spots[part.ways[place][1 if end == 0 else -2]].x)
        spot = part.spots[box]
        step = min(PORTS, (spot.width - 8) / max(1, len(mine) - 1))
        for at, place in enumerate(mine):
            ports[place] = spot.x + (at - (len(mine) - 1) / 2) * step
    return ports


def _arrow(
    part: Part, place: int, arrow: Arrow, ports: tuple[float, float], look: Look
) -> Iterator[str]:
    way = [part.spots[node] for node in part.ways[place]]
    points = [(ports[0], way[0].bottom)]
    for spot in way[1:-1]:
        points += [(spot.x, spot.top), (spot.x, spot.bottom)]
    points.append((ports[1], way[-1].top))
    (x0, y0), (x1, y1) = points[0], points[-1]
    turned = place in part.turned
    tip = 1.9
    path = f"M{n(x0)} {n(y0 + (tip if turned else 0))}"
    for at in range(0, len(points), 2):
        (xa, ya), (xb, yb) = points[at], points[at + 1]
        end = yb - (tip if at + 2 == len(points) and not turned else 0)
        half = (end - ya) / 2
        curve = f"C{n(xa)} {n(ya + half)} {n(xb)} {n(end - half)} {n(xb)} {n(end)}"
        path += (f"V{n(ya)}" if at else "") + curve
    yield line(path, look.accent, 0.4, DASHES if arrow.link.soft else "")
    x, y, down = (x0, y0, -1) if turned else (x1, y1, 1)
    yield f'<path d="M{n(x)} {n(y)}l-1.05 {n(-2.2 * down)}h2.1z" fill="{look.accent}"/>'


def _word(
    part: Part,
    place: int,
    arrow: Arrow,
    ports: tuple[float, float],
    look: Look,
    notes: Mapping[str, str],
) -> str:
    """The word stands where the arrow is alone: at an effect with one cause, else at the cause."""
    way = part.ways[place]
    alone = sum(other[-1] == way[-1] for other in part.ways) == 1
    if alone:
        x, y, other = ports[1], part.spots[way[-1]].top - 3.0, part.spots[way[-2]].x
    else:
        x, y, other = ports[0], part.spots[way[0]].bottom + 3.4, part.spots[way[1]].x
    right = other <= x + 0.1
    anchor = "" if right else ' text-anchor="end"'
    attributes = f'font-size="{n(SMALL)}" fill="{look.quiet}"{anchor}'
    beside = x + (1.6 if right else -1.6)
    word = cut(arrow.link.word, SMALL, WIDEST)
    return label(beside, y, word, attributes, notes.get(arrow.link.item, ""))


def _box(spot: Spot, lines: Sequence[str], look: Look) -> Iterator[str]:
    place = f'x="{n(spot.x - spot.width / 2)}" y="{n(spot.top)}"'
    size = f'width="{n(spot.width)}" height="{n(spot.height)}"'
    yield f'<rect {place} {size} rx="1.2" fill="none" stroke="{look.ink}" stroke-width=".25"/>'
    first = spot.top + PAD_Y + SIZE * 0.93
    for at, text in enumerate(lines):
        yield label(spot.x, first + at * LINE, text, 'text-anchor="middle"')
