"""Response shape → what an item of QTI 1.2 asks, and what is right."""

from collections.abc import Iterator
from decimal import Decimal
from typing import assert_never

from briefquiz.outputs import arrange
from briefquiz.outputs.exports import graded
from briefquiz.outputs.exports.markup import Node, Tag, broken, legible, tag
from briefquiz.outputs.exports.pieces import figure_line, marking
from briefquiz.outputs.exports.qti12.parts import (
    RESPONSE,
    Body,
    choices,
    equal,
    line,
    menu,
    option,
    plain,
    prompt,
    scores,
    share,
)
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

BLANK = "____"
MENU_LINE = "line breaks and double spaces in the right sides, which stand in a menu"


def body(quiz: Quiz, item: Item) -> Body:
    """The body of an item of any shape."""
    match item.response:
        case Choice() | TrueFalse() as response:
            return _choice(quiz, item, response)
        case Choices() as response:
            return _choices(quiz, item, response)
        case Words(answer=answer, accept=accept):
            return _words(item, graded.typed(answer, accept), ())
        case Figure() as response:
            return _figure(item, response)
        case Gaps() as response:
            return _gaps(quiz, item, response)
        case Pairs() as response:
            return _pairs(quiz, item, response)
        case Sequence() as response:
            return _sequence(quiz, item, response)
        case Essay() as response:
            return _essay(item, response)
        case _:
            assert_never(item.response)


def _choice(quiz: Quiz, item: Item, response: Choice | TrueFalse) -> Body:
    """Shuffled by the system only if no option has to stay last, for which Canvas has no word."""
    options = graded.options(quiz, item, response)
    free = isinstance(response, Choice) and arrange.is_shuffled(response) and not response.last
    right = [equal(one.key) for one in options if one.right]
    return Body(
        "multiple_choice_question" if isinstance(response, Choice) else "true_false_question",
        (prompt(item),),
        (choices(((one.key, option(one.text)) for one in options), shuffled=free),),
        (scores("100", *right),),
        whys={one.key: one.why for one in options if one.why},
    )


def _choices(quiz: Quiz, item: Item, response: Choices) -> Body:
    options = graded.options(quiz, item, response)
    wanted = [equal(one.key) if one.right else tag("not", {}, equal(one.key)) for one in options]
    labels = ((one.key, option(one.text)) for one in options)
    return Body(
        "multiple_answers_question",
        (prompt(item),),
        (choices(labels, cardinality="Multiple", shuffled=True),),
        (scores("100", tag("and", {}, *wanted)),),
        whys={one.key: one.why for one in options if one.why},
    )


def _words(item: Item, typed: graded.Typed, unit: tuple[Tag, ...]) -> Body:
    return Body(
        "short_answer_question",
        (prompt(item), *unit),
        (line({}),),
        (scores("100", *map(equal, typed.forms)),),
        losses=typed.losses,
    )


def _figure(item: Item, response: Figure) -> Body:
    frame = graded.frame(response)
    first = graded.is_before(response)
    if frame is None:
        unit = figure_line("", BLANK, "", response.unit, first)
        return _words(item, graded.figure_as_words(response), (unit,) if response.unit else ())
    bare = not (frame.before or frame.after or response.unit)
    around = figure_line(frame.before, BLANK, frame.after, response.unit, first)
    return Body(
        "numerical_question",
        (prompt(item), *(() if bare else (around,))),
        (line({"fibtype": "Decimal"}),),
        tuple(scores("100", _near(number, response.tolerance)) for number in frame.numbers),
        losses=graded.frame_losses(frame),
    )


def _near(number: Decimal, tolerance: str) -> Tag:
    """The number itself, or from below to above: both engines want both."""
    far = Decimal(tolerance or "0")
    name = {"respident": RESPONSE}
    return tag(
        "or",
        {},
        equal(graded.plain(number)),
        tag(
            "and",
            {},
            tag("vargte", name, graded.plain(number - far)),
            tag("varlte", name, graded.plain(number + far)),
        ),
    )


def _gaps(quiz: Quiz, item: Item, response: Gaps) -> Body:
    """Gaps as Canvas writes them: a name in brackets in the text, and its right forms."""
    gaps = [part for part in response.parts if isinstance(part, Gap)]
    names = _free_names(response)
    typed = [graded.typed(gap.answer) for gap in gaps]
    keys = graded.keys(quiz, item, "gap", len(gaps))
    rows = list(zip(names, typed, keys, strict=True))
    return Body(
        "fill_in_multiple_blanks_question",
        (tag("p", {}, *_gapped(response.parts, iter(names))),),
        tuple(
            choices([(key, plain(one.forms[0]))], name=f"response_{name}", stem=plain(name))
            for name, one, key in rows
        ),
        tuple(
            scores(share(len(rows)), equal(key, f"response_{name}"), action="Add")
            for name, _, key in rows
        ),
        losses=tuple(dict.fromkeys(loss for one in typed for loss in one.losses)),
    )


def _free_names(response: Gaps) -> list[str]:
    """Names for the gaps, none of which stands in brackets in the text itself."""
    said = "".join(part if isinstance(part, str) else part.hint for part in response.parts)
    stem = "gap"
    while f"[{stem}" in legible(said):
        stem += "x"
    count = sum(isinstance(part, Gap) for part in response.parts)
    return [f"{stem}{number}" for number in range(1, count + 1)]


def _gapped(parts: tuple[str | Gap, ...], names: Iterator[str]) -> Iterator[Node]:
    for part in parts:
        if isinstance(part, str):
            yield from broken(part)
            continue
        yield f"[{next(names)}]"
        if part.hint:
            yield from (" ", tag("em", {}, "(", *broken(part.hint), ")"))


def _pairs(quiz: Quiz, item: Item, response: Pairs) -> Body:
    texts = [right for _, right in response.pairs] + list(response.extra)
    lefts = graded.keys(quiz, item, "left", len(response.pairs))
    rights = graded.keys(quiz, item, "right", len(texts))
    printed = [one.text for one in arrange.right_sides(quiz, item, response)]
    places = list(graded.places(printed, texts))
    rows = list(zip(lefts, (left for left, _ in response.pairs), rights, strict=False))
    one_line = all(graded.typable(text) == legible(text) for text in texts)
    return Body(
        "matching_question",
        (prompt(item),),
        tuple(
            choices(
                [(rights[place], menu(texts[place])) for place in places],
                name=f"response_{key}",
                stem=option(left),
            )
            for key, left, _ in rows
        ),
        tuple(
            scores(share(len(rows)), equal(right, f"response_{key}"), action="Add")
            for key, _, right in rows
        ),
        losses=() if one_line else (MENU_LINE,),
    )


def _sequence(quiz: Quiz, item: Item, response: Sequence) -> Body:
    """To New Quizzes an ordering; Classic Quizzes make a matching of places and steps of it."""
    steps = graded.keys(quiz, item, "step", len(response.items))
    places = graded.places(arrange.scrambled(quiz, item, response), list(response.items))
    labels = ((steps[place], option(response.items[place])) for place in places)
    return Body(
        "ordering_question",
        (prompt(item),),
        (choices(labels, cardinality="Ordered"),),
        (scores("100", *map(equal, steps)),),
    )


def _essay(item: Item, response: Essay) -> Body:
    """Canvas has no place for a model answer but the feedback, which says so."""
    return Body(
        "essay_question",
        (prompt(item),),
        (line({"rows": str(response.lines)}),),
        (tag("respcondition", {"continue": "No"}, tag("conditionvar", {}, tag("other"))),),
        extra=(tag("p", {"class": "label"}, "Model answer:"), *marking(response)),
    )
