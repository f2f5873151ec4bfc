"""Every question type through every output: a type without a rendering, or a sample, fails here."""

import html
import re
import typing
from dataclasses import replace

import pytest

from briefquiz.cli import formats
from briefquiz.outputs import OUTPUTS
from briefquiz.outputs.exports import EXPORTS, LABELS
from briefquiz.questions import Question, to_item
from briefquiz.questions.choice import ChoiceQuestion
from briefquiz.questions.cloze import ClozeQuestion
from briefquiz.questions.match import MatchQuestion
from briefquiz.questions.multi import MultiQuestion
from briefquiz.questions.number import NumberQuestion
from briefquiz.questions.open import OpenQuestion
from briefquiz.questions.order import OrderQuestion
from briefquiz.questions.short import ShortQuestion
from briefquiz.questions.true_false import TrueFalseQuestion
from briefquiz.quiz import Build, Option, Paper, Quiz, Response, Source

SAMPLES: dict[type, Question] = {
    type(question): question
    for question in (
        ChoiceQuestion(
            id="q", kind="date", prompt="Asked?", answer="2020", distractors=(Option("2021"),)
        ),
        MultiQuestion(
            id="q", kind="date", prompt="Asked?", answers=("a", "b"), distractors=(Option("c"),)
        ),
        TrueFalseQuestion(id="q", kind="cause", prompt="Asked.", answer=True),
        ShortQuestion(id="q", kind="actor", prompt="Asked?", answer="the Ministry"),
        NumberQuestion(id="q", kind="number", prompt="Asked?", answer="around 3", unit="weeks"),
        ClozeQuestion(id="q", kind="number", prompt="Asked [[here|where]] and [[there]]."),
        MatchQuestion(id="q", kind="actor", prompt="Asked?", pairs=(("a", "b"), ("c", "d"))),
        OrderQuestion(id="q", kind="cause", prompt="Asked?", items=("a", "b", "c")),
        OpenQuestion(id="q", kind="cause", prompt="Asked?", model="Because."),
    )
}
ANSWERS_ONLY = ("quick-key", "answer-sheet", "answer-overlay")
"""Outputs that print a question's number and not its words."""


def test_every_type_has_a_sample_and_every_shape_a_type() -> None:
    assert set(SAMPLES) == set(typing.get_args(Question))
    shapes = {type(to_item(question).response) for question in SAMPLES.values()}
    assert shapes == set(typing.get_args(Response))


@pytest.mark.parametrize("output", OUTPUTS)
@pytest.mark.parametrize("question_type", typing.get_args(Question))
def test_every_type_through_every_output(question_type: type, output: str) -> None:
    known = {"who": "Nobody else", "did": "asked", "when": "2020", "event": "It was asked"}
    item = replace(to_item(SAMPLES[question_type]), fact=known, sources=(Source("As asked."),))
    quiz = Quiz(name="name", id="id", title="Title", items=(item,))
    build = Build(now=1_795_571_300, paper=Paper(versions=2))
    artifacts = OUTPUTS[output](quiz, build)
    assert artifacts
    assert all(artifact.name.startswith("name") for artifact in artifacts)
    for artifact in artifacts:
        if artifact.name.endswith(".html") and output not in ANSWERS_ONLY:
            words = "As asked." if output == "study" else "Asked"  # it shows facts, no prompts
            assert words in html.unescape(artifact.data.decode())
        if artifact.name.endswith(".lock.json"):
            assert '"q' in artifact.data.decode()


@pytest.mark.parametrize("export", EXPORTS)
@pytest.mark.parametrize("question_type", typing.get_args(Question))
def test_every_type_through_every_export(question_type: type, export: str) -> None:
    """In the files, or said to be lost."""
    item = to_item(SAMPLES[question_type])
    exported = EXPORTS[export](Quiz(name="name", id="id", title="Title", items=(item,)))
    assert all(artifact.name.startswith("name") for artifact in exported.artifacts)
    assert {loss.item for loss in exported.losses} <= {"q"}
    assert exported.artifacts or exported.losses
    assert EXPORTS[export](Quiz(name="name", id="id", title="Title", items=())).losses == ()


def test_every_format_has_its_own_name_and_stands_in_the_help() -> None:
    assert not EXPORTS.keys() & OUTPUTS.keys()
    assert EXPORTS.keys() <= LABELS.keys()
    assert {*EXPORTS, *OUTPUTS} <= set(re.findall(r"[\w-]+", formats.HELP))
    assert set(formats.DEFAULT) <= OUTPUTS.keys()
