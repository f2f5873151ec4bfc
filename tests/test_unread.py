"""Sentences of a brief that cannot be read are left out, and one line says so."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from briefquiz import cli

PORT = Path(__file__).parent / "cli/files/questions/port.md"
DAMAGED = "The o\ufffdce of the port burnt down on 3 May 2021."
LEFT_OUT = "with letters that cannot be told (a broken font or encoding) or a formula"
ONE = f"briefs/b0.md: note: left out 1 sentence {LEFT_OUT}\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Twelve briefs, in the first of which a sentence is damaged, and two in the second."""
    monkeypatch.chdir(tmp_path)
    Path("briefs").mkdir()
    for number in range(12):
        shutil.copy(PORT, f"briefs/b{number}.md")
    for number, damaged in ((0, DAMAGED), (1, f"{DAMAGED} It opened in 2022. {DAMAGED}")):
        with Path(f"briefs/b{number}.md").open("a", encoding="utf-8") as file:
            file.write(f"\n{damaged}\n")
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli.main, arguments, prog_name="briefquiz")


@pytest.mark.parametrize("command", ["draft", "facts", "build"])
def test_each_command_says_it_once(folder: Path, command: str) -> None:
    result = run(command, "briefs/b0.md")
    assert (result.exit_code, result.stderr) == (0, ONE)
    assert "burnt" not in result.output


def test_an_update_says_it_too(folder: Path) -> None:
    run("draft", "briefs/b0.md")
    for options in (["--update", "--dry-run"], ["--update"]):
        said = run("draft", *options, "briefs/b0.md").stderr.splitlines()
        assert said[0] == ONE.strip()


def test_a_whole_brief_says_nothing(folder: Path) -> None:
    assert run("draft", "briefs/b2.md").stderr == ""


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_many_briefs_say_it_in_their_lines_and_once_in_the_end(folder: Path, jobs: str) -> None:
    result = run("build", "briefs", "--jobs", jobs)
    assert result.exit_code == 0
    assert result.stderr == f"2 briefs: note: left out 3 sentences {LEFT_OUT}\n"
    told = [line for line in result.stdout.splitlines() if "not read" in line]
    assert sorted(line.rpartition(", ")[2] for line in told) == [
        "1 sentence not read",
        "2 sentences not read",
    ]
    assert run("build", "briefs").stderr == ""
