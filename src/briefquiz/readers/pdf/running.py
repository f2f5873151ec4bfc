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
LARGE = 0.75  # times the size of the largest print: a head on the first page is smaller
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
    others = [other for other in merged(page.lines) if abs(other.y - line.y) > 1]
    gap = min((abs(other.y - line.y) for other in others), default=0.0)
    lowest = all(other.y > line.y for other in others)
    if furniture.PAGE.fullmatch(line.text) and lowest and line.y < 2 * MARGIN * page.height:
        return True
    if MARGIN * page.height < line.y < (1 - MARGIN) * page.height:
        return False
    if len(line.text.split()) > MOST_WORDS or looks.ends_sentence(line.text):
        return False
    if number == 0 and not lowest and line.size > LARGE * max(other.size for other in others):
        return False  # the title
    return gap > APART * line.size
