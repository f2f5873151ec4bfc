"""A question file of question files: several briefs as the parts of one course."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePath, PurePosixPath

from briefquiz.bank.nodes import Node
from briefquiz.bank.schema import QuestionFile
from briefquiz.errors import Issue


@dataclass(frozen=True, slots=True)
class Part:
    """A question file that another one includes. `file` is its path, for messages and its name."""

    file: str
    content: QuestionFile


def either(data: Node | None) -> Iterator[Issue]:
    """A file has questions or parts."""
    keys = data.keys() if isinstance(data, dict) else {"questions"}
    if not keys & {"questions", "include"}:
        yield Issue((), "'questions' is missing")
    if keys >= {"questions", "include"}:
        yield Issue(("questions",), "a file with 'include' has no questions of its own")
    if isinstance(data, dict) and data.get("include") == []:
        yield Issue(("include",), "'include' names no question file")


def faults(file: QuestionFile, name: str) -> Iterator[Issue]:
    """What is wrong with the names in `include`, before any part is read."""
    first = {PurePath(name).stem: "this file"}
    for place, part in enumerate(file.include):
        message = _fault(part, name)
        stem = PurePosixPath(part).stem
        if not message and stem in first:
            message = f"{part!r} has the name of {first[stem]}"
            message = f"{part!r} again" if first[stem] == repr(part) else message
        if stem not in first and not message:
            first[stem] = repr(part)
        if message:
            yield Issue(("include", place), message)


def _fault(part: str, name: str) -> str:
    """What is wrong with one name."""
    if not part.strip():
        return "names no question file"
    if not is_beside(part):
        return f"{part!r} leads out of this folder; a part stands beside the file that names it"
    if PurePosixPath(part).suffix.lower() not in (".yaml", ".yml"):
        return f"{part!r} is no question file (.yaml)"
    if PurePosixPath(part).name == PurePath(name).name and "/" not in part:
        return f"{part!r} is this file itself"
    return ""


def is_beside(part: str) -> bool:
    """Whether a name stays in the folder of the file that names it."""
    path = PurePosixPath(part)
    outside = path.is_absolute() or ".." in path.parts or "\\" in part or ":" in part
    return bool(part.strip()) and not outside


def beside(file: str, part: str) -> str:
    """The path of a part, as that of the file that names it is written."""
    return str(PurePath(file).parent / part)


def missing(head: QuestionFile, parts: Mapping[str, bytes]) -> Iterator[Issue]:
    """Parts that could not be read."""
    for place, name in enumerate(head.include):
        if name not in parts:
            yield Issue(("include", place), f"no such file: {name!r}")


def misfits(head: QuestionFile, parts: Mapping[str, QuestionFile]) -> Iterator[Issue]:
    """Parts that cannot stand together: with parts of their own, or with one identity."""
    ids = {head.id: "this file"}
    for place, name in enumerate(head.include):
        if name not in parts:
            continue
        part = parts[name]
        if part.include:
            message = f"{name!r} includes others itself; name those here instead"
            yield Issue(("include", place), message)
        elif part.id in ids:
            message = f"the id {part.id!r} of {name!r} is that of {ids[part.id]} too"
            yield Issue(("include", place), message)
        ids.setdefault(part.id, repr(name))
