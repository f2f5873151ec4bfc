"""What a person sees and how they get to it: evidence, filters, list, keys, previews."""

import pytest
from playwright.sync_api import expect

from tests.review.web.conftest import PROMPTS, Desk, Open, shows, told


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
    expect(page.locator("#list")).to_be_hidden()
    shows(page, "contract")
    page.keyboard.press("k")
    shows(page, "why-workers")


def test_esc_ends_a_search(open_page: Open) -> None:
    page = open_page()
    page.keyboard.press("/")
    page.keyboard.type("quay")
    expect(page.locator("#list .entry")).to_have_count(2)
    page.keyboard.press("Escape")
    expect(page.get_by_label("Search")).to_have_value("")
    expect(page.locator("#list")).to_be_hidden()
    expect(page.locator("#question .where")).to_contain_text("of 4")
    page.keyboard.press("a")  # the keyboard is the question's again
    expect(page.locator("#progress")).to_contain_text("1 of 4 settled")


def test_esc_ends_a_search_wherever_the_keyboard_is(open_page: Open) -> None:
    page = open_page()
    page.keyboard.press("/")
    page.keyboard.type("quay")
    page.keyboard.press("Enter")
    expect(page.locator("#question .where")).to_contain_text("found")
    page.keyboard.press("Escape")
    expect(page.get_by_label("Search")).to_have_value("")
    expect(page.locator("#question .where")).not_to_contain_text("found")


def test_nothing_found_names_its_filters_and_takes_them_off(open_page: Open) -> None:
    page = open_page()
    shelves = page.locator(".shelf")
    page.get_by_label("Kind").select_option("date")
    expect(shelves).to_have_text(["waiting1", "ready1", "approved0", "rejected0", "all2"])
    page.keyboard.press("/")
    page.keyboard.type("zebra")
    expect(shelves).to_have_text(["waiting0", "ready0", "approved0", "rejected0", "all0"])
    page.keyboard.press("Enter")
    nothing = page.locator("#question .nothing")
    expect(nothing).to_contain_text("No question on the shelf “waiting” passes:")
    off = nothing.get_by_role("button")
    expect(off).to_have_text(["date×", "“zebra”×", "Take all filters off"])
    nothing.get_by_role("button", name="“zebra”").click()
    shows(page, "opened")
    page.get_by_label("Search").fill("contract zebra")
    page.locator("#list .nothing").get_by_role("button", name="Take all").click()
    expect(page.get_by_label("Kind")).to_have_value("")
    expect(shelves).to_have_text(["waiting4", "ready1", "approved0", "rejected0", "all5"])
    page.keyboard.press("Escape")
    page.get_by_label("Search").fill("won the contract in")
    page.keyboard.press("Enter")
    page.get_by_label("Kind").select_option("date")
    page.get_by_role("button", name="Look on all shelves (1)").click()
    shows(page, "contract")


def test_counts_follow_what_is_done(open_page: Open) -> None:
    page = open_page()
    where = page.locator("#question .where")
    page.keyboard.press("a")
    expect(where).to_contain_text("2 of 4 · 3 wait")
    expect(page.locator(".shelf").first).to_have_text("waiting3")
    page.keyboard.press("5")
    expect(where).to_contain_text("2 of 5")
    expect(where).not_to_contain_text("·")


@pytest.mark.parametrize("width", [1280, 390])
def test_what_is_said_covers_neither_brief_nor_question(open_page: Open, width: int) -> None:
    page = open_page(width=width)
    page.keyboard.press("a")
    told(page, "Approved")
    box = page.locator("#toast").bounding_box()
    desk = page.locator("#desk").bounding_box()
    strip = page.locator(".progress").bounding_box()
    assert box
    assert desk
    assert strip
    assert box["y"] + box["height"] <= desk["y"]
    assert box["y"] + box["height"] <= strip["y"] or box["x"] + box["width"] <= strip["x"]
    assert box["width"] > 150


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
