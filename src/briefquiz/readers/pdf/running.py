"""What is printed on every page over and under its text."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from briefquiz.readers import furniture, looks
from briefquiz.readers.pdf.lines import Line, Page, merged

OUTERMOST = 4  # lines at the top and at the bottom of a page that may be such
MARGIN = 0.1  # of the height
MOST_WORDS = 14
APART = 1.7  # sizes between such a line and the text


def taken_off(pages: Sequence[Page]) -> tuple[list[Page], list[Line]]:
    """The pages without running heads and feet, and those that stood at the top of the first.

    They are no text, but may hold the date.
    """
    seen = Counter(mark for page in pages for mark in {_mark(line) for line in _outer(page)})
    kept, heads = [], []
    for number, page in enumerate(pages):
        off = {
            line for line in _outer(page) if seen[_mark(line)] > 1 or _is_loose(line, page, number)
        }
        if number == 0:
            top = [line for line in off if line.y > page.height / 2]
            heads = sorted(top, key=lambda line: (-line.y, line.x0))
        kept.append(replace(page, lines=tuple(line for line in page.lines if line not in off)))
    return kept, heads


def _outer(page: Page) -> list[Line]:
    order = sorted(page.lines, key=lambda line: -line.y)
    return list(dict.fromkeys([*order[:OUTERMOST], *order[-OUTERMOST:]]))


def _mark(line: Line) -> tuple[str, int]:
    """The same for the same line on another page: figures may count up, its place may shake."""
    return re.sub(r"\d+|\b[ivxl]+\b", "#", line.text.casefold()), round(line.y / 4)


def _is_loose(line: Line, page: Page, number: int) -> bool:
    """Whether a line that no other page repeats stands in the margin, or is a page number."""
    low, high = MARGIN * page.height, (1 - MARGIN) * page.height
    if low < line.y < high or (number == 0 and line.y >= high):
        return False
    if furniture.PAGE.fullmatch(line.text):
        return True
    if len(line.text.split()) > MOST_WORDS or looks.ends_sentence(line.text):
        return False
    others = [other.y for other in merged(page.lines) if abs(other.y - line.y) > 1]
    return min((abs(y - line.y) for y in others), default=0.0) > APART * line.size
