"""A folder with many files."""

import shutil
from pathlib import Path

import pytest

from tests.many.world import FILES, NUMBER


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Twelve question files, the first of them with its brief."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    questions = tmp_path / "questions"
    questions.mkdir()
    for number in range(NUMBER):
        text = (FILES / "port.yaml").read_text("utf-8")
        (questions / f"q{number:02}.yaml").write_text(f"id: q{number:02}\n{text}", "utf-8")
    shutil.copy(FILES / "port.md", questions / "q00.md")
    return tmp_path
