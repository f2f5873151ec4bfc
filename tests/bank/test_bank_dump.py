"""How a question file is written, what of it is forgiven when a person writes it."""

import dataclasses
import re
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft7Validator

from briefquiz import bank
from briefquiz.bank import BriefRef, QuestionFile
from briefquiz.bank.dump import HEADER
from briefquiz.errors import BriefquizError
from briefquiz.questions.common import Made
from briefquiz.questions.short import ShortQuestion
from briefquiz.quiz import Option, Source

GOOD = Path(__file__).parent / "good"
BY_HAND = (GOOD / "by-hand.yaml").read_text("utf-8")
QUESTION = ShortQuestion(id="a", kind="date", prompt="When?", answer="2014")


def test_a_file_by_hand_as_the_program_would_write_it(
    golden: Callable[[Path, str], None],
) -> None:
    golden(GOOD / "by-hand.dumped.yaml", bank.dump(bank.load(BY_HAND, "port.yaml")))


def test_the_lines_to_copy_are_a_question_without_the_hash_and_space_in_front() -> None:
    start = HEADER.index("#   - id: my-own-1")
    block = HEADER[start : HEADER.index("\n#\n", start)]
    own = re.sub("^# ", "", block, flags=re.MULTILINE)
    (question,) = bank.load(f"briefquiz: 1\ntitle: t\nquestions:\n{own}\n", "f.yaml").questions
    assert (question.id, question.status, question.source[0].para) == ("my-own-1", "ready", 1)
    for gone in own.splitlines()[:-1]:
        with pytest.raises(BriefquizError):
            bank.load(f"briefquiz: 1\ntitle: t\nquestions:\n{own.replace(gone, '')}\n", "f.yaml")


def test_friendly_forms() -> None:
    file = bank.load(BY_HAND, "folder/port.yaml")
    by_id = {question.id: question for question in file.questions}
    assert (file.id, file.title, file.lang) == ("port", "A port and its numbers", "en")
    assert file.brief == BriefRef(file="port.md", published="2019-01")
    assert [(key, by_id[name].__getattribute__(key)) for name, key in FORMS] == [
        (key, value) for (_, key), value in FORMS.items()
    ]


FORMS = {
    ("opened", "distractors"): (Option("6 January"), Option("11 January", "the day of the treaty")),
    ("opened", "source"): (Source("it opened on 9 January", 1),),
    ("opened", "status"): "approved",
    ("partners", "status"): "ready",
    ("partners", "answers"): ("Ann", "Bob"),
    ("deep", "answer"): False,
    ("name", "answer"): "no",
    ("name", "prompt"): "Who built it?\n",
    ("depth", "answer"): "17",
    ("depth", "points"): 2,
    ("who-what", "pairs"): (("Ann", "signed"), ("Bob", "built it, alone")),
    ("why", "made"): Made("causes/because", "5e10"),
}


@pytest.mark.parametrize("name", ["by-hand.yaml", "by-hand.dumped.yaml"])
def test_the_published_schema_accepts_both(name: str) -> None:
    data = yaml.safe_load((GOOD / name).read_text("utf-8").replace("answer: no\n", "answer: n\n"))
    data["brief"]["published"] = "2019-01"
    assert [error.message for error in Draft7Validator(bank.json_schema()).iter_errors(data)] == []


@pytest.mark.parametrize(
    "wrong",
    [
        {"titel": "x"},
        {"questions": [{"id": "a"}]},
        {"questions": [{"id": "a", "kind": "date", "type": "short", "prompt": "x"}]},
        {"questions": [{"id": "a", "kind": "day", "type": "short", "prompt": "x", "answer": "y"}]},
        {"questions": [{"id": "a", "kind": "date", "prompt": "x", "answer": "y"}]},
        {"briefquiz": 2},
        {"include": ["a.yaml"]},
    ],
)
def test_the_published_schema_refuses(wrong: dict[str, object]) -> None:
    data = {"briefquiz": 1, "title": "t", "questions": []} | wrong
    assert not Draft7Validator(bank.json_schema()).is_valid(data)


def test_the_published_schema_explains_every_key() -> None:
    schema = bank.json_schema()
    for name, definition in schema["definitions"].items():
        if name.endswith("Question"):
            for key, entry in definition["properties"].items():
                assert "description" in entry or key == "type", (name, key)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("plain", '    prompt: "plain"'),
        ('a "b" \\ c', r'    prompt: "a \"b\" \\ c"'),
        ("a\nb\tc", r'    prompt: "a\nb\tc"'),
        ("a\x85\u2028\xa0\xadb", r'    prompt: "a\x85\u2028\xA0\xADb"'),
        ("é 😀 — “x”", '    prompt: "é 😀 — “x”"'),
        ("w " * 60, '    prompt: "' + "w " * 43 + "w\n      " + "w " * 16 + '"'),
    ],
)
def test_texts_stand_in_quotes_and_fold_at_spaces(text: str, written: str) -> None:
    question = dataclasses.replace(QUESTION, prompt=text)
    file = QuestionFile(briefquiz="1", id="i", title="t", questions=(question,))
    assert written in bank.dump(file)


@pytest.mark.parametrize(
    ("name", "written"),
    [("a-b", "a-b"), ("no", '"no"'), ("5e1", '"5e1"'), ("2014", '"2014"'), ("True", '"True"')],
)
def test_a_word_stands_without_quotes_unless_some_reader_would_guess(
    name: str, written: str
) -> None:
    file = QuestionFile(briefquiz="1", id=name, title="t", questions=())
    assert f"\nid: {written}\n" in bank.dump(file)


def test_the_hash_of_a_block_is_the_same_on_every_machine_and_ignores_who_made_it() -> None:
    made = dataclasses.replace(QUESTION, made=Made("dates/on-date", "1234"))
    assert bank.block_hash(QUESTION) == bank.block_hash(made) == "d48a0238"


def test_a_file_of_files() -> None:
    file = QuestionFile(briefquiz="1", id="course", title="Course", include=("a.yaml", "b.yaml"))
    text = bank.dump(file)
    assert text.endswith('lang: en\ninclude:\n  - "a.yaml"\n  - "b.yaml"\n')
    assert bank.load(text, "course.yaml") == file
    assert Draft7Validator(bank.json_schema()).is_valid(yaml.safe_load(text))


def test_the_head_explains_every_key_of_every_type_and_fits_a_screen() -> None:
    notes = bank.dump(QuestionFile(briefquiz="1", id="a", title="t")).partition("\nbriefquiz:")[0]
    keys = {key.name for kind in bank.TYPES_BY_NAME.values() for key in dataclasses.fields(kind)}
    rows, _, rare = notes.partition("# Rare: ")
    explained = re.findall(r"^#   ([a-z]+(?:, [a-z]+)*)  |; ([a-z]+): ", rows, re.MULTILINE)
    told = {word for found in explained for words in found for word in words.split(", ")}
    assert keys <= told | set(re.findall(r"[a-z]+", rare))
    assert all(f" {word}" in notes for word in [*bank.TYPES_BY_NAME, "review", "approved"])
    assert len(notes.splitlines()) <= 45
    assert max(map(len, notes.splitlines())) <= 100


@pytest.mark.parametrize(
    ("name", "brief", "command"),
    [
        ("port", "port.md", "questions/port.yaml"),
        ("port", "quay.md", "questions/NAME.yaml"),
        ("a b", "a b.md", "questions/NAME.yaml"),
        ("$(x)", "$(x).md", "questions/NAME.yaml"),
        ("a\nb", "a\nb.md", "questions/NAME.yaml"),
    ],
)
def test_the_head_has_commands_to_copy_where_the_name_of_the_file_is_sure(
    name: str, brief: str, command: str
) -> None:
    file = QuestionFile(briefquiz="1", id=name, title="t", brief=BriefRef(file=brief))
    notes = bank.dump(file).partition("\nbriefquiz:")[0]
    for word in ("check", "review", "build"):
        assert f"\n#   briefquiz {word} {command}\n" in notes
