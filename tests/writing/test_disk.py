"""What a disk refuses: one line says so, and the old files are whole."""

import errno
import os
import resource
import shutil
import stat
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from briefquiz.cli import files
from tests.writing.world import run, tree


def as_nobody(script: str, folder: Path) -> "subprocess.CompletedProcess[str]":
    """Runs a program in which everything is imported before root is given up."""
    program = f"""
import os, resource, signal, sys
from click.testing import CliRunner
from briefquiz import cli
for command in ("build questions/port.yaml --out warm", "build questions --out warm"):
    assert CliRunner().invoke(cli.main, command.split()).exit_code == 0
{script}
result = CliRunner().invoke(cli.main, sys.argv[1].split())
print(result.exit_code, result.output, end="")
"""
    return subprocess.run(
        [sys.executable, "-c", program, "build questions/port.yaml"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


@pytest.mark.skipif(os.name == "nt", reason="permissions as on POSIX")
@pytest.mark.parametrize("there", [True, False], ids=["decks", "no decks"])
def test_a_read_only_folder_is_said(folder: Path, there: bool) -> None:
    if there:
        run("build questions/port.yaml")
    before = tree(folder)
    give_up = "os.seteuid(65534)" if os.geteuid() == 0 else ""
    with tempfile.TemporaryDirectory() as place:  # pytest's own folder is closed to nobody
        Path(place).chmod(0o755)
        copy = Path(shutil.copytree(folder, Path(place, "work")))
        closed = copy / "decks" if there else copy
        done = as_nobody(f"os.chmod({str(closed)!r}, 0o555)\n{give_up}", copy)
        closed.chmod(stat.S_IRWXU)
        shutil.rmtree(copy / "warm")
        assert done.stdout == "1 decks: cannot be written: permission denied\n", done.stderr
        assert tree(copy) == before


@pytest.mark.skipif(os.name == "nt", reason="limits as on POSIX")
def test_a_file_that_the_system_cuts_short_is_not_there(folder: Path) -> None:
    """The disk takes some thousand bytes and no more: old files are whole, new ones not there."""
    run("build questions/port.yaml")
    text = Path("questions/port.yaml").read_text("utf-8").replace("9 January 2019", "8 May 2020")
    Path("questions/port.yaml").write_text(text, "utf-8")
    before = tree(folder)
    limit = "resource.setrlimit(resource.RLIMIT_FSIZE, (4000, resource.RLIM_INFINITY))"
    done = as_nobody(limit, folder)
    shutil.rmtree(folder / "warm")
    assert done.stdout.startswith("1 decks/port"), done.stderr
    assert done.stdout.endswith(": cannot be written: file too large\n")
    assert tree(folder) == before
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[0] == resource.RLIM_INFINITY


def full(monkeypatch: pytest.MonkeyPatch, code: int, after: int) -> None:
    """So many files can be stored, and then no more."""
    store, stored = files.store, [0]

    def limited(path: Path, data: bytes) -> None:
        stored[0] += 1
        if stored[0] > after:
            path.write_bytes(data[:10])
            raise OSError(code, os.strerror(code))
        store(path, data)

    monkeypatch.setattr(files, "store", limited)


@pytest.mark.parametrize("after", range(4))
def test_a_full_disk_leaves_the_old_files_whole(
    folder: Path, monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    run("build questions/port.yaml")
    before = tree(folder)
    full(monkeypatch, errno.ENOSPC, after)
    result = run("build questions/port.yaml")
    assert result.exit_code == 1
    assert result.output.endswith(": cannot be written: no space left on device\n")
    assert result.output.count("\n") == 1
    assert tree(folder) == before


@pytest.mark.parametrize(
    ("code", "failed"), [(errno.ENOSPC, "0 built, 0 unchanged, 1 failed, 11 not reached"),
                         (errno.ENAMETOOLONG, "0 built, 0 unchanged, 12 failed")],
)  # fmt: skip
def test_a_batch_ends_when_the_disk_is_full_and_only_then(
    folder: Path, monkeypatch: pytest.MonkeyPatch, code: int, failed: str
) -> None:
    for number in range(10):
        shutil.copy("questions/quay.yaml", f"questions/q{number}.yaml")
    full(monkeypatch, code, 0)
    result = run("build --jobs 1")
    assert failed in result.stdout.splitlines()
    assert result.exit_code == 1
    assert tree(folder / "decks") == {}
