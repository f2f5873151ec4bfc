"""Response shape → the body of its item."""

from typing import assert_never

from briefquiz.outputs.exports.qti21 import picked, typed
from briefquiz.outputs.exports.qti21.parts import Body
from briefquiz.quiz import (
    Choice,
    Choices,
    Essay,
    Figure,
    Gaps,
    Item,
    Pairs,
    Quiz,
    Sequence,
    TrueFalse,
    Words,
)


def body(quiz: Quiz, item: Item) -> Body:
    """The body of an item of any shape."""
    match item.response:
        case Choice() | TrueFalse() as response:
            return picked.choice(quiz, item, response)
        case Choices() as response:
            return picked.choices(quiz, item, response)
        case Pairs() as response:
            return picked.pairs(quiz, item, response)
        case Sequence() as response:
            return picked.sequence(quiz, item, response)
        case Words() as response:
            return typed.words(item, response)
        case Figure() as response:
            return typed.figure(item, response)
        case Gaps() as response:
            return typed.gaps(item, response)
        case Essay() as response:
            return typed.essay(item, response)
        case _:
            assert_never(item.response)
