"""Runs beside each other, runs that die, and the order of what they write."""

import os
import shutil
import sys
from pathlib import Path

import filelock
import pytest

from briefquiz.cli import files
from tests import kills
from tests.writing.world import FILES, fails, run, tree


@pytest.mark.parametrize(
    "command", ["build questions/port.yaml", "export questions/port.yaml --to csv"]
)
def test_of_two_runs_in_one_folder_the_second_says_so(folder: Path, command: str) -> None:
    run("build questions/port.yaml")
    before = tree(folder)
    with filelock.FileLock("decks/.briefquiz.lock"):
        fails(run(command), "decks: another run of briefquiz is writing it; try again later")
        assert run(f"{command} --out other").exit_code == 0
    shutil.rmtree("other")
    assert tree(folder) | {"decks/.briefquiz.lock": b""} == before | {"decks/.briefquiz.lock": b""}
    assert run(command).exit_code == 0


def test_what_a_dead_run_left_is_in_nobodys_way(folder: Path) -> None:
    Path("decks").mkdir()
    Path("decks/.briefquiz.lock").touch()
    files.beside(Path("decks/port.apkg"), "12345").write_bytes(b"half")
    files.beside(Path("questions/harbour.yaml"), "12345").write_bytes(b"half")
    files.beside(Path("questions/other.yaml"), "12345").write_bytes(b"of another run")
    shutil.copy(FILES / "port.md", "harbour.md")
    assert run("build harbour.md questions/port.yaml").exit_code == 0
    left = [name for name in tree(folder) if "/." in name]
    other = files.beside(Path("questions/other.yaml"), "12345").name
    assert sorted(left) == sorted(["questions/.briefquiz.schema.json", f"questions/{other}"])


def test_nothing_made_leaves_no_folder(folder: Path) -> None:
    assert run("build none.md").exit_code == 1
    assert not Path("decks").exists()


@pytest.mark.skipif(os.name == "nt", reason="signals as on POSIX")
def test_runs_that_are_killed_damage_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A few of what `python -m tests.kills 200` does."""
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(sys.path))
    assert kills.kill(6, tmp_path, 7).total() == 6


def test_the_lock_is_moved_into_its_place_last(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    moved: list[str] = []
    replace = Path.replace

    def watched(path: Path, target: Path) -> Path:
        moved.append(target.name)
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", watched)
    run("build questions/port.yaml")
    assert moved[-1] == "port.lock.json"
    assert len(moved) == 4


def test_a_question_file_that_appears_during_a_draft_is_kept(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from briefquiz.cli import work

    shutil.copy(FILES / "port.md", "harbour.md")
    path = Path("questions/harbour.yaml")

    def slow(*_: object) -> work.Drafted:
        path.write_text("mine", "utf-8")
        return work.Drafted(Path("questions/port.yaml").read_bytes(), ())

    monkeypatch.setattr(work, "drafted", slow)
    result = run("build harbour.md")
    expected = "was made by something else meanwhile; it is left as it is"
    fails(result, f"questions/harbour.yaml: {expected}")
    assert path.read_text("utf-8") == "mine"
    assert not Path("decks").exists()
