"""Whether a date is the thing to ask for, and whether it can be told apart."""

import re

from briefquiz.facts.amount_mentions import find_amounts
from briefquiz.facts.date_mentions import find_dates
from briefquiz.facts.dates import DateFact
from briefquiz.facts.parsed import ParsedBrief
from briefquiz.facts.ranking import LEAD
from briefquiz.questions.drafting.candidate import Candidate

PLANNING = frozenset(
    "plan project expect schedule intend propose request forecast predict aim hope seek".split()
)
BIG = re.compile(r"\d{1,3}(?:,\d{3})+|\d{3}|\d{5,}|(?:[mb]|tr)illion|\d[\d.,]*[kMGT]Wh?")
# Verbs that can be asked about with "since".
STANDING = frozenset(
    "be have run lead rule govern own serve ban require occupy experience keep operate head use see"
    " stand apply control offer provide include".split()
)
# Verbs of what lasts or recurs.
LASTING = frozenset(
    "represent remain face perceive live enjoy exist hold grow rise fall share continue increase "
    "decrease meet convene gather attend travel speak talk work support depend belong rank".split()
)


def figure(candidate: Candidate, parsed: ParsedBrief) -> str | None:
    """The date of a figure is asked for, and the figure given away."""
    if candidate.fact.kind != "date" or candidate.form != "question":
        return None
    big = any(BIG.fullmatch(t.text) and t.ent_type_ != "DATE" for t in candidate.spoken)
    if big or any(t.text in {"%", "percent"} or t.is_currency for t in candidate.spoken):
        return "gives a figure away: is the figure worth asking for, not the date?"
    return None


def planned(candidate: Candidate, parsed: ParsedBrief) -> str | None:
    """The year of a plan: that in which it was made, or that for which?"""
    clause = candidate.clause
    if candidate.fact.kind != "date" or clause is None:
        return None
    would = any(token.lower_ in {"would", "could", "should"} for token in clause.auxiliaries)
    if would or clause.verb.lemma_.lower() in PLANNING:
        return "the date of the plan, or of what is planned?"
    return None


def hearsay(candidate: Candidate, parsed: ParsedBrief) -> str | None:
    """A date that is only reported is rarely one to learn."""
    reported = {"reportedly", "allegedly", "apparently"} & set(
        candidate.fact.hedge.casefold().replace(",", " ").split()
    )
    if candidate.fact.kind == "date" and reported:
        return "a date that is only reported: is it worth asking?"
    return None


def statistic(candidate: Candidate, parsed: ParsedBrief) -> str | None:
    """A gap for the year of a figure: the figure is the one to ask for."""
    fact = candidate.fact
    if candidate.form != "cloze" or not isinstance(fact, DateFact):
        return None
    if any(
        amount.unit_kind in {"money", "percent", "points", "measure"}
        and amount.text in candidate.prompt
        for amount in find_amounts(fact.block.text, find_dates(fact.block.text))
    ):
        return "the year of a figure: is the figure the one to ask for?"
    return None


def state(candidate: Candidate, parsed: ParsedBrief) -> str | None:
    """What held for a time, or happens again and again: other dates may be right as well."""
    clause = candidate.clause
    if candidate.fact.kind != "date" or candidate.form != "question" or clause is None:
        return None
    opening = candidate.prompt.casefold()
    if opening.startswith("until"):
        return "how long something went on: is it worth learning?"
    if opening.startswith("since") and clause.verb.lemma_.lower() not in STANDING | LASTING:
        return "since when: may have been done more than once"
    since = opening.startswith(("since", "by"))
    going_on = clause.verb.tag_ == "VBG" and any(t.lemma_ == "be" for t in clause.auxiliaries)
    lasting = clause.verb.lemma_.lower() in LASTING
    return "may be true of other times too" if (going_on or lasting) and not since else None


def exact(candidate: Candidate, parsed: ParsedBrief) -> str | None:
    """The day or month of an event that is told in passing."""
    fact = candidate.fact
    exact = {"day", "day_month", "month"}
    if not isinstance(fact, DateFact) or fact.mention.precision not in exact:
        return None
    if candidate.rule.startswith("dates/to-the-month"):
        return None  # asked instead of the day
    if fact.block.para <= LEAD:
        return None
    month = fact.mention.precision == "month"
    return f"an exact {'month' if month else 'day'}: is it worth learning?"
