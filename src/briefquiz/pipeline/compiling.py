"""A question file becomes a quiz, and the quiz what every output makes of it."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import PurePath

from briefquiz import bank, ids
from briefquiz.bank import BriefRef, QuestionFile
from briefquiz.outputs import OUTPUTS, Output, anki
from briefquiz.outputs.anki import Changes
from briefquiz.questions import SHELVES, to_item
from briefquiz.quiz import Artifact, Build, Paper, Quiz


@dataclass(frozen=True, slots=True)
class Course:
    """The files that a question file includes, name → text, and the locks of their decks."""

    texts: Mapping[str, bytes] = field(default_factory=dict)
    locks: Mapping[str, str] = field(default_factory=dict)


ALONE = Course()
"""A question file without parts."""
PLAIN = Paper()
"""One version in normal print."""


@dataclass(frozen=True, slots=True)
class Compiled:
    """What a question file became.

    `artifacts` are to be written in their order, the lock last. `kinds` counts the questions in
    them by kind, `left_out` the others by status, `notes` what happens to notes in a deck in use.
    """

    artifacts: tuple[Artifact, ...]
    kinds: Mapping[str, int]
    left_out: Mapping[str, int]
    notes: Changes


def compile_quiz(
    text: bytes,
    file: str,
    lock: str,
    now: int,
    outputs: Mapping[str, Output] = OUTPUTS,
    course: Course = ALONE,
    shelf: str = "ready",
    paper: Paper = PLAIN,
) -> Compiled:
    """Everything that the question file `text`, named `file`, is compiled to.

    `lock` is the text of its lock ("" if there is none yet), `now` seconds since 1970, `course`
    the files that it includes, `shelf` a key of `questions.SHELVES`, `paper` how to print.
    Raises BriefquizError with every mistake in the files. Without a question on that shelf there
    is nothing to build but, if notes were shipped before, the lock that retires them.
    """
    quiz = quiz_of(text, file, course.texts, shelf)
    build = Build(lock, now, course.locks, paper)
    artifacts = [artifact for output in outputs.values() for artifact in output(quiz, build)]
    files = [part.content for part in bank.load_parts(text, file, course.texts)]
    statuses = Counter(
        question.status
        for loaded in files or [bank.load(text, file)]
        for question in loaded.questions
    )
    return Compiled(
        artifacts=tuple(sorted(artifacts, key=lambda a: a.name.endswith(anki.LOCK_ENDING))),
        kinds=Counter(item.kind for item in quiz.items),
        left_out={name: n for name, n in statuses.items() if name not in SHELVES[shelf]},
        notes=anki.changes(quiz, build, artifacts),
    )


def quiz_of(
    text: bytes, file: str, parts: Mapping[str, bytes] | None = None, shelf: str = "ready"
) -> Quiz:
    """The quiz in the question file `text`, with the files that it includes: name → text.

    Raises BriefquizError with every mistake in the files.
    """
    loaded = bank.load(text, file)
    name = PurePath(file).stem
    included = bank.load_parts(text, file, parts or {})
    if not included:
        return to_quiz(loaded, name, shelf)
    quizzes = [to_quiz(part.content, PurePath(part.file).stem, shelf) for part in included]
    taken: set[str] = set()
    items = []
    for quiz in quizzes:
        for item in quiz.items:
            taken.add(unique := ids.unique(f"{ids.slug(quiz.id)}-{item.id}", taken))
            items.append(replace(item, id=unique))
    return Quiz(
        name=name,
        id=loaded.id,
        title=loaded.title,
        lang=loaded.lang,
        items=tuple(items),
        parts=tuple(quizzes),
    )


def to_quiz(file: QuestionFile, name: str, shelf: str = "ready") -> Quiz:
    """The questions on that shelf as outputs see them; `name` is the stem of their files."""
    brief = file.brief or BriefRef(file="")
    taken = SHELVES[shelf]
    left = (question for question in file.questions if question.status not in taken)
    return Quiz(
        name=name,
        id=file.id,
        title=file.title,
        items=tuple(to_item(question) for question in file.questions if question.status in taken),
        lang=file.lang,
        published=brief.published,
        source=brief.source,
        resting=frozenset(question.id for question in left if question.status != "rejected"),
    )
