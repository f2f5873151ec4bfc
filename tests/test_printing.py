"""`briefquiz build` on paper: versions, prints, more sheets, and PDF files by either engine."""

import re
import shlex
import shutil
import subprocess
import zlib
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from briefquiz import cli
from briefquiz.cli import pdf
from briefquiz.cli.printing import NAMES
from briefquiz.outputs import OUTPUTS
from tests.outputs.conftest import tool

FILES = Path(__file__).parent / "cli/files"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(FILES, tmp_path / "work")
    monkeypatch.chdir(tmp_path / "work")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    return tmp_path / "work"


def build(options: str) -> Result:
    result = CliRunner().invoke(cli.main, ["build", *shlex.split(options), "questions/port.yaml"])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


def made() -> list[str]:
    return sorted(path.name.removeprefix("port-") for path in Path("decks").glob("port-*"))


@pytest.mark.parametrize(
    ("options", "sheets"),
    [
        ("", "key quiz"),
        ("--versions 2", "key-A key-B quick-key-A quick-key-B quiz-A quiz-B versions"),
        ("--large-print --dyslexia", "key quiz-dyslexia quiz-large quiz"),
        ("--quick-key", "key quick-key quiz"),
        ("--overlay --large-print", "key overlay-large overlay quiz-large quiz"),
        ("--answer-sheet", "answer-sheet key quiz"),
        ("--answer-sheet --overlay", "answer-overlay answer-sheet key overlay quiz"),
        ("--format quiz --versions 2", "quick-key-A quick-key-B quiz-A quiz-B versions"),
        ("--format overlay", "overlay"),
        ("--format versions", ""),
    ],
)
def test_which_sheets_are_made(options: str, sheets: str) -> None:
    assert build(options).exit_code == 0
    assert made() == [f"{name}.html" for name in sheets.split()]


@pytest.mark.parametrize(
    "options", ["--versions 0", "--versions 27", "--paper A5", "--order mixed"]
)
def test_what_makes_no_sense_is_refused(options: str) -> None:
    assert build(options).exit_code == 2
    assert not Path("decks").exists()


def test_a_word_bank_lists_what_belongs_into_the_gaps() -> None:
    text = (
        "briefquiz: 1\ntitle: t\nquestions:\n"
        '  - {id: a, kind: actor, type: cloze, prompt: "By [[sea]] and [[land]] and [[sea]]."}\n'
    )
    Path("questions/port.yaml").write_text(text, "utf-8")
    build("")
    assert "land" not in Path("decks/port-quiz.html").read_text("utf-8")
    build("--word-bank")
    page = Path("decks/port-quiz.html").read_text("utf-8")
    assert "<li>land</li><li>sea</li>" in page
    assert "Some are needed more than once." in page


def test_a_word_bank_of_one_word_would_give_it_away() -> None:
    text = (
        "briefquiz: 1\ntitle: t\nquestions:\n"
        '  - {id: a, kind: actor, type: cloze, prompt: "By [[land]]."}\n'
    )
    Path("questions/port.yaml").write_text(text, "utf-8")
    build("--word-bank")
    assert "land" not in Path("decks/port-quiz.html").read_text("utf-8")


def info(name: str) -> str:
    done = subprocess.run(
        [tool("pdfinfo", "poppler-utils"), f"decks/{name}"], check=True, capture_output=True
    )
    return " ".join(done.stdout.decode().split())


def unpacked(data: bytes) -> bytes:
    """The file with what is packed in it."""
    streams = re.findall(rb"stream\r?\n(.*?)endstream", data, re.DOTALL)
    packed = (zlib.decompressobj().decompress(s) for s in streams if s.startswith(b"x"))
    return data + b"".join(packed)


def test_pdf_files_are_tagged_and_the_same_every_time() -> None:
    assert build("--pdf --versions 2").exit_code == 0
    assert len([name for name in made() if name.endswith(".pdf")]) == 7
    first = {path: path.read_bytes() for path in Path("decks").glob("*.pdf")}
    said = info("port-quiz-A.pdf")
    assert "Title: The port of Vellmar – Quiz, Version A" in said
    assert "Tagged: yes" in said
    assert "A4" in said
    assert all(b"/Lang (en)" in unpacked(data) for data in first.values())
    build("--pdf --versions 2")
    assert {path: path.read_bytes() for path in Path("decks").glob("*.pdf")} == first


def test_without_weasyprint_an_installed_browser_makes_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tool("chromium", "chromium")
    monkeypatch.setattr(pdf, "weasyprint", lambda: None)
    assert build("--pdf --paper letter --format quiz").exit_code == 0
    said = info("port-quiz.pdf")
    assert "Title: The port of Vellmar – Quiz" in said
    assert "Tagged: yes" in said
    assert "letter" in said


def test_without_either_nothing_is_written_and_it_is_said_what_is_missing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(pdf, "weasyprint", lambda: None)
    monkeypatch.setattr(pdf, "COMMANDS", ())
    result = build("--pdf")
    assert (result.exit_code, result.output) == (1, f"--pdf: {pdf.NO_ENGINE}\n")
    assert not Path("decks").exists()


def test_a_browser_that_fails_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "weasyprint", lambda: None)
    monkeypatch.setattr(pdf, "COMMANDS", ("false",))
    result = build("--pdf --format quiz")
    assert result.exit_code == 1
    assert re.match(r"port-quiz\.pdf: cannot be made: ", result.output)


def test_sheets_in_pdf_load_nothing() -> None:
    convert = pdf.weasyprint()
    assert convert is not None
    page = b'<html lang="en"><title>t</title><p>seen</p>%s</html>'
    picture = (Path(__file__).parents[1] / "docs/card.png").as_uri().encode()
    plain = convert(page % b"")
    assert len(convert(page % b'<img src="%s" alt="">' % picture)) < len(plain) + 500


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("de", ["Fassung B", "Ende der Fassung B.", "2 Fragen, 2 Punkte", "Seite ", " von "]),
        ("pl", ["Wersja B", "Koniec wersji B.", "2 pytania, 2 punkty", "Strona ", " z "]),
        ("fr-CA", ["Version B", "Fin de la version B.", "2 questions, 2 points", "Page ", " sur "]),
        ("kk", ["Version B", "End of version B.", "2 questions, 2 points", "Page ", " of "]),
    ],
)
def test_the_language_of_the_file_drives_the_words(lang: str, words: list[str]) -> None:
    path = Path("questions/port.yaml")
    text = path.read_text("utf-8").replace("title:", f"lang: {lang}\ntitle:", 1)
    path.write_text(text.replace('published: "2021"', 'published: "2021-02-03"'), "utf-8")
    build("--versions 2")
    page = Path("decks/port-quiz-B.html").read_text("utf-8")
    assert f'<html lang="{lang}">' in page
    for word in words:
        assert word in page
    key = Path("decks/port-key-B.html").read_text("utf-8")
    quotes = {"de": "„…“", "pl": "„…”", "fr-CA": "«\u00a0…\u00a0»", "kk": "“…”"}[lang]
    before, _, after = quotes.partition("…")
    assert f"<blockquote>{before}" in key
    assert f"{after}</blockquote>" in key
    dates = {"de": "3. Februar", "pl": "3 lutego", "fr-CA": "3 février", "kk": "3 February"}
    assert f"{dates[lang]} 2021" in page


def test_the_page_about_paper_names_every_option_and_every_sheet() -> None:
    page = (Path(__file__).parents[1] / "docs/paper.md").read_text("utf-8")
    for name in NAMES:
        assert f"--{name.replace('_', '-')}" in page
    for name in OUTPUTS.keys() - {"apkg", "study", "cards", "practice"}:  # docs/study.md has these
        assert f"`NAME-{name}.html`" in page
