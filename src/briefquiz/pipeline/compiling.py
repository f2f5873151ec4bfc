"""A question file becomes a quiz, and the quiz what every output makes of it."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePath

from briefquiz import bank
from briefquiz.bank import BriefRef, QuestionFile
from briefquiz.outputs import OUTPUTS, Output, anki
from briefquiz.outputs.anki import Changes
from briefquiz.questions import COMPILED, to_item
from briefquiz.quiz import Artifact, Build, Quiz


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
    text: bytes, file: str, lock: str, now: int, outputs: Mapping[str, Output] = OUTPUTS
) -> Compiled:
    """Everything that the question file `text`, named `file`, is compiled to.

    `lock` is the text of its lock ("" if there is none yet), `now` seconds since 1970.
    Raises BriefquizError with every mistake in the file. Without a ready or approved question
    there is nothing to build but, if notes were shipped before, the lock that retires them.
    """
    loaded = bank.load(text, file)
    quiz = to_quiz(loaded, PurePath(file).stem)
    build = Build(lock, now)
    artifacts = [artifact for output in outputs.values() for artifact in output(quiz, build)]
    lock_name = anki.lock_name(quiz)
    return Compiled(
        artifacts=tuple(sorted(artifacts, key=lambda artifact: artifact.name == lock_name)),
        kinds=Counter(item.kind for item in quiz.items),
        left_out=Counter(q.status for q in loaded.questions if q.status not in COMPILED),
        notes=anki.changes(quiz, build, artifacts),
    )


def to_quiz(file: QuestionFile, name: str) -> Quiz:
    """The ready and approved questions as outputs see them; `name` is the stem of their files."""
    brief = file.brief or BriefRef(file="")
    return Quiz(
        name=name,
        id=file.id,
        title=file.title,
        items=tuple(
            to_item(question) for question in file.questions if question.status in COMPILED
        ),
        lang=file.lang,
        published=brief.published,
        source=brief.source,
    )
