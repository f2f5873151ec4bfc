"""What a question is about, whatever its wording: how a new draft knows it again.

A mark stands in people's files for years (`drafted:`). What it is made of must not change.
"""

import re
from collections.abc import Iterator

from briefquiz.bank.evidence import folded
from briefquiz.ids import short_hash
from briefquiz.questions import Question
from briefquiz.questions.choice import ChoiceQuestion
from briefquiz.questions.cloze import ClozeQuestion, gaps
from briefquiz.questions.match import MatchQuestion
from briefquiz.questions.number import NumberQuestion
from briefquiz.questions.open import OpenQuestion
from briefquiz.questions.order import OrderQuestion
from briefquiz.questions.short import ShortQuestion
from briefquiz.quiz import Gap

_FIGURE = re.compile(r"\d+(?:[., \u00a0\u2009\u202f]\d+)*")
_SAID_IN = {"date": ("when", "until"), "number": ("value",), "actor": ("who",)}


def mark(question: Question) -> str:
    """The one mark of a drafted question, to remember it by."""
    return next(_marks(question), "")


def marks(question: Question) -> frozenset[str]:
    """Every mark by which the question may be known: two that share one ask for the same fact.

    A question without evidence has none. A table is known by its rule, or by its id.
    """
    return frozenset(_marks(question))


def _marks(question: Question) -> Iterator[str]:
    if isinstance(question, OrderQuestion | MatchQuestion):
        if question.made:  # a table holds whatever the brief has: there is one of a rule
            yield short_hash("table", question.kind, question.made.by)
        yield short_hash("table", question.type, question.id)
        return
    for value in values(question):
        for quote in quotes(question):
            yield short_hash(question.kind, quote, value)


def quotes(question: Question) -> tuple[str, ...]:
    """The words of the question's evidence, without punctuation and capitals."""
    return tuple(filter(None, (_words(source.quote) for source in question.source)))


def values(question: Question) -> tuple[str, ...]:
    """What the fact says, as what the question knows and as what it wants to hear.

    A date as its days, a number as its figures, an actor as its name, an argument as its
    connective: where cause and effect begin and end is what newer rules see better.
    """
    known = question.fact
    if question.kind == "cause":
        said = _words(known.get("connective", ""))
    else:
        said = " ".join(known.get(key, "") for key in _SAID_IN[question.kind]).strip()
        said = said if question.kind == "date" else _value(question.kind, said)
    answer = _value(question.kind, _answer(question))
    return tuple(dict.fromkeys(filter(None, (said, answer))))


def _value(kind: str, text: str) -> str:
    figures = _FIGURE.findall(text) if kind == "number" else ()
    return " ".join(re.sub(r"[^\d.]", "", figure) for figure in figures) or _words(text)


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", folded(text).casefold()))


def _answer(question: Question) -> str:
    match question:
        case ChoiceQuestion() | ShortQuestion() | NumberQuestion():
            return question.answer
        case ClozeQuestion():
            found = [part for part in gaps(question.prompt) if isinstance(part, Gap)]
            return " ".join(gap.answer for gap in found)
        case OpenQuestion():
            return question.model
        case _:
            return ""
