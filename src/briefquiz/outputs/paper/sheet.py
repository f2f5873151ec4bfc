"""What all sheets share: head and foot lines, names of files, the templates."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

import jinja2
from markupsafe import Markup

from briefquiz.outputs.paper.wording import Wording
from briefquiz.outputs.text import printable
from briefquiz.quiz import Artifact, Print, Quiz

FOOT_LIMITS: dict[Print, int] = {"normal": 50, "large": 24, "dyslexia": 28}
"""A longer title is cut in the foot line, which has room for one line."""

View = Mapping[str, object]
"""The values that one fragment prints."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """Head and foot lines, and the words a sheet prints.

    `label` is what the sheet is, `version` the words for it ("" if there is one version only),
    `foot` and `pages` are CSS strings: the title, and the words round the numbers of page and
    pages. `part_heading` is the element of a part's heading, one lower below those of sections.
    """

    words: Wording
    title: str
    label: str
    print: str
    version: str
    origin: str
    foot: Markup
    foot_version: Markup
    pages: tuple[Markup, ...]
    name_line: Markup
    points: int
    part_heading: str

    @property
    def lang(self) -> str:
        """The language, as HTML wants it."""
        return self.words.lang

    @property
    def window(self) -> str:
        """What tells this sheet from the others of the quiz, for the window's title."""
        return ", ".join(part for part in (self.label, self.print, self.version) if part)


def sheet(
    quiz: Quiz, words: Wording, label: str, letter: str = "", shown: Print = "normal"
) -> Sheet:
    """Head and foot lines of a sheet of a quiz: what it is, of which version, in which print."""
    version = words["version"].format(letter=letter) if letter else ""
    before, between, after = _round_numbers(words["page"])
    return Sheet(
        words=words,
        title=quiz.title,
        label=label,
        print="" if shown == "normal" else words[shown],
        version=version,
        origin=origin(quiz, words),
        foot=css_string(cut(quiz.title, FOOT_LIMITS[shown])),
        foot_version=css_string(version),
        pages=(css_string(before[:1].upper() + before[1:]), css_string(between), css_string(after)),
        name_line=css_string(words["name"]),
        points=quiz.points,
        part_heading="h3" if quiz.parts else "h2",
    )


def _round_numbers(pattern: str) -> tuple[str, str, str]:
    """What stands before, between and after the numbers: "page {n} of {m}"."""
    before, _, rest = pattern.partition("{n}")
    between, _, after = rest.partition("{m}")
    return before, between, after


def origin(quiz: Quiz, words: Wording) -> str:
    """Who published the brief, and when."""
    return ", ".join(part for part in (quiz.source, words.date(quiz.published)) if part)


def file_name(quiz: Quiz, sheet_name: str, letter: str = "", shown: Print = "normal") -> str:
    """`<name>-<sheet>.html`, with the letter of a version and the name of a print."""
    parts = (quiz.name, sheet_name, letter, "" if shown == "normal" else shown)
    return "-".join(part for part in parts if part) + ".html"


def cut(text: str, limit: int) -> str:
    """The text in one line, cut at a word if it is longer than the limit."""
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    return line[:limit].rsplit(" ", 1)[0] + " …"


def css_string(text: str) -> Markup:
    """The text as a CSS string: nothing in it can end the string or the style sheet."""
    safe = "".join(
        char if char.isalnum() or char == " " else f"\\{ord(char):x} " for char in printable(text)
    )
    return Markup(f'"{safe}"')


def page(
    name: str, template: str, styles: tuple[str, ...], sheet: Sheet, **values: object
) -> Artifact:
    """A sheet as an HTML file of this name with its styling inside: nothing to load or to run.

    `styles` are style sheets beside the template, later ones first.
    """
    css = "\n".join(_file(style) for style in ("tokens.css", "base.css", *styles))
    html = (
        _templates()
        .get_template(template)
        .render(css=Markup(css), sheet=sheet, words=sheet.words, **values)
    )
    return Artifact(name, html.encode())


@cache
def _file(name: str) -> str:
    folder = resources.files("briefquiz.outputs") / "templates" / "paper"
    return (folder / name).read_text("utf-8")


@cache
def _templates() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("briefquiz.outputs", "templates/paper"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_printable,
    )
    environment.filters["css_string"] = css_string
    return environment


def _printable(value: object) -> object:
    if isinstance(value, str) and not isinstance(value, Markup):
        return printable(value)
    return value
