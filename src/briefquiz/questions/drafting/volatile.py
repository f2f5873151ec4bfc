"""Figures and offices that change: they say when they held."""

import re
from dataclasses import replace

from briefquiz.questions.drafting.candidate import Candidate

VOLATILE = re.compile(r"\s(?:currently|at present|at the moment)\b(?!-)")
MONTHS = (
    "January February March April May June July August September October November December".split()
)


def as_of(candidate: Candidate, published: str) -> Candidate:
    """The candidate with "currently" replaced by the date of the brief, or a word for it."""
    when = f"as of {printed(published)}" if published else "at the time of the brief"
    return replace(
        candidate,
        prompt=VOLATILE.sub(f" ({when})", candidate.prompt),
        statement=VOLATILE.sub(f" ({when})", candidate.statement),
    )


def printed(iso: str) -> str:
    """ "2019-01" -> "January 2019"; "2019-01-21" -> "21 January 2019"."""
    parts = [int(part) for part in iso.split("-")]
    words = [str(parts[0]), *(MONTHS[month - 1] for month in parts[1:2]), *map(str, parts[2:])]
    return " ".join(reversed(words))
