"""Aiken: what a reader by Moodle's rules finds is what went out, or its loss was announced."""

import re

import pytest
from hypothesis import given

from briefquiz.outputs.exports import aiken
from briefquiz.quiz import Choice, Item, Option, Quiz, TrueFalse
from tests.outputs.exports.raw import lost, tidy
from tests.outputs.exports.test_moodle_formats import quizzes, thorough
from tests.outputs.samples import example_quiz, hostile_quiz, sample_quiz


def line(text: str) -> str:
    return " ".join(tidy(text).split())


def read(text: str) -> list[tuple[str, list[str], str]]:
    """Prompt, options and right option of each question, as Moodle's importer takes lines."""
    found: list[tuple[str, list[str], str]] = []
    prompt, options = "", list[str]()
    for row in text.split("\n"):
        if len(row.strip()) < 2:
            continue
        if re.match(r"[A-Z][).]", row):
            assert prompt, row
            options.append(row[2:].strip())
        elif row.startswith("ANSWER:"):
            found.append((prompt, options, options[ord(row[7:].strip()) - ord("A")]))
            prompt, options = "", []
        else:
            assert not prompt, row
            prompt = row
    assert not prompt
    return found


def compare(quiz: Quiz) -> None:
    exported = aiken.export(quiz)
    text = exported.artifacts[0].data.decode() if exported.artifacts else ""
    found = iter(read(text))
    for item in quiz.items:
        if "question" in lost(exported.losses, item):
            continue
        prompt, options, right = next(found)
        assert prompt == line(item.prompt)
        match item.response:
            case Choice(answer=answer, distractors=wrong, last=last):
                texts = [answer, *(option.text for option in wrong), *([last] if last else [])]
                assert (sorted(options), right) == (sorted(map(line, texts)), line(answer))
            case TrueFalse(answer=truth):
                assert (options, right) == (["True", "False"], str(truth))
            case other:
                pytest.fail(f"{other} is no choice")
    assert next(found, None) is None


@pytest.mark.parametrize(
    "quiz", [sample_quiz(), hostile_quiz(), example_quiz()], ids=lambda quiz: quiz.name
)
def test_the_samples_come_back(quiz: Quiz) -> None:
    compare(quiz)


@thorough
@given(quizzes)
def test_any_quiz_comes_back(quiz: Quiz) -> None:
    compare(quiz)


def test_everything_lost_of_a_question_is_named() -> None:
    said = {loss.item: loss.message for loss in aiken.export(sample_quiz()).losses}
    assert said["act-signed"] == (
        "why options are wrong, its explanation, its evidence, its tags, the order of its options"
    )
    assert said["two-views"] == "the question: it is no choice of one among several"
    bare = Item(id="q", kind="date", prompt="Who?", response=Choice("a", (Option("b"),)))
    assert aiken.export(Quiz(name="n", id="n", title="t", items=(bare,))).losses == ()


@pytest.mark.parametrize("prompt", ["J. Biden signed what?", "A) or b?", "ANSWER: is what?", "?"])
def test_a_prompt_that_aiken_would_take_for_an_option_is_refused(prompt: str) -> None:
    item = Item(id="q", kind="date", prompt=prompt, response=Choice("a", (Option("b"),)))
    exported = aiken.export(Quiz(name="n", id="n", title="t", items=(item,)))
    assert exported.artifacts == ()
    assert [loss.message for loss in exported.losses] == ["the question: it begins like an option"]
