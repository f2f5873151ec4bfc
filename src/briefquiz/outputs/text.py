"""Text on its way into any output: what is no text taken out, dates in words."""

import re

NO_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
"""Control characters and half surrogates. Anki drops NUL and splits fields at U+001F."""


def printable(text: str) -> str:
    """The text without control characters (tab and line breaks stay), line breaks as "\\n"."""
    return NO_TEXT.sub("", text).replace("\r\n", "\n").replace("\r", "\n")


MONTHS = (
    "January February March April May June July August September October November December"
).split()


def spelt_date(published: str) -> str:
    """An ISO 8601 date as words: "2019-01-09" → "9 January 2019". Anything else stays."""
    found = re.fullmatch(r"(\d{4})-(0[1-9]|1[0-2])(?:-(\d\d))?", published)
    if not found:
        return published
    year, month, day = found.groups()
    words = f"{MONTHS[int(month) - 1]} {year}"
    return f"{int(day)} {words}" if day else words
