"""The forms a date is printed in: one row each."""

import re
from collections.abc import Callable
from typing import NamedTuple

from briefquiz.facts.date_mentions import reading
from briefquiz.facts.date_mentions.parts import (
    CENTURY_WORDS,
    DASH,
    EARLY,
    EDGE,
    MONTH_NAMES,
    THE,
    WORD_TO,
    S,
    compiled,
    day,
    month,
    year,
)
from briefquiz.facts.mentions import Precision


class Form(NamedTuple):
    """One printed form, how to read it (ValueError: no date is meant) and an example.

    `needs` is True where a preposition must stand before it: too much else looks like it.
    """

    precision: Precision
    pattern: re.Pattern[str]
    read: Callable[[re.Match[str]], reading.Span]
    example: str
    found: str
    needs: bool = False


_AND = r"\sand\s"
_BETWEEN = r"(?<=[Bb]etween\s)"
_NOT_FROM = r"(?<![Ff]rom\s)"
_LINK = rf"(?:{DASH}|{WORD_TO})"
_LINK_OR_AND = rf"(?:{DASH}|{WORD_TO}|{_AND})"
_DM1, _DM2 = rf"{day('d1')}{S}{month('m1')}", rf"{day('d2')}{S}{month('m2')}"
_MD1, _MD2 = rf"{month('m1')}{S}{day('d1')}", rf"{month('m2')}{S}{day('d2')}"
_Y1, _Y2 = rf",?{S}{year('y1')}", rf",?{S}{year('y2')}"
_YY = r"(?P<y2>[0-9]{2})"
_QUARTER = r"(?P<q>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|last|final)[-\s]quarter"
_HALF = r"(?P<h>[Ff]irst|[Ss]econd|last)[-\s]half"
_SEASON = r"(?:[Ss]pring|[Ss]ummer|[Aa]utumn|(?:(?<=[Ii]n\sthe\s)|(?<=[Ii]n\s))fall|[Ww]inter)"
_UNIT = r"(?:day|night|morning|evening|weekend|week|month|quarter|year|decade|century)"
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_MONTH = month("m")
_CENTURY = rf"(?P<c>[0-9]{{1,2}}(?=st|nd|rd|th)|{'|'.join(CENTURY_WORDS)})(?:st|nd|rd|th)?"
_DAY_OF = rf"{THE}{day('d')}{S}(?:day\s)?(?:of\s)?"
_NO_FIGURE = r"(?![,.]?[0-9]|%|\s(?:per\scent|percent|million|billion))"
_NO_DAY_AFTER = rf"(?!,?\s(?:the\s)?(?:[0-9]|{month('m')}))"
_SOME = r"(?:[0-9]+|an?|one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty)"

_DAYS = (
    Form("day", compiled(rf"{year('y')}-(?P<n>[01][0-9])-(?P<d>[0-3][0-9])"), reading.iso_day,
         "Last checked: 2024-05-21.", "2024-05-21"),
    Form("day", compiled(rf"(?P<d>[0-3]?[0-9])([./])(?P<n>[0-3]?[0-9])\2{year('y')}"),
         reading.numeric, "See the gazette of 04.11.1955.", "04.11.1955"),
    Form("day", compiled(rf"{day('d')}-{_MONTH}-{year('y')}"), reading.one,
         "The envoys met on 12-Dec-2014.", "12-Dec-2014"),
)  # fmt: skip
_RANGES = (
    Form("range", compiled(rf"{_DM1}{_Y1}{DASH}{_DM2}{_Y2}"), reading.two,
         "The strike (28 December 2025 – 3 January 2026) was short.",
         "28 December 2025 – 3 January 2026"),
    Form("range", compiled(rf"{_MD1}{_Y1}{DASH}{_MD2}{_Y2}"), reading.two,
         "The strike (December 28, 2025–January 3, 2026) was short.",
         "December 28, 2025–January 3, 2026"),
    Form("range", compiled(rf"{_BETWEEN}{_DM1}(?:{_Y1})?{_AND}{_DM2}(?:{_Y2})?"), reading.two,
         "Between 5 January and 3 May 2026 cases rose.", "5 January and 3 May 2026"),
    Form("range", compiled(rf"{_BETWEEN}{_MD1}(?:{_Y1})?{_AND}{_MD2}(?:{_Y2})?"), reading.two,
         "Between January 5 and May 3, 2026, cases rose.", "January 5 and May 3, 2026"),
    Form("range", compiled(rf"{_DM1}{_LINK}{_DM2}{_Y2}"), reading.two,
         "Talks ran from 5 January to 3 May 2026.", "5 January to 3 May 2026"),
    Form("range", compiled(rf"{_MD1}{_LINK}{_MD2}{_Y2}"), reading.two,
         "Talks ran from January 5 to May 3, 2026.", "January 5 to May 3, 2026"),
    Form("range", compiled(rf"{_DM1}{DASH}{_DM2}"), reading.two,
         "Talks (28 May – 3 June) failed.", "28 May – 3 June"),
    Form("range", compiled(rf"{_MD1}{DASH}{_MD2}"), reading.two,
         "Talks (May 28–June 3) failed.", "May 28–June 3"),
    Form("range", compiled(rf"{day('d1')}{_LINK_OR_AND}{_DM2}(?:{_Y2})?"), reading.two,
         "Period covered: 7–13 September 2026.", "7–13 September 2026"),
    Form("range", compiled(rf"{_MD1}{_LINK_OR_AND}{day('d2')}(?:{_Y2})?"), reading.two,
         "Talks on May 3–5, 2026, failed.", "May 3–5, 2026"),
    Form("range", compiled(rf"{month('m1')}{_Y1}{DASH}{month('m2')}{_Y2}"), reading.two,
         "The drought (May 2021 – June 2022) was long.", "May 2021 – June 2022"),
    Form("range", compiled(rf"{_BETWEEN}{month('m1')}(?:{_Y1})?{_AND}{month('m2')}(?:{_Y2})?"),
         reading.two, "Between May 2021 and June 2022 no rain fell.", "May 2021 and June 2022"),
    Form("range", compiled(rf"{month('m1')}{_LINK}{month('m2')}{_Y2}"), reading.two,
         "From January to March 2024 no rain fell.", "January to March 2024"),
    Form("range", compiled(rf"{month('m1')}{DASH}{month('m2')}"), reading.two,
         "The monsoon (June–August) was weak.", "June–August"),
)  # fmt: skip
_FISCAL = (
    Form("range", compiled(rf"{_BETWEEN}FY\s?(?P<y1>20[0-9]{{2}}){_AND}FY\s?(?P<y2>20[0-9]{{2}})"),
         reading.two, "Between FY2018 and FY2023 debt grew.", "FY2018 and FY2023"),
    Form("range", compiled(rf"FY\s?(?P<y1>20[0-9]{{2}}){DASH}FY\s?(?P<y2>20[0-9]{{2}})"),
         reading.two, "Debt grew fast (FY2018–FY2023).", "FY2018–FY2023"),
    Form("quarter", compiled(rf"{THE}(?:{_QUARTER}|Q[1-4])(?:\sof|,)?\s"
                             r"(?:FY|fiscal\syear|fiscal)\s?(?P<y>20[0-9]{2})"), reading.one,
         "The award comes in the second quarter of FY2026.", "the second quarter of FY2026"),
    Form("fiscal_year", compiled(rf"(?:{EDGE}|{EARLY})?FYs?\s?['’]?(?P<y>20[0-9]{{2}}|[0-9]{{2}})"
                                 r"(?:[/–-](?P<y2>20[0-9]{2}|[0-9]{2}))?"), reading.fiscal,
         "Debt fell in FY2024/25.", "FY2024/25"),
    Form("fiscal_year", compiled(rf"(?:[Ff]iscal|[Ff]inancial)(?:\s[Yy]ears?)?\s{year('y')}"
                                 r"(?:[/–-](?P<y2>20[0-9]{2}|[0-9]{2}))?"), reading.fiscal,
         "Debt fell in fiscal year 2024/25.", "fiscal year 2024/25"),
)  # fmt: skip
_DAYS_SPELT = (
    Form("day", compiled(rf"{_DAY_OF}{_MONTH}(?:,|\sof)?{S}{year('y')}"), reading.one,
         "The war began on the 4th of August 1914.", "the 4th of August 1914"),
    Form("day", compiled(rf"{_MONTH}{S}{day('d')},?{S}{year('y')}"), reading.one,
         "Authority expires on September 30, 2026.", "September 30, 2026"),
    Form("recurring", compiled(rf"(?:[Ee]very|[Ee]ach)\s(?:{day('d')}{S})?{_MONTH}"), reading.one,
         "The town holds elections every May.", "every May"),
    Form("relative", compiled(rf"{THE}(?:{day('d')}{S}|end\sof\s)?{_MONTH}{S}(?:of\s)?"
                              r"(?:that|this|last|the\s(?:same|next|following|previous))\syear"),
         reading.nothing, "The switch was moved to February of that year.",
         "February of that year"),
    Form("day_month", compiled(rf"{_DAY_OF}{_MONTH}"), reading.one,
         "The envoys held talks on 23rd Dec.", "23rd Dec"),
    Form("day_month", compiled(rf"{_MONTH}{S}{day('d')}{_NO_FIGURE}"), reading.one,
         "The envoys met on April 11.", "April 11"),
    Form("month", compiled(rf"(?:{EDGE}|{EARLY})?{_MONTH}(?:,|\sof)?{S}{year('y')}"), reading.one,
         "Sales stopped in May 2022.", "May 2022"),
)  # fmt: skip
_PARTS_OF_YEARS = (
    Form("quarter", compiled(rf"Q(?P<q>[1-4])(?:\s?/\s?|\sof\s|,?\s)?{year('y')}"), reading.quarter,
         "Output fell in Q3 2021.", "Q3 2021"),
    Form("quarter", compiled(rf"{year('y')}[\s-]?Q(?P<q>[1-4])"), reading.quarter,
         "Output fell in 2025Q1.", "2025Q1"),
    Form("quarter", compiled(r"Q(?P<q>[1-4])"), reading.quarter,
         "Output fell in Q2.", "Q2", needs=True),
    Form("quarter", compiled(rf"{THE}{_QUARTER}(?:\sof|,)?\s{year('y')}"), reading.quarter,
         "Sales rose in the third quarter of 2023.", "the third quarter of 2023"),
    Form("quarter", compiled(rf"the\s{_QUARTER}(?!\sof\sthe)"), reading.quarter,
         "Output fell in the third quarter.", "the third quarter", needs=True),
    Form("half", compiled(rf"H(?P<h>[12])(?:\s?/\s?|\sof\s|\s)?{year('y')}"), reading.half,
         "Output fell in H1 2021.", "H1 2021"),
    Form("half", compiled(rf"{THE}{_HALF}(?:\sof|,)?\s{year('y')}"), reading.half,
         "Prices fall in the second half of 2026.", "the second half of 2026"),
    Form("season", compiled(rf"(?:{THE}{EARLY}?{_SEASON}(?:\sof)?)\s{year('y')}(?:[–/-]{_YY})?"),
         reading.season, "Orders fell in the spring of 2020.", "the spring of 2020"),
)  # fmt: skip
_LONG = (
    Form("decade", compiled(rf"{THE}{EARLY}?(?P<decade>1[0-9]{{2}}0|20[0-9]0)['’]?s"),
         reading.decade, "Prices rose in the 1990s.", "the 1990s"),
    Form("century", compiled(rf"{THE}{EARLY}?{_CENTURY}[-\s]centur(?:y|ies)"), reading.century,
         "The policy dates from the early 16th century.", "the early 16th century"),
)  # fmt: skip
_YEARS = (
    Form("range", compiled(rf"{year('y1')}{DASH}{year('y2')}"), reading.two,
         "The war (2014–2019) ruined the port.", "2014–2019"),
    Form("range", compiled(rf"{_BETWEEN}{year('y1')}{_AND}{year('y2')}"), reading.two,
         "Between 2014 and 2019 wages fell.", "2014 and 2019"),
    Form("split_year", compiled(rf"{year('y')}[–/-]{_YY}"), reading.split_one,
         "Posts were closed in 2022–23.", "2022–23"),
    Form("range", compiled(rf"{year('y')}[–-]{_YY}"), reading.split,
         "Teachers will be hired in 2026–28.", "2026–28"),
    Form("part_year", compiled(rf"(?:{EDGE}|{EARLY}){year('y')}"), reading.one,
         "By mid-2022 the debate had spread.", "mid-2022"),
)  # fmt: skip
_RELATIVE = (
    Form("relative", compiled(rf"(?:{EDGE})?(?:[Ll]ast|[Tt]his|[Nn]ext|[Tt]hat|"
                              rf"[Tt]he\s(?:very\s)?(?:same|next|following|previous|current|coming))"
                              rf"\s(?:{_UNIT}(?!\sof\b)|spring|summer|autumn|winter|{_WEEKDAY}|{_MONTH})"),
         reading.nothing, "They sold five thousand for last week.", "last week"),
    Form("relative", compiled(rf"{EDGE}the\s{_UNIT}"), reading.nothing,
         "It will be ready by the end of the year.", "the end of the year"),
    Form("relative", compiled(r"(?:[Yy]esterday|[Tt]oday|[Tt]omorrow|[Tt]onight|[Yy]ear[-\s]end)"),
         reading.nothing, "The envoys met yesterday.", "yesterday"),
    Form("relative", compiled(rf"{_SOME}\s{_UNIT}s?\s(?:ago|earlier)"), reading.nothing,
         "The dam failed three years ago.", "three years ago"),
    Form("relative", compiled(rf"(?:an?|one|[Tt]he)\s{_UNIT}\s(?:later|before|after)"),
         reading.nothing, "The dam failed a year later.", "a year later"),
    Form("relative", compiled(rf"{_WEEKDAY}{_NO_DAY_AFTER}"),
         reading.nothing, "The envoys met on Thursday.", "Thursday", needs=True),
)  # fmt: skip

MONTH_ALONE = Form(
    "month_only", compiled(rf"(?:{EDGE}|{EARLY})?{_MONTH}"), reading.one,
    "Fuel has been dear since August.", "August", needs=True,
)  # fmt: skip
YEAR_ALONE = Form(
    "year", compiled(year("y")), reading.one, "The pact was concluded in 2001.", "2001", needs=True
)


class Family(NamedTuple):
    """Forms with a sign: a text without it holds none of them, so they are not even tried."""

    sign: re.Pattern[str]
    forms: tuple[Form, ...]


_MONTH_SIGN = re.compile(MONTH_NAMES)
_YEAR_SIGN = re.compile(r"[12][0-9]{3}")

FAMILIES = (
    Family(re.compile(r"[0-9]"), _DAYS),
    Family(_MONTH_SIGN, _RANGES),
    Family(re.compile(r"FY|iscal|inancial"), _FISCAL),
    Family(_MONTH_SIGN, _DAYS_SPELT),
    Family(re.compile(r"Q[1-4]|H[12]|quarter|half|pring|ummer|utumn|fall|inter"), _PARTS_OF_YEARS),
    Family(re.compile(r"[0-9]{3}0|centur"), _LONG),
    Family(_YEAR_SIGN, _YEARS),
    Family(
        re.compile(
            r"day|night|morning|evening|morrow|week|month|quarter|[Yy]ear|decade|century"
            rf"|spring|summer|autumn|winter|{MONTH_NAMES}"
        ),
        _RELATIVE,
    ),
    Family(_YEAR_SIGN, (YEAR_ALONE,)),
    Family(_MONTH_SIGN, (MONTH_ALONE,)),
)
"""All forms, in the order in which they are tried: first come, first served."""
