"""Dates and amounts as they stand in a line of text, before anybody asks what they are of.

Pure text in, mentions out; no parser. `facts.dates` and `facts.numbers` attach them to clauses.
"""

from dataclasses import dataclass
from typing import Literal, TypeAlias

Precision: TypeAlias = Literal[
    "day",  # 9 August 2022
    "day_month",  # 9 January
    "month",  # October 2023
    "month_only",  # in May (no year)
    "quarter",  # Q3 2021, the third quarter of 2023
    "half",  # the second half of 2026
    "season",  # the spring of 2020
    "year",  # 2014
    "part_year",  # mid-2022, early 2019, late 2020
    "fiscal_year",  # FY2025, fiscal year 2024/25
    "split_year",  # 2022-23
    "decade",  # the 1990s
    "century",  # the 16th century
    "range",  # 7-13 September 2026, between 5 January and 3 May 2026, 2014-2019
    "recurring",  # every May
    "relative",  # last week, yesterday, this year: never an answer
]


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date as printed, at text[start:end].

    The span holds the answer ("the spring of 2020", "9 January", "mid-2022") without its
    preposition, which is in `preposition` in lower case ("in", "on", "since", "by", "until",
    "after", "before", "from", "during", … or ""). `hedge` is an approximator that belongs to
    the date ("around", "about"), inside the span or not. `first` and `last` are ISO 8601 of
    whatever precision is known ("2014", "2022-08-09", "--01-09" without a year); they differ
    for ranges. `modifier` is True where the date stands before a noun it describes
    ("the April 11 meeting", "the 2019 budget") and so does not date the clause.
    """

    start: int
    end: int
    text: str
    precision: Precision
    first: str
    last: str
    preposition: str = ""
    hedge: str = ""
    modifier: bool = False


AmountUnit: TypeAlias = Literal[
    "count",  # 23 types, nine condensers, 1.4 million Kazakhs
    "money",  # €1.6 billion, US$5, 300 euros
    "percent",  # 7.6%, 5.8 per cent
    "points",  # 0.3 percentage points, 25 basis points
    "fraction",  # a third, two-thirds, nine-tenths, half
    "multiple",  # three times, doubled, twice
    "measure",  # 500 MW, 12,000 tonnes, 1.5°C, 40 kilometres
    "duration",  # three years, 40 days, 4½ months
    "age",  # aged 5-14, 15-year-olds
]


@dataclass(frozen=True, slots=True)
class AmountMention:
    """An amount as printed, at text[start:end]: hedge + currency + number + magnitude + unit.

    "up to $3 million a year" is one mention; for a count the span ends with the number ("around
    1.4 million" of "around 1.4 million Kazakhs"): the thing counted is the clause's affair.
    `number` is the span of digits or number words with magnitude, without hedge, currency and
    unit. `value` is a plain decimal string ("1400000", "0.5"), the lower end for a range, whose
    `upper` is the upper end; both are "" where no value can be given. `hedge` is as printed
    ("around", "up to", "at least", "an estimated", "more than", "some" …). `unit` is as printed
    ("%", "per cent", "MW", "years", "percentage points", ""), `currency` too ("$", "€", "EUR").
    `rate` is what follows as a rate ("a year", "per 100,000", "per tonne"). `role` is "change",
    "new" or "old" after by, to, from with a verb of change, else "".
    """

    start: int
    end: int
    text: str
    unit_kind: AmountUnit
    number: tuple[int, int]
    value: str
    upper: str = ""
    hedge: str = ""
    currency: str = ""
    unit: str = ""
    rate: str = ""
    role: Literal["", "change", "new", "old"] = ""
