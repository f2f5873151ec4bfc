"""A strict reader of Moodle XML: what it does not know, or misses, is a failure."""

import re
from xml.etree import ElementTree

from tests.outputs.exports.raw import Answer, Raw, Type, literal, shown, tidy, typed

COMMON = {"name", "questiontext", "generalfeedback", "penalty", "hidden", "idnumber", "tags"}
COMBINED = {"correctfeedback", "partiallycorrectfeedback", "incorrectfeedback"}
OWN: dict[Type, set[str]] = {
    "multichoice": {"single", "shuffleanswers", "answernumbering", "answer", *COMBINED},
    "truefalse": {"answer"},
    "shortanswer": {"usecase", "answer"},
    "numerical": {"answer", "unitgradingtype", "showunits"},
    "matching": {"shuffleanswers", "subquestion", *COMBINED},
    "essay": {
        "responseformat", "responserequired", "responsefieldlines", "attachments", "graderinfo",
        "responsetemplate",
    },
    "cloze": set(),
}  # fmt: skip
GAP = re.compile(r"\{(\d+):SHORTANSWER:=(.+?)(?<!\\)(?<!&)(?<!&amp;)\}", re.DOTALL)
"""An answer ends at a sign that no backslash and no ampersand stands before."""


def read(data: bytes) -> tuple[str, list[Raw]]:
    """The category of a file, and its questions."""
    root = ElementTree.fromstring(data.decode())
    assert root.tag == "quiz"
    first, *others = root
    assert first.get("type") == "category"
    return first.findtext("category/text") or "", [_question(node) for node in others]


def _question(node: ElementTree.Element) -> Raw:
    kind: Type = node.get("type")  # type: ignore[assignment]  # OWN knows
    expected = COMMON | OWN[kind] | ({"defaultgrade"} if kind != "cloze" else set())
    assert {child.tag for child in node} == expected
    stem = _page(node, "questiontext")
    points = int(node.findtext("defaultgrade") or 0)
    if kind == "cloze":
        stem, points = _cloze(stem)
    return Raw(
        type=kind,
        name=node.findtext("name/text") or "",
        id=node.findtext("idnumber") or "",
        tags=tuple(tag.findtext("text") or "" for tag in node.findall("tags/tag")),
        stem=stem,
        general=_page(node, "generalfeedback"),
        answers=tuple(_answer(answer, kind) for answer in node.findall("answer")),
        pairs=tuple(
            (sub.findtext("text") or "", sub.findtext("answer/text") or "")
            for sub in node.findall("subquestion")
        ),
        single={"true": True, "false": False, None: None}[node.findtext("single")],
        shuffled={"true": True, "false": False, None: None}[node.findtext("shuffleanswers")],
        points=points,
        grader=_page(node, "graderinfo") if kind == "essay" else None,
    )


def _page(node: ElementTree.Element, name: str) -> str:
    found = node.find(name)
    assert found is not None
    assert found.get("format") == "html"
    return found.findtext("text") or ""


def _answer(node: ElementTree.Element, kind: Type) -> Answer:
    assert node.get("format") == ("html" if kind == "multichoice" else "moodle_auto_format")
    percent = float(node.get("fraction") or "")
    text = node.findtext("text") or ""
    if kind == "truefalse":
        assert text in ("true", "false")
        percent = percent if text == "true" else 100 - percent
    return Answer(text, percent, _page(node, "feedback"), node.findtext("tolerance") or "")


def _cloze(stem: str) -> tuple[str, int]:
    """The text with its answers in double brackets, as in a question file; the points."""
    out, at, points = [], 0, 0
    for found in GAP.finditer(stem):
        before = stem[at : found.start()]
        assert "{" not in before, stem
        out.append(shown(before))
        answer = shown(found.group(2)).replace("\\}", "}").replace("\\#", "#")
        out.append(f"[[{typed(literal(answer))}]]")
        points += int(found.group(1))
        at = found.end()
    assert "{" not in stem[at:], stem
    return tidy("".join([*out, shown(stem[at:])])), points
