"""Handouts on paper and on the screen: two engines that print, and one browser for a whole module.

The browser is the installed Chromium, driven by Playwright; nothing is downloaded.
"""

import re
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import pytest
import weasyprint
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

from tests.outputs.conftest import tool

Engine = Literal["chromium", "weasyprint"]
ENGINES: tuple[Engine, ...] = ("chromium", "weasyprint")
PAPERS = ("A4", "Letter")
MM = 72 / 25.4
FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip
PAGE = r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>'
WORD = r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>'


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


Print = Callable[[str, Engine, str], list[Paper]]
"""HTML, engine, paper ("A4", "Letter") → the printed pages."""


@pytest.fixture
def print_pages(browser: Browser, tmp_path: Path) -> Print:
    pdftotext = tool("pdftotext", "poppler-utils")

    def printed(source: str, engine: Engine, paper: str) -> list[Paper]:
        target = tmp_path / "sheet.pdf"
        if engine == "chromium":
            page = browser.new_page()
            page.set_content(source)
            page.pdf(path=target, format=paper)
            page.close()
        else:
            size = weasyprint.CSS(string=f"@page {{ size: {paper} }}")
            weasyprint.HTML(string=source).write_pdf(target, stylesheets=[size])
        done = subprocess.run(
            [pdftotext, "-bbox", target, "-"], check=True, capture_output=True, timeout=60
        )
        return [
            Paper(float(wide) / MM, float(high) / MM, tuple(_words(words)))
            for wide, high, words in re.findall(PAGE, done.stdout.decode(), re.DOTALL)
        ]

    return printed


def _words(source: str) -> Iterator[Word]:
    for *box, text in re.findall(WORD, source):
        left, top, right, bottom = (float(number) / MM for number in box)
        yield Word(text, left, top, right, bottom)


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
