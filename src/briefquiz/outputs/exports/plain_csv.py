"""`<name>.csv`: a line for each question, a column for each of its fields, nothing left out.

A cell that holds a list separates its values by "|"; in it `\\|`, `\\n` and `\\\\` stand for a bar,
a line break and a backslash. Cells that belong together (options and why they are wrong)
have as many values. The file is UTF-8 with a byte order mark, without which Excel guesses wrong.
"""

import csv
import io
from collections.abc import Iterable
from typing import assert_never

from briefquiz.outputs.exports.markup import legible
from briefquiz.outputs.exports.spreadsheet import guarded
from briefquiz.quiz import (
    Artifact,
    Choice,
    Choices,
    Essay,
    Exported,
    Figure,
    Gap,
    Gaps,
    Item,
    Pairs,
    Quiz,
    Response,
    Sequence,
    TrueFalse,
    Words,
)

COLUMNS = (
    "quiz id kind shape points prompt answer also_right wrong why_wrong last order unit tolerance "
    "text hint left right extra steps lines rubric_points rubric explanation evidence paragraph "
    "tags fact"
).split()
ESCAPED = str.maketrans({"\\": "\\\\", "|": "\\|", "\n": "\\n"})


def export(quiz: Quiz) -> Exported:
    """The table; none for a quiz without items. Nothing is lost."""
    if not quiz.items:
        return Exported(())
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for item in quiz.items:
        row = _common(quiz, item) | _response(item.response)
        writer.writerow([guarded(row.get(column, "")) for column in COLUMNS])
    data = out.getvalue().encode("utf-8-sig")
    return Exported((Artifact(f"{quiz.name}.csv", data),))


def listed(values: Iterable[str]) -> str:
    """Several values in one cell; one value that is empty as `\\-`, unlike no value."""
    cells = [legible(value).translate(ESCAPED) for value in values]
    return "\\-" if cells == [""] else "|".join(cells)


def beside(values: Iterable[str]) -> str:
    """Values that belong to those of another cell, which tells how many there are."""
    return "|".join(legible(value).translate(ESCAPED) for value in values)


def _common(quiz: Quiz, item: Item) -> dict[str, str]:
    return {
        "quiz": legible(quiz.id),
        "id": item.id,
        "kind": item.kind,
        "shape": type(item.response).__name__,
        "points": str(item.points),
        "prompt": legible(item.prompt),
        "explanation": legible(item.explain),
        "evidence": listed(source.quote for source in item.sources),
        "paragraph": beside(str(source.para or "") for source in item.sources),
        "tags": listed(item.tags),
        "fact": listed(f"{key}={value}" for key, value in item.fact.items()),
    }


def _response(response: Response) -> dict[str, str]:
    """The cells of a response shape. `text` is a text cut at its gaps, which stand in `answer`."""
    match response:
        case Choice(answer=answer, distractors=wrong, last=last, order=order):
            return {
                "answer": legible(answer),
                "wrong": listed(option.text for option in wrong),
                "why_wrong": beside(option.why for option in wrong),
                "last": legible(last),
                "order": order,
            }
        case Choices(answers=answers, distractors=wrong):
            return {
                "answer": listed(answers),
                "wrong": listed(option.text for option in wrong),
                "why_wrong": beside(option.why for option in wrong),
            }
        case TrueFalse(answer=truth):
            return {"answer": str(truth)}
        case Words(answer=answer, accept=accept):
            return {"answer": legible(answer), "also_right": listed(accept)}
        case Figure(answer=answer, unit=unit, tolerance=tolerance, accept=accept):
            return {
                "answer": legible(answer),
                "also_right": listed(accept),
                "unit": legible(unit),
                "tolerance": tolerance,
            }
        case Gaps() as gaps:
            return _gaps(gaps)
        case Pairs(pairs=pairs, extra=extra):
            return {
                "left": listed(left for left, _ in pairs),
                "right": listed(right for _, right in pairs),
                "extra": listed(extra),
            }
        case Sequence(items=items):
            return {"steps": listed(items)}
        case Essay(model=model, rubric=rubric, lines=lines):
            return {
                "answer": legible(model),
                "lines": str(lines),
                "rubric_points": beside(str(line.points) for line in rubric),
                "rubric": listed(line.text for line in rubric),
            }
        case _:
            assert_never(response)


def _gaps(response: Gaps) -> dict[str, str]:
    text = [""]
    gaps = []
    for part in response.parts:
        if isinstance(part, Gap):
            gaps.append(part)
            text.append("")
        else:
            text[-1] += part
    return {
        "answer": listed(gap.answer for gap in gaps),
        "text": listed(text),
        "hint": beside(gap.hint for gap in gaps),
    }
