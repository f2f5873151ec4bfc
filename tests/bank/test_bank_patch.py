"""Edits of a question file's text: what is meant changes, and not one byte beside it."""

import re
from collections.abc import Callable

import pytest
import yaml

from briefquiz.bank import layout, patch
from briefquiz.bank.layout import Sheet
from briefquiz.errors import BriefquizError

Q = ("questions",)


def head(text: str) -> Sheet:
    return layout.sheet(text, "f.yaml")


def status(text: str) -> Sheet:
    return patch.set_key(head(text), (*Q, 0, "status"), "approved")


def doubts(text: str) -> Sheet:
    return patch.set_key(head(text), (*Q, 0, "doubts"), ["odd"])


def one_more_doubt(text: str) -> Sheet:
    sheet = head(text)
    number = len(sheet.data["questions"][0]["doubts"])  # type: ignore[call-overload,index]
    return patch.insert_item(sheet, (*Q, 0, "doubts"), number, "odd")


def no_doubts(text: str) -> Sheet:
    return patch.remove_key(head(text), (*Q, 0, "doubts"))


def without_the_first_doubt(text: str) -> Sheet:
    return patch.remove_item(head(text), (*Q, 0, "doubts"), 0)


def prompt(text: str) -> Sheet:
    return patch.set_key(head(text), (*Q, 0, "prompt"), "Who: we?")


def insert(number: int) -> Callable[[str], Sheet]:
    return lambda text: patch.insert_item(head(text), Q, number, {"id": "q1", "prompt": "N # 1?"})


def replace(number: int) -> Callable[[str], Sheet]:
    return lambda text: patch.replace_item(head(text), Q, number, {"id": "q1", "prompt": "N?"})


def remove(number: int) -> Callable[[str], Sheet]:
    return lambda text: patch.remove_item(head(text), Q, number)


def memory(text: str) -> Sheet:
    return patch.comment(patch.set_key(head(text), ("drafted",), "ab"), ("drafted",), "# why")


N = '  - id: q1\n    prompt: "N # 1?"\n'
TWO = "questions:\n  - id: a\n    prompt: A # x\n\n  # on b\n  - id: b\n    prompt: 'B'\n"
CASES: dict[str, tuple[Callable[[str], Sheet], str, str]] = {
    "plain": (
        status,
        "questions:\n  - id: a\n    status: review # hm\n    made: {by: x}\n",
        "questions:\n  - id: a\n    status: approved # hm\n    made: {by: x}\n",
    ),
    "quoted": (
        status,
        "questions:\n- status: 'review'\n  id: a\n",
        "questions:\n- status: approved\n  id: a\n",
    ),
    "in braces": (
        status,
        "questions:\n  - {id: a, status: review, x: 1}  # c\n",
        "questions:\n  - {id: a, status: approved, x: 1}  # c\n",
    ),
    "in braces, not there yet": (
        status,
        "questions: [{id: a,\n  x: 1}]\n",
        "questions: [{id: a,\n  x: 1, status: approved}]\n",
    ),
    "as JSON": (
        status,
        '{"questions":[{"id":"a","status":"review"}]}',
        '{"questions":[{"id":"a","status": approved}]}',
    ),
    "without a value": (
        status,
        "questions:\n  - id: a\n    status: # which?\n    x: 1\n",
        "questions:\n  - id: a\n    status: approved # which?\n    x: 1\n",
    ),
    "value on the next line": (
        status,
        "questions:\n  - id: a\n    status:\n      review\n    x: 1\n",
        "questions:\n  - id: a\n    status:\n      approved\n    x: 1\n",
    ),
    "key not there yet, before made": (
        status,
        "questions:\n  -   id: a\n      t:\n      - t # z\n      made: 1\n",
        "questions:\n  -   id: a\n      t:\n      - t # z\n      status: approved\n      made: 1\n",
    ),
    "key not there yet, at the end of the text": (
        status,
        "questions:\r\n  - id: a",
        "questions:\r\n  - id: a\r\n    status: approved",
    ),
    "a block of text": (
        prompt,
        "questions:\n  - id: a\n    prompt: >\n      Who\n      we\n\n    # c\n    x: 1\n",
        'questions:\n  - id: a\n    prompt: "Who: we?"\n\n    # c\n    x: 1\n',
    ),
    "a folded text": (
        prompt,
        'questions:\n  - id: a\n    prompt: "Who\n\n  we" # c\n    x: 1\n',
        'questions:\n  - id: a\n    prompt: "Who: we?" # c\n    x: 1\n',
    ),
    "doubts not there yet": (
        doubts,
        "questions:\n  - id: a\n    status: ready\n    made: {by: x}\n  - id: b\n",
        (
            'questions:\n  - id: a\n    status: ready\n    doubts: ["odd"]\n    made: {by: x}\n'
            "  - id: b\n"
        ),
    ),
    "doubts instead of others": (
        doubts,
        "questions:\n  - id: a\n    doubts:\n      - x\n      - y # z\n    made: {by: x}\n",
        'questions:\n  - id: a\n    doubts: ["odd"] # z\n    made: {by: x}\n',
    ),
    "one more doubt, in brackets": (
        one_more_doubt,
        "questions:\n  - id: a\n    doubts: [x,\n      'y']\n",
        "questions:\n  - id: a\n    doubts: [x,\n      'y', \"odd\"]\n",
    ),
    "one more doubt, with dashes": (
        one_more_doubt,
        "questions:\n  - id: a\n    doubts:\n    - x # c\n    made: {by: x}\n",
        'questions:\n  - id: a\n    doubts:\n    - x # c\n    - "odd"\n    made: {by: x}\n',
    ),
    "one more doubt than none": (
        one_more_doubt,
        "questions:\n  - id: a\n    doubts: []\n    made: {by: x}\n",
        'questions:\n  - id: a\n    doubts:\n      - "odd"\n    made: {by: x}\n',
    ),
    "no doubts": (
        no_doubts,
        "questions:\n  - id: a\n    doubts:\n      - x\n    # c\n    made: {by: x}\n",
        "questions:\n  - id: a\n    # c\n    made: {by: x}\n",
    ),
    "no doubts, in braces": (
        no_doubts,
        "questions:\n  - {doubts: [x], id: a}\n",
        "questions:\n  - {id: a}\n",
    ),
    "no doubts, where they come first": (
        no_doubts,
        "questions:\n  - doubts: [x]\n    id: a\n",
        "questions:\n  - id: a\n",
    ),
    "a doubt less, in brackets": (
        without_the_first_doubt,
        "questions:\n  - id: a\n    doubts: [x, y]\n",
        "questions:\n  - id: a\n    doubts: [y]\n",
    ),
    "a doubt less, with dashes": (
        without_the_first_doubt,
        "questions:\n  - id: a\n    doubts:\n      - x\n      - y\n",
        "questions:\n  - id: a\n    doubts:\n      - y\n",
    ),
    "a question first": (insert(0), TWO, TWO.replace("  - id: a", f"{N}\n  - id: a")),
    "a question between": (insert(1), TWO, TWO.replace("\n  # on b", f"\n{N}\n  # on b")),
    "a question last": (insert(2), TWO, f"{TWO}\n{N}"),
    "a question last, without a break": (insert(2), TWO[:-1], f"{TWO}\n{N[:-1]}"),
    "a question among close ones": (
        insert(1),
        "questions:\n- id: a\n- id: b\n",
        'questions:\n- id: a\n- id: q1\n  prompt: "N # 1?"\n- id: b\n',
    ),
    "a question behind an indented comment": (
        insert(1),
        "questions:\n  - id: a\n    # of a\n  # of b\n  - id: b\n",
        f"questions:\n  - id: a\n    # of a\n{N}  # of b\n  - id: b\n",
    ),
    "a question in brackets": (
        insert(1),
        "questions: [{id: a}, {id: b}]\n",
        'questions: [{id: a}, {id: q1, prompt: "N # 1?"}, {id: b}]\n',
    ),
    "a first question": (insert(0), "a: b\nquestions: []\n# c\n", f"a: b\nquestions:\n{N}# c\n"),
    "another question": (
        replace(1),
        TWO + "# end\n",
        TWO.replace("- id: b\n    prompt: 'B'", '- id: q1\n    prompt: "N?"') + "# end\n",
    ),
    "another question, CRLF": (
        replace(0),
        "\ufeffquestions:\r\n    -\r\n        id: a\r\n    - id: b\r\n",
        '\ufeffquestions:\r\n    - id: q1\r\n      prompt: "N?"\r\n    - id: b\r\n',
    ),
    "without the first": (
        remove(0),
        TWO,
        "questions:\n  # on b\n  - id: b\n    prompt: 'B'\n",
    ),
    "without the last": (
        remove(1),
        "questions:\n  - id: a\n\n  - id: b\n    x: 1\n",
        "questions:\n  - id: a\n",
    ),
    "without the only one": (
        remove(0),
        "questions: # c\n  # d\n  - id: a\n# e\n",
        "questions: [] # c\n  # d\n# e\n",
    ),
    "memory before the questions": (
        memory,
        "title: t\n\nquestions:\n  - id: a\n",
        'title: t\n# why\ndrafted: "ab"\n\nquestions:\n  - id: a\n',
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_what_is_meant_changes_and_nothing_else(name: str) -> None:
    edit, before, after = CASES[name]
    sheet = edit(before)
    assert sheet.whole == after
    assert sheet.data == yaml.load(sheet.text, Loader=yaml.BaseLoader)


def test_a_long_text_is_folded_where_it_stands() -> None:
    text = "questions:\n    - id: a\n      prompt: A?\n      x: 1\n"
    said = "word " * 40 + "end?"
    new = patch.set_key(head(text), (*Q, 0, "prompt"), said).text
    assert yaml.safe_load(new)["questions"][0]["prompt"] == said
    assert max(map(len, new.splitlines())) <= 100
    assert re.findall(r"\n( *)word", new) == [" " * 8] * 2


BLOCK = "questions:\n    - id: a\n      # c\n      x: >-\n        t\n\n        u\n    - id: b\n"


def test_a_block_for_an_editor_and_back() -> None:
    sheet = head(BLOCK.replace("\n", "\r\n"))
    text = layout.block_text(sheet, Q, 0)
    assert text == "- id: a\n  # c\n  x: >-\n    t\n\n    u\n"
    assert patch.replace_block(sheet, Q, 0, text).whole == sheet.whole
    edited = patch.replace_block(sheet, Q, 0, text.replace("# c", "# d") + "\n\n")
    assert edited.whole == sheet.whole.replace("# c", "# d")
    raw = layout.raw_block(sheet, Q, 0)
    assert patch.put_back(edited, Q, 0, raw).whole == sheet.whole


@pytest.mark.parametrize(
    "text",
    ["- id: a\n- id: c\n", "", "- id: [", "- id: a\nz: 1\n", "- id: a\n# \nquestions: 1", "b"],
)
def test_a_block_that_would_change_the_others_is_refused(text: str) -> None:
    sheet = head("questions:\n  - id: a\n\n  - id: b\n")
    with pytest.raises(BriefquizError, match=r"^f.yaml:2:3: cannot be changed here"):
        patch.replace_block(sheet, Q, 0, text)


def test_a_change_that_cannot_be_made_without_harm_is_refused() -> None:
    with pytest.raises(BriefquizError, match=r"^f.yaml:2:7: cannot be changed here"):
        no_doubts("questions:\n  - ? doubts\n    : [x]\n    id: a\n")
