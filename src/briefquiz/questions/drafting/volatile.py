"""Figures and offices that change, and dates without a year: they say when they held."""

import re
from dataclasses import replace

from briefquiz.facts.date_mentions import find_dates
from briefquiz.facts.dates import DateFact
from briefquiz.facts.numbers import NumberFact
from briefquiz.questions.drafting.candidate import Candidate
from briefquiz.questions.drafting.rendering import capitalised

VOLATILE = re.compile(r"\s(?:currently|at present|at the moment)\b(?!-)")
# The same of a figure in the present tense: "has 14 cranes today", "now has 14 cranes".
TODAY = re.compile(r"^Today, (?=\w)|,? (?:today|now)\b(?![-’'])(?: ,)?")
DATED = "(The brief is dated "
MONTHS = (
    "January February March April May June July August September October November December".split()
)
# "Ore typically holds less than 5% of tin": true at any time.
ALWAYS = frozenset("typically usually normally always generally commonly".split())
# Amounts that are true for a time; a fraction or an age is part of what is said.
CHANGING = frozenset({"count", "money", "percent", "measure", "points"})


def as_of(candidate: Candidate, published: str) -> Candidate:
    """The candidate with its time in it, as far as the brief's own date tells it.

    "Currently" becomes that date; a figure in the present tense without any date is asked as of
    it; a date without a year has it beside it, never in it: the year is not guessed.
    """
    when = f"as of {printed(published)}" if published else "at the time of the brief"
    if candidate.form == "question" and published and VOLATILE.search(candidate.prompt):
        plain = VOLATILE.sub("", candidate.prompt, count=1)
        candidate = replace(candidate, prompt=_question_as_of(plain, when))
    candidate = replace(
        candidate,
        prompt=VOLATILE.sub(f" ({when})", candidate.prompt),
        statement=VOLATILE.sub(f" ({when})", candidate.statement),
    )
    now = _holds_now(candidate)
    if now and TODAY.search(candidate.prompt):
        plain = capitalised(TODAY.sub("", candidate.prompt, count=1))
        told = capitalised(TODAY.sub("", candidate.statement, count=1))
        return _asked_as_of(replace(candidate, prompt=plain, statement=told), when)
    if published and now:
        return _asked_as_of(candidate, when)
    half_dated = is_undated(candidate) and find_dates(candidate.prompt)
    if published and (lacks_year(candidate) or half_dated):
        return replace(candidate, prompt=f"{candidate.prompt} {DATED}{printed(published)}.)")
    return candidate


def lacks_year(candidate: Candidate) -> bool:
    """A date is asked for, neither it nor the question has a year."""
    fact = candidate.fact
    if not isinstance(fact, DateFact) or not fact.mention.first.startswith("--"):
        return False
    return not has_year(candidate.prompt)


def is_undated(candidate: Candidate) -> bool:
    """A figure that changes, in the simple past, and no year in the question."""
    fact = candidate.fact
    if not isinstance(fact, NumberFact) or fact.mention.unit_kind not in CHANGING:
        return False
    return is_past(candidate) and not has_year(candidate.prompt)


def has_year(text: str) -> bool:
    """A date with its year stands in the text."""
    return any(mention.first[:4].isdigit() for mention in find_dates(text))


def is_past(candidate: Candidate) -> bool:
    """The clause asked about is in the simple past."""
    return _tense(candidate) == "VBD"


def _holds_now(candidate: Candidate) -> bool:
    fact = candidate.fact
    if not isinstance(fact, NumberFact) or fact.mention.unit_kind not in CHANGING:
        return False
    if any(token.lower_ in ALWAYS for token in candidate.stem):
        return False
    return _tense(candidate) in {"VBZ", "VBP"} and not has_year(candidate.prompt)


def _tense(candidate: Candidate) -> str:
    """The tag of the finite verb of what is asked."""
    clause = candidate.clause
    if clause is None:
        root = candidate.fact.sentence.root
        auxiliaries = [t for t in root.lefts if t.dep_ in {"aux", "auxpass"}]
        return (auxiliaries or [root])[0].tag_
    return (clause.auxiliaries or (clause.verb,))[0].tag_


def _asked_as_of(candidate: Candidate, when: str) -> Candidate:
    prompt = candidate.prompt
    if when in prompt:
        return candidate
    question = candidate.form == "question"
    asked = _question_as_of(prompt, when) if question else _suffixed(prompt, when)
    return replace(candidate, prompt=asked, statement=_suffixed(candidate.statement, when))


def _question_as_of(prompt: str, when: str) -> str:
    if prompt.startswith("According to"):
        return _suffixed(prompt, when)
    return f"A{when[1:]}, {prompt[:1].lower()}{prompt[1:]}"


def _suffixed(text: str, when: str) -> str:
    """The text with its time before the full stop, outside closing quotation marks."""
    return re.sub(r"([.!?])([”\"]?)$", rf"\2 ({when})\1", text)


def printed(iso: str) -> str:
    """ "2019-01" -> "January 2019"; "2019-01-21" -> "21 January 2019"."""
    parts = [int(part) for part in iso.split("-")]
    words = [str(parts[0]), *(MONTHS[month - 1] for month in parts[1:2]), *map(str, parts[2:])]
    return " ".join(reversed(words))
