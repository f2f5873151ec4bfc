"""What a system that grades by itself needs of an item: keys of options, right forms to type."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from briefquiz import ids
from briefquiz.outputs import arrange
from briefquiz.outputs.evidence import figure
from briefquiz.outputs.exports.markup import legible
from briefquiz.quiz import Choice, Choices, Figure, Item, Quiz, TrueFalse

ONE_LINE = "line breaks and double spaces in an answer that is typed on one line"
RAISED = "²³¹¼-¾⁰-⁹⅐-⅞"
NUMBER = re.compile(
    r"(?<![\w.,])[-−]?[0-9]{1,15}(?:,[0-9]{3}){0,4}(?:\.[0-9]{1,15})?"
    rf"(?![\d{RAISED}]|[.,]\d)"
)
"""A number in figures as English prints it, no longer than a computer counts exactly."""


@dataclass(frozen=True, slots=True)
class Option:
    """An option at its printed place. `pinned`: stays last when the others are shuffled."""

    key: str
    text: str
    right: bool
    why: str = ""
    pinned: bool = False


def item_key(quiz: Quiz, item: Item) -> str:
    """The item's identity in another system: from the ids of file and question alone."""
    return f"i{ids.short_hash('item', quiz.id, item.id, length=32)}"


def quiz_key(quiz: Quiz, role: str = "quiz") -> str:
    """The identity of the quiz, or of a thing that it has one of, in another system."""
    return f"i{ids.short_hash(role, quiz.id, length=32)}"


def keys(quiz: Quiz, item: Item, role: str, count: int) -> tuple[str, ...]:
    """So many numbers of at most nine digits, each once, for the parts of an item in file order.

    They depend on places, not on wording, and tell nobody which option is the first in the file.
    """
    out: list[str] = []
    for place in range(count):
        found = (
            str(ids.number("part", quiz.id, item.id, role, str(place), str(salt), below=10**9))
            for salt in range(10**9)
        )
        out.append(next(key for key in found if key not in out))
    return tuple(out)


def options(quiz: Quiz, item: Item, response: Choice | Choices | TrueFalse) -> tuple[Option, ...]:
    """The options as printed on paper, each with its key."""
    match response:
        case TrueFalse(answer=answer):
            true, false = keys(quiz, item, "option", 2)
            return Option(true, "True", answer), Option(false, "False", not answer)
        case Choice(answer=answer, distractors=wrong, last=last):
            printed = arrange.choice(quiz, item, response)
            texts = [answer, *(option.text for option in wrong), *filter(None, [last])]
            right = 1
        case Choices(answers=answers, distractors=wrong):
            printed = arrange.choices(quiz, item, response)
            texts = [*answers, *(option.text for option in wrong)]
            right = len(answers)
    whys = [""] * right + [option.why for option in wrong] + [""]
    pinned = len(texts) - 1 if isinstance(response, Choice) and response.last else None
    names = keys(quiz, item, "option", len(texts))
    return tuple(
        Option(
            names[place],
            legible(texts[place]),
            place < right,
            legible(whys[place]),
            place == pinned,
        )
        for place in places([option.text for option in printed], texts)
    )


def places(printed: Iterable[str], texts: list[str]) -> Iterator[int]:
    """For each printed text its place in the file; each place once, also among equal texts."""
    left = list(range(len(texts)))
    for text in printed:
        place = next(place for place in left if texts[place] == text)
        left.remove(place)
        yield place


@dataclass(frozen=True, slots=True)
class Frame:
    """A figure as a number to type, with the words before and after it.

    `numbers`: all that are right, the answer first. `left_out`: accepted forms that are no number
    in this frame.
    """

    before: str
    numbers: tuple[Decimal, ...]
    after: str
    left_out: tuple[str, ...] = ()


def frame(response: Figure) -> Frame | None:
    """The figure as a number to type; None if it has no number, or several, in figures.

    "around 1.4 million" is 1.4 between "around" and "million". None also if a system that
    compares words serves it better: no tolerance, and other right forms that have other words
    around their number.
    """
    own = _split(response.answer)
    if own is None:
        return None
    before, number, after = own
    numbers, left_out = [number], []
    for form in response.accept:
        other = _split(form)
        if other and (other == ("", number, "") or (other[0], other[2]) == (before, after)):
            numbers.append(other[1])
        else:
            left_out.append(form)
    if left_out and not response.tolerance:
        return None
    return Frame(before, tuple(dict.fromkeys(numbers)), after, tuple(left_out))


def _split(form: str) -> tuple[str, Decimal, str] | None:
    found = list(NUMBER.finditer(form))
    if len(found) != 1:
        return None
    digits = found[0].group().replace(",", "").replace("−", "-")
    return form[: found[0].start()].strip(), Decimal(digits), form[found[0].end() :].strip()


@dataclass(frozen=True, slots=True)
class Typed:
    """Words to type: every right form, the answer first; and what does not fit on one line."""

    forms: tuple[str, ...]
    losses: tuple[str, ...] = ()


def typed(answer: str, accept: Iterable[str] = ()) -> Typed:
    """Right forms as they can be typed on one line, each once, none of them empty."""
    given = [answer, *accept]
    forms = [typable(form) for form in given]
    kept = dict.fromkeys(form for place, form in enumerate(forms) if form or place == 0)
    same = all(form == legible(text).strip() for form, text in zip(forms, given, strict=True))
    return Typed(tuple(kept), () if same else (ONE_LINE,))


def typable(form: str) -> str:
    """The answer as it can be typed on one line."""
    return " ".join(legible(form).split())


def figure_as_words(response: Figure) -> Typed:
    """A figure that is compared as words: as printed, also with its unit, and its other forms."""
    words = typed(response.answer, (figure(response), *response.accept))
    if not response.tolerance:
        return words
    lost = f"the tolerance ± {response.tolerance}: the answer is compared as words"
    return Typed(words.forms, (*words.losses, lost))


def frame_losses(frame: Frame) -> tuple[str, ...]:
    """What a number to type cannot hold."""
    return tuple(f"the other right form “{form}”: a number is typed" for form in frame.left_out)


def is_before(response: Figure) -> bool:
    """Whether the unit is printed before the figure, as a currency sign is."""
    return bool(response.unit) and figure(response) == response.unit + response.answer


def plain(number: Decimal) -> str:
    """The number without an exponent."""
    return f"{number:f}"
