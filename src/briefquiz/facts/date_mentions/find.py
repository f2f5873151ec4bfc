"""find_dates: every date of a block of text, told apart from what only looks like one."""

import functools
import re
from collections.abc import Iterator
from dataclasses import replace

from briefquiz.facts.date_mentions import context
from briefquiz.facts.date_mentions.forms import FAMILIES, MONTH_ALONE, YEAR_ALONE, Form
from briefquiz.facts.mentions import DateMention

_YEARS = frozenset({"year", "split_year", "range", "part_year", "fiscal_year"})
_MONTH_PREPOSITIONS = frozenset(
    "in since by until till from of before after during between through throughout to for".split()
)
_AMBIGUOUS_PREPOSITIONS = frozenset({"to", "for", "of", "by", "from", "between"})


@functools.lru_cache(maxsize=4096)
def find_dates(text: str) -> tuple[DateMention, ...]:
    """The dates of one block of text, sorted, not overlapping.

    `text` is a paragraph on one line. A year that is not printed is never filled in: 9 January
    is "--01-09", a third quarter "--07" to "--09". Quarters, halves, decades and centuries run
    from first to last; seasons and fiscal years have their years, relative dates "". The years
    of laws ("Climate Act 2016") are left out.
    """
    found: list[DateMention] = []
    taken: list[tuple[int, int]] = []
    for family in FAMILIES:
        if family.sign.search(text):
            for form in family.forms:
                found += _fresh(text, form, taken)
    return tuple(_joined(text, sorted(found, key=lambda mention: mention.start)))


def _joined(text: str, mentions: list[DateMention]) -> Iterator[DateMention]:
    """ "The end of 2025 – the start of 2026", "2025 to 2034": one range; "from … to" stays two."""
    waiting: DateMention | None = None
    for mention in mentions:
        if waiting is None or not _is_range(text, waiting, mention):
            if waiting is not None:
                yield waiting
            waiting = mention
            continue
        waiting = replace(
            waiting,
            end=mention.end,
            text=text[waiting.start : mention.end],
            precision="range",
            last=mention.last,
        )
    if waiting is not None:
        yield waiting


def _is_range(text: str, one: DateMention, other: DateMention) -> bool:
    between = re.fullmatch(r"\s?(?:–|—|-|to|through)\s?", text[one.end : other.start])
    dated = {one.precision, other.precision}.isdisjoint({"relative", "recurring", "range"})
    return bool(between) and dated and one.preposition != "from"


def _fresh(text: str, form: Form, taken: list[tuple[int, int]]) -> Iterator[DateMention]:
    """The dates of one form outside the places taken; takes theirs, and those of false days."""
    for match in form.pattern.finditer(text):
        start, end = match.start(), match.start() + len(match.group().rstrip("."))
        if any(start < right and left < end for left, right in taken):
            continue
        if not _admitted(text, form, start, end, {right for _, right in taken}):
            continue
        try:
            first, last = form.read(match)
        except ValueError:
            if form.precision == "day":
                taken.append((start, end))
            continue
        taken.append((start, end))
        yield _mention(text, form, start, end, first, last)


def _admitted(text: str, form: Form, start: int, end: int, ends: set[int]) -> bool:
    if form is YEAR_ALONE:
        return context.plausible_year(text, start, end, ends) and not _law(text, start)
    if form is MONTH_ALONE:
        return _plausible_month(text, start, end, ends)
    if form.precision in _YEARS and _law(text, start):
        return False
    return not form.needs or bool(context.before(text, start)[0])


def _law(text: str, start: int) -> bool:
    return context.after_law_word(text, start)


def _plausible_month(text: str, start: int, end: int, ends: set[int]) -> bool:
    if context.listed_after(text, start, ends):
        return True
    preposition = context.before(text, start)[0]
    if preposition not in _MONTH_PREPOSITIONS:
        return False
    name_follows = re.match(r"\s[A-Z]", text[end : end + 2])
    return not (name_follows and preposition in _AMBIGUOUS_PREPOSITIONS)


def _mention(text: str, form: Form, start: int, end: int, first: str, last: str) -> DateMention:
    preposition, hedge = context.before(text, start)
    year = form.precision in _YEARS
    modifier = form.precision not in ("relative", "recurring") and context.describes(
        text, start, end, year=year
    )
    mention = DateMention(
        start, end, text[start:end], form.precision, first, last, preposition, hedge, modifier
    )
    return _without_article(mention) if modifier else mention


def _without_article(mention: DateMention) -> DateMention:
    """In "the 1990s-style wars" the article belongs to the noun."""
    if not mention.text.lower().startswith("the "):
        return mention
    return replace(mention, start=mention.start + 4, text=mention.text[4:])
