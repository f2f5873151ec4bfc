"""In which order things are printed: one arrangement for the quiz, its key and the cards.

Everything is drawn from the identities of quiz and item, so that an arrangement is the same on
every machine and on every day.
"""

import string
from collections.abc import Iterable, Mapping
from collections.abc import Sequence as Series
from dataclasses import dataclass
from functools import lru_cache

from briefquiz import ids
from briefquiz.outputs.values import by_value
from briefquiz.quiz import Choice, Choices, Item, Option, Pairs, Quiz, Sequence


@dataclass(frozen=True, slots=True)
class Printed:
    """An option at its place."""

    letter: str
    text: str
    right: bool
    why: str = ""


def letter(place: int) -> str:
    """The letter of a place counted from 0: A, B, … Z, AA, AB, …"""
    name = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        name = string.ascii_uppercase[rest] + name
    return name


def mixed(texts: Iterable[str], *seed: str) -> list[str]:
    """The texts in an order drawn from the seed; one text more leaves the others as they were."""
    return sorted(texts, key=lambda text: ids.digest("mix", *seed, text))


def never_as_given(mixed_texts: Series[str], given: Series[str]) -> list[str]:
    """The mixed texts, turned by one place if chance left them as given."""
    out = list(mixed_texts)
    return out[1:] + out[:1] if out == list(given) else out


def dealt(quiz: Quiz) -> Mapping[str, tuple[int, int]]:
    """Item id → place of the right option and the pack it was dealt from, if it is shuffled.

    Places are dealt like cards from a pack with every place twice, so that no letter is right
    more often than others and nobody can tell the next one.
    """
    return _places(Same(quiz))


class Same:
    """A quiz as the key of a cache: itself, whatever it holds."""

    def __init__(self, quiz: Quiz) -> None:
        self.quiz = quiz

    def __hash__(self) -> int:
        return id(self.quiz)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and other.quiz is self.quiz


@lru_cache(maxsize=2)  # asked for every question: without it, time grows with their square
def _places(same: Same) -> Mapping[str, tuple[int, int]]:
    quiz = same.quiz
    sizes: dict[int, list[str]] = {}
    for item in quiz.items:
        if isinstance(item.response, Choice) and is_shuffled(item.response):
            sizes.setdefault(len(item.response.distractors) + 1, []).append(item.id)
    places: dict[str, tuple[int, int]] = {}
    for size, item_ids in sizes.items():
        for at, item_id in enumerate(item_ids):
            pack, card = divmod(at, 2 * size)
            places[item_id] = (_pack(size, quiz.id, str(pack))[card], pack)
    return places


def _pack(size: int, *seed: str) -> list[int]:
    cards = [f"{place} {copy}" for place in range(size) for copy in range(2)]
    return [int(card.split()[0]) for card in mixed(cards, "pack", *seed)]


def _texts(response: Choice) -> list[str]:
    return [response.answer, *(option.text for option in response.distractors)]


def is_shuffled(response: Choice) -> bool:
    """Whether chance decides the order: also if it should be by value but not all have one."""
    if response.order == "sorted":
        return by_value(_texts(response)) is None
    return response.order == "shuffle"


def choice(quiz: Quiz, item: Item, response: Choice) -> tuple[Printed, ...]:
    """The options of a choice as printed: shuffled, by value or as listed, `last` at the end."""
    texts = _texts(response)
    if response.order == "sorted":
        texts = by_value(texts) or texts
    if is_shuffled(response):
        texts = mixed(texts[1:], quiz.id, item.id)
        texts.insert(dealt(quiz).get(item.id, (0, 0))[0], response.answer)
    if response.last:
        texts.append(response.last)
    return lettered(texts, {response.answer}, response.distractors)


def choices(quiz: Quiz, item: Item, response: Choices) -> tuple[Printed, ...]:
    """The options of a multiple answer as printed, shuffled."""
    texts = [*response.answers, *(option.text for option in response.distractors)]
    return lettered(mixed(texts, quiz.id, item.id), set(response.answers), response.distractors)


def lettered(
    texts: Series[str], right: set[str], distractors: Iterable[Option]
) -> tuple[Printed, ...]:
    """The texts in this order with their letters, what is right, and why the others are wrong."""
    why = {option.text: option.why for option in distractors}
    return tuple(
        Printed(letter(place), text, text in right, why.get(text, ""))
        for place, text in enumerate(texts)
    )


def right_sides(quiz: Quiz, item: Item, response: Pairs) -> tuple[Printed, ...]:
    """The right sides of a match, lettered: by value if they are dates or figures, else shuffled.

    Those that match a left side are `right`.
    """
    given = [right for _, right in response.pairs]
    texts = by_value([*given, *response.extra])
    if texts is None or texts[: len(given)] == given:
        texts = never_as_given(mixed([*given, *response.extra], quiz.id, item.id), given)
    return lettered(texts, set(given), ())


def scrambled(quiz: Quiz, item: Item, response: Sequence) -> list[str]:
    """The things to order as printed: shuffled, never in the right order."""
    return never_as_given(mixed(response.items, quiz.id, item.id), response.items)
