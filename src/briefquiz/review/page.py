"""A question as lines for a terminal: what is asked, its doubts, the words around its evidence."""

import re
import textwrap
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import assert_never

from briefquiz.bank.evidence import folded
from briefquiz.brief import Brief
from briefquiz.questions import Question, to_item
from briefquiz.quiz import (
    Choice,
    Choices,
    Essay,
    Figure,
    Gap,
    Gaps,
    Pairs,
    Response,
    Sequence,
    TrueFalse,
    Words,
)
from briefquiz.review import drafts

OPEN, CLOSE = "»", "«"
"""What stands around the evidence in the words of the brief."""
AROUND = 240
"""Characters of the brief before and behind the evidence."""
INDENT = "    "


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the page; a strong one is shown bold."""

    text: str
    strong: bool = False


def page(question: Question, head: str, brief: Brief | None, width: int) -> Iterator[Line]:
    """The lines of a question's page, none longer than `width` if a space allows a break."""
    for line in _lines(question, head, brief):
        start = re.match(r" *(?:- |\( \) |\(x\) )?", line.text)
        indent = " " * (start.end() if start else 0)
        wrapped = textwrap.wrap(
            safe(line.text), width, subsequent_indent=indent, break_long_words=False
        )
        for piece in wrapped or [""]:
            yield Line(piece, line.strong)


def safe(text: str) -> str:
    """The text without what would command a terminal or turn the writing round."""
    return "".join(
        " " if char in "\n\t\r" else "�" if unicodedata.category(char) in ("Cc", "Cf") else char
        for char in text
    )


def _lines(question: Question, head: str, brief: Brief | None) -> Iterator[Line]:
    kind_and_type = f"{question.kind}, {question.type.replace('_', ' or ')}"
    yield Line(f"{head} · {kind_and_type} · {question.status}")
    yield Line("")
    item = to_item(question)
    yield Line(item.prompt, strong=True)
    yield from (Line(INDENT + text) for text in _response(item.response))
    if question.explain:
        yield Line(f"{INDENT}{question.explain}")
    live, old = drafts.doubts(question)
    for title, doubts in (("Doubts", live), ("Doubts of the draft, before it was edited", old)):
        if doubts:
            yield Line("")
            yield Line(title)
            yield from (Line(f"  - {doubt}") for doubt in doubts)
    for place, text in _evidence(question, brief):
        yield Line("")
        yield Line(place)
        yield Line(f"  {text}")


def _response(response: Response) -> Iterator[str]:
    """The options or the answer, the right ones marked (x)."""
    match response:
        case Choice():
            yield f"(x) {response.answer}"
            wrong = [f"{o.text} – {o.why}" if o.why else o.text for o in response.distractors]
            yield from (f"( ) {text}" for text in [*wrong, *filter(None, [response.last])])
        case Choices():
            yield from (f"(x) {text}" for text in response.answers)
            yield from (f"( ) {option.text}" for option in response.distractors)
        case TrueFalse():
            yield "true" if response.answer else "false"
        case Words():
            yield _or(response.answer, response.accept)
        case Figure():
            unit = f" {response.unit}" if response.unit else ""
            yield _or(f"{response.answer}{unit}", response.accept)
        case Gaps():
            gaps = [part for part in response.parts if isinstance(part, Gap)]
            yield from (f"____ {gap.answer}{f' ({gap.hint})' * bool(gap.hint)}" for gap in gaps)
        case Pairs():
            yield from (f"{left} = {right}" for left, right in response.pairs)
            yield from (f"nothing = {right}" for right in response.extra)
        case Sequence():
            yield from (f"{n}. {text}" for n, text in enumerate(response.items, 1))
        case Essay():
            yield response.model
            yield from (f"{part.points}: {part.text}" for part in response.rubric)
        case _:
            assert_never(response)


def _or(answer: str, accept: Iterable[str]) -> str:
    return " / ".join([answer, *accept])


def _evidence(question: Question, brief: Brief | None) -> Iterator[tuple[str, str]]:
    """Each quote in the words around it; alone, where the brief does not have it."""
    for source in question.source:
        found = [
            (f"The brief, ¶ {block.para}", text)
            for block in (brief.blocks if brief else ())
            if (text := marked(block.text, source.quote))
        ]
        missing = "Its evidence, which the brief does not have word for word"
        yield from found[:1] or [(missing if brief else "Its evidence", source.quote)]


def marked(text: str, quote: str) -> str:
    """The quote, marked, with the words around it; "" if they are not in the text."""
    if quote not in text:  # but for how words are set
        text, quote = folded(text), folded(quote)
    if not quote or quote not in text:
        return ""
    before, _, after = text.partition(quote)
    return f"{_end_of(before)}{OPEN}{quote}{CLOSE}{_start_of(after)}"


def _end_of(text: str) -> str:
    return text if len(text) <= AROUND else f"… {text[-AROUND:].partition(' ')[2]}"


def _start_of(text: str) -> str:
    return text if len(text) <= AROUND else f"{text[:AROUND].rpartition(' ')[0]} …"
