"""Pieces of regular expression that dates are put together from, and how to read them."""

import re
from datetime import date

from briefquiz.facts.date_mentions.tables import MONTHS, Word

S = r"\s{1,2}"
START = r"(?<![\w/.,:–-])(?<![$€£¥#§])"
END = r"(?!\w)(?![.,:][0-9])(?!/\w)(?![-–][0-9])"
DASH = r"(?:\s?[-–—]\s?)"
WORD_TO = r"(?:\s(?:to|until|till|through)\s)"
THE = r"(?:[Tt]he\s)?"
EARLY = r"(?:(?:[Ee]arly|[Mm]id|[Ll]ate)(?:[- ]to[- ](?:mid|late))?[-–\s])"
EDGE = (
    r"(?:(?:[Tt]he\s)?(?:very\s)?"
    r"(?:[Ee]nd|[Ss]tart|[Bb]eginning|[Cc]lose|[Mm]iddle|[Tt]urn|[Dd]awn)\sof\s|[Ee]nd-)"
)
ORDINALS = ("first", "second", "third", "fourth")
CENTURY_WORDS = (
    "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth "
    "nineteenth twentieth twenty-first"
).split()

_NUMBERS = {month.name.lower(): month.number for month in MONTHS} | {
    month.short.removesuffix(r"\.?").lower().replace("sept?", "sep"): month.number
    for month in MONTHS
}
MONTH_NAMES = "|".join(
    f"{m.name}|{m.name.upper()}|{m.short}" if m.name != "May" else "May|MAY" for m in MONTHS
)


def day(name: str) -> str:
    """A day of the month, as a digit or two, in a group of that name."""
    return rf"(?P<{name}>0?[1-9]|[12][0-9]|3[01])(?:st|nd|rd|th)?"


def month(name: str) -> str:
    """A month, spelt out or short, in a group of that name."""
    return rf"(?P<{name}>{MONTH_NAMES})(?![a-z])"


def year(name: str) -> str:
    """A year from 1000 to 2199, in a group of that name."""
    return rf"(?P<{name}>1[0-9]{{3}}|2[01][0-9]{{2}})"


def month_number(printed: str) -> int:
    """1 for "January", "JANUARY", "Jan" or "Jan."."""
    plain = printed.lower().rstrip(".")
    return _NUMBERS.get(plain) or _NUMBERS[plain[:3]]


def iso(year_text: str | None, month_text: str | None = None, day_text: str | None = None) -> str:
    """ISO 8601 of what is known: "2022-08-09", "2022-08", "--08-09", "--08", "2022".

    ValueError where there is no such day.
    """
    number = month_number(month_text) if month_text else 0
    if month_text and day_text:
        date(int(year_text) if year_text else 2000, number, int(day_text))
    out = year_text or "-"
    if number:
        out += f"-{number:02}"
    if day_text:
        out += f"-{int(day_text):02}"
    return out


def alternatives(words: tuple[Word, ...]) -> str:
    """The words of a table as one group, longer ones first; a blank matches any white space."""
    rows = sorted((row.word.replace(" ", r"\s") for row in words), key=len, reverse=True)
    return "(?:" + "|".join(rows) + ")"


def compiled(pattern: str) -> re.Pattern[str]:
    """The pattern between boundaries that keep it off serial numbers and decimals."""
    return re.compile(START + pattern + END)
