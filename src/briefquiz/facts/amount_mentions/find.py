"""find_amounts: every amount of a block of text, told apart from what only looks like one."""

import functools
import re

from briefquiz.facts.amount_mentions import guards, numerals, parts, ranges, roles, special
from briefquiz.facts.amount_mentions.ranges import Reading
from briefquiz.facts.amount_mentions.special import Found
from briefquiz.facts.mentions import AmountMention, AmountUnit, DateMention

_ARTICLE = re.compile(r"\san?$")


@functools.lru_cache(maxsize=512)
def find_amounts(text: str, dates: tuple[DateMention, ...]) -> tuple[AmountMention, ...]:
    """The amounts of one block of text, sorted, not overlapping.

    `text` is a paragraph on one line, `dates` what `find_dates` found in it: their figures are
    no amounts. Numbers of laws, pages, models and the like are left out, and so are small
    counts of a group known already ("the three banks"). A range may begin with "between", which
    then stands as its hedge. In "from 24.7 to 23.5 million" the first amount has the value,
    unit and currency that the second lends it, though its text has not.
    """
    taken = [(date.start, date.end) for date in dates]
    found: list[AmountMention] = []
    for one in special.find(text):
        if not _overlaps(one.start, one.end, taken):
            found.append(_special_mention(text, one, taken))
            taken.append((found[-1].start, found[-1].end))
    _scan(text, taken, found)
    return tuple(sorted(found, key=lambda mention: mention.start))


def _overlaps(start: int, end: int, taken: list[tuple[int, int]]) -> bool:
    return any(start < right and left < end for left, right in taken)


def _scan(text: str, taken: list[tuple[int, int]], found: list[AmountMention]) -> None:
    position = 0
    while figure := parts.next_figure(text, position):
        position = figure.end()
        if _overlaps(figure.start(), figure.end(), taken):
            continue
        part = parts.read(text, figure)
        if guards.is_no_amount(text, part):
            continue
        reading, position = ranges.with_range(text, part)
        if reading is None or _overlaps(part.start, reading.end, taken):
            continue
        mention = _mention(text, ranges.borrowing(text, reading, found), found, taken)
        if mention:
            found.append(mention)
            taken.append((mention.start, mention.end))
            position = mention.end


def _mention(
    text: str, reading: Reading, found: list[AmountMention], taken: list[tuple[int, int]]
) -> AmountMention | None:
    """The amount with what stands around it; None for the groups that stay out."""
    lower, upper, whole = reading.lower, reading.upper, reading.whole
    core = ranges.core_start(text, reading)
    age = roles.age_start(text, core)
    kind = "age" if age is not None else whole.kind
    start, hedge, end = _with_hedge(text, core, reading.end, kind, taken)
    if age is not None:
        start = min(start, age)
    elif not hedge and _stays_out(text, core, reading):
        return None
    rate = _free(roles.rate_end(text, end), end, taken)
    return AmountMention(
        start,
        rate,
        text[start:rate],
        kind,
        (lower.number[0], (upper or lower).number[1]),
        numerals.plain(reading.value),
        upper=numerals.plain(upper.value) if upper else "",
        hedge=hedge or text[core : lower.start].strip(),
        currency=lower.currency or whole.currency,
        unit=whole.unit,
        rate=text[end:rate].strip(),
        role=roles.role(text, start, found, joined=upper is None and ranges.leads_to(text, lower)),
    )


def _stays_out(text: str, start: int, reading: Reading) -> bool:
    whole = reading.whole
    return guards.is_definite(text, start, whole) or guards.follows_name(text, start, whole)


def _with_hedge(
    text: str, start: int, end: int, kind: AmountUnit, taken: list[tuple[int, int]]
) -> tuple[int, str, int]:
    """Start, hedge and end of the amount with its hedge, before it or after it."""
    begin = roles.hedge_start(text, start, kind)
    if begin < start and not _overlaps(begin, start, taken):
        return begin, _ARTICLE.sub("", text[begin:start].strip()), end
    after = _free(roles.trailing_hedge(text, end), end, taken)
    return start, text[end:after].strip(), after


def _free(wanted: int, end: int, taken: list[tuple[int, int]]) -> int:
    """`wanted`, unless something else stands between `end` and it."""
    return end if _overlaps(end, wanted, taken) else wanted


def _special_mention(text: str, one: Found, taken: list[tuple[int, int]]) -> AmountMention:
    start, hedge, end = _with_hedge(text, one.start, one.end, one.kind, taken)
    return AmountMention(
        start, end, text[start:end], one.kind, one.number, one.value,
        hedge=hedge, unit=one.unit, role=roles.role(text, start, ()),
    )  # fmt: skip
