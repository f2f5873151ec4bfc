"""Files of earlier builds that are older than the questions they were made of."""

from collections.abc import Collection, Iterator
from pathlib import Path

ENDINGS = {
    "quiz": "-quiz.html",
    "key": "-key.html",
    "study": "-study.html",
    "cards": "-cards.html",
    "practice": "-practice.html",
    "quick-key": "-quick-key.html",
    "overlay": "-overlay.html",
    "answer-sheet": "-answer-sheet.html",
    "answer-overlay": "-answer-overlay.html",
    "gift": "-gift.txt",
    "moodle": "-moodle.xml",
    "aiken": "-aiken.txt",
    "markdown": "-quiz.md",
    "qti21": "-qti21.zip",
    "qti12": "-qti12.zip",
    "tsv": ".tsv",
    "csv": ".csv",
    "kahoot": "-kahoot.xlsx",
    "blooket": "-blooket.csv",
}
"""Format → how the names of its files end; decks keep themselves up to date by their lock."""

NEAR = 10.0
"""Seconds within which files may have come by one checkout, in any order."""


def older(
    source: Path, out: Path, formats: Collection[str], wrote: Collection[Path]
) -> Iterator[str]:
    """One line about the files of a question file in `out` that a build left as they were.

    It was a build in these formats, which wrote these files. Nothing is said of files as old as
    the questions.
    """
    stale: dict[Path, str] = {}
    printed = False
    for name, ending in ENDINGS.items():
        sheet = out / f"{source.stem}{ending}"
        for path in dict.fromkeys((sheet, sheet.with_suffix(".pdf"))):
            untouched = path not in wrote and (path != sheet or name not in formats)
            if untouched and _is_older(path, source):
                stale[path] = name
                printed |= path != sheet
    if stale:
        files = ", ".join(map(str, stale))
        formats = "".join(f" --format {name}" for name in dict.fromkeys(stale.values()))
        again = f"briefquiz build {source}{formats}{' --pdf' * printed}"
        yield f"older than the questions: {files} – made again by {again}"


def _is_older(path: Path, than: Path) -> bool:
    try:
        return path.stat().st_mtime + NEAR < than.stat().st_mtime
    except OSError:
        return False  # not there
