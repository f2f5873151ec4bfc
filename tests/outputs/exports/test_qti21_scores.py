"""What an item of QTI 2.1 scores: its response processing run by the rules of the specification."""

import io
import zipfile
from collections.abc import Callable
from typing import Any
from xml.etree.ElementTree import Element, fromstring

import pytest

from briefquiz.outputs.exports import EXPORTS
from briefquiz.quiz import (
    Choice,
    Choices,
    Figure,
    Gap,
    Gaps,
    Item,
    Option,
    Pairs,
    Quiz,
    Response,
    Sequence,
    TrueFalse,
    Words,
)
from tests.outputs.exports.read_qti21 import QTI

Given = dict[str, Any]


def item_file(response: Response, points: int = 3) -> Element:
    item = Item(
        id="q", kind="date", prompt="Which?", response=response, points=points, explain="Because."
    )
    quiz = Quiz(name="one", id="one", title="One", items=(item,))
    archive = zipfile.ZipFile(io.BytesIO(EXPORTS["qti21"](quiz).artifacts[0].data))
    (name,) = (name for name in archive.namelist() if name.startswith("items/"))
    return fromstring(archive.read(name))


def outcome(root: Element, given: Given) -> tuple[float, list[str]]:
    """The score, and the keys of the feedback that is shown."""
    found: Given = {"SCORE": 0.0, "FEEDBACK": []}
    rules = root.find(f"{QTI}responseProcessing")
    for rule in rules if rules is not None else ():
        if rule.tag == f"{QTI}responseCondition":
            condition, *consequences = rule[0]
            wanted = consequences if value(root, condition, given) else []
        else:
            wanted = [rule]
        for one in wanted:
            found[one.get("identifier") or ""] = value(root, one[0], given)
    return found["SCORE"], found["FEEDBACK"]


OPERATORS: dict[str, Callable[[list[Any]], Any]] = {
    "match": lambda parts: parts[0] == parts[1],
    "or": any,
    "sum": sum,
    "divide": lambda parts: parts[0] / parts[1],
    "product": lambda parts: parts[0] * parts[1],
    "multiple": lambda parts: [
        one for part in parts for one in (part if isinstance(part, list) else [part])
    ],
}


def value(root: Element, node: Element, given: Given) -> Any:
    parts = [value(root, child, given) for child in node]
    name = node.get("identifier") or ""
    match node.tag.removeprefix(QTI):
        case "baseValue":
            return float(node.text or "") if node.get("baseType") == "float" else node.text
        case "variable":
            return given[name]
        case "correct":
            return [one.text for one in _declared(root, name).iter(f"{QTI}value")]
        case "equal":
            low, high = map(float, (node.get("tolerance") or "0 0").split())
            return parts[1] - low <= parts[0] <= parts[1] + high
        case "mapResponse":
            return _mapped(root, name, given[name])
        case operator:
            return OPERATORS[operator](parts)


def _declared(root: Element, name: str) -> Element:
    declared = root.iter(f"{QTI}responseDeclaration")
    return next(one for one in declared if one.get("identifier") == name)


def _mapped(root: Element, name: str, answers: Any) -> float:
    (mapping,) = _declared(root, name).iter(f"{QTI}mapping")
    given = answers if isinstance(answers, list) else [answers]
    total = 0.0
    for entry in mapping:
        fold = str.lower if entry.get("caseSensitive") == "false" else str
        key = fold(entry.get("mapKey") or "")
        total += float(entry.get("mappedValue") or "") * any(fold(one) == key for one in given)
    return max(total, float(mapping.get("lowerBound") or "-inf"))


def keys(root: Element) -> dict[str, str]:
    """Text of an option → its key."""
    names = (f"{QTI}simpleChoice", f"{QTI}simpleAssociableChoice")
    return {one.text or "": one.get("identifier") or "" for one in root.iter() if one.tag in names}


def picked(*texts: str) -> Callable[[Element], Given]:
    return lambda root: {"RESPONSE": [keys(root)[text] for text in texts]}


def joined(*pairs: tuple[str, str]) -> Callable[[Element], Given]:
    return lambda root: {"RESPONSE": [f"{keys(root)[a]} {keys(root)[b]}" for a, b in pairs]}


def typed(*answers: Any) -> Callable[[Element], Given]:
    names = ["RESPONSE"] if len(answers) == 1 else [f"RESPONSE_{n}" for n in (1, 2, 3)]
    return lambda root: dict(zip(names, answers, strict=True))


CHOICE = Choice("a", (Option("b", "why b"), Option("c")))
CHOICES = Choices(("a", "b", "c"), (Option("d"), Option("e")))
PAIRS = Pairs((("a", "1"), ("b", "2"), ("c", "3")), ("4",))
GAPS = Gaps((Gap("One"), " and ", Gap("Two"), " and ", Gap("Three")))
FIGURE = Figure("52.7 billion", "$", "0.5")
CASES: list[tuple[Response, Callable[[Element], Given], float]] = [
    (CHOICE, picked("a"), 3),
    (CHOICE, picked("b"), 0),
    (TrueFalse(False), picked("False"), 3),
    (TrueFalse(False), picked("True"), 0),
    (CHOICES, picked("a", "b", "c"), 3),
    (CHOICES, picked("a", "b"), 2),
    (CHOICES, picked("a", "b", "c", "d"), 2),
    (CHOICES, picked("d", "e"), 0),
    (Words("ASML", ("ASML Holding",)), typed("asml"), 3),
    (Words("ASML", ("ASML Holding",)), typed("ASML holding"), 3),
    (Words("Évry"), typed("Evry"), 0),
    (FIGURE, typed(52.7), 3),
    (FIGURE, typed(53.2), 3),
    (FIGURE, typed(53.3), 0),
    (Figure("2,000"), typed(2000.0), 3),
    (Figure("2,000"), typed(2001.0), 0),
    (GAPS, typed("one", "Two", "Three"), 3),
    (GAPS, typed("one", "Three", "Two"), 1),
    (PAIRS, joined(("a", "1"), ("b", "2"), ("c", "3")), 3),
    (PAIRS, joined(("a", "1"), ("b", "3"), ("c", "4")), 1),
    (Sequence(("a", "b", "c")), picked("a", "b", "c"), 3),
    (Sequence(("a", "b", "c")), picked("a", "c", "b"), 0),
]


@pytest.mark.parametrize(("response", "answer", "score"), CASES)
def test_points(response: Response, answer: Callable[[Element], Given], score: float) -> None:
    root = item_file(response)
    assert outcome(root, answer(root))[0] == pytest.approx(score)


@pytest.mark.parametrize("count", range(1, 12))
def test_all_right_gives_all_points_exactly(count: int) -> None:
    root = item_file(Choices(tuple("abcdefghijk"[:count]), (Option("wrong"),)), points=7)
    assert outcome(root, picked(*"abcdefghijk"[:count])(root))[0] == 7.0


def test_feedback_is_shown_for_what_was_picked() -> None:
    root = item_file(CHOICE)
    shown = {one.get("identifier"): one for one in root.iter(f"{QTI}modalFeedback")}
    for text, wanted in (("a", ["Because."]), ("b", ["Because.", "why b"]), ("c", ["Because."])):
        keyed = outcome(root, picked(text)(root))[1]
        assert ["".join(shown[key].itertext()).strip() for key in keyed if key in shown] == wanted
