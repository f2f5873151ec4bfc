"""What all sheets on paper share: head and foot lines, names of files."""

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from briefquiz.outputs import sheets
from briefquiz.outputs.paper.wording import Wording
from briefquiz.outputs.sheets import css_string, cut, origin, round_numbers
from briefquiz.quiz import Artifact, Print, Quiz

FOOT_LIMITS: dict[Print, tuple[int, int]] = {
    "normal": (88, 50),
    "large": (56, 24),
    "dyslexia": (56, 28),
}
"""A longer title is cut in the foot line, which has room for one line: without, with versions."""

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
    before, between, after = round_numbers(words.lang)
    return Sheet(
        words=words,
        title=quiz.title,
        label=label,
        print="" if shown == "normal" else words[shown],
        version=version,
        origin=origin(quiz, words.lang),
        foot=css_string(cut(quiz.title, FOOT_LIMITS[shown][bool(version)])),
        foot_version=css_string(version),
        pages=(css_string(before[:1].upper() + before[1:]), css_string(between), css_string(after)),
        name_line=css_string(words["name"]),
        points=quiz.points,
        part_heading="h3" if quiz.parts else "h2",
    )


def file_name(quiz: Quiz, sheet_name: str, letter: str = "", shown: Print = "normal") -> str:
    """`<name>-<sheet>.html`, with the letter of a version and the name of a print."""
    parts = (quiz.name, sheet_name, letter, "" if shown == "normal" else shown)
    return "-".join(part for part in parts if part) + ".html"


def page(
    name: str, template: str, styles: tuple[str, ...], sheet: Sheet, **values: object
) -> Artifact:
    """A sheet as an HTML file of this name with its styling inside: nothing to load or to run.

    `styles` are style sheets beside the template, later ones first.
    """
    css = "\n".join(sheets.file("paper", style) for style in (sheets.TOKENS, "base.css", *styles))
    data = sheets.rendered(
        "paper", template, css=Markup(css), sheet=sheet, words=sheet.words, **values
    )
    return Artifact(name, data)
