"""The title of the quiz can be changed, and back, but not over what another program wrote."""

from playwright.sync_api import expect

from tests.review.web.conftest import WHOLE, Desk, Open


def test_the_title_can_be_changed(desk: Desk, open_page: Open) -> None:
    page = open_page()
    other = open_page(desk.servers[0][0].address)
    page.get_by_role("button", name="Change the title").click()
    page.get_by_role("textbox", name="Title").fill("")
    page.keyboard.press("Enter")
    expect(page.locator("#title-fault")).to_contain_text("a quiz needs a title")
    page.get_by_role("textbox", name="Title").fill("The port: 2014")
    page.keyboard.press("Enter")
    for one in (page, other):
        expect(one.locator("h1")).to_have_text("The port: 2014")
    assert desk.text == WHOLE.replace('"The harbour"', '"The port: 2014"')
    page.get_by_role("button", name="Undo the new title").click()
    expect(page.locator("h1")).to_have_text("The harbour")
    assert desk.text == WHOLE


def test_a_title_changed_elsewhere_is_not_overwritten_unseen(desk: Desk, open_page: Open) -> None:
    page = open_page()
    page.get_by_role("button", name="Change the title").click()
    page.get_by_role("textbox", name="Title").fill("Mine")
    desk.write(WHOLE.replace("The harbour", "Theirs"))
    expect(page.locator("h1")).to_have_text("Theirs")
    page.keyboard.press("Enter")
    expect(page.locator("#title-fault")).to_contain_text("is now “Theirs”")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Change the title").click()
    expect(page.get_by_role("textbox", name="Title")).to_have_value("Mine")
    assert "Theirs" in desk.text
