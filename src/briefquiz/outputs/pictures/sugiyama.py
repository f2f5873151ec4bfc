"""The steps of Sugiyama's method: which layer a box is in, in which order, and where across.

Every box is as low as its longest chain of causes, a long arrow has a place in each layer it
passes, the layers are ordered so that few arrows cross, then each row moves to where its
neighbours are. Circles are turned open before; `layout.spread` keeps boxes apart.
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import TypeAlias

from briefquiz.outputs.pictures.layout import spread

SWEEPS, PASSES, STRAIGHT = 8, 12, 8

Node: TypeAlias = int | tuple[int, int]
"""A box, by its place, or where a long arrow passes: (arrow, layer)."""


def layers(count: int, edges: Sequence[tuple[int, int]]) -> list[int]:
    """The longest chain of causes above each box; a first cause sinks to just above its effect."""
    layer = [0] * count
    for _ in range(count):
        for a, b in edges:
            layer[b] = max(layer[b], layer[a] + 1)
    effects = {end for _, end in edges}
    for box in range(count):
        below = [layer[end] for start, end in edges if start == box]
        if below and box not in effects:
            layer[box] = min(below) - 1
    return layer


def ordered(layer: Sequence[int], ways: Sequence[tuple[Node, ...]]) -> list[list[Node]]:
    """The rows of nodes, each in the order with which the fewest arrows cross."""
    rows: list[list[Node]] = [[] for _ in range(max(layer) + 1)]
    for box, number in enumerate(layer):
        rows[number].append(box)
    for way in ways:
        for node in way[1:-1]:
            if not isinstance(node, int):
                rows[node[1]].append(node)
    best = [list(row) for row in rows]
    for sweep in range(SWEEPS):
        downward = sweep % 2 == 0
        joined = _neighbours(ways, 1 if downward else 0)
        for row in rows[1:] if downward else rows[-2::-1]:
            place = {node: at for other in rows for at, node in enumerate(other)}
            row.sort(key=lambda node: _mean(joined.get(node, []), place, place[node]))
        if _crossings(rows, ways) < _crossings(best, ways):
            best = [list(row) for row in rows]
    return best


def across(
    rows: Sequence[Sequence[Node]],
    ways: Sequence[tuple[Node, ...]],
    widths: Mapping[Node, float],
    gap: float,
) -> dict[Node, float]:
    """Middles of the nodes: each row moves to its neighbours; long arrows pull to run straight."""
    up, down = _neighbours(ways, 1), _neighbours(ways, 0)
    step = max(widths.values()) + gap
    x: dict[Node, float] = {node: at * step for row in rows for at, node in enumerate(row)}
    for turn in range(PASSES):
        for row in rows if turn % 2 == 0 else rows[::-1]:
            wanted = []
            for node in row:
                pulls = [
                    (1 if isinstance(node, int) or isinstance(other, int) else STRAIGHT, x[other])
                    for other in (*up.get(node, ()), *down.get(node, ()))
                ]
                total = sum(weight for weight, _ in pulls)
                wanted.append(sum(w * at for w, at in pulls) / total if pulls else x[node])
            x |= zip(row, spread(wanted, [widths[node] for node in row], gap), strict=True)
    return x


def _mean(nodes: Sequence[Node], place: Mapping[Node, int], own: int) -> float:
    return sum(place[node] for node in nodes) / len(nodes) if nodes else float(own)


def _crossings(rows: Sequence[Sequence[Node]], ways: Sequence[tuple[Node, ...]]) -> int:
    at = {
        node: (number, place) for number, row in enumerate(rows) for place, node in enumerate(row)
    }
    by_layer: dict[int, list[tuple[int, int]]] = {}
    for way in ways:
        for a, b in pairwise(way):
            by_layer.setdefault(at[a][0], []).append((at[a][1], at[b][1]))
    return sum(
        (a - x) * (b - y) < 0
        for steps in by_layer.values()
        for place, (a, b) in enumerate(steps)
        for x, y in steps[:place]
    )


def _neighbours(ways: Sequence[tuple[Node, ...]], back: int) -> dict[Node, list[Node]]:
    """Of each node, those one layer above (`back` 1) or below (`back` 0) that it is joined to."""
    found: dict[Node, list[Node]] = {}
    for way in ways:
        for pair in pairwise(way):
            found.setdefault(pair[back], []).append(pair[1 - back])
    return found
