"""Text on its way into any output: what is no text taken out, dates in words."""

import re
from dataclasses import dataclass
from functools import cache

NO_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
"""Control characters and half surrogates. Anki drops NUL and splits fields at U+001F."""


def printable(text: str) -> str:
    """The text without control characters (tab and line breaks stay), line breaks as "\\n"."""
    return NO_TEXT.sub("", text).replace("\r\n", "\n").replace("\r", "\n")


MONTHS = (
    "January February March April May June July August September October November December"
).split()


@dataclass(frozen=True, slots=True)
class Calendar:
    """How a language tells dates: its months, those in a day's date, and the day with its month."""

    months: tuple[str, ...]
    in_days: tuple[str, ...]
    day: str

    def of_day(self, day: int, month: int) -> str:
        """ "9 January": months count from 1."""
        return self.day.format(day=day, month=self.in_days[month - 1])


ENGLISH = Calendar(tuple(MONTHS), tuple(MONTHS), "{day} {month}")


NO_BREAK = "\u00a0"
DAYS = (r"\d", r"\d\d", r"\d\.", r"\d\d\.", r"\d(?:st|nd|rd|th|er)", r"\d\d(?:st|nd|rd|th)")
"""Days of a month; a look behind must know how far, so there is one for each length."""


def unbroken(text: str, calendar: Calendar = ENGLISH) -> str:
    """The text with each day held to its month: no line ends between "1" and "February"."""
    return _day_and_month(calendar).sub(NO_BREAK, text)


@cache
def _day_and_month(calendar: Calendar) -> re.Pattern[str]:
    """The space in "1 February", "1. Februar", "February 1"."""
    months = sorted({*calendar.months, *calendar.in_days}, key=len, reverse=True)
    after = "|".join(rf"(?<=\b{re.escape(month)})" for month in months)
    before = "|".join(map(re.escape, months))
    days = "|".join(rf"(?<=\b{day})" for day in DAYS)
    return re.compile(rf"(?:{days}) (?=(?:{before})\b)|(?:{after}) (?=\d\d?\b(?![.,:]\d))")


def spelt_date(published: str, calendar: Calendar = ENGLISH) -> str:
    """An ISO 8601 date as words: "2019-01-09" → "9 January 2019". Anything else stays."""
    found = re.fullmatch(r"(\d{4})-(0[1-9]|1[0-2])(?:-(\d\d))?", published)
    if not found:
        return published
    year, month, day = found.groups()
    if day:
        return f"{calendar.of_day(int(day), int(month))} {year}"
    return f"{calendar.months[int(month) - 1]} {year}"
