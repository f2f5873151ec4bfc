"""A note as Anki shows it: its fields in the templates of its note type.

Only what our templates use of Anki's language: a field, a section that a field opens, a box to
type in, a gap. A test holds it against the real Anki.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from briefquiz.outputs.anki.note_types import NoteType

_SECTION = re.compile(r"\{\{#(?P<name>[^}]+)\}\}(?P<body>.*?)\{\{/(?P=name)\}\}", re.DOTALL)
_FIELD = re.compile(r"\{\{(?P<filters>(?:[a-z]+:)*)(?P<name>[^}#/]+)\}\}")
_CLOZE = re.compile(r"\{\{c(?P<number>\d+)::(?P<answer>.*?)(?:::(?P<hint>.*?))?\}\}", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Card:
    """Both sides of one card, as HTML for the body of a page."""

    front: str
    back: str


def card(note_type: NoteType, fields: Mapping[str, str], ordinal: int) -> Card:
    """The card of a note with these fields, name → HTML; `ordinal` counts cards from 0."""
    return Card(
        _side(note_type.front, fields, ordinal, front=True),
        _side(note_type.back, fields, ordinal, front=False),
    )


def _side(template: str, fields: Mapping[str, str], ordinal: int, *, front: bool) -> str:
    while found := _SECTION.search(template):
        kept = found["body"] if fields.get(found["name"], "").strip() else ""
        template = template[: found.start()] + kept + template[found.end() :]

    def value(match: re.Match[str]) -> str:
        text = fields.get(match["name"], "")
        filters = match["filters"].split(":")
        if "type" in filters:
            return _box(text, front=front)
        return _gapped(text, ordinal + 1, front=front) if "cloze" in filters else text

    return _FIELD.sub(value, template)


def _box(wanted: str, *, front: bool) -> str:
    """The box to type in and, on the back, what Anki shows of an answer that nobody typed."""
    if front:
        return '<input type="text" id="typeans" aria-label="Type the answer">'
    return f'<code id="typeans">{wanted}</code>'


def _gapped(text: str, number: int, *, front: bool) -> str:
    """The text with its gap of that number open, or filled, and the other gaps filled."""

    def gap(match: re.Match[str]) -> str:
        if int(match["number"]) != number:
            return f'<span class="cloze-inactive">{match["answer"]}</span>'
        shown = f"[{match['hint'] or '...'}]" if front else match["answer"]
        return f'<span class="cloze">{shown}</span>'

    return _CLOZE.sub(gap, text)
