"""Formats of other systems: one module each, joined in one table.

To add a format: a module with `export(quiz) -> Exported`, then its line here. Whatever of a quiz
is not in the files is named as a `Loss`, question by question.
"""

from collections.abc import Callable, Mapping
from typing import TypeAlias

from briefquiz.outputs.exports import (
    aiken,
    blooket,
    gift,
    kahoot,
    markdown,
    moodle,
    plain_csv,
    qti12,
    qti21,
    tsv,
)
from briefquiz.quiz import Exported, Quiz

Export: TypeAlias = Callable[[Quiz], Exported]

EXPORTS: Mapping[str, Export] = {
    "gift": gift.export,
    "moodle": moodle.export,
    "aiken": aiken.export,
    "markdown": markdown.export,
    "qti21": qti21.export,
    "qti12": qti12.export,
    "tsv": tsv.export,
    "csv": plain_csv.export,
    "kahoot": kahoot.export,
    "blooket": blooket.export,
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
