"""`<name>-cards.html`, cards to cut out: fronts and backs that meet when printed on both sides."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import assert_never

from markupsafe import Markup

from briefquiz.outputs import arrange, evidence
from briefquiz.outputs.evidence import Piece
from briefquiz.outputs.handouts import pages
from briefquiz.outputs.handouts.fitting import Block, Side, fitted
from briefquiz.outputs.handouts.proofs import proof
from briefquiz.outputs.text import printable
from briefquiz.quiz import (
    Artifact,
    Build,
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
    Source,
    TrueFalse,
    Words,
)

COLUMNS, ROWS = 2, 4
CARD_WIDTH, CARD_HEIGHT = 92, 62
"""In mm. Two by four make 184 × 248: on A4 and on Letter alike, in the middle of the sheet."""
SHEET = COLUMNS * ROWS
LONG = 280
"""A quote with more letters is shown as far as it stands near the answer."""
RUBRIC, QUOTE, MORE_QUOTES = 2, 1, 3
"""What a back without room for all goes without: a rubric, its first quote, further ones."""
TICK, OFF = 6.0, 1.5
"""Length of a cut mark and its distance from the card it marks."""


@dataclass(frozen=True, slots=True)
class Card:
    """What stands on a card's two sides, before it is set. `wanted` is marked in the quotes."""

    kind: str
    front: tuple[Block, ...]
    back: tuple[Block, ...]
    wanted: evidence.Wanted


@dataclass(frozen=True, slots=True)
class Shown:
    """A paragraph as it is printed."""

    role: str
    size: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Face:
    """One side of a card of paper: the line at its top, and its paragraphs; quotes apart."""

    head: str
    number: str
    body: tuple[Shown, ...]
    quotes: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class Leaf:
    """A sheet of paper: the cards on its two sides, in one order, and the lines at their top."""

    fronts: tuple[Face, ...]
    backs: tuple[Face, ...]
    front_note: str
    back_note: str
    front_name: str
    back_name: str


def render(quiz: Quiz, build: Build) -> tuple[Artifact, ...]:
    """The cards; none for a quiz without items. They do not depend on the build."""
    if not quiz.items:
        return ()
    words = pages.words(quiz, "cards")
    faces = list(_faces(quiz, words))
    leaves = [
        _leaf(faces[at : at + SHEET], at + 1, len(faces), words)
        for at in range(0, len(faces), SHEET)
    ]
    data = pages.page(
        "cards.html",
        css=Markup(pages.file("tokens.css") + pages.file("cards.css")),
        quiz=quiz,
        words=words,
        leaves=leaves,
        ticks=Markup(_ticks()),
    )
    return (Artifact(f"{quiz.name}-cards.html", data),)


def _leaf(faces: list[tuple[Face, Face]], first: int, count: int, words: Mapping[str, str]) -> Leaf:
    span = {"first": first, "last": first + len(faces) - 1}
    texts = [words[key].format(**span) for key in ("fronts", "backs", "fronts_name", "backs_name")]
    return Leaf(tuple(f for f, _ in faces), tuple(b for _, b in faces), *texts)


def _faces(quiz: Quiz, words: Mapping[str, str]) -> Iterator[tuple[Face, Face]]:
    """Front and back of each card of paper: as many for a card as its longer side needs.

    The shorter side is repeated, so that each of them makes sense by itself.
    """
    cards = (
        card for part in quiz.sections for item in part.items for card in _cards(part, item, words)
    )
    for number, card in enumerate(cards, 1):
        fronts, backs = fitted(card.front), fitted(card.back)
        count = max(len(fronts), len(backs))
        for at in range(count):
            place = f"{number} ({at + 1}/{count})" if count > 1 else str(number)
            front, back = (sides[min(at, len(sides) - 1)] for sides in (fronts, backs))
            yield (
                _face(words[card.kind], place, front, ()),
                _face(words["answer"], place, back, card.wanted),
            )


def _face(head: str, number: str, side: Side, wanted: evidence.Wanted) -> Face:
    body = tuple(
        Shown(block.role, block.size, (Piece(block.text, False),))
        for block in side
        if block.role != "quote"
    )
    quotes = tuple(
        Shown(block.role, block.size, evidence.pieces(block.text, wanted))
        for block in side
        if block.role == "quote"
    )
    return Face(head, number, body, quotes)


def _cards(quiz: Quiz, item: Item, words: Mapping[str, str]) -> Iterator[Card]:
    """The cards of an item: one, or one for each pair of a match."""
    if isinstance(item.response, Pairs):
        yield from _pairs(quiz, item, item.response, words)
        return
    front, answer = _sides(quiz, item, words)
    notes = (*_allowed(item, words), item.explain)
    wanted = evidence.wanted(item.response)
    back = _back(answer, notes, item.sources, wanted, words)
    yield Card(item.kind, _clean(front), back, wanted)


def _pairs(quiz: Quiz, item: Item, response: Pairs, words: Mapping[str, str]) -> Iterator[Card]:
    sides = tuple(_options(arrange.right_sides(quiz, item, response)))
    for place, (left, right) in enumerate(response.pairs):
        front = (Block("context", item.prompt), Block("ask", left), *sides)
        sources, wanted = proof(item, response, place), ((right, left),)
        back = _back((says(right),), (item.explain,), sources, wanted, words)
        yield Card(item.kind, _clean(front), back, wanted)


def _sides(
    quiz: Quiz, item: Item, words: Mapping[str, str]
) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """What asks, and what answers."""
    ask = Block("ask", item.prompt)
    match item.response:
        case Choice() as response:
            return _asked_with_options(quiz, item, response, words), (says(response.answer),)
        case Choices(answers=answers) as response:
            options = arrange.choices(quiz, item, response)
            front = (Block("context", words["several"]), ask, *_options(options))
            return front, tuple(map(says, answers))
        case TrueFalse(answer=answer):
            return (Block("context", words["true_false"]), ask), (
                says(words["true" if answer else "false"]),
            )
        case Words(answer=answer):
            return (ask,), (says(answer),)
        case Figure() as response:
            return (ask,), (says(evidence.figure(response)),)
        case Gaps(parts=parts):
            gaps = [part.answer for part in parts if isinstance(part, Gap)]
            text = "".join(map(_gapped, parts))
            return (Block("context", words["fill"]), Block("ask", text)), (says(" · ".join(gaps)),)
        case Sequence(items=items) as response:
            steps = arrange.scrambled(quiz, item, response)
            front = (ask, *(Block("item", f"– {step}") for step in steps))
            numbered = enumerate(items, 1)
            return front, tuple(Block("item", f"{place}. {step}") for place, step in numbered)
        case Essay(model=model, rubric=rubric):
            lines = (Block("note", f"{c.points} – {c.text}", spare=RUBRIC) for c in rubric)
            return (ask,), (says(model), *lines)
        case Pairs():
            raise TypeError("a match has a card for each pair")
        case _:
            assert_never(item.response)


def says(text: str) -> Block:
    """The answer."""
    return Block("says", text)


def _asked_with_options(
    quiz: Quiz, item: Item, response: Choice, words: Mapping[str, str]
) -> tuple[Block, ...]:
    """The question; with its options, unless they are dates or figures, which one can recall."""
    ask = Block("ask", item.prompt)
    if response.order == "sorted" and not arrange.is_shuffled(response):
        return (ask,)
    options = arrange.choice(quiz, item, response)
    return (Block("context", words["one"]), ask, *_options(options))


def _options(options: tuple[arrange.Printed, ...]) -> Iterator[Block]:
    return (Block("item", f"{option.letter}  {option.text}") for option in options)


def _gapped(part: str | Gap) -> str:
    if isinstance(part, Gap):
        return f"_____ ({part.hint})" if part.hint else "_____"
    return part


def _back(
    answer: tuple[Block, ...],
    notes: Iterable[str],
    sources: tuple[Source, ...],
    wanted: evidence.Wanted,
    words: Mapping[str, str],
) -> tuple[Block, ...]:
    quotes = (
        Block("quote", _quote(source, wanted, words), spare=MORE_QUOTES if place else QUOTE)
        for place, source in enumerate(sources)
    )
    return _clean((*answer, *(Block("note", note) for note in notes if note), *quotes))


def _allowed(item: Item, words: Mapping[str, str]) -> Iterator[str]:
    """What else is right."""
    match item.response:
        case Figure(tolerance=tolerance) if tolerance:
            yield words["within"].format(n=tolerance)
        case _:
            pass
    match item.response:
        case Words(accept=accept) | Figure(accept=accept) if accept:
            yield words["also"].format(list=", ".join(accept))
        case _:
            pass


def _quote(source: Source, wanted: evidence.Wanted, words: Mapping[str, str]) -> str:
    place = words["paragraph"].format(n=source.para).replace(" ", "\u00a0") if source.para else ""
    text = _shortened(source.quote, wanted)
    return f"{words['opening']}{text}{words['closing']}\u00a0{place}".rstrip("\u00a0")


def _shortened(quote: str, wanted: evidence.Wanted) -> str:
    """A long quote cut at words, so that what it proves stays in it."""
    if len(quote) <= LONG:
        return quote
    before = next(iter(evidence.pieces(quote, wanted)))
    marked = 0 if before.marked or before.text == quote else len(before.text)
    start = max(0, min(marked - LONG // 3, len(quote) - LONG))
    text = quote[start : start + LONG]
    if start + LONG < len(quote) and " " in text:
        text = f"{text.rsplit(' ', 1)[0]} …"
    if start and " " in text:
        text = f"… {text.split(' ', 1)[1]}"
    return text


def _clean(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    return tuple(replace(block, text=printable(block.text)) for block in blocks)


def _ticks() -> str:
    """Cut marks outside the cards, at every edge; in mm from the upper left card's corner."""
    wide, high = COLUMNS * CARD_WIDTH, ROWS * CARD_HEIGHT
    upright = [
        f'<i class="tick tick--v" style="left:{x * CARD_WIDTH}mm;top:{y}mm"></i>'
        for x in range(COLUMNS + 1)
        for y in (-OFF - TICK, high + OFF)
    ]
    level = [
        f'<i class="tick tick--h" style="top:{y * CARD_HEIGHT}mm;left:{x}mm"></i>'
        for y in range(ROWS + 1)
        for x in (-OFF - TICK, wide + OFF)
    ]
    return "".join([*upright, *level])
