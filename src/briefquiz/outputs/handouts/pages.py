"""What the handouts share: their templates, style sheets and head lines."""

from collections.abc import Mapping

from markupsafe import Markup

from briefquiz.outputs import evidence, sheets
from briefquiz.outputs.labels import labels
from briefquiz.outputs.text import Calendar
from briefquiz.quiz import Item, Quiz, Source

FOOT_LIMIT = 64
"""A longer title is cut in the foot line, which has room for one line."""


def page(template: str, **values: object) -> bytes:
    """A template of the handouts, filled in: the file to write."""
    return sheets.rendered("handouts", template, **values)


def file(name: str) -> str:
    """The text of a style sheet or script of the handouts."""
    return sheets.file("handouts", name)


def words(quiz: Quiz, section: str) -> Mapping[str, str]:
    """The words that a handout prints of its own, in the quiz's language."""
    return {**labels(quiz.lang, "handouts"), **labels(quiz.lang, section)}


def origin(quiz: Quiz) -> str:
    """Who published the brief, and when."""
    return sheets.origin(quiz, quiz.lang)


def calendar(quiz: Quiz) -> Calendar:
    """How the quiz's language tells dates."""
    return sheets.calendar(quiz.lang)


def foot(quiz: Quiz) -> Markup:
    """Foot lines as CSS custom properties: the title, and which page of how many this is."""
    before, between, after = sheets.round_numbers(quiz.lang)
    title = sheets.cut(quiz.title, FOOT_LIMIT)
    parts = {"title": title, "before": before, "between": between, "after": after}
    values = (f"--foot-{name}: {sheets.css_string(text)};" for name, text in parts.items())
    return Markup(" ".join(values))


def quote(item: Item, source: Source) -> tuple[evidence.Piece, ...]:
    """Words of the brief, cut where the answer in them begins and ends."""
    return evidence.pieces(source.quote, evidence.wanted(item.response))
