"""A timeline: a ruler standing upright that stretches where much happened.

It is cut into segments: a year; in a year with many events its quarters; in a quarter with still
more its months. A segment is as tall as its labels need, and runs of empty years close up to a
break; inside a segment time is linear. Days are dots on the ruler; months, years and ranges are
bars in lanes left of it. Leaders run level to the ruler and then slant to their labels: both ends
have one order, so they never cross.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from briefquiz.outputs.pictures.known import Event
from briefquiz.outputs.pictures.layout import BOLD, LEAD, spread, width, wrap
from briefquiz.outputs.pictures.svg import (
    CARD,
    SIZE,
    Drawing,
    Look,
    drawing,
    label,
    line,
    number,
)
from briefquiz.outputs.text import MONTHS

LINE = SIZE * LEAD
GAP, PAD = 1.25, 1.3
"""Between labels, and between a label and the end of its segment."""
CROWDED = 4
"""So many events in a year are told apart by quarters; two more in a quarter, by months."""
LEAST_YEAR, LEAST_FIRST, LEAST_PART, BREAK = 7.5, 6.2, 3.6, 6.0
"""Heights: of a year, of its first part (which has the year beside it), of other parts."""
LANE = 2.5
NARROW = 90.0
"""In less room a label stands under its date, not beside it."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of the ruler; without days it stands for years in which nothing happened."""

    first: date | None
    after: date | None
    top: float
    bottom: float
    events: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Columns:
    """Where things stand: the ruler, dates, texts; and the look of it all."""

    ruler: float
    dates: float
    texts: float
    below_dates: bool
    look: Look

    def lines(self, event: Event) -> list[str]:
        """The event's text as it is broken."""
        return wrap(event.text, SIZE, self.look.width - self.texts - 1.0)

    def height(self, event: Event) -> float:
        """Height of an event's label."""
        return (len(self.lines(event)) + self.below_dates) * LINE


def timeline(
    events: Sequence[Event],
    look: Look = CARD,
    notes: Mapping[str, str] | None = None,
    months: Sequence[str] = MONTHS,
) -> Drawing:
    """The events, which come in order of time, as a picture.

    `notes`: item id → a small number behind it. `months` are the names on the ruler.
    """
    lanes = _lanes(events)
    columns = _columns(events, look, max(lanes.values(), default=-1) + 1)
    segments = _segments(events, columns)
    parts = [
        *_ruler(segments, columns, months),
        *_labels(events, segments, columns, lanes, notes or {}),
    ]
    words = "; ".join(map(_in_words, events))
    return drawing(parts, look, (look.width, segments[-1].bottom + 1), words)


def _in_words(event: Event) -> str:
    year = str(event.first.year)
    when = event.label if year in event.label else f"{event.label} {year}"
    return f"{when}{' (as reported)' if event.soft else ''}: {event.text}"


def _lanes(events: Sequence[Event]) -> dict[int, int]:
    """Which event's bar stands in which lane: the first that is free all its time."""
    free_from: list[date] = []
    lanes: dict[int, int] = {}
    bars = [(event.first, event.after, place) for place, event in enumerate(events)]
    for first, after, place in sorted(bars):
        if events[place].precision == "day":
            continue
        lane = next((n for n, free in enumerate(free_from) if free < first), len(free_from))
        free_from[lane : lane + 1] = [after]
        lanes[place] = lane
    return lanes


def _columns(events: Sequence[Event], look: Look, lanes: int) -> Columns:
    ruler = 9.6 + (2.6 + LANE * (lanes - 1) + 1.2 if lanes else 0.0)
    below = look.width < NARROW
    dates = ruler + (4.6 if below else 7.0)
    widest = max(width(event.label, SIZE, weight=BOLD) for event in events)
    return Columns(ruler, dates, dates if below else dates + widest + 1.2, below, look)


def _segments(events: Sequence[Event], columns: Columns) -> list[Segment]:
    years = sorted(
        {
            day.year
            for event in events
            for day in (event.first, event.middle, event.after - timedelta(1))
        }
    )
    segments: list[Segment] = []
    top = 1.0
    for place, year in enumerate(years):
        if place and year - years[place - 1] > 1:
            segments.append(Segment(None, None, top, top + BREAK))
            top += BREAK
        for first, after in _parts(year, events):
            mine = tuple(n for n, event in enumerate(events) if first <= event.middle < after)
            bottom = top + _needed(first, after, [columns.height(events[n]) for n in mine])
            segments.append(Segment(first, after, top, bottom, mine))
            top = bottom
    return segments


def _parts(year: int, events: Sequence[Event]) -> list[tuple[date, date]]:
    """The year, its quarters or some of its months, whatever tells its events apart."""

    def count(month: int, months: int) -> int:
        return sum(
            event.middle.year == year and month <= event.middle.month < month + months
            for event in events
        )

    starts = [1]
    if count(1, 12) >= CROWDED:
        starts = []
        for quarter in (1, 4, 7, 10):
            by_month = count(quarter, 3) >= CROWDED + 2
            starts += [quarter, quarter + 1, quarter + 2] if by_month else [quarter]
    days = [*(date(year, month, 1) for month in starts), date(year + 1, 1, 1)]
    return list(pairwise(days))


def _needed(first: date, after: date, heights: Sequence[float]) -> float:
    if (after - first).days > 300:
        least = LEAST_YEAR
    else:
        least = LEAST_FIRST if first.month == 1 else LEAST_PART
    labels = sum(heights) + GAP * (len(heights) - 1) + 2 * PAD if heights else 0.0
    return max(least, labels)


def _height_of(day: date, segments: Sequence[Segment]) -> float:
    """Where a day stands on the ruler."""
    at = segments[0].top
    for segment in segments:
        if segment.first is None or segment.after is None or day < segment.first:
            continue
        if day >= segment.after:
            at = segment.bottom
            continue
        part = (day - segment.first).days / (segment.after - segment.first).days
        return segment.top + (segment.bottom - segment.top) * part
    return at


def _ruler(segments: Sequence[Segment], columns: Columns, months: Sequence[str]) -> Iterator[str]:
    x, look = number(columns.ruler), columns.look
    across = number(look.width)
    free_from = 0.0
    for segment in segments:
        top, bottom = segment.top, segment.bottom
        if segment.first is None:
            zigzag = f"V{number((top + bottom) / 2 - 1.4)}l-1.3 .9l2.6 .9l-2.6 .9l1.3 .9"
            yield line(f"M{x} {number(top)}{zigzag}V{number(bottom)}", look.ink, 0.28)
            continue
        if segment.first.month == 1:
            yield line(f"M0 {number(top)}H{across}", look.quiet, 0.1)
            year = str(segment.first.year)
            yield label(0, top + 4.3, year, 'font-size="3.4" font-weight="700"')
            free_from = top + 4.3 + 3
        else:
            yield line(f"M{number(columns.ruler - 1)} {number(top)}h2", look.quiet, 0.1)
            if top + 2.4 > free_from:
                month = months[segment.first.month - 1][:3]
                yield label(0, top + 2.4, month, f'font-size="2.3" fill="{look.quiet}"')
                free_from = top + 2.4 + 3
        yield line(f"M{x} {number(top)}V{number(bottom)}", look.ink, 0.28)
    yield line(f"M0 {number(segments[-1].bottom)}H{across}", look.quiet, 0.1)


def _labels(
    events: Sequence[Event],
    segments: Sequence[Segment],
    columns: Columns,
    lanes: Mapping[int, int],
    notes: Mapping[str, str],
) -> Iterator[str]:
    for segment in segments:
        mine = [events[n] for n in segment.events]
        wanted = [_height_of(event.middle, segments) for event in mine]
        room = (segment.top + PAD, segment.bottom - PAD)
        centres = spread(wanted, [columns.height(event) for event in mine], GAP, room)
        for place, event, centre in zip(segment.events, mine, centres, strict=True):
            at = _height_of(event.first if event.precision == "day" else event.middle, segments)
            mark, edge = _mark(event, segments, columns, lanes.get(place, 0))
            yield mark
            yield _leader(edge, at, centre, columns)
            yield from _label(event, centre, columns, notes.get(event.item, ""))


def _mark(
    event: Event, segments: Sequence[Segment], columns: Columns, lane: int
) -> tuple[str, float]:
    """The dot or bar of an event, and where its leader begins."""
    look = columns.look
    if event.precision == "day":
        x, y = number(columns.ruler), number(_height_of(event.first, segments))
        fill = look.paper if event.soft else look.ink
        stroke = f'stroke="{look.ink if event.soft else look.paper}" stroke-width=".25"'
        return f'<circle cx="{x}" cy="{y}" r=".95" fill="{fill}" {stroke}/>', columns.ruler + 0.95
    middle = columns.ruler - 2.6 - LANE * lane
    top = _height_of(event.first, segments) + 0.3
    bottom = max(_height_of(event.after - timedelta(1), segments) - 0.3, top + 2.0)
    half = 0.45 if event.precision == "range" and not event.soft else 0.85
    fill = look.ink if half < 0.5 else "none"
    dashes = ' stroke-dasharray=".8 .6"' if event.soft else ""
    box = " ".join(
        f'{name}="{number(value)}"'
        for name, value in (
            ("x", middle - half), ("y", top), ("width", 2 * half), ("height", bottom - top),
            ("rx", 0.0 if half < 0.5 else half),
        )
    )  # fmt: skip
    mark = f'<rect {box} fill="{fill}" stroke="{look.ink}" stroke-width=".3"{dashes}/>'
    return mark, middle + half


def _leader(edge: float, at: float, centre: float, columns: Columns) -> str:
    end = columns.dates - 0.8
    level = number(columns.ruler + 1.3)
    to = f"L{number(end - 1.4)} {number(centre)}H{number(end)}"
    return line(f"M{number(edge)} {number(at)}H{level}{to}", columns.look.quiet, 0.13)


def _label(event: Event, centre: float, columns: Columns, note: str) -> Iterator[str]:
    lines = columns.lines(event)
    first = centre - columns.height(event) / 2 + SIZE * 0.95
    yield label(columns.dates, first, event.label, 'font-weight="700"')
    for place, text in enumerate(lines):
        y = first + (place + columns.below_dates) * LINE
        behind = note if place == len(lines) - 1 else ""
        yield label(columns.texts, y, text, note=behind)
