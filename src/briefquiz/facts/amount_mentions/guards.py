"""What looks like an amount and is none."""

import re

from briefquiz.facts.amount_mentions.parts import Part
from briefquiz.facts.amount_mentions.words import CITED, DEFINITE, NUMBERED, TIME_SPAN
from briefquiz.facts.date_mentions.context import begins_sentence, counted
from briefquiz.facts.date_mentions.parts import MONTH_NAMES, alternatives

_SMALL = 12


_LIST = r"(?:[A-Z]?[0-9][\w.()-]*\s?(?:,|and|or|of|&{})\s?){{0,6}}"
_NUMBERED = re.compile(
    rf"(?:^|(?<![\w-])){alternatives(NUMBERED)}\s?"
    rf"(?:(?<=s\s){_LIST.format('|to|through|–|-')}|(?<=[.§]){_LIST.format('|to|–|-')}"
    rf"|{_LIST.format('')})$",
    re.IGNORECASE,
)
_CITED = re.compile(rf"\s?{alternatives(CITED)}")
_DEFINITE = re.compile(rf"(?<![\w-]){alternatives(DEFINITE)}\s$", re.IGNORECASE)
_TIME_SPAN = re.compile(rf"(?<![\w-]){alternatives(TIME_SPAN)}\s$", re.IGNORECASE)
_KNOWN_SPAN = re.compile(r"\b(?:the|these|those)\s$", re.IGNORECASE)
_NAME_BEFORE = re.compile(r"(?:^|[\s(“‘\"/-])([A-Z][\w.’'&-]*)\s$|\(([A-Z][\w.]*)\)\s$")
_NOT_A_NAME = frozenset(
    (
        "the a an of in on at by with for from to between over under after before since until "
        "during about around some only just nearly almost roughly approximately up another every "
        "all these those its their our his her no and or but if as when while than both most what "
        "how such then thus also still yet however first second third finally today there here "
        "more less fewer least among within into across through per that this which who whereas "
        "although because not even already including includes i it he she they we you an "
        "estimated additional further last next monday tuesday wednesday thursday friday saturday "
        "sunday "
    ).split()
)
_LETTERS_AFTER = re.compile(r"[A-Za-z0-9_%°′″'’(]|[-–][A-Za-z\s]|[.,:/][0-9]|\s?[′″]|\.[A-Za-z]")
_RATIO_AFTER = re.compile(
    r"\s(?:in|out\sof)\s(?:every\s)?(?:two|three|four|five|six|seven|eight|"
    r"nine|ten|hundred|[2-9]|10|100|1,000)(?![\w,.])"
)
_RATIO_BEFORE = re.compile(
    r"(?:\b(?:one|two|three|four|five|six|seven|eight|nine)|(?<![\d.,])[0-9])"
    r"\s(?:in|out\sof)\s(?:every\s)?$",
    re.IGNORECASE,
)
_MONTH_BESIDE = re.compile(rf"(?:{MONTH_NAMES})\s$|^\s(?:{MONTH_NAMES})(?![a-z])")


def is_no_amount(text: str, part: Part) -> bool:
    """Whether the number is a name, a label, a citation, a year or a pronoun."""
    if _malformed(text, part) or _CITED.match(text, part.end):
        return True
    if part.kind == "duration":
        if re.match("-[a-z]", text[part.end : part.end + 2]):
            return True
        return _is_span(text, part)
    if not part.naked:
        return False
    return _label(text, part) or _pronoun(text, part) or _ratio(text, part) or _marker(text, part)


def is_definite(text: str, start: int, part: Part) -> bool:
    """Whether a small count is of a group known already: "the three banks"."""
    if not part.naked or part.value > _SMALL:
        return False
    return bool(_DEFINITE.search(text[max(0, start - 30) : start]))


def follows_name(text: str, start: int, part: Part) -> bool:
    """Whether a bare number belongs to the capitalised word before it: "Annex 4"."""
    printed = text[slice(*part.number)]
    if not part.naked or part.factor > 1 or re.search(r"[0-9]\D[0-9]{3}", printed):
        return False
    name = _NAME_BEFORE.search(text[max(0, start - 40) : start])
    return bool(name and (name[2] or name[1].lower() not in _NOT_A_NAME))


def _malformed(text: str, part: Part) -> bool:
    """Glued to letters, a decimal comma, a clock time, a serial or phone number."""
    printed = text[slice(*part.number)]
    if part.end == part.number[1] and _LETTERS_AFTER.match(text, part.end):
        return True
    if printed[0] == "-" and part.naked:
        return True
    if printed[0] == "0" and len(printed) > 1 and printed[1] != ".":
        return True
    return bool(
        printed[0].isdigit() and re.search(r"[0-9]\s$", text[max(0, part.start - 2) : part.start])
    )


def _is_span(text: str, part: Part) -> bool:
    """A stretch of time that dates the clause: "the past five years", "across the two years"."""
    left, printed = text[max(0, part.start - 20) : part.start], text[part.start : part.end]
    known = bool(_KNOWN_SPAN.search(left)) and "-" not in printed
    return known or bool(_TIME_SPAN.search(left)) or printed.lower() == "one day"


def _label(text: str, part: Part) -> bool:
    left = text[max(0, part.start - 60) : part.start]
    if _NUMBERED.search(left) or _MONTH_BESIDE.search(left):
        return True
    after = text[part.end : part.end + 12]
    first = text[slice(*part.number)] == "1" and re.match(r"\s[A-Z]", after)
    return bool(first or _MONTH_BESIDE.match(after)) or _yearlike(text, part)


def _yearlike(text: str, part: Part) -> bool:
    printed = text[slice(*part.number)]
    if not re.fullmatch(r"1[0-9]{3}|2[01][0-9]{2}", printed):
        return False
    number = int(printed)
    return not counted(text, part.end) or (number % 100 != 0 and number >= 1900)


def _pronoun(text: str, part: Part) -> bool:
    printed = text[slice(*part.number)]
    if printed.lower() in ("one", "zero", "half a", "half an") or "quarter" in printed:
        return True
    if not printed[0].isupper():
        return False
    named = text[max(0, part.start - 1) : part.start] in ("“", "‘", '"', "(")
    if named and re.match(r"\s[A-Z]", text[part.end : part.end + 2]):
        return True
    return not begins_sentence(text, part.start)


def _ratio(text: str, part: Part) -> bool:
    left = text[max(0, part.start - 24) : part.start]
    return bool(_RATIO_AFTER.match(text, part.end) or _RATIO_BEFORE.search(left))


def _marker(text: str, part: Part) -> bool:
    """List markers, note marks, numbers alone in brackets."""
    before, after = text[max(0, part.start - 1) : part.start], text[part.end : part.end + 1]
    if before in ("(", "[") and after in (")", "]"):
        return True
    left = text[: part.start]
    if before == "[" or (after == ")" and left.count("(") <= left.count(")")):
        return True
    opens = not left.strip()
    if opens and re.match(r"[.)]", text[part.end :]):
        return True
    printed = text[slice(*part.number)]
    return opens and "." in printed and bool(re.match(r"\s[A-Z]", text[part.end :]))
