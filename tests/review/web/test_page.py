"""The review page as a person has it, in a real browser: keys and clicks in, one file out."""

import re
import time

import pytest
from playwright.sync_api import Page, expect

from tests.review.web.conftest import HEAD, QUESTIONS, Desk, Open

WHOLE = HEAD + QUESTIONS
PROMPTS = {
    "opened": "When did the port of Anzo open?",
    "builder": "Who built the port of Anzo?",
    "workers": "About how many people worked in the port of Anzo by 2019?",
    "why-workers": "Why did about 2,000 people work in the port?",
    "contract": "The Harbour Company had won the contract in ____.",
}


def shows(page: Page, name: str) -> None:
    expect(page.locator("#question .prompt")).to_have_text(PROMPTS[name])


def told(page: Page, text: str) -> None:
    expect(page.locator("#toast")).to_contain_text(text)


def test_approve_reject_and_undo_back_to_the_opening(desk: Desk, open_page: Open) -> None:
    page = open_page()
    shows(page, "opened")
    expect(page.locator("#progress")).to_have_text("0 of 4 settled · 1 ready")
    page.keyboard.press("a")
    shows(page, "builder")
    page.keyboard.press("r")
    shows(page, "workers")
    expect(page.locator("#progress")).to_have_text("2 of 4 settled · 1 ready")
    expected = WHOLE.replace("status: review", "status: approved", 1)
    assert desk.text == expected.replace("status: review", "status: rejected", 1)
    page.keyboard.press("u")
    shows(page, "builder")
    page.keyboard.press("u")
    shows(page, "opened")
    expect(page.get_by_role("button", name="Nothing to undo")).to_be_disabled()
    assert desk.text == WHOLE


def test_a_quick_hand_is_never_ahead_of_the_file(desk: Desk, open_page: Open) -> None:
    page = open_page()
    for key in "arar":
        page.keyboard.press(key)
    expect(page.get_by_role("heading", name="All settled")).to_be_visible()
    assert desk.statuses() == (
        "opened:approved builder:rejected workers:approved why-workers:rejected contract:ready"
    )
    for _ in range(4):
        page.keyboard.press("u")
    shows(page, "opened")
    assert desk.text == WHOLE


def test_by_mouse_and_by_touch(desk: Desk, open_page: Open) -> None:
    page = open_page()
    page.get_by_role("button", name="Reject", exact=True).click()
    shows(page, "builder")
    phone = open_page(desk.servers[0][0].address, width=390)
    shows(phone, "builder")
    phone.get_by_role("button", name="Approve", exact=True).tap()
    shows(phone, "workers")
    phone.get_by_role("button", name="Undo the approval of builder").tap()
    shows(phone, "builder")
    assert desk.text == WHOLE.replace("status: review", "status: rejected", 1)


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
    expect(page.locator("#tried")).to_contain_text("Not saved")
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
    expect(page.locator("#tried")).to_contain_text("line 2: unknown kind 'dat'")
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


def test_the_evidence_is_marked_and_leads_to_its_questions(desk: Desk, open_page: Open) -> None:
    page = open_page()
    marks = page.locator("#brief .m")
    expect(page.locator("#brief .m.now")).to_have_text("The port of Anzo opened on 3 May 2014.")
    assert marks.nth(0).locator(".u-date").count() == 1
    both = page.locator("#brief .m", has_text="By 2019")
    assert both.locator(".u-number .u-cause").count() == 1  # a line for each kind
    both.click()
    shows(page, "workers")
    both.click()
    shows(page, "why-workers")
    within = page.locator("#brief .m", has_text="which had")
    assert within.locator(".u-date .u-actor").count() == 1
    page.get_by_role("button", name="Paragraph 1: 3 questions").click()
    shows(page, "opened")


def test_filters_search_and_list(desk: Desk, open_page: Open) -> None:
    page = open_page()
    where = page.locator("#question .where")
    page.get_by_label("Kind").select_option("cause")
    shows(page, "why-workers")
    page.get_by_label("Kind").select_option("")
    page.get_by_label("Doubt").select_option(index=1)
    expect(where).to_contain_text("1 of 1 found")
    page.get_by_label("Doubt").select_option("")
    page.keyboard.press("Escape")
    page.keyboard.press("5")
    expect(where).to_contain_text("of 5")
    page.get_by_label("unseen").check()
    expect(where).to_contain_text("of 2 found")
    page.get_by_label("unseen").uncheck()
    page.keyboard.press("/")
    page.keyboard.type("SHIPPING quay")
    expect(page.locator("#list .entry")).to_have_count(2)
    page.keyboard.press("Enter")
    expect(page.locator("#list")).to_be_hidden()
    page.get_by_label("Search").fill("")
    page.keyboard.press("Escape")
    page.keyboard.press("l")
    page.locator("#list .entry").nth(4).click()
    shows(page, "contract")
    page.keyboard.press("k")
    shows(page, "why-workers")


def test_the_ready_ones_too(open_page: Open) -> None:
    page = open_page(everything=True)
    expect(page.locator("#progress")).to_have_text("0 of 5 settled")


def test_all_keys_are_on_the_sheet(open_page: Open) -> None:
    page = open_page()
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keys")).to_be_visible()
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_the_card_and_the_line_on_paper(open_page: Open) -> None:
    page = open_page()
    page.keyboard.press("c")
    front = page.frame_locator("figure.front iframe")
    back = page.frame_locator("figure.back iframe")
    expect(front.locator(".bq-prompt")).to_have_text(PROMPTS["opened"])
    expect(back.locator(".bq-answer")).to_have_text("3 May 2014")
    expect(back.locator(".bq-evidence mark")).to_have_text("3 May 2014")
    front.locator("summary").click()  # its script has mixed the choices
    expect(front.locator(".bq-choices li")).to_have_count(3)
    page.keyboard.press("Escape")
    page.keyboard.press("p")
    quiz = page.frame_locator("figure.quiz iframe")
    expect(quiz.locator(".option")).to_have_count(3)
    expect(quiz.locator(".head")).to_have_count(0)
    expect(page.frame_locator("figure.key iframe").locator(".keyed")).to_contain_text("3 May 2014")


def test_without_its_brief_a_question_still_shows_its_words(desk: Desk, open_page: Open) -> None:
    desk.path.with_suffix(".md").unlink()
    page = open_page()
    expect(page.locator("#brief")).to_contain_text("is not beside it")
    expect(page.locator("blockquote")).to_contain_text("The port of Anzo opened on 3 May 2014.")
    page.keyboard.press("a")
    shows(page, "builder")


# ── others ──


def test_what_another_program_saves_is_shown_and_kept(desk: Desk, open_page: Open) -> None:
    page = open_page()
    desk.write(desk.text.replace("# mine", "# ours").replace("Who built", "Who made"))
    told(page, "changed by another program")
    page.keyboard.press("a")
    expect(page.locator("#question .prompt")).to_have_text("Who made the port of Anzo?")
    assert "# ours" in desk.text
    assert desk.statuses().startswith("opened:approved builder:review")


def test_a_question_that_changed_meanwhile_is_shown_before_it_counts(
    desk: Desk, open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefquiz.review.web.serving.LOOK", 60)  # nobody has noticed yet
    page = open_page()
    desk.write(desk.text.replace("When did the port", "When exactly did the port"))
    page.keyboard.press("a")
    told(page, "was changed meanwhile")
    expect(page.locator("#question .prompt")).to_contain_text("exactly")
    assert "approved" not in desk.text
    page.keyboard.press("a")
    shows(page, "builder")
    assert desk.statuses().startswith("opened:approved")


def test_a_file_that_is_broken_meanwhile_is_not_written(desk: Desk, open_page: Open) -> None:
    page = open_page()
    broken = desk.text.replace("kind: actor", "kin: actor")
    desk.write(broken)
    expect(page.locator("#banner")).to_contain_text("unknown key 'kin'")
    page.keyboard.press("a")
    expect(page.locator("#banner")).to_contain_text("unknown key 'kin'")
    assert desk.text == broken
    desk.write(WHOLE)
    expect(page.locator("#banner")).to_be_hidden()
    page.keyboard.press("a")
    shows(page, "builder")


def test_what_was_typed_outlives_a_change_of_the_file(desk: Desk, open_page: Open) -> None:
    page = open_page()
    page.keyboard.press("e")
    page.get_by_label("Explanation").fill("As planned.")
    desk.write(desk.text.replace("When did the port", "When exactly did the port"))
    expect(page.locator("#tried")).to_contain_text("was changed elsewhere")
    page.get_by_label("Explanation").press("Enter")
    expect(page.locator("#tried")).to_contain_text("Save again to put yours in its place")
    assert "As planned." not in desk.text
    page.get_by_label("Explanation").press("Enter")
    told(page, "Saved")
    assert 'explain: "As planned."' in desk.text


def test_two_tabs_see_each_other(desk: Desk, open_page: Open) -> None:
    address = desk.serve()
    first, second = open_page(address), open_page(address)
    first.keyboard.press("a")
    expect(second.locator("#progress")).to_contain_text("1 of 4 settled")
    expect(second.locator("#question .pill")).to_have_text("approved")
    second.keyboard.press("j")
    shows(second, "builder")
    second.keyboard.press("r")
    expect(first.locator("#progress")).to_contain_text("2 of 4 settled")
    first.keyboard.press("u")
    first.keyboard.press("u")
    expect(second.locator("#progress")).to_contain_text("0 of 4 settled")
    assert desk.text == WHOLE


def test_the_server_stops_when_the_last_page_is_closed(desk: Desk, open_page: Open) -> None:
    address = desk.serve(grace=2)  # longer than a reload takes on a busy machine
    page = open_page(address)
    page.reload()
    page.wait_for_selector("html[data-ready]")
    time.sleep(2.5)
    run = desk.servers[0][1]
    assert run.is_alive()
    page.close()
    run.join(15)
    assert not run.is_alive()


def test_a_server_that_is_gone_is_said(desk: Desk, open_page: Open) -> None:
    page = open_page()
    desk.servers[0][0].stop()
    expect(page.locator("#banner")).to_contain_text("The review server has stopped")


# ── figures ──


def test_keystrokes_a_decision(desk: Desk, open_page: Open) -> None:
    """Forty questions, one in eight with a word to correct, a slip taken back: 1.3 at most."""
    blocks = re.split(
        r"(?m)^(?=  - id: )", QUESTIONS.replace("  # the next one needs a look\n", "")
    )
    many = [
        block.replace("- id: ", f"- id: n{number}-", 1).rstrip() + "\n"
        for number in range(10)
        for block in blocks[1:5]
    ]
    desk.write(HEAD + "\n".join(many))
    page = open_page()
    commands = 0

    def press(key: str) -> None:
        nonlocal commands
        commands += 1
        page.keyboard.press(key)

    for number in range(40):
        if number % 8 == 3:
            press("e")
            page.get_by_label("Question", exact=True).press("End")
            page.keyboard.type("?")
            press("Control+Enter")
        elif number == 20:
            press("r")
            press("u")
            expect(page.locator("#progress")).to_contain_text("20 of 40")
            press("a")
        else:
            press("r" if number % 3 else "a")
        expect(page.locator("#progress")).to_contain_text(f"{number + 1} of 40 settled")
    assert commands / 40 <= 1.3
    expect(page.get_by_role("heading", name="All settled")).to_be_visible()
    assert "review" not in desk.statuses()
