"""What the page shows, as plain data: questions as they will be asked, the brief in stretches."""

from collections.abc import Iterable, Iterator
from typing import Any, TypeAlias, assert_never

from briefquiz.bank.dump import tree
from briefquiz.brief import Brief
from briefquiz.errors import Problem
from briefquiz.ids import short_hash
from briefquiz.outputs import arrange
from briefquiz.outputs.evidence import figure
from briefquiz.questions import Question, to_item
from briefquiz.quiz import (
    Choice,
    Choices,
    Essay,
    Figure,
    Gap,
    Gaps,
    Item,
    Pairs,
    Quiz,
    Sequence,
    TrueFalse,
    Words,
)
from briefquiz.review import drafts
from briefquiz.review.web.book import Book
from briefquiz.review.web.forms import BECOMES, FORM
from briefquiz.review.web.places import Places, Span, stretches

View: TypeAlias = dict[str, Any]


def version(block: str) -> str:
    """What a block is known by: a decision is for the question as it was shown."""
    return short_hash(block, length=16)


def question(book: Book, number: int, quiz: Quiz, places: Places | None) -> View:
    """A question of the book. `quiz` is the quiz of the file: from it come the places of options.

    `rows` are what a reader chooses from and what is right, `asked` is the prompt as printed.
    """
    one = book.questions[number]
    item = to_item(one)
    live, old = drafts.doubts(one)
    return {
        "id": one.id,
        "kind": one.kind,
        "type": one.type,
        "status": one.status,
        "asked": item.prompt,
        "rows": list(_rows(quiz, item)),
        "explain": one.explain,
        "doubts": list(live),
        "oldDoubts": list(old),
        "sources": [
            {
                "quote": source.quote,
                "para": source.para,
                "found": bool(places and places.find(source.quote, source.para)),
            }
            for source in one.source
        ],
        "version": version(book.blocks[number]),
        "values": {key: value for key, value in tree(one).items() if key in FORM[one.type]},
        "becomes": list(BECOMES.get(one.type, (one.type,))),
    }


def _rows(quiz: Quiz, item: Item) -> Iterator[View]:
    """What stands below the prompt: a mark, a text, whether it is right, and why it is wrong."""
    match item.response:
        case Choice() as response:
            yield from _options(arrange.choice(quiz, item, response))
        case Choices() as choices:
            yield from _options(arrange.choices(quiz, item, choices))
        case TrueFalse(answer=answer):
            yield from (
                _row(word[0], word, right=word == str(answer)) for word in ("True", "False")
            )
        case Words() | Figure() as written:
            yield from _answers(written)
        case Gaps(parts=parts):
            gaps = [part for part in parts if isinstance(part, Gap)]
            for place, gap in enumerate(gaps, 1):
                number = str(place) if len(gaps) > 1 else ""
                yield _row(number, gap.answer, right=True, why=gap.hint and f"hint: {gap.hint}")
        case Pairs(pairs=pairs, extra=extra):
            yield from (_row("", f"{left} → {right}", right=True) for left, right in pairs)
            yield from (_row("", f"→ {right}", right=False) for right in extra)
        case Sequence(items=items):
            yield from (_row(str(place), text, right=True) for place, text in enumerate(items, 1))
        case Essay(model=model, rubric=rubric):
            yield _row("", model, right=True)
            yield from (_row(str(part.points), part.text, right=True) for part in rubric)
        case _:
            assert_never(item.response)


def _answers(response: Words | Figure) -> Iterator[View]:
    if isinstance(response, Figure):
        within = f"± {response.tolerance}" if response.tolerance else ""
        yield _row("", figure(response), right=True, why=within)
    else:
        yield _row("", response.answer, right=True)
    yield from (_row("or", other, right=True) for other in response.accept)


def _options(printed: Iterable[arrange.Printed]) -> Iterator[View]:
    for option in printed:
        yield _row(option.letter, option.text, right=option.right, why=option.why)


def _row(mark: str, text: str, *, right: bool, why: str = "") -> View:
    return {"mark": mark, "text": text, "right": right, "why": why}


def brief(of: Brief | None, places: Places | None, questions: Iterable[Question]) -> list[View]:
    """The blocks of the brief, each cut into stretches that name the questions they prove."""
    if of is None or places is None:
        return []
    found: dict[int, dict[str, list[tuple[int, int]]]] = {}
    for one in questions:
        for span in evidence(one, places):
            spans = found.setdefault(span.block, {}).setdefault(one.id, [])
            spans.append((span.start, span.end))
    return [
        {
            "kind": block.kind,
            "para": 0 if block.kind == "heading" else block.para,
            "cuts": [list(cut) for cut in stretches(text, found.get(number, {}))],
        }
        for number, (block, text) in enumerate(zip(of.blocks, places.texts, strict=True))
    ]


def evidence(one: Question, places: Places | None) -> tuple[Span, ...]:
    """Where the evidence of a question stands in the brief."""
    if places is None:
        return ()
    return tuple(span for source in one.source for span in places.find(source.quote, source.para))


def problem(one: Problem) -> str:
    """A problem in a line: where it is, if that is known, and what is wrong."""
    place = f"line {one.line}: " if one.line else ""
    hint = f" (did you mean {one.hint!r}?)" if one.hint else ""
    return f"{place}{one.message}{hint}"
