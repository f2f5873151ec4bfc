"""`<name>-study.html`, the study sheet: a brief on a page or two, from what its questions know."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from briefquiz.outputs.handouts import columns, legends, pages
from briefquiz.outputs.handouts.causes import worded
from briefquiz.outputs.handouts.columns import Columns
from briefquiz.outputs.handouts.dates import told
from briefquiz.outputs.handouts.figures import KeyFigure, key_figures
from briefquiz.outputs.handouts.notes import Notes, numbered, used
from briefquiz.outputs.handouts.people import Actor, actors
from briefquiz.outputs.pictures import known
from briefquiz.outputs.pictures.causal_map import CausalMap, causal_map
from briefquiz.outputs.pictures.column import column
from briefquiz.outputs.pictures.known import DAY, Event, Undated
from briefquiz.outputs.pictures.layered import shelves
from briefquiz.outputs.pictures.svg import PAPER, PAPER_HALF, Drawing, Look, escaped
from briefquiz.outputs.pictures.svg import number as n
from briefquiz.outputs.pictures.timeline import timeline
from briefquiz.quiz import Artifact, Build, Quiz, Source

FULL = 1.9
"""A sheet of more pages than this is set in smaller type, to stay on two."""
SHOWN = re.compile(r' style="[^"]*"')
"""How large a drawing is shown, before it is said anew."""
ZOOM = 1.125
"""How much larger than a unit's millimetre drawings stand on paper: their type is then 9 points."""
WHOLE, HALF = Look(PAPER.width / ZOOM), Look(PAPER_HALF.width / ZOOM)
NARROW = Look(width=64.0)
"""On a telephone, as large as on paper."""
TALL = 225.0
"""Height, in mm, that a page has for a drawing below its heading."""
LEGEND = 8.0
"""Height, in mm, of the legend below a timeline."""


@dataclass(frozen=True, slots=True)
class Known:
    """All that the questions of a brief know."""

    events: tuple[Event, ...]
    undated: tuple[Undated, ...]
    figures: tuple[KeyFigure, ...]
    actors: tuple[Actor, ...]
    map: CausalMap

    def __bool__(self) -> bool:
        return bool(self.events or self.undated or self.figures or self.actors or self.map.arrows)


@dataclass(frozen=True, slots=True)
class Row:
    """An event or a causal link in words, for those who do not see the drawing."""

    cells: tuple[str, ...]
    note: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing, perhaps in pieces, and one for a narrow screen; the marks that they use; their
    content as rows."""

    svgs: tuple[Markup, ...]
    narrow: Markup
    legend: tuple[legends.Mark, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Noted:
    """Something said on the sheet, who says it, and the numbers of its proof."""

    value: str
    text: str
    attribution: str
    note: str


@dataclass(frozen=True, slots=True)
class Brief:
    """The sheet of one brief. What nothing is known of is empty."""

    number: int
    title: str
    origin: str
    timeline: Picture | None
    undated: tuple[Row, ...]
    figures: tuple[Noted, ...]
    actors: tuple[tuple[str, tuple[Noted, ...]], ...]
    map: Picture | None
    quotes: tuple[Source, ...]
    density: str
    columns: Columns


def render(quiz: Quiz, build: Build) -> tuple[Artifact, ...]:
    """The study sheet; none if no question knows a fact. It does not depend on the build."""
    words = pages.words(quiz, "study")
    several = bool(quiz.parts)
    briefs = [
        _brief(section, number, words)
        for number, section in enumerate(quiz.sections, 1)
        if _known(section)
    ]
    if not briefs:
        return ()
    data = pages.page(
        "study.html",
        css=Markup(pages.file("tokens.css") + pages.file("study.css")),
        foot=pages.foot(quiz),
        quiz=quiz,
        origin=pages.origin(quiz),
        briefs=briefs,
        heading="h3" if several else "h2",
        words=words,
    )
    return (Artifact(f"{quiz.name}-study.html", data),)


def _known(quiz: Quiz) -> Known:
    return Known(
        events=tuple(told(event, quiz) for event in known.events(quiz, pages.calendar(quiz))),
        undated=tuple(told(day, quiz) for day in known.undated(quiz, pages.calendar(quiz))),
        figures=key_figures(quiz),
        actors=actors(quiz),
        map=causal_map(worded(link, quiz) for link in known.links(quiz)),
    )


def _brief(quiz: Quiz, number: int, words: Mapping[str, str]) -> Brief:
    what = _known(quiz)
    sources = {item.id: item.sources for item in quiz.items}
    deeds = [deed for actor in what.actors for deed in actor.deeds]
    notes = numbered(
        tuple(
            used(
                (sources[event.item] for event in what.events),
                (sources[day.item] for day in what.undated),
                (figure.sources for figure in what.figures),
                (deed.sources for deed in deeds),
                (sources[arrow.link.item] for arrow in what.map.arrows),
            )
        )
    )
    numbers = {item_id: notes.of(proof) for item_id, proof in sources.items()}
    months = pages.calendar(quiz).months
    way, upper, drawn = _set(what, numbers, months)
    drawings = shelves(what.map, WHOLE, numbers) if what.map.arrows else ()
    length = columns.pages(
        upper, [ZOOM * d.height for d in drawings], [source.quote for source in notes.quotes]
    )
    return Brief(
        number=number,
        title=quiz.title,
        origin=pages.origin(quiz),
        timeline=_timeline(what.events, drawn, numbers, number, words, months) if drawn else None,
        undated=tuple(
            Row((day.label, _as_told(day.text, day.soft, words)), numbers[day.item])
            for day in what.undated
        ),
        figures=tuple(
            Noted(" · ".join(f.values), f.text, f.attribution, notes.of(f.sources))
            for f in what.figures
        ),
        actors=tuple((actor.name, _deeds(actor, notes)) for actor in what.actors),
        map=_map(what.map, drawings, numbers, number, words) if drawings else None,
        quotes=notes.quotes,
        density=" dense" if length > FULL else "",
        columns=way,
    )


def _deeds(actor: Actor, notes: Notes) -> tuple[Noted, ...]:
    return tuple(Noted("", d.text, d.attribution, notes.of(d.sources)) for d in actor.deeds)


def _set(
    what: Known, numbers: Mapping[str, str], months: Sequence[str]
) -> tuple[Columns, float, tuple[Drawing, ...]]:
    """How the upper part is set, how tall it gets, and the timeline as wide as it has room."""
    listed = columns.days_height(what.undated)
    if not what.events:
        return (*columns.best(listed, what.figures, what.actors), ())
    half = _timelines(what.events, HALF, numbers, months)
    tall = ZOOM * sum(drawn.height for drawn in half) + LEGEND + listed
    way, high = columns.best(tall, what.figures, what.actors)
    whole = _timelines(what.events, WHOLE, numbers, months) if way == "none" else half
    return way, high, whole


def _timelines(
    events: Sequence[Event], look: Look, numbers: Mapping[str, str], months: Sequence[str]
) -> tuple[Drawing, ...]:
    """The timeline, in pieces that a page holds."""
    drawn = timeline(events, look, numbers, months)
    if ZOOM * drawn.height <= TALL or len(events) < 2:
        return (drawn,)
    middle = len(events) // 2
    return (
        *_timelines(events[:middle], look, numbers, months),
        *_timelines(events[middle:], look, numbers, months),
    )


def _timeline(
    events: Sequence[Event],
    drawings: Sequence[Drawing],
    numbers: Mapping[str, str],
    number: int,
    words: Mapping[str, str],
    months: Sequence[str],
) -> Picture:
    title = words["timeline"].format(
        first=min(event.first.year for event in events), last=_last_year(events)
    )
    rows = tuple(
        Row((_when(event), _as_told(event.text, event.soft, words)), numbers[event.item])
        for event in events
    )
    svgs = tuple(
        _described(drawn, title, f"tl-{number}-{place}") for place, drawn in enumerate(drawings, 1)
    )
    narrow = _described(timeline(events, NARROW, numbers, months), title, f"tl-{number}-narrow")
    return Picture(svgs, narrow, legends.of_events(events, words), rows)


def _last_year(events: Sequence[Event]) -> int:
    return max((event.after - DAY).year for event in events)


def _when(event: Event) -> str:
    year = str(event.first.year)
    return event.label if year in event.label else f"{event.label} {year}"


def _map(
    whole: CausalMap,
    drawings: Sequence[Drawing],
    numbers: Mapping[str, str],
    number: int,
    words: Mapping[str, str],
) -> Picture:
    rows = tuple(
        Row(
            (
                whole.boxes[arrow.start],
                _as_told(arrow.link.word, arrow.link.soft, words),
                whole.boxes[arrow.end],
            ),
            numbers[arrow.link.item],
        )
        for arrow in whole.arrows
    )
    svgs = tuple(
        _described(drawn, words["map"], f"cm-{number}-{place}")
        for place, drawn in enumerate(drawings, 1)
    )
    narrow = _described(column(whole, NARROW), words["map"], f"cm-{number}-narrow")
    return Picture(svgs, narrow, legends.of_links([a.link for a in whole.arrows], words), rows)


def _as_told(text: str, soft: bool, words: Mapping[str, str]) -> str:
    return f"{text} ({words['reported']})" if soft else text


def _described(drawn: Drawing, title: str, name: str) -> Markup:
    """The drawing with a short name, and all that it shows as its description.

    It is as large as it is drawn, but shrinks to what a page holds. Its height is said, as
    WeasyPrint does not reckon it from the view box.
    """
    scale = min(ZOOM, PAPER.width / drawn.width, TALL / drawn.height)
    _, tag, rest = drawn.svg.partition("<svg ")
    _, _, inside = rest.partition("</title>")
    attributes = SHOWN.sub("", rest.partition(">")[0])
    size = f'style="width:{n(drawn.width * scale)}mm;height:{n(drawn.height * scale)}mm"'
    labelled = f'aria-labelledby="{name}-t" aria-describedby="{name}-d"'
    short = f'<title id="{name}-t">{escaped(title)}</title>'
    whole = f'<desc id="{name}-d">{escaped(drawn.words)}</desc>'
    return Markup(f"{tag}{attributes} {size} {labelled}>{short}{whole}{inside}")
