"""What questions know of a brief, ready to be drawn: its events and its causal links."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from briefquiz.outputs.labels import labels
from briefquiz.outputs.text import ENGLISH, Calendar
from briefquiz.quiz import Item, Quiz

DAY = timedelta(days=1)
CONCESSIONS = ("although", "though", "even though", "despite", "in spite of")
"""What is joined by these is no cause."""
AGAINST = re.compile(
    r"(?:because|since|as(?! a (?:result|consequence)$)|now that|given|when|after|following|due"
    r"|owing|thanks|out of|on account|on the grounds?|by virtue|at the request|in the event"
    r"|in the absence|in the wake|in (?:the )?light|in view|in (?:response|reaction) to"
    r"|for (?:fear|want|lack) of|in (?:retaliation|return|exchange) for|only if|if|unless"
    r"|provided|on condition|conditional|contingent|for$|over$|with$)\b"
    r"|.*\b(?:from|by|(?:due|attributed|attribute|owed) to|reason for"
    r"|(?:result|consequence|effect|outcome|product) of|response to)$",
    re.IGNORECASE,
)
"""Words that stand before a cause, and so would read against an arrow from it to its effect."""
ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)
WHEN = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
YEARLESS = re.compile(r"--(\d\d)(?:-(\d\d))?")
LEAP_YEAR = 2000
"""It has every day that a date without a year can name."""


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened from `first` up to (not including) `after`.

    `precision`: a day, some time in a month or a year, or a range. `label` is the date in words,
    without the year where the year stands beside it. `soft` is what the brief only reports or
    hedges. `item` is the id of the question that knows it.
    """

    first: date
    after: date
    precision: str
    label: str
    text: str
    soft: bool
    item: str

    @property
    def middle(self) -> date:
        """The day in its middle, by which events are put in order."""
        return self.first + (self.after - self.first) / 2


@dataclass(frozen=True, slots=True)
class Undated:
    """Something that happened on a day or in a month whose year the brief does not say.

    The other fields are those of an event.
    """

    label: str
    precision: str
    text: str
    soft: bool
    item: str


@dataclass(frozen=True, slots=True)
class Link:
    """A cause and its effect, and what joins them, read from the one to the other.

    `word` is the brief's own, or one for "therefore" where that would read the other way.
    """

    cause: str
    effect: str
    word: str
    soft: bool
    item: str


def events(quiz: Quiz, calendar: Calendar = ENGLISH) -> tuple[Event, ...]:
    """The events that the questions know, each once, in order of time; dates as in `calendar`.

    A day without a year is none of them: it has no place among years, see `undated`.
    """
    found: dict[tuple[date, date, str], Event] = {}
    for item, text, soft in _told(quiz):
        extent = _extent(item.fact.get("when", ""), item.fact.get("until", ""))
        if extent is None:
            continue
        first, after, precision = extent
        event = Event(first, after, precision, _spelt(*extent, calendar), text, soft, item.id)
        found.setdefault((first, after, text.casefold()), event)
    return tuple(sorted(found.values(), key=lambda e: (e.middle, e.first, e.text)))


def undated(quiz: Quiz, calendar: Calendar = ENGLISH) -> tuple[Undated, ...]:
    """What happened on a day without a year, each once, in the order of the file.

    Which year is meant is nowhere said: that of the brief's own date would be a guess, and wrong
    for "on 1 September" told of the year before.
    """
    found: dict[tuple[str, str], Undated] = {}
    for item, text, soft in _told(quiz):
        when, until = (YEARLESS.sub(_with_year, item.fact.get(k, "")) for k in ("when", "until"))
        extent = _extent(when, until) if when != item.fact.get("when") else None
        if extent is None:
            continue
        label = _spelt(*extent, calendar)
        told = Undated(label, extent[2], text, soft, item.id)
        found.setdefault((label, text.casefold()), told)
    return tuple(found.values())


def _told(quiz: Quiz) -> Iterator[tuple[Item, str, bool]]:
    """The items that tell an event, with its text, and whether it is hedged or reported."""
    for item in quiz.items:
        text = _sentence(item.fact.get("event", ""))
        if text:
            yield item, text, bool(item.fact.get("hedge") or item.fact.get("attribution"))


def _with_year(yearless: re.Match[str]) -> str:
    return "-".join(filter(None, (str(LEAP_YEAR), *yearless.groups())))


def _extent(when: str, until: str) -> tuple[date, date, str] | None:
    """First day, day after the last, precision; None if they are not known."""
    first, last = (_one(value) for value in (when, until or when))
    if first is None or last is None or first[0] >= last[1]:
        return None
    return first[0], last[1], "range" if until and until != when else first[2]


def _one(when: str) -> tuple[date, date, str] | None:
    found = WHEN.fullmatch(when)
    if not found:
        return None
    year, month, day = (int(part or 0) for part in found.groups())
    try:
        return _span(year, month, day)
    except ValueError:
        return None


def _span(year: int, month: int, day: int) -> tuple[date, date, str]:
    """ValueError where there is no such day."""
    if day:
        first = date(year, month, day)
        return first, first + DAY, "day"
    if month:
        return date(year, month, 1), date(year + month // 12, month % 12 + 1, 1), "month"
    return date(year, 1, 1), date(year + 1, 1, 1), "year"


def _spelt(first: date, after: date, precision: str, calendar: Calendar) -> str:
    last = after - DAY
    whole_months = first.day == 1 and after.day == 1
    whole_years = whole_months and first.month == 1 and after.month == 1
    if precision == "day":
        return calendar.of_day(first.day, first.month)
    if whole_years:
        return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    ends = [
        calendar.months[d.month - 1] if whole_months else calendar.of_day(d.day, d.month)
        for d in (first, last)
    ]
    if first.year != last.year:
        ends = [f"{end} {d.year}" for end, d in zip(ends, (first, last), strict=True)]
    return "–".join(dict.fromkeys(ends))


def links(quiz: Quiz) -> tuple[Link, ...]:
    """The causal links that the questions know, each once, in the order of the file.

    What one link says as a whole ("X has led to Y", which endangers Z) is its effect to the next.
    """
    raw = list(_raw_links(quiz))
    out: dict[tuple[str, str], Link] = {}
    for link in raw:
        cause, effect = (_resolved(side, link, raw) for side in (link.cause, link.effect))
        if same(cause) != same(effect):
            whole = replace(link, cause=cause, effect=effect)
            out.setdefault((same(cause), same(effect)), whole)
    return tuple(out.values())


def _raw_links(quiz: Quiz) -> Iterator[Link]:
    hence = labels(quiz.lang, "study")["hence"]
    for item in quiz.items:
        cause, effect, word = (item.fact.get(k, "") for k in ("cause", "effect", "connective"))
        if not cause.strip() or not effect.strip() or word in CONCESSIONS:
            continue
        last = word.split()[-1] if word else ""
        if last and effect.startswith(f"{last} "):
            effect = effect.removeprefix(f"{last} ")
        soft = bool(item.fact.get("hedge") or item.fact.get("attribution"))
        joined = hence if AGAINST.match(word) else word
        yield Link(_sentence(cause), _sentence(effect), joined, soft, item.id)


def _resolved(side: str, link: Link, others: list[Link]) -> str:
    """The side, or the effect of the other link that it tells as a whole."""
    for other in others:
        cause, effect = same(other.cause), same(other.effect)
        told = same(side)
        if other is not link and told.startswith(cause) and told.endswith(effect):
            return other.effect if len(told) > len(cause) + len(effect) else side
    return side


def same(text: str) -> str:
    """What two wordings of one thing have in common."""
    return ARTICLE.sub("", " ".join(text.split()).rstrip(".").casefold())


def _sentence(text: str) -> str:
    plain = " ".join(text.split()).rstrip(".")
    return plain[:1].upper() + plain[1:]
