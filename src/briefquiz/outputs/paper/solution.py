"""What is right on paper, in few signs: letters and columns of boxes as one version prints them."""

from briefquiz.outputs.paper.parts import Laid
from briefquiz.outputs.paper.wording import Wording
from briefquiz.quiz import Choice, Choices, Gap, Gaps, Pairs, Sequence, TrueFalse


def letters(laid: Laid, words: Wording) -> tuple[str, ...]:
    """The letters of the marks to fill in; none if the item has no marks."""
    match laid.item.response:
        case Choice() | Choices():
            return tuple(option.letter for option in laid.options if option.right)
        case TrueFalse(answer=answer):
            return (words["true" if answer else "false"][0],)
        case _:
            return ()


def boxes(laid: Laid) -> tuple[str, ...]:
    """What belongs into the boxes of a match or of things to order, from top to bottom."""
    match laid.item.response:
        case Pairs(pairs=pairs):
            side = {option.text: option.letter for option in reversed(laid.options)}
            return tuple(side[pairs[place][1]] for place in laid.order)
        case Sequence():
            return tuple(str(place + 1) for place in laid.order)
        case _:
            return ()


def gaps(laid: Laid) -> tuple[str, ...]:
    """What belongs into the gaps of a text."""
    if not isinstance(laid.item.response, Gaps):
        return ()
    return tuple(part.answer for part in laid.item.response.parts if isinstance(part, Gap))


def replaced(laid: Laid, first: Laid) -> str:
    """Where the letters A, B, C … of a first version's options stand: "BDAC".

    "" if the item has no letters.
    """
    places: dict[str, list[str]] = {}
    for option in laid.options:
        places.setdefault(option.text, []).append(option.letter)
    return "".join(places[option.text].pop(0) for option in first.options)
