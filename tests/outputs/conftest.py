"""What tests of outputs need from outside: a browser that prints, WeasyPrint, pdftotext."""

import html
import os
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
import weasyprint

from tests.outputs.browser import Browser

PAGE = re.compile(r'<page width="([\d.]+)" height="([\d.]+)">')
WORD = re.compile(
    r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>'
)


class Word(NamedTuple):
    """A printed word: its page, counted from 0, and its box in points from the top left."""

    page: int
    text: str
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True)
class Paper:
    """A printed sheet: the text of each page, and its words where they stand.

    `raw` is the text in the order of the file; `size` the width and height of a page in points;
    `pdf` the file.
    """

    pages: list[str]
    words: list[Word] = field(repr=False)
    raw: str = field(repr=False)
    size: tuple[float, float]
    pdf: bytes = field(repr=False)

    def height(self, word: str) -> float:
        """How tall the first such word is."""
        return next(found.bottom - found.top for found in self.words if found.text == word)


Print = Callable[[str, str], Paper]
"""HTML, paper ("A4", "Letter") → the printed sheet."""


def tool(name: str, package: str) -> str:
    """Path of a program. Missing: the test is skipped, but fails where CI must have it."""
    found = shutil.which(name)
    if found:
        return found
    message = f"{name} is missing: apt-get install -y {package}"
    if os.environ.get("CI"):
        pytest.fail(message)
    pytest.skip(message)


@pytest.fixture(scope="session")
def devtools(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """A browser that prints for all tests of a worker."""
    running = Browser(tool("chromium", "chromium"), tmp_path_factory.mktemp("browser"))
    yield running
    running.close()


@pytest.fixture(scope="session")
def print_sheet(devtools: Browser, tmp_path_factory: pytest.TempPathFactory) -> Print:
    """Prints a page through the browser and reads the paper."""
    return _printer(devtools.pdf, tmp_path_factory.mktemp("printed"))


@pytest.fixture(scope="session")
def typeset_sheet(tmp_path_factory: pytest.TempPathFactory) -> Print:
    """Prints a page through WeasyPrint and reads the paper."""

    def convert(source: str) -> bytes:
        pdf: bytes = weasyprint.HTML(string=source).write_pdf()
        return pdf

    return _printer(convert, tmp_path_factory.mktemp("typeset"))


@pytest.fixture(params=["browser", "weasyprint"])
def either(request: pytest.FixtureRequest) -> Print:
    """Prints through one engine, then through the other."""
    name = "print_sheet" if request.param == "browser" else "typeset_sheet"
    found: Print = request.getfixturevalue(name)
    return found


def _printer(convert: Callable[[str], bytes], folder: Path) -> Print:
    pdftotext = tool("pdftotext", "poppler-utils")
    target = folder / "sheet.pdf"

    def text(*options: str) -> str:
        done = subprocess.run(
            [pdftotext, *options, target, "-"], check=True, capture_output=True, timeout=120
        )
        return done.stdout.decode()

    @cache
    def printed(source: str, paper: str) -> Paper:
        size = f"<style>@page {{ size: {paper} }}</style></head>"
        pdf = convert(source.replace("</head>", size, 1))
        target.write_bytes(pdf)
        boxes = text("-bbox")
        width, height = map(float, PAGE.findall(boxes)[0])
        pages = boxes.split("<page ")[1:]
        words = [
            Word(number, html.unescape(found[4]), *map(float, found[:4]))
            for number, page in enumerate(pages)
            for found in WORD.findall(page)
        ]
        laid_out = text("-layout").split("\f")[:-1]
        return Paper(
            [" ".join(page.split()) for page in laid_out],
            words,
            " ".join(text("-raw").split()),
            (width, height),
            pdf,
        )

    return printed
