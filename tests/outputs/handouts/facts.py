"""Items that know a fact, to test what becomes of it."""

from dataclasses import replace

from briefquiz.quiz import Item, Kind, Quiz, Source, Words
from tests.outputs.samples import sample_quiz

QUOTE = "In 2022 the ferry carried 310,000 people."


def item(kind: Kind = "cause", quote: str = QUOTE, answer: str = "x", **fact: str) -> Item:
    return Item(
        id="i",
        kind=kind,
        prompt="?",
        response=Words(answer),
        fact=fact,
        sources=(Source(quote, 1),) if quote else (),
    )


def quiz_of(*items: Item) -> Quiz:
    own = tuple(replace(item, id=f"i{at}") for at, item in enumerate(items))
    return replace(sample_quiz(), items=own)
