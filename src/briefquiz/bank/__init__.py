"""The question file: text that a person reads and edits, with every mistake at its place."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import PurePath

from briefquiz import questions
from briefquiz.bank import memory
from briefquiz.bank.dump import block_hash, dump, signed
from briefquiz.bank.evidence import check_evidence
from briefquiz.bank.jsonschema import json_schema
from briefquiz.bank.memory import remembering
from briefquiz.bank.merge import Merged, merge
from briefquiz.bank.nodes import Nodes, read
from briefquiz.bank.schema import BriefRef, Built, QuestionFile, build, fact_keys
from briefquiz.errors import BriefquizError, Issue, Problem

__all__ = [
    "BriefRef",
    "Merged",
    "QuestionFile",
    "block_hash",
    "check",
    "check_evidence",
    "dump",
    "json_schema",
    "load",
    "merge",
    "remembering",
    "signed",
]


def load(text: str | bytes, file: str) -> QuestionFile:
    """The question file in `text`; `file` is its name, for messages and the default id.

    Raises BriefquizError with every error in it.
    """
    loaded, problems = _load(text, file)[1:]
    if loaded is None or any(problem.severity == "error" for problem in problems):
        raise BriefquizError(problems)
    return loaded


def check(
    text: str | bytes,
    file: str,
    brief: str = "",
    more: Callable[[QuestionFile], Iterable[Issue]] | None = None,
) -> tuple[Problem, ...]:
    """Everything wrong with a question file; given the text of its brief, its quotes as well.

    `more` finds faults that the bank knows nothing of; it is asked when the file can be read.
    """
    nodes, loaded, problems = _load(text, file)
    if loaded is None:
        return problems
    issues = [*(check_evidence(loaded, brief) if brief else ()), *(more(loaded) if more else ())]
    return _sorted([*problems, *_pinned(issues, nodes, file)])


def identity(text: str | bytes, file: str) -> tuple[str, Problem]:
    """The id of a question file, "" if it cannot be read, and a problem at its place."""
    nodes, loaded, _ = _load(text, file)
    line, column = nodes.place(("id",))
    return loaded.id if loaded else "", Problem(file, "", line, column)


def brief_file(text: str | bytes, file: str) -> str:
    """The name of the brief a question file was drafted from; "" if it names none."""
    loaded = _load(text, file)[1]
    return loaded.brief.file if loaded and loaded.brief else ""


def _load(text: str | bytes, file: str) -> tuple[Nodes, QuestionFile | None, tuple[Problem, ...]]:
    nodes = read(text, file)
    if nodes.data is None:
        return nodes, None, nodes.problems
    data = nodes.data
    if isinstance(data, dict):
        data = {"id": PurePath(file).stem, **data}
    built = build(data)
    issues = [*built.issues, *_faults(built, nodes)]
    return nodes, built.file, _sorted([*nodes.problems, *_pinned(issues, nodes, file)])


def _faults(built: Built, nodes: Nodes) -> Iterator[Issue]:
    """What no schema can say."""
    if built.file:
        for name, value in (("id", built.file.id), ("title", built.file.title)):
            if not value.strip():
                yield Issue((name,), "is empty")
        yield from memory.check(built.file)
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
            yield Issue(path, f"the id {name!r} again (first on line {lines[name]})")
        elif isinstance(name, str):
            lines[name] = nodes.place(path)[0]


def _pinned(issues: Iterable[Issue], nodes: Nodes, file: str) -> Iterator[Problem]:
    """Issues at their places; on a line that YAML itself misread they would only be echoes."""
    misread = {problem.line for problem in nodes.problems}
    for issue in issues:
        line, column = nodes.place(issue.path)
        if line not in misread:
            message = _with_subject(issue)
            yield Problem(file, message, line, column, issue.hint, issue.severity)


def _with_subject(issue: Issue) -> str:
    """A message that begins with its verb speaks of the key it stands at."""
    keys = [step for step in issue.path if isinstance(step, str)]
    verb = issue.message.split(" ", 1)[0] in ("is", "has", "needs", "should", "adds")
    return f"{keys[-1]!r} {issue.message}" if verb and keys else issue.message


def _sorted(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(
        sorted(dict.fromkeys(problems), key=lambda problem: (problem.line, problem.column))
    )
