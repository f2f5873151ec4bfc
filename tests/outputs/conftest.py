"""What tests of outputs need from outside: the real Anki, a browser that prints."""

import os
import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--no-pdf-header-footer",
    "--disable-background-networking",
)
WORD = r'<word [^>]*yMin="([\d.]+)"[^>]*yMax="([\d.]+)"[^>]*>(.*?)</word>'


@dataclass(frozen=True)
class Paper:
    """A printed sheet: the text of each page, and its words with their heights in points."""

    pages: list[str]
    words: list[tuple[str, float]]

    def height(self, word: str) -> float:
        """How tall the first such word is."""
        return next(height for text, height in self.words if text == word)


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


@pytest.fixture
def print_sheet(tmp_path: Path) -> Print:
    """Prints a page through the browser and reads the paper."""
    chromium = tool("chromium", "chromium")
    pdftotext = tool("pdftotext", "poppler-utils")

    def run(*command: str | Path) -> str:
        done = subprocess.run(command, check=True, capture_output=True, timeout=120)
        return done.stdout.decode()

    def printed(html: str, paper: str) -> Paper:
        source, target = tmp_path / "sheet.html", tmp_path / "sheet.pdf"
        size = f"<style>@page {{ size: {paper} }}</style></head>"
        source.write_text(html.replace("</head>", size, 1), "utf-8")
        profile = f"--user-data-dir={tmp_path / 'profile'}"
        run(chromium, *FLAGS, profile, f"--print-to-pdf={target}", source)
        pages = run(pdftotext, "-layout", target, "-").split("\f")[:-1]
        boxes = re.findall(WORD, run(pdftotext, "-bbox", target, "-"))
        return Paper(
            [" ".join(page.split()) for page in pages],
            [(word, float(bottom) - float(top)) for top, bottom, word in boxes],
        )

    return printed
