"""A question file is held against its own rules, its brief, and what Anki does with it."""

import hashlib
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePath

from briefquiz import bank, readers
from briefquiz.bank import QuestionFile
from briefquiz.errors import Issue, Problem, Severity
from briefquiz.outputs.anki import faults
from briefquiz.pipeline.compiling import to_quiz
from briefquiz.pipeline.words import words
from briefquiz.questions import item_writing


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check of a file found: problems, questions by status, doubts on the review shelf.

    Doubts are counted by kind, which is their words without what they quote. `brief` is the name
    of the brief in which every quote was looked for, `missing_brief` that of one not at hand.
    `waiting` has id and line of each question on the review shelf. `unquoted` counts those that
    quote nothing, `doubtful` those with a warning, `faulty` those with a mistake, which are in no
    status; `unread` says that the file cannot be read at all.
    """

    file: str
    problems: tuple[Problem, ...]
    statuses: Mapping[str, int] = field(default_factory=dict)
    doubts: Mapping[str, int] = field(default_factory=dict)
    brief: str = ""
    missing_brief: str = ""
    waiting: tuple[tuple[str, int], ...] = ()
    unquoted: int = 0
    doubtful: int = 0
    faulty: int = 0
    unread: bool = False

    def count(self, severity: Severity) -> int:
        """How many problems are that bad."""
        return sum(problem.severity == severity for problem in self.problems)

    def with_problems(self, more: Iterable[Problem]) -> "Checked":
        """The same with problems that only show beside other files."""
        return replace(self, problems=(*self.problems, *more))


def check_file(
    text: bytes,
    file: str,
    brief: bytes = b"",
    brief_name: str = "",
    parts: Mapping[str, bytes] | None = None,
) -> Checked:
    """Everything wrong with the question file `text`; with `brief`, its quotes included.

    `parts` are the files it includes, name → text, as far as they could be read; each is to be
    checked by itself. Raises BriefquizError if the brief cannot be read.
    """
    told = readers.read(brief, brief_name) if brief_name else None

    def more(loaded: QuestionFile) -> Iterator[Issue]:
        yield from _ruled("anki", swallowed(loaded))
        yield from well_written(loaded, words(told) if told else "")
        if brief_name:
            yield from _changed(loaded, brief, brief_name)

    problems = (*bank.check(text, file, told, more), *bank.check_parts(text, file, parts or {}))
    loaded = bank.sound_questions(text, file)
    shelf = [(line, question) for line, question in loaded if question.status == "review"]
    count = bank.question_count(text, file)
    return Checked(
        file,
        problems,
        Counter(question.status for _, question in loaded),
        Counter(kind_of_doubt(doubt) for _, question in shelf for doubt in question.doubts),
        brief_name,
        waiting=tuple((question.id, line) for line, question in shelf),
        unquoted=sum(q.status != "rejected" and not q.source for _, q in loaded),
        doubtful=_doubtful(problems, [line for line, _ in loaded]),
        faulty=(count or 0) - len(loaded),
        unread=count is None and any(problem.line for problem in problems),
    )


def _doubtful(problems: Iterable[Problem], lines: Sequence[int]) -> int:
    """How many of the questions that begin on these lines have a warning."""
    warned = (problem.line for problem in problems if problem.severity == "warning")
    return len({bisect_right(lines, line) for line in warned} - {0})


def swallowed(file: QuestionFile) -> Iterator[Issue]:
    """What of the file Anki would swallow without a word."""
    places = {question.id: place for place, question in enumerate(file.questions)}
    for issue in faults.check(to_quiz(file, file.id)):
        path = ("questions", places[str(issue.path[0])], *issue.path[1:]) if issue.path else ()
        yield replace(issue, path=path)


def well_written(file: QuestionFile, brief: str = "") -> Iterator[Issue]:
    """What breaks a rule of item writing; rejected questions are nobody's business any more."""
    kept = {n: q for n, q in enumerate(file.questions) if q.status != "rejected"}
    dated = file.brief.published if file.brief else ""
    for issue in item_writing.check(item_writing.Sheet(kept, brief, dated, file.title)):
        other = ("questions", *issue.other) if issue.other else ()
        yield replace(issue, path=("questions", *issue.path), other=other)


def kind_of_doubt(doubt: str) -> str:
    """ "“the region” may mean two things" → "“…” may mean two things"."""
    return re.sub(r"“[^”]*”|‘[^’]*’|\"[^\"]*\"", "“…”", doubt)


def _changed(file: QuestionFile, brief: bytes, name: str) -> Iterator[Issue]:
    """The brief is not what it was when the questions were drafted."""
    if file.brief and file.brief.sha256 not in ("", hashlib.sha256(brief).hexdigest()):
        message = (
            "the brief has changed since the questions were drafted; "
            f"briefquiz draft --update {name} brings them up to date"
        )
        yield Issue(("brief", "sha256"), message, severity="warning", rule="brief-changed")


def _ruled(rule: str, issues: Iterable[Issue]) -> Iterator[Issue]:
    return (replace(issue, rule=rule) for issue in issues)


def collisions(texts: Mapping[str, bytes], checked: Collection[str]) -> Iterator[Problem]:
    """Checked question files that have the id, or the name, of another one in `texts`.

    `texts` is name → text, the checked ones first. With one id their notes would be the same ones
    to Anki, and each deck would overwrite the other; with one name, their files would.
    """
    for file in checked:
        name, place = bank.identity(texts[file], file)
        for other in texts:
            if not _is_rival(file, other, checked):
                continue
            may = name.encode() in texts[other] or PurePath(other).stem == name
            if name and may and bank.identity(texts[other], other)[0] == name:
                message = f"the id {name!r} is that of {other} too"
                yield replace(place, message=message, rule="one-id")
            if PurePath(other).stem == PurePath(file).stem:
                message = f"has the same name as {other}: their decks would overwrite each other"
                yield Problem(file, message, rule="one-name")


def _is_rival(file: str, other: str, checked: Collection[str]) -> bool:
    """Whether it is for this file to complain of the other: the later of two checked ones does."""
    order = list(checked)
    if other in order:
        return order.index(other) < order.index(file)
    return PurePath(other).parent == PurePath(file).parent
