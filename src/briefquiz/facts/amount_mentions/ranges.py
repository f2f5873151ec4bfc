"""Two numbers that belong together: ranges, and "from A to B" with one unit for both."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from briefquiz.facts.amount_mentions import guards, parts, roles
from briefquiz.facts.amount_mentions.parts import Part
from briefquiz.facts.mentions import AmountMention

_TO = re.compile(r"\s(to|or)\s")
_AND = re.compile(r"\sand\s")
_DASH = re.compile(r"[–-]|\s–\s(?=[0-9])")
_BETWEEN = re.compile(r"\bbetween\s$", re.IGNORECASE)
_FROM_TO = re.compile(r"\sto\s")
_NEAR = 100  # "from 900 to 1.2 million" does not mean 900 million


@dataclass(frozen=True, slots=True)
class Reading:
    """One amount or both ends of a range, before hedge and rate are added."""

    lower: Part
    upper: Part | None = None

    @property
    def whole(self) -> Part:
        """The end that carries the unit."""
        return self.upper if self.upper and not self.upper.naked else self.lower

    @property
    def end(self) -> int:
        """Where the amount ends."""
        return self.upper.end if self.upper else self.lower.end

    @property
    def value(self) -> Decimal:
        """The value, or that of the lower end."""
        return _scaled(self.lower, self.upper) if self.upper else self.lower.value


def with_range(text: str, part: Part) -> tuple[Reading | None, int]:
    """The amount with the upper end of its range; None for scores and serial numbers."""
    dash = _DASH.match(text, part.end)
    if dash:
        upper = parts.second(text, dash.end()) if _digits(text, part) else None
        if not upper:
            return Reading(part), part.end
        good = _is_range(part, upper) and not _serial(text, part, upper)
        return (Reading(part, upper) if good else None), upper.end
    link = (_AND if is_between(text, part.start) else _TO).match(text, part.end)
    start = roles.hedge_start(text, part.start, part.kind)
    if not link or (link.group().strip() == "to" and _is_way(text, start, part)):
        return Reading(part), part.end
    upper = parts.second(text, link.end())
    if not upper or guards.is_no_amount(text, upper):
        return Reading(part), part.end
    if _is_range(part, upper):
        return Reading(part, upper), upper.end
    score = part.naked and upper.naked and link.group().strip() == "to"
    return (None, upper.end) if score else (Reading(part), part.end)


def is_between(text: str, start: int) -> bool:
    """Whether "between" stands right before `start`."""
    return bool(_BETWEEN.search(text[max(0, start - 9) : start]))


def core_start(text: str, reading: Reading) -> int:
    """Where the amount begins without its hedge: at the "between" of a range."""
    between = reading.upper is not None and is_between(text, reading.lower.start)
    return reading.lower.start - len("between ") if between else reading.lower.start


def _is_way(text: str, start: int, part: Part) -> bool:
    """Whether "to" leads from an old value, or from a change, to the new value.

    "By 13% to 15%" is a range, "by 1.2% to 23.5%" is not: changes are rarely told that wide.
    """
    change = text[max(0, start - 3) : start].lower() == "by " and not (
        part.naked and part.factor == 1
    )
    link = _FROM_TO.match(text, part.end) if change else None
    upper = parts.second(text, link.end()) if link else None
    near = upper is not None and part.value < upper.value <= part.value * Decimal("1.5")
    return (change and not near) or roles.is_from(text, start)


def leads_to(text: str, part: Part) -> bool:
    """Whether " to " and another number follow: "from 12 to 15"."""
    link = _FROM_TO.match(text, part.end)
    return bool(link and parts.second(text, roles.after_hedge(text, link.end())))


def _digits(text: str, part: Part) -> bool:
    return text[part.number[0]] in "-−0123456789½¼¾"


def _serial(text: str, lower: Part, upper: Part) -> bool:
    """74-118 is the number of a law; 12,000-15,000 and 3–5 are ranges."""
    printed = text[lower.start : upper.end]
    if not upper.naked or not lower.naked or "," in printed or "." in printed:
        return False
    return "-" in printed and roles.age_start(text, lower.start) is None


def _is_range(lower: Part, upper: Part) -> bool:
    if not lower.naked and not upper.naked:
        same_unit = lower.unit.rstrip("s") == upper.unit.rstrip("s")
        if lower.kind != upper.kind or not same_unit:
            return False
    if lower.unit and upper.naked:
        return False
    return _scaled(lower, upper) < upper.value


def _scaled(lower: Part, upper: Part) -> Decimal:
    """The value of the lower end, in the upper end's millions where it prints none itself."""
    if (
        lower.factor == 1
        and upper.factor > 1
        and upper.bare / _NEAR < lower.bare < upper.bare * _NEAR
    ):
        return lower.bare * upper.factor
    return lower.value


def borrowing(text: str, reading: Reading, found: list[AmountMention]) -> Reading:
    """In "from 24.7 to 23.5 million" and "from two years to six" one end lends the other."""
    part = reading.lower
    if reading.upper:
        return reading
    start = roles.hedge_start(text, part.start, part.kind)
    link = _FROM_TO.match(text, part.end)
    if link and roles.is_from(text, start):
        other = parts.second(text, roles.after_hedge(text, link.end()))
        if other and not other.naked and part.naked:
            part = replace(part, kind=other.kind, unit=other.unit, currency=other.currency)
        if other and not part.unit and other.factor > part.factor:
            part = replace(part, bare=_scaled(part, other), factor=1)
        return Reading(part)
    if found and part.naked and found[-1].role == "old" and text[found[-1].end : start] == " to ":
        old = found[-1]
        if not old.currency:
            part = replace(part, kind=old.unit_kind, unit=old.unit)
    return Reading(part)
