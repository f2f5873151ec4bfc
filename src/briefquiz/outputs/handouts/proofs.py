"""Which of a question's quotes prove one pair of a match."""

from briefquiz.outputs import evidence
from briefquiz.quiz import Item, Pairs, Source


def proof(item: Item, response: Pairs, place: int) -> tuple[Source, ...]:
    """The quotes for the pair at that place.

    As many quotes as pairs are one each, in their order; else it is those that name the right
    side, those that name the left one, or all.
    """
    if len(item.sources) == len(response.pairs):
        return item.sources[place : place + 1]
    for text in reversed(response.pairs[place]):
        found = tuple(s for s in item.sources if evidence.find(text, s.quote))
        if found:
            return found
    return item.sources
