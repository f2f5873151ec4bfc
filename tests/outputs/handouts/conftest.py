"""Handouts on paper and on the screen: printed as all sheets are, and shown by one browser.

The browser is the installed Chromium, driven by Playwright; nothing is downloaded.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

from briefquiz.outputs.handouts import practice
from briefquiz.quiz import Build, Quiz
from tests.outputs import conftest as printing
from tests.outputs.conftest import tool

Engine = Literal["chromium", "weasyprint"]
ENGINES: tuple[Engine, ...] = ("chromium", "weasyprint")
PAPERS = ("A4", "Letter")
MM = 72 / 25.4
FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip
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
"""Goes from question to question without an answer; what is asked and told, and its elements."""


@dataclass(frozen=True)
class Word:
    """A word on paper and its box, in mm from the upper left corner."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True)
class Paper:
    """A page of paper: its size in mm, its words."""

    width: float
    height: float
    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=tool("chromium", "chromium"), args=list(FLAGS)
        )
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page in a fresh profile, as wide as a telephone; whatever it complains of fails."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    context.close()
    assert complaints == []


@pytest.fixture
def opened(page: Page, tmp_path: Path) -> Callable[[Quiz], Page]:
    """Opens the page of a quiz as from a USB stick: whatever it asks of a network fails."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))

    def opened(quiz: Quiz) -> Page:
        file = tmp_path / "practice.html"
        file.write_text(practice_source(quiz), "utf-8")
        page.goto(file.as_uri())
        assert asked == [file.as_uri()]
        return page

    return opened


def practice_source(quiz: Quiz) -> str:
    """The practice page of a quiz, as it stands in its file."""
    (artifact,) = practice.render(quiz, Build())
    assert artifact.name == f"{quiz.name}-practice.html"
    return artifact.data.decode()


Print = Callable[[str, Engine, str], list[Paper]]
"""HTML, engine, paper ("A4", "Letter") → the printed pages."""


@pytest.fixture
def print_pages(print_sheet: printing.Print, typeset_sheet: printing.Print) -> Print:
    """Prints through an engine, page by page, in millimetres."""

    def printed(source: str, engine: Engine, paper: str) -> list[Paper]:
        found = (print_sheet if engine == "chromium" else typeset_sheet)(source, paper)
        wide, high = (length / MM for length in found.size)
        return [
            Paper(wide, high, tuple(_in_mm(word) for word in found.words if word.page == number))
            for number in range(len(found.pages))
        ]

    return printed


def _in_mm(word: printing.Word) -> Word:
    left, top, right, bottom = (edge / MM for edge in word[2:])
    return Word(word.text, left, top, right, bottom)


def faults(page: Page, rules: list[str] | None = None) -> list[str]:
    """What axe-core finds on the page that is more than minor: rule and place."""
    only = {"runOnly": rules} if rules else {}
    found = Axe().run(page, options={"resultTypes": ["violations"], **only}).response
    return [
        f"{violation['id']}: {node['target']}"
        for violation in found["violations"]
        if violation["impact"] != "minor"
        for node in violation["nodes"]
    ]
