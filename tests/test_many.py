"""Many files at once: what is unchanged is passed over, what is bad stops nothing."""

import json
import os
import shlex
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from briefquiz import __version__, cli
from briefquiz.cli import cache, many, sources, work
from briefquiz.cli.making import Made, Wanted, made_of
from briefquiz.cli.processes import spread

FILES = Path(__file__).parent / "cli/files/questions"
NUMBER = 12
CACHE = Path("decks/.briefquiz-cache.json")


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


def run(command: str) -> Result:
    result = CliRunner().invoke(cli.main, shlex.split(command), prog_name="briefquiz")
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def the_sum(result: Result) -> str:
    return next(line for line in result.stdout.splitlines() if " unchanged, " in line)


def contents(folder: str) -> dict[str, bytes]:
    files = [path for path in Path(folder).iterdir() if path.is_file() and path != CACHE]
    return {path.name: path.read_bytes() for path in sorted(files) if path.name != CACHE.name}


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


def edit(path: str, old: str, new: str) -> None:
    Path(path).write_text(Path(path).read_text("utf-8").replace(old, new), "utf-8")


CHANGES: dict[str, tuple[Callable[[], object], int]] = {
    "nothing": (lambda: None, 0),
    "a question": (lambda: edit("questions/q03.yaml", "9 January", "8 January"), 1),
    "a brief, whose questions stay": (lambda: edit("questions/q00.md", "Vellmar", "Ostia"), 1),
    "an output that is gone": (lambda: Path("decks/q03.apkg").unlink(), 1),
    "an output of another size": (lambda: edit("decks/q03-key.html", "</html>", ""), 1),
    "an output of the same size": (lambda: edit("decks/q03-key.html", "html>", "htmx>"), 1),
    "an output as it was, younger": (lambda: os.utime("decks/q03-key.html"), 0),
    "a lock": (lambda: edit("decks/q03.lock.json", "17000", "16000"), 1),
    "a lock that is gone": (lambda: Path("decks/q03.lock.json").unlink(), 1),
    "a new file": (lambda: shutil.copy(FILES / "quay.yaml", "questions/quay.yaml"), 1),
    "no cache": (CACHE.unlink, NUMBER),
    "another version": (lambda: edit(str(CACHE), '"version": "', '"version": "9'), NUMBER),
}


@pytest.mark.parametrize("change", CHANGES)
def test_what_has_changed_is_built(folder: Path, change: str) -> None:
    run("build questions")
    do, number = CHANGES[change]
    do()
    assert the_sum(run("build questions")).startswith(f"{number} built")
    assert the_sum(run("build questions")).startswith("0 built")


@pytest.mark.parametrize("options", ["--all", "--strict", "--format quiz", "--out other"])
def test_other_options_build_anew(folder: Path, options: str) -> None:
    run("build")
    assert the_sum(run(f"build {options}")).startswith("12 built")


def test_another_briefquiz_builds_anew(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("build")
    monkeypatch.setattr(cache, "_signature", lambda _: "another")
    assert the_sum(run("build")).startswith("12 built")


BROKEN = [
    b"", b"{", b"[]", b"null", b'{"version": 1}', b"\xff\xfe", b"[" * 100_000,
    *(
        json.dumps({"version": __version__, "files": {"questions/q00.yaml": entry}}).encode()
        for entry in ([1, 2], [1, {}, {}, []], ["x", {"a": 1}, {}, []], ["x", {}, {"a": "b"}, []])
    ),
]  # fmt: skip


@pytest.mark.parametrize("broken", BROKEN, ids=range(len(BROKEN)))
def test_a_broken_cache_only_costs_time(folder: Path, broken: bytes) -> None:
    run("build")
    before = contents("decks")
    CACHE.write_bytes(broken)
    assert the_sum(run("build")) == "12 built, 0 unchanged, 0 failed"
    assert contents("decks") == before


def test_a_cache_that_cannot_be_written_only_costs_time(folder: Path) -> None:
    CACHE.mkdir(parents=True)
    assert the_sum(run("build")) == "12 built, 0 unchanged, 0 failed"


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


def test_a_brief_that_failed_is_not_read_anew(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copy(FILES.parent / "bad/german.md", "questions/c.md")
    run("build questions")
    with monkeypatch.context() as patch:
        patch.setattr(work, "drafted", lambda *_: pytest.fail("read anew"))
        assert "seems to be in German" in run("build questions").stderr
    shutil.copy(FILES / "port.md", "questions/c.md")
    assert the_sum(run("build questions")) == "1 built, 12 unchanged, 0 failed"


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


def test_the_same_bytes_over_one_process_and_over_two(folder: Path) -> None:
    """Briefs, the questions drafted from them, and a course that includes these."""
    Path("briefs").mkdir()
    for number in range(8):
        text = (FILES / "port.md").read_text("utf-8").replace("9 January", f"{number + 2} March")
        Path(f"briefs/b{number}.md").write_text(text, "utf-8")
    course = "briefquiz: 1\nid: course\ntitle: Ports\ninclude: [b0.yaml, b1.yaml, q03.yaml]\n"
    Path("questions/course.yaml").write_text(course, "utf-8")
    made = []
    for jobs in (1, 2):
        result = run(f"build briefs questions --jobs {jobs}")
        assert (result.exit_code, the_sum(result)) == (0, "21 built, 0 unchanged, 0 failed")
        made.append((contents("questions"), contents("decks")))
        shutil.rmtree("decks")
        for path in Path("questions").glob("b*.yaml"):
            path.unlink()
    assert made[0] == made[1]
    others = [name for name in made[0][1] if not name.endswith("-study.html")]
    assert len(others) == 21 * 4 - 1  # a course has the locks of its parts


def die(task: int) -> int:
    if task % 4 == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return task * task


def test_a_process_that_dies_fails_its_own_task() -> None:
    expected = {(n, None if n % 4 == 3 else n * n) for n in range(9)}
    assert set(spread(die, range(9), 2)) == expected
    assert set(spread(die, [], 2)) == set()


def test_what_a_dead_process_worked_on_is_said(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def one_dies(
        _: object, paths: list[Path], jobs: int
    ) -> Iterator[tuple[Path, work.Done | None]]:
        assert jobs == 2
        wanted = Wanted(Path("decks"), 1, ("quiz",))
        for path in paths:
            yield path, None if path.stem == "q04" else work.work(path, wanted)

    monkeypatch.setattr("briefquiz.cli.processes.spread", one_dies)
    result = run("build --jobs 2")
    assert the_sum(result) == "11 built, 0 unchanged, 1 failed"
    assert result.stderr.startswith("questions/q04.yaml: the process that worked on it died")


@pytest.mark.parametrize(
    ("wanted", "files", "processors", "processes"),
    [
        (None, 1, 8, 1), (None, 15, 8, 1), (None, 16, 8, 2), (None, 1000, 2, 2),
        (None, 1000, 64, many.MOST_JOBS), (4, 1000, 1, 4), (4, 3, 8, 3), (1, 1000, 8, 1),
        (2, 0, 2, 1),
    ],
)  # fmt: skip
def test_how_many_processes(
    monkeypatch: pytest.MonkeyPatch, wanted: int | None, files: int, processors: int, processes: int
) -> None:
    monkeypatch.setattr(many, "_processors", lambda: processors)
    assert many.number_of_processes(wanted, files) == processes


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


@pytest.fixture
def started(folder: Path) -> "subprocess.Popen[str]":
    """A build over two processes that has built its first file and waits for a pipe."""
    for number in range(NUMBER, 60):
        shutil.copy("questions/q01.yaml", f"questions/q{number:02}.yaml")
        edit(f"questions/q{number:02}.yaml", "id: q01", f"id: q{number:02}")
    Path("questions/q40.yaml").unlink()
    os.mkfifo("questions/q40.yaml")
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


def test_on_a_terminal_there_is_a_bar_and_the_sum(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    cli.main(["build"], standalone_mode=False)
    said = capfd.readouterr()
    assert said.out == "12 built, 0 unchanged, 0 failed\n"
    assert "12/12" in said.err


def test_which_files_a_folder_and_a_pattern_are(folder: Path) -> None:
    for name in ("b.TXT", "c.markdown", ".hidden.md", "notes.ods", "sub.md/x.md"):
        Path("briefs", name).parent.mkdir(parents=True, exist_ok=True)
        Path("briefs", name).write_text("x", "utf-8")
    found = sources.sources([Path("briefs")])
    assert [path.as_posix() for path in found.files] == ["briefs/b.TXT", "briefs/c.markdown"]
    assert (found.problems, found.passed_over) == ((), 1)
    patterns = {
        "briefs/*.md": ["briefs/sub.md"], "briefs/**/*.md": ["briefs/sub.md/x.md"],
        "none/*.md": ["none/*.md"], "questions/q0[12].yaml": ["questions/q01.yaml",
        "questions/q02.yaml"], str(folder / "briefs/*.TXT"): [str(folder / "briefs/b.TXT")],
    }  # fmt: skip
    for pattern, names in patterns.items():
        files = sources.sources([Path(pattern)]).files
        assert set(names) <= {str(path) for path in files}, pattern


def test_an_empty_folder_is_said(folder: Path) -> None:
    Path("empty").mkdir()
    result = run("build empty")
    assert (result.exit_code, result.stderr) == (
        1, "empty: has no briefs and no question files in it\n"
    )  # fmt: skip


def test_names_that_differ_in_capitals_only_are_one(folder: Path) -> None:
    one, other = Path("questions/q01.yaml"), Path("questions/Q01.yaml")
    shutil.copy(one, other)
    found = sources.sources([one, other])
    assert (found.files, len(found.problems)) == ((one,), 1)


def test_a_done_file_can_be_sent_between_processes() -> None:
    import pickle

    done = work.work(FILES / "none.md", Wanted(Path("decks"), 1, ("apkg",)))
    assert pickle.loads(pickle.dumps(done)) == done
    assert done.problems[0].message == "no such file"
    assert replace(done, problems=()) != done
