"""Dates as printed over a brief, as ISO 8601 of the precision they have."""

import re
from collections.abc import Iterator
from datetime import date

MONTHS = (
    "january february march april may june july august september october november december".split()
)
MONTH = (
    r"(?P<month>jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?\.?|july?\.?|"
    r"aug(?:ust|\.)?|sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)"
)
YEAR = r"(?P<year>(?:1[6-9]|20)\d\d)"
DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun)\.?,?\s+"
CLOCK = r"(?:,?\s+(?:at\s+)?\d{1,2}[:.]\d\d(?:\s*[ap]\.?m\.?)?(?:\s+[A-Z]{2,4})?)?"

# The most precise form first: "7–13 September 2026" is a range and gives its month only.
FORMS = tuple(
    re.compile(rf"(?<![\w/.-])(?:{form})(?![\w/]|[.-]\d)", re.IGNORECASE)
    for form in (
        rf"{YEAR}-(?P<number>\d\d)-(?P<day>\d\d)(?:T[\d:.+Z-]*)?",
        rf"\d{{1,2}}\s*[-–]\s*\d{{1,2}}\s+{MONTH}\s+{YEAR}",
        rf"{DAY}\s+(?:of\s+)?{MONTH},?\s+{YEAR}",
        rf"{MONTH}\s+{DAY},?\s+{YEAR}",
        rf"(?P<day>\d{{1,2}})\.\s?(?P<number>\d{{1,2}})\.\s?{YEAR}",
        rf"(?P<first>\d{{1,2}})/(?P<second>\d{{1,2}})/{YEAR}",
        rf"{MONTH},?\s+{YEAR}",
        rf"{YEAR}-(?P<number>\d\d)",
    )
)
BARE_YEAR = re.compile(rf"(?<![\w/.-]){YEAR}(?![\w/]|[.-]\d)")
ALONE = re.compile(
    rf"(?:(?:first\s+)?(?:published|updated|posted|issued|date|dated|last\s+updated|revised|released)"
    rf"(?:\s+on)?\s*:?\s*)?(?:{WEEKDAY})?"
    rf"(?:{DAY}\s+(?:of\s+)?{MONTH},?\s+{YEAR}|{MONTH.replace('month', 'm2')}\s+"
    rf"{DAY.replace('day', 'd2')},?\s+{YEAR.replace('year', 'y2')}|"
    rf"{MONTH.replace('month', 'm3')},?\s+{YEAR.replace('year', 'y3')}|"
    rf"{YEAR.replace('year', 'y4')}-\d\d(?:-\d\d)?|\d{{1,2}}[./]\d{{1,2}}[./](?:19|20)\d\d){CLOCK}"
    r"\s*(?:\([\w .-]{1,20}\))?\.?",
    re.IGNORECASE,
)


def iso(text: str, *, years: bool = False) -> str:
    """The first date with a year in `text`: "2019-01-21", "2019-01", "2019", or "".

    A year by itself counts only with `years`. 03/04/2026 may be March or April: it gives the year.
    """
    found = next(_found(text), "")
    if found or not years:
        return found
    year = BARE_YEAR.search(text)
    return year["year"] if year else ""


def is_date(text: str) -> bool:
    """Whether the line holds a date, perhaps with "Updated" or a clock time, and nothing else."""
    return ALONE.fullmatch(text.strip()) is not None


def _found(text: str) -> Iterator[str]:
    for form in FORMS:
        for match in form.finditer(text):
            value = _iso(match.groupdict())
            if value:
                yield value


def _iso(parts: dict[str, str | None]) -> str:
    year = int(parts["year"] or 0)
    first, second = int(parts.get("first") or 0), int(parts.get("second") or 0)
    if first and second:
        if (first > 12) == (second > 12):
            return str(year)
        return _valid(year, min(first, second), max(first, second))
    return _valid(year, _month(parts), int(parts.get("day") or 0))


def _month(parts: dict[str, str | None]) -> int:
    name = parts.get("month")
    if name:
        return next(n for n, m in enumerate(MONTHS, 1) if m.startswith(name[:3].lower()))
    return int(parts.get("number") or 0)


def _valid(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day or 1).isoformat()[: 10 if day else 7]
    except ValueError:
        return ""
