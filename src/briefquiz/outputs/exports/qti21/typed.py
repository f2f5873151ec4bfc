"""Shapes answered by typing words or numbers."""

from collections.abc import Iterator

from briefquiz.outputs.exports import graded
from briefquiz.outputs.exports.graded import Typed
from briefquiz.outputs.exports.markup import Node, Tag, broken, tag
from briefquiz.outputs.exports.pieces import figure_line, marking
from briefquiz.outputs.exports.qti21.parts import RESPONSE, Body, declaration, mapping, prompt
from briefquiz.quiz import Essay, Figure, Gap, Gaps, Item, Words


def words(item: Item, response: Words) -> Body:
    """A few words."""
    return _typed(item, graded.typed(response.answer, response.accept), Figure(""))


def figure(item: Item, response: Figure) -> Body:
    """A number to type if the figure is one, else its words."""
    frame = graded.frame(response)
    if frame is None:
        return _typed(item, graded.figure_as_words(response), response)
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
        losses=graded.frame_losses(frame),
    )


def _typed(item: Item, typed: Typed, figure: Figure) -> Body:
    """Words to type, upper or lower case alike, accents as written; the figure gives the unit."""
    forms = typed.forms
    return Body(
        "textEntryInteraction",
        (declaration(RESPONSE, "string", "single", forms[:1], mapping(forms, folded=True)),),
        (prompt(item), _line(figure, "", _entry(RESPONSE, max(map(len, forms))), "")),
        mapped=(RESPONSE,),
        losses=typed.losses,
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


def gaps(item: Item, response: Gaps) -> Body:
    """A text with gaps; the hint of a gap stands in it until somebody types."""
    gaps = [part for part in response.parts if isinstance(part, Gap)]
    names = [f"{RESPONSE}_{number}" for number in range(1, len(gaps) + 1)]
    typed = [graded.typed(gap.answer) for gap in gaps]
    return Body(
        "textEntryInteraction",
        tuple(
            declaration(name, "string", "single", gap.forms, mapping(gap.forms, folded=True))
            for name, gap in zip(names, typed, strict=True)
        ),
        (tag("p", {"class": "prompt"}, *_gapped(response.parts, iter(names))),),
        mapped=tuple(names),
        most=len(names),
        losses=tuple(dict.fromkeys(loss for gap in typed for loss in gap.losses)),
    )


def _gapped(parts: tuple[str | Gap, ...], names: Iterator[str]) -> Iterator[Node]:
    for part in parts:
        if isinstance(part, Gap):
            yield _entry(next(names), len(part.answer), part.hint)
        else:
            yield from broken(part)
    yield ""


def essay(item: Item, response: Essay) -> Body:
    """A text to write. Model and rubric are for those who mark it."""
    return Body(
        "extendedTextInteraction",
        (declaration(RESPONSE, "string", "single", ()),),
        (
            tag("rubricBlock", {"view": "author scorer tutor"}, *marking(response)),
            tag(
                "extendedTextInteraction",
                {"responseIdentifier": RESPONSE, "expectedLines": str(response.lines)},
                tag("prompt", {}, *broken(item.prompt)),
            ),
        ),
    )
