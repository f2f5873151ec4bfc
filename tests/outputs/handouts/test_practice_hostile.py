"""Whatever stands in a quiz is text on the practice page; its own script runs there, or none."""

import html
import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from briefquiz.outputs.text import printable
from briefquiz.quiz import Quiz
from tests.outputs.handouts.conftest import THROUGH, practice_source
from tests.outputs.samples import HOSTILE, hostile_items, hostile_quiz, sample_quiz


@pytest.mark.parametrize("text", [*HOSTILE, "</SCRIPT><!--<script>", "\u2028 \u2029"])
def test_hostile_texts_stay_text_in_the_source(text: str) -> None:
    items = tuple(hostile_items(text))
    source = practice_source(replace(sample_quiz(), title=text, items=items))
    assert len(re.findall(r"<script|</script", source, re.IGNORECASE)) == 4
    data = source.partition('id="data">')[2].partition("</script>")[0]
    assert not re.search("[<>&\u2028\u2029]", data)
    prompts = [question["prompt"] for question in json.loads(data)["questions"]]
    assert prompts == [f"Q {printable(text)}"] * len(items)


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
    source = practice_source(sample_quiz())
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
    file.write_text(practice_source(sample_quiz()), "utf-8")
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(file.as_uri())
    assert "JavaScript" in page.locator("main").inner_text()
    context.close()
