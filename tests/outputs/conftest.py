"""What tests of outputs need from outside: the real Anki, a browser that prints."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Print = Callable[[bytes, str], list[str]]
"""HTML, paper ("A4", "Letter") → the text of each page."""


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
def print_pages(tmp_path: Path) -> Print:
    """Prints a page through the browser and reads the paper."""
    chromium = tool("chromium", "chromium")
    pdftotext = tool("pdftotext", "poppler-utils")

    def printed(html: bytes, paper: str) -> list[str]:
        source, target = tmp_path / "sheet.html", tmp_path / "sheet.pdf"
        size = f"<style>@page {{ size: {paper} }}</style></head>".encode()
        source.write_bytes(html.replace(b"</head>", size, 1))
        subprocess.run(
            [
                chromium,
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--no-pdf-header-footer",
                "--disable-background-networking",
                f"--user-data-dir={tmp_path / 'profile'}",
                f"--print-to-pdf={target}",
                str(source),
            ],
            check=True,
            capture_output=True,
            timeout=120,
        )
        text = subprocess.run(
            [pdftotext, "-layout", str(target), "-"], check=True, capture_output=True
        ).stdout.decode()
        return [" ".join(page.split()) for page in text.split("\f")[:-1]]

    return printed
