"""Hyphens at the ends of lines, where the file itself tells the two kinds apart.

Some programs break words with the typographic hyphen (U+2010) and print one that belongs to a word
with that of the keyboard. Then no guess is needed: the first goes, the second stays.
"""

from collections.abc import Iterable
from dataclasses import replace

from briefquiz.readers.pdf.lines import Line

TYPOGRAPHIC, UNBREAKING, PLAIN = "‐", "‑", "-"
SOFT, KEPT = "\u00ad", "\u2060"  # both go with the other invisible characters


def are_sure(lines: Iterable[Line]) -> bool:
    """Whether words of these lines are broken with a hyphen of its own."""
    return any(line.text.endswith(TYPOGRAPHIC) for line in lines)


def settled(line: Line, sure: bool) -> Line:
    """The line with plain hyphens, but for one at its end that is surely a break, or surely not."""
    runs = [replace(run, text=run.text.replace(UNBREAKING, PLAIN)) for run in line.runs]
    end = runs[-1].text
    if sure and end.endswith(TYPOGRAPHIC):
        runs[-1] = replace(runs[-1], text=end[:-1] + SOFT)
    elif sure and end.endswith(PLAIN):
        runs[-1] = replace(runs[-1], text=end + KEPT)
    plain = (replace(run, text=run.text.replace(TYPOGRAPHIC, PLAIN)) for run in runs)
    return replace(line, runs=tuple(plain))


def between(line: Line) -> str:
    """What stands between a line and the next: nothing after a hyphen that is to stay."""
    return "" if line.text.endswith(KEPT) else "\n"
