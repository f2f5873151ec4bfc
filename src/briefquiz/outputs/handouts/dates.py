"""How an event is told: its date with the word that bounds it in the brief ("after 1991"), and
what happened with who says so."""

import re
from dataclasses import replace
from typing import TypeVar

from briefquiz.outputs import evidence
from briefquiz.outputs.pictures.known import Event, Undated
from briefquiz.quiz import Choice, Item, Quiz, Words

BOUNDS = re.compile(
    r"\b(after|before|since|until|till|by|from|around|about|circa|early in|late in|"
    r"(?:in )?(?:early|mid|late)(?=-?\s*$)|(?:by|at|towards?) the end of|the end of)[\s-]*$",
    re.IGNORECASE,
)
"""What stands before a date that is no plain "in" or "on"."""

Told = TypeVar("Told", Event, Undated)


def told(event: Told, quiz: Quiz) -> Told:
    """The event, its date with the brief's bounding word, its text with who says so."""
    item = next(item for item in quiz.items if item.id == event.item)
    bound = _bound(item) if event.precision != "range" else ""
    said = item.fact.get("attribution", "")
    return replace(
        event,
        label=f"{bound} {event.label}" if bound else event.label,
        text=f"{event.text} – {said}" if said and said not in event.text else event.text,
    )


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
