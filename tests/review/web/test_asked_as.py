"""A question can be asked as another type: its answer and its words go along."""

import pytest
from playwright.sync_api import Page, expect

from tests.review.web.conftest import WHOLE, Desk, Open, block, prompt, retype, told


def editing(page: Page, name: str) -> None:
    """Open the form of that question, on whatever shelf."""
    page.keyboard.press("5")
    page.keyboard.press("l")
    page.locator("#list .entry", has_text=name).click()
    page.keyboard.press("e")
    expect(page.get_by_role("form", name="Edit")).to_be_visible()


def test_gaps_become_a_short_answer_and_gaps_again(desk: Desk, open_page: Open) -> None:
    page = open_page()
    editing(page, "had won the contract")
    retype(page, "short answer")
    assert prompt(page) == "The Harbour Company had won the contract in ____."
    expect(page.get_by_label("Right answer")).to_have_value("2012")
    expect(page.locator("#advice")).to_contain_text("Reword it as a question")
    retype(page, "gaps")
    assert prompt(page) == "The Harbour Company had won the contract in [[2012]]."
    retype(page, "choice")
    page.get_by_label("Question", exact=True).fill("When had the company won the contract?")
    expect(page.locator("#advice")).to_be_empty()
    expect(page.get_by_label("Wrong answer", exact=True)).to_have_count(3)
    page.get_by_label("Wrong answer", exact=True).first.fill("2011")
    page.get_by_label("Right answer").press("Enter")
    expect(page.locator("#question .what")).to_contain_text("choice")
    said = block(desk, "contract")
    assert 'answer: "2012"' in said
    assert 'distractors: ["2011"]' in said
    assert "order: sorted" in said
    page.keyboard.press("u")
    told(page, "Undone")
    assert desk.text == WHOLE


def test_a_figure_becomes_gaps(desk: Desk, open_page: Open) -> None:
    page = open_page()
    editing(page, "About how many people")
    retype(page, "gaps")
    expect(page.locator("#advice")).to_have_text(
        "The answer was “about 2,000”: write it into the text as [[about 2,000]]."
    )
    page.get_by_label("Text, its gaps").fill("By 2019 [[about 2,000]] people worked there.")
    expect(page.locator("#advice")).to_be_empty()
    page.get_by_label("Text, its gaps").press("Enter")
    expect(page.locator("#question .what")).to_contain_text("gaps")
    assert "type: cloze" in block(desk, "workers")
    assert "answer:" not in block(desk, "workers")
    page.keyboard.press("e")
    retype(page, "figure")
    expect(page.get_by_label("Right answer")).to_have_value("about 2,000")
    retype(page, "true or false")
    assert prompt(page) == "By 2019 about 2,000 people worked there."
    page.get_by_label("Question", exact=True).press("Enter")
    expect(page.locator("#question .what")).to_contain_text("true or false")
    assert "answer: true" in block(desk, "workers")


BECOMES = """async ([values, from, to]) =>
  (await import("./become.js")).become(values, from, to)"""

GAPPED = {"prompt": "A [[1|one]] and [[2]]."}


@pytest.mark.parametrize(
    ("values", "was", "now", "expected"),
    [
        (GAPPED, "cloze", "short", {"prompt": "A ____ and 2.", "answer": "1"}),
        (GAPPED, "cloze", "open", {"prompt": "A ____ and 2.", "model": "1"}),
        (GAPPED, "cloze", "true_false", {"prompt": "A 1 and 2.", "answer": True}),
        ({"prompt": "No gap yet", "said": "x"}, "cloze", "short", {"answer": "x"}),
        ({"prompt": "In 2014 x", "answer": "2014"}, "short", "cloze", {"prompt": "In [[2014]] x"}),
        ({"prompt": "12014 or 2014", "answer": "2014"}, "short", "cloze",
         {"prompt": "12014 or [[2014]]"}),
        ({"prompt": "When?", "answer": "2014"}, "choice", "cloze", {"prompt": "When?"}),
        ({"prompt": "", "answer": "$&", "source": [{"quote": "It is $& now."}]}, "short", "cloze",
         {"prompt": "It is [[$&]] now."}),
        ({"prompt": "p", "answer": "2", "unit": "km"}, "number", "short", {"answer": "2 km"}),
        ({"prompt": "p", "answer": "2", "unit": "$"}, "number", "choice", {"answer": "$2"}),
        ({"prompt": "p", "answer": "2 km", "unit": "km"}, "short", "number", {"answer": "2"}),
        ({"prompt": "A ____.", "answer": "b"}, "short", "true_false", {"prompt": "A b."}),
        ({"prompt": "A.", "answer": True, "said": "b"}, "true_false", "short", {"answer": "b"}),
        ({"prompt": "p", "model": "m"}, "open", "choice", {"answer": "m"}),
    ],
)  # fmt: skip
def test_another_type_takes_answer_and_prompt_along(
    open_page: Open, values: dict[str, object], was: str, now: str, expected: dict[str, object]
) -> None:
    found = open_page().evaluate(BECOMES, [values, was, now])
    assert {key: found[key] for key in expected} == expected
