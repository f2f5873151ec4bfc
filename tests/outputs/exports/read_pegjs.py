"""What gift-pegjs, a grammar of GIFT by other people, made of a file."""

from typing import Any

from tests.outputs.exports.raw import Answer, Raw, Type
from tests.outputs.exports.read_gift import reveal

TYPES: dict[str, Type] = {
    "MC": "multichoice",
    "TF": "truefalse",
    "Short": "shortanswer",
    "Numerical": "numerical",
    "Matching": "matching",
    "Essay": "essay",
}


def questions(parsed: list[dict[str, Any]]) -> list[Raw]:
    """The questions in what the parser gave; its first value is the category."""
    assert parsed[0]["type"] == "Category"
    return [_question(found) for found in parsed[1:]]


def _question(found: dict[str, Any]) -> Raw:
    kind = TYPES[found["type"]]
    assert found["stem"]["format"] == "html"
    assert not found["hasEmbeddedAnswers"]
    choices = found.get("choices", [])
    if kind == "truefalse":
        assert found["trueFeedback"] is None
        answers = [Answer("", 100 if found["isTrue"] else 0)]
    elif kind == "numerical":
        answers = [_number(choice) for choice in choices]
    else:
        answers = [_answer(choice) for choice in choices]
    return Raw(
        type=kind,
        name=found["title"],
        id=found["id"],
        tags=tuple(found["tags"]),
        stem=found["stem"]["text"],
        general=_text(found["globalFeedback"]),
        answers=tuple(answers),
        pairs=tuple(_pair(pair) for pair in found.get("matchPairs", [])),
        single=any(choice["isCorrect"] for choice in choices) if kind == "multichoice" else None,
    )


def _answer(choice: dict[str, Any]) -> Answer:
    percent = choice["weight"]
    if percent is None:
        percent = 100 if choice["isCorrect"] else 0
    return Answer(choice["text"]["text"], percent, _text(choice["feedback"]))


def _number(choice: dict[str, Any]) -> Answer:
    number = choice["text"]
    assert number["type"] == "range"
    value, within = float(number["number"]), float(number["range"])
    return Answer(str(value), choice["weight"], _text(choice["feedback"]), str(within))


def _pair(pair: dict[str, Any]) -> tuple[str, str]:
    """gift-pegjs 1.0.2 leaves its placeholders in right sides."""
    right = reveal(pair["subanswer"]).replace("&&092;", "\\")
    return pair["subquestion"]["text"], right


def _text(found: dict[str, Any] | None) -> str:
    return found["text"] if found else ""
