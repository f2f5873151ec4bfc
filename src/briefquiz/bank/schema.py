"""What a question file may hold: one pydantic adapter over the core's own dataclasses."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

from pydantic import ConfigDict, Field, TypeAdapter, ValidationError

from briefquiz.bank.nodes import Node
from briefquiz.bank.wording import nearest, sentence
from briefquiz.errors import Issue, Path
from briefquiz.questions import Question
from briefquiz.questions.common import Common
from briefquiz.quiz import Option, Source

LARGEST_NUMBER = 9  # digits


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefRef:
    """The brief from which the questions were drafted."""

    file: str
    """Its file name; it is looked for beside the question file."""
    sha256: str = ""
    """Its SHA-256 when the questions were drafted."""
    published: str = ""
    """Its date as ISO 8601, as precise as it is known: 2019, 2019-01 or 2019-01-21."""
    source: str = ""
    """Who published it, for the credit line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionFile:
    """A question file of briefquiz."""

    briefquiz: Literal["1"]
    """The version of this format: 1."""
    id: str
    """Permanent: the identity of the deck and of every note in it. Default: the file's name."""
    title: str
    """The head line of deck and paper."""
    lang: str = "en"
    """The language of the questions."""
    brief: BriefRef | None = None
    """The brief, if there is one."""
    include: tuple[str, ...] = ()
    """Question files beside this one, as the parts of one deck and one quiz; then it has no
    questions of its own."""
    drafted: str = ""
    """What was drafted before, for the program only: a question that was deleted stays away."""
    questions: tuple[Annotated[Question, Field(discriminator="type")], ...] = ()
    """The questions, in the order of the paper."""


def type_name(question_type: type) -> str:
    """The word that stands for a question type in the file: ChoiceQuestion → "choice"."""
    (name,) = get_args(get_type_hints(question_type)["type"])
    return str(name)


TYPES_BY_NAME = {type_name(question_type): question_type for question_type in get_args(Question)}

# Built when a file is first read: a draft only writes one.
_CONFIG = ConfigDict(extra="forbid", use_attribute_docstrings=True, defer_build=True)

# The lists are there because pydantic refuses a config for an adapter of a bare dataclass.
FILE_ADAPTER = TypeAdapter(list[QuestionFile], config=_CONFIG)
_QUESTION_ADAPTER: TypeAdapter[list[Question]] = TypeAdapter(
    list[Annotated[Question, Field(discriminator="type")]], config=_CONFIG
)


@dataclass(frozen=True, slots=True)
class Built:
    """What became of the data: the file (None if it has faults), each good question, the faults."""

    file: QuestionFile | None
    questions: Mapping[int, Question]
    issues: tuple[Issue, ...]


def build(data: Node) -> Built:
    """The question file that `data` describes; question by question, so no fault hides another."""
    issues: list[Issue] = []
    good: dict[int, Question] = {}
    head = _friendly(data, QuestionFile, (), issues)
    if isinstance(head, dict) and isinstance(head.get("questions"), list):
        for number, node in enumerate(head["questions"]):
            try:
                (good[number],) = _QUESTION_ADAPTER.validate_python([node])
            except ValidationError as error:
                owner = _question_type(node) or Common
                issues += _issues(error, owner, ("questions", number))
        head["questions"] = list(good.values())
    try:
        file: QuestionFile | None = FILE_ADAPTER.validate_python([head])[0]
    except ValidationError as error:
        issues += _issues(error, QuestionFile, ())
        file = None
    faulty = {
        issue.path[1]
        for issue in issues
        if issue.path[:1] == ("questions",) and len(issue.path) > 1
    }
    flawless = {number: question for number, question in good.items() if number not in faulty}
    return Built(None if issues else file, flawless, tuple(issues))


def _issues(error: ValidationError, owner: type, before: Path) -> Iterator[Issue]:
    """What is wrong, each fault once: a key that stands elsewhere is not missing as well."""
    faults = [_fault(dict(details), owner) for details in error.errors(include_url=False)]
    strays = [fault for fault in faults if fault.details["type"] == "unexpected_keyword_argument"]
    for fault in faults:
        message, hint, at = sentence(fault.details, (*before, *fault.path), _keys(fault.holder))
        if fault in strays and (part := _part_with(fault.holder, str(fault.path[-1]))):
            message = f"{fault.path[-1]!r} belongs to {part!r}; it should stand below that, with "
            message, hint = f"{message}more spaces in front", ""
        if not any(_is_echo(fault, stray) for stray in strays):
            yield Issue(at, message, hint)


@dataclass(frozen=True, slots=True)
class _Fault:
    """An error of pydantic's, its path, and the dataclass of which a key is wrong."""

    details: Mapping[str, Any]
    path: Path
    holder: Any


def _fault(details: Mapping[str, Any], owner: Any) -> _Fault:
    path: Path = details["loc"][1:]
    if owner is not QuestionFile and path[:1] and path[0] in TYPES_BY_NAME:
        path = path[1:]  # pydantic names the question type first
    for step in path[:-1]:
        owner = _dataclass_in(_hints(owner).get(str(step))) or owner
    return _Fault(details, path, owner)


def _is_echo(fault: _Fault, stray: _Fault) -> bool:
    """Whether a thing is missing, or empty, only because its key is misspelt or too far left."""
    key, around = str(stray.path[-1]), stray.path[:-1]
    part = (*around, _part_with(stray.holder, key))
    if fault.details["type"] == "missing":
        misspelt = fault.path == (*around, nearest(key, _keys(stray.holder)))
        return misspelt or (fault.path[-1] == key and fault.path[: len(part)] == part)
    return fault.path == part and not fault.details["input"]


def _keys(holder: Any) -> tuple[str, ...]:
    """The keys that a thing may have: what an unknown one may have meant."""
    return tuple(field.name for field in fields(holder))


def _part_with(holder: Any, key: str) -> str:
    """The part of a thing, such as its source, that has a key which it does not have itself."""
    for name, hint in _hints(holder).items():
        part = _dataclass_in(hint)
        if part and key in _keys(part):
            return name
    return ""


def _hints(owner: Any) -> dict[str, Any]:
    return _known_hints(owner)


@cache
def _known_hints(owner: type) -> dict[str, Any]:
    return get_type_hints(owner)


def _dataclass_in(hint: Any) -> Any:
    """The dataclass in `Made | None` or `tuple[Option, ...]`, if there is one."""
    if is_dataclass(hint):
        return hint
    return next((part for part in get_args(hint) if is_dataclass(part)), None)


def _question_type(node: Any) -> type | None:
    name = node.get("type") if isinstance(node, dict) else None
    return TYPES_BY_NAME.get(name) if isinstance(name, str) else None


def _friendly(node: Node, hint: Any, path: Path, issues: list[Issue]) -> Any:
    """The node in the one form that the adapter knows: numbers, truths and short forms read."""
    if hint is int and isinstance(node, str):
        return _whole(node, path, issues)
    if hint is bool and isinstance(node, str):
        return _truth(node, path, issues)
    if hint == Question:
        hint = _question_type(node)
    if get_origin(hint) in (UnionType,) and NoneType in get_args(hint):
        hint = _dataclass_in(hint)
    if hint is Option and isinstance(node, str):
        return {"text": node}
    if get_origin(hint) is tuple and get_args(hint)[-1] is ...:
        return _friendly_list(node, get_args(hint)[0], path, issues)
    if is_dataclass(hint) and isinstance(node, dict):
        hints = _hints(hint)
        return {
            key: _friendly(value, hints.get(key), (*path, key), issues)
            for key, value in node.items()
        }
    return node


def _friendly_list(node: Node, hint: Any, path: Path, issues: list[Issue]) -> Any:
    if hint is Source and isinstance(node, dict):
        return [_friendly(node, hint, path, issues)]
    if isinstance(node, list):
        return [_friendly(item, hint, (*path, at), issues) for at, item in enumerate(node)]
    return node


def _whole(text: str, path: Path, issues: list[Issue]) -> int:
    if re.fullmatch(rf"[0-9]{{1,{LARGEST_NUMBER}}}", text):
        return int(text)
    issues.append(Issue(path, f"{path[-1]!r} should be a whole number in digits, not {text!r}"))
    return 1


def _truth(text: str, path: Path, issues: list[Issue]) -> bool:
    if text not in ("true", "false"):
        meant = {"yes": "true", "no": "false"}.get(text.casefold(), text.casefold())
        hint = meant if meant in ("true", "false") else ""
        issues.append(Issue(path, f"{path[-1]!r} should be true or false, not {text!r}", hint))
    return text == "true"


def fact_keys(question: Question) -> Iterator[Issue]:
    """Keys of `fact` that are no words: most likely a text that was split at a comma or colon."""
    for key in question.fact:
        if not re.fullmatch(r"[A-Za-z][A-Za-z0-9_-]{0,39}", key):
            message = f"{key!r} should be one word; a text with a comma or colon needs quotes"
            yield Issue(("fact", key), message)
