"""Verdicts by key, mouse and touch, and back: each is in the file at once."""

import re

from playwright.sync_api import expect

from tests.review.web.conftest import HEAD, PROMPTS, QUESTIONS, WHOLE, Desk, Open, shows, told


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


def test_a_key_after_a_verdict_is_for_the_question_that_follows(open_page: Open) -> None:
    page = open_page()
    for key in "aaj":
        page.keyboard.press(key)
    shows(page, "why-workers")
    for key in "kre":
        page.keyboard.press(key)
    expect(page.get_by_label("Question", exact=True)).to_have_value(PROMPTS["why-workers"])


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


def test_the_ready_ones_too(open_page: Open) -> None:
    page = open_page(everything=True)
    expect(page.locator("#progress")).to_have_text("0 of 5 settled")


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


def test_nothing_is_settled_behind_the_list(desk: Desk, open_page: Open) -> None:
    page = open_page()
    for key in ("a", "r"):
        page.keyboard.press("l")
        expect(page.locator("#list")).to_be_visible()
        expect(page.get_by_role("button", name="Show it to approve")).to_be_visible()
        page.keyboard.press(key)
        expect(page.locator("#list")).to_be_hidden()
        told(page, "once more to settle it")
        shows(page, "opened")
    page.keyboard.press("l")
    page.get_by_role("button", name="Show it to approve").click()
    expect(page.locator("#list")).to_be_hidden()
    expect(page.get_by_role("button", name="Approve", exact=True)).to_be_visible()
    assert desk.text == WHOLE
    page.keyboard.press("a")
    shows(page, "builder")
    page.keyboard.press("l")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    shows(page, "workers")
    page.keyboard.press("l")
    page.keyboard.press("u")
    expect(page.locator("#list")).to_be_hidden()
    shows(page, "opened")
