"""Where ink is on a printed page: rules and boxes, which are no words. Lengths are in points."""

import subprocess
from collections.abc import Iterator
from dataclasses import dataclass

from tests.outputs.conftest import tool

DOTS = 2
"""Dots to a point: a hair line of 0.4 pt still leaves a trace."""
DARK = bytes(1 if grey < 200 else 0 for grey in range(256))


@dataclass(frozen=True)
class Rule:
    """A line across the page, by its upper edge, or that of a box."""

    top: float
    length: float


@dataclass(frozen=True)
class Ink:
    """A page as rows of dots, each 1 if it is dark."""

    rows: tuple[bytes, ...]

    def clear(self, top: float, bottom: float) -> bool:
        """Whether nothing is printed between two heights."""
        return not any(any(row) for row in self.rows[round(top * DOTS) : round(bottom * DOTS)])

    def first(self, left: float, right: float, top: float, bottom: float) -> float:
        """The height of the highest dot in a box."""
        for at in range(round(top * DOTS), round(bottom * DOTS)):
            if any(self.rows[at][round(left * DOTS) : round(right * DOTS)]):
                return at / DOTS
        raise AssertionError("nothing is printed there")

    def rules(self, least: float) -> Iterator[Rule]:
        """The lines across that are at least so long, from top to bottom."""
        before = False
        for at, row in enumerate(self.rows):
            longest = max(map(len, row.split(b"\0"))) / DOTS
            if longest >= least and not before:
                yield Rule(at / DOTS, longest)
            before = longest >= least


def pages(pdf: bytes) -> list[Ink]:
    """The pages of a PDF file."""
    program = tool("pdftoppm", "poppler-utils")
    done = subprocess.run(
        [program, "-gray", "-r", str(72 * DOTS)], input=pdf, check=True, capture_output=True
    )
    return list(_pages(done.stdout))


def _pages(data: bytes) -> Iterator[Ink]:
    """The pictures of a portable grey map, one after the other."""
    while data:
        kind, size, most, data = data.split(b"\n", 3)
        assert (kind, most) == (b"P5", b"255")
        width, height = map(int, size.split())
        dots = data[: width * height].translate(DARK)
        data = data[width * height :]
        yield Ink(tuple(dots[at : at + width] for at in range(0, len(dots), width)))
