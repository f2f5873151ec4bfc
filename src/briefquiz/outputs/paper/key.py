"""`<name>-key.html`, the teacher's key: each answer with its proof, numbered as the quiz."""

from dataclasses import dataclass
from typing import NamedTuple, assert_never

from briefquiz.outputs import arrange, evidence
from briefquiz.outputs.paper.parts import Part, parts
from briefquiz.outputs.paper.sheet import View, counted, page, sheet
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
    TrueFalse,
    Words,
)


class Quote(NamedTuple):
    """Words of the brief, cut where marks begin and end; para 0: unknown."""

    para: int
    pieces: tuple[evidence.Piece, ...]


class Joined(NamedTuple):
    """A left side with its right side and that one's letter."""

    left: str
    letter: str
    right: str


@dataclass(frozen=True, slots=True)
class Keyed:
    """A question in the key. `wrong`: the options that say why; `square`: a class of the mark."""

    number: int
    prompt: str
    worth: str
    explain: str
    fragment: str
    view: View
    quotes: tuple[Quote, ...]
    wrong: tuple[arrange.Printed, ...]
    square: str


@dataclass(frozen=True, slots=True)
class KeyedPart:
    """A part of the key."""

    number: int
    title: str
    worth: str
    keyed: tuple[Keyed, ...]
    opens: str
    origin: str


def render(quiz: Quiz, build: Build) -> tuple[Artifact, ...]:
    """The teacher's key; none for a quiz without items. It does not depend on the build."""
    if not quiz.items:
        return ()
    data = page(
        "key.html",
        "key.css",
        sheet=sheet(quiz, "teacher’s key", "Teacher’s key"),
        parts=[_part(part) for part in parts(quiz)],
    )
    return (Artifact(f"{quiz.name}-key.html", data),)


def _part(part: Part) -> KeyedPart:
    keyed = tuple(_keyed(part.quiz, number, item) for number, item in part.items)
    worth = counted(part.points, "point")
    return KeyedPart(part.number, part.kind.title, worth, keyed, part.opens, part.origin)


def _keyed(quiz: Quiz, number: int, item: Item) -> Keyed:
    fragment, view = fragment_of(quiz, item)
    wanted = evidence.wanted(item.response)
    return Keyed(
        number=number,
        prompt=item.prompt,
        worth=counted(item.points, "point"),
        explain=item.explain,
        fragment=fragment,
        view=view,
        quotes=tuple(Quote(s.para, evidence.pieces(s.quote, wanted)) for s in item.sources),
        wrong=tuple(option for option in _options(quiz, item) if option.why),
        square=" mark--square" if isinstance(item.response, Choices) else "",
    )


def _options(quiz: Quiz, item: Item) -> tuple[arrange.Printed, ...]:
    match item.response:
        case Choice() as response:
            return arrange.choice(quiz, item, response)
        case Choices() as response:
            return arrange.choices(quiz, item, response)
        case _:
            return ()


def fragment_of(quiz: Quiz, item: Item) -> tuple[str, View]:
    """The fragment for a response shape, and what it prints."""
    match item.response:
        case Choice() | Choices():
            return "options", {"right": [o for o in _options(quiz, item) if o.right]}
        case TrueFalse(answer=answer):
            word = str(answer)
            return "options", {"right": [arrange.Printed(word[0], word, right=True)]}
        case Words(answer=answer, accept=accept):
            return "words", {"answer": answer, "also": _also(accept)}
        case Figure(tolerance=tolerance, accept=accept) as response:
            within = f"Right within ± {tolerance}." if tolerance else ""
            also = " ".join(part for part in (within, _also(accept)) if part)
            return "words", {"answer": evidence.figure(response), "also": also}
        case Gaps(parts=stretches):
            answers = [part.answer for part in stretches if isinstance(part, Gap)]
            return "gaps", {"answers": answers}
        case Pairs() as response:
            return "pairs", _pairs(quiz, item, response)
        case Sequence() as response:
            return "sequence", _sequence(quiz, item, response)
        case Essay(model=model, rubric=rubric):
            return "essay", {"model": model, "rubric": rubric}
        case _:
            assert_never(item.response)


def _also(accept: tuple[str, ...]) -> str:
    return f"Also right: {', '.join(accept)}." if accept else ""


def _pairs(quiz: Quiz, item: Item, response: Pairs) -> View:
    printed = arrange.right_sides(quiz, item, response)
    letters = {option.text: option.letter for option in printed}
    left_over = ", ".join(option.letter for option in printed if not option.right)
    return {
        "pairs": [Joined(left, letters[right], right) for left, right in response.pairs],
        "extra": f"Left over: {left_over}." if left_over else "",
    }


def _sequence(quiz: Quiz, item: Item, response: Sequence) -> View:
    printed = arrange.scrambled(quiz, item, response)
    column = " · ".join(str(response.items.index(step) + 1) for step in printed)
    return {"column": column, "steps": response.items}
