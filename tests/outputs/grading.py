"""Reads a student's paper and the keys as a person does, to see whether the keys are right.

Papers are texts in reading order with white space evened out; quizzes are those of
`random_quizzes`, in which each word stands once.
"""

import re

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

LETTERED = re.compile(r"\b([A-Z]) (t\w+|\d{4})\b")


def opening(item: Item) -> str:
    """The word with which an item begins on paper."""
    if isinstance(item.response, Gaps):
        return str(item.response.parts[0]).strip()
    return item.prompt


def stretch(paper: str, item: Item) -> str:
    """The paper from an item's first word to its score."""
    return paper.partition(opening(item))[2].partition(" / ")[0]


def number_of(paper: str, item: Item) -> int:
    """Its number on a paper."""
    found = re.search(rf"(\d+) {opening(item)}", paper)
    assert found, item
    return int(found.group(1))


def letters_on(paper: str, item: Item) -> dict[str, str]:
    """Word → letter, in the order printed."""
    if not isinstance(item.response, Choice | Choices | Pairs):
        return {}
    return {word: letter for letter, word in LETTERED.findall(stretch(paper, item))}


def right_on(paper: str, item: Item) -> list[str]:
    """The answer of an item, worked out from a student's paper; the model of an essay."""
    lettered = letters_on(paper, item)
    words = stretch(paper, item).split()
    match item.response:
        case Choice(answer=answer):
            return [lettered[answer]]
        case Choices(answers=answers):
            return sorted(lettered[answer] for answer in answers)
        case TrueFalse(answer=answer):
            return ["T" if answer else "F"]
        case Pairs(pairs=pairs):
            rights = dict(pairs)
            return [lettered[rights[word]] for word in words if word in rights]
        case Sequence(items=items):
            return [str(items.index(word) + 1) for word in words if word in items]
        case Gaps(parts=parts):
            return [part.answer for part in parts if isinstance(part, Gap)]
        case Words(answer=answer) | Figure(answer=answer):
            return [answer]
        case Essay(model=model):
            return [model]


def check_quick_key(of: Quiz, paper: str, quick: str) -> None:
    """Every row of the quick key is right for this paper."""
    for item in of.items:
        right = right_on(paper, item)
        said = (", " if isinstance(item.response, Gaps) else " ").join(right)
        row = f" {number_of(paper, item)} {said}"
        assert f"{row[:60]} " in f"{quick} ".replace(" …", " "), (item, quick)


def check_key(of: Quiz, paper: str, key: str) -> None:
    """Every answer of the teacher's key is right for this paper."""
    for item in of.items:
        right = right_on(paper, item)
        said = _said(key, item, number_of(paper, item))
        match item.response:
            case Choice(answer=answer):
                assert said.startswith(f"{right[0]} {answer}"), (item, said)
            case Choices(answers=answers):
                lettered = letters_on(paper, item)
                rows = sorted(f"{lettered[answer]} {answer}" for answer in answers)
                assert said.startswith(" ".join(rows)), (item, said)
            case TrueFalse(answer=answer):
                assert said.startswith(f"{right[0]} {answer}"), (item, said)
            case Pairs(pairs=pairs):
                lettered = letters_on(paper, item)
                for left, side in pairs:
                    assert f"{lettered[side]} {left} – {side}" in said, (item, said)
            case Sequence() | Gaps():
                assert said.startswith(" · ".join(right)), (item, said)
            case _:
                assert said.startswith(" ".join(right)), (item, said)


def _said(key: str, item: Item, number: int) -> str:
    """What stands in the key below an item's number and prompt."""
    found = re.search(rf"(?<!\S){number} {item.prompt} (.*)", key)
    assert found, (number, key)
    return found.group(1)
