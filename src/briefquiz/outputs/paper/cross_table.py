"""`<name>-versions.html`, which question of a version is which of the others, for all versions.

For whoever reads scans, or moves a question's result from one version to another.
"""

from dataclasses import dataclass

from briefquiz.outputs.paper.parts import Laid, versions
from briefquiz.outputs.paper.sheet import file_name, page, sheet
from briefquiz.outputs.paper.solution import boxes, letters, replaced
from briefquiz.outputs.paper.wording import Wording, wording
from briefquiz.outputs.sheets import cut
from briefquiz.quiz import Artifact, Build, Quiz

PROMPT_LIMIT = 64
ACROSS = 4
"""So many versions fit on a page side by side; more go into further tables."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A question in a version: its number, what is right, and where the letters of A stand."""

    number: int
    answer: str
    letters: str


@dataclass(frozen=True, slots=True)
class Row:
    """A question in all versions of a table."""

    number: int
    prompt: str
    cells: tuple[Cell, ...]


def render(quiz: Quiz, build: Build) -> tuple[Artifact, ...]:
    """The table of all versions; none if there is only one."""
    words = wording(quiz.lang, "versions")
    found = versions(quiz, build.paper)
    if len(found) < 2:
        return ()
    laid = [sorted(version.laid, key=lambda one: one.first) for version in found]
    tables = []
    for start in range(0, len(found), ACROSS):
        some = slice(start, start + ACROSS)
        heads = [words["version"].format(letter=version.letter) for version in found[some]]
        rows = [_row(row[0], row[some], words) for row in zip(*laid, strict=True)]
        tables.append((heads, rows))
    return (
        page(
            file_name(quiz, "versions"),
            "versions.html",
            ("versions.css",),
            sheet(quiz, words, words["versions"]),
            tables=tables,
        ),
    )


def _row(first: Laid, laid: tuple[Laid, ...], words: Wording) -> Row:
    cells = (
        Cell(one.number, "".join(letters(one, words)) or " ".join(boxes(one)), replaced(one, first))
        for one in laid
    )
    return Row(first.number, cut(first.item.prompt, PROMPT_LIMIT), tuple(cells))
