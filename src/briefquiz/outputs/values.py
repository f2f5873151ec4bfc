"""What dates and figures are worth, to print options in the order of their value."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import TypeAlias

from briefquiz.outputs.text import MONTHS

Value: TypeAlias = tuple[float, ...]

WORDS_LIMIT = 6
"""A text with more words than this is not a date or a figure but only has one in it."""

MONTH = re.compile(
    r"\b(jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)"
    r"(?:uary|ruary|ch|il|ust|ember|ober)?\b\.?",
    re.IGNORECASE,
)
YEAR = re.compile(r"(?<![\d.,])(1[5-9]\d\d|20\d\d|2100)(?:s\b|(?![\d.,]\d|\d|%))")
ISO = re.compile(r"\b(\d{4})-(\d\d)(?:-(\d\d))?\b")
DAY = re.compile(r"\b([12]?\d|3[01])(?:st|nd|rd|th)?\b")
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
WITHIN = {"early": 1, "mid": 6, "late": 11, "end": 12}
QUARTER = re.compile(r"\bQ([1-4])\b|\b(first|second|third|fourth) quarter\b", re.IGNORECASE)
QUARTERS = ("first", "second", "third", "fourth")

NUMBER = re.compile(r"(?<![\w.])[-−]?\d+(?:,\d{3})*(?:\.\d+)?")
SMALL = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen".split()
    )
}
TENS = {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
SHORT_SCALES = {"m": 1e6, "bn": 1e9, "trn": 1e12}
SCALES = {
    "dozen": 12.0,
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    **SHORT_SCALES,
    "half": 0.5,
    "halves": 0.5,
    "third": 1 / 3,
    "quarter": 0.25,
    "fifth": 0.2,
    "sixth": 1 / 6,
    "eighth": 0.125,
    "tenth": 0.1,
    "minute": 1 / 1440,
    "hour": 1 / 24,
    "day": 1.0,
    "week": 7.0,
    "month": 30.4,
    "year": 365.25,
    "decade": 3652.5,
}
"""What a word after a number multiplies it by; lengths of time are in days."""


def date(text: str) -> Value | None:
    """(year, month, day) with 0 for what is not said, or None if the text names no date."""
    iso = ISO.search(text)
    if iso:
        return tuple(float(part or 0) for part in iso.groups())
    year = YEAR.search(text)
    month = _month(text)
    if not month and not year:
        return None
    rest = text.replace(year.group(), " ", 1) if year else text
    day = DAY.search(rest) if MONTH.search(text) else None
    return (float(year.group(1)) if year else 0.0, month, float(day.group(1)) if day else 0.0)


def _month(text: str) -> float:
    named = MONTH.search(text)
    if named:
        start = named.group(1)[:3].title()
        return next(n for n, name in enumerate(MONTHS, 1) if name.startswith(start))
    quarter = QUARTER.search(text)
    if quarter:
        return 3 * int(quarter.group(1) or QUARTERS.index(quarter.group(2).lower()) + 1) - 2
    words = re.findall(r"[a-z]+", text.lower())
    return next((float({**SEASONS, **WITHIN}[w]) for w in words if w in {**SEASONS, **WITHIN}), 0.0)


def number(text: str) -> Value | None:
    """The first number of the text in figures or words, with its magnitude; None without one."""
    digits = NUMBER.search(text)
    words = re.findall(r"[a-z]+", text.lower())
    if digits:
        amount = float(digits.group().replace(",", "").replace("−", "-"))
        words = re.findall(r"[a-z]+", text[digits.end() :].lower())
    else:
        start = next((i for i, w in enumerate(words) if _spelt(w)), None)
        if start is None:
            return None
        amount, words = _spelt_amount(words[start:])
    for word in words:
        factor = SCALES.get(word) or SCALES.get(word.removesuffix("s"))
        if factor is None:
            break
        amount *= factor
    return (amount,)


def _spelt(word: str) -> bool:
    return word in SMALL or word in TENS or (word in SCALES and word not in SHORT_SCALES)


def _spelt_amount(words: list[str]) -> tuple[float, list[str]]:
    head, rest = words[0], words[1:]
    if head in TENS:
        if rest and 1 <= SMALL.get(rest[0], 0) <= 9:
            return float(TENS[head] + SMALL[rest[0]]), rest[1:]
        return float(TENS[head]), rest
    if head in SMALL:
        return float(SMALL[head]), rest
    return 1.0, words  # "half", "a dozen"


def by_value(texts: Sequence[str]) -> list[str] | None:
    """The texts from small to large or early to late; None unless all are comparable.

    Dates with a year are not compared with dates without one, nor are sentences that happen to
    hold a figure.
    """
    found = _by_value(tuple(texts))
    return None if found is None else list(found)


@lru_cache(maxsize=256)  # each format asks for the same options several times
def _by_value(texts: tuple[str, ...]) -> tuple[str, ...] | None:
    if any(len(text.split()) > WORDS_LIMIT for text in texts):
        return None
    for measure in (date, number):
        values = [measure(text) for text in texts]
        known = [value for value in values if value is not None]
        if len(known) < len(texts):
            continue
        if measure is date and len({value[0] > 0 for value in known}) > 1:
            return None
        order = sorted(range(len(texts)), key=lambda i: known[i])
        return tuple(texts[i] for i in order)
    return None
