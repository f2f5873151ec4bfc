"""Which files a build is of: named one by one, by a folder or by a pattern, each of them once."""

import glob
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from briefquiz.cli.files import failure, is_file, is_folder, is_question_file, question_file
from briefquiz.errors import Problem

# Names that Windows keeps for devices, whatever the ending ("aux.md", "nul.tar.gz").
# https://learn.microsoft.com/windows/win32/fileio/naming-a-file
RESERVED = re.compile(
    r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³]) *(\.|$)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Sources:
    """The briefs and question files of a build, and what is wrong with others that were named.

    `passed_over` counts files in folders that are neither.
    """

    files: tuple[Path, ...]
    problems: tuple[Problem, ...] = ()
    passed_over: int = 0


def sources(paths: Iterable[Path]) -> Sources:
    """What these paths, folders and patterns come to: briefs first.

    Question files may include others that are drafted in the same run, and so come after them.
    """
    found: dict[Path, None] = {}
    problems: list[Problem] = []
    passed_over = 0
    for path in paths:
        if is_folder(path):
            inside = _in_folder(path)
            passed_over += inside.passed_over
            problems += inside.problems
            found |= dict.fromkeys(inside.files)
        else:
            found |= dict.fromkeys(_matching(path))
    named = []
    for path in found:
        if fault := _fault(path.stem):
            problems.append(Problem(str(path), fault))
        else:
            named.append(path)
    files, namesakes = one_job_each(named)
    return Sources(tuple(sorted(files, key=is_question_file)), (*problems, *namesakes), passed_over)


def _in_folder(folder: Path) -> Sources:
    """The briefs and question files in a folder, those in folders below it and hidden ones not."""
    from briefquiz.readers import READERS

    try:
        inside = sorted(path for path in folder.iterdir() if not path.name.startswith("."))
        files = [path for path in inside if is_file(path)]
    except OSError as error:
        return Sources((), failure(folder, f"cannot be read: {error.strerror}").problems)
    ours = [path for path in files if is_question_file(path) or path.suffix.lower() in READERS]
    problems = [] if ours else [Problem(str(folder), "has no briefs and no question files in it")]
    return Sources(tuple(ours), tuple(problems), len(files) - len(ours))


def _matching(path: Path) -> list[Path]:
    """The files that fit a pattern which no shell has resolved; a path that is none is itself."""
    found: list[Path] = []
    if glob.has_magic(str(path)) and not is_file(path):
        folder = Path(path.anchor)
        found = sorted(folder.glob(str(path.relative_to(folder))))
    return found or [path]  # of one that is not there, reading says so


def _fault(name: str) -> str:
    """Why a name, which all files made of this one would have, cannot be."""
    if RESERVED.match(name):
        return f"the name {name!r} cannot be used on Windows; rename the file"
    try:
        name.encode()
    except UnicodeEncodeError:
        return "its name is not UTF-8; rename the file"
    return ""


def one_job_each(paths: Iterable[Path]) -> tuple[list[Path], list[Problem]]:
    """Each path once, and those whose files would overwrite those of another path.

    A brief and the question file drafted from it are one job. Names that differ in capitals only
    are the same one on many disks.
    """
    jobs: dict[str, Path] = {}
    namesakes: list[Problem] = []
    for path in dict.fromkeys(paths):
        name = unicodedata.normalize("NFC", path.stem).casefold()
        other = jobs.setdefault(name, path)
        one_is_drafted = is_question_file(path) != is_question_file(other)
        if one_is_drafted and question_file(path) == question_file(other):
            jobs[name] = other if is_question_file(path) else path
        elif path != other:
            message = f"has the same name as {other} and would overwrite its files"
            namesakes.append(Problem(str(path), message))
    return list(jobs.values()), namesakes
