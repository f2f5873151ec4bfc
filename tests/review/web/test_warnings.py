"""What speaks against a question is seen before it is approved, and only while it is true."""

from dataclasses import replace

import pytest
from playwright.sync_api import expect

from briefquiz import bank
from briefquiz.bank.fates import GONE
from briefquiz.cli.review_page import outside_of
from briefquiz.questions.common import Made
from briefquiz.questions.short import ShortQuestion
from briefquiz.review import drafts
from briefquiz.review.web import book as books
from briefquiz.review.web import checking
from tests.review.web.conftest import HEAD, WHOLE, Desk, Open

TELLING = """\
  - id: when
    kind: date
    type: short
    prompt: "In what year did the port of Anzo open?"
    answer: "2014"
    status: %s

  - id: who
    kind: actor
    type: short
    prompt: "Who opened the port of Anzo in 2014?"
    answer: "the minister"
    status: %s

  - id: own
    kind: actor
    type: short
    prompt: "Which harbour master opened the gate?"
    answer: "harbour master"
    status: %s
"""
OWN = "the prompt gives its own answer away ('harbour master')"
GIVES = "the prompt gives away '2014', the answer to another question"
GIVEN = "another prompt gives away '2014', the answer to this question"


def warned(desk: Desk, *statuses: str) -> dict[str, list[tuple[str, str]]]:
    desk.write(HEAD + TELLING % statuses)
    found = checking.warnings(outside_of(desk.path, None), books.book(desk.text.encode(), "f"))
    return {
        name: [(one["text"], "".join(one["others"])) for one in said]
        for name, said in checking.gathered(found).items()
    }


def test_what_a_check_would_say_of_those_that_wait(desk: Desk) -> None:
    expected = {"own": [(OWN, "")], "when": [(GIVEN, "who")], "who": [(GIVES, "when")]}
    assert warned(desk, "review", "review", "review") == expected
    assert warned(desk, "ready", "approved", "ready") == expected
    assert warned(desk, "review", "rejected", "rejected") == {}


@pytest.mark.parametrize(("first", "second", "said"), [("a", "", GIVES), ("j", "a", GIVEN)])
def test_what_two_questions_do_to_each_other_is_said_before_approving(
    desk: Desk, open_page: Open, first: str, second: str, said: str
) -> None:
    desk.write(HEAD + TELLING % ("review", "review", "review"))
    page = open_page()
    note = page.locator("#question .note.warnings")
    page.keyboard.press("3")  # the third shelf is empty, and no mistake
    page.keyboard.press("5")
    page.keyboard.press("k")
    page.keyboard.press("k")
    expect(page.locator("#question .prompt")).to_contain_text("In what year")
    expect(note).to_have_count(0)  # the other is not used yet
    page.keyboard.press(first)
    if second:
        page.keyboard.press(second)
        page.keyboard.press("k")
        page.keyboard.press("k")
    expect(note).to_contain_text(said)
    assert desk.text.count("approved") == 1
    before = page.locator("#question .prompt").inner_text()
    note.get_by_role("button").click()
    expect(page.locator("#question .pill")).to_have_text("approved")
    page.keyboard.press("j")
    expect(page.locator("#question .prompt")).to_have_text(before)
    page.keyboard.press("r")
    page.keyboard.press("u")
    expect(note).to_contain_text(said)


def test_what_is_wrong_with_it_alone_stands_beside_it(desk: Desk, open_page: Open) -> None:
    desk.write(HEAD + TELLING.partition("\n\n")[0] % "rejected" + "\n\n" + "  - id: own" +
               TELLING.partition("  - id: own")[2] % "review")  # fmt: skip
    page = open_page()
    expect(page.locator("#question .note.warnings")).to_contain_text(OWN)
    expect(page.locator("#question .what")).to_have_text("actor · short answer · 1 warning")


def test_what_is_typed_is_held_against_the_others(desk: Desk, open_page: Open) -> None:
    desk.write(HEAD + TELLING % ("approved", "review", "review"))
    page = open_page()
    page.keyboard.press("e")
    tried = page.locator("#tried")
    expect(tried).to_contain_text(f"Question: {GIVES} (“In what year did the port of Anzo open?”)")
    page.get_by_label("Question", exact=True).fill("Who opened the port of Anzo?")
    expect(tried).to_be_empty()
    page.get_by_label("Question", exact=True).fill("Who opened the port of Anzo in May 2014?")
    expect(tried).to_contain_text(GIVES)
    page.keyboard.press("Enter")
    expect(page.locator("#question .note.warnings")).to_contain_text(GIVES)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"type": "choice", "distractors": []}, "a choice needs at least one wrong answer"),
        ({"type": "choice", "distractors": [{"text": " "}]}, "needs at least one wrong answer"),
        ({"type": "choice", "distractors": ["2014"]}, "this wrong answer equals the answer"),
        ({"type": "cloze"}, "a text with gaps needs a gap, written [[answer]]"),
        ({"type": "true_false", "answer": True}, "what is true or false is a statement"),
        ({"prompt": "In [[2013]]?"}, "ask it as “gaps”"),
        ({"type": "choice", "distractors": ["a distractor"] * 2}, "'a distractor' is there twice"),
    ],
)
def test_the_page_says_what_it_calls_things(
    desk: Desk, change: dict[str, object], said: str
) -> None:
    desk.write(HEAD + TELLING % ("review", "review", "review"))
    values = {"type": "short", "prompt": "When?", "answer": "2014", **change}
    assert said in "; ".join(one["text"] for one in checking.tried(desk.room(), "when", values))


DRAFT = ShortQuestion(
    id="x", kind="date", prompt="When?", answer="2014", status="review",
    doubts=("is “it” clear?",), made=Made("dates/x"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("change", "live", "old"),
    [
        ({}, 1, 0),
        ({"status": "approved"}, 1, 0),
        ({"answer": "2015"}, 0, 1),
        ({"answer": "2015", "doubts": (*DRAFT.doubts, GONE)}, 1, 1),
        ({"doubts": (*DRAFT.doubts, GONE)}, 2, 0),
        ({"made": None, "answer": "2015"}, 1, 0),
    ],
)
def test_doubts_are_about_the_draft(change: dict[str, object], live: int, old: int) -> None:
    question = replace(bank.signed(DRAFT), **change)  # type: ignore[arg-type]
    assert tuple(map(len, drafts.doubts(question))) == (live, old)


def test_doubts_of_a_draft_are_told_from_those_of_the_question(desk: Desk, open_page: Open) -> None:
    text = bank.dump(replace(bank.load(WHOLE, "f"), questions=(bank.signed(DRAFT),)))
    desk.write(text)
    page = open_page()
    now, old = page.locator(".note.doubts:not(.old)"), page.locator(".note.doubts.old")
    expect(now).to_contain_text("is “it” clear?")
    page.keyboard.press("e")
    page.get_by_label("Question", exact=True).fill("When did the port open?")
    page.keyboard.press("Enter")
    expect(old).to_contain_text("Doubts of the draft, before it was edited")
    expect(now).to_have_count(0)
    page.keyboard.press("u")
    expect(now).to_contain_text("is “it” clear?")
    expect(old).to_have_count(0)
    assert desk.text == text
