"""The lines of a page in the order in which they are read: bands, and columns within them."""

from collections.abc import Sequence

from briefquiz.readers.pdf.lines import Line, merged

FEWEST = 3  # lines in a column
NARROWEST = 0.2  # of the width of the text
MOST_CROSSING = 0.4  # of the lines may run across the gutter: titles, tables
LETTERS = 14  # a column of prose has more in most of its lines, one of a table fewer
GUTTER = 0.4  # of the size: less is a space between words
DEEPEST = 3


def flows(lines: Sequence[Line], depth: int = 0) -> list[list[Line]]:
    """The columns in reading order, each from top to bottom."""
    gutter = _gutter(lines) if depth < DEEPEST else None
    if gutter is None:
        return [merged(lines)] if lines else []
    out: list[list[Line]] = []
    band: list[Line] = []
    for line in sorted(lines, key=lambda line: -line.y):
        if _crosses(line, gutter):
            out += _band(band, gutter, depth)
            band = []
            if out and _follows(out[-1][-1], line, gutter):
                out[-1].append(line)
            else:
                out.append([line])
        else:
            band.append(line)
    return out + _band(band, gutter, depth)


def _band(band: Sequence[Line], gutter: float, depth: int) -> list[list[Line]]:
    left = [line for line in band if line.x1 <= gutter]
    right = [line for line in band if line.x1 > gutter]
    return [*flows(left, depth + 1), *flows(right, depth + 1)]


def _follows(last: Line, line: Line, gutter: float) -> bool:
    return _crosses(last, gutter) and last.y > line.y


def _crosses(line: Line, gutter: float) -> bool:
    return line.x0 < gutter - 1 and line.x1 > gutter


def _gutter(lines: Sequence[Line]) -> float | None:
    """Where the right column begins, if the lines stand in columns."""
    if len(lines) < 2 * FEWEST:
        return None
    left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
    margin = NARROWEST * (right - left)
    starts = sorted({round(line.x0) for line in lines if left + margin < line.x0 < right - margin})
    best: tuple[int, int, float] | None = None
    for start in starts:
        found = _parted(lines, start - 1.0)
        if found and (best is None or found < best):
            best = found
    return best[2] if best else None


def _parted(lines: Sequence[Line], gutter: float) -> tuple[int, int, float] | None:
    """How well the place parts the lines (less is better), or None where it does not."""
    space = GUTTER * min(line.size for line in lines)
    before = [line for line in lines if line.x1 <= gutter - space]
    after = [line for line in lines if line.x0 >= gutter - 1]
    across = len(lines) - len(before) - len(after)
    if min(len(before), len(after)) < FEWEST or across > MOST_CROSSING * len(lines):
        return None
    if not (_is_prose(before) and _is_prose(after) and _beside(before, after)):
        return None
    return across, -min(len(before), len(after)), gutter


def _is_prose(lines: Sequence[Line]) -> bool:
    return sum(len(line.text) > LETTERS for line in lines) * 2 > len(lines)


def _beside(before: Sequence[Line], after: Sequence[Line]) -> bool:
    """Whether the two stand side by side, and not one over the other."""
    top, bottom = max(line.y for line in before), min(line.y for line in before)
    size = before[0].size
    return sum(bottom - size <= line.y <= top + size for line in after) * 2 >= len(after) or sum(
        min(other.y for other in after) - size <= line.y <= max(other.y for other in after) + size
        for line in before
    ) * 2 >= len(before)
