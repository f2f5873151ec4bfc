"""What quiz and key share: head lines, counts in words, the templates."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

import jinja2
from markupsafe import Markup

from briefquiz.outputs.paper.parts import origin
from briefquiz.outputs.text import printable
from briefquiz.quiz import Quiz

FOOT_LIMIT = 64
"""A longer title is cut in the foot line, which has room for one line."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """Head and foot lines. `foot` is the title as a CSS string, `size` questions and points,
    `part_heading` the element of a part's heading, which is one lower below those of sections."""

    lang: str
    title: str
    name: str
    label: str
    origin: str
    foot: Markup
    size: str
    points: int
    briefs: str
    part_heading: str
    farewell: str


def sheet(quiz: Quiz, name: str, label: str) -> Sheet:
    """Head and foot lines of a quiz; `name` says in the window's title what sheet it is."""
    count = len(quiz.items)
    return Sheet(
        lang=quiz.lang,
        title=quiz.title,
        name=name,
        label=label,
        origin=origin(quiz),
        foot=css_string(shortened(quiz.title)),
        size=f"{counted(count, 'question')}, {counted(quiz.points, 'point')}",
        points=quiz.points,
        briefs="the briefs" if quiz.parts else "the brief",
        part_heading="h3" if quiz.parts else "h2",
        farewell="Have you answered it?"
        if count == 1
        else f"Have you answered all {count} questions?",
    )


def counted(number: int, noun: str) -> str:
    """ "1 point", "3 points"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def shortened(title: str) -> str:
    """The title, cut at a word if it is too long for one line."""
    line = " ".join(title.split())
    if len(line) <= FOOT_LIMIT:
        return line
    return line[:FOOT_LIMIT].rsplit(" ", 1)[0] + " …"


def css_string(text: str) -> Markup:
    """The text as a CSS string: nothing in it can end the string or the style sheet."""
    safe = "".join(
        char if char.isalnum() or char == " " else f"\\{ord(char):x} " for char in printable(text)
    )
    return Markup(f'"{safe}"')


def page(template: str, css: str, **values: object) -> bytes:
    """A sheet as a HTML file with its styling inside: nothing to load, nothing to run."""
    styles = "\n".join(_file(name) for name in ("tokens.css", "base.css", css))
    html = _templates().get_template(template).render(css=Markup(styles), **values)
    return html.encode()


def _file(name: str) -> str:
    folder = resources.files("briefquiz.outputs") / "templates" / "paper"
    return (folder / name).read_text("utf-8")


@cache
def _templates() -> jinja2.Environment:
    return jinja2.Environment(
        loader=jinja2.PackageLoader("briefquiz.outputs", "templates/paper"),
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


View = Mapping[str, object]
"""The values that one fragment prints."""
