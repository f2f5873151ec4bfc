"""Items as cards with a front and a back, and as questions with a few options: for plain tables."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias, assert_never

from briefquiz.outputs import arrange
from briefquiz.outputs.evidence import figure
from briefquiz.outputs.exports.graded import Option, options
from briefquiz.outputs.exports.markup import legible
from briefquiz.quiz import (
    Choice,
    Choices,
    Essay,
    Figure,
    Gap,
    Gaps,
    Item,
    Pairs,
    Quiz,
    Sequence,
    TrueFalse,
    Words,
)

ANSWERS = 4
"""As many answers to pick from does a game have room for."""


@dataclass(frozen=True, slots=True)
class Card:
    """A front, a back, both on one line."""

    front: str
    back: str


def one_line(text: str) -> str:
    """The text on one line: tabs, line breaks and doubled spaces as one space."""
    return " ".join(legible(text).split())


def cards(quiz: Quiz, item: Item) -> Iterator[Card]:
    """The cards of an item: one, or one a pair. Options stand on the front, in brackets."""
    match item.response:
        case Choice() | Choices() as response:
            among = " / ".join(option.text for option in options(quiz, item, response))
            yield _card(f"{item.prompt} [{among}]", _answer(response))
        case TrueFalse() as response:
            yield _card(f"True or false? {item.prompt}", _answer(response))
        case Gaps(parts=parts) as response:
            yield _card("".join(map(_shown, parts)), _answer(response))
        case Pairs(pairs=pairs):
            for left, right in pairs:
                yield _card(f"{item.prompt} – {left}", right)
        case Sequence() as response:
            mixed = " / ".join(arrange.scrambled(quiz, item, response))
            yield _card(f"{item.prompt} [{mixed}]", _answer(response))
        case Words() | Figure() | Essay() as response:
            yield _card(item.prompt, _answer(response))
        case _:
            assert_never(item.response)


OneCard: TypeAlias = Choice | Choices | TrueFalse | Words | Figure | Gaps | Sequence | Essay


def _answer(response: OneCard) -> str:
    match response:
        case Choice(answer=answer) | Essay(model=answer):
            return answer
        case Choices(answers=answers):
            return "; ".join(answers)
        case TrueFalse(answer=truth):
            return str(truth)
        case Words(answer=answer, accept=accept):
            return answer + _also(accept)
        case Figure(tolerance=tolerance, accept=accept):
            near = f" (± {tolerance})" if tolerance else ""
            return figure(response) + near + _also(accept)
        case Gaps(parts=parts):
            return "; ".join(part.answer for part in parts if isinstance(part, Gap))
        case Sequence(items=steps):
            return " ".join(f"{number}. {step}" for number, step in enumerate(steps, 1))
        case _:
            assert_never(response)


def _card(front: str, back: str) -> Card:
    return Card(one_line(front), one_line(back))


def _also(accept: tuple[str, ...]) -> str:
    return f" (also: {'; '.join(accept)})" if accept else ""


def _shown(part: str | Gap) -> str:
    if isinstance(part, str):
        return part
    return f"____ ({part.hint})" if part.hint else "____"


@dataclass(frozen=True, slots=True)
class Ask:
    """A question with options to pick from, as games ask it."""

    prompt: str
    options: tuple[Option, ...]


def asks(quiz: Quiz, item: Item) -> tuple[Ask, ...]:
    """The questions that a game can ask of an item: none if it has no options to pick from.

    A match is asked pair by pair: the left side, with some right sides to pick from.
    """
    match item.response:
        case Choice() | Choices() | TrueFalse() as response:
            return (_ask(item.prompt, options(quiz, item, response)),)
        case Pairs(pairs=pairs) as response:
            return tuple(
                _ask(f"{item.prompt} – {left}", _one_of(response, right, quiz.id, item.id, left))
                for left, right in pairs
            )
        case _:
            return ()


def _one_of(response: Pairs, right: str, *seed: str) -> tuple[Option, ...]:
    """A right side among those that match nothing and as many others as make up a round.

    The others that are left out are asked for in rounds of their own.
    """
    others = arrange.mixed([text for _, text in response.pairs], "others", *seed)
    wrong = [text for text in dict.fromkeys([*response.extra, *others]) if text != right]
    some = wrong[: max(ANSWERS - 1, len(response.extra))]
    mixed = arrange.mixed([right, *some], "ask", *seed)
    return tuple(Option(str(place), text, text == right) for place, text in enumerate(mixed))


def _ask(prompt: str, given: tuple[Option, ...]) -> Ask:
    flat = (Option(one.key, one_line(one.text), one.right, one.why, one.pinned) for one in given)
    return Ask(one_line(prompt), tuple(flat))


def lost(item: Item, *more: str) -> str:
    """What a bare table of questions cannot hold of an item, in words; "" if nothing."""
    response = item.response
    wrong = response.distractors if isinstance(response, Choice | Choices) else ()
    said = (
        ("its explanation", bool(item.explain)),
        ("its evidence", bool(item.sources)),
        ("why wrong options are wrong", any(option.why for option in wrong)),
        ("its rubric", isinstance(response, Essay) and bool(response.rubric)),
        (f"its {item.points} points", item.points != 1),
        ("its tags", bool(item.tags)),
    )
    return ", ".join([*more, *(words for words, there in said if there)])
