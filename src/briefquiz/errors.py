"""Findings as values. Only the command line turns them into text and exit codes."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, TypeAlias

Path: TypeAlias = tuple[str | int, ...]
Severity: TypeAlias = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Issue:
    """Something wrong inside a value: the path to it, the wording, and a guess at what was meant.

    A pure check yields issues and knows no file; the bank pins them to a `Problem`. `rule` is the
    name of the rule that found it, for tools and for the docs; "" where the format itself says so.
    `other` is the path of what the message speaks of besides, whose line the bank adds.
    """

    path: Path
    message: str
    hint: str = ""
    severity: Severity = "error"
    rule: str = ""
    other: Path = ()


@dataclass(frozen=True, slots=True)
class Problem:
    """An issue with its place. Lines and columns count from 1; 0 means the file as a whole."""

    file: str
    message: str
    line: int = 0
    column: int = 0
    hint: str = ""
    severity: Severity = "error"
    rule: str = ""

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}:{self.column}" if self.line else self.file
        word = "warning: " if self.severity == "warning" else ""
        hint = f" (did you mean '{self.hint}'?)" if self.hint else ""
        return f"{place}: {word}{self.message}{hint}"


class BriefquizError(Exception):
    """The only exception meant for users. Carries every problem found, in order."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))
