"""Every response shape in every format: in a file, or told to be missing."""

from typing import get_args

import pytest

from briefquiz.outputs.exports import EXPORTS
from briefquiz.quiz import Exported, Response
from tests.outputs.samples import hostile_quiz, one_shape, sample_quiz


@pytest.mark.parametrize("name", EXPORTS)
@pytest.mark.parametrize("shape", get_args(Response))
def test_a_shape_is_exported_or_told(name: str, shape: type[Response]) -> None:
    quiz = one_shape(shape)
    exported = EXPORTS[name](quiz)
    told = {loss.item for loss in exported.losses if loss.message.startswith("the question")}
    assert exported.artifacts or told == {item.id for item in quiz.items}


@pytest.mark.parametrize("name", EXPORTS)
def test_files_are_named_after_the_quiz_and_losses_after_its_questions(name: str) -> None:
    for quiz in (sample_quiz(), hostile_quiz()):
        exported: Exported = EXPORTS[name](quiz)
        assert exported == EXPORTS[name](quiz)
        assert all(artifact.name.startswith(quiz.name) for artifact in exported.artifacts)
        assert {loss.item for loss in exported.losses} <= {item.id for item in quiz.items}
        assert all(loss.message and "\n" not in loss.message for loss in exported.losses)
