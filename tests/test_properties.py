"""What holds for any input: nothing is lost on the way to a file and back, and nothing crashes."""

import os
import re
from dataclasses import replace
from typing import Any, get_args

import pytest
import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy
from jsonschema import Draft7Validator

from briefquiz import bank, questions
from briefquiz.bank import BriefRef, QuestionFile
from briefquiz.bank.dump import WIDTH
from briefquiz.errors import BriefquizError
from briefquiz.questions import Question
from briefquiz.questions.common import Made
from briefquiz.quiz import Criterion, Option, Source

AWKWARD = [
    "no", "~", "null", "true", "1:30", "010", "1_000", "2024-05-21", "a # b", "a: b", "- a", "? a",
    "#1", "@a", "%a", "&a", "*a", "!a", "|", ">", "[a", "{a", "'", '"', "\\", "a\\ b", '" #', "---",
    "a\n\nb", " a ", "a  b", "tab\there", "\x00\x07\x7f", "a\x85b", "a\u2028b", "a\xa0b", "\ufeffa",
    "😀 \U0001f468\u200d\U0001f469", "é e\u0301", "{{a}} %s $x$ <b>", "word " * 60, "w" * 200,
    "a \\" + " b" * 80, '" ' * 90,
]  # fmt: skip
texts = st.one_of(st.sampled_from(AWKWARD), st.text(max_size=40))
filled = texts.filter(lambda text: text.strip())
words = st.from_regex(r"[A-Za-z][A-Za-z0-9_-]{0,10}", fullmatch=True)
ids = st.from_regex(r"[A-Za-z0-9][A-Za-z0-9-]{0,10}", fullmatch=True)
digits = st.integers(1, 40)


def tuples(items: SearchStrategy[Any], least: int = 0) -> SearchStrategy[tuple[Any, ...]]:
    return st.lists(items, min_size=least, max_size=4).map(tuple)


def distinct(least: int) -> SearchStrategy[tuple[str, ...]]:
    def folded(text: str) -> str:
        return " ".join(text.split()).casefold()

    return st.lists(texts, min_size=least, max_size=4, unique_by=folded).map(tuple)


FIELDS: dict[str, SearchStrategy[Any]] = {
    "id": ids,
    "kind": st.sampled_from(["date", "number", "actor", "cause"]),
    "prompt": filled,
    "explain": texts,
    "source": tuples(st.builds(Source, quote=texts, para=st.integers(0, 99))),
    "fact": st.dictionaries(words, texts, max_size=3),
    "points": digits,
    "tags": tuples(texts),
    "status": st.sampled_from(["ready", "review", "approved", "rejected"]),
    "doubts": tuples(texts),
    "made": st.none() | st.builds(Made, by=texts, hash=texts),
    "answer": filled,
    "answers": distinct(1),
    "accept": tuples(texts),
    "last": texts,
    "unit": texts,
    "tolerance": st.sampled_from(["", "1", "0.50"]),
    "order": st.sampled_from(["shuffle", "sorted", "listed"]),
    "pairs": st.tuples(distinct(2), distinct(2)).map(lambda both: tuple(zip(*both, strict=False))),
    "extra": tuples(texts),
    "items": distinct(3),
    "model": filled,
    "lines": digits,
}  # fmt: skip


@st.composite
def any_question(draw: st.DrawFn) -> Question:
    """A question of any type that passes its own check."""
    question_type = draw(st.sampled_from(get_args(Question)))
    values = {
        name: draw(FIELDS[name])
        for name in question_type.__dataclass_fields__
        if name in FIELDS and name != "distractors"
    }
    name = question_type.__name__
    if "distractors" in question_type.__dataclass_fields__:
        wrong = draw(distinct(1))
        values["distractors"] = tuple(Option(text, draw(texts)) for text in wrong)
    if name == "ClozeQuestion":
        values["prompt"] += " [[gap|hint]]"
    if name == "TrueFalseQuestion":
        values |= {"answer": draw(st.booleans()), "prompt": f"{values['prompt']}."}
    if name == "OpenQuestion" and draw(st.booleans()):
        values["rubric"] = (Criterion(values["points"], draw(texts)),)
    question: Question = question_type(**values)
    return question


def sound(question: Question) -> bool:
    return not list(questions.check(question))


briefs = st.builds(BriefRef, file=texts, sha256=texts, published=texts, source=texts)
files = st.builds(
    QuestionFile,
    briefquiz=st.just("1"),
    id=filled,
    title=filled,
    lang=texts,
    brief=st.none() | briefs,
    drafted=st.from_regex(r"([0-9a-f]{8})?( [0-9a-f]{14}-?){0,9}", fullmatch=True),
    questions=st.lists(
        any_question().filter(sound), max_size=4, unique_by=lambda question: question.id
    ).map(tuple),
)
thorough = settings(
    max_examples=150,
    deadline=None,
    derandomize="CI" in os.environ,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)


@thorough
@given(files)
def test_what_is_written_is_read_back(file: QuestionFile) -> None:
    text = bank.dump(file)
    assert bank.load(text, "other.yaml") == file
    assert bank.dump(bank.load(text, "other.yaml")) == text


@thorough
@given(files)
def test_the_published_schema_accepts_what_is_written(file: QuestionFile) -> None:
    errors = Draft7Validator(bank.json_schema()).iter_errors(yaml.safe_load(bank.dump(file)))
    assert [error.message for error in errors] == []


@thorough
@given(files)
def test_lines_break_where_a_space_allows(file: QuestionFile) -> None:
    for line in bank.dump(file).split("\n"):
        said = re.sub(r'^ *(- )*("?[A-Za-z][\w-]*"?: )?', "", line)
        assert len(line) <= WIDTH or not re.search(r"[^ ] [^ ]", said)


@thorough
@given(any_question(), texts)
def test_a_hash_tells_an_edited_block_from_a_drafted_one(question: Question, prompt: str) -> None:
    made = replace(question, made=Made(by="test", hash="1"))
    assert bank.block_hash(made) == bank.block_hash(question)
    if prompt != question.prompt:
        assert bank.block_hash(replace(question, prompt=prompt)) != bank.block_hash(question)


SYNTAX = st.sampled_from(list(":-?#&*!|>%@`'\"[]{},\\~<= \n\n  \tab1\x00\x85\u2028é\ufeff"))
HEAD = (
    "briefquiz: 1\ntitle: t\nquestions:\n  - id: a\n    kind: date\n    type: short\n    prompt: "
)


@thorough
@given(st.binary(max_size=200) | st.lists(SYNTAX, max_size=60).map("".join) | st.text(max_size=80))
@example('a: "\\ud800"')
@example(HEAD + "*a")
def test_any_bytes_load_or_are_refused_in_words(raw: bytes | str) -> None:
    for text in (raw, HEAD + raw if isinstance(raw, str) else HEAD.encode() + raw):
        problems = bank.check(text, "any.yaml")
        for problem in problems:
            assert str(problem).startswith("any.yaml:")
            assert "\n" not in str(problem)
        if problems:
            with pytest.raises(BriefquizError):
                bank.load(text, "any.yaml")
        else:
            assert bank.load(text, "any.yaml").questions is not None


@pytest.mark.parametrize("question_type", get_args(Question))
def test_every_field_of_every_type_is_drawn(question_type: type) -> None:
    fields = set(question_type.__dataclass_fields__)  # type: ignore[attr-defined]
    assert fields <= FIELDS.keys() | {"type", "distractors", "rubric"}
