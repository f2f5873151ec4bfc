"""A build that is stopped or killed: everything is whole, no process is left."""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.many.world import CACHE, NUMBER, edit, run, the_sum


def children(process: "subprocess.Popen[str]") -> list[int]:
    found = subprocess.run(
        ["ps", "--ppid", str(process.pid), "-o", "pid="],
        capture_output=True,
        text=True,
        check=False,
    )
    return [int(line) for line in found.stdout.split()]


def is_alive(pid: int) -> bool:
    try:
        return "Z" not in Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False


@contextlib.contextmanager
def hearing_ctrl_c() -> Iterator[None]:
    """What a shell starts in the background is deaf to Ctrl-C, and so is all that it starts."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


@pytest.fixture
def started(folder: Path) -> "subprocess.Popen[str]":
    """A build over two processes that has built its first file and waits for a pipe."""
    for number in range(NUMBER, 60):
        shutil.copy("questions/q01.yaml", f"questions/q{number:02}.yaml")
        edit(f"questions/q{number:02}.yaml", "id: q01", f"id: q{number:02}")
    Path("questions/q40.yaml").unlink()
    os.mkfifo("questions/q40.yaml")
    with hearing_ctrl_c():
        process = subprocess.Popen(
            [sys.executable, "-m", "briefquiz", "build", "--jobs", "2"],
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
    assert process.stdout is not None
    assert "2 questions" in process.stdout.readline()
    return process


def fill() -> None:
    """The file that a started build waits for."""
    Path("questions/q40.yaml").unlink()
    shutil.copy("questions/q01.yaml", "questions/q40.yaml")
    edit("questions/q40.yaml", "id: q01", "id: q40")


@pytest.mark.skipif(os.name == "nt", reason="signals as on POSIX")
def test_ctrl_c_leaves_everything_whole_and_the_next_run_goes_on(
    started: "subprocess.Popen[str]",
) -> None:
    os.killpg(started.pid, signal.SIGINT)
    out, err = started.communicate(timeout=60)
    assert (started.returncode, err) == (130, "")
    last = out.splitlines()[-2:]
    assert last[0].endswith(" not reached")
    assert last[1] == "stopped; the same command goes on from here"
    assert not [path.name for path in Path("decks").glob(".*") if path.name != CACHE.name]
    built = int(last[0].split()[0])
    fill()
    assert the_sum(run("build")) == f"{60 - built} built, {built} unchanged, 0 failed"


@pytest.mark.skipif(not Path("/proc").exists(), reason="looks for processes in /proc")
def test_the_processes_of_a_killed_run_end_with_it(started: "subprocess.Popen[str]") -> None:
    workers = children(started)
    assert len(workers) >= 2
    started.kill()
    started.communicate()
    end = time.monotonic() + 30
    while any(map(is_alive, workers)) and time.monotonic() < end:
        time.sleep(0.05)
    assert not any(map(is_alive, workers))
    fill()
    assert run("build").exit_code == 0
