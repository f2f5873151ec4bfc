"""What a causal map is made of: boxes, arrows between them, and how they hang together."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from briefquiz.outputs.pictures.known import Link, same

DASHES = "1.5 1"
"""How an arrow is drawn that the brief only reports or hedges."""


@dataclass(frozen=True, slots=True)
class Arrow:
    """From one box to another, by their places."""

    start: int
    end: int
    link: Link


@dataclass(frozen=True, slots=True)
class CausalMap:
    """The texts of the boxes, in the order in which the brief's questions name them; the arrows."""

    boxes: tuple[str, ...]
    arrows: tuple[Arrow, ...]

    @property
    def words(self) -> str:
        """All that the picture shows, in words."""
        return "; ".join(
            f"{self.boxes[arrow.start]} → {self.boxes[arrow.end]} ({arrow.link.word}"
            f"{', as reported' if arrow.link.soft else ''})"
            for arrow in self.arrows
        )


def causal_map(links: Iterable[Link]) -> CausalMap:
    """The map of the links: two sides that say the same are one box, joined by one arrow."""
    places: dict[str, int] = {}
    texts: list[str] = []
    arrows: dict[tuple[int, int], Arrow] = {}
    for link in links:
        ends = []
        for side in (link.cause, link.effect):
            if same(side) not in places:
                places[same(side)] = len(texts)
                texts.append(side)
            ends.append(places[same(side)])
        arrows.setdefault((ends[0], ends[1]), Arrow(ends[0], ends[1], link))
    return CausalMap(tuple(texts), tuple(arrows.values()))


def chains(whole: CausalMap) -> tuple[CausalMap, ...]:
    """The map in parts that do not hang together, each as a map of its own."""
    part = parts(len(whole.boxes), [(arrow.start, arrow.end) for arrow in whole.arrows])
    links: dict[int, list[Link]] = {}
    for arrow in whole.arrows:
        links.setdefault(part[arrow.start], []).append(arrow.link)
    return tuple(causal_map(links[number]) for number in sorted(links))


def parts(count: int, edges: Iterable[tuple[int, int]]) -> list[int]:
    """For each of so many places, the number of the part that it belongs to."""
    part = list(range(count))
    for a, b in edges:
        low, high = sorted((part[a], part[b]))
        part = [low if number == high else number for number in part]
    return part


def backward(count: int, edges: Sequence[tuple[int, int]]) -> frozenset[int]:
    """The edges, by their places, that close a circle: laid out the other way round."""
    out: Mapping[int, list[int]] = {
        node: [n for n, (start, _) in enumerate(edges) if start == node] for node in range(count)
    }
    state = [0] * count
    found = set()
    for root in range(count):
        path = [(root, iter(out[root]))] if not state[root] else []
        state[root] = max(state[root], 1)
        while path:
            node, rest = path[-1]
            edge = next(rest, None)
            if edge is None:
                state[node] = 2
                path.pop()
                continue
            target = edges[edge][1]
            if state[target] == 1:
                found.add(edge)
            elif state[target] == 0:
                state[target] = 1
                path.append((target, iter(out[target])))
    return frozenset(found)
