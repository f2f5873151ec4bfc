"""A folder to run commands in."""

import shutil
from pathlib import Path

import pytest

from tests.cli.world import CASES


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of files/, as the current folder."""
    work = tmp_path / "work"
    shutil.copytree(CASES / "files", work)
    monkeypatch.chdir(work)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    return work
