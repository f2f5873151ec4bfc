"""Texts made comparable: words, figures by their value, one spelling for the same thing."""

import re
from collections.abc import Iterator
from decimal import Decimal

from briefquiz.facts.amount_mentions import numerals

_QUOTES = str.maketrans({"‘": "'", "’": "'", "ʼ": "'", "“": '"', "”": '"', "\u00ad": ""})
_WORD = re.compile(r"[^\W_]+(?:['.-][^\W_]+)*")
_ENDING = re.compile(r"(?<=\w{4})(?:ing|ied|ed|es|s|ly)$")
_POSSESSIVE = re.compile(r"'s?\b|'(?=\s|$)")

SMALL_WORDS = frozenset(
    "a an the of in on at to for from by with and or as that which who whom whose this these those "
    "is are was were be been being has have had do does did it its their his her they he she we "
    "what when where why how many much not no but than into also so will would because since if "
    "unless although while between before after during under over about through due owing despite "
    "without within against until among per".split()
)
"""Words that say nothing of what a question is about."""

_ORDINALS = {
    word: str(value)
    for value, word in enumerate(
        "third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(), 3
    )
}
_ORDINAL = re.compile(rf"\b(?:{'|'.join(_ORDINALS)})\b", re.IGNORECASE)
_SCALES = {"hundred": 2, "thousand": 3, "million": 6, "m": 6, "billion": 9, "bn": 9, "trillion": 12}
_FIGURE = re.compile(
    rf"(?:(?<![\w.,])|(?<=\bFY))(?P<number>{numerals.NUMBER})"
    rf"(?:[\s-]?(?P<scale>{'|'.join(_SCALES)})s?(?!\w))?",
    re.IGNORECASE,
)
_NO_FIGURE = frozenset({"a", "an", "one"})  # "its Chinese one", "one of them"

_SPELLINGS = (
    (r"\bper ?cent(age)?\b", "%"),
    (r"\bus\$|\busd\b", "$"),
    (r"\beuros?\b|\beur\b", "€"),
    (r"\bdollars?\b", "$"),
    (r"\s*%", " %"),
    (r"^(the|an?)\s+", ""),
    (r"(?<=\d)(st|nd|rd|th)\b", ""),
)


def words(text: str) -> list[str]:
    """The words of a text in lower case, without quote marks and possessive endings."""
    plain = _POSSESSIVE.sub("", text.translate(_QUOTES).casefold())
    return _WORD.findall(plain)


def content(text: str) -> list[str]:
    """The words that say something."""
    return [word for word in words(text) if word not in SMALL_WORDS]


def stems(text: str) -> set[str]:
    """The words that say something, cut so that "grown" and "growing" are alike."""
    return {stem(word) for word in content(text)}


def stem(word: str) -> str:
    """The beginning of a word by which its forms are known."""
    bare = _ENDING.sub("", word)
    return bare[:4] if len(bare) < 7 else bare[:6]


def figures(text: str) -> dict[str, str]:
    """The figures of a text: value as a plain decimal → as printed. The sixth time makes six."""
    found = {value: match.group() for match, value in figure_matches(text)}
    ordinals = (match.group() for match in _ORDINAL.finditer(text))
    return found | {_ORDINALS[word.casefold()]: word for word in ordinals}


def figure_matches(text: str) -> Iterator[tuple[re.Match[str], str]]:
    """Each figure of a text with its value."""
    for match in _FIGURE.finditer(text):
        printed, scale = match["number"], match["scale"]
        if printed.casefold() in _NO_FIGURE and not scale:
            continue
        factor = Decimal(10) ** _SCALES[scale.casefold()] if scale else Decimal(1)
        yield match, numerals.plain(numerals.value(printed) * factor)


def same(text: str) -> str:
    """One spelling for what is the same: "5%" and "5 per cent", "1,000" and "1000", "four", "4"."""
    out = text.translate(_QUOTES)
    for match, value in reversed(list(figure_matches(out))):
        out = f"{out[: match.start()]}{value}{out[match.end() :]}"
    out = out.casefold()
    for pattern, spelling in _SPELLINGS:
        out = re.sub(pattern, spelling, out)
    return " ".join(re.findall(r"[\w.]+|[%$€£]", out)).strip(" .")


def contains(text: str, part: str) -> bool:
    """Whether the text has the part, word for word and figure for figure, in one piece."""
    whole, wanted = f" {same(text)} ", same(part)
    return bool(wanted) and f" {wanted} " in whole
