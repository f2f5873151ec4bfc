"""What a person types: corrections, lines of the file, new questions."""

import pytest
from playwright.sync_api import expect

from tests.review.web.conftest import WHOLE, Desk, Open, shows, told


def test_edit_in_place_changes_just_those_words(desk: Desk, open_page: Open) -> None:
    page = open_page()
    page.keyboard.press("e")
    page.get_by_label("Right answer").fill("4 May 2014")
    page.get_by_label("Wrong answer", exact=True).nth(1).fill("5 May 2012")
    page.keyboard.press("Enter")
    told(page, "Saved")
    shows(page, "opened")
    expected = WHOLE.replace('answer: "3 May 2014"', 'answer: "4 May 2014"')
    assert desk.text == expected.replace('{text: "3 May 2012"', '{text: "5 May 2012"')
    page.keyboard.press("e")
    page.get_by_label("Question", exact=True).fill("Opened when?")
    page.keyboard.press("Control+Enter")
    shows(page, "builder")
    assert '"Opened when?"' in desk.text
    assert desk.statuses().startswith("opened:approved builder:review")
    page.keyboard.press("u")
    page.keyboard.press("u")
    expect(page.get_by_role("button", name="Nothing to undo")).to_be_disabled()
    shows(page, "opened")
    assert desk.text == WHOLE


def test_what_check_warns_of_is_said_while_one_types(desk: Desk, open_page: Open) -> None:
    page = open_page()
    page.keyboard.press("e")
    page.get_by_label("Wrong answer", exact=True).first.fill("3 May 2014")
    expect(page.locator("#tried")).to_contain_text("this distractor equals the answer")
    page.keyboard.press("Enter")
    expect(page.locator("#fault")).to_contain_text("Not saved")
    assert desk.text == WHOLE
    page.keyboard.press("Escape")
    shows(page, "opened")


def test_a_choice_becomes_short_and_open_and_comes_back(desk: Desk, open_page: Open) -> None:
    page = open_page()
    page.keyboard.press("e")
    page.get_by_label("Asked as").select_option("short")
    expect(page.get_by_label("Right answer")).to_have_value("3 May 2014")
    expect(page.get_by_label("Wrong answer", exact=True)).to_have_count(0)
    page.get_by_label("Right answer").press("Enter")
    told(page, "Saved")
    block = desk.text.split("- id: ")[1]
    assert "type: short" in block
    assert "distractors" not in block
    page.keyboard.press("e")
    page.get_by_label("Asked as").select_option("open")
    page.get_by_label("Model answer").press("Enter")
    expect(page.locator("#question .what")).to_contain_text("open question")
    assert 'model: "3 May 2014"' in desk.text
    page.keyboard.press("u")
    page.keyboard.press("u")
    expect(page.locator("#question .what")).to_contain_text("choice")
    assert desk.text == WHOLE


def test_its_lines_in_the_file(desk: Desk, open_page: Open) -> None:
    page = open_page()
    page.keyboard.press("t")
    lines = page.get_by_label("The question’s lines in the file")
    lines.fill(lines.input_value().replace("kind: date", "kind: dat"))
    page.keyboard.press("Control+Enter")
    expect(page.locator("#fault")).to_contain_text("line 2: unknown kind 'dat'")
    lines.fill(lines.input_value().replace("kind: dat\n", "kind: number\n"))
    page.keyboard.press("Control+Enter")
    expect(page.locator("#question .what")).to_contain_text("number")
    assert desk.text == WHOLE.replace("kind: date", "kind: number", 1)


def test_a_new_question_from_a_selection(desk: Desk, open_page: Open) -> None:
    page = open_page()
    words = page.locator("#brief .block p").nth(1)
    words.evaluate(
        """(p) => { const range = document.createRange(); const text = p.lastChild;
        range.setStart(text, text.textContent.indexOf("Nobody")); range.setEndAfter(text);
        getSelection().removeAllRanges(); getSelection().addRange(range); }"""
    )
    expect(page.locator("#pick")).to_be_visible()
    page.keyboard.press("n")
    expect(page.get_by_label("Words of the brief")).to_have_value(
        "Nobody asked about the 17 cranes."
    )
    expect(page.locator(".edit [name=kind]")).to_have_value("number")
    page.keyboard.type("How many cranes are there?")
    page.get_by_label("Right answer").fill("17")
    page.keyboard.press("Enter")
    expect(page.locator("#question .prompt")).to_have_text("How many cranes are there?")
    added = """
  - id: how-many-cranes-are-there
    kind: number
    type: short
    prompt: "How many cranes are there?"
    answer: "17"
    source: {para: 2, quote: "Nobody asked about the 17 cranes."}
    status: approved
"""
    after = WHOLE.index("\n  - id: contract")
    assert desk.text == WHOLE[:after] + added + WHOLE[after:]
    expect(page.locator("#brief .m.now")).to_have_text("Nobody asked about the 17 cranes.")
    expect(page.locator("#unasked")).to_contain_text("Every fact that was found")
    page.keyboard.press("u")
    told(page, "Undone: the new question")
    assert desk.text == WHOLE


def test_what_is_not_asked_yet_is_listed(desk: Desk, open_page: Open) -> None:
    page = open_page()
    expect(page.locator("#unasked summary")).to_have_text("Not asked yet: 1 fact")
    page.get_by_role("button", name="New question about 17 cranes").click()
    expect(page.get_by_label("Right answer")).to_have_value("17 cranes")
    expect(page.get_by_label("Words of the brief")).to_have_value(
        "Nobody asked about the 17 cranes."
    )


@pytest.mark.parametrize(
    ("key", "field"),
    [
        ("e", "Question"),
        ("t", "The question’s lines in the file"),
        ("n", "Words of the brief that prove it"),
    ],
)
def test_no_form_opens_behind_the_list(open_page: Open, key: str, field: str) -> None:
    page = open_page()
    page.keyboard.press("l")
    page.keyboard.press(key)
    expect(page.locator("#list")).to_be_hidden()
    expect(page.locator(".edit").get_by_label(field, exact=True)).to_be_visible()


def test_no_hand_reaches_behind_the_list_or_the_sheet(desk: Desk, open_page: Open) -> None:
    page = open_page()
    page.keyboard.press("l")
    page.locator("#question").focus()
    assert page.evaluate("document.activeElement.id") != "question"
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    for key in "aretnubjk5":
        page.keyboard.press(key)
    page.keyboard.press("Escape")
    shows(page, "opened")
    expect(page.locator(".edit")).to_have_count(0)
    assert desk.text == WHOLE
