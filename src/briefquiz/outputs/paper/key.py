"""`<name>-key.html`, the teacher's key: each answer with its proof, numbered as the quiz."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple, assert_never

from briefquiz.outputs import arrange, evidence
from briefquiz.outputs.paper.elsewhere import Elsewhere, answers_of
from briefquiz.outputs.paper.parts import Laid, Part, versions
from briefquiz.outputs.paper.sheet import View, file_name, page, sheet
from briefquiz.outputs.paper.solution import boxes, gaps
from briefquiz.outputs.paper.wording import Wording, wording
from briefquiz.outputs.sheets import origin
from briefquiz.quiz import (
    Artifact,
    Build,
    Choice,
    Choices,
    Essay,
    Figure,
    Gaps,
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
    """A part of the key. `give`: how to give the points of its open answers without a rubric."""

    number: int
    title: str
    worth: str
    give: str
    keyed: tuple[Keyed, ...]
    opens: str
    origin: str


def render(quiz: Quiz, build: Build) -> tuple[Artifact, ...]:
    """The teacher's key of each version; none for a quiz without items."""
    words = wording(quiz.lang, "key")
    size = f"{words.questions(len(quiz.items))}, {words.points(quiz.points)}."
    serves = f" {words['serves']}" if len(build.paper.prints) > 1 else ""
    return tuple(
        page(
            file_name(quiz, "key", version.letter),
            "key.html",
            ("key.css",),
            sheet(quiz, words, words["key"], version.letter),
            how=f"{size} {words['how']}{serves}",
            parts=[_part(part, answers_of(version), words) for part in version.parts],
        )
        for version in versions(quiz, build.paper)
    )


def _part(part: Part, elsewhere: Elsewhere, words: Wording) -> KeyedPart:
    return KeyedPart(
        number=part.number,
        title=words[part.kind.name if part.kind else "all"],
        worth=words.points(part.points),
        give=_give(part, words),
        keyed=tuple(_keyed(laid, elsewhere, words) for laid in part.laid),
        opens=part.opens,
        origin=origin(part.section, words.lang) if part.opens else "",
    )


def _give(part: Part, words: Wording) -> str:
    most = max((each.item.points for each in part.laid if _is_unruled(each)), default=0)
    if not most:
        return ""
    return words["give_one" if most == 1 else "give_two" if most == 2 else "give_more"]


def _is_unruled(laid: Laid) -> bool:
    """Whether no rubric says how to give the points of an open answer."""
    return isinstance(laid.item.response, Essay) and not laid.item.response.rubric


def _keyed(laid: Laid, elsewhere: Elsewhere, words: Wording) -> Keyed:
    item = laid.item
    fragment, view = fragment_of(laid, words)
    wanted = evidence.wanted(item.response)
    is_asked = isinstance(item.response, Choice | Choices)
    return Keyed(
        number=laid.number,
        prompt=item.prompt,
        worth=words.points(item.points),
        explain=item.explain,
        fragment=fragment,
        view=view,
        quotes=tuple(Quote(s.para, evidence.pieces(s.quote, wanted)) for s in item.sources),
        wrong=tuple(_wrong(laid, elsewhere, words)) if is_asked else (),
        square=" mark--square" if isinstance(item.response, Choices) else "",
    )


def _wrong(laid: Laid, elsewhere: Elsewhere, words: Wording) -> Iterator[arrange.Printed]:
    """The wrong options of which is known why: from the file, or from another question's answer."""
    for option in laid.options:
        number = elsewhere.get((laid.item.kind, option.text.casefold()))
        if option.why:
            yield option
        elif number and not option.right:
            yield replace(option, why=words["answer_of"].format(n=number))


def fragment_of(laid: Laid, words: Wording) -> tuple[str, View]:
    """The fragment for a response shape, and what it prints."""
    match laid.item.response:
        case Choice() | Choices():
            return "options", {"right": [option for option in laid.options if option.right]}
        case TrueFalse(answer=answer):
            word = words["true" if answer else "false"]
            return "options", {"right": [arrange.Printed(word[0], word, right=True)]}
        case Words(answer=answer, accept=accept):
            return "words", {"answer": answer, "also": _also(accept, words)}
        case Figure(tolerance=tolerance, accept=accept) as response:
            within = words["within"].format(tolerance=tolerance) if tolerance else ""
            also = " ".join(part for part in (within, _also(accept, words)) if part)
            return "words", {"answer": evidence.figure(response), "also": also}
        case Gaps():
            return "gaps", {"answers": gaps(laid)}
        case Pairs() as response:
            return "pairs", _pairs(laid, response, words)
        case Sequence(items=items):
            return "sequence", {"column": " · ".join(boxes(laid)), "steps": items}
        case Essay(model=model, rubric=rubric):
            return "essay", {"model": model, "rubric": rubric}
        case _:
            assert_never(laid.item.response)


def _also(accept: tuple[str, ...], words: Wording) -> str:
    return words["also"].format(forms=", ".join(accept)) if accept else ""


def _pairs(laid: Laid, response: Pairs, words: Wording) -> View:
    column = zip((response.pairs[n] for n in laid.order), boxes(laid), strict=True)
    left_over = ", ".join(option.letter for option in laid.options if not option.right)
    return {
        "pairs": [Joined(left, letter, right) for (left, right), letter in column],
        "extra": words["left_over"].format(letters=left_over) if left_over else "",
    }
