"""What all items of QTI 1.2 are put together from."""

import html
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from briefquiz.outputs.exports.markup import Node, Tag, broken, fragment, legible, tag
from briefquiz.quiz import Item

RESPONSE = "response1"


@dataclass(frozen=True, slots=True)
class Body:
    """The parts of an item that depend on its response shape.

    `kind` is Canvas's name of the question type. `stem`: the prompt as HTML; `responses`: what is
    answered; `conditions`: what scores. `whys`: key of an option → why it is wrong; `extra`: more
    feedback before the evidence. `losses`: what is not in it.
    """

    kind: str
    stem: tuple[Node, ...]
    responses: tuple[Tag, ...]
    conditions: tuple[Tag, ...]
    whys: Mapping[str, str] = field(default_factory=dict)
    extra: tuple[Tag, ...] = ()
    losses: tuple[str, ...] = ()


def prompt(item: Item) -> Tag:
    """The prompt as a paragraph."""
    return tag("p", {}, *broken(item.prompt))


def rich(*nodes: Node) -> Tag:
    """Material that is HTML."""
    return tag("material", {}, tag("mattext", {"texttype": "text/html"}, fragment(*nodes)))


def plain(text: str) -> Tag:
    """Material that is text."""
    return tag("material", {}, tag("mattext", {"texttype": "text/plain"}, legible(text)))


def option(text: str) -> Tag:
    """The text of an option: as HTML if it has a sign that New Quizzes would read as HTML."""
    if any(sign in text for sign in "<>&\n"):
        return rich(tag("p", {}, *broken(text)))
    return plain(text)


def menu(text: str) -> Tag:
    """The text of an entry in a menu, where Classic Quizzes show no HTML.

    New Quizzes read it as HTML all the same, and Classic Quizzes undo one escape.
    """
    line = " ".join(legible(text).split())
    return plain(
        html.escape(line, quote=False) if "<" in line or html.unescape(line) != line else line
    )


def choices(
    labels: Iterable[tuple[str, Tag]],
    *,
    name: str = RESPONSE,
    cardinality: str = "Single",
    shuffled: bool = False,
    stem: Tag | None = None,
) -> Tag:
    """A response to pick from labels: key and material of each."""
    return tag(
        "response_lid",
        {"ident": name, "rcardinality": cardinality},
        *([stem] if stem else []),
        tag(
            "render_choice",
            {"shuffle": "Yes"} if shuffled else {},
            *(tag("response_label", {"ident": key}, material) for key, material in labels),
        ),
    )


def line(attributes: Mapping[str, str]) -> Tag:
    """A response to type."""
    label = tag("response_label", {"ident": "answer1", "rshuffle": "No"})
    return tag(
        "response_str",
        {"ident": RESPONSE, "rcardinality": "Single"},
        tag("render_fib", attributes, label),
    )


def equal(value: str, name: str = RESPONSE) -> Tag:
    """The condition that a response has this value."""
    return tag("varequal", {"respident": name}, value)


def scores(percent: str, *conditions: Tag, action: str = "Set") -> Tag:
    """So much of the points, in per cent, if the conditions hold."""
    return tag(
        "respcondition",
        {"continue": "No" if action == "Set" else "Yes"},
        tag("conditionvar", {}, *conditions),
        tag("setvar", {"action": action, "varname": "SCORE"}, percent),
    )


def share(count: int) -> str:
    """One of so many equal shares of 100 per cent, to two places as Canvas writes it."""
    return f"{100 / count:.2f}"
