"""Lines to paragraphs, headings, list items and table rows."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from briefquiz.readers import labels, looks, marks, plain, tables, wrap
from briefquiz.readers.decode import clean
from briefquiz.readers.pdf import hyphens
from briefquiz.readers.pdf.lines import Line
from briefquiz.readers.pieces import MEMO, ROW, Piece

SLACK = 4.0  # points: ragged lines are not measured to the letter
POINT = re.compile(r"\d+\.\d")
LARGER = 1.06  # times the size of the text: a heading
MOST_TITLE_WORDS = 40
MOST_HEADING_WORDS = 24
MOST_HEADING_LINES = 4
GAP = re.compile(r" {3,}")
LEADERS = re.compile(r"(?:\.\s?){4,}\s*\w{1,5}$|\s\.{3,}\s*\d+$")


@dataclass(frozen=True, slots=True)
class Column:
    """A column and what is usual in it: its edges and the way from one line to the next."""

    lines: Sequence[Line]
    left: float
    right: float
    pitch: float


def pieces(flows: Sequence[Sequence[Line]], size: float) -> list[Piece]:
    """The pieces of the columns in order; what a column's end cut in two is one again."""
    groups: list[list[Line]] = []
    sure = hyphens.are_sure(line for flow in flows for line in flow)
    for flow in flows:
        column = _column([hyphens.settled(line, sure) for line in flow])
        fresh = list(_groups(column))
        if groups and fresh and _goes_over(groups[-1], fresh[0]):
            groups[-1] += fresh.pop(0)
        groups += fresh
    found = (_piece(group, size) for group in groups)
    whole = _together([piece for piece in found if piece])
    return plain.carried_on(plain.checked_numbers(labels.memos(whole)))


def joined(lines: Sequence[Line]) -> str:
    """The words of some lines, as one."""
    return wrap.joined(clean("".join(run.text for run in _runs(lines))).split("\n"))


def _column(flow: Sequence[Line]) -> Column:
    ways = [above.y - below.y for above, below in pairwise(flow)]
    near = [way for way, line in zip(ways, flow, strict=False) if 0 < way < 2.2 * line.size]
    left = sorted(line.x0 for line in flow)[len(flow) // 10] if flow else 0.0
    right = sorted(line.x1 for line in flow)[-1 - len(flow) // 10] if flow else 0.0
    return Column(flow, left, right, median(near) if near else 0.0)


def _groups(column: Column) -> Iterator[list[Line]]:
    """The lines of each paragraph, heading, item, or table."""
    group: list[Line] = []
    for line in column.lines:
        if group and _begins(group, line, column):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _begins(group: Sequence[Line], line: Line, column: Column) -> bool:
    """Whether a line begins something new."""
    last = group[-1]
    if (line.cells > 1) != (last.cells > 1):
        return True
    if line.cells > 1:
        return False
    if abs(line.size - last.size) > 0.05 * last.size or line.bold != last.bold:
        return not _is_run_in(group, line)
    way = last.y - line.y
    usual = column.pitch if line.size < 1.3 * column.pitch else 1.35 * line.size
    if way > 1.22 * usual + 0.5 or way < 0:
        return True
    return _is_marked(group, line, column) or _is_indented(group, line, column)


def _is_run_in(group: Sequence[Line], line: Line) -> bool:
    """Whether a bold line of the text's own size is only the start of the paragraph below it."""
    last = group[-1]
    same = abs(line.size - last.size) <= 0.05 * last.size and 0 < last.y - line.y < 1.5 * line.size
    text = last.text
    return same and len(group) == 1 and not line.bold and _is_cut(text) and line.text[:1].islower()


def _is_cut(text: str) -> bool:
    return not looks.ends_sentence(text) and not text.endswith(":")


def _is_marked(group: Sequence[Line], line: Line, column: Column) -> bool:
    mark = _mark(line)
    if not mark:
        return False
    first = group[0]
    moved = abs(line.x0 - group[-1].x0) > 0.5 * line.size
    listed = bool(_mark(first)) and abs(line.x0 - first.x0) < 0.5 * line.size
    return mark in marks.ROUND or moved or listed or _is_short(group[-1], line, column)


def _is_indented(group: Sequence[Line], line: Line, column: Column) -> bool:
    first, last = group[0], group[-1]
    step = line.x0 - last.x0
    listed = bool(_mark(first))
    if abs(step) > 0.25 * line.size and _is_centred(last, line):
        return _fits(line, last, column.right)
    if step > 0.7 * line.size:
        return not (listed and len(group) == 1)
    if step < -0.7 * line.size:
        indented = len(group) == 1 and not listed and line.x0 >= column.left - line.size
        hanging = listed and len(group) == 1
        return not indented or hanging
    if _is_short(last, line, column):
        ended = looks.ends_sentence(last.text) or last.text.endswith(":")
        return ended or (_is_far_short(last, column) and not line.text[:1].islower())
    return False


def _is_centred(last: Line, line: Line) -> bool:
    return abs((line.x0 + line.x1) - (last.x0 + last.x1)) < line.size


def _is_short(last: Line, line: Line, column: Column) -> bool:
    """Whether the line above ends before the next word would have made it."""
    indent = min(line.x0 - column.left, 6 * line.size)  # a displayed quotation has two margins
    return _fits(line, last, column.right - max(indent, 0.0))


def _is_far_short(last: Line, column: Column) -> bool:
    """Whether a line ends so early that only its own end can have ended it."""
    return last.x1 < column.left + 0.6 * (column.right - column.left)


def _fits(line: Line, last: Line, edge: float) -> bool:
    """Whether the line's first word would have fitted at the end of the line above."""
    word = line.text.split(maxsplit=1)[0] if line.text.strip() else ""
    letter = (line.x1 - line.x0) / max(1, len(line.text))
    return last.x1 + letter * (len(word) + 1.5) < edge - SLACK


def _mark(line: Line) -> str:
    """The mark before a list item; a figure with a point before small letters is none."""
    mark, rest = marks.numbered(line.text)
    return "" if POINT.match(mark) and not rest[:1].isupper() else mark


def _goes_over(before: Sequence[Line], after: Sequence[Line]) -> bool:
    """Whether a paragraph goes on in the next column or on the next page."""
    last, first = before[-1], after[0]
    if last.cells > 1 or first.cells > 1 or last.bold != first.bold:
        return False
    if abs(last.size - first.size) > 0.05 * last.size:
        return False
    if _mark(first) in marks.ROUND:
        return False
    return len(before) + len(after) > 2 and _is_cut(last.text)


def _piece(group: Sequence[Line], size: float) -> Piece | None:
    text = "".join(run.text for run in _runs(group))
    if group[0].cells > 1:
        return _row(group, text)
    if LEADERS.search(text) or tables.is_figures(text):
        return Piece("paragraph", clean(text), mark=ROW)
    piece = labels.piece(list(_runs(group)), "")
    if piece is None or piece.mark == MEMO:
        return piece
    if len(group) > MOST_HEADING_LINES:
        return piece
    large = median(line.size for line in group) > LARGER * size
    bold = all(line.bold for line in group)
    flat = wrap.joined(clean(text).split("\n"))
    number, bare = marks.numbered(flat)
    if (large or bold) and looks.is_heading(bare.removesuffix(":"), MOST_HEADING_WORDS):
        return Piece("heading", bare.removesuffix(":"), number, sure=large)
    if not piece.mark and len(group) == 1 and looks.is_heading(flat):
        return Piece("heading", flat)
    return piece


def _row(group: Sequence[Line], text: str) -> Piece:
    """Lines with gaps in them: rows of a table, or one line of justified text."""
    if len(group) == 1 and looks.is_prose(text):
        return Piece("paragraph", clean(" ".join(text.split())))
    return Piece("paragraph", clean(text), mark=ROW)


def _runs(group: Sequence[Line]) -> Iterator[labels.Run]:
    for at, line in enumerate(group):
        if at:
            yield labels.Run(hyphens.between(group[at - 1]), line.bold)
        yield from line.runs


def _together(pieces: Sequence[Piece]) -> list[Piece]:
    """Drop what stands between two rows of a table: a cell whose words took two lines."""
    rows = [at for at, piece in enumerate(pieces) if piece.mark == ROW]
    within = {
        at
        for first, second in pairwise(rows)
        if second - first <= 3
        for at in range(first, second)
        if pieces[at].words <= 12 and not looks.ends_sentence(pieces[at].text)
    }
    within |= {at - 1 for at in rows if at and _heads_row(pieces[at - 1], pieces[at])}
    return [
        replace(piece, kind="paragraph", mark=ROW, label="", sure=False) if at in within else piece
        for at, piece in enumerate(pieces)
    ]


def _heads_row(piece: Piece, row: Piece) -> bool:
    """Whether it is the narrower line over a row's cells: a word for each."""
    first = row.text.split("\n")[0]
    cells = (len(GAP.split(first)), len(first.split()))
    return not piece.mark and not piece.sure and piece.words > 1 and piece.words in cells
