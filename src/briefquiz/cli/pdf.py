"""Sheets as PDF files: by WeasyPrint if it is there, else by an installed browser."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, TypeAlias

from briefquiz.cli.files import failure, reason
from briefquiz.quiz import Artifact

Engine: TypeAlias = Callable[[bytes], bytes]
"""An HTML file → a PDF file."""

COMMANDS = (
    "chromium chromium-browser google-chrome google-chrome-stable chrome msedge microsoft-edge "
    "microsoft-edge-stable brave-browser"
).split()
PLACES = {
    "darwin": (
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
    ),
    "win32": (
        r"%ProgramFiles%\Google\Chrome\Application\chrome.exe",
        r"%ProgramFiles(x86)%\Google\Chrome\Application\chrome.exe",
        r"%LocalAppData%\Google\Chrome\Application\chrome.exe",
        r"%ProgramFiles(x86)%\Microsoft\Edge\Application\msedge.exe",
        r"%ProgramFiles%\Microsoft\Edge\Application\msedge.exe",
    ),
}
"""Where browsers are that are not found by their command."""
FLAGS = (
    "--headless=new",
    "--disable-gpu",
    "--disable-background-networking",
    "--no-first-run",
    "--no-pdf-header-footer",
)
PATIENCE = 120
"""Seconds until a browser that does not finish is given up."""
ON_SCREEN = "-practice.html"
"""How the name of a page ends that is for the screen only."""
NO_ENGINE = (
    "needs WeasyPrint (pip install weasyprint) or an installed Chromium, Chrome or Edge; "
    "without them, print the HTML files from any browser"
)


def engine() -> Engine:
    """What makes PDF files here. Raises BriefquizError if nothing does."""
    found = weasyprint() or browser()
    if not found:
        raise failure(Path("--pdf"), NO_ENGINE)
    return found


def pdfs(artifacts: Iterable[Artifact], size: str, convert: Engine) -> Iterator[Artifact]:
    """A PDF file for each sheet, on paper of this size ("A4", "Letter").

    Raises BriefquizError for one that cannot be made.
    """
    style = f"<style>@page {{ size: {size} }}</style></head>".encode()
    for artifact in artifacts:
        if artifact.name.endswith(".html") and not artifact.name.endswith(ON_SCREEN):
            name = artifact.name.removesuffix(".html") + ".pdf"
            html = artifact.data.replace(b"</head>", style, 1)
            try:
                yield Artifact(name, convert(html))
            except (OSError, subprocess.SubprocessError) as error:
                raise failure(Path(name), f"cannot be made: {reason(error)}") from None


def weasyprint() -> Engine | None:
    """WeasyPrint, or None where it or a library that it needs is missing.

    Its files are tagged (PDF/UA-1) and the same every time. It loads nothing.
    """
    try:
        import weasyprint
    except (ImportError, OSError):
        return None

    nothing = weasyprint.urls.URLFetcher(allowed_protocols=())

    def convert(html: bytes) -> bytes:
        page: Any = weasyprint.HTML(string=html.decode(), url_fetcher=nothing)
        pdf: bytes = page.write_pdf(pdf_variant="pdf/ua-1")
        return pdf

    return convert


def browser() -> Engine | None:
    """An installed browser that can print, or None without one."""
    program = _browser()
    if not program:
        return None

    def convert(html: bytes) -> bytes:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            (folder / "sheet.html").write_bytes(html)
            target = folder / "sheet.pdf"
            subprocess.run(
                [
                    program,
                    *FLAGS,
                    *(["--no-sandbox"] if _is_root() else []),
                    f"--user-data-dir={folder / 'profile'}",
                    f"--print-to-pdf={target}",
                    (folder / "sheet.html").as_uri(),
                ],
                check=True,
                capture_output=True,
                timeout=PATIENCE,
            )
            return target.read_bytes()

    return convert


def _browser() -> str:
    places = (os.path.expandvars(place) for place in PLACES.get(sys.platform, ()))
    found = (*map(shutil.which, COMMANDS), *(place for place in places if Path(place).is_file()))
    return next(filter(None, found), "")


def _is_root() -> bool:
    """A browser run by root, as in a container, has no sandbox to go into."""
    return getattr(os, "geteuid", lambda: 1)() == 0
