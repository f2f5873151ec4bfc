"""One end of an amount, read forwards: currency, number, magnitude, unit."""

import re
from dataclasses import dataclass
from decimal import Decimal

from briefquiz.facts.amount_mentions import numerals
from briefquiz.facts.amount_mentions.tables import (
    CURRENCIES,
    CURRENCY_WORDS,
    MAGNITUDES,
    SHORT_MAGNITUDES,
    UNITS,
)
from briefquiz.facts.mentions import AmountUnit

_START = r"(?<![\w.,/:§#°′)\]’”=?&+@])(?<![–-])"
# Any code of three letters before a sum in millions: "VEL 80 million".
_CODE = r"[A-Z]{3}(?=\s[0-9][0-9.,]*\s(?:thousand|million|billion|trillion)\b)"
_CURRENCY = "|".join([*(word for word, _ in CURRENCIES), _CODE])
_FIGURE = re.compile(
    rf"(?P<currency>{_START}(?:{_CURRENCY}))\s?(?P<priced>{numerals.DIGITS})"
    rf"|{_START}(?P<bare>{numerals.NUMBER})"
)
_SECOND = re.compile(
    rf"(?P<currency>{_CURRENCY})\s?(?P<priced>{numerals.DIGITS})|(?P<bare>{numerals.NUMBER})"
)
_ENDS = r"(?![A-Za-z0-9µ])"
_LONG_MAGNITUDE = re.compile(
    "|".join(rf"[\s-]?(?P<m{i}>{m.word}){_ENDS}" for i, m in enumerate(MAGNITUDES))
)
_SHORT_MAGNITUDE = re.compile(
    "|".join(rf"\s?(?P<m{i}>{m.word}){_ENDS}" for i, m in enumerate(SHORT_MAGNITUDES))
)
_CURRENCY_AFTER = re.compile(
    rf"[\s-](?P<word>{'|'.join(word for word, _ in CURRENCY_WORDS)}){_ENDS}"
)
_UNITS = tuple((unit.kind, re.compile(rf"[\s-]?(?P<unit>{unit.word}){_ENDS}")) for unit in UNITS)
_MILLIONS_OF = re.compile(r"m\s(?:[a-z]+s|people|children)\b")


@dataclass(frozen=True, slots=True)
class Part:
    """Currency, number, magnitude and unit at text[start:end]; `number` without the others."""

    start: int
    end: int
    number: tuple[int, int]
    bare: Decimal
    factor: int
    kind: AmountUnit
    currency: str
    unit: str

    @property
    def value(self) -> Decimal:
        """The number times its magnitude."""
        return self.bare * self.factor

    @property
    def naked(self) -> bool:
        """Whether neither currency nor unit says what it is."""
        return self.kind == "count" and not self.unit


def next_figure(text: str, position: int) -> re.Match[str] | None:
    """The next number, with the currency before it, at or after `position`."""
    return _FIGURE.search(text, position)


def second(text: str, position: int) -> Part | None:
    """The part at `position` exactly, after a dash or "to"."""
    figure = _SECOND.match(text, position)
    return read(text, figure) if figure else None


def read(text: str, figure: re.Match[str]) -> Part:
    """The part that begins with the number found."""
    currency = figure["currency"] or ""
    printed = figure["priced"] or figure["bare"]
    start = figure.start("priced") if currency else figure.start("bare")
    factor, end = _magnitude(text, figure.end(), currency)
    number = (start, end)
    kind: AmountUnit = "money" if currency else "count"
    unit = ""
    if not currency:
        kind, currency, unit, end = _unit(text, end)
    return Part(figure.start(), end, number, numerals.value(printed), factor, kind, currency, unit)


def _magnitude(text: str, position: int, currency: str) -> tuple[int, int]:
    match = _LONG_MAGNITUDE.match(text, position)
    if match and match.lastgroup:
        return MAGNITUDES[int(match.lastgroup[1:])].factor, match.end()
    if currency:
        match = _SHORT_MAGNITUDE.match(text, position)
        if match and match.lastgroup:
            return SHORT_MAGNITUDES[int(match.lastgroup[1:])].factor, match.end()
    if _MILLIONS_OF.match(text, position):
        return 10**6, position + 1
    return 1, position


def _unit(text: str, position: int) -> tuple[AmountUnit, str, str, int]:
    money = _CURRENCY_AFTER.match(text, position)
    if money:
        return "money", money["word"], "", money.end()
    found = [(match, kind) for kind, row in _UNITS if (match := row.match(text, position))]
    if not found:
        return "count", "", "", position
    unit, kind = max(found, key=lambda pair: pair[0].end())
    return kind, "", unit["unit"], unit.end()
