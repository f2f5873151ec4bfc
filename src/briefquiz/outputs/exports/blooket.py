"""`<name>-blooket.csv`: Blooket's template for the import of question sets."""

import csv
import io

from briefquiz.outputs.exports.games import Limits, rounds
from briefquiz.outputs.exports.spreadsheet import FORMULA
from briefquiz.quiz import Artifact, Exported, Quiz

LONGEST = 300
"""Seconds at most."""
ABOVE = ("Blooket\nImport Template", *[""] * 7)
HEAD = (
    "Question #",
    "Question Text",
    "Answer 1",
    "Answer 2",
    "Answer 3\n(Optional)",
    "Answer 4\n(Optional)",
    f"Time Limit (sec)\n(Max: {LONGEST} seconds)",
    "Correct Answer(s)\n(Only include Answer #)",
)


def export(quiz: Quiz) -> Exported:
    """The table; none for a quiz of which Blooket can ask nothing."""
    played, losses = rounds(quiz, Limits())
    if not played:
        return Exported((), losses)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerows((ABOVE, HEAD))
    for number, one in enumerate(played, 1):
        answers = [*map(_tame, one.answers), *[""] * (4 - len(one.answers))]
        right = ",".join(map(str, one.right))
        time = min(one.seconds, LONGEST)
        writer.writerow((number, _tame(one.prompt), *answers, time, right))
    data = out.getvalue().encode()
    return Exported((Artifact(f"{quiz.name}-blooket.csv", data),), losses)


def _tame(text: str) -> str:
    """The text after a space if a spreadsheet would run it: the game would show an apostrophe."""
    return f" {text}" if FORMULA.match(text) else text
