"""A build says which files of earlier ones are older than the questions, and how to renew them."""

import os
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from briefquiz import cli
from briefquiz.cli.older import ENDINGS, NEAR
from briefquiz.outputs import OUTPUTS
from briefquiz.outputs.exports import EXPORTS
from briefquiz.quiz import Build
from tests.outputs.samples import sample_quiz

FILES = Path(__file__).parent / "cli/files/questions"
SAID = "older than the questions: "


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "questions").mkdir()
    shutil.copy(FILES / "port.yaml", "questions/port.yaml")
    return tmp_path


def build(*options: str) -> list[str]:
    """What a build of the port says about older files."""
    arguments = ["build", "questions/port.yaml", *options]
    result = CliRunner().invoke(cli.main, arguments, prog_name="briefquiz")
    assert result.exit_code == 0, result.output
    return [line.removeprefix(SAID) for line in result.output.splitlines() if SAID in line]


def aged(name: str, seconds: float) -> None:
    """A file in decks/ as if it had been made so long before the questions were saved."""
    time = Path("questions/port.yaml").stat().st_mtime - seconds
    os.utime(f"decks/{name}", (time, time))


def test_older_files_are_named_with_what_makes_them_again(folder: Path) -> None:
    build("--format", "gift", "--format", "cards", "--format", "tsv")
    aged("port-gift.txt", 60)
    aged("port-cards.html", 60)
    again = "briefquiz build questions/port.yaml --format cards --format gift"
    (line,) = build()
    assert line == f"decks/port-cards.html, decks/port-gift.txt – made again by {again}"
    assert build(*again.split()[3:]) == []
    assert build() == []


def test_a_pdf_is_made_again_as_one(folder: Path) -> None:
    build()
    Path("decks/port-key.pdf").write_bytes(b"%PDF-1.7")
    aged("port-key.pdf", 60)
    (line,) = build()
    assert line.endswith("made again by briefquiz build questions/port.yaml --format key --pdf")


@pytest.mark.parametrize(
    ("name", "seconds", "options"),
    [
        ("port-gift.txt", NEAR / 2, []),  # both may have come by one checkout
        ("port-gift.txt", -60, []),
        ("port-2-gift.txt", 60, []),  # of another quiz
        ("port.lock.json", 60, []),
        ("port-gift.txt", 60, ["--format", "gift"]),
        ("port-study.html", 60, ["--format", "study"]),  # these questions give none
    ],
)
def test_nothing_is_said_of_others(
    folder: Path, name: str, seconds: float, options: list[str]
) -> None:
    build()
    Path("decks", name).touch()
    aged(name, seconds)
    assert build(*options) == []


def test_every_format_is_known_by_its_ending() -> None:
    quiz, clock = sample_quiz(), Build("", 1_700_000_000)
    made = {name: EXPORTS[name](quiz).artifacts for name in EXPORTS}
    made |= {name: OUTPUTS[name](quiz, clock) for name in OUTPUTS if name in ENDINGS}
    assert made.keys() == ENDINGS.keys() == {*EXPORTS, *OUTPUTS} - {"apkg", "versions"}
    for name, artifacts in made.items():
        assert [artifact.name for artifact in artifacts] == [f"{quiz.name}{ENDINGS[name]}"]
