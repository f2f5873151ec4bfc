"""One piece of work for many paths."""

from collections.abc import Callable, Iterable
from pathlib import Path

from briefquiz.errors import BriefquizError, Problem


def each(
    paths: Iterable[Path], work: Callable[[Path], None], known: Iterable[Problem] = ()
) -> None:
    """Do the work for every path; what is wrong with one does not stop the others."""
    problems = list(known)
    for path in paths:
        try:
            work(path)
        except BriefquizError as error:
            problems += error.problems
    if problems:
        raise BriefquizError(problems)
