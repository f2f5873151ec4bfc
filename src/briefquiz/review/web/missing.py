"""Facts of the brief that no question asks for yet."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from briefquiz.bank.dump import tree
from briefquiz.bank.evidence import folded
from briefquiz.questions import Question
from briefquiz.questions.cloze import GAP
from briefquiz.review.web.places import Places, Span
from briefquiz.review.web.views import View, evidence

_FIGURE = re.compile(r"\d+")

Fact = Mapping[str, Any]
"""A row of `briefquiz facts --json`."""


def unasked(facts: Iterable[Fact], questions: Sequence[Question], places: Places) -> list[View]:
    """The facts for which there is no question of their kind on their words, in brief order.

    Of a date or a number, the question has to name it: a sentence may have several.
    """
    known = [
        (one, evidence(one, places), words, set(_FIGURE.findall(words)))
        for one in questions
        for words in [_words(one)]
    ]
    found = []
    for fact in facts:
        spans = places.find(str(fact["evidence"]), int(fact["para"]))
        if spans and not any(_asks(entry, fact, spans) for entry in known):
            found.append((spans[0], fact))
    return list(_views(sorted(found, key=lambda pair: pair[0])))


def _asks(entry: tuple[Question, tuple[Span, ...], str], fact: Fact, spans: Iterable[Span]) -> bool:
    one, evidence_of, words = entry
    if one.kind != fact["kind"]:
        return False
    if not any(span.meets(other) for span in spans for other in evidence_of):
        return False
    if one.kind in ("actor", "cause"):
        return True
    wanted = _FIGURE.findall(str(fact["answer"]))
    return set(wanted) <= figures if wanted else _plain(str(fact["answer"])) in words


def _views(found: Iterable[tuple[Span, Fact]]) -> Iterator[View]:
    seen = set()
    for span, fact in found:
        key = (span, fact["kind"], fact["answer"])
        if key not in seen:
            seen.add(key)
            yield {
                "kind": fact["kind"],
                "answer": fact["answer"],
                "quote": fact["evidence"],
                "para": fact["para"],
                "block": span.block,
            }


def _words(one: Question) -> str:
    """What a question knows and wants to hear, gaps too; not what it tells its reader."""
    said = tree(one)
    kept = (said.get(key, "") for key in ("answer", "answers", "model", "fact", "pairs", "items"))
    gaps = GAP.findall(one.prompt) if one.type == "cloze" else ()
    return _plain(" ".join(map(str, (*kept, *gaps))))


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", folded(text).casefold()))
