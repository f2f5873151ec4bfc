"""A question file becomes files of other systems, and lines that say what is not in them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from briefquiz.errors import Problem
from briefquiz.outputs.exports import EXPORTS, LABELS
from briefquiz.pipeline.compiling import quiz_of
from briefquiz.quiz import Artifact


@dataclass(frozen=True, slots=True)
class Export:
    """What a question file became: files, and what each format cannot hold, question by question.

    `asked` counts the questions; `empty` names the formats in which none of them can be written.
    """

    artifacts: tuple[Artifact, ...]
    losses: tuple[Problem, ...]
    empty: tuple[str, ...]
    asked: int


def export_quiz(
    text: bytes,
    file: str,
    names: Iterable[str],
    parts: Mapping[str, bytes] | None = None,
    shelf: str = "ready",
) -> Export:
    """The question file `text`, named `file`, in the formats of these names.

    `parts` are the files it includes, name → text; `shelf` is a key of `questions.SHELVES`.
    Raises BriefquizError with every mistake in the file.
    """
    wanted = tuple(dict.fromkeys(names))
    if not wanted:
        return Export((), (), (), 0)
    quiz = quiz_of(text, file, parts, shelf)
    made = {LABELS[name]: EXPORTS[name](quiz) for name in wanted}
    return Export(
        artifacts=tuple(artifact for one in made.values() for artifact in one.artifacts),
        losses=tuple(
            Problem(file, f"question {loss.item}: {label} cannot hold {loss.message}")
            for label, one in made.items()
            for loss in one.losses
        ),
        empty=tuple(label for label, one in made.items() if not one.artifacts),
        asked=len(quiz.items),
    )
