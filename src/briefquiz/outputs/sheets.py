"""What all sheets in HTML share: templates and style sheets, text in CSS, who published what."""

from functools import cache
from importlib import resources
from typing import Literal, TypeAlias

import jinja2
from markupsafe import Markup

from briefquiz.outputs.labels import labels
from briefquiz.outputs.text import Calendar, printable, spelt_date, unbroken
from briefquiz.quiz import Quiz

Folder: TypeAlias = Literal["paper", "handouts"]
TOKENS = "tokens.css"
"""The style sheet that all share, beside the folders."""


def rendered(folder: Folder, template: str, **values: object) -> bytes:
    """A template of a folder, filled in: the file to write."""
    return _templates(folder).get_template(template).render(values).encode()


@cache
def file(folder: Folder, name: str) -> str:
    """The text of a style sheet or script beside the templates, or of the one that all share."""
    beside = resources.files("briefquiz.outputs") / "templates"
    return (beside / name if name == TOKENS else beside / folder / name).read_text("utf-8")


@cache
def _templates(folder: Folder) -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("briefquiz.outputs", f"templates/{folder}"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_printable,
    )
    environment.filters["css_string"] = css_string
    environment.filters["unbroken"] = lambda text, lang: unbroken(text, calendar(lang))
    return environment


def _printable(value: object) -> object:
    if isinstance(value, str) and not isinstance(value, Markup):
        return printable(value)
    return value


def css_string(text: str) -> Markup:
    """The text as a CSS string: nothing in it can end the string or the style sheet."""
    safe = "".join(
        char if char.isalnum() or char == " " else f"\\{ord(char):x} " for char in printable(text)
    )
    return Markup(f'"{safe}"')


def cut(text: str, limit: int) -> str:
    """The text in one line, cut at a word if it is longer than the limit."""
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    return line[:limit].rsplit(" ", 1)[0] + " …"


def round_numbers(lang: str) -> tuple[str, str, str]:
    """What a foot line has before, between and after the numbers: "page {n} of {m}"."""
    before, _, rest = labels(lang, "sheet")["page"].partition("{n}")
    between, _, after = rest.partition("{m}")
    return before, between, after


def calendar(lang: str) -> Calendar:
    """How a language tells dates."""
    words = labels(lang, "sheet")
    months, in_days = (tuple(words[key].split()) for key in ("months", "months_in_days"))
    return Calendar(months, in_days, words["day_and_month"])


def origin(quiz: Quiz, lang: str) -> str:
    """Who published the brief, and when, in the words of a language."""
    published = spelt_date(quiz.published, calendar(lang))
    return ", ".join(part for part in (quiz.source, published) if part)
