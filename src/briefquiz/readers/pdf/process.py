"""PDFium at work in a process of its own, with limits."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any, TypeAlias

from briefquiz.readers.decode import refuse

Run: TypeAlias = tuple[float, float, float, float, bool, str]
"""x0, baseline, x1, size, bold, text; see letters.py."""

PROGRAM = Path(__file__).with_name("letters.py")
SECONDS = 120  # by the clock of a busy machine; after 20 of work letters.py is stopped anyway
REFUSED = {
    "password": "is protected by a password: open it and save it without one",
    "damaged": "is a damaged PDF: open it in the program it comes from and save it again",
    "pages": "is too long to be a brief: {count:,} pages; cut out those you need",
    "letters": "is too long to be a brief: cut out the pages you need",
}
SCANNED = "is a PDF of pictures, without text: have its text recognised (OCR) first"
TOO_MUCH = "is a PDF that takes too long or too much memory to read: save it anew, or as text"


def letters(data: bytes, file: str) -> list[tuple[float, float, list[Run]]]:
    """The pages of a PDF: width, height and runs of letters.

    Raises `BriefquizError` when the file is locked, damaged or past the limits.
    """
    # -P: the modules beside the program are no libraries of it.
    command = [sys.executable, "-P", str(PROGRAM)]
    try:
        done = subprocess.run(
            command, input=data, capture_output=True, timeout=SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        raise refuse(file, TOO_MUCH) from None
    try:
        answer = json.loads(done.stdout)
    except ValueError:
        # Stopped by a limit, or PDFium gave up: it ends its process when memory is short.
        raise refuse(file, TOO_MUCH) from None
    refused = answer.get("refused")
    if refused:
        raise refuse(file, REFUSED[refused].format(count=answer.get("count", 0)))
    if answer["pictures"] * 2 > len(answer["pages"]):
        raise refuse(file, SCANNED)
    return [_page(*page) for page in answer["pages"]]


def _page(width: float, height: float, runs: list[Any]) -> tuple[float, float, list[Run]]:
    return width, height, [(*run,) for run in runs]
