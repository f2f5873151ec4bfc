"""Item → notes: which fields of which note type a response shape fills."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import assert_never

from briefquiz import ids
from briefquiz.outputs import arrange, evidence
from briefquiz.outputs.anki import fields, note_types
from briefquiz.outputs.anki.lock import Lock, gap_numbers, part_numbers
from briefquiz.outputs.anki.pictures import Picture, Pictures
from briefquiz.outputs.anki.tags import tags
from briefquiz.outputs.text import spelt_date
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
    Source,
    TrueFalse,
    Words,
)

TYPED_LIMIT = 25
"""Longer answers are not typed: one slip of the finger would spoil them all."""
CLOZE = "cloze"
"""The part of an item that is its cloze note."""
OPTIONS_LIMIT = 6
"""More options than this are no help on a telephone, and the styling marks no more."""


@dataclass(frozen=True, slots=True)
class NoteContent:
    """A note before it has a time. `key` is item id or item id/part, permanent within the deck.

    `fields` are those that are not empty, name → HTML. `cue` is what the lock keeps of a part or
    of a cloze's gaps; `ordinals` are those of the note's cards; `picture` is shown by one of them.
    """

    key: str
    note_type: str
    fields: Mapping[str, str]
    tags: tuple[str, ...]
    cue: str = ""
    ordinals: tuple[int, ...] = (0,)
    picture: Picture | None = None

    @property
    def hash(self) -> str:
        """Hash of all that Anki would update."""
        pairs = [f"{name}={value}" for name, value in sorted(self.fields.items())]
        return ids.short_hash(self.note_type, " ".join(self.tags), *pairs, length=16)


def guid(quiz_id: str, key: str) -> str:
    """The note's identity in Anki: from names, never from wording."""
    return ids.short_hash("note", quiz_id, key, length=20)


def contents(quiz: Quiz, lock: Lock, pictures: Pictures) -> Iterator[NoteContent]:
    """The notes of a quiz, in the order of the file; the lock knows the numbers of their parts."""
    for item in quiz.items:
        picture = pictures.of(item)
        for note in _notes(quiz, item, lock):
            yield _with_picture(note, picture) if picture else note


def _with_picture(note: NoteContent, picture: Picture) -> NoteContent:
    return replace(note, fields={**note.fields, "Picture": picture.html}, picture=picture)


def _notes(quiz: Quiz, item: Item, lock: Lock) -> Iterator[NoteContent]:
    match item.response:
        case Gaps() as response:
            yield _cloze(quiz, item, response, lock)
        case Pairs() as response:
            yield from _pairs(quiz, item, response, lock)
        case Sequence() as response:
            yield from _links(quiz, item, response, lock)
        case _:
            yield _note(quiz, item, _single(quiz, item))


def _single(quiz: Quiz, item: Item) -> dict[str, str]:
    """The fields that a question with one prompt and one answer fills beside the common ones."""
    prompt = {"Prompt": fields.text(item.prompt)}
    match item.response:
        case Choice() as response:
            return prompt | _choice(quiz, item, response)
        case Choices() as response:
            return prompt | _choices(quiz, item, response)
        case TrueFalse(answer=answer):  # what there is to choose from is in the question
            return prompt | {"Context": "True or false?", "Answer": str(answer)}
        case Words(answer=answer, accept=accept):
            return (
                prompt
                | _typed(answer)
                | {
                    "Answer": fields.text(answer),
                    "Explanation": fields.lines(item.explain, _also(accept)),
                }
            )
        case Figure() as response:
            return prompt | _figure(item, response)
        case Essay(model=model):
            return prompt | {"Answer": fields.text(model)}
        case Gaps() | Pairs() | Sequence():
            raise TypeError(f"{type(item.response).__name__} has notes of its own")
        case _:
            assert_never(item.response)


def _choice(quiz: Quiz, item: Item, response: Choice) -> dict[str, str]:
    printed = arrange.choice(quiz, item, response)
    answer = {"Answer": fields.text(response.answer)}
    if len(printed) < 2:
        return answer
    body = printed[:-1] if response.last else printed
    listed = not arrange.is_shuffled(response)
    return answer | {
        "Options": fields.options((option.text for option in body), response.last, listed),
        "Right": _right(option.right for option in printed),
    }


def _choices(quiz: Quiz, item: Item, response: Choices) -> dict[str, str]:
    printed = arrange.choices(quiz, item, response)
    return {
        "Context": f"Choose all that are right ({len(response.answers)} of {len(printed)}).",
        "Answer": fields.lines(*response.answers),
        "Options": fields.options(option.text for option in printed),
        "Right": _right(option.right for option in printed),
    }


def _figure(item: Item, response: Figure) -> dict[str, str]:
    within = f"Right within ± {response.tolerance}." if response.tolerance else ""
    bare = not response.answer[:1].isalpha()  # "around 1.4 million" is not to be typed word by word
    return (_typed(response.answer) if bare else {}) | {
        "Context": fields.text(f"Unit: {response.unit}") if response.unit else "",
        "Answer": fields.text(evidence.figure(response)),
        "Explanation": fields.lines(item.explain, _also(response.accept), within),
    }


def _typed(answer: str) -> dict[str, str]:
    short = len(answer) <= TYPED_LIMIT and "\n" not in answer
    return {"Typed": fields.text(answer)} if short else {}


def _also(accept: tuple[str, ...]) -> str:
    return f"Also right: {', '.join(accept)}." if accept else ""


def _right(flags: Iterator[bool]) -> str:
    return " ".join(str(place) for place, right in enumerate(flags, 1) if right)


def _cloze(quiz: Quiz, item: Item, response: Gaps, lock: Lock) -> NoteContent:
    """A part of its own: an item that turns into a cloze must be a new note to Anki, which never
    updates a note that has changed its note type."""
    cues = [ids.short_hash(part.answer) for part in response.parts if isinstance(part, Gap)]
    numbers, cue = gap_numbers(lock, f"{item.id}/{CLOZE}", cues)
    note = _note(quiz, item, {"Text": fields.cloze(response.parts, numbers)}, CLOZE, cue)
    return replace(note, ordinals=tuple(sorted(number - 1 for number in numbers)))


def _pairs(quiz: Quiz, item: Item, response: Pairs, lock: Lock) -> Iterator[NoteContent]:
    """One note a pair: the left side asks, all right sides are the options."""
    rights = [right for _, right in response.pairs]
    cues = tuple(ids.short_hash(left) for left, _ in response.pairs)
    parts = part_numbers(lock, item.id, cues)
    for (left, right), cue, part in zip(response.pairs, cues, parts, strict=True):
        others = [other for other in (*rights, *response.extra) if other != right]
        own = {"Context": fields.text(item.prompt), "Prompt": fields.text(left)}
        own |= _one_right(right, others, quiz.id, item.id, str(part))
        sources = evidence.telling(item, left, right)
        yield _note(quiz, item, own, str(part), cue, sources, ((right, left),))


def _links(quiz: Quiz, item: Item, response: Sequence, lock: Lock) -> Iterator[NoteContent]:
    """One note a link: a step asks for the next; the back shows the whole chain."""
    steps = response.items
    cues = tuple(ids.short_hash(step) for step in steps[:-1])
    parts = part_numbers(lock, item.id, cues)
    for at, (cue, part) in enumerate(zip(cues, parts, strict=True), 1):
        before, answer = steps[at - 1], steps[at]
        others = [step for step in steps if step not in (before, answer)]
        own = {
            "Context": fields.text(f"{item.prompt} What comes next?"),
            "Prompt": fields.text(before),
            "Steps": fields.steps(steps, at),
        }
        own |= _one_right(answer, others, quiz.id, item.id, str(part))
        sources = evidence.telling(item, before, answer)
        yield _note(quiz, item, own, str(part), cue, sources, ((answer,),))


def _one_right(answer: str, others: list[str], *seed: str) -> dict[str, str]:
    some = arrange.mixed(others, "others", *seed)[: OPTIONS_LIMIT - 1]
    texts = arrange.mixed([answer, *some], *seed)
    return {
        "Answer": fields.text(answer),
        "Options": fields.options(texts),
        "Right": str(texts.index(answer) + 1),
    }


def _note(
    quiz: Quiz,
    item: Item,
    own: Mapping[str, str],
    part: str = "",
    cue: str = "",
    sources: tuple[Source, ...] | None = None,
    wanted: evidence.Wanted | None = None,
) -> NoteContent:
    key = f"{item.id}/{part}" if part else item.id
    sources = item.sources if sources is None else sources
    wanted = evidence.wanted(item.response) if wanted is None else wanted
    quotes = (fields.quote(evidence.pieces(source.quote, wanted)) for source in sources)
    common = {
        "Id": fields.text(f"{quiz.id}/{key}"),
        "Explanation": fields.lines(item.explain),
        "Evidence": "<br><br>".join(quotes),
        "Brief": fields.text(quiz.title),
        "Place": _place(sources),
        "Date": fields.text(spelt_date(quiz.published)),
        "Kind": item.kind.capitalize(),
        "Lang": fields.text(quiz.lang),
    }
    filled = {name: value for name, value in {**common, **own}.items() if value}
    note_type = note_types.cloze() if "Text" in own else note_types.basic()
    return NoteContent(key, note_type.name, filled, tags(quiz, item), cue)


def _place(sources: tuple[Source, ...]) -> str:
    paras = sorted({source.para for source in sources if source.para > 0})
    if not paras:
        return ""
    return f"paragraph{'s' if len(paras) > 1 else ''} {', '.join(map(str, paras))}"
