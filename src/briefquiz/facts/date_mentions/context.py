"""What stands around a date: its preposition, its hedge, and whether it describes a noun."""

import re

from briefquiz.facts.date_mentions.parts import alternatives
from briefquiz.facts.date_mentions.tables import (
    COUNTED,
    HEADS_AFTER_YEAR,
    HEDGES,
    LAW_WORDS,
    NOT_PLURALS,
    PREPOSITIONS,
    VERBS_AFTER_YEAR,
)

_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s)?"
_BEFORE = re.compile(
    rf"(?:^|(?<![\w-]))(?:(?P<as_of>as\s(?:of|at))|(?P<prep>{alternatives(PREPOSITIONS)}))?"
    rf"(?:^|\s|(?<=\s))(?:(?P<hedge>{alternatives(HEDGES)})\s)?{_WEEKDAY}(?:the\s)?"
    r"(?:(?:(?:tax|fiscal|financial|calendar|academic|school|crop|marketing|budget)\s)?years?\s)?$",
    re.IGNORECASE,
)
_DETERMINER = r"(?:\b(?:the|an?|its|their|his|her|our|each)|\w(?:['’]s|s['’]))\s"
_DETERMINED = re.compile(rf"{_DETERMINER}$", re.IGNORECASE)
_DESCRIBED = re.compile(rf"{_DETERMINER}(?:[a-z]+(?:-[a-z]+)?\s){{1,2}}$", re.IGNORECASE)
_HEAD = re.compile(rf"\s{alternatives(HEADS_AFTER_YEAR)}\b", re.IGNORECASE)
_NEXT_WORD = re.compile(r"\s([A-Za-z][\w’'-]*)")
_COUNTED = re.compile(rf"(?:{alternatives(COUNTED)}|[a-z-]{{2,}}s)$")
_TWO_WORDS = re.compile(r"\s(?P<first>[A-Za-z][\w-]+)(?:\s(?P<second>[a-z-]+|per\scent)\b)?")
_NOT_PLURAL = re.compile(rf"{alternatives(NOT_PLURALS)}$")
_LAW = re.compile(rf"\b{alternatives(LAW_WORDS)},?\s(?:\([A-Z]+\)\s)?$")
_VERB = re.compile(rf"\s{alternatives(VERBS_AFTER_YEAR)}\b")
_STRONG = re.compile(r"\b(?:In|After|Before|By|From|[Ss]ince|[Uu]ntil|[Dd]uring)\s$")
_OPENING = re.compile(r"(?:^|[.!?:;]\s|[“\"(])$")
_LISTED = re.compile(r"(?:\s(?:and|or|to|until)(?:\s(?:in|on|by|since))?\s|,\s)$")
_DATING = frozenset("in during since until by throughout".split())
_FUNCTION_WORDS = frozenset(
    "and or but nor to of in on at by with for from as than that which who when where while "
    "after before since until because if although though so is are was were has have had will "
    "would should could can may might must did does do it he she they we there this these the a "
    "an its their not only onwards onward also alone".split()
)


def before(text: str, start: int) -> tuple[str, str]:
    """Preposition ("as of" among them) and hedge before `start`."""
    left = text[max(0, start - 45) : start]
    match = _BEFORE.search(left)
    if not match:
        return "", ""
    preposition = " ".join((match["as_of"] or match["prep"] or "").lower().split())
    return preposition, (match["hedge"] or "").lower()


def after_law_word(text: str, start: int) -> bool:
    """Whether the number at `start` is that of a law: "Climate Act 2016", "Bill, 2025"."""
    return bool(_LAW.search(text[max(0, start - 25) : start]))


def counted(text: str, end: int) -> bool:
    """Whether what follows is something counted: "people", "Chinese citizens"."""
    words = _TWO_WORDS.match(text, end)
    if not words or words["first"].lower() in _FUNCTION_WORDS:
        return False
    if _NOT_PLURAL.match(words["first"]):
        return False
    named = words["first"][0].isupper() and words["second"]
    return bool(_COUNTED.match(words["second"] if named else words["first"]))


def listed_after(text: str, start: int, ends: set[int]) -> bool:
    """Whether the date at `start` goes on a list of dates: "in 2014 and 2016"."""
    match = _LISTED.search(text[max(0, start - 14) : start])
    return bool(match and start - len(match.group()) in ends)


def begins_sentence(text: str, start: int) -> bool:
    """Whether a sentence begins at `start`, as far as punctuation tells."""
    return bool(_OPENING.search(text[max(0, start - 2) : start]))


def describes(text: str, start: int, end: int, *, year: bool) -> bool:
    """Whether the date stands before a noun that it describes: "the April 11 meeting"."""
    left = text[max(0, start - 40) : start]
    if text[start:end].lower().startswith("the "):
        return text[end : end + 1] == "-" or _era_of_things(text, start, end)
    if year and _HEAD.match(text, end):
        return True
    word = _NEXT_WORD.match(text, end)
    if not word or word[1].lower() in _FUNCTION_WORDS:
        return bool(_DETERMINED.search(left))
    if _DETERMINED.search(left):
        return True
    if counted(text, end) and before(text, start)[0] in ("", "to") and not _OPENING.search(left):
        return True
    return year and bool(_DESCRIBED.search(left)) and not before(text, start)[0]


def _era_of_things(text: str, start: int, end: int) -> bool:
    """ "After the 1990s wars", but not "In the 1990s wars broke out"."""
    if text[start:end][-1] not in "sy":
        return False
    return counted(text, end) and before(text, start)[0] not in _DATING


def plausible_year(text: str, start: int, end: int, ends: set[int]) -> bool:
    """Whether four digits are a year and not a count.

    `ends` are the places where dates already found end, for "in 2014 and 2016".
    """
    number = int(text[start:end])
    if counted(text, end) and (number % 100 == 0 or number < 1900) and not _HEAD.match(text, end):
        return _strong(text, start)
    preposition, hedge = before(text, start)
    if preposition or listed_after(text, start, ends):
        return True
    if hedge:
        return hedge.startswith("as ") or not _NEXT_WORD.match(text, end)
    if begins_sentence(text, start):
        return bool(_VERB.match(text, end))
    return describes(text, start, end, year=True)


def _strong(text: str, start: int) -> bool:
    """A sentence's opening "In 2000 exports rose", "since 1900 glaciers have shrunk"."""
    return bool(_STRONG.search(text[max(0, start - 8) : start]))
