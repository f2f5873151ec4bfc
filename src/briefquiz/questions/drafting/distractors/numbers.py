"""Wrong numbers: of the same form, hedge, unit and roundness, on both sides of the answer."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from briefquiz import ids
from briefquiz.facts.numbers import NumberFact
from briefquiz.quiz import Option

FIGURE = re.compile(r"\d+(?:[,\u00a0\u202f ]\d{3}(?!\d))*(?:\.\d+)?")
# By what a wrong number differs from the right one; further off is not plausible, nearer unfair.
FACTORS_DOWN = (Decimal("0.8"), Decimal("0.65"), Decimal("0.5"))
FACTORS_UP = (Decimal("1.25"), Decimal("1.5"), Decimal("1.75"))
HUNDRED = Decimal(100)


def options(fact: NumberFact, numbers: Sequence[NumberFact]) -> tuple[Option, ...]:
    """Two wrong numbers in the form of the answer; () where none can be made.

    The answer is lowest, middle or highest by its own hash, so that its rank tells nothing.
    """
    answer = fact.answer
    found = FIGURE.search(answer)
    if found is None or fact.mention.upper or len(FIGURE.findall(answer)) != 1:
        return ()
    value = Decimal(re.sub(r"[^\d.]", "", found.group()))
    if value < 3 or (fact.mention.unit_kind in {"fraction", "multiple", "age", "points"}):
        return ()
    printed = {number.mention.value for number in numbers}
    known = {figure for number in numbers for figure in FIGURE.findall(number.answer)}
    rank = ids.number("number", answer, fact.sentence.text, below=3)
    factors = (
        FACTORS_UP[:2] if rank == 0 else FACTORS_DOWN[:2] if rank == 2 else _both_sides(answer)
    )
    out = []
    for factor in factors:
        figure = next(_forms(found.group(), value, factor, fact), None)
        if figure is None or figure in known or figure in printed:
            return ()
        out.append(Option(answer[: found.start()] + figure + answer[found.end() :]))
    return tuple(out) if len({option.text for option in out} | {answer}) == len(out) + 1 else ()


def _both_sides(answer: str) -> tuple[Decimal, Decimal]:
    which = ids.number("side", answer, below=2)
    return FACTORS_DOWN[which], FACTORS_UP[which]


def _forms(printed: str, value: Decimal, factor: Decimal, fact: NumberFact) -> Iterator[str]:
    """The scaled value as printed: same decimals, same roundness, same separators."""
    digits = printed.strip()
    decimals = len(digits.partition(".")[2])
    plain = re.sub(r"[^\d]", "", digits.partition(".")[0])
    zeros = len(plain) - len(plain.rstrip("0")) if not decimals else 0
    unit = Decimal(10) ** (zeros if zeros < len(plain) else 0)
    if decimals:
        scaled = (value * factor).quantize(Decimal(1).scaleb(-decimals))
    else:
        if value / unit < 10 and unit > 1:
            unit /= 10 if value / unit < 4 else 1
        scaled = (value * factor / unit).quantize(Decimal(1)) * unit
    if fact.mention.unit_kind == "percent" and scaled >= HUNDRED:
        return
    if scaled == value or scaled <= 0:
        return
    separator = next((mark for mark in ",\u00a0\u202f " if mark in digits), "")
    text = f"{scaled:,f}" if separator else f"{scaled:f}"
    yield text.replace(",", separator) if separator else text
