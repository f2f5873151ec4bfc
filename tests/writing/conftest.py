"""A folder to write in."""

import shutil
from pathlib import Path

import pytest

from tests.writing.world import FILES


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two question files, beside another one that is nobody's business."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    (tmp_path / "outside").mkdir()
    work = tmp_path / "work"
    (work / "questions").mkdir(parents=True)
    for name in ("port.md", "port.yaml", "quay.yaml"):
        shutil.copy(FILES / name, work / "questions" / name)
    monkeypatch.chdir(work)
    return work
