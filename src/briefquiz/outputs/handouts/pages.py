"""What the handouts share: their templates, style sheets and head lines."""

import re
from collections.abc import Mapping
from functools import cache
from importlib import resources

import jinja2
from markupsafe import Markup

from briefquiz.outputs import evidence
from briefquiz.outputs.labels import labels
from briefquiz.outputs.text import Calendar, printable, spelt_date
from briefquiz.quiz import Item, Quiz, Source

FOLDER = "templates/handouts"
FOOT_LIMIT = 64
"""A longer title is cut in the foot line, which has room for one line."""


def page(template: str, **values: object) -> bytes:
    """A template of the handouts, filled in: the file to write."""
    return _templates().get_template(template).render(values).encode()


@cache
def file(name: str) -> str:
    """The text of a style sheet or script beside the templates."""
    return (resources.files("briefquiz.outputs") / FOLDER / name).read_text("utf-8")


@cache
def _templates() -> jinja2.Environment:
    return jinja2.Environment(
        loader=jinja2.PackageLoader("briefquiz.outputs", FOLDER),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_printable,
    )


def _printable(value: object) -> object:
    if isinstance(value, str) and not isinstance(value, Markup):
        return printable(value)
    return value


def words(quiz: Quiz, section: str) -> Mapping[str, str]:
    """The words that a handout prints of its own, in the quiz's language."""
    return {**labels(quiz.lang, "handouts"), **labels(quiz.lang, section)}


def origin(quiz: Quiz) -> str:
    """Who published the brief, and when."""
    published = spelt_date(quiz.published, calendar(quiz))
    return ", ".join(part for part in (quiz.source, published) if part)


def calendar(quiz: Quiz) -> Calendar:
    """How the quiz's language tells dates."""
    words = labels(quiz.lang, "handouts")
    months, in_days = (tuple(words[key].split()) for key in ("months", "months_in_days"))
    return Calendar(months, in_days, words["day_and_month"])


def foot(quiz: Quiz) -> Markup:
    """Foot lines as CSS custom properties: the title, and which page of how many this is."""
    line = " ".join(quiz.title.split())
    title = line if len(line) <= FOOT_LIMIT else line[:FOOT_LIMIT].rsplit(" ", 1)[0] + " …"
    before, between, after = re.split(r"\{n\}|\{m\}", labels(quiz.lang, "sheet")["page"])
    parts = {"title": title, "before": before, "between": between, "after": after}
    values = (f"--foot-{name}: {css_string(text)};" for name, text in parts.items())
    return Markup(" ".join(values))


def css_string(text: str) -> str:
    """The text as a CSS string: nothing in it can end the string or the style sheet."""
    safe = "".join(
        char if char.isalnum() or char == " " else f"\\{ord(char):x} " for char in printable(text)
    )
    return f'"{safe}"'


def quote(item: Item, source: Source) -> tuple[evidence.Piece, ...]:
    """Words of the brief, cut where the answer in them begins and ends."""
    return evidence.pieces(source.quote, evidence.wanted(item.response))
