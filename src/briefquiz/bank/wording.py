"""What a schema error means, in plain English. Where it stands is the business of the caller."""

import re
from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from rapidfuzz import fuzz, process

from briefquiz.bank.slips import KEYS, WHY_FORM, quoted
from briefquiz.errors import Path

Details: TypeAlias = Mapping[str, Any]
Worded: TypeAlias = tuple[str, str, Path]
"""The sentence, what was perhaps meant, and the path to point at."""


def sentence(details: Details, path: Path, keys: tuple[str, ...]) -> Worded:
    """One sentence for a pydantic error; `keys` are those which the thing at `path` may have."""
    word = _WORDS.get(details["type"], _other)
    return word(details, path, keys)


def nearest(word: str, choices: tuple[str, ...]) -> str:
    """The choice that `word` was perhaps meant to be, or ""."""
    found = process.extractOne(word.casefold(), choices, scorer=fuzz.ratio, score_cutoff=60)
    return found[0] if found else ""


def _name(path: Path) -> str:
    """How a reader calls the thing at `path`: its key, or the key of its list."""
    names = [step for step in path if isinstance(step, str)]
    return repr(names[-1]) if names else "the file"


def _either(choices: tuple[str, ...]) -> str:
    return " or ".join(filter(None, [", ".join(choices[:-1]), choices[-1]]))


def _what(value: object) -> str:
    if isinstance(value, dict):
        return "keys and values (a text with ': ' in it needs quotes)"
    if isinstance(value, list):
        return "a list"
    return "a text" if value else "nothing"


def _missing(details: Details, path: Path, keys: tuple[str, ...]) -> Worded:
    if path[-1] in (0, 1):
        return "a pair needs two texts: [left, right]", "", path[:-1]
    if path[-1] == "text" and "distractors" in path:
        return f"a wrong option is a text, or {WHY_FORM}", "", path[:-1]
    return f"{path[-1]!r} is missing", "", path[:-1]


def _unknown(details: Details, path: Path, keys: tuple[str, ...]) -> Worded:
    key, value = str(path[-1]), details["input"]
    if "distractors" in path and key.endswith(" why") and isinstance(value, str):
        text = quoted(key.removesuffix(" why").rstrip(", "))
        return f"unknown key {key!r}", f"{{text: {text}, why: {quoted(value)}}}", path
    if meant := nearest(key, keys):
        return f"unknown key {key!r}", meant, path
    other_type = "prompt" in keys and key in KEYS
    what = f"this type has no {key!r}" if other_type else f"unknown key {key!r}"
    return f"{what}; there may be {', '.join(keys)}", "", path


def _not_listed(details: Details, path: Path, keys: tuple[str, ...]) -> Worded:
    value = details["input"]
    choices = tuple(re.findall(r"'([^']*)'", details["ctx"]["expected"]))
    if not isinstance(value, str):
        return f"{_name(path)} should be one word, not {_what(value)}", "", path
    if path == ("briefquiz",):
        return f"format {value!r} is not known; this version reads format 1", "", path
    if not value:
        return f"{_name(path)} should be {_either(choices)}", "", path
    message = f"unknown {path[-1]} {value!r}; it is {_either(choices)}"
    return message, nearest(value, choices), path


def _bad_type(details: Details, path: Path, keys: tuple[str, ...]) -> Worded:
    value = details["input"]["type"]
    types = tuple(re.findall(r"'([^']*)'", details["ctx"]["expected_tags"]))
    at = (*path, "type")
    if not isinstance(value, str):
        return f"'type' should be one word, not {_what(value)}", "", at
    return f"unknown type {value!r}; it is {_either(types)}", nearest(value, types), at


def _no_type(details: Details, path: Path, keys: tuple[str, ...]) -> Worded:
    return "'type' is missing, such as 'type: choice'", "", path


def _no_text(details: Details, path: Path, keys: tuple[str, ...]) -> Worded:
    other = path[-1] == "answer" and "accept" in keys
    more = "; other right forms go into 'accept'" if other else ""
    return f"{_name(path)} should be a text, not {_what(details['input'])}{more}", "", path


def _no_list(details: Details, path: Path, keys: tuple[str, ...]) -> Worded:
    if isinstance(path[-1], int):
        return "a pair is written [left, right]", "", path
    form = f", [{_FORMS.get(str(path[-1]), _TEXTS)}] or" if path != ("questions",) else " of"
    wrong = _what(details["input"])
    should = f"should be a list{form} lines that begin with '- '"
    if not details["input"]:
        return f"{_name(path)} is empty; it {should}", "", path
    return f"{_name(path)} {should}, not {wrong}", "", path


def _no_pair(details: Details, path: Path, keys: tuple[str, ...]) -> Worded:
    return "a pair has two texts; quote a text with a comma", "", path


def _no_mapping(details: Details, path: Path, keys: tuple[str, ...]) -> Worded:
    if not path:
        return "should begin with 'briefquiz: 1'; this is no question file", "", path
    if len(path) == 2 and path[0] == "questions":
        return "a question should be keys and values, such as 'id: …'", "", path
    wrong = _what(details["input"])
    name = next((step for step in reversed(path) if isinstance(step, str)), "")
    if name != "distractors" and (form := _FORMS.get(name)):
        return f"each item of {name!r} should be {form}, not {wrong}", "", path
    return f"{_name(path)} should be keys and values, not {wrong}", "", path


def _other(details: Details, path: Path, keys: tuple[str, ...]) -> Worded:
    return f"{_name(path)}: {details['msg'][:1].lower()}{details['msg'][1:]}", "", path


_TEXTS = '"…", "…"'
_FORMS: Mapping[str, str] = {
    "distractors": f'"…", {WHY_FORM}',
    "pairs": '["left", "right"]',
    "rubric": '{points: 1, text: "…"}',
    "source": '{para: 1, quote: "…"}',
}
"""How an item of a list is written that is more than a text."""

_WORDS: Mapping[str, Callable[[Details, Path, tuple[str, ...]], Worded]] = {
    "dataclass_type": _no_mapping,
    "literal_error": _not_listed,
    "mapping_type": _no_mapping,
    "dict_type": _no_mapping,
    "missing": _missing,
    "model_attributes_type": _no_mapping,
    "string_type": _no_text,
    "too_long": _no_pair,
    "tuple_type": _no_list,
    "unexpected_keyword_argument": _unknown,
    "union_tag_invalid": _bad_type,
    "union_tag_not_found": _no_type,
}
