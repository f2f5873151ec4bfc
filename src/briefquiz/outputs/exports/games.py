"""What games for the classroom take: a prompt and up to four answers, each within a length."""

from collections.abc import Iterator
from dataclasses import dataclass

from briefquiz.outputs.exports.cards import ANSWERS, Ask, asks, lost
from briefquiz.outputs.exports.graded import Option
from briefquiz.quiz import Item, Loss, Quiz

READING = 12
"""Characters read in a second, slowly, from a screen at the front."""
THINKING = 10
"""Seconds for a thought and a tap, beside the reading."""
SHORTEST = 20


@dataclass(frozen=True, slots=True)
class Limits:
    """How many characters a prompt and an answer may have; 0: as many as you like."""

    prompt: int = 0
    answer: int = 0


@dataclass(frozen=True, slots=True)
class Round:
    """A question of a game: its answers in order, and the numbers of the right ones, from 1."""

    prompt: str
    answers: tuple[str, ...]
    right: tuple[int, ...]

    @property
    def seconds(self) -> int:
        """How long it takes to read and to answer."""
        letters = len(self.prompt) + sum(map(len, self.answers))
        return max(SHORTEST, THINKING + letters // READING)


def rounds(quiz: Quiz, limits: Limits) -> tuple[tuple[Round, ...], tuple[Loss, ...]]:
    """The rounds of a quiz, and what of its questions is not in them."""
    played: list[Round] = []
    losses: list[Loss] = []
    for item in quiz.items:
        found = [_fitted(ask, limits) for ask in asks(quiz, item)]
        mine = [one for one, _ in found if one]
        played.extend(mine)
        told = dict.fromkeys(message for _, messages in found for message in messages)
        losses.extend(Loss(item.id, message) for message in told)
        losses.extend(_beside(item, bool(found), bool(mine)))
    return tuple(played), tuple(losses)


def _beside(item: Item, asked: bool, played: bool) -> Iterator[Loss]:
    if not asked:
        yield Loss(item.id, "the question: it has no options to pick from")
    message = lost(item) if played else ""
    if message:
        yield Loss(item.id, message)


def length(text: str) -> int:
    """Characters as browsers count them: an emoji may be two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _fitted(ask: Ask, limits: Limits) -> tuple[Round | None, tuple[str, ...]]:
    """The round, or None if the question does not fit; and what is lost, in words."""
    right = [option for option in ask.options if option.right]
    wrong = [option for option in ask.options if not option.right]
    refused = _refusal(ask, right, limits)
    if refused:
        return None, (refused,)
    short = [option for option in wrong if _fits(option, limits)]
    kept = short[: ANSWERS - len(right)]
    if len(right) + len(kept) < 2:
        return None, ("the question: fewer than two of its options fit",)
    options = [option for option in ask.options if option in right or option in kept]
    return (
        Round(
            ask.prompt,
            tuple(option.text for option in options),
            tuple(number for number, option in enumerate(options, 1) if option.right),
        ),
        tuple(_dropped(wrong, short, kept, limits)),
    )


def _refusal(ask: Ask, right: list[Option], limits: Limits) -> str:
    if not ask.prompt or (limits.prompt and length(ask.prompt) > limits.prompt):
        count = length(ask.prompt)
        return f"the question: its prompt has {count} characters, {limits.prompt} at most"
    for option in right:
        if not _fits(option, limits):
            count = length(option.text)
            return f"the question: a right answer has {count} characters, {limits.answer} at most"
    if len(right) > ANSWERS:
        return f"the question: it has {len(right)} right answers, {ANSWERS} at most"
    return ""


def _fits(option: Option, limits: Limits) -> bool:
    return bool(option.text) and (not limits.answer or length(option.text) <= limits.answer)


def _dropped(
    wrong: list[Option], short: list[Option], kept: list[Option], limits: Limits
) -> Iterator[str]:
    reasons = (
        (f"{limits.answer} characters at most", [one for one in wrong if one not in short]),
        (f"{ANSWERS} answers at most", [one for one in short if one not in kept]),
    )
    for reason, options in reasons:
        if options:
            names = ", ".join(f"“{option.text}”" for option in options)
            yield f"the wrong {'options' if len(options) > 1 else 'option'} {names}: {reason}"
