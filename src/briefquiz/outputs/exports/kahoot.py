"""`<name>-kahoot.xlsx`: Kahoot's spreadsheet for the import of quizzes."""

from briefquiz.outputs.exports.games import Limits, rounds
from briefquiz.outputs.exports.spreadsheet import Cell, xlsx
from briefquiz.quiz import Artifact, Exported, Quiz

LIMITS = Limits(prompt=120, answer=75)
SECONDS = (5, 10, 20, 30, 60, 90, 120, 240)
"""The times that Kahoot knows."""
ABOVE = 7
"""Rows above the head row, which Kahoot skips; in its template they say how to fill it in."""
HEAD = (
    None,
    "Question - max 120 characters",
    *(f"Answer {number} - max 75 characters" for number in range(1, 5)),
    "Time limit (sec) – 5, 10, 20, 30, 60, 90, 120, or 240 secs",
    "Correct answer(s) - choose at least one",
)


def export(quiz: Quiz) -> Exported:
    """The sheet; none for a quiz of which Kahoot can ask nothing."""
    played, losses = rounds(quiz, LIMITS)
    if not played:
        return Exported((), losses)
    rows: list[tuple[Cell, ...]] = [(None, quiz.title), *[()] * (ABOVE - 1), HEAD]
    for number, one in enumerate(played, 1):
        gaps = (None,) * (4 - len(one.answers))
        right = ",".join(map(str, one.right))
        time = next((time for time in SECONDS if time >= one.seconds), SECONDS[-1])
        rows.append((number, one.prompt, *one.answers, *gaps, time, right))
    return Exported((Artifact(f"{quiz.name}-kahoot.xlsx", xlsx("Sheet1", rows)),), losses)
