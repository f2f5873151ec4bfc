"""Response shape → what an item asks, what is right, and what a right answer scores."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import assert_never

from briefquiz.outputs import arrange
from briefquiz.outputs.exports import graded
from briefquiz.outputs.exports.markup import Node, Tag, broken, legible, tag
from briefquiz.outputs.exports.proof import figure_line
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

RESPONSE = "RESPONSE"
ONE_LINE = "line breaks and double spaces in an answer that is typed on one line"


@dataclass(frozen=True, slots=True)
class Body:
    """The parts of an item file that depend on its response shape.

    `kind` names the interaction as the manifest does. `right` is the condition for all points, or
    else `mapped` are the responses whose mappings add up to `most` if all is right; with neither, a
    person gives the points. `whys`: key of an option → why it is wrong. `losses`: what is not in it.
    """

    kind: str
    declarations: tuple[Tag, ...]
    blocks: tuple[Tag, ...]
    right: Tag | None = None
    mapped: tuple[str, ...] = ()
    most: int = 1
    whys: Mapping[str, str] | None = None
    losses: tuple[str, ...] = ()


def body(quiz: Quiz, item: Item) -> Body:
    """The body of an item of any shape."""
    match item.response:
        case Choice() | TrueFalse() as response:
            return _choice(quiz, item, response)
        case Choices() as response:
            return _choices(quiz, item, response)
        case Words(answer=answer, accept=accept):
            return _typed(item, (answer, *accept), Figure(""))
        case Figure() as response:
            return _figure(item, response)
        case Gaps() as response:
            return _gaps(item, response)
        case Pairs() as response:
            return _pairs(quiz, item, response)
        case Sequence() as response:
            return _sequence(quiz, item, response)
        case Essay() as response:
            return _essay(item, response)
        case _:
            assert_never(item.response)


def declaration(
    identifier: str,
    base: str,
    cardinality: str,
    correct: tuple[str, ...],
    mapping: Tag | None = None,
) -> Tag:
    """A response with its right answer."""
    values = [tag("value", {}, legible(value)) for value in correct]
    return tag(
        "responseDeclaration",
        {"identifier": identifier, "cardinality": cardinality, "baseType": base},
        *([tag("correctResponse", {}, *values)] if values else []),
        *([mapping] if mapping else []),
    )


def mapping(right: Iterable[str], wrong: Iterable[str] = (), *, folded: bool = False) -> Tag:
    """One for each right answer, minus one for each wrong one, never less than nothing.

    `folded`: upper and lower case are alike.
    """
    fold = {"caseSensitive": "false"} if folded else {}
    entries = (
        tag("mapEntry", {"mapKey": key, "mappedValue": score, **fold})
        for keys, score in ((right, "1"), (wrong, "-1"))
        for key in keys
    )
    return tag("mapping", {"lowerBound": "0", "defaultValue": "0"}, *entries)


def correct(identifier: str) -> Tag:
    """The condition that a response is the right answer."""
    return tag(
        "match",
        {},
        tag("variable", {"identifier": identifier}),
        tag("correct", {"identifier": identifier}),
    )


def prompt(item: Item) -> Tag:
    """The prompt as a paragraph before the interaction."""
    return tag("p", {"class": "prompt"}, *broken(item.prompt))


def _choice(quiz: Quiz, item: Item, response: Choice | TrueFalse) -> Body:
    shuffled = isinstance(response, Choice) and arrange.is_shuffled(response)
    options = graded.options(quiz, item, response)
    right = tuple(_id(option.key) for option in options if option.right)
    return Body(
        "choiceInteraction",
        (declaration(RESPONSE, "identifier", "single", right, mapping(right)),),
        (_choice_interaction(item, options, most=1, shuffled=shuffled),),
        mapped=(RESPONSE,),
        whys={_id(option.key): option.why for option in options if option.why},
    )


def _choices(quiz: Quiz, item: Item, response: Choices) -> Body:
    """Part of the points for part of the answers; a wrong option takes one share away."""
    options = graded.options(quiz, item, response)
    right = tuple(_id(option.key) for option in options if option.right)
    wrong = tuple(_id(option.key) for option in options if not option.right)
    return Body(
        "choiceInteraction",
        (declaration(RESPONSE, "identifier", "multiple", right, mapping(right, wrong)),),
        (_choice_interaction(item, options, most=0, shuffled=True),),
        mapped=(RESPONSE,),
        most=len(right),
        whys={_id(option.key): option.why for option in options if option.why},
    )


def _choice_interaction(
    item: Item, options: tuple[graded.Option, ...], *, most: int, shuffled: bool
) -> Tag:
    return tag(
        "choiceInteraction",
        {"responseIdentifier": RESPONSE, "shuffle": _flag(shuffled), "maxChoices": str(most)},
        tag("prompt", {}, *broken(item.prompt)),
        *(_simple_choice(option, shuffled) for option in options),
    )


def _simple_choice(option: graded.Option, shuffled: bool) -> Tag:
    fixed = {"fixed": "true"} if option.pinned and shuffled else {}
    return tag("simpleChoice", {"identifier": _id(option.key), **fixed}, *broken(option.text))


def _typed(
    item: Item, forms: tuple[str, ...], figure: Figure, losses: tuple[str, ...] = ()
) -> Body:
    """Words to type, upper or lower case alike, accents as written."""
    keys = dict.fromkeys(map(typable, forms))
    changed = any(typable(form) != legible(form) for form in forms)
    return Body(
        "textEntryInteraction",
        (
            declaration(
                RESPONSE, "string", "single", (typable(forms[0]),), mapping(keys, folded=True)
            ),
        ),
        (prompt(item), _line(figure, "", _entry(RESPONSE, max(map(len, keys))), "")),
        mapped=(RESPONSE,),
        losses=(*losses, ONE_LINE) if changed else losses,
    )


def typable(form: str) -> str:
    """The answer as it can be typed on one line."""
    return " ".join(legible(form).split())


def _figure(item: Item, response: Figure) -> Body:
    frame = graded.frame(response)
    if frame is None:
        lost = (f"the tolerance ± {response.tolerance}: the answer is compared as words",)
        return _typed(item, graded.forms(response), response, lost if response.tolerance else ())
    near = _tolerance(response.tolerance)
    tests = [
        tag(
            "equal",
            near,
            tag("variable", {"identifier": RESPONSE}),
            tag("baseValue", {"baseType": "float"}, graded.plain(number)),
        )
        for number in frame.numbers
    ]
    return Body(
        "textEntryInteraction",
        (declaration(RESPONSE, "float", "single", (graded.plain(frame.numbers[0]),)),),
        (prompt(item), _line(response, frame.before, _entry(RESPONSE, 10), frame.after)),
        tag("or", {}, *tests),
        losses=tuple(
            f"the other right form “{form}”: a number is typed" for form in frame.left_out
        ),
    )


def _tolerance(tolerance: str) -> dict[str, str]:
    if not tolerance:
        return {"toleranceMode": "exact"}
    return {"toleranceMode": "absolute", "tolerance": f"{tolerance} {tolerance}"}


def _line(figure: Figure, before: str, box: Tag, after: str) -> Tag:
    return figure_line(before, box, after, figure.unit, graded.is_before(figure))


def _entry(identifier: str, length: int, hint: str = "") -> Tag:
    shown = {"placeholderText": hint} if hint else {}
    expected = str(max(length, 4))
    return tag(
        "textEntryInteraction",
        {"responseIdentifier": identifier, "expectedLength": expected, **shown},
    )


def _gaps(item: Item, response: Gaps) -> Body:
    gaps = [part for part in response.parts if isinstance(part, Gap)]
    names = [f"{RESPONSE}_{number}" for number in range(1, len(gaps) + 1)]
    answers = [typable(gap.answer) for gap in gaps]
    return Body(
        "textEntryInteraction",
        tuple(
            declaration(name, "string", "single", (answer,), mapping((answer,), folded=True))
            for name, answer in zip(names, answers, strict=True)
        ),
        (tag("p", {"class": "prompt"}, *_gapped(response.parts, iter(names))),),
        mapped=tuple(names),
        most=len(names),
        losses=(ONE_LINE,) if answers != [legible(gap.answer) for gap in gaps] else (),
    )


def _gapped(parts: tuple[str | Gap, ...], names: Iterator[str]) -> Iterator[Node]:
    for part in parts:
        if isinstance(part, Gap):
            yield _entry(next(names), len(part.answer), part.hint)
        else:
            yield from broken(part)
    yield ""


def _pairs(quiz: Quiz, item: Item, response: Pairs) -> Body:
    texts = [right for _, right in response.pairs] + list(response.extra)
    lefts = [_id(key) for key in graded.keys(quiz, item, "left", len(response.pairs))]
    rights = [_id(key) for key in graded.keys(quiz, item, "right", len(texts))]
    printed = [option.text for option in arrange.right_sides(quiz, item, response)]
    right = tuple(f"{a} {b}" for a, b in zip(lefts, rights, strict=False))
    lids = zip(lefts, (left for left, _ in response.pairs), strict=True)
    return Body(
        "matchInteraction",
        (declaration(RESPONSE, "directedPair", "multiple", right, mapping(right)),),
        (
            tag(
                "matchInteraction",
                {
                    "responseIdentifier": RESPONSE,
                    "shuffle": "false",
                    "maxAssociations": str(len(right)),
                },
                tag("prompt", {}, *broken(item.prompt)),
                tag("simpleMatchSet", {}, *(_associable(key, text) for key, text in lids)),
                tag(
                    "simpleMatchSet",
                    {},
                    *(
                        _associable(rights[place], texts[place])
                        for place in graded.places(printed, texts)
                    ),
                ),
            ),
        ),
        mapped=(RESPONSE,),
        most=len(right),
    )


def _associable(key: str, text: str) -> Tag:
    return tag("simpleAssociableChoice", {"identifier": key, "matchMax": "1"}, *broken(text))


def _sequence(quiz: Quiz, item: Item, response: Sequence) -> Body:
    right = tuple(_id(key) for key in graded.keys(quiz, item, "step", len(response.items)))
    printed = graded.places(arrange.scrambled(quiz, item, response), list(response.items))
    return Body(
        "orderInteraction",
        (declaration(RESPONSE, "identifier", "ordered", right),),
        (
            tag(
                "orderInteraction",
                {"responseIdentifier": RESPONSE, "shuffle": "false"},
                tag("prompt", {}, *broken(item.prompt)),
                *(
                    tag("simpleChoice", {"identifier": right[at]}, *broken(response.items[at]))
                    for at in printed
                ),
            ),
        ),
        correct(RESPONSE),
    )


def _essay(item: Item, response: Essay) -> Body:
    rubric = (
        tag("li", {}, tag("span", {"class": "points"}, str(line.points)), " ", *broken(line.text))
        for line in response.rubric
    )
    return Body(
        "extendedTextInteraction",
        (declaration(RESPONSE, "string", "single", ()),),
        (
            tag(
                "rubricBlock",
                {"view": "author scorer tutor"},
                tag("p", {"class": "model"}, *broken(response.model)),
                *([tag("ul", {"class": "rubric"}, *rubric)] if response.rubric else []),
            ),
            tag(
                "extendedTextInteraction",
                {"responseIdentifier": RESPONSE, "expectedLines": str(response.lines)},
                tag("prompt", {}, *broken(item.prompt)),
            ),
        ),
    )


def _id(key: str) -> str:
    """A name in XML begins with a letter."""
    return f"c{key}"


def _flag(value: bool) -> str:
    return "true" if value else "false"
