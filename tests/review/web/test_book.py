"""One block changed by itself is the file changed, to the byte."""

from pathlib import Path

import pytest

from briefquiz.errors import BriefquizError, Problem
from briefquiz.quiz import Source
from briefquiz.review import desk
from briefquiz.review.web import book as books
from briefquiz.review.web import forms
from briefquiz.review.web.book import BlockError, Book
from tests.review.test_desk import TEXT

GOOD = sorted((Path(__file__).parents[2] / "bank/good").glob("*.yaml"))
FLOW = b"""\
briefquiz: 1
title: t
questions: [{id: x, kind: date, type: short, prompt: "X?", answer: X}, {id: y, kind: date,
  type: short, prompt: "Y?", answer: Y, status: review}] # both
"""
BOOK = books.book(TEXT, "f.yaml")


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_a_verdict_is_what_the_patch_of_the_whole_file_makes(path: Path) -> None:
    whole = desk.desk(path.read_bytes(), path.name)
    book = books.book(path.read_bytes(), path.name)
    assert book.data == path.read_bytes()
    for number, name in enumerate(whole.ids):
        assert book.line(number) == whole.line(name)
        for status in ("approved", "rejected"):
            try:
                expected = desk.settled(whole, name, status).data
            except BriefquizError:
                continue
            new = books.changed(book, number, forms.verdict(status))
            assert new.data == expected
            assert new == books.book(expected, path.name)


def test_questions_in_brackets() -> None:
    book = books.book(FLOW, "f.yaml")
    new = books.changed(book, 1, forms.verdict("approved"))
    assert new.data == FLOW.replace(b"review", b"approved")
    new = books.changed(book, 0, forms.verdict("rejected"))
    assert new.data == FLOW.replace(b"answer: X", b"answer: X, status: rejected")


def edited(book: Book, number: int, **values: object) -> bytes:
    old = book.questions[number]
    return books.changed(book, number, forms.edit(old, {"type": old.type, **values})).data


CHOICE = b"""\
briefquiz: 1
title: t
questions:
  - id: c
    kind: date
    type: choice
    prompt: "C?"
    answer: 'A' # right
    distractors:
      - "B"  # near
      - {text: C, why: "no"}
      # far
      - "D"
    last: None
    order: sorted
    explain: "e"
"""


@pytest.mark.parametrize(
    ("values", "old", "new"),
    [
        ({"answer": "a: #b"}, b"answer: 'A' #", b'answer: "a: #b" #'),
        ({"answer": "A"}, b"", b""),
        ({"explain": ""}, b'    explain: "e"\n', b""),
        ({"last": ""}, b"    last: None\n", b""),
        ({"distractors": ["B", {"text": "C", "why": "never"}, "D"]}, b'"no"', b'"never"'),
        ({"distractors": [{"text": "B"}, {"text": "C"}, {"text": "D"}]},
         b'{text: C, why: "no"}', b'"C"'),
        ({"distractors": ["B", {"text": "C", "why": "no"}]}, b'      - "D"\n', b""),
        ({"distractors": ["B", {"text": "C", "why": "no"}, "D", "E", ""]},
         b'- "D"\n', b'- "D"\n      - "E"\n'),
    ],
)  # fmt: skip
def test_a_form_changes_what_differs(values: dict[str, object], old: bytes, new: bytes) -> None:
    book = books.book(CHOICE, "f.yaml")
    expected = CHOICE.replace(old, new, 1)
    assert edited(book, 0, **values) == expected


def test_another_type_leaves_nothing_behind_that_it_may_not_have() -> None:
    book = books.book(CHOICE, "f.yaml")
    said = edited(book, 0, type="open", model="M.").decode()
    keys = [line.split(":")[0].strip(" -") for line in said.splitlines()[3:]]
    assert keys == ["id", "kind", "type", "prompt", "model", "explain"]
    with pytest.raises(BriefquizError, match="cannot become match"):
        edited(book, 0, type="match")


def test_a_form_with_mistakes_changes_nothing() -> None:
    book = books.book(CHOICE, "f.yaml")
    with pytest.raises(BriefquizError, match="equals the answer"):
        edited(book, 0, distractors=["A"])
    with pytest.raises(BriefquizError, match="is empty"):
        edited(book, 0, prompt=" ")
    with pytest.raises(BriefquizError, match="at least one"):
        edited(book, 0, distractors=[])


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("- id: x\n  kin: date\n", "your edit:1:3: 'type' is missing"),
        ("- id: y\n  kind: date\n  type: short\n  prompt: a\n  answer: b\n", "has the id 'y'"),
        ("", "your edit"),
        ("nothing", "your edit"),
        ("- id: x\n  a: b\n- id: w\n  a: b\n", "your edit:1:"),
        ("- id: x\n  kind: date\n  type: short\n  prompt: a\n  answer: b\ntitle: u\n", "your edit"),
    ],
)  # fmt: skip
def test_lines_with_mistakes(text: str, message: str) -> None:
    with pytest.raises(BriefquizError) as caught:
        books.as_edited(BOOK, 0, text)
    assert message in str(caught.value)


def test_lines_of_a_question() -> None:
    text = books.as_text(BOOK, 2)
    assert text.startswith("- id: z\n  kind: date\n")
    assert books.as_edited(BOOK, 2, text).data == TEXT
    new = books.as_edited(BOOK, 2, text.replace("Z?", "Why?"))
    assert new.data == TEXT.replace(b"Z?", b"Why?")


SAID = [{"quote": " Who said it. ", "para": 3}, {"quote": " "}]


def test_a_new_question_and_away() -> None:
    values = {"type": "choice", "prompt": "Who?", "answer": "A", "distractors": [{"text": "B"}]}
    tree = forms.fresh({**values, "kind": "actor", "source": SAID}, ("who",))
    new = books.inserted(BOOK, 2, tree)
    assert [question.id for question in new.questions] == ["x", "y", "who-2", "z"]
    assert new.questions[2].status == "approved"
    assert new.questions[2].source == (Source("Who said it.", 3),)
    assert books.removed(new, 2).questions == BOOK.questions
    for wrong in ({"type": "no"}, {"prompt": ""}, {**values, "kind": "no", "distractors": []}):
        with pytest.raises(BriefquizError):
            books.inserted(BOOK, 0, forms.fresh(wrong, ()))


def test_a_mistake_is_at_its_key() -> None:
    for data in (CHOICE, CHOICE.replace(b"\n", b"\r\n")):
        book = books.book(data, "f.yaml")
        values = {"type": "choice", "answer": "", "distractors": ["B", "A", "B"]}
        with pytest.raises(BlockError) as caught:
            books.changed(book, 0, forms.edit(book.questions[0], {**values, "answer": "A"}))
        assert [caught.value.path(one) for one in caught.value.problems] == [
            ("distractors", 1),
            ("distractors", 2),
        ]
    with pytest.raises(BlockError) as caught:
        books.alone(forms.fresh({"type": "short", "answer": "x"}, ()))
    assert [caught.value.path(one) for one in caught.value.problems] == [("prompt",)]
    with pytest.raises(BlockError) as caught:
        books.changed(books.book(FLOW, "f.yaml"), 1, forms.edit(BOOK.questions[1], {"answer": ""}))
    assert [caught.value.path(one) for one in caught.value.problems] == [("answer",)]
    whole = Problem("f", "no line")
    assert caught.value.path(whole) == ()
