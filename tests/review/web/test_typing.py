"""While one types: Enter leads on, doubts stay in sight, and nothing typed or saved is lost."""

from playwright.sync_api import expect

from tests.review.web.conftest import (
    CRANES,
    WHOLE,
    Desk,
    Open,
    block,
    prompt,
    retype,
    select,
    shows,
    told,
)


def test_enter_in_a_wrong_answer_goes_to_the_next(desk: Desk, open_page: Open) -> None:
    page = open_page()
    select(page, "17 cranes")
    page.keyboard.press("n")
    retype(page, "choice")
    page.get_by_label("Question", exact=True).fill("How many cranes were there?")
    wrong = page.get_by_label("Wrong answer", exact=True)
    expect(wrong).to_have_count(3)
    wrong.first.focus()
    for text in ("16 cranes", "18 cranes", "19 cranes", "20 cranes"):
        page.keyboard.type(text)
        page.keyboard.press("Enter")
    expect(wrong).to_have_count(5)
    expect(wrong.nth(4)).to_be_focused()
    page.keyboard.press("Enter")  # enough
    expect(page.get_by_label("Order of the answers")).to_be_focused()
    assert desk.text == WHOLE
    page.keyboard.press("Control+Enter")
    expect(page.locator("#question .rows li")).to_have_text(
        ["A16 cranes", "B17 cranes (right)", "C18 cranes", "D19 cranes", "E20 cranes"]
    )
    assert 'distractors: ["16 cranes", "18 cranes", "19 cranes", "20 cranes"]' in desk.text


def test_lines_have_numbers_and_the_cursor_goes_to_the_wrong_one(open_page: Open) -> None:
    page = open_page()
    page.keyboard.press("t")
    lines = page.get_by_label("The question’s lines in the file")
    count = len(lines.input_value().split("\n"))
    expect(page.locator(".numbered .copy div")).to_have_count(count)
    heights = page.evaluate(
        "[...document.querySelectorAll('.numbered > *')].map(e => e.offsetHeight)"
    )
    assert heights[0] == heights[1]
    lines.fill(lines.input_value().replace("kind: date", "kind: dat"))
    page.keyboard.press("Control+Enter")
    expect(page.locator("#fault")).to_contain_text("line 2: unknown kind 'dat'")
    picked = "(({value, selectionStart: a, selectionEnd: b}) => value.slice(a, b))"
    assert page.evaluate(f"{picked}(document.activeElement)") == "  kind: dat"


def test_doubts_are_in_sight_while_one_edits(open_page: Open) -> None:
    page = open_page()
    for key in "et":
        page.keyboard.press(key)
        expect(page.locator(".edit .note.doubts")).to_contain_text("is “Anzo” known?")
        page.keyboard.press("Escape")


def test_what_was_typed_is_kept_when_one_leaves(desk: Desk, open_page: Open) -> None:
    page = open_page()
    page.keyboard.press("e")
    page.get_by_label("Right answer").fill("4 May 2014")
    retype(page, "short answer")
    page.keyboard.press("Escape")
    told(page, "Not saved, but kept")
    shows(page, "opened")
    page.keyboard.press("j")
    page.keyboard.press("e")
    expect(page.locator(".edit .back")).to_have_count(0)
    page.keyboard.press("Escape")
    page.keyboard.press("k")
    page.keyboard.press("e")
    expect(page.locator(".edit .back")).to_contain_text("What you typed before is back")
    expect(page.get_by_label("Right answer")).to_have_value("4 May 2014")
    expect(page.get_by_label("Asked as")).to_have_value("short")
    page.get_by_role("button", name="Start afresh").click()
    expect(page.get_by_label("Right answer")).to_have_value("3 May 2014")
    expect(page.get_by_label("Asked as")).to_have_value("choice")
    page.keyboard.press("Escape")
    expect(page.locator("#progress")).to_contain_text("0 of 4")
    assert desk.text == WHOLE


def test_a_new_question_that_was_left_comes_back(desk: Desk, open_page: Open) -> None:
    page = open_page()
    select(page, "17 cranes")
    page.keyboard.press("n")
    page.keyboard.type("How many cranes?")
    page.locator("#brief").focus()
    page.keyboard.press("Escape")  # wherever the keyboard is
    expect(page.locator(".edit")).to_have_count(0)
    select(page, "By 2019")
    expect(page.locator("#pick")).to_contain_text("New question")
    page.evaluate("getSelection().removeAllRanges()")
    page.keyboard.press("n")
    assert prompt(page) == "How many cranes?"
    expect(page.get_by_label("Words of the brief that prove it")).to_have_value(CRANES)
    page.keyboard.press("Enter")
    expect(page.locator("#question .prompt")).to_have_text("How many cranes?")
    page.keyboard.press("n")
    assert prompt(page) == ""


def test_lines_that_were_left_come_back(desk: Desk, open_page: Open) -> None:
    page = open_page()
    page.keyboard.press("t")
    lines = page.get_by_label("The question’s lines in the file")
    before = lines.input_value()
    lines.fill(before.replace("3 May 2014", "4 May 2014", 1))
    page.keyboard.press("Escape")
    page.keyboard.press("t")
    expect(lines).to_have_value(before.replace("3 May 2014", "4 May 2014", 1))
    page.keyboard.press("Control+Enter")
    shows(page, "builder")
    assert 'answer: "4 May 2014"' in block(desk, "opened")
    assert desk.statuses().startswith("opened:approved builder:review")
    page.keyboard.press("u")
    shows(page, "opened")
    assert desk.text == WHOLE


def test_a_second_click_on_save_undoes_nothing(desk: Desk, open_page: Open) -> None:
    page = open_page()
    page.keyboard.press("e")
    page.get_by_label("Question", exact=True).fill("When did the port open?")
    page.evaluate("performance.now = () => 1000")
    page.keyboard.press("Control+Enter")
    told(page, "Saved and approved")
    saved = desk.text
    undo = page.locator("#actions button", has_text="Undo")
    undo.click()
    expect(page.locator("#toast")).to_contain_text("Saved and approved")
    page.evaluate("performance.now = () => 2000")
    undo.click()
    told(page, "Undone")
    assert saved != desk.text == WHOLE
