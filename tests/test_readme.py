"""The README is executed: its commands run, its example loads, its links lead somewhere."""

import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from briefquiz import bank
from briefquiz.cli import main

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text("utf-8")


def console_lines() -> list[str]:
    """Every command of the console blocks, in order."""
    blocks = re.findall(r"```console\n(.+?)```", README, re.DOTALL)
    return [line[2:] for block in blocks for line in block.splitlines() if line.startswith("$ ")]


def test_the_everyday_commands_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "questions").mkdir()
    shutil.copy(ROOT / "questions/china-kazakhstan.md", tmp_path / "questions")
    monkeypatch.chdir(tmp_path)
    commands = [line.split()[1:] for line in console_lines() if line.startswith("briefquiz ")]
    assert commands[0] == ["build", "questions/china-kazakhstan.md"]
    for command in commands:
        result = CliRunner().invoke(main, command)
        assert result.exit_code == 0, (command, result.output)
    made = {path.name for path in (tmp_path / "decks").iterdir()}
    named = set(re.findall(r"`decks/(china-kazakhstan[\w.-]+)`", README))
    assert named == made


def test_every_command_is_in_the_readme_and_has_an_example() -> None:
    for name in main.commands:
        assert f"`briefquiz {name}" in README, name
        shown = CliRunner().invoke(main, [name, "--help"])
        assert shown.exit_code == 0
        assert f"briefquiz {name}" in shown.output.split("Options:")[0].split("\n", 1)[1], name


def test_the_two_commands_are_targets_of_make() -> None:
    targets = set(re.findall(r"^(\w+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    assert {line.split()[1] for line in console_lines() if line.startswith("make ")} <= targets


def test_the_example_question_loads() -> None:
    block = re.search(r"```yaml\n(.+?)```", README, re.DOTALL)
    assert block is not None
    file = bank.load(f"briefquiz: 1\ntitle: t\nquestions:\n{block.group(1)}", "README.yaml")
    assert [question.id for question in file.questions] == ["xinjiang-uighur-open-date"]


@pytest.mark.parametrize(
    "page", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs/exports.md"]
)
def test_links_lead_somewhere(page: str) -> None:
    text = (ROOT / page).read_text("utf-8")
    for target in re.findall(r"\]\(([^)#]+)\)", text):
        assert target.startswith("https://") or (ROOT / target).exists(), target


def test_the_map_of_the_rooms_is_complete() -> None:
    rooms = {
        path.name
        for path in (ROOT / "src/briefquiz").iterdir()
        if path.is_dir() and (path / "__init__.py").exists()
    }
    missing = {room for room in rooms if f"`{room}/`" not in CONTRIBUTING}
    assert missing == set()
