"""Facts of the brief that no question asks for yet."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from briefquiz.bank.dump import tree
from briefquiz.bank.evidence import folded
from briefquiz.questions import Question
from briefquiz.questions.cloze import GAP
from briefquiz.review.web.places import Places, Span
from briefquiz.review.web.views import View, evidence

Fact = Mapping[str, Any]
"""A row of `briefquiz facts --json`."""
_FIGURE = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Asked:
    """What a question asks for: its kind, where its evidence stands, what it wants to hear."""

    kind: str
    spans: tuple[Span, ...]
    words: str

    def has(self, fact: Fact, spans: Iterable[Span]) -> bool:
        """Whether it asks for a fact whose evidence stands there.

        Of a date or a number, the question has to know it: a sentence may have several.
        """
        here = any(span.meets(other) for span in spans for other in self.spans)
        if self.kind != fact["kind"] or not here:
            return False
        answer = _plain(str(fact["answer"]))
        figures = set(_FIGURE.findall(answer))
        if self.kind in ("actor", "cause"):
            return True
        return figures <= set(_FIGURE.findall(self.words)) if figures else answer in self.words


def unasked(facts: Iterable[Fact], questions: Sequence[Question], places: Places) -> list[View]:
    """The facts for which there is no question of their kind on their words, in brief order."""
    known = [Asked(one.kind, evidence(one, places), _words(one)) for one in questions]
    found = []
    for fact in facts:
        spans = places.find(str(fact["evidence"]), int(fact["para"]))
        if spans and not any(one.has(fact, spans) for one in known):
            found.append((spans[0], fact))
    return list(_views(sorted(found, key=lambda pair: pair[0])))


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
            }


def _words(one: Question) -> str:
    """What a question knows and wants to hear, its gaps too; not what it tells its reader."""
    said = tree(one)
    kept = (said.get(key, "") for key in ("answer", "answers", "model", "fact", "pairs", "items"))
    gaps = GAP.findall(one.prompt) if one.type == "cloze" else ()
    return _plain(" ".join(map(str, (*kept, *gaps))))


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", folded(text).casefold()))
