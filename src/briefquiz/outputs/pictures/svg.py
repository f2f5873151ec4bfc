"""The few parts of SVG that the drawings need, with their look as attributes.

No style sheet: a drawing shown as an image, or by a program that prints, gets none from its page.
"""

import html
from collections.abc import Iterable
from dataclasses import dataclass

from briefquiz.outputs.text import printable

FONT = "Arial, 'Liberation Sans', Helvetica, 'DejaVu Sans', sans-serif"
SIZE = 2.82
"""Eight points, in millimetres: the size of type in every drawing."""
SMALL = 2.55


@dataclass(frozen=True, slots=True)
class Look:
    """What differs between places where drawings are shown.

    `width` is the room, in units; `scale` is how many pixels a unit is in an image of its own.
    """

    width: float
    ink: str = "#000"
    quiet: str = "#000"
    accent: str = "#000"
    paper: str = "#fff"
    scale: float = 0.0


PAPER = Look(width=174.0)
PAPER_HALF = Look(width=112.0)
CARD = Look(64.0, ink="#1c1c1a", quiet="#62615b", accent="#14599c", paper="#fbfaf8", scale=5.25)
"""For a telephone 360 pixels wide. Cards turn light and dark round at night."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """An SVG element, its size in units, and in words all that it shows."""

    svg: str
    width: float
    height: float
    words: str


def drawing(parts: Iterable[str], look: Look, size: tuple[float, float], words: str) -> Drawing:
    """The parts as one SVG element. It can stand alone, as a file, or inside a page."""
    wide, high = size
    if look.scale:
        shown = f'width="{number(wide * look.scale)}" height="{number(high * look.scale)}"'
    else:
        shown = f'style="width:{number(wide)}mm;max-width:100%;height:auto"'
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" {shown} '
        f'viewBox="0 0 {number(wide)} {number(high)}" font-family="{FONT}" '
        f'font-size="{number(SIZE)}" fill="{look.ink}">'
    )
    title = f"<title>{escaped(words)}</title>"
    return Drawing("\n".join([head + title, *parts, "</svg>"]), wide, high, words)


def number(value: float) -> str:
    """A length with two decimals at most: "3", "2.5", "0.13"."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def escaped(text: str) -> str:
    """Any text between tags."""
    return html.escape(printable(text))


def label(x: float, y: float, text: str, look: str = "", note: str = "") -> str:
    """A line of text; `look` are attributes, `note` a small number behind it."""
    small = '<tspan dx=".5" dy="-.9" font-size="2.1" font-weight="400">'
    behind = f"{small}{escaped(note)}</tspan>" if note else ""
    shown = f" {look}" if look else ""
    return f'<text x="{number(x)}" y="{number(y)}"{shown}>{escaped(text)}{behind}</text>'


def line(path: str, color: str, weight: float, dashes: str = "") -> str:
    """A path that is not filled."""
    dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
    stroke = f'stroke="{color}" stroke-width="{number(weight)}"{dashed}'
    return f'<path d="{path}" fill="none" {stroke}/>'
