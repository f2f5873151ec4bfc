"""Rules for what the brief only thinks, hears or rounds: a question must not be surer than it.

No parser: what a hedge belongs to is judged by the clause it stands in, and by which clauses of
the quote the question repeats.
"""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from briefquiz.errors import Issue
from briefquiz.facts.reporting import HEDGES, REPORTING_VERBS
from briefquiz.questions import Question
from briefquiz.questions.item_writing.folding import figure_matches, figures, stems, words
from briefquiz.questions.item_writing.sheet import (
    answers,
    is_false_on_purpose,
    quotes,
    said,
    statement,
)
from briefquiz.questions.open import OpenQuestion

REPEATED = 0.8
"""The share of a clause's words above which a question repeats the clause."""
FEWEST_WORDS = 3
"""Of a clause with fewer words, a repetition may be chance."""


_ROUNDED = (
    r"about|around|approximately|roughly|some|nearly|almost|close to|circa|(?:an )?estimated",
    r"up to|at most|no more than|under|less than|fewer than|below",
    r"at least|more than|over|above|no fewer than|no less than|exceeding",
)
"""Words before a figure, by what they do to it; any one of a line stands for the others."""
SMALL_COUNT = 12
"""A figure up to this is asked for only if what it counts is named as well."""

_UNSURE = re.compile(
    r"\b(may|might|could|should|reportedly|allegedly|apparently|(?:un)?likely|probably|possibly|perhaps"
    r"|presumably|potentially|supposedly|suspected|(?:is|are) expected to|(?:seem|appear)s? to)\b"
)  # small letters: May is a month
_HEARSAY = frozenset({"reportedly", "allegedly", "supposedly", "apparently", "suspected"})
_HEDGING = frozenset(HEDGES) | {"seems", "appears", "possible", "uncertain", "expect", "expects"}

_CLAUSE = re.compile(
    r"[;:–—]|,(?!\d)|(?<=[a-z0-9%”\"’)])[.!?] (?=[\"“A-Z])"
    r"|\b(?:but|while|although|whereas|because)\b"
)
_STOP = r"(?<=[a-z0-9%”\"’)])[.!?][”\"’]? (?=[\"“A-Z])"
_SENTENCE = re.compile(rf";|{_STOP}")
_SENTENCE_ACCORDING = re.compile(_STOP)  # "According to the fund, wages fell; prices rose."


def rounding_dropped(question: Question) -> Iterator[Issue]:
    """ "About 40" asked as 40."""
    told = said(question)
    plain = " ".join([told, *question.fact.values()]) if is_false_on_purpose(question) else told
    asked_figures = figures(told)
    quoted = quotes(question)
    for match, value in figure_matches(quoted):
        counted = stems(" ".join(quoted[match.end() :].split()[:1]))
        elsewhere = Decimal(value) <= SMALL_COUNT and not counted <= stems(told)
        if value not in asked_figures or elsewhere:
            continue
        before = quoted[: match.start()].rstrip("$€£ US").casefold()
        for pattern in _ROUNDED:
            found = re.search(rf"\b({pattern})$", before)
            if found and not _rounds(pattern, value, plain):
                yield Issue(("prompt",), f"the question drops {found.group()!r} of the quote")


def _rounds(pattern: str, value: str, text: str) -> bool:
    """The text has one of these words before the figure, or before what asks for it."""
    asked = re.search(rf"\b({pattern})(?: \w+)? (?:how|what)\b", text.casefold())
    places = [match.start() for match, other in figure_matches(text) if other == value]
    before = (text[:place].rstrip("$€£ US[").casefold() for place in places)
    return bool(asked) or any(re.search(rf"\b({pattern})$", words) for words in before)


def hedge_dropped(question: Question) -> Iterator[Issue]:
    """ "May" asked as if it were certain."""
    told = said(question)
    spoken = set(words(told))
    if is_false_on_purpose(question):
        return
    cut = tuple(_hedges_cut_out(question, told))
    yield from cut
    if cut or spoken & _HEDGING:
        return
    known = stems(told)
    for clause in _asked_clauses(question, _CLAUSE):
        for found in _UNSURE.finditer(clause):
            hearsay = found.group() in _HEARSAY and _HEARD.search(told)
            if not hearsay and not stems(found.group()) & known:
                yield Issue(("prompt",), f"the question drops {found.group()!r} of the quote")


def _hedges_cut_out(question: Question, told: str) -> Iterator[Issue]:
    """Hedges between two words of the quote that stand side by side in the question."""
    quoted = quotes(question)
    for found in _UNSURE.finditer(quoted):
        before = re.search(r"(\w+) $", quoted[: found.start()])
        after = re.match(r" (\w+)", quoted[found.end() :])
        if before is None or after is None or re.search(rf"\b{found.group()}\b", told):
            continue
        joined = rf"\b{before[1]} {after[1]}\b"
        if re.search(joined, told) and not re.search(joined, quoted):
            yield Issue(("prompt",), f"the question drops {found.group()!r} of the quote")


_VERBS = frozenset(
    "say report claim announce declare argue contend maintain assert allege warn estimate infer "
    "believe think predict forecast suggest fear accuse speculate assume".split()
)
"""Verbs whose clause is not the brief's own word; all of `REPORTING_VERBS` may stand for them."""
_NOUNS = frozenset({"add", "note", "project", "state"})
"""Verbs of which a form says too often something else to stand for an attribution."""
_PAST = {"say": "said", "think": "thought", "forecast": "forecast", "tell": "told"}


def _past(verb: str) -> str:
    if verb in _PAST:
        return _PAST[verb]
    if verb.endswith("y"):
        return f"{verb[:-1]}ied"
    return f"{verb}d" if verb.endswith("e") else f"{verb}ed"


def _any_form(verbs: Iterable[str]) -> str:
    return "|".join(f"{verb}s?|{_past(verb)}" for verb in sorted(verbs))


_SAYING = _any_form(_VERBS)
_ATTRIBUTED = re.compile(
    r"\baccording to\b(?! the brief)|\b(?:view|words|opinion|account|judge?ment) of\b"
    r"|\bown account\b|[’']s (?:view|words|opinion|account|judge?ment)\b"
    rf"|\b(?:{'|'.join([*_HEARSAY, _any_form(REPORTING_VERBS.keys() - _NOUNS)])}"
    r"|told|found|shown?)\b",
    re.IGNORECASE,
)
_HEARD = re.compile(rf"\baccording to\b|\b(?:{'|'.join(_HEARSAY)}|{_SAYING})\b", re.IGNORECASE)
_ACCORDING = re.compile(r"\baccording to\b", re.IGNORECASE)
_THAT = re.compile(  # not "the report that", "the claim that"
    rf"\b(?:{'|'.join(_past(verb) for verb in sorted(_VERBS))}|says"
    rf"|(?:they|people|\w+s) (?:{'|'.join(sorted(_VERBS))})) (?:from \w+ )?that (?P<claim>.+)"
)
_ASIDE = re.compile(rf"[,”\"’] [^,.;]{{2,60}} (?:{_SAYING})(?:[.,]|$)")
_SPOKEN = re.compile(r"(?P<claim>.+)[”\"’],? (?:said|says)\b")


def attribution_dropped(question: Question) -> Iterator[Issue]:
    """What somebody says, asked as if the brief said so itself."""
    if is_false_on_purpose(question) or _is_attributed(said(question)):
        return
    opened = any(_ACCORDING.match(source.quote) for source in question.source)
    for sentence in _asked_clauses(question, _SENTENCE_ACCORDING if opened else _SENTENCE):
        if found := _attribution(question, sentence):
            message = f"the question does not say whose word it is ({found!r} in the quote)"
            yield Issue(("prompt",), message)


def _attribution(question: Question, sentence: str) -> str:
    """The words of a sentence that say whose word it is, if the question is about that word."""
    whole = _ACCORDING.search(sentence) or _ASIDE.search(sentence)
    if whole:
        return whole.group().strip(' ,.”"’')
    for pattern in (_THAT, _SPOKEN):
        found = pattern.search(sentence)
        rest = sentence.replace(found["claim"], " ") if found else ""
        if found and _shares(question, found["claim"]) > _shares(question, rest):
            return found.group().replace(found["claim"], "").removesuffix(" that ").strip(' ,.”"’')
    return ""


def _is_attributed(text: str) -> bool:
    return bool(_ATTRIBUTED.search(text))


def _asked_clauses(question: Question, boundary: re.Pattern[str]) -> Iterator[str]:
    """The parts of each quote that the question is about: the one that shares most words with it,
    and all that it repeats."""
    told = stems(said(question))
    for source in question.source:
        parts = [part for part in boundary.split(source.quote) if part and part.strip()]
        best = max(parts, key=lambda part: _shares(question, part), default="")
        for part in parts:
            own = stems(part)
            repeated = len(own) >= FEWEST_WORDS and len(own & told) >= REPEATED * len(own)
            if part == best or repeated:
                yield part


def _shares(question: Question, part: str) -> float:
    """How many words of a part of the quote the question has; the answer weighs most."""
    told = stems(f"{statement(question)} {question.explain}")
    own = set().union(*(stems(text) for _, text in answers(question)), _model(question))
    known = stems(part)
    return len(known & told) + 3 * len(known & own)


def _model(question: Question) -> set[str]:
    return stems(question.model) if isinstance(question, OpenQuestion) else set()
