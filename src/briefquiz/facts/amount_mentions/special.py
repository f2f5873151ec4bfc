"""Amounts without a plain number: fractions and multiples."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from briefquiz.facts.amount_mentions import numerals
from briefquiz.facts.date_mentions.tables import Word
from briefquiz.facts.mentions import AmountUnit


class Found(NamedTuple):
    """A fraction or multiple at text[start:end], its number and its value ("" if unknown)."""

    start: int
    end: int
    number: tuple[int, int]
    kind: AmountUnit
    value: str
    unit: str


class Multiple(NamedTuple):
    """A word that multiplies: regular expression, factor, example."""

    word: str
    factor: str
    example: str


MULTIPLES: tuple[Multiple, ...] = (
    Multiple("doubl(?:ed|es|ing)", "2", "The price of flour has doubled."),
    Multiple("(?:(?<=to )|(?<=will )|(?<=could ))double", "2", "The price of flour will double."),
    Multiple("(?:tripl|trebl)(?:ed|es|ing)", "3", "The price of flour has tripled."),
    Multiple("quadrupl(?:ed|es|ing)", "4", "The price of flour has quadrupled."),
    Multiple("halv(?:ed|ing)", "0.5", "The price of flour was halved."),
    Multiple(r"twice as (?:many|much)", "2", "Velm has twice as many trams as Ostia."),
    Multiple(r"twice(?= (?:as|the|that|what|its|their)\b)", "2", "Velm is twice as big as Ostia."),
    Multiple(r"half as (?:many|much)", "0.5", "Velm has half as many trams as Ostia."),
    Multiple(r"double(?= the (?:number|amount|rate|share|size|figure|level|price)\b)", "2",
             "Velm has double the number of trams."),
    Multiple("twofold|two-fold", "2", "Output saw a twofold rise."),
    Multiple("threefold|three-fold", "3", "Output saw a threefold rise."),
    Multiple("fourfold|four-fold", "4", "Output saw a fourfold rise."),
    Multiple("fivefold|five-fold", "5", "Output saw a fivefold rise."),
    Multiple("tenfold|ten-fold", "10", "Output saw a tenfold rise."),
)  # fmt: skip

# After "three times", what makes it a multiple and not three occasions.
COMPARED: tuple[Word, ...] = (
    Word(r"as\s(?:many|much)", "Velm has three times as many trams as Ostia."),
    Word("as", "Fuel is three times as expensive."),
    Word(r"(?:more|less|fewer)", "Velm has three times more trams."),
    Word(r"[a-z]+er", "The share was three times higher."),
    Word("the", "Velm has three times the trams of Ostia."),
    Word("that", "The share was three times that of Ostia."),
    Word("what", "The price was three times what it had been."),
    Word("its", "Debt was three times its revenue."),
    Word("their", "Debt was three times their revenue."),
)

# After "a third", what makes it a share and not the third of its kind.
SHARED: tuple[Word, ...] = (
    Word("of", "Transport emitted a third of the total."),
    Word(r"(?:more|less|fewer)", "Velm has a third more trams."),
    Word(r"(?!(?:member|quarter|summer|winter|number|order|border|river|tower|player|power|letter|"
         r"minister|officer|worker|carrier|officer|partner|chapter|teacher|bidder|tanker)\b)[a-z]+er",
         "Wages are a fifth lower than in Ostia."),
    Word(r"(?:do|are|were|have)", "Two-thirds go to school; a third do not."),
)  # fmt: skip

# Amounts that have no figure: regular expression, example.
VAGUE: tuple[Word, ...] = (
    Word(
        r"(?:tens|hundreds) of (?:thousands|millions|billions)", "Tens of thousands of hens fled."
    ),
    Word("(?:dozens|scores|hundreds|thousands|millions|billions)", "Dozens of hens fled."),
    Word("a handful", "The plan needs a handful of hens."),
)

# What a number counts that stands before it with a hyphen: regular expression, example.
MADE_OF: tuple[Word, ...] = (
    Word("point", "Ostia sent a 15-point proposal."),
    Word("member", "Ostia has a nine-member council."),
    Word("seat", "Ostia has a 70-seat assembly."),
    Word("page", "Ostia wrote a 40-page report."),
    Word("nation", "Ostia joined a ten-nation force."),
    Word("country", "Ostia joined a ten-country force."),
    Word("party", "Ostia has a three-party coalition."),
    Word("strong", "Ostia has a 1,300-strong force."),
    Word("bed", "Ostia built a 400-bed hospital."),
    Word("story|storey", "Ostia built a 12-storey hospital."),
)

_VAGUE = re.compile(
    rf"(?<![\w-])(?:{'|'.join(word for word, _ in VAGUE)})(?=\sof\s[a-z])".replace(" ", r"\s"),
    re.IGNORECASE,
)
_MADE_OF = re.compile(
    rf"(?<![\w.,-])(?P<n>{numerals.NUMBER})(?:-|(?<=[0-9])\s)"
    rf"(?P<unit>{'|'.join(word for word, _ in MADE_OF)})(?=\s[a-z])",
)
_OUT_OF = "one two three four five six seven eight nine ten".split()
_RATIO = re.compile(
    rf"(?<![\w.,-])(?P<n>{'|'.join(_OUT_OF)}|[0-9]+)\s(?:in|out\sof)\s(?:every\s)?"
    rf"(?P<d>{'|'.join(_OUT_OF)}|twenty|hundred|[0-9]+)(?![\w,.%-])(?=\s[a-z])",
    re.IGNORECASE,
)
_RANK = re.compile(r"(?<![\w.,-])[0-9]+(?:st|nd|rd|th)\s(?:out\s)?of\s[0-9]+(?![\w,.%-])")
_NUMERATORS = "an? one two three four five six seven eight nine".split()
_DENOMINATORS = (
    "half third quarter fifth sixth seventh eighth ninth tenth".split(),
    (2, 3, 4, 5, 6, 7, 8, 9, 10),
)
_DENOMINATOR = "|".join(_DENOMINATORS[0][1:])
_FRACTION = re.compile(
    rf"(?<![\w-])(?P<n>{'|'.join(_NUMERATORS)})(?P<gap>[\s-])(?P<d>{_DENOMINATOR})(?P<many>s)?"
    r"(?![\w’'-])",
    re.IGNORECASE,
)
_SHARED = re.compile("\\s(?:" + "|".join(word for word, _ in SHARED) + r")\b")
_BY = re.compile(r"\bby\s(?:(?:about|around|almost|nearly|over|roughly)\s)?$")
_HALF = re.compile(
    r"(?<![\w-])half(?![\w-])(?=\s(?:of|the|its|their|his|her|our|that|this|those|these|what)\b"
    r"|\s?[.,;:)]|\s[a-z]+(?:ed|s)?\b)",
    re.IGNORECASE,
)
_HALF_OF = re.compile(r"\s(?:of|the|its|their|his|her|our|that|those|these|what)\b")
_NOT_HALF_AFTER = re.compile(
    r"\b(?:first|second|other|last|next|latter|former|better|third|each|one|the|this|a|and\sa)\s$",
    re.IGNORECASE,
)
_HALF_HEDGE = re.compile(
    r"\b(?:nearly|almost|about|around|roughly|over|than|least|by|to|just|only)\s$", re.IGNORECASE
)
_TIMES = re.compile(
    rf"(?<![\w.,-])(?P<n>{numerals.NUMBER})\stimes(?:\sas\s(?:many|much)(?![\w-]))?(?![\w-])"
)
_COMPARED = re.compile("\\s(?:" + "|".join(word for word, _ in COMPARED) + r")\b")
_MULTIPLE = re.compile(
    r"(?<![\w-])(?:"
    + "|".join(f"(?P<x{i}>{row.word})".replace(" ", r"\s") for i, row in enumerate(MULTIPLES))
    + r")(?![\w-])",
    re.IGNORECASE,
)


def find(text: str) -> Iterator[Found]:
    """Fractions and multiples, in no order, not overlapping."""
    yield from _fractions(text)
    yield from _halves(text)
    yield from _times(text)
    for match in _MULTIPLE.finditer(text):
        if match.lastgroup:
            factor = MULTIPLES[int(match.lastgroup[1:])].factor
            yield Found(match.start(), match.end(), match.span(), "multiple", factor, "")
    yield from _ratios(text)
    for match in (*_VAGUE.finditer(text), *_RANK.finditer(text)):
        yield Found(match.start(), match.end(), match.span(), "count", "", "")
    for match in _MADE_OF.finditer(text):
        value = numerals.plain(numerals.value(match["n"]))
        yield Found(match.start(), match.end("n"), match.span("n"), "count", value, match["unit"])


def _ratios(text: str) -> Iterator[Found]:
    """ "one in four", "two out of three"."""
    for match in _RATIO.finditer(text):
        upper, lower = numerals.value(match["n"]), numerals.value(match["d"])
        if 0 < upper < lower:
            value = numerals.plain(round(upper / lower, 4))
            yield Found(match.start(), match.end(), match.span(), "fraction", value, "")


def _fractions(text: str) -> Iterator[Found]:
    for match in _FRACTION.finditer(text):
        numerator = match["n"].lower()
        if (numerator in ("a", "an", "one")) is bool(match["many"]):
            continue
        shared = _SHARED.match(text, match.end()) or _BY.search(
            text, max(0, match.start() - 24), match.start()
        )
        if match["gap"] != "-" and not shared and (not match["many"] or match["d"] == "quarter"):
            continue
        if text.startswith(" of a", match.end()) and "percentage point" in text[match.end() :][:24]:
            continue
        upper = 1 if numerator in ("a", "an", "one") else int(numerals.value(numerator))
        lower = _DENOMINATORS[1][_DENOMINATORS[0].index(match["d"].lower())]
        value = numerals.plain(round(Decimal(upper) / lower, 4))
        yield Found(match.start(), match.end(), match.span(), "fraction", value, "")


def _halves(text: str) -> Iterator[Found]:
    for match in _HALF.finditer(text):
        left = text[max(0, match.start() - 14) : match.start()]
        hedged = bool(_HALF_HEDGE.search(left)) and not text.startswith(" a", match.end())
        if _NOT_HALF_AFTER.search(left) or not (hedged or _HALF_OF.match(text, match.end())):
            continue
        yield Found(match.start(), match.end(), match.span(), "fraction", "0.5", "")


def _times(text: str) -> Iterator[Found]:
    if "times" not in text:
        return  # a search that tries every number is dear
    for match in _TIMES.finditer(text):
        printed = match["n"]
        many = re.search(r"as\s(?:many|much)$", match.group())
        compared = many or _COMPARED.match(text, match.end())
        kind: AmountUnit = "multiple" if compared else "count"
        unit = text[match.end("n") + 1 : match.end()]
        value = numerals.plain(numerals.value(printed))
        yield Found(match.start(), match.end(), match.span("n"), kind, value, unit)
