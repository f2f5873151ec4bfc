"""What a person typed into the page's form becomes a patch of the question's own lines."""

from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import Any

from briefquiz.bank import TYPES_BY_NAME, patch
from briefquiz.bank.dump import Tree, mapping, tree
from briefquiz.bank.layout import Sheet
from briefquiz.bank.parts import Items, Keys, Scalar, at
from briefquiz.errors import BriefquizError, Path, Problem
from briefquiz.ids import slug, unique
from briefquiz.questions import Question
from briefquiz.questions.common import Status
from briefquiz.quiz import Source
from briefquiz.review.desk import EDITED
from briefquiz.review.web.book import FIRST

BECOMES: Mapping[str, tuple[str, ...]] = {
    "choice": ("choice", "short", "open"),
    "short": ("short", "choice", "open"),
    "open": ("open", "short", "choice"),
}
"""Type → the types that a form may make of it: what all of them need is a prompt and an answer."""
FORM: Mapping[str, tuple[str, ...]] = {
    "choice": ("prompt", "answer", "distractors", "last", "explain"),
    "multi": ("prompt", "answers", "distractors", "explain"),
    "true_false": ("prompt", "answer", "explain"),
    "short": ("prompt", "answer", "accept", "explain"),
    "number": ("prompt", "answer", "unit", "tolerance", "accept", "explain"),
    "cloze": ("prompt", "explain"),
    "match": ("prompt", "pairs", "extra", "explain"),
    "order": ("prompt", "items", "explain"),
    "open": ("prompt", "model", "explain"),
}
"""Type → the keys that its form has, in their order."""
NEEDED = {"prompt", "answer", "model", "distractors", "answers", "pairs", "items"}
"""Keys that stay, empty or not: that they must not be empty is for the bank to say."""

Change = Callable[[Sheet], Sheet]


def verdict(status: Status) -> Change:
    """Gives the question a status."""
    return lambda sheet: patch.set_key(sheet, (*FIRST, "status"), status)


def edit(old: Question, values: Mapping[str, Any], status: Status | None = None) -> Change:
    """Gives the question what stands in a form, key → text or list; just what differs changes.

    Among the values is the type. Raises BriefquizError if that type has no such form.
    """
    name = str(values.get("type", old.type))
    if name not in BECOMES.get(old.type, (old.type,)):
        raise BriefquizError([Problem(EDITED, f"a {old.type} question cannot become {name}")])
    said = tree(old)
    wanted = {key: _typed(key, values[key]) for key in FORM[name] if key in values}

    def change(sheet: Sheet) -> Sheet:
        if name != old.type:
            sheet = patch.set_key(sheet, (*FIRST, "type"), name)
        for key in _strange_to(name, sheet):
            sheet = patch.remove_key(sheet, (*FIRST, key))
        for key, value in wanted.items():
            if value != said.get(key, "" if isinstance(value, str) else []):
                sheet = _put(sheet, key, value)
        return patch.set_key(sheet, (*FIRST, "status"), status) if status else sheet

    return change


def fresh(values: Mapping[str, Any], taken: tuple[str, ...]) -> dict[str, Tree]:
    """A new question as it is written, from what stands in a form; a person made it, so it counts.

    Raises BriefquizError if the form has no such type.
    """
    name = str(values.get("type", "short"))
    if name not in FORM:
        raise BriefquizError([Problem(EDITED, f"there is no question type {name!r}")])
    said = {key: _typed(key, values.get(key, "")) for key in FORM[name]}
    prompt = str(said["prompt"])
    quote = _line(values.get("quote", ""))
    source = mapping(Source(quote, _whole(values.get("para", 0)))) if quote else {}
    return {
        "id": unique(slug(prompt) or "question", taken),
        "kind": str(values.get("kind", "date")),
        "type": name,
        **{key: value for key, value in said.items() if value or key in NEEDED},
        **({"source": source} if source else {}),
        "status": "approved",
    }


def _strange_to(name: str, sheet: Sheet) -> list[str]:
    """The keys of the question that a question of that type may not have."""
    owner = at(sheet.root, FIRST)
    assert isinstance(owner, Keys)
    known = {field.name for field in fields(TYPES_BY_NAME[name])}
    return [key for key in owner.keys if key not in known]


def _put(sheet: Sheet, key: str, value: Tree) -> Sheet:
    """The sheet with the value at the question's key; a list keeps the items that stay."""
    path = (*FIRST, key)
    owner = at(sheet.root, FIRST)
    assert isinstance(owner, Keys)
    known = owner.values.get(key)
    if not value and key not in NEEDED:
        return patch.remove_key(sheet, path) if known else sheet
    if isinstance(value, list) and isinstance(known, Items) and known.items and value:
        return _relist(sheet, path, value)
    return patch.set_key(sheet, path, value)


def _relist(sheet: Sheet, path: Path, wanted: list[Tree]) -> Sheet:
    """The list at the path with these items; equal ones at its ends are not touched."""
    old = at(sheet.root, path)
    assert isinstance(old, Items)
    has = [_said(sheet, (*path, number)) for number in range(len(old.items))]
    while len(has) > len(wanted):
        gone = next((n for n, (a, b) in enumerate(zip(has, wanted, strict=False)) if a != b), -1)
        number = gone if gone >= 0 else len(has) - 1
        sheet = patch.remove_item(sheet, path, number)
        del has[number]
    for number, value in enumerate(wanted):
        if number >= len(has):
            sheet = patch.insert_item(sheet, path, number, value)
        elif has[number] != value:
            sheet = _reset(sheet, path, number, has[number], value)
    return sheet


def _reset(sheet: Sheet, path: Path, number: int, old: Any, value: Tree) -> Sheet:
    """The sheet with the value as that item; of one with the same keys, just what differs."""
    if not (isinstance(value, dict) and isinstance(old, dict) and value.keys() == old.keys()):
        return patch.replace_item(sheet, path, number, value)
    for key, text in value.items():
        if old[key] != text:
            sheet = patch.set_key(sheet, (*path, number, key), text)
    return sheet


def _said(sheet: Sheet, path: Path) -> Any:
    part = at(sheet.root, path)
    if isinstance(part, Scalar):
        return part.value
    if isinstance(part, Items):
        return [_said(sheet, (*path, number)) for number in range(len(part.items))]
    said = {key: _said(sheet, (*path, key)) for key in part.keys}
    return said["text"] if set(said) == {"text"} else said


def _typed(key: str, value: Any) -> Tree:
    """A value of the form in the shape that its key has in the file."""
    if key == "answer" and isinstance(value, bool):
        return value
    if key in ("accept", "answers", "items", "extra"):
        return [text for text in map(_line, _list(value)) if text]
    if key == "distractors":
        return [option for option in map(_option, _list(value)) if option]
    if key == "pairs":
        pairs = ([_line(side) for side in _list(pair)] for pair in _list(value))
        return [list(pair) for pair in pairs if any(pair)]
    return _line(value)


def _option(value: Any) -> Tree:
    if not isinstance(value, Mapping):
        return _line(value)
    text, why = _line(value.get("text", "")), _line(value.get("why", ""))
    return {"text": text, "why": why} if text and why else text


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _line(value: Any) -> str:
    return value.strip() if isinstance(value, str) else ""


def _whole(value: Any) -> int:
    return value if isinstance(value, int) and 0 < value < 10**9 else 0
