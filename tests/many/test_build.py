"""What a build of many files says: a line for each, the sum last; what is bad stops nothing."""

import shutil
import sys
from pathlib import Path

import pytest

from briefquiz import cli
from briefquiz.cli import work
from briefquiz.cli.making import Made, Wanted, made_of
from tests.many.world import CACHE, FILES, NUMBER, edit, run, the_sum


def test_each_has_a_line_and_the_sum_is_last(folder: Path) -> None:
    result = run("build questions")
    lines = result.stdout.splitlines()
    assert result.exit_code == 0
    assert lines[0] == "questions/q00.md: 2 questions, 1 on the review shelf"
    assert (len(lines), lines[-1]) == (13, "12 built, 0 unchanged, 0 failed")
    again = run("build questions")
    assert again.stdout.splitlines()[0] == "questions/q00.md: unchanged"
    assert the_sum(again) == "0 built, 12 unchanged, 0 failed"


def test_under_ten_files_all_is_said_and_nothing_is_remembered(folder: Path) -> None:
    for number in range(3, NUMBER):
        Path(f"questions/q{number:02}.yaml").unlink()
    result = run("build questions")
    assert "notes: 2 new, 0 changed, 0 retired, 0 unchanged" in result.stdout
    assert not CACHE.exists()


def test_a_brief_that_has_changed_is_told(folder: Path) -> None:
    edit("questions/q00.yaml", "{file: port.md,", "{file: q00.md, sha256: abc,")
    line = run("build questions").stdout.splitlines()[0]
    assert line == "questions/q00.md: 2 questions, 1 on the review shelf, the brief has changed"
    few = run("build questions/q00.md").stdout.splitlines()
    assert few[1].startswith("questions/q00.md has changed since its questions were drafted; ")


def test_bad_files_stop_nothing(folder: Path) -> None:
    Path("questions/a.yaml").write_text("title: [", "utf-8")
    Path("questions/b.yaml").write_text("x: 1\ny: 1\n", "utf-8")
    shutil.copy(FILES.parent / "bad/german.md", "questions/c.md")
    Path("questions/empty.md").write_text("", "utf-8")
    Path("questions/picture.png").write_text("", "utf-8")
    result = run("build questions")
    assert result.exit_code == 1
    assert the_sum(result) == "12 built, 0 unchanged, 4 failed"
    assert "passed over 1 other file" in result.stdout
    assert result.stderr.splitlines() == [
        "questions/c.md: seems to be in German: only English briefs can be read",
        "questions/empty.md: is empty",
        "questions/a.yaml:1:9: a bracket or brace is never closed",
        "questions/b.yaml:1:1: 'briefquiz' is missing (and 4 other mistakes)",
    ]
    again = run("build questions")
    assert (again.exit_code, again.stderr) == (1, result.stderr)
    assert the_sum(again) == "0 built, 12 unchanged, 4 failed"


def test_a_fault_in_briefquiz_is_that_of_one_file(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def faulty(text: bytes, source: Path, wanted: Wanted) -> Made:
        if source.name == "q05.yaml":
            raise KeyError("one\ntwo")
        return made_of(text, source, wanted)

    monkeypatch.setattr(work, "made_of", faulty)
    result = run("build --jobs 1")
    assert the_sum(result) == "11 built, 0 unchanged, 1 failed"
    expected = "questions/q05.yaml: a fault in briefquiz itself, please report it: KeyError: "
    assert result.stderr.startswith(expected)
    assert result.stderr.count("\n") == 1


def test_on_a_terminal_there_is_a_bar_and_the_sum(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    cli.main(["build"], standalone_mode=False)
    said = capfd.readouterr()
    assert said.out == "12 built, 0 unchanged, 0 failed\n"
    assert "12/12" in said.err
