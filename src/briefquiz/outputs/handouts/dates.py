"""How an event's date is told: with the word that bounds it in the brief ("after 1991")."""

import re
from dataclasses import replace

from briefquiz.outputs import evidence
from briefquiz.outputs.pictures.known import Event
from briefquiz.quiz import Choice, Item, Quiz, Words

BOUNDS = re.compile(
    r"\b(after|before|since|until|till|by|from|around|about|circa|early in|late in|"
    r"(?:in )?(?:early|mid|late)(?=-?\s*$)|(?:by|at|towards?) the end of|the end of)[\s-]*$",
    re.IGNORECASE,
)
"""What stands before a date that is no plain "in" or "on"."""


def bounded(event: Event, quiz: Quiz) -> Event:
    """The event, its date with the brief's bounding word, if the brief has one before it."""
    item = next(item for item in quiz.items if item.id == event.item)
    bound = _bound(item) if event.precision != "range" else ""
    return replace(event, label=f"{bound} {event.label}") if bound else event


def _bound(item: Item) -> str:
    match item.response:
        case Choice(answer=answer) | Words(answer=answer):
            pass
        case _:
            return ""
    for source in item.sources:
        span = evidence.find(answer, source.quote)
        found = BOUNDS.search(source.quote[: span[0]]) if span else None
        if found:
            return found[1].lower().removeprefix("in ")
    return ""
