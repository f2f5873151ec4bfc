"""Where one is among the questions, whatever was settled, saved or looked at before."""

from playwright.sync_api import Page, expect

from briefquiz import bank
from tests.review.web.conftest import CRANES, Desk, Open, shows


def settled(page: Page) -> None:
    for key in "aaaa":
        page.keyboard.press(key)
    expect(page.get_by_role("heading", name="All settled")).to_be_visible()


def test_where_nothing_waits_one_looks_at_all(desk: Desk, open_page: Open) -> None:
    page = open_page()
    settled(page)
    expect(page.locator(".end")).to_contain_text(f"briefquiz build {desk.path}")
    waiting, every = page.locator(".shelf").first, page.locator(".shelf").last
    expect(waiting).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("j")
    shows(page, "opened")
    expect(every).to_have_attribute("aria-pressed", "true")
    expect(page.locator("#question .where")).to_contain_text("1 of 5")
    page.keyboard.press("u")
    shows(page, "why-workers")
    expect(waiting).to_have_attribute("aria-pressed", "true")
    expect(waiting).to_have_text("waiting1")


def test_a_question_that_is_saved_again_is_seen(desk: Desk, open_page: Open) -> None:
    page = open_page()
    settled(page)
    page.get_by_role("button", name="New question about 17 cranes").click()
    page.keyboard.type("How many cranes?")
    page.keyboard.press("Enter")
    expect(page.locator("#question .prompt")).to_have_text("How many cranes?")
    page.keyboard.press("e")
    page.get_by_label("Question", exact=True).fill("How many cranes are there?")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#question .prompt")).to_have_text("How many cranes are there?")
    expect(page.locator("#question .pill")).to_have_text("approved")
    loaded = bank.load(desk.text, "f")
    assert loaded.questions[-2].prompt == "How many cranes are there?"


def test_what_is_not_asked_begins_where_one_is(open_page: Open) -> None:
    facts = [
        {"kind": "cause", "answer": "It", "evidence": "It was built", "para": 1},
        {"kind": "number", "answer": "17", "evidence": CRANES, "para": 2},
        {"kind": "actor", "answer": "The town", "evidence": "The town had long", "para": 3},
    ]
    page = open_page(facts=facts)
    listed = page.locator(".unasked .fact span")
    expect(listed).to_have_text(["It", "17", "The town"])
    page.keyboard.press("j")
    page.keyboard.press("j")
    shows(page, "workers")
    expect(listed).to_have_text(["17", "The town", "It"])
    expect(page.locator(".unasked h3")).to_have_text("Before ¶ 2")
