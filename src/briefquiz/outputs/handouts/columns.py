"""Which parts of a study sheet stand beside each other: whatever makes it shortest.

Heights are estimated in mm from the letters that a line holds; a sheet set otherwise is longer
by a few lines, never wrong.
"""

from collections.abc import Sequence
from typing import Literal, TypeAlias

from briefquiz.outputs.handouts.figures import KeyFigure
from briefquiz.outputs.handouts.people import Actor
from briefquiz.outputs.pictures.known import Undated

Columns: TypeAlias = Literal["figures", "all", "actors", "none"]
"""What stands beside the timeline: the figures; the figures, and the actors under it; the actors,
and the figures below; nothing."""

FIGURE, ACTOR, LINE, HEADING = 9.5, 6.0, 4.1, 11.0
"""Heights: a figure, a name, a line below either, a heading with the space above it."""
PAGE, HEAD, SHELF = 249.0, 24.0, 8.0
"""Heights: what Letter paper has room for, the head of the sheet, the space below a drawing."""
NOTE, NOTE_LETTERS = 4.1, 36
"""Height of a line of the notes, and how many letters it has."""
LETTERS = 32
"""How many letters a line of a narrow column has."""
FIGURE_LETTERS = 19
"""How many letters of large type."""
DAY_LETTERS = 70
"""How many letters a line of a day without a year has, below a timeline."""


def best(
    timeline: float, figures: Sequence[KeyFigure], actors: Sequence[Actor]
) -> tuple[Columns, float]:
    """How to set the upper part of the sheet, and how tall it gets.

    `timeline` is the height of the drawing with its legend and of what is listed below it, 0 if
    there is neither.
    """
    numbers, people = figures_height(figures), actors_height(actors)
    ways: dict[Columns, float] = {"none": timeline + _across(numbers) + _across(people)}
    if timeline and figures:
        ways["figures"] = max(timeline, numbers) + _across(people)
    if timeline and figures and actors:
        ways["all"] = max(timeline + HEADING + people / 2, numbers)
    if timeline and actors:
        ways["actors"] = max(timeline, people) + _across(numbers)
    shortest = min(ways, key=lambda way: ways[way])
    return shortest, ways[shortest]


def pages(upper: float, shelves: Sequence[float], quotes: Sequence[str]) -> float:
    """How many pages of Letter paper a sheet takes, about: its upper part, its map, its notes."""
    at = HEAD + upper
    for place, shelf in enumerate(shelves):
        needed = shelf + (0 if place else HEADING)
        if at % PAGE + needed > PAGE:  # a drawing is not split
            at += PAGE - at % PAGE
        at += needed + SHELF
    notes = sum(NOTE * _lines(quote, NOTE_LETTERS) for quote in quotes)
    return (at + _across(notes)) / PAGE


def _across(height: float) -> float:
    """The height of a narrow column set in three."""
    return HEADING + height / 3 if height else 0.0


def figures_height(figures: Sequence[KeyFigure]) -> float:
    """The height of the figures in one narrow column."""
    return sum(
        FIGURE
        + 6.0 * (_lines(" · ".join(figure.values), FIGURE_LETTERS) - 1)
        + LINE * _lines(figure.text + figure.attribution, LETTERS)
        for figure in figures
    )


def actors_height(actors: Sequence[Actor]) -> float:
    """The height of the actors in one narrow column."""
    return sum(
        ACTOR + sum(LINE * _lines(d.text + d.attribution, LETTERS) for d in actor.deeds)
        for actor in actors
    )


def days_height(days: Sequence[Undated]) -> float:
    """The height of the days without a year below a timeline, 0 if there is none."""
    listed = sum(LINE * _lines(f"{day.label} {day.text}", DAY_LETTERS) for day in days)
    return listed + HEADING if days else 0.0


def _lines(text: str, letters: int) -> int:
    return -(-len(text) // letters)
