"""Wrong dates: other days and years of the brief first, then near ones, never after the brief."""

import re
from collections.abc import Iterator, Sequence

from briefquiz import ids
from briefquiz.facts.date_mentions import find_dates
from briefquiz.facts.dates import DateFact
from briefquiz.quiz import Option

WANTED = 3
YEAR = re.compile(r"(?<!\d)(1[0-9]{3}|2[01][0-9]{2})(?!\d)")
DAY = re.compile(r"(?<!\d)([1-9]|[12][0-9]|3[01])(?=\s+[A-Z]|,|$)")
FARTHEST = 6  # years; a date further off is no temptation, or impossible
# Years by which a wrong year may be off; near ones are plausible.
STEPS = (-1, 1, -2, 2, -3, 3, -4, 4)
# Before the year of an aim: a round one stands out among others.
AIMED_AT = ("by", "until", "till", "before")
DAY_STEPS = (-3, 2, -5, 5, 3, -2, 7, -7)


def options(fact: DateFact, dates: Sequence[DateFact], latest: str) -> tuple[Option, ...]:
    """Two or three wrong dates in the form of the answer; () if none can be made.

    `dates` are all dates of the brief, `latest` is the day it was published ("" if unknown): on
    the other side of it than the answer, a date gives itself away.
    """
    mention = fact.mention
    if mention.precision not in {"year", "day", "day_month", "month", "decade"}:
        return ()
    printed = {other.mention.text for other in dates}
    taken = {fact.answer}
    out: list[Option] = []
    for text, why in (*_from_brief(fact, dates), *_near(fact)):
        made_up = not why
        if text in taken or (made_up and text in printed) or text in fact.sentence.text:
            continue
        if latest and _after(text, latest) != _after(fact.answer, latest):
            continue
        taken.add(text)
        out.append(Option(text, why))
        if len(out) == WANTED - (0 if mention.precision in {"year", "day"} else 1):
            return tuple(out)
    return tuple(out) if len(out) >= 2 else ()


def latest_told(dates: Sequence[DateFact]) -> str:
    """The last date that a brief tells of in the past tense; "" if there is none."""
    told = (
        fact.mention.first
        for fact in dates
        if fact.verb is not None
        and not fact.mention.first.startswith("--")
        and (fact.verb.tag_ == "VBD" or any(t.tag_ == "VBD" for t in fact.verb.lefts))
    )
    return max(told, default="")


def _after(text: str, latest: str) -> bool:
    """A date later than the brief's own, as far as both are known."""
    first = next((mention.first for mention in find_dates(text)), _year(text))
    return not first.startswith("--") and first[: len(latest)] > latest[: len(first)]


def _from_brief(fact: DateFact, dates: Sequence[DateFact]) -> Iterator[tuple[str, str]]:
    """Up to two other dates of the same form, the nearest in time first."""
    same = [
        other
        for other in dates
        if other.mention.precision == fact.mention.precision
        and other.sentence.text != fact.sentence.text
        and not _same_event(fact, other)
        and _distance(fact, other) <= FARTHEST
        and _shape(other.mention.text) == _shape(fact.answer)
        and not other.mention.preposition.startswith(("by", "until"))
    ]
    near = sorted(same, key=lambda other: (_distance(fact, other), other.mention.start))
    for other in near[:2]:
        yield other.mention.text, f"in the brief the date of something else (¶ {other.block.para})"


def _same_event(fact: DateFact, other: DateFact) -> bool:
    """Two sentences with the same verb or two nouns in common may tell of the same event."""
    one, two = (
        {t.lemma_.lower() for t in f.sentence if t.pos_ in {"VERB", "NOUN"} and not t.ent_type_}
        for f in (fact, other)
    )
    verb = fact.verb.lemma_.lower() if fact.verb is not None else ""
    return verb in two or len(one & two) >= 2


def _distance(fact: DateFact, other: DateFact) -> int:
    years = [int(_year(f.mention.text) or 0) for f in (fact, other)]
    return abs(years[0] - years[1])


def _shape(text: str) -> str:
    return re.sub(r"[A-Z][a-z]+", "M", re.sub(r"\d+", "9", text))


def _near(fact: DateFact) -> Iterator[tuple[str, str]]:
    """Made-up dates: a few days or years off, on a side drawn by the answer itself."""
    answer, precision = fact.answer, fact.mention.precision
    flip = -1 if ids.number("date", answer, fact.sentence.text, below=2) else 1
    if precision in {"day", "day_month"}:
        found = DAY.search(answer)
        for step in DAY_STEPS if found else ():
            day = int(found.group(1)) + flip * step if found else 0
            if found and 1 <= day <= 28:
                yield answer[: found.start()] + str(day) + answer[found.end() :], ""
        return
    found = YEAR.search(answer)
    aimed = precision == "year" and fact.mention.preposition.startswith(AIMED_AT)
    round_year = aimed and found is not None and int(found.group(1)) % 5 == 0
    width = 10 if precision == "decade" else 5 if round_year else 1
    for step in STEPS if found else ():
        if found:
            year = int(found.group(1)) + flip * step * width
            yield answer[: found.start()] + str(year) + answer[found.end() :], ""


def _year(text: str) -> str:
    found = YEAR.search(text)
    return found.group(1) if found else ""
