"""A brief on standard input; title and date said on the command line."""

import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from briefquiz import bank, cli
from tests.readers.making.texts import FILES, TITLE

PDF = (FILES / "reportlab.pdf").read_bytes()
PAGE = (FILES / "news.html").read_bytes()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(arguments: Sequence[str], data: bytes = b"") -> Result:
    return CliRunner().invoke(cli.main, list(arguments), input=data, prog_name="briefquiz")


@pytest.fixture
def drafted(folder: Path) -> Path:
    said = ["--name", "ferry", "--title", "A ferry: 5 years", "--published", "3 May 2025"]
    done = run(["draft", "-", *said], PDF)
    assert done.exit_code == 0, done.output
    return folder / "questions" / "ferry.yaml"


def test_brief_is_kept_beside_its_questions_and_checked_against(drafted: Path) -> None:
    assert drafted.with_suffix(".pdf").read_bytes() == PDF
    checked = run(["check"])
    assert checked.exit_code == 0
    assert "questions/ferry.yaml: no mistakes; every quote is in questions/ferry.pdf" in (
        checked.output
    )


def test_title_and_date_are_yours_and_an_update_leaves_them(drafted: Path) -> None:
    def head() -> tuple[str, str]:
        file = bank.load(drafted.read_bytes(), str(drafted))
        assert file.brief
        return file.title, file.brief.published

    assert head() == ("A ferry: 5 years", "2025-05-03")
    changed = PDF + b"\n% saved again"
    assert run(["draft", "--update", "-", "--name", "ferry"], changed).exit_code == 0
    assert head() == ("A ferry: 5 years", "2025-05-03")
    assert drafted.with_suffix(".pdf").read_bytes() == changed


def test_another_brief_of_that_name_stays(folder: Path) -> None:
    questions = folder / "questions"
    questions.mkdir()
    shutil.copy(FILES / "news.html", questions / "ferry.html")
    done = run(["draft", "-", "--name", "ferry.html"], PAGE + b" ")
    assert done.exit_code == 1
    assert "is there already and is another brief; --update replaces it" in done.output
    assert (questions / "ferry.html").read_bytes() == PAGE


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["draft", "-"], "a brief on standard input needs a name: --name NAME"),
        (["draft", "-", "--name", "../port"], "--name is a name, not a path"),
        (["draft", "-", "--name", ".port"], "--name is a name, not a path"),
        (["draft", "port.md", "--name", "port"], "--name goes with -"),
        (["build", "-"], "a brief on standard input needs a name: --name NAME or --title"),
        (["build", "-", "--title", "¡…!"], "a brief on standard input needs a name"),
        (["build", "port.md", "--title", "Port"], "--name, --title and --published go with -"),
        (["draft", "port.md", "--published", "soon"], "must be a date, a month or a year"),
    ],
)
def test_wrong_calls(folder: Path, arguments: list[str], said: str) -> None:
    done = run(arguments, PAGE)
    assert done.exit_code == 2
    assert said in done.output
    assert not list(folder.iterdir())


def test_what_cannot_be_read_is_not_kept(folder: Path) -> None:
    done = run(["draft", "-", "--name", "port"], b"PK\x03\x04")
    assert (done.exit_code, list(folder.iterdir())) == (1, [])


def test_build_drafts_and_builds_under_the_name_of_the_title(folder: Path) -> None:
    said = ["--title", "A ferry: 5 years", "--published", "3 May 2025", "--format", "quiz"]
    done = run(["build", "-", *said], PDF)
    assert done.exit_code == 0, done.output
    questions = folder / "questions/a-ferry-5-years.yaml"
    file = bank.load(questions.read_bytes(), str(questions))
    assert (file.title, file.brief and file.brief.published) == ("A ferry: 5 years", "2025-05-03")
    assert questions.with_suffix(".pdf").read_bytes() == PDF
    assert [path.name for path in folder.glob("decks/*")] == ["a-ferry-5-years-quiz.html"]
    assert run(["build", "-", *said], PDF).exit_code == 0
    other = run(["build", "-", *said], PDF + b"\n% another")
    assert "is there already and is another brief" in other.output


def test_facts_of_a_page_on_standard_input(folder: Path) -> None:
    done = run(["facts", "-"], PAGE)
    assert done.exit_code == 0
    assert "6 May 2023" in done.output
    assert TITLE not in done.output
    assert not list(folder.iterdir())
