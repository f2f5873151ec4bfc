"""How each response shape is asked on paper: its fragment, with what a student may see in it."""

from itertools import zip_longest
from typing import NamedTuple, assert_never

from markupsafe import Markup

from briefquiz.outputs import evidence
from briefquiz.outputs.paper.parts import Laid
from briefquiz.outputs.paper.sheet import View
from briefquiz.outputs.paper.wording import Wording
from briefquiz.quiz import (
    Choice,
    Choices,
    Essay,
    Figure,
    Gap,
    Gaps,
    Pairs,
    Sequence,
    TrueFalse,
    Words,
)

SHORT = 15
"""Options none of which is longer stand four to a row."""
MEDIUM = 32
"""Options none of which is longer stand two by two."""
PHRASE = 25
"""A longer answer in words gets a line of full width."""
LINE = 55
"""A hand fits so many letters on a line of full width."""
MOST_LINES = 4
LONG_FIGURE = 10
"""A longer figure gets the line of a word."""
NARROW = 20
"""Left sides of a match that are longer get more of the width."""
ROWS = {False: (NARROW, 55), True: (28, 46)}
"""Left and right sides that are longer take two lines, without and with more width on the left."""
FRAGMENTS: dict[type, str] = {
    Choice: "options",
    Choices: "options",
    TrueFalse: "options",
    Words: "words",
    Figure: "figure",
    Gaps: "gaps",
    Pairs: "pairs",
    Sequence: "sequence",
    Essay: "essay",
}


class Lettered(NamedTuple):
    """An option as the student sees it."""

    letter: str
    text: str


class Stretch(NamedTuple):
    """Text between gaps, or a gap: its number, counted from 1, and its hint."""

    text: str
    gap: int = 0


def kind_fragment(laid: Laid) -> str:
    """The fragment that prints the shape of a response."""
    return FRAGMENTS[type(laid.item.response)]


def view_of(laid: Laid, words: Wording) -> View:
    """What the fragment of a response prints."""
    match laid.item.response:
        case Choice() | Choices():
            options = [Lettered(option.letter, option.text) for option in laid.options]
            return _options(options, square=isinstance(laid.item.response, Choices))
        case TrueFalse():
            both = (words["true"], words["false"])
            return _options([Lettered(word[0], word) for word in both], square=False)
        case Words(answer=answer):
            return _lines(answer)
        case Figure(answer=answer, unit=unit):
            before = evidence.goes_before(unit)
            return {
                "before": unit if before else "",
                "after": "" if before else unit,
                "width": "word" if len(answer) > LONG_FIGURE else "number",
            }
        case Gaps(parts=stretches):
            return {"parts": _stretches(stretches)}
        case Pairs(pairs=pairs):
            left = [pairs[place][0] for place in laid.order]
            return _rows(left, [Lettered(option.letter, option.text) for option in laid.options])
        case Sequence(items=items):
            return {"steps": [items[place] for place in laid.order]}
        case Essay(lines=lines):
            return {"lines": lines}
        case _:
            assert_never(laid.item.response)


def _options(options: list[Lettered], square: bool) -> View:
    return {
        "options": options,
        "layout": _layout([option.text for option in options]),
        "square": " mark--square" if square else "",
    }


def _layout(texts: list[str]) -> str:
    longest = max(map(len, texts))
    if longest <= SHORT:
        return "options--short"
    return "options--medium" if longest <= MEDIUM else ""


def _rows(left: list[str], right: list[Lettered]) -> View:
    wide = max(map(len, left)) > NARROW
    sides = zip_longest(left, (option.text for option in right), fillvalue="")
    tall = [
        any(len(text) > limit for text, limit in zip(side, ROWS[wide], strict=True))
        for side in sides
    ]
    return {
        "left": left,
        "right": right,
        "layout": " match--even" if wide else "",
        "tall": [Markup(' class="tall"') if each else "" for each in tall],
    }


def _lines(answer: str) -> View:
    """Lines of one of two widths; long answers get several."""
    lines = min(-(-len(answer) // LINE), MOST_LINES)
    return {"width": "phrase" if len(answer) > PHRASE else "word", "lines": max(lines, 1)}


def _stretches(parts: tuple[str | Gap, ...]) -> list[Stretch]:
    out: list[Stretch] = []
    count = 0
    for part in parts:
        if isinstance(part, Gap):
            count += 1
            out.append(Stretch(part.hint, count))
        else:
            out.append(Stretch(part))
    return out
