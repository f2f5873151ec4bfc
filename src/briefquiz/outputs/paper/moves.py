"""What moves from version to version: options, right sides, steps, and questions.

Version A, number 0, is what is printed without versions. In each one more, whatever can move
stands elsewhere than in the one before, so that neighbours cannot share what they tick.
Everything is drawn from the ids of quiz and item and from the letter of the version.
"""

from collections.abc import Callable, Hashable, Iterator
from collections.abc import Sequence as Series
from typing import TypeAlias

from briefquiz.outputs import arrange
from briefquiz.outputs.arrange import Printed
from briefquiz.outputs.values import by_value
from briefquiz.quiz import Choice, Choices, Item, Pairs, Quiz, Sequence

Order: TypeAlias = tuple[int, ...]
"""Things in the order printed, each as its place among those given."""

TRIES = 6


def choice(quiz: Quiz, item: Item, response: Choice, count: int) -> list[tuple[Printed, ...]]:
    """The options of a choice in each version; the right one never stays at its letter.

    Only those that are to be printed as listed do not move.
    """
    first = arrange.choice(quiz, item, response)
    if count == 1 or response.order == "listed":
        return [first] * count
    wrong = [option.text for option in response.distractors]
    pinned = [response.last] if response.last else []
    if not arrange.is_shuffled(response):
        rising = [option.text for option in first[: len(wrong) + 1]]
        return [
            arrange.lettered(
                [*_by_value(rising, number), *pinned], {response.answer}, response.distractors
            )
            for number in range(count)
        ]
    versions = [first]
    for number, place in enumerate(_places(quiz, item, len(wrong) + 1, count)[1:], 1):
        texts = arrange.mixed(wrong, quiz.id, item.id, arrange.letter(number))
        texts.insert(place, response.answer)
        versions.append(
            arrange.lettered([*texts, *pinned], {response.answer}, response.distractors)
        )
    return versions


def _by_value(rising: list[str], number: int) -> list[str]:
    """Texts in the order of their value, as a version prints them: each at a letter of its own.

    An even number of them rises in one version and falls in the next. An odd number would keep its
    middle one, often the right one: it is turned round instead, by a place more in each version.
    Which of the two happens hangs on their number alone, so that it tells nothing of the answer.
    """
    if len(rising) % 2 == 0:
        return rising[::-1] if number % 2 else rising
    turn = number % len(rising)
    return rising[turn:] + rising[:turn]


def _places(quiz: Quiz, item: Item, size: int, count: int) -> list[int]:
    """Where the right option stands in each version.

    Places stand in a ring drawn by lot, one ring for all questions that were dealt their places
    together; each version goes on along it. So no letter is right more often in any version.
    """
    first, pack = arrange.dealt(quiz).get(item.id, (0, 0))
    ring = [int(n) for n in arrange.mixed(map(str, range(size)), quiz.id, "ring", str(pack))]
    start = ring.index(first)
    return [ring[(start + number) % size] for number in range(count)]


def choices(quiz: Quiz, item: Item, response: Choices, count: int) -> list[tuple[Printed, ...]]:
    """The options of a multiple answer in each version; the right letters never stay all alike."""
    first = arrange.choices(quiz, item, response)
    right = [option.right for option in first]
    orders = _versions(
        (quiz.id, item.id),
        tuple(range(len(first))),
        count,
        lambda order: tuple(right[n] for n in order),
    )
    texts = [option.text for option in first]
    return [
        arrange.lettered([texts[n] for n in order], set(response.answers), response.distractors)
        for order in orders
    ]


def pairs(
    quiz: Quiz, item: Item, response: Pairs, count: int
) -> list[tuple[Order, tuple[Printed, ...]]]:
    """The left sides and the lettered right sides of a match in each version.

    Right sides move; where they are dates or figures and stand by value, left sides move instead.
    """
    sides = arrange.right_sides(quiz, item, response)
    texts = [side.text for side in sides]
    lefts = tuple(range(len(response.pairs)))
    places = [texts.index(right) for _, right in response.pairs]
    seed = (quiz.id, item.id)
    if by_value(texts) == texts:
        turned = _versions(seed, lefts, count, lambda o: tuple(places[n] for n in o), never=lefts)
        return [(order, sides) for order in turned]
    orders = _versions(
        seed,
        tuple(range(len(texts))),
        count,
        lambda order: tuple(order.index(place) for place in places),
        never=lefts,
    )
    rights = {right for _, right in response.pairs}
    return [(lefts, arrange.lettered([texts[n] for n in order], rights, ())) for order in orders]


def steps(quiz: Quiz, item: Item, response: Sequence, count: int) -> list[Order]:
    """The things to order in each version, as their right places; never in the right order."""
    printed = arrange.scrambled(quiz, item, response)
    start = tuple(response.items.index(step) for step in printed)
    return _versions((quiz.id, item.id), start, count, _itself, never=tuple(range(len(start))))


def questions(seed: tuple[str, ...], size: int, count: int) -> list[Order]:
    """In which order each version asks the questions of a part; A as the file has them."""
    return _versions(seed, tuple(range(size)), count, _itself)


def _itself(order: Order) -> Order:
    return order


def _versions(
    seed: tuple[str, ...],
    first: Order,
    count: int,
    keyed: Callable[[Order], Hashable],
    never: Order | None = None,
) -> list[Order]:
    """The first order and, for each version more, one that is as unlike those before as can be.

    `keyed` gives what a key says of an order; it is never `never`.
    """
    orders = [first]
    for number in range(1, count):
        drawn = _candidates(orders[-1], *seed, arrange.letter(number))
        allowed = (order for order in drawn if keyed(order) != never)
        orders.append(min(allowed, key=_likeness(orders, keyed), default=first))
    return orders


def _candidates(before: Order, *seed: str) -> Iterator[Order]:
    """Some orders drawn by lot, then the order before turned round, and with neighbours swapped."""
    names = {str(n): n for n in before}
    for attempt in range(TRIES):
        yield tuple(names[name] for name in arrange.mixed(names, *seed, str(attempt)))
    for turn in range(1, len(before)):
        yield before[turn:] + before[:turn]
    for at in range(len(before) - 1):
        yield (*before[:at], before[at + 1], before[at], *before[at + 2 :])


def _likeness(
    orders: Series[Order], keyed: Callable[[Order], Hashable]
) -> Callable[[Order], tuple[bool, bool, int, int]]:
    """How like those before an order is: first its key, then what stands at the same place."""
    known = [keyed(order) for order in orders]

    def alike(order: Order) -> tuple[bool, bool, int, int]:
        key = keyed(order)
        same = [sum(a == b for a, b in zip(order, other, strict=True)) for other in orders]
        return key == known[-1], key in known, same[-1], sum(same)

    return alike
