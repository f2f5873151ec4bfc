"""Numbers as printed, in digits or words, and their values."""

import re
from decimal import Decimal

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_VALUES = (
    {word: value for value, word in enumerate(_SMALL)}
    | {word: 10 * value for value, word in enumerate(_TENS, 2)}
    | {"a": 1, "an": 1}
)
_SCALES = {"dozen": 12, "hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9}
_VULGAR = {
    "½": "0.5", "⅓": "0.3333", "⅔": "0.6667", "¼": "0.25", "¾": "0.75", "⅕": "0.2", "⅖": "0.4",
    "⅗": "0.6", "⅘": "0.8", "⅙": "0.1667", "⅚": "0.8333", "⅛": "0.125", "⅜": "0.375",
    "⅝": "0.625", "⅞": "0.875",
}  # fmt: skip

_GROUP = "[,\u00a0\u202f\u2009 ]"
_SIGN = r"(?:(?<![\w)\]])[-−](?=[0-9]))?"
DIGITS = (
    rf"{_SIGN}(?:[0-9]{{1,3}}(?:{_GROUP}[0-9]{{3}})+(?![0-9])|[0-9]+)(?:\.[0-9]+)?"
    rf"(?:[{''.join(_VULGAR)}]|\s[1-9]/[2-9](?![0-9/]))?|[{''.join(_VULGAR)}]"
)
_ONES = "|".join(sorted(_SMALL, key=len, reverse=True))
_TWO = rf"(?:(?:{'|'.join(_TENS)})(?:[-\s](?:{'|'.join(_SMALL[1:10])})\b)?|{_ONES})"
_THREE = rf"(?:(?:an?|{'|'.join(_SMALL[1:10])})\shundred(?:\s(?:and\s)?{_TWO}\b)?|{_TWO})"
WORDS = (
    rf"(?:{_THREE}\sthousand\s(?:and\s)?{_THREE}|an?\s(?:thousand|million|billion|dozen)"
    rf"|(?:half\sa|{_TWO})\sdozen|{_TWO}\spoint(?:\s(?:{_ONES}))+|{_THREE})"
    r"(?:[\s-]and[\s-]a[\s-]half)?(?!\w)"
    r"|half\san?(?=[\s-])|(?:a|one)[\s-]quarter\sof\san?(?=\s)"
)
NUMBER = rf"(?:{DIGITS}|(?i:{WORDS}))"


def value(printed: str) -> Decimal:
    """The value of what NUMBER matched, without its magnitude."""
    printed = printed.lower()
    if re.search(rf"[0-9{''.join(_VULGAR)}]", printed):
        return _digits(printed)
    if "dozen" in printed and printed.startswith("half"):
        return Decimal(6)
    if printed.startswith("half"):
        return Decimal("0.5")
    if "quarter" in printed:
        return Decimal("0.25")
    half = Decimal("0.5") if re.search(r"and[\s-]a[\s-]half$", printed) else Decimal(0)
    words = re.sub(r"[\s-]and[\s-]a[\s-]half$", "", printed)
    return half + (_pointed(words) if " point " in words else Decimal(_integer(words)))


def plain(number: Decimal) -> str:
    """A plain decimal string: "1400000", "0.5"."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _digits(printed: str) -> Decimal:
    sign = -1 if printed[0] in "-−" else 1
    fraction = Decimal(_VULGAR.get(printed[-1], "0"))
    if "/" in printed:
        printed, over, under = printed[:-4], printed[-3], printed[-1]
        fraction = Decimal(over) / Decimal(under)
    digits = re.sub(r"[^0-9.]", "", printed)
    return sign * (Decimal(digits or "0") + fraction)


def _integer(words: str) -> int:
    total = current = 0
    for word in re.split(r"[\s-]+", words):
        if word in _VALUES:
            current += _VALUES[word]
        elif word in ("hundred", "dozen"):
            current *= _SCALES[word]
        elif word in _SCALES:
            total += current * _SCALES[word]
            current = 0
    return total + current


def _pointed(words: str) -> Decimal:
    whole, digits = words.split(" point ")
    return Decimal(f"{_integer(whole)}.{''.join(str(_VALUES[d]) for d in digits.split())}")
