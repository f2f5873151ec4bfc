"""Footnotes: the small print at the foot of a column."""

import re
from collections.abc import Sequence

from briefquiz.readers.pdf.lines import Line

SMALL = 0.94  # of the size of the text
MARK = re.compile(r"\s*(?:[⁰¹²³⁴-⁹]+|\d{1,3}[.)]?\s|\[\d{1,3}\]|[*†‡§])")
LOWER = 0.55  # of the height: small print above is a box or a caption


def without(flow: Sequence[Line], size: float, height: float) -> list[Line]:
    """The column without the small print at its foot; a column all in small print stays."""
    at = len(flow)
    while at and flow[at - 1].size < SMALL * size and flow[at - 1].y < LOWER * height:
        at -= 1
    # A mark in the midst of it begins the notes: what stands above may be a small paragraph.
    return list(flow[:at]) if at else _marked(flow)


def _marked(flow: Sequence[Line]) -> list[Line]:
    first = next((at for at, line in enumerate(flow) if MARK.match(line.text)), len(flow))
    return list(flow[:first])
