"""From a matched date form to its first and last day, month or year."""

import re
from typing import TypeAlias

from briefquiz.facts.date_mentions.parts import CENTURY_WORDS, ORDINALS, iso
from briefquiz.facts.date_mentions.tables import MONTHS

Span: TypeAlias = tuple[str, str]

_NAMES = tuple(month.name for month in MONTHS)


def one(match: re.Match[str]) -> Span:
    """A single day, month or year."""
    groups = match.groupdict()
    when = iso(groups.get("y"), groups.get("m"), groups.get("d"))
    return when, when


def two(match: re.Match[str]) -> Span:
    """A range whose ends share what only the right end prints."""
    groups = match.groupdict()
    y2 = groups.get("y2")
    y1 = groups.get("y1") or y2
    m1 = groups.get("m1") or groups.get("m2")
    m2 = groups.get("m2") or m1
    first, last = iso(y1, m1, groups.get("d1")), iso(y2, m2, groups.get("d2"))
    if first >= last and y1:
        raise ValueError("ends before it starts")
    return first, last


def numeric(match: re.Match[str]) -> Span:
    """04.11.1955 or 25/12/2014; 3/4/2025 is nobody's guess."""
    names = match.groupdict()
    d, m = int(names["d"]), int(names["n"])
    if "/" in match.group() and d <= 12 and d != m:
        raise ValueError("day and month cannot be told apart")
    if m > 12:
        d, m = m, d
    when = iso(names["y"], _NAMES[m - 1], str(d))
    return when, when


def iso_day(match: re.Match[str]) -> Span:
    """2024-05-21."""
    number = int(match["n"])
    if not 1 <= number <= 12:
        raise ValueError("no such month")
    when = iso(match["y"], _NAMES[number - 1], match["d"])
    return when, when


def _months(match: re.Match[str], size: int, which: int) -> Span:
    y = match.groupdict().get("y") or "-"
    return f"{y}-{which * size - size + 1:02}", f"{y}-{which * size:02}"


def _nth(word: str, last: int) -> int:
    word = word.lower()
    if word in ("last", "final"):
        return last
    return ORDINALS.index(word) + 1 if word in ORDINALS else int(word)


def quarter(match: re.Match[str]) -> Span:
    """Its first and last month."""
    return _months(match, 3, _nth(match["q"], 4))


def half(match: re.Match[str]) -> Span:
    """Its first and last month."""
    return _months(match, 6, _nth(match["h"], 2))


def split(match: re.Match[str]) -> Span:
    """2022-23, 2026–28: the second year in two digits."""
    first = int(match["y"])
    last = first - first % 100 + int(match["y2"])
    if last <= first:
        raise ValueError("no split year")
    return str(first), str(last)


def split_one(match: re.Match[str]) -> Span:
    """2024/25, but not 2014/25."""
    first, last = split(match)
    if int(last) != int(first) + 1:
        raise ValueError("a range, not a split year")
    return first, last


def fiscal(match: re.Match[str]) -> Span:
    """FY2025, FY25, FY2024/25."""
    y = match["y"] if len(match["y"]) == 4 else f"20{match['y']}"
    y2 = match["y2"]
    if not y2:
        return y, y
    return y, y2 if len(y2) == 4 else y[:2] + y2


def decade(match: re.Match[str]) -> Span:
    """1990 to 1999."""
    first = match["decade"]
    return first, str(int(first) + 9)


def century(match: re.Match[str]) -> Span:
    """1501 to 1600."""
    word = match["c"].lower()
    number = CENTURY_WORDS.index(word) + 10 if word in CENTURY_WORDS else int(word)
    return f"{number - 1:02}01", f"{number}00"


def nothing(match: re.Match[str]) -> Span:
    """A date that no calendar fixes."""
    return "", ""


def season(match: re.Match[str]) -> Span:
    """Its year, or its two years."""
    y2 = match["y2"]
    return match["y"], match["y"][:2] + y2 if y2 else match["y"]
