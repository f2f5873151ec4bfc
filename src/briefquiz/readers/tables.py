"""Rows of tables in plain text: with bars, with columns made of blanks, or all figures."""

import re
from collections.abc import Sequence

GAP = re.compile(r"(?<![.?!:;,])(?: {2,}|\t+)| {4,}|\t+")
FIGURE = re.compile(r"[($€£]*[-+–]?[\d.,]*\d[%)]*|[-–—]|n/?a", re.IGNORECASE)


def is_row(line: str) -> bool:
    """Whether the line by itself is a table row: it has bars between its cells."""
    stripped = line.strip()
    if stripped.startswith("|") or stripped.endswith("|"):
        return stripped.count("|") >= 2 or not stripped.strip("| ")
    if re.fullmatch(r"[|+:=\s─━│┼-]{4,}", stripped):
        return "|" in stripped or "+" in stripped
    return stripped.count("|") >= 2


def is_figures(text: str) -> bool:
    """Whether the text is hardly more than figures, as a row that lost its bars is."""
    tokens = text.split()
    figures = sum(FIGURE.fullmatch(token) is not None for token in tokens)
    return len(tokens) >= 3 and figures * 3 >= len(tokens) * 2


def columns(chunk: Sequence[str]) -> bool:
    """Whether the lines form columns made of blanks: two cells at least, in line with each other.

    Spaces after a full stop make no column, and neither do those of justified text, whose gaps
    stand anywhere.
    """
    if len(chunk) < 2:
        return False
    rows = [line.rstrip() for line in chunk]
    gaps = [_gaps(row) for row in rows]
    with_cells = [row for row, found in zip(rows, gaps, strict=True) if found]
    if len(with_cells) * 3 < len(rows) * 2:
        return False
    starts = [found[-1].end() for found in gaps if found]
    ends = [len(row) for row in with_cells]
    return _agree(starts) or (len({len(found) for found in gaps}) == 1 and _agree(ends))


def _gaps(row: str) -> list[re.Match[str]]:
    return [gap for gap in GAP.finditer(row) if row[: gap.start()].strip()]


def _agree(places: Sequence[int]) -> bool:
    return len(places) >= 2 and any(
        sum(abs(place - other) <= 1 for other in places) * 3 >= len(places) * 2 for place in places
    )
