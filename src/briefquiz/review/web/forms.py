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
from briefquiz.outputs.values import by_value
from briefquiz.questions import Question
from briefquiz.questions.common import Status
from briefquiz.quiz import Source
from briefquiz.review.desk import EDITED
from briefquiz.review.web.book import FIRST
from briefquiz.review.web.places import Places

ALIKE = ("short", "choice", "number", "true_false", "cloze", "open")
"""Types of which a form may make each other: each asks for one thing."""
BECOMES: Mapping[str, tuple[str, ...]] = dict.fromkeys(ALIKE, ALIKE)
"""Type → the types that a form may make of it."""
_OWN: Mapping[str, tuple[str, ...]] = {
    "choice": ("answer", "distractors", "last", "order"),
    "multi": ("answers", "distractors"),
    "true_false": ("answer",),
    "short": ("answer", "accept"),
    "number": ("answer", "unit", "tolerance", "accept"),
    "cloze": (),
    "match": ("pairs", "extra"),
    "order": ("items",),
    "open": ("model",),
}
FORM: Mapping[str, tuple[str, ...]] = {
    name: ("kind", "points", "prompt", *own, "explain", "source") for name, own in _OWN.items()
}
"""Type → the keys that its form has, in their order."""
USUAL: Mapping[str, Tree] = {"points": 1, "order": "shuffle"}
"""What is meant where a key is not there."""
NEEDED = {"prompt", "answer", "model", "distractors", "answers", "pairs", "items"}
"""Keys that stay, empty or not: that they must not be empty is for the bank to say."""

Change = Callable[[Sheet], Sheet]


def verdict(status: Status) -> Change:
    """Gives the question a status."""
    return lambda sheet: patch.set_key(sheet, (*FIRST, "status"), status)


def edit(old: Question, values: Mapping[str, Any], status: Status | None = None) -> Change:
    """Gives the question what stands in a form, key → text or list; just what differs changes.

    Among the values is the type; an order that is "" is the one that fits the options. Raises
    BriefquizError if that type has no such form.
    """
    name = str(values.get("type", old.type))
    if name not in BECOMES.get(old.type, (old.type,)):
        raise BriefquizError([Problem(EDITED, f"a {old.type} question cannot become {name}")])
    said = tree(old)
    wanted = _ordered({key: _typed(key, values[key]) for key in FORM[name] if key in values})

    def change(sheet: Sheet) -> Sheet:
        if name != old.type:
            sheet = patch.set_key(sheet, (*FIRST, "type"), name)
        for key in _strange_to(name, sheet):
            sheet = patch.remove_key(sheet, (*FIRST, key))
        for key, value in wanted.items():
            usual = USUAL.get(key, "" if isinstance(value, str) else [])
            if value != said.get(key, usual) or (key in NEEDED and key not in said):
                sheet = _put(sheet, key, "" if value == USUAL.get(key) else value)
        return patch.set_key(sheet, (*FIRST, "status"), status) if status else sheet

    return change


def fresh(values: Mapping[str, Any], taken: tuple[str, ...]) -> dict[str, Tree]:
    """A new question as it is written, from what stands in a form; a person made it, so it counts.

    Raises BriefquizError if the form has no such type.
    """
    name = str(values.get("type", "short"))
    if name not in FORM:
        raise BriefquizError([Problem(EDITED, f"there is no question type {name!r}")])
    said = _ordered({key: _typed(key, values.get(key, "")) for key in FORM[name]})
    kept = {
        key: value
        for key, value in said.items()
        if (value or key in NEEDED) and value != USUAL.get(key)
    }
    behind: dict[str, Tree] = {
        key: kept.pop(key) for key in ("explain", "source", "points") if key in kept
    }
    return {
        "id": unique(slug(str(said["prompt"])) or "question", taken),
        "kind": kept.pop("kind", "date"),
        "type": name,
        **kept,
        **behind,
        "status": "approved",
    }


def placed(values: Mapping[str, Any], old: tuple[Source, ...], places: Places) -> dict[str, Any]:
    """The values of a form, each quote that is not an old one with the paragraph it stands in."""
    known = {source.quote for source in old}
    sources = []
    for said in _list(values.get("source")):
        source = _source(said)
        found = places.find(source.quote, source.para) if source.quote not in known else ()
        para = places.paras[found[0].block] if found else source.para
        sources.append({"quote": source.quote, "para": para})
    return {**values, "source": sources} if "source" in values else dict(values)


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
    if isinstance(value, dict) and isinstance(known, Keys) and value.keys() == known.keys.keys():
        return _rekey(sheet, path, _said(sheet, path), value)
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
    return _rekey(sheet, (*path, number), old, value)


def _rekey(sheet: Sheet, path: Path, old: Any, wanted: Mapping[str, Tree]) -> Sheet:
    """The sheet with what differs between the keys at the path and those that are wanted."""
    for key, value in wanted.items():
        if old[key] != str(value):
            sheet = patch.set_key(sheet, (*path, key), value)
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
    if key == "source":
        said = [mapping(source) for source in map(_source, _list(value)) if source.quote]
        return said[0] if len(said) == 1 else [*said]
    if key == "points":
        return _points(_line(value))
    return _line(value)


def _points(text: str) -> Tree:
    """How many; what is no number is for the bank to refuse."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else text or 1


def _ordered(said: dict[str, Tree]) -> dict[str, Tree]:
    """The values with an order of their options: by value, if all have one."""
    if said.get("order") != "":
        return said
    options = [said.get("answer", ""), *_list(said.get("distractors"))]
    texts = [str(one["text"]) if isinstance(one, dict) else str(one) for one in options]
    return {**said, "order": "sorted" if by_value(texts) else "shuffle"}


def _source(value: Any) -> Source:
    if not isinstance(value, Mapping):
        return Source("")
    return Source(_line(value.get("quote", "")), _whole(value.get("para", 0)))


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
