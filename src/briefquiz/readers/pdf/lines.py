"""Runs of letters to lines: words in their order, raised figures as what they mean."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from briefquiz.readers import footmarks, labels
from briefquiz.readers.damage import UNTOLD
from briefquiz.readers.pdf.process import Run

BLANK = 0.1  # of the size: a wider gap between two runs is a space
NAMELESS = re.compile(rf"{UNTOLD}(?:\s|$)")
PART = 0.9  # a wider one parts columns: the narrowest gutter of a typesetter is one size wide
CELL = 1.5  # in a column, a wider one parts the cells of a table
SMALL = 0.86  # of the size beside it: what is smaller may be raised
RAISED = 0.1  # of the size above the baseline


@dataclass(frozen=True, slots=True)
class Line:
    """Some words on one baseline, from x0 to x1, in points. `cells` counts those of a table row."""

    x0: float
    y: float
    x1: float
    size: float
    runs: tuple[labels.Run, ...]
    cells: int = 1

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(run.text for run in self.runs)

    @property
    def bold(self) -> bool:
        """Whether it is all in bold."""
        return all(run.strong for run in self.runs if run.text.strip())


@dataclass(frozen=True, slots=True)
class Page:
    """A page's lines, not yet in order; columns and cells are lines of their own."""

    width: float
    height: float
    lines: tuple[Line, ...]


def page(width: float, height: float, runs: Sequence[Run]) -> Page:
    """The lines that the runs of a page make, each broken where a column or cell ends."""
    found: list[Line] = []
    for run in runs:
        line = _line(run)
        last = found[-1] if found else None
        if last and _adjoin(last, line):
            found[-1] = _join(last, line)
        else:
            found.append(line)
    return Page(width, height, tuple(map(_with_bullet, _repaired(found))))


def body_size(lines: Iterable[Line]) -> float:
    """The size in which most letters are printed."""
    counts: Counter[float] = Counter()
    for line in lines:
        counts[round(line.size, 1)] += len(line.text)
    return max(counts, key=lambda size: (counts[size], size)) if counts else 1.0


def merged(lines: Iterable[Line]) -> list[Line]:
    """The lines of one column from top to bottom, those on one baseline as one with cells."""
    out: list[Line] = []
    for line in sorted(lines, key=lambda line: (-line.y, line.x0)):
        last = out[-1] if out else None
        if last and abs(last.y - line.y) < 0.3 * min(last.size, line.size) and line.x0 >= last.x1:
            gap = labels.Run("   " if line.x0 - last.x1 > CELL * last.size else " ")
            apart = line.x0 - last.x1 > CELL * last.size
            joined = (*last.runs, gap, *line.runs)
            cells = last.cells + line.cells if apart else last.cells
            out[-1] = replace(last, x1=line.x1, runs=joined, cells=cells)
        else:
            out.append(line)
    return out


def _with_bullet(line: Line) -> Line:
    """A sign without a name at the start, and a gap: the bullet of a font of signs."""
    if not NAMELESS.match(line.text):
        return line
    first = replace(line.runs[0], text=line.runs[0].text.replace(UNTOLD, "•", 1))
    return replace(line, runs=(first, *line.runs[1:]))


def _line(run: Run) -> Line:
    x0, y, x1, size, bold, text = run
    return Line(x0, y, x1, size, (labels.Run(text, bold),))


def _adjoin(last: Line, line: Line) -> bool:
    size = max(last.size, line.size)
    return abs(last.y - line.y) < 0.45 * size and -0.4 * size < line.x0 - last.x1 < PART * size


def _join(last: Line, line: Line) -> Line:
    """Two neighbours as one; the smaller may be raised over the other's baseline."""
    gap = "" if line.x0 - last.x1 < BLANK * max(last.size, line.size) else " "
    if _is_raised(line, last):
        mark = labels.Run(footmarks.raised(line.text))
        return replace(last, x1=max(last.x1, line.x1), runs=(*last.runs, mark))
    if _is_raised(last, line):
        mark = labels.Run(footmarks.raised(last.text) + gap)
        return replace(line, x0=last.x0, runs=(mark, *line.runs))
    runs = (*last.runs, labels.Run(gap, last.runs[-1].strong), *line.runs)
    large = last if last.size >= line.size else line
    return Line(last.x0, large.y, max(last.x1, line.x1), large.size, runs)


def _is_raised(small: Line, large: Line) -> bool:
    return small.size < SMALL * large.size and small.y > large.y + RAISED * large.size


def _repaired(lines: Sequence[Line]) -> list[Line]:
    """Lines whose parts came out of order, as some programs write them, put together."""
    rows: dict[int, list[Line]] = {}
    out: list[Line] = []
    for line in lines:
        key = round(line.y)
        for other in rows.get(key, []):
            if abs(other.y - line.y) < 0.5 and 0 <= line.x0 - other.x1 < 0.5 * line.size:
                out[out.index(other)] = joined = _join(other, line)
                rows[key][rows[key].index(other)] = joined
                break
        else:
            rows.setdefault(key, []).append(line)
            out.append(line)
    return out
