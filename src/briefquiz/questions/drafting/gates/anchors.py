"""What ties a question to its matter: a name, a time, words that everybody knows."""

import re

from briefquiz.facts.numbers import NumberFact
from briefquiz.facts.parsed import ParsedBrief
from briefquiz.questions.drafting.candidate import Candidate
from briefquiz.questions.drafting.volatile import CHANGING, has_year, is_past, lacks_year

NAMES = frozenset(
    {"PERSON", "NORP", "FAC", "ORG", "GPE", "LOC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW"}
)
NAMELESS = "names nobody and nothing: can it be understood without the brief?"
# Words of time that mean nothing without the day the brief was written.
RELATIVE_TIME = re.compile(
    r"\b(?:today|yesterday|tomorrow|tonight|now|recently|so far|to date|then|"
    r"at (?:the|that|this) time|(?:that|this|the same) (?:day|week|month|year|decade)|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?!,? \w+ \d|,? \d)|"
    r"(?:this|last|next|past|coming|recent|previous) "
    r"(?:day|week|month|year|decade|summer|winter|spring|autumn|fall|quarter)s?)\b",
    re.IGNORECASE,
)


def time(candidate: Candidate, parsed: ParsedBrief) -> str | None:
    """ "Last week", "recently", "on Friday": means nothing without the day of the brief."""
    prompt = re.sub(r"\[\[.+?\]\]|\(at the time of the brief\)", "", candidate.prompt)
    found = RELATIVE_TIME.search(prompt)
    if found is None:
        return None
    return f"“{found.group()}” depends on the day the brief was written"


def nameless(candidate: Candidate, parsed: ParsedBrief) -> str | None:
    """No name in the question, and none in the title that the question speaks of."""
    for token in candidate.spoken:
        named = token.text[:1].isupper() and (
            token.ent_type_ in NAMES or (token.pos_ == "PROPN" and not token.ent_type_)
        )
        parts = token.text.split("-")
        capital = len(parts) > 1 and any(part[:1].isupper() for part in parts[1:])
        known = any(part.casefold()[:5] in parsed.title_words for part in parts)
        if named or capital or (known and parsed.title_names):
            return None
    return NAMELESS


def year(candidate: Candidate, parsed: ParsedBrief) -> str | None:
    """A day or month is asked for, and neither it nor the question has a year."""
    if lacks_year(candidate) and "(The brief is dated" not in candidate.prompt:
        return "no year: can it be told which one is meant?"
    return None


def undated(candidate: Candidate, parsed: ParsedBrief) -> str | None:
    """A figure that changes, in the past tense, without a year."""
    fact = candidate.fact
    if not isinstance(fact, NumberFact) or fact.mention.unit_kind not in CHANGING:
        return None
    if has_year(candidate.prompt) or not is_past(candidate):
        return None
    return "says no date: is it clear when that was?"
