"""Aiken, options by letter and nothing else: `<name>-aiken.txt`."""

import re
from collections.abc import Iterator
from typing import assert_never

from briefquiz.outputs import arrange
from briefquiz.outputs.exports.rich import line, tidy
from briefquiz.quiz import (
    Artifact,
    Choice,
    Choices,
    Essay,
    Exported,
    Figure,
    Gaps,
    Item,
    Loss,
    Pairs,
    Quiz,
    Sequence,
    TrueFalse,
    Words,
)

MOST = 26
"""Options with a letter."""
MARK = re.compile(r"[A-Z][).]|ANSWER:")
"""What a line begins with that is no question."""


def export(quiz: Quiz) -> Exported:
    """The choices of a quiz as an Aiken file, none without one, and what is not in it."""
    blocks: list[str] = []
    losses: list[Loss] = []
    for item in quiz.items:
        options = _options(quiz, item)
        refusal = _refusal(item, options)
        if refusal:
            losses.append(Loss(item.id, f"the question: {refusal}"))
            continue
        blocks.append(_block(item, options))
        lost = ", ".join(_lost(item, options))
        losses += [Loss(item.id, lost)] if lost else []
    if not blocks:
        return Exported((), tuple(losses))
    text = "\n\n".join(blocks) + "\n"
    return Exported((Artifact(f"{quiz.name}-aiken.txt", text.encode()),), tuple(losses))


def _options(quiz: Quiz, item: Item) -> tuple[arrange.Printed, ...]:
    """The options of which one is right, in the order of the paper; none for other questions."""
    match item.response:
        case Choice() as response:
            return arrange.choice(quiz, item, response)
        case TrueFalse(answer=answer):
            return (
                arrange.Printed("A", "True", answer),
                arrange.Printed("B", "False", not answer),
            )
        case Choices() | Words() | Figure() | Gaps() | Pairs() | Sequence() | Essay():
            return ()
        case _:
            assert_never(item.response)


def _refusal(item: Item, options: tuple[arrange.Printed, ...]) -> str:
    """Why there can be no such question in the file, or ""."""
    if not options:
        return "it is no choice of one among several"
    if not 2 <= len(options) <= MOST:
        return f"it has {len(options)} options"
    if not all(line(text) for text in (item.prompt, *(option.text for option in options))):
        return "it has no words that can be shown"
    if len(line(item.prompt)) < 2 or MARK.match(line(item.prompt)):
        return "it begins like an option"
    return ""


def _block(item: Item, options: tuple[arrange.Printed, ...]) -> str:
    rows = [f"{option.letter}. {line(option.text)}" for option in options]
    right = next(option.letter for option in options if option.right)
    return "\n".join([line(item.prompt), *rows, f"ANSWER: {right}"])


def _lost(item: Item, options: tuple[arrange.Printed, ...]) -> Iterator[str]:
    """What Aiken has no place for, of what the item has."""
    texts = (item.prompt, *(option.text for option in options))
    found: dict[str, bool] = {
        f"its {item.points} points": item.points != 1,
        "its line breaks": any("\n" in tidy(text) for text in texts),
        "why options are wrong": any(tidy(option.why) for option in options),
        "its explanation": bool(tidy(item.explain)),
        "its evidence": any(tidy(source.quote) for source in item.sources),
        "its tags": any(map(line, item.tags)),
    }
    if isinstance(item.response, Choice):
        found["the order of its options"] = bool(
            item.response.last or not arrange.is_shuffled(item.response)
        )
    yield from (what for what, there in found.items() if there)
