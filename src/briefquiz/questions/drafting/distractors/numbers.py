"""Wrong numbers: of the same form, hedge, unit and roundness, on both sides of the answer."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from briefquiz import ids
from briefquiz.facts.numbers import NumberFact
from briefquiz.quiz import Option

FIGURE = re.compile(r"\d+(?:[,\u00a0\u202f ]\d{3}(?!\d))*(?:\.\d+)?")
LEAST = 3  # below that, a count has no neighbours
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
    small = Decimal(fact.mention.value or value) < LEAST
    if small or fact.mention.unit_kind in {"fraction", "multiple", "age", "points"}:
        return ()
    figures = {figure for number in numbers for figure in FIGURE.findall(number.answer)}
    taken = figures | {number.mention.value for number in numbers}
    out: list[Option] = []
    for factors in _sides(fact):
        free = (
            figure
            for factor in factors
            for figure in _forms(found.group(), value, factor, fact)
            if figure not in taken
        )
        figure = next(free, None)
        if figure is None:
            return ()
        taken.add(figure)
        out.append(Option(answer[: found.start()] + figure + answer[found.end() :]))
    return tuple(out)


def _sides(fact: NumberFact) -> tuple[Sequence[Decimal], Sequence[Decimal]]:
    """For each of two wrong numbers the factors to try: both up, both down, or one of each."""
    rank = ids.number("number", fact.answer, fact.sentence.text, below=3)
    if rank == 0:
        return FACTORS_UP, FACTORS_UP
    return (FACTORS_DOWN, FACTORS_DOWN) if rank == 1 else (FACTORS_DOWN, FACTORS_UP)


def _forms(printed: str, value: Decimal, factor: Decimal, fact: NumberFact) -> Iterator[str]:
    """The scaled value as printed: same decimals, same roundness, same separators."""
    digits = printed.strip()
    decimals = len(digits.partition(".")[2])
    plain = re.sub(r"[^\d]", "", digits.partition(".")[0])
    zeros = len(plain) - len(plain.rstrip("0")) if not decimals else 0
    unit = Decimal(10) ** (zeros if zeros < len(plain) else 0)
    if decimals:
        scaled = _scaled(value, factor, fact).quantize(Decimal(1).scaleb(-decimals))
    else:
        if value / unit < 10 and unit > 1:
            unit /= 10 if value / unit < 4 else 1
        scaled = (_scaled(value, factor, fact) / unit).quantize(Decimal(1)) * unit
    if fact.mention.unit_kind == "percent" and scaled >= HUNDRED:
        return
    if scaled == value or scaled <= 0:
        return
    separator = next((mark for mark in ",\u00a0\u202f " if mark in digits), "")
    text = f"{scaled:,f}" if separator else f"{scaled:f}"
    yield text.replace(",", separator) if separator else text


def _scaled(value: Decimal, factor: Decimal, fact: NumberFact) -> Decimal:
    """The value times the factor; of a share above a half, what is missing from all is scaled."""
    if fact.mention.unit_kind == "percent" and HUNDRED / 2 < value < HUNDRED:
        return HUNDRED - (HUNDRED - value) / factor
    return value * factor
