"""The question file: text that a person reads and edits, with every mistake at its place."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import PurePath

from briefquiz import questions
from briefquiz.bank import include, memory
from briefquiz.bank.dump import SCHEMA_FILE, block_hash, dump, signed
from briefquiz.bank.evidence import check_evidence
from briefquiz.bank.include import Part
from briefquiz.bank.jsonschema import json_schema
from briefquiz.bank.memory import remembering
from briefquiz.bank.merge import Merged, merge
from briefquiz.bank.nodes import Nodes, read
from briefquiz.bank.schema import (
    TYPES_BY_NAME,
    BriefRef,
    Built,
    QuestionFile,
    build,
    fact_keys,
)
from briefquiz.brief import Brief
from briefquiz.errors import BriefquizError, Issue, Problem
from briefquiz.questions import Question

__all__ = [
    "SCHEMA_FILE",
    "TYPES_BY_NAME",
    "BriefRef",
    "Merged",
    "Part",
    "QuestionFile",
    "block_hash",
    "check",
    "check_evidence",
    "dump",
    "json_schema",
    "load",
    "load_parts",
    "merge",
    "remembering",
    "signed",
]


def load(text: str | bytes, file: str) -> QuestionFile:
    """The question file in `text`; `file` is its name, for messages and the default id.

    Raises BriefquizError with every error in it.
    """
    opened = _open(text, file)
    if opened.file is None or any(problem.severity == "error" for problem in opened.problems):
        raise BriefquizError(opened.problems)
    return opened.file


def load_parts(text: str | bytes, file: str, parts: Mapping[str, bytes]) -> tuple[Part, ...]:
    """The question files that `text` includes, in its order; none if it has its own questions.

    `parts` is name → text, as far as they could be read. Raises BriefquizError with every error,
    those of a part at their places in the part.
    """
    head = load(text, file)
    problems = list(check_parts(text, file, parts))
    loaded = []
    for name in head.include:
        try:
            if name in parts:
                where = include.beside(file, name)
                loaded.append(Part(where, load(parts[name], where)))
        except BriefquizError as error:
            problems += error.problems
    if problems:
        raise BriefquizError(problems)
    return tuple(loaded)


def check_parts(text: str | bytes, file: str, parts: Mapping[str, bytes]) -> tuple[Problem, ...]:
    """What is wrong with the parts that a file names, but for what is wrong inside them."""
    opened = _open(text, file)
    if opened.file is None:
        return ()
    found = {name: _open(part, include.beside(file, name)).file for name, part in parts.items()}
    loaded = {name: part for name, part in found.items() if part}
    issues = (*include.missing(opened.file, parts), *include.misfits(opened.file, loaded))
    return tuple(_pinned(issues, opened.nodes, file))


def check(
    text: str | bytes,
    file: str,
    brief: Brief | None = None,
    more: Callable[[QuestionFile], Iterable[Issue]] | None = None,
) -> tuple[Problem, ...]:
    """Everything wrong with a question file; given its brief, its quotes as well.

    `more` finds faults that the bank knows nothing of; it is asked when the file can be read.
    """
    opened = _open(text, file)
    loaded = opened.file
    if loaded is None:
        return opened.problems
    issues = [*(check_evidence(loaded, brief) if brief else ()), *(more(loaded) if more else ())]
    return _sorted([*opened.problems, *_pinned(issues, opened.nodes, file)])


def sound_questions(text: str | bytes, file: str) -> tuple[tuple[int, Question], ...]:
    """The questions that have no fault of their own, whatever else is wrong with the file.

    Each with the line on which it begins.
    """
    opened = _open(text, file)
    return tuple(
        (opened.nodes.place(("questions", number))[0], question)
        for number, question in opened.questions.items()
    )


def identity(text: str | bytes, file: str) -> tuple[str, Problem]:
    """The id of a question file, "" if it cannot be read, and a problem at its place."""
    opened = _open(text, file)
    line, column = opened.nodes.place(("id",))
    return opened.file.id if opened.file else "", Problem(file, "", line, column)


def question_count(text: str | bytes, file: str) -> int | None:
    """How many questions stand in a file, sound or not; None if it cannot be read at all."""
    data = _open(text, file).nodes.data
    found = data.get("questions") if isinstance(data, dict) else None
    return None if data is None else len(found) if isinstance(found, list) else 0


def brief_file(text: str | bytes, file: str) -> str:
    """The name of the brief a question file was drafted from; "" if it names none."""
    loaded = _open(text, file).file
    return loaded.brief.file if loaded and loaded.brief else ""


def part_files(text: str | bytes, file: str) -> tuple[str, ...]:
    """The names of the question files that a file includes, as far as they may be read."""
    loaded = _open(text, file).file
    return tuple(name for name in loaded.include if include.is_beside(name)) if loaded else ()


@dataclass(frozen=True, slots=True)
class _Opened:
    """A question file as read: the file (None if it has faults), its sound questions, faults."""

    nodes: Nodes
    file: QuestionFile | None
    questions: Mapping[int, Question]
    problems: tuple[Problem, ...]


@lru_cache(maxsize=8)
def _open(text: str | bytes, file: str) -> _Opened:
    """Remembered, because a check asks a file for its brief, its id, its parts and its faults."""
    nodes = read(text, file)
    if nodes.data is None:
        return _Opened(nodes, None, {}, nodes.problems)
    data = nodes.data
    if isinstance(data, dict):
        data = {"id": PurePath(file).stem, **data}
    built = build(data)
    issues = [*built.issues, *_faults(built, nodes, file)]
    problems = _sorted([*nodes.problems, *_pinned(issues, nodes, file)])
    return _Opened(nodes, built.file, built.questions, problems)


def _faults(built: Built, nodes: Nodes, file: str) -> Iterator[Issue]:
    """What no schema can say."""
    if built.file:
        for name, value in (("id", built.file.id), ("title", built.file.title)):
            if not value.strip():
                yield Issue((name,), "is empty")
        yield from memory.check(built.file)
        yield from include.faults(built.file, file)
    yield from include.either(nodes.data)
    for number, question in built.questions.items():
        for issue in (*fact_keys(question), *questions.check(question)):
            path = ("questions", number, *issue.path)
            yield Issue(path, issue.message, issue.hint, issue.severity)
    yield from _twice(nodes)


def _twice(nodes: Nodes) -> Iterator[Issue]:
    """An id that two questions have."""
    found = nodes.data.get("questions") if isinstance(nodes.data, dict) else None
    lines: dict[str, int] = {}
    for number, question in enumerate(found if isinstance(found, list) else ()):
        path = ("questions", number, "id")
        name = question.get("id") if isinstance(question, dict) else None
        if isinstance(name, str) and name in lines:
            again = f"the id {name!r} again (first on line {lines[name]})"
            yield Issue(path, f"{again}; give this question another one")
        elif isinstance(name, str):
            lines[name] = nodes.place(path)[0]


def _pinned(issues: Iterable[Issue], nodes: Nodes, file: str) -> Iterator[Problem]:
    """Issues at their places; on a line that YAML itself misread they would only be echoes."""
    misread = {problem.line for problem in nodes.problems}
    for issue in issues:
        line, column = nodes.place(issue.path)
        if line not in misread:
            message = _with_subject(issue)
            if issue.other:
                message += f" (line {nodes.place(issue.other)[0]})"
            yield Problem(file, message, line, column, issue.hint, issue.severity, issue.rule)


def _with_subject(issue: Issue) -> str:
    """A message that begins with its verb speaks of the key it stands at."""
    keys = [step for step in issue.path if isinstance(step, str)]
    verb = issue.message.split(" ", 1)[0] in ("is", "has", "needs", "should", "adds")
    return f"{keys[-1]!r} {issue.message}" if verb and keys else issue.message


def _sorted(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(
        sorted(dict.fromkeys(problems), key=lambda problem: (problem.line, problem.column))
    )
