"""Formats of other systems: one module each, joined in one table.

To add a format: a module with `export(quiz) -> Exported`, then its line here. Whatever of a quiz
is not in the files is named as a `Loss`, question by question.
"""

from collections.abc import Callable, Mapping
from typing import TypeAlias

from briefquiz.outputs.exports import aiken, gift, markdown, moodle
from briefquiz.quiz import Exported, Quiz

Export: TypeAlias = Callable[[Quiz], Exported]

EXPORTS: Mapping[str, Export] = {
    "gift": gift.export,
    "moodle": moodle.export,
    "aiken": aiken.export,
    "markdown": markdown.export,
}
"""Name on the command line → what makes the files."""

LABELS: Mapping[str, str] = {
    "gift": "GIFT",
    "moodle": "Moodle XML",
    "aiken": "Aiken",
    "markdown": "Markdown",
    "qti21": "QTI 2.1",
    "qti12": "QTI 1.2",
    "tsv": "TSV",
    "csv": "CSV",
    "kahoot": "Kahoot",
    "blooket": "Blooket",
}
"""Name on the command line → what people call the format."""
