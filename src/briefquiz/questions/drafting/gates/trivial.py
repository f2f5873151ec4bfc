"""What a teacher would not ask: too vague, told by the rest, true only for a moment."""

import re
from decimal import Decimal
from itertools import pairwise

from briefquiz.facts.actors import ActorFact
from briefquiz.facts.amount_mentions import find_amounts
from briefquiz.facts.clauses import subject_of
from briefquiz.facts.date_mentions import find_dates
from briefquiz.facts.dates import DateFact
from briefquiz.facts.numbers import NumberFact
from briefquiz.facts.parsed import ParsedBrief
from briefquiz.questions.drafting.candidate import Candidate
from briefquiz.questions.drafting.glosses import GAP

# "Millions", "tens of thousands", "a handful": no figure that anybody could know.
VAGUE = re.compile(
    r"(?:\w+ ){0,2}(?:dozens|scores|hundreds|thousands|millions|billions|trillions)"
    r"|(?:\w+ ){0,2}(?:handful|few|several|couple)(?: \w+)?",
    re.IGNORECASE,
)
# "$4 million today" after "or", or in brackets; "in 2019 dollars", "in today's money".
CONVERTED = re.compile(r"\s*\(?in (?:today[’']s|current|constant|real|\d{4}) \w+")
TODAY = re.compile(r"\s*(?:today|in today[’']s)\b")
BESIDE = re.compile(r"(?:\bor|\()\s*$")
# Before the date that something is compared with.
COMPARED = re.compile(
    r"\b(?:from|than|compared (?:with|to)|against|over)\s+(?:[\d.,$€£%-]+ (?:per cent |percent )?)?"
    r"(?:in |the |its )*$"
)
# Before the figure of another time: "up from 4.8% in May".
FORMER = re.compile(r"\b(?:up|down|rising|falling) from\s+$|\bcompared (?:with|to)\s+$")
SUPPOSED = re.compile(r"\bwould(?: not)? have(?: \w+ly)?(?: been)?\b")
LATEST = re.compile(r"\b(?:last|latest|most recent|most recently)\b", re.IGNORECASE)
UNPARTICULAR = "many may have done that: is it told apart?"
FEW, GUESSED = 5, 20  # counts over the one and up to the other are nearly guessed
CROWD = 2  # other figures of a sentence
# What the draft itself puts beside a sentence: the day of the brief.
ADDED_DATE = re.compile(r"\s?\((?:as of|The brief is dated) [^()]*\)")
FIGURE = re.compile(r"\d[\d.,]*")
QUANTIFIERS = frozenset("many most some several few only others various".split())
LARGE = 100_000_000  # from here on a sum of money is rarely a detail
DIGITS = 5  # of a figure that nobody keeps in mind
PARTICULAR = 2  # names and figures in a question for somebody


def vague(candidate: Candidate, parsed: ParsedBrief) -> str | None:
    """An amount without a figure."""
    if isinstance(candidate.fact, NumberFact) and VAGUE.fullmatch(candidate.answer):
        return f"“{candidate.answer}” is no figure to learn"
    return None


def converted(candidate: Candidate, parsed: ParsedBrief) -> str | None:
    """A sum in the money of another year."""
    fact = candidate.fact
    if not isinstance(fact, NumberFact) or fact.mention.unit_kind != "money":
        return None
    text, start, end = fact.block.text, fact.mention.start, fact.mention.end
    beside = BESIDE.search(text[:start]) and TODAY.match(text, end)
    if beside or CONVERTED.match(text, end):
        return "a sum in the money of another year: is it worth learning?"
    return None


def compared(candidate: Candidate, parsed: ParsedBrief) -> str | None:
    """A gap for one of two dates that are compared: the other one tells it."""
    if candidate.form != "cloze" or not isinstance(candidate.fact, DateFact):
        return None
    sentence = candidate.fact.sentence
    mentions = find_dates(sentence.text)
    behind = [COMPARED.search(sentence.text[: mention.start]) for mention in mentions]
    if len(mentions) > 1 and any(behind):
        return "the date it is compared with gives this one away"
    return None


def former(candidate: Candidate, parsed: ParsedBrief) -> str | None:
    """A gap for the figure that another one is compared with: the other one is the news."""
    fact = candidate.fact
    if candidate.form != "cloze" or not isinstance(fact, NumberFact):
        return None
    behind = FORMER.search(fact.block.text[: fact.mention.start])
    return "the figure of an earlier time: is it the one to ask for?" if behind else None


def month(candidate: Candidate, parsed: ParsedBrief) -> str | None:
    """Which month of a year that is not even told: of 13 such questions readers took 5."""
    fact = candidate.fact
    if not isinstance(fact, DateFact) or candidate.form != "question":
        return None
    alone = fact.mention.precision == "month_only"
    return "a month without its year: is it worth learning?" if alone else None


def population(candidate: Candidate, parsed: ParsedBrief) -> str | None:
    """How many live somewhere, told in passing."""
    fact = candidate.fact
    if not isinstance(fact, NumberFact):
        return None
    behind = fact.block.text[: fact.mention.start].endswith("home to ")
    return "told in passing: is it worth learning?" if behind else None


def personal(candidate: Candidate, parsed: ParsedBrief) -> str | None:
    """How old somebody was, or how long it took them: a story's colour."""
    fact = candidate.fact
    if not isinstance(fact, NumberFact) or fact.mention.unit_kind not in {"age", "duration"}:
        return None
    subject = subject_of(fact.verb) if fact.verb is not None else None
    one = subject is not None and (
        subject.ent_type_ == "PERSON" or subject.lower_ in {"he", "she", "i"}
    )
    return "tells of one person: is it worth learning?" if one else None


def score(candidate: Candidate, parsed: ParsedBrief) -> str | None:
    """ "Scored 2.01": a figure of nothing."""
    fact = candidate.fact
    if not isinstance(fact, NumberFact) or fact.mention.unit_kind != "count":
        return None
    bare = fact.counted is None and fact.shared is None and "." in fact.mention.value
    return "a figure without a unit: is it worth learning?" if bare else None


def sized(candidate: Candidate, parsed: ParsedBrief) -> str | None:
    """How large a thing told of is: "a 60MW farm"."""
    fact = candidate.fact
    if not isinstance(fact, NumberFact) or fact.mention.unit_kind != "measure":
        return None
    root = fact.span.root
    before = root.dep_ in {"nummod", "amod"} and root.head.i >= fact.span.end
    return "only the size of a thing told of: is it the one to ask for?" if before else None


def lasting(candidate: Candidate, parsed: ParsedBrief) -> str | None:
    """A gap for how long something took or lasts, told in passing."""
    fact = candidate.fact
    if candidate.form != "cloze" or not isinstance(fact, NumberFact):
        return None
    span = fact.mention.unit_kind == "duration"
    return "how long something lasts: is it worth learning?" if span else None


def few(candidate: Candidate, parsed: ParsedBrief) -> str | None:
    """A gap for a count that a reader could nearly guess: "13 producers"."""
    fact = candidate.fact
    if candidate.form != "cloze" or not isinstance(fact, NumberFact):
        return None
    value = fact.mention.value
    small = value.isdigit() and FEW < int(value) <= GUESSED and fact.mention.unit_kind == "count"
    return "a count of a few: is it worth learning?" if small else None


def crowded(candidate: Candidate, parsed: ParsedBrief) -> str | None:
    """A gap for one of many figures: which of them is the one to know?"""
    fact = candidate.fact
    if candidate.form != "cloze" or not isinstance(fact, NumberFact):
        return None
    asked = ADDED_DATE.sub("", GAP.sub("", candidate.prompt))
    text = fact.block.text
    dates = find_dates(text)
    others = (
        amount
        for amount in find_amounts(text, dates)
        if amount.start != fact.mention.start and amount.unit_kind != "duration"
    )
    amounts = len({amount.start for amount in others if amount.text in asked})
    for date in dates:
        asked = asked.replace(date.text, "")
    many = max(len(FIGURE.findall(asked)), amounts) >= CROWD
    return "one figure among many: is it the one to know?" if many else None


def quantified(candidate: Candidate, parsed: ParsedBrief) -> str | None:
    """When many, some or only one of several did something: of nobody in particular."""
    clause = candidate.clause
    if candidate.fact.kind != "date" or candidate.form != "question" or clause is None:
        return None
    vague = any(token.lower_ in QUANTIFIERS for token in clause.subject)
    return "of nobody in particular: is the date worth learning?" if vague else None


def minor(candidate: Candidate, parsed: ParsedBrief) -> str | None:
    """A sum below a hundred million: of 5 such questions on unseen texts readers took none."""
    fact = candidate.fact
    if not isinstance(fact, NumberFact) or fact.mention.unit_kind != "money":
        return None
    value = fact.mention.value
    small = bool(value) and Decimal(value) < LARGE
    return "a small sum: is it worth learning?" if small else None


def precise(candidate: Candidate, parsed: ParsedBrief) -> str | None:
    """A figure to the last digit: nobody keeps it in mind."""
    fact = candidate.fact
    if not isinstance(fact, NumberFact) or fact.mention.hedge:
        return None
    digits = "".join(filter(str.isdigit, fact.mention.text)).strip("0")
    exact = len(digits) >= DIGITS and not fact.mention.upper
    return "a figure to the last digit: is it worth learning?" if exact else None


def paired(candidate: Candidate, parsed: ParsedBrief) -> str | None:
    """A gap for half of a pair: "9 and 10 years respectively", "in May and June"."""
    fact = candidate.fact
    if candidate.form != "cloze" or not isinstance(fact, DateFact | NumberFact):
        return None
    text = fact.block.text
    if isinstance(fact, NumberFact):
        pair = "respectively" in fact.sentence.text
    else:
        mentions = [m for m in find_dates(text) if m.precision == fact.mention.precision]
        ends = [text[m.end : fact.mention.start] for m in mentions if m.end < fact.mention.start]
        ends += [text[fact.mention.end : m.start] for m in mentions if m.start > fact.mention.end]
        pair = any(between.strip() in {"and", "or", "and in", "or in"} for between in ends)
    return "half of a pair: is the gap clear?" if pair else None


def supposed(candidate: Candidate, parsed: ParsedBrief) -> str | None:
    """What would have been."""
    if candidate.fact.kind in {"date", "number"} and SUPPOSED.search(candidate.prompt):
        return "what would have been: is it worth learning?"
    return None


def latest(candidate: Candidate, parsed: ParsedBrief) -> str | None:
    """When something happened last: true until it happens again."""
    clause = candidate.clause
    if candidate.fact.kind != "date" or candidate.form != "question" or clause is None:
        return None
    last = any(t.dep_ == "advmod" and LATEST.fullmatch(t.text) for t in clause.verb.children)
    return "true only until it happens again" if last else None


def unparticular(candidate: Candidate, parsed: ParsedBrief) -> str | None:
    """Somebody asked for by a deed without names and figures: many may have done it.

    Of such questions readers accepted 1 in 6, of others 1 in 3 (160 judged).
    """
    if not isinstance(candidate.fact, ActorFact):
        return None
    words = GAP.sub("", candidate.prompt).split()
    named = sum(
        word[:1].isdigit() or word[:1] in "$€£" or (word[:1].isupper() and not before[:1].isupper())
        for before, word in pairwise(words)
    )
    return UNPARTICULAR if named < PARTICULAR else None
