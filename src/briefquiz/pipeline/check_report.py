"""What a check found, in lines for a person and as plain data for tools."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from briefquiz.pipeline.report import counted, listed

if TYPE_CHECKING:
    from briefquiz.errors import Problem
    from briefquiz.pipeline.checking import Checked

MOST_DOUBTS = 10
"""Kinds of doubt that are told one by one; all of them are in the data."""
MOST_WAITING = 10
"""Questions on the review shelf that are named; all of them are in the data."""
STATUSES = ("ready", "approved", "review", "rejected")


def of_file(checked: "Checked") -> Iterator[str]:
    """One line for a file without mistakes, or one that cannot be read."""
    if checked.unread:
        yield (
            f"{checked.file}: cannot be read until this is mended, so no question was counted; "
            "nothing in it is lost or changed"
        )
    if not checked.count("error"):
        yield f"{checked.file}: {_verdict(checked)}{_evidence(checked)}"


def total(files: Sequence["Checked"]) -> Iterator[str]:
    """Questions by status and problems, then what waits on the review shelf, and why."""
    statuses = sum((Counter(checked.statuses) for checked in files), Counter[str]())
    found = _found(files)
    faulty = sum(checked.faulty for checked in files)
    by_status = {**{status: statuses[status] for status in STATUSES}, "with mistakes": faulty}
    shelves = listed(by_status)
    number = counted(statuses.total() + faulty, "question")
    if shelves or not all(checked.unread for checked in files):
        found = "; ".join(filter(None, (f"{number}: {shelves}" if shelves else number, found)))
    yield found
    doubts = sum((Counter(checked.doubts) for checked in files), Counter[str]())
    if doubts:
        yield "doubts on the review shelf:"
    width = len(str(max(doubts.values(), default=0)))
    ranked = sorted(doubts.items(), key=lambda entry: (-entry[1], entry[0]))
    for doubt, times in ranked[:MOST_DOUBTS]:
        yield f"  {times:>{width}}  {doubt}"
    if more := ranked[MOST_DOUBTS:]:
        yield f"  {sum(times for _, times in more):>{width}}  others"
    yield from _waiting(files)


def _verdict(checked: "Checked") -> str:
    """Not "no mistakes" beside a warning: a wrong answer may be what it warns of."""
    warnings = counted(checked.count("warning"), "warning")
    if checked.doubtful:
        return f"can be built, but look at {counted(checked.doubtful, 'question')} ({warnings})"
    return f"can be built, with {warnings}" if checked.count("warning") else "no mistakes"


def _evidence(checked: "Checked") -> str:
    """What was looked for in the brief, and how many questions had nothing to look for."""
    if checked.missing_brief:
        return f"; its brief {checked.missing_brief} is not there"
    if not checked.brief:
        return ""
    silent = f" ({counted(checked.unquoted, 'question')} without one)" * bool(checked.unquoted)
    return f"; every quote is in {checked.brief}{silent}"


def _waiting(files: Sequence["Checked"]) -> Iterator[str]:
    """Where the review shelf stands, question by question."""
    shelf = [f"{checked.file}:{line} {name}" for checked in files for name, line in checked.waiting]
    names = {checked.file for checked in files if checked.waiting}
    if shelf:
        name = min(names) if len(names) == 1 else "FILE"
        yield f"waiting for your yes or no (briefquiz review {name} shows them one by one):"
    yield from (f"  {place}" for place in shelf[:MOST_WAITING])
    if more := len(shelf[MOST_WAITING:]):
        yield f"  and {more} more: search the file for status: review"


def data(files: Sequence["Checked"]) -> dict[str, object]:
    """Everything, in a shape that stays: docs/check.md describes it."""
    return {
        "problems": [_row(problem) for checked in files for problem in checked.problems],
        "files": [
            {
                "file": checked.file,
                "brief": checked.brief,
                "questions": {status: checked.statuses.get(status, 0) for status in STATUSES},
                "doubts": dict(sorted(checked.doubts.items())),
                "waiting": [{"id": name, "line": line} for name, line in checked.waiting],
                "without_quote": checked.unquoted,
            }
            for checked in files
        ],
    }


def _row(problem: "Problem") -> dict[str, str | int]:
    return {
        "file": problem.file,
        "line": problem.line,
        "column": problem.column,
        "severity": problem.severity,
        "rule": problem.rule or "format",
        "message": problem.message,
        "hint": problem.hint,
    }


def _found(files: Sequence["Checked"]) -> str:
    """ "1 mistake, 3 warnings"; "" if there are none."""
    mistakes = sum(checked.count("error") for checked in files)
    warnings = sum(checked.count("warning") for checked in files)
    said = {"mistake": mistakes, "warning": warnings}
    return ", ".join(counted(number, noun) for noun, number in said.items() if number)
