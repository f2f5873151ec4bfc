"""Other programs, other tabs, and the end of the server."""

import threading
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import replace

import pytest
from playwright.sync_api import expect

from briefquiz import bank
from briefquiz.errors import BriefquizError, Issue
from briefquiz.review.web import views
from tests.review.web.conftest import WHOLE, Desk, Open, shows, told


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
    expect(page.locator("#fault")).to_contain_text("was changed elsewhere")
    page.get_by_label("Explanation").press("Enter")
    expect(page.locator("#fault")).to_contain_text("Save again to put yours in its place")
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


def test_a_check_at_work_ends_with_the_server(desk: Desk) -> None:
    address = desk.serve()
    server, run = desk.servers[0]
    room = server.board.room
    begun = threading.Event()

    def endless(file: bank.QuestionFile) -> Iterator[Issue]:
        begun.set()
        while True:
            yield Issue(("questions", 0, "prompt"), "is never good enough")

    room.outside = replace(room.outside, check=endless)
    with urllib.request.urlopen(address + "events", timeout=10):
        assert begun.wait(10)
    server.stop()
    run.join(8)
    assert not run.is_alive()


def test_a_server_that_is_gone_is_said(desk: Desk, open_page: Open) -> None:
    page = open_page()
    desk.servers[0][0].stop()
    expect(page.locator("#banner")).to_contain_text("The review server has stopped")


def test_an_undo_that_cannot_be_saved_can_be_tried_again(desk: Desk) -> None:
    room = desk.room()
    room.settle("opened", "approved", views.version(room.book.blocks[0]))
    outside = room.outside
    room.outside = replace(outside, exchange=lambda old, new: False)
    with pytest.raises(BriefquizError, match="try again"):
        room.undo()
    room.outside = outside
    room.undo()
    assert desk.text == WHOLE
