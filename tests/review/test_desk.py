"""The text of a question file after a decision: what was decided changes, and nothing else."""

import pytest

from briefquiz.errors import BriefquizError
from briefquiz.review import desk as desks
from briefquiz.review.desk import Desk, desk
from briefquiz.review.session import Decision

TEXT = b"""\
briefquiz: 1\r
title: t\r
questions:\r
- id: x # mine\r
  kind: date\r
  type: short\r
  prompt: "X?"\r
  answer: 'X'\r
\r
- {id: y, kind: date, type: short, prompt: "Y?", answer: Y, status: review}\r
- id: z\r
  kind: date\r
  type: short\r
  prompt: "Z?"\r
  answer: Z\r
  status: review # soon"""
DESK = desk(TEXT, "f.yaml")


def test_the_shelf_is_in_the_order_of_the_file() -> None:
    assert desks.shelf(DESK.loaded, "review") == ("y", "z")
    assert desks.shelf(DESK.loaded, "review", "ready") == ("x", "y", "z")


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("x", b"answer: 'X'", b"answer: 'X'\r\n  status: approved"),
        ("y", b"answer: Y, status: review", b"answer: Y, status: approved"),
        ("z", b"status: review # soon", b"status: approved # soon"),
    ],
)
def test_a_verdict_and_back(name: str, old: bytes, new: bytes) -> None:
    after = desks.settled(DESK, name, "approved")
    assert after.data == TEXT.replace(old, new)
    decision = Decision(name, "approved", DESK.block(name), after.block(name))
    assert desks.taken_back(after, decision).data == TEXT
    edited = desk(after.data.replace(b"Z?", b"?").replace(b"X?", b"?").replace(b"Y?", b"?"), "f")
    with pytest.raises(BriefquizError, match="was changed since; nothing was taken back"):
        desks.taken_back(edited, decision)


def test_an_edit() -> None:
    assert desks.as_text(DESK, "z").startswith("- id: z\n  kind: date\n")
    text = desks.as_text(DESK, "x").replace("# mine", "# ours").replace('"X?"', "Who is # 1?")
    with pytest.raises(BriefquizError, match=r"^your edit:4:11: the text is cut at ' #'"):
        desks.edited(DESK, "x", text)
    after = desks.edited(DESK, "x", text.replace("Who is # 1?", '"Who is # 1?"'))
    assert after.data == TEXT.replace(b"# mine", b"# ours").replace(b"X?", b"Who is # 1?")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("- id: x\n  kin: date\n", "your edit:1:3: 'type' is missing"),
        ("- id: x\n  kind: date\n  type: short\n  prompt: \"a\n", "your edit:4:"),
        ("- id: y\n  kind: date\n  type: short\n  prompt: a\n  answer: b\n", "the id 'y' again"),
        ("- id: x\n  a: b\n- id: w\n  a: b\n", "your edit:1:"),
        ("", "your edit"),
        ("nothing", "your edit"),
        ("- id: x\n  kind: date\n  type: short\n  prompt: a\n  answer: b\ntitle: u\n", "your edit"),
    ],
)  # fmt: skip
def test_an_edit_with_mistakes(text: str, message: str) -> None:
    with pytest.raises(BriefquizError) as caught:
        desks.edited(DESK, "x", text)
    assert message in str(caught.value)
    assert all(str(problem).startswith("your edit") for problem in caught.value.problems)


@pytest.mark.parametrize("work", [desks.as_text, Desk.line, Desk.block, Desk.question])
def test_a_question_that_is_gone(work: object) -> None:
    assert callable(work)
    with pytest.raises(BriefquizError, match=r"f.yaml: the question 'w' is gone"):
        work(DESK, "w")
