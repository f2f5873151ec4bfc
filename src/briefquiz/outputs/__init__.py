"""Output formats: one module each, joined in one table.

To add a format: a module with `render(quiz, build) -> tuple[Artifact, ...]`, then its line here.
"""

from collections.abc import Callable, Mapping
from typing import TypeAlias

from briefquiz.outputs import anki
from briefquiz.outputs.handouts import cards, practice, study
from briefquiz.outputs.paper import answer_sheet, cross_table, key, overlay, quick_key, quiz
from briefquiz.quiz import Artifact, Build, Quiz

Output: TypeAlias = Callable[[Quiz, Build], tuple[Artifact, ...]]

OUTPUTS: Mapping[str, Output] = {
    "apkg": anki.render,
    "quiz": quiz.render,
    "key": key.render,
    "quick-key": quick_key.render,
    "overlay": overlay.render,
    "answer-sheet": answer_sheet.render,
    "answer-overlay": answer_sheet.render_overlay,
    "versions": cross_table.render,
    "study": study.render,
    "cards": cards.render,
    "practice": practice.render,
}
"""Name on the command line → what makes the files. Artifacts are to be written in their order."""
