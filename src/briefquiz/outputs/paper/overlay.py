"""`<name>-overlay.html`, the student's sheet with the answers on it, nothing moved by a hair.

Printed on a transparency it lies on a student's sheet; punched, it shows what was filled in.
"""

from briefquiz.outputs.paper import quiz as student
from briefquiz.outputs.paper.parts import Laid, versions
from briefquiz.outputs.paper.quiz import STYLES, Marks
from briefquiz.outputs.paper.sheet import file_name, page, sheet
from briefquiz.outputs.paper.solution import boxes, gaps, letters
from briefquiz.outputs.paper.wording import Wording, wording
from briefquiz.quiz import Artifact, Build, Figure, Quiz, Words


def render(quiz: Quiz, build: Build) -> tuple[Artifact, ...]:
    """The overlay for each version and each print; none for a quiz without items."""
    words = wording(quiz.lang, "overlay")
    return tuple(
        page(
            file_name(quiz, "overlay", version.letter, shown),
            "quiz.html",
            ("quiz.css", "overlay.css", *STYLES[shown]),
            sheet(quiz, words, words["quiz"], version.letter, shown),
            **{
                **student.contents(quiz, version, build.paper, words, marks),
                "overlay": words["overlay"],
            },
        )
        for version in versions(quiz, build.paper)
        for shown in build.paper.prints
    )


def marks(laid: Laid, words: Wording) -> Marks:
    """What is right, where a student would fill it in or write it. Nothing for an essay."""
    match laid.item.response:
        case Words(answer=answer) | Figure(answer=answer):
            return Marks(written=(answer,))
        case _:
            return Marks(letters(laid, words), boxes(laid) or gaps(laid))
