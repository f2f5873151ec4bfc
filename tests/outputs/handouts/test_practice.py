"""The practice page, driven by keyboard in a real browser, from a file and without a network."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from playwright.sync_api import Page

from briefquiz.outputs.handouts import practice
from briefquiz.quiz import (
    Build,
    Choice,
    Choices,
    Essay,
    Figure,
    Gaps,
    Item,
    Pairs,
    Quiz,
    Response,
    Sequence,
    TrueFalse,
    Words,
)
from tests.outputs.handouts.conftest import THROUGH
from tests.outputs.samples import example_quiz, one_shape, sample_quiz


def focused(page: Page) -> str:
    """What a screen reader calls the control that has the focus."""
    return str(
        page.evaluate(
            """() => { const at = document.activeElement;
            return at.getAttribute("aria-label") ||
              (at.labels && at.labels[0] ? at.labels[0].innerText.trim() : at.innerText || ""); }"""
        )
    )


def tab_to(page: Page, name: str) -> None:
    for _ in range(60):
        page.keyboard.press("Tab")
        if focused(page).startswith(name):
            return
    raise AssertionError(f"no way to {name!r} by keyboard")


def choose(page: Page, text: str) -> None:
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    for _ in range(9):
        if focused(page) == text:
            page.keyboard.press("Enter")
            return
        page.keyboard.press("ArrowDown")
    raise AssertionError(f"no option {text!r}")


def tick(page: Page, *texts: str) -> None:
    for _ in range(page.locator("input[type=checkbox]").count()):
        page.keyboard.press("Tab")
        if focused(page) in texts:
            page.keyboard.press("Space")
    page.keyboard.press("Enter")


def write(page: Page, *texts: str) -> None:
    for text in texts:
        page.keyboard.press("Tab")
        page.keyboard.type(text)
    page.keyboard.press("Enter")


def join(page: Page, *rights: str) -> None:
    for right in rights:
        page.keyboard.press("Tab")
        page.keyboard.type(right)
    tab_to(page, "Check")
    page.keyboard.press("Enter")


def order(page: Page, *steps: str) -> None:
    for place, step in enumerate(steps):
        tab_to(page, f"Move up: {step}")
        while page.locator(".steps .said").all_inner_texts().index(step) > place:
            page.keyboard.press("Enter")
        assert focused(page) == f"Move up: {step}"
    tab_to(page, "Check")
    page.keyboard.press("Enter")


def compare(page: Page, *ticked: str) -> None:
    write(page, "Critics say one thing, supporters another.")
    tab_to(page, "Compare")
    page.keyboard.press("Enter")
    assert page.locator("h3").inner_text() == "Mark it"
    tick(page, *ticked)


STEPS = sample_quiz().items[8].response
assert isinstance(STEPS, Sequence)
CHAIN = STEPS.items
ANSWERED: tuple[tuple[type[Response], Callable[..., None], tuple[str, ...], str, str], ...] = (
    (Choice, choose, ("9 August 2022",), "✓ Right.", "1 of 1"),
    (Choice, choose, ("3 July 2023",), "✗ Not right.", "0 of 1"),
    (Choices, tick, ("Japan’s controls on equipment", "China’s licences for gallium",
                     "the European Chips Act"), "✓ Right.", "3 of 3"),
    (Choices, tick, ("Japan’s controls on equipment",), "✗ Not right.", "0 of 3"),
    (TrueFalse, choose, ("False",), "✓ Right.", "1 of 1"),
    (TrueFalse, choose, ("True",), "✗ Not right.", "0 of 1"),
    (Words, write, ("asml ",), "✓ Right.", "1 of 1"),
    (Words, write, ("the ASML Holding.",), "✓ Right.", "1 of 1"),
    (Words, write, ("TSMC",), "✗ Not right.", "0 of 1"),
    (Figure, write, ("52.9 billion",), "✓ Right.", "2 of 2"),
    (Figure, write, ("$52,700,000,000",), "✓ Right.", "2 of 2"),
    (Figure, write, ("53.3 billion",), "✗ Not right.", "0 of 2"),
    (Figure, write, ("52.7 million",), "✗ Not right.", "0 of 2"),
    (Gaps, write, ("Foundries", "laptops"), "✓ Right.", "2 of 2"),
    (Gaps, write, ("Foundries", "cars"), "Partly right.", "1 of 2"),
    (Gaps, write, ("cars", "cars"), "✗ Not right.", "0 of 2"),
    (Pairs, join, ("designed", "made", "put"), "✓ Right.", "3 of 3"),
    (Pairs, join, ("designed", "put", "estimated"), "Partly right.", "1 of 3"),
    (Pairs, join, ("made", "put", "estimated"), "✗ Not right.", "0 of 3"),
    (Sequence, order, CHAIN, "✓ Right.", "4 of 4"),
    (Sequence, order, CHAIN[::-1], "✗ Not right.", "0 of 4"),
    (Essay, compare, ("the critics’ view, told as a view (2)",
                      "the supporters’ view with their reason (3)"), "✓ Right.", "5 of 5"),
    (Essay, compare, ("the critics’ view, told as a view (2)",), "Partly right.", "2 of 5"),
    (Essay, compare, (), "✗ Not right.", "0 of 5"),
)  # fmt: skip


@pytest.mark.parametrize(("shape", "act", "given", "verdict", "points"), ANSWERED)
def test_every_shape_is_answered_marked_and_proved(
    opened: Callable[[Quiz], Page],
    shape: type[Response],
    act: Callable[..., None],
    given: tuple[str, ...],
    verdict: str,
    points: str,
) -> None:
    quiz = replace(one_shape(shape), items=one_shape(shape).items[:1])
    page = opened(quiz)
    act(page, *given)
    result = page.locator(".result")
    assert page.locator("h3").inner_text() == verdict
    assert focused(page) == verdict
    assert f"{points} points" in result.inner_text()
    for source in quiz.items[0].sources:
        assert f"“{source.quote}”" in result.inner_text()
        if source.para:
            assert f"¶ {source.para}" in result.inner_text()
    assert quiz.items[0].explain in result.inner_text()
    page.keyboard.press("Enter")
    assert page.locator("h2").inner_text() == "Your score"
    assert f"You have {points} points." in page.locator("main").inner_text()


def test_all_shapes_are_answered_above() -> None:
    shapes = {type(item.response) for item in sample_quiz().items}
    assert {shape for shape, *_ in ANSWERED} == shapes


def test_each_wrong_option_says_why(opened: Callable[[Quiz], Page]) -> None:
    quiz = one_shape(Choice)
    page = opened(replace(quiz, items=quiz.items[1:]))
    choose(page, "No capacity was left at the foundries.")
    row = page.locator(".options li", has_text="No capacity")
    assert "came later" in row.inner_text()
    assert "✗ wrong" in row.inner_text()
    assert "✓ right" in page.locator(".options li", has_text="They expected").inner_text()
    assert page.locator(".options input:disabled").count() == 5


def test_none_of_these_stays_last_and_dates_in_their_order(
    opened: Callable[[Quiz], Page],
) -> None:
    page = opened(one_shape(Choice))
    dates = page.locator(".options .said").all_inner_texts()
    assert dates == ["9 August 2022", "7 October 2022", "3 July 2023", "21 September 2023"]
    orders = set()
    for _ in range(6):
        page.reload()
        choose(page, "3 July 2023")
        page.keyboard.press("Enter")
        *mixed, last = page.locator(".options .said").all_inner_texts()
        assert last == "None of these"
        orders.add(tuple(mixed))
    assert len(orders) > 1


def test_those_missed_come_again_until_none_is_left(opened: Callable[[Quiz], Page]) -> None:
    items = tuple(i for i in sample_quiz().items if i.id in ("act-signed", "only-maker"))
    page = opened(replace(sample_quiz(), items=items))
    assert page.locator("h2").inner_text() == "Question 1 of 2"
    choose(page, "9 August 2022")
    page.keyboard.press("Enter")
    assert focused(page) == "Question 2 of 2"
    tab_to(page, "I do not know")
    page.keyboard.press("Enter")
    assert page.locator("h3").inner_text() == "Here is the answer."
    tab_to(page, "See the score")
    page.keyboard.press("Enter")
    assert page.locator(".missed li").all_inner_texts() == [items[1].prompt]
    tab_to(page, "Try those you missed again")
    page.keyboard.press("Enter")
    assert focused(page) == "Again: question 1 of 1"
    write(page, "ASML")
    page.keyboard.press("Enter")
    assert "You know all of it." in page.locator("main").inner_text()
    tab_to(page, "Start from the beginning")
    page.keyboard.press("Enter")
    assert focused(page) == "Question 1 of 2"


def test_a_person_may_know_better_than_the_program(opened: Callable[[Quiz], Page]) -> None:
    page = opened(one_shape(Words))
    write(page, "Advanced Semiconductor Materials Lithography")
    assert page.locator("h3").inner_text() == "✗ Not right."
    tab_to(page, "Count mine as right")
    page.keyboard.press("Enter")
    assert focused(page) == "✓ Right."
    page.keyboard.press("Enter")
    assert "You have 1 of 1 points." in page.locator("main").inner_text()


def test_nothing_answered_is_not_marked(opened: Callable[[Quiz], Page]) -> None:
    page = opened(one_shape(Words))
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.get_by_role("alert").inner_text().startswith("Answer first")
    assert page.locator("h3").count() == 0


def test_moving_is_told_to_screen_readers(opened: Callable[[Quiz], Page]) -> None:
    page = opened(one_shape(Sequence))
    first = page.locator(".steps .said").all_inner_texts()[0]
    tab_to(page, f"Move down: {first}")
    page.keyboard.press("Enter")
    assert page.get_by_role("status").inner_text() == f"{first}: now 2 of 4"


def test_it_says_that_it_has_the_answers_and_remembers_nothing(
    opened: Callable[[Quiz], Page],
) -> None:
    page = opened(sample_quiz())
    assert "This page contains the answers" in page.locator("header").inner_text()
    choose(page, "9 August 2022")
    page.keyboard.press("Enter")
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [
        0, 0, "",
    ]  # fmt: skip
    page.reload()
    assert page.locator("h2").inner_text() == "Question 1 of 10"


def test_the_example_and_a_course_go_from_end_to_end(opened: Callable[[Quiz], Page]) -> None:
    quiz = example_quiz()
    other = one_shape(Choice)
    items = (*quiz.items, *other.items)
    page = opened(replace(quiz, items=items, parts=(quiz, other)))
    for item, (asked, _, _) in zip(items, page.evaluate(THROUGH), strict=True):
        if not isinstance(item.response, Gaps):
            assert item.prompt in asked
    assert page.locator(".missed li").count() == len(items)


def test_an_empty_quiz_makes_no_page() -> None:
    assert practice.render(replace(sample_quiz(), items=()), Build()) == ()


def test_items_are_asked_in_the_words_of_their_language(
    opened: Callable[[Quiz], Page],
) -> None:
    page = opened(replace(one_shape(TrueFalse), lang="de"))
    assert page.locator("html").get_attribute("lang") == "de"
    assert page.locator("h2").inner_text() == "Frage 1 von 1"
    assert page.locator(".options .said").all_inner_texts() == ["Wahr", "Falsch"]


def test_right_to_left_text_has_its_own_direction(opened: Callable[[Quiz], Page]) -> None:
    item: Item = replace(one_shape(Words).items[0], prompt="מתי נפתח הקו (abc)?")
    page = opened(replace(sample_quiz(), items=(item,)))
    prompt = page.locator(".prompt")
    assert prompt.evaluate("node => getComputedStyle(node).direction") == "rtl"
