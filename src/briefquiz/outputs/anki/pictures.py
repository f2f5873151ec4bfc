"""The pictures on the backs of cards: which brief has which, under which names."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from briefquiz import ids
from briefquiz.outputs.anki import fields
from briefquiz.outputs.pictures import known
from briefquiz.outputs.pictures.causal_map import CausalMap, causal_map, chains
from briefquiz.outputs.pictures.column import column
from briefquiz.outputs.pictures.svg import CARD, Drawing
from briefquiz.outputs.pictures.timeline import timeline
from briefquiz.quiz import Item, Quiz, Sequence

LEAST_EVENTS, LEAST_LINKS = 3, 2
"""Less is no picture that anybody would rather look at than read."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as a media file. Its name has its content's hash, as Anki keeps the first file of
    a name; `words` say what it shows."""

    name: str
    data: bytes
    words: str

    @property
    def html(self) -> str:
        """The picture as a field holds it."""
        return f'<img src="{self.name}" alt="{fields.text(self.words)}">'


@dataclass(frozen=True, slots=True)
class Pictures:
    """The pictures of a brief: when, what led to what, and item id → the chain it belongs to."""

    timeline: Picture | None = None
    causal_map: Picture | None = None
    chains: Mapping[str, Picture] = field(default_factory=dict)

    def of(self, item: Item) -> Picture | None:
        """The picture for the back of an item's cards.

        Things to put in order get the whole timeline or map; a cause or effect gets the chain
        that it is part of.
        """
        if isinstance(item.response, Sequence):
            return {"date": self.timeline, "cause": self.causal_map}.get(item.kind)
        return self.chains.get(item.id) if item.kind == "cause" else None


def drawn(quiz: Quiz) -> Pictures:
    """The pictures of a quiz, of those that its items know enough for."""
    events = known.events(quiz)
    whole = causal_map(known.links(quiz))
    of_items: dict[str, Picture] = {}
    for chain in chains(whole):
        if len(chain.arrows) >= LEAST_LINKS:
            picture = _map(quiz, chain)
            of_items |= {arrow.link.item: picture for arrow in chain.arrows}
    return Pictures(
        timeline=_picture(quiz, "timeline", timeline(events, CARD))
        if len(events) >= LEAST_EVENTS
        else None,
        causal_map=_map(quiz, whole) if len(whole.arrows) >= LEAST_LINKS else None,
        chains=of_items,
    )


def _map(quiz: Quiz, whole: CausalMap) -> Picture:
    return _picture(quiz, "causes", column(whole, CARD))


def _picture(quiz: Quiz, what: str, drawing: Drawing) -> Picture:
    data = drawing.svg.encode()
    name = ids.slug(quiz.id, limit=32) or "brief"
    version = ids.short_hash(drawing.svg, length=12)
    return Picture(f"briefquiz-{name}-{what}-{version}.svg", data, drawing.words)
