"""Wording dates: when did it happen."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from briefquiz.facts.clauses import Clause, clause_of
from briefquiz.facts.date_mentions import find_dates
from briefquiz.facts.dates import DateFact
from briefquiz.facts.parsed import ParsedBrief
from briefquiz.questions.drafting.attributed import attributed, said_by
from briefquiz.questions.drafting.candidate import Candidate
from briefquiz.questions.drafting.clozes import cloze
from briefquiz.questions.drafting.inversion import inverted, statement

if TYPE_CHECKING:
    from spacy.tokens import Token

# How a date of each precision is asked for. Preposition of its own, noun.
NOUNS = {
    "day": ("on", "date"),
    "day_month": ("on", "day and month"),
    "month": ("in", "month and year"),
    "month_only": ("in", "month"),
    "quarter": ("in", "quarter of which year"),
    "year": ("in", "year"),
    "fiscal_year": ("in", "fiscal year"),
    "decade": ("in", "decade"),
    "century": ("in", "century"),
}
# "April 9, 2031", "9 April 2031".
MONTH_AND_YEAR = re.compile(
    r"(?:(?P<first>[A-Z][a-z]+) \d{1,2},?|\d{1,2}(?:st|nd|rd|th)? (?P<month>[A-Z][a-z]+),?) "
    r"(?P<year>\d{4})"
)
AS_OF = frozenset({"as of", "as at"})
# "The 1960s and 70s", "FY 2013 - 2014": half of what is dated.
HALF = re.compile(r"\s?[-–—/]\s?\d|(?: and| or| to) (?:the )?['’]?\d\ds?\b(?!\d)")
# Prepositions that carry meaning and so go into the question.
BOUNDS = frozenset({"after", "before", "from"})  # they say when not, more than when
TELLING = frozenset({"since", "by", "until", "after", "before", "from"})


def candidates(fact: DateFact, parsed: ParsedBrief) -> Iterator[Candidate]:
    """The wordings of a date, the best first."""
    if fact.mention.preposition in AS_OF:
        return  # it dates a figure, not an event
    if HALF.match(fact.block.text, fact.mention.end):
        return
    clause = clause_of(fact.verb, keep=fact.phrase) if fact.verb is not None else None
    if clause is not None and _whole(clause, fact.phrase):
        yield from _asked(fact, clause, parsed)
        coarse = _to_the_month(fact)
        if coarse is not None:
            for asked in _asked(coarse, clause, parsed):
                told = f"The brief gives the day: {fact.answer}."
                yield replace(asked, rule="dates/to-the-month", statement="", explain=told)
    yield from cloze(fact, fact.span, clause, parsed, "dates")


def _to_the_month(fact: DateFact) -> DateFact | None:
    """ "April 9, 2031" as "April 2031": few exact days are worth learning. None for others."""
    found = MONTH_AND_YEAR.search(fact.answer)
    if fact.mention.precision != "day" or fact.mention.preposition not in {"", "on"} or not found:
        return None
    month = found.group("month") or found.group("first")
    text = f"{month} {found.group('year')}"
    return replace(fact, mention=replace(fact.mention, text=text, precision="month"))


def _asked(fact: DateFact, clause: Clause, parsed: ParsedBrief) -> Iterator[Candidate]:
    if clause.verb.lemma_ == "be" and any(t.like_num for t in clause.rest if t not in fact.phrase):
        return  # the figure is worth asking for, not its year
    if _other_dates(fact, clause):
        return  # "from 58 in 1990 to 33 in 2024": which of them is meant?
    opening = opening_for(fact)
    simple_past = clause.verb.tag_ == "VBD" and not clause.auxiliaries
    if opening is None or (opening.startswith("Since ") and simple_past):
        return  # "Since which year did Ostia switch"
    asked = inverted(opening, clause, fact.phrase, parsed.names)
    if asked is None:
        return
    asked = attributed(asked, fact.attribution, clause, parsed)
    said = said_by(fact.attribution, clause, parsed)
    if asked is None or said is None:
        return
    yield Candidate(
        fact=fact,
        rule=_rule(fact, clause),
        form="question",
        prompt=asked,
        answer=fact.answer,
        clause=clause,
        stem=tuple(t for t in clause.tokens if t not in fact.phrase),
        statement=statement(clause, parsed.names, opening=said),
        event=statement(clause, parsed.names, without=fact.phrase),
    )


def _rule(fact: DateFact, clause: Clause) -> str:
    """Dates that bound a time rather than tell it are worded, but rarely worth asking."""
    perfect = any(token.lower_ == "had" for token in clause.auxiliaries)
    bound = fact.mention.preposition in BOUNDS or (fact.mention.preposition == "since" and perfect)
    return "dates/bounded" if bound else "dates/inversion"


def _other_dates(fact: DateFact, clause: Clause) -> bool:
    """The clause holds a second date, however it is put."""
    text = fact.block.text
    spans = {(t.idx, t.idx + len(t)) for t in clause.tokens}
    return any(
        mention.start != fact.mention.start
        and any(mention.start <= low and high <= mention.end for low, high in spans)
        for mention in find_dates(text)
    )


def _whole(clause: Clause, phrase: "tuple[Token, ...]") -> bool:
    """All of the phrase is in the clause, but for the commas of an American date."""
    ids = {token.i for token in clause.tokens}
    return all(token.i in ids or token.text == "," for token in phrase)


def _partial(answer: str) -> bool:
    """ "Early May 2024", "the mid-2010s": less than the whole month or decade."""
    first = answer.casefold().removeprefix("the ").replace("-", " ").split()[0]
    return first in {"early", "mid", "late", "end", "beginning", "start", "middle"}


def opening_for(fact: DateFact) -> str | None:
    """ "In which year", "By which date", … ; None for dates that cannot be asked for neatly."""
    noun = None if _partial(fact.answer) else NOUNS.get(fact.mention.precision)
    preposition = fact.mention.preposition
    if fact.mention.hedge:
        return None
    if noun is None:
        plain = preposition in {"", "in", "on", "during"}
        return "When" if plain and fact.mention.precision not in {"recurring", "relative"} else None
    own, name = noun
    if name.startswith("quarter"):
        return "In which quarter" if preposition in {"", "in", "during"} else None
    if preposition in TELLING:
        return f"{preposition.capitalize()} which {name}"
    return (
        f"{own.capitalize()} which {name}"
        if preposition in {"", own, "in", "on", "during"}
        else None
    )
