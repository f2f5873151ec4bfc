"""Abbreviations and what they stand for, as the brief itself explains them."""

import re
from collections.abc import Iterable, Iterator, Mapping

# Short forms that need no explanation on any paper.
WELL_KNOWN = frozenset(
    "US USA UK EU UN NATO WHO IMF WTO OECD ECB UNESCO UNICEF OPEC GDP AI CIA FBI NASA BBC CNN TV "
    "DNA HIV AIDS COVID COVID-19 CO2 UV IT PC CEO PhD MP MPs NGO NGOs GPS PDF SMS UFO BC AD AM PM "
    "I II III IV V VI VII VIII IX X XI XII XIV XV XVI".split()
)
# Those of them that name a place or a body and so anchor a question.
PLACES = frozenset(
    "US USA UK EU UN NATO WHO IMF WTO OECD ECB UNESCO UNICEF OPEC CIA FBI NASA BBC".split()
)
_LITTLE = frozenset("of the and for in on to a an at by".split())
ABBREVIATION = re.compile(r"\b(?=[A-Za-z&.]*[A-Z][A-Za-z&.]*[A-Z])[A-Z][A-Za-z&.]{1,7}\b")
_BRACKETED = re.compile(r"\(([^()]{2,60})\)")
_WORD = re.compile(r"[\w’'&./-]+")


def explained(texts: Iterable[str]) -> Mapping[str, str]:
    """Short form -> long form for every abbreviation that a text explains in brackets.

    Finds "Federal Emergency Office (FEO)" and "FEO (Federal Emergency Office)" by the rule of
    Schwartz and Hearst (2003): the letters of the short form occur in the long form in order, the
    first at the start of a word.
    """
    found: dict[str, str] = {}
    for text in texts:
        for short, long in _pairs(text):
            found.setdefault(short, long)
    return found


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    for match in _BRACKETED.finditer(text):
        inside = re.split(r"[,;]", match.group(1))[0].strip()
        before = text[: match.start()].rstrip()
        if ABBREVIATION.fullmatch(inside):
            long = _long_form(inside, before)
            if long:
                yield inside, long
        else:
            words = before.split()
            short = words[-1].strip(',;:“”"') if words else ""
            if ABBREVIATION.fullmatch(short) and _long_form(short, inside) == inside:
                yield short, inside


def _long_form(short: str, before: str) -> str:
    """The shortest end of a text that the short form abbreviates; "" if there is none."""
    letters = [letter for letter in short.rstrip("s") if letter.isalnum()]
    spelt = _by_initials(letters, before)
    if spelt:
        return spelt
    place = len(before)
    for index in range(len(letters) - 1, -1, -1):
        wanted = letters[index].casefold()
        place -= 1
        while place >= 0 and (
            before[place].casefold() != wanted or (index == 0 and not _may_begin(before, place))
        ):
            place -= 1
        if place < 0:
            return ""
    long = before[place:].strip()
    words = _WORD.findall(long)
    fits = len(words) <= min(len(letters) + 5, len(letters) * 2 + 1) and len(long) > len(short)
    return long if fits and long[:1].isalpha() and not re.search(r"[.;:!?]\s", long) else ""


def _by_initials(letters: list[str], before: str) -> str:
    """The last words of a text whose initials are the letters, little words left out."""
    words = list(_WORD.finditer(before))
    told = [word for word in words if word.group().casefold() not in _LITTLE]
    last = told[-len(letters) :]
    initials = [word.group()[0].casefold() for word in last]
    if not letters or initials != [letter.casefold() for letter in letters]:
        return ""
    long = before[last[0].start() :].strip()
    return "" if re.search(r"[.;:!?]\s", long) else long


def _may_begin(text: str, place: int) -> bool:
    """At the start of a word that is no "of" or "the"."""
    if place > 0 and text[place - 1].isalnum():
        return False
    word = _WORD.match(text, place)
    return word is None or word.group().casefold() not in _LITTLE
