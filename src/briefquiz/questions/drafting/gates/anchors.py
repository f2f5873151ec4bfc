"""What ties a question to its matter: a name, a time, words that everybody knows."""

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from briefquiz.facts.abbreviations import PLACES, WELL_KNOWN
from briefquiz.facts.date_mentions import find_dates
from briefquiz.facts.numbers import NumberFact
from briefquiz.facts.parsed import PLACES as PLACE_LABELS
from briefquiz.facts.parsed import ParsedBrief
from briefquiz.facts.ranking import LEAD
from briefquiz.questions.drafting.candidate import Candidate
from briefquiz.questions.drafting.gates.pointing import SHORT_NAMES
from briefquiz.questions.drafting.volatile import DATED, has_year, is_undated, lacks_year

if TYPE_CHECKING:
    from spacy.tokens import Token

NAMES = frozenset(
    {"PERSON", "NORP", "FAC", "ORG", "GPE", "LOC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW"}
)
NAMELESS = "names nobody and nothing: can it be understood without the brief?"
PLACELESS = "names no place: is it clear where?"
MONTH = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)")
# Words of time that mean nothing without the day the brief was written.
RELATIVE_TIME = re.compile(
    r"\b(?:today|yesterday|tomorrow|tonight|(?<!-)now(?!-)|recently|so far|to date|then(?!-)|"
    r"at (?:the|that|this) time|(?:that|this|the same) (?:day|week|month|year|decade)|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?!,? \w+ \d|,? \d)|"
    r"(?:a|the|one) (?:recent|latest|most recent) \w+|"
    r"(?:this|last|next|past|coming|recent|previous) (?:\w+ )?"
    r"(?:day|week|month|year|decade|summer|winter|spring|autumn|fall|quarter|season|census|election"
    r"|vote|session|meeting)s?)\b",
    re.IGNORECASE,
)


def time(candidate: Candidate, parsed: ParsedBrief) -> str | None:
    """ "Last week", "recently", "on Friday": means nothing without the day of the brief."""
    prompt = re.sub(r"\[\[.+?\]\]|\b[Aa]t the time of the brief\b", "", candidate.prompt)
    found = RELATIVE_TIME.search(prompt)
    if found is None:
        return None
    return f"“{found.group()}” depends on the day the brief was written"


def nameless(candidate: Candidate, parsed: ParsedBrief) -> str | None:
    """No name in the question, and none in the title that the question speaks of."""
    return None if _has_name(candidate, parsed) or _of_title(candidate, parsed) else NAMELESS


def placeless(candidate: Candidate, parsed: ParsedBrief) -> str | None:
    """A name, but no place in the question, and none in the title."""
    if parsed.title_has_place or any(_may_be_a_place(t, parsed) for t in candidate.spoken):
        return None
    known = WHERE.search(candidate.prompt) or WHERE.search(parsed.brief.title)
    return None if known or not _has_name(candidate, parsed) else PLACELESS


def _may_be_a_place(token: "Token", parsed: ParsedBrief) -> bool:
    """Tagged so; or a name that no tagger knows, as of a small island, or that the title has."""
    if token.ent_type_ in PLACE_LABELS:
        return True
    word, before = token.text, token.head
    if token.pos_ == "PROPN" and token.dep_ == "pobj" and before.lower_ in LOCATING:
        return True
    if word in parsed.names and _is_unknown_name(token, parsed) and word[1:].islower():
        return True
    small = token.ent_type_ in {"", "PERSON"} and word[:1].isupper() and len(word) > 3
    return small and word in parsed.brief.title


def _is_unknown_name(token: "Token", parsed: ParsedBrief) -> bool:
    """Without a label: tagged as a name, or never without a capital."""
    capital = token.text in parsed.names and len(token.text) > 3
    return not token.ent_type_ and (token.pos_ == "PROPN" or capital)


# Before a name these mostly stand for where something is.
LOCATING = frozenset("in at near between from outside across throughout around off".split())
WHERE = re.compile(r"\b(?:U\.?S\.?|U\.?K\.?|E\.?U\.?|UN|Congress|[Ww]orld|[Gg]lobal)(?!\w)")


def _of_title(candidate: Candidate, parsed: ParsedBrief) -> bool:
    """The title has a name, and a word of the question."""
    if not parsed.title_names:
        return False
    words = (part for token in candidate.spoken for part in token.text.split("-"))
    return any(word.casefold()[:5] in parsed.title_words for word in words)


def _has_name(candidate: Candidate, parsed: ParsedBrief) -> bool:
    first = candidate.fact.sentence.start
    for token in candidate.spoken:
        named = token.text[:1].isupper() and (
            token.ent_type_ in NAMES or _is_unknown_name(token, parsed)
        )
        opens = token.i == first and not token.ent_type_
        named = named and not _says_nothing(token, parsed)
        named = named and not (opens and token.text not in parsed.names)
        parts = token.text.split("-")
        capital = len(parts) > 1 and any(part[:1].isupper() for part in parts[1:])
        if named or capital:
            return True
    return False


def _says_nothing(token: "Token", parsed: ParsedBrief) -> bool:
    """GDP, FY2023, "the Bank", CPI for a consumer price index, TB: capitals that name nobody."""
    spelt = parsed.abbreviations.get(token.text, "").split()
    if spelt and not any(word[:1].isupper() for word in spelt[1:] or spelt):
        return True
    figure = any(letter.isdigit() for letter in token.text)
    alone = token.lower_ in SHORT_NAMES and not any(
        t.pos_ == "PROPN" or t.ent_type_ in NAMES for t in token.children
    )
    return figure or token.text in WELL_KNOWN - PLACES or alone


def year(candidate: Candidate, parsed: ParsedBrief) -> str | None:
    """A day or month is asked for, and neither it nor the question has a year.

    What an undated brief is about, in its first paragraphs, happened in the year of the brief.
    """
    lead = not parsed.brief.published and candidate.fact.block.para <= LEAD
    if not lead and DATED not in candidate.prompt and lacks_year(candidate):
        return "no year: can it be told which one is meant?"
    return None


def held(candidate: Candidate, parsed: ParsedBrief) -> str | None:
    """The brief says as of when, the question does not; or an undated brief says "now"."""
    if candidate.fact.kind not in {"date", "number"}:
        return None
    for found in AS_OF.finditer(candidate.fact.sentence.text):
        if found.group(1) not in candidate.prompt:
            return f"the brief says “{found.group().strip()}”, the question does not"
    if not parsed.brief.published and "t the time of the brief" in candidate.prompt:
        return "the brief has no date: when was that?"
    return None


def some_year(candidate: Candidate, parsed: ParsedBrief) -> str | None:
    """A figure "in May", "from October to December": of which year, if the brief has no date?"""
    prompt = candidate.prompt
    if not isinstance(candidate.fact, NumberFact) or DATED in prompt:
        return None
    if not MONTH.search(prompt) or has_year(prompt):
        return None
    months = any(mention.first.startswith("--") for mention in find_dates(prompt))
    return "says no year: is it clear which?" if months else None


AS_OF = re.compile(r"\b[Aa]s (?:of|at) ((?:\d{1,2} )?(?:[A-Z][a-z]+ )?(?:\d{1,2}, )?\d{4})\b")


def undated(candidate: Candidate, parsed: ParsedBrief) -> str | None:
    """A figure that changes, in the past tense, without a year.

    With the brief's date beside it, a month or day is enough.
    """
    asked = candidate.prompt.partition(DATED)[0].rstrip()
    enough = DATED in candidate.prompt
    if not is_undated(replace(candidate, prompt=asked)) or (enough and find_dates(asked)):
        return None
    return "says no date: is it clear when that was?"
