"""What all item bodies of QTI 2.1 are put together from."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from briefquiz.outputs.exports.markup import Tag, broken, legible, tag
from briefquiz.quiz import Item

RESPONSE = "RESPONSE"


@dataclass(frozen=True, slots=True)
class Body:
    """The parts of an item file that depend on its response shape.

    `kind` names the interaction as the manifest does. `right` is the condition for all points, or
    else `mapped` are the responses whose mappings add up to `most` if all is right; with neither, a
    person gives the points. `whys`: key of an option → why it is wrong. `losses`: what is missing.
    """

    kind: str
    declarations: tuple[Tag, ...]
    blocks: tuple[Tag, ...]
    right: Tag | None = None
    mapped: tuple[str, ...] = ()
    most: int = 1
    whys: Mapping[str, str] | None = None
    losses: tuple[str, ...] = ()


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


def xml_id(key: str) -> str:
    """A name in XML begins with a letter."""
    return f"c{key}"


def flag(value: bool) -> str:
    """A truth as XML writes it."""
    return "true" if value else "false"
