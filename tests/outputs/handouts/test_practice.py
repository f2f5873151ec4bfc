"""The practice page, driven by keyboard in a real browser, from a file and without a network."""

import html
import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from briefquiz.outputs.handouts import practice
from briefquiz.outputs.text import printable
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
from tests.outputs.handouts.conftest import faults
from tests.outputs.samples import (
    HOSTILE,
    example_quiz,
    hostile_items,
    hostile_quiz,
    one_shape,
    sample_quiz,
)


def source_of(quiz: Quiz) -> str:
    (artifact,) = practice.render(quiz, Build())
    assert artifact.name == f"{quiz.name}-practice.html"
    return artifact.data.decode()


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


FILLED = """() => {
  document.querySelectorAll("form input[type=text]").forEach(node => { node.value = "x"; });
  document.querySelectorAll("select").forEach(node => { node.selectedIndex = 1; });
  const box = document.querySelector("form input:not([type=text])");
  if (box) box.click();
  document.querySelector("form .first").click();
}"""


@pytest.mark.parametrize(("scheme", "rules"), [("light", None), ("dark", ["color-contrast"])])
def test_axe_finds_no_fault_in_any_state(
    browser: Browser, tmp_path: Path, scheme: Any, rules: list[str] | None
) -> None:
    """The page's policy lets nobody in, axe-core neither: here it is switched off."""
    context = browser.new_context(
        bypass_csp=True, color_scheme=scheme, viewport={"width": 390, "height": 844}
    )
    page = context.new_page()
    file = tmp_path / "practice.html"
    file.write_text(source_of(sample_quiz()), "utf-8")
    page.goto(file.as_uri())
    found = []
    for _ in sample_quiz().items:
        found += faults(page, rules)
        page.evaluate(FILLED)
        if page.locator(".result form").count():
            found += faults(page, rules)
            page.locator(".result form .first").click()
        found += faults(page, rules)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        page.locator(".result .first").click()
    assert found + faults(page, rules) == []
    context.close()


@pytest.mark.parametrize("text", [*HOSTILE, "</SCRIPT><!--<script>", "\u2028 \u2029"])
def test_hostile_texts_stay_text_in_the_source(text: str) -> None:
    items = tuple(hostile_items(text))
    source = source_of(replace(sample_quiz(), title=text, items=items))
    assert len(re.findall(r"<script|</script", source, re.IGNORECASE)) == 4
    data = source.partition('id="data">')[2].partition("</script>")[0]
    assert not re.search("[<>&\u2028\u2029]", data)
    prompts = [question["prompt"] for question in json.loads(data)["questions"]]
    assert prompts == [f"Q {printable(text)}"] * len(items)


THROUGH = """() => {
  const main = document.getElementById("main"), seen = [];
  while (document.querySelector("form .quiet")) {
    const asked = main.textContent;
    document.querySelector("form .quiet").click();
    seen.push([asked, main.textContent, main.querySelectorAll("script, img, x, y").length]);
    document.querySelector(".result .first").click();
  }
  return seen;
}"""


def test_hostile_texts_are_shown_as_they_are(opened: Callable[[Quiz], Page]) -> None:
    quiz = hostile_quiz()
    page = opened(replace(quiz, title=HOSTILE[5]))
    seen = page.evaluate(THROUGH)
    for item, (asked, told, elements) in zip(quiz.items, seen, strict=True):
        text = printable(item.prompt.removeprefix("Q "))
        assert text in asked
        assert f"before A {text} after" in told
        assert elements == 0
    assert page.title() == f"{HOSTILE[5]} – practice"


def test_the_policy_lets_nothing_else_run(browser: Browser, tmp_path: Path) -> None:
    source = source_of(sample_quiz())
    policy = html.unescape(re.findall(r'content="(default-src[^"]*)"', source)[0])
    assert re.fullmatch(
        r"default-src 'none'; script-src 'sha256-[\w+/=]{44}'; style-src 'sha256-[\w+/=]{44}'; "
        r"base-uri 'none'; form-action 'none'",
        policy,
    )
    assert not re.search(r"\s(?:src|href|style|on\w+)=", source.partition("<script")[0])
    file = tmp_path / "practice.html"
    planted = "<script>document.title = 'planted'</script></body>"
    file.write_text(source.replace("</body>", planted), "utf-8")
    page = browser.new_page()
    page.goto(file.as_uri())
    assert page.title() == "How a shortage became a strategy – practice"
    assert page.locator("h2").inner_text() == "Question 1 of 10"
    page.close()


def test_without_script_it_says_what_is_missing(browser: Browser, tmp_path: Path) -> None:
    file = tmp_path / "practice.html"
    file.write_text(source_of(sample_quiz()), "utf-8")
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(file.as_uri())
    assert "JavaScript" in page.locator("main").inner_text()
    context.close()


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
