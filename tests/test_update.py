"""`briefquiz draft --update`: a person's file is brought up to date, whole at every moment."""

import os
import shlex
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import filelock
import pytest
from click.testing import CliRunner, Result

from briefquiz import bank, cli
from briefquiz.bank import BriefRef, QuestionFile
from briefquiz.cli import exchange
from briefquiz.cli.diff import unified
from briefquiz.pipeline import drafting
from briefquiz.pipeline.drafting import Draft
from briefquiz.questions.common import Made
from briefquiz.questions.short import ShortQuestion
from briefquiz.quiz import Source

PATH = Path("questions/port.yaml")
OPENED, SANK = "The port opened on 9 January.", "The quay sank by 30 centimetres."


def question(name: str, prompt: str, answer: str, quote: str) -> ShortQuestion:
    made = Made(by="dates/inversion")
    source = (Source(quote, 1),)
    return ShortQuestion(
        id=name, kind="date", prompt=prompt, answer=answer, source=source, made=made
    )


def drafted(*questions: ShortQuestion, sha: str = "1") -> Draft:
    file = QuestionFile(
        briefquiz="1",
        id="port",
        title="The port",
        brief=BriefRef(file="port.md", sha256=sha),
        questions=tuple(map(bank.signed, questions)),
    )
    return Draft(bank.remembering(file), 1, f"{OPENED} {SANK}")


OPEN = question("opened", "When did it open?", "9 January", OPENED)
SINK = question("sank", "By how much did it sink?", "30 centimetres", SANK)
BETTER = replace(OPEN, prompt="When did the port open?")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A brief with its question file; a new draft has a better question and a new one."""
    monkeypatch.chdir(tmp_path)
    PATH.parent.mkdir()
    Path("questions/port.md").write_text("# The port\n", "utf-8")
    PATH.write_bytes(drafted(OPEN).text.encode())
    draft_is(monkeypatch, lambda: drafted(BETTER, SINK, sha="2"))
    return tmp_path


def draft_is(monkeypatch: pytest.MonkeyPatch, make: Callable[[], Draft]) -> None:
    monkeypatch.setattr(drafting, "draft_anew", lambda *_: make())


def run(command: str = "draft --update questions/port.md") -> Result:
    result = CliRunner().invoke(cli.main, shlex.split(command), prog_name="briefquiz")
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


def files() -> set[str]:
    return {path.name for path in PATH.parent.iterdir()}


def test_a_new_draft_goes_in_and_the_sum_is_said(folder: Path) -> None:
    result = run()
    wrote = "wrote questions/port.yaml\n1 new, 1 improved, 0 kept\n  new: sank\n"
    assert (result.exit_code, result.output) == (0, wrote)
    assert [q.prompt for q in bank.load(PATH.read_bytes(), "port.yaml").questions] == [
        "When did the port open?",
        "By how much did it sink?",
    ]
    same = "questions/port.yaml is up to date\n2 kept\n"
    assert (run().output, files()) == (same, {"port.md", "port.yaml"})


def test_a_dry_run_shows_a_diff_and_writes_nothing(folder: Path) -> None:
    before = PATH.read_bytes()
    result = run("draft --update --dry-run questions/port.md")
    assert (result.exit_code, PATH.read_bytes(), files()) == (0, before, {"port.md", "port.yaml"})
    assert result.stderr == "1 new, 1 improved, 0 kept\n  new: sank\n"
    assert '-    prompt: "When did it open?"\n+    prompt: "When did the port' in result.stdout
    Path("x.diff").write_bytes(result.stdout_bytes)
    subprocess.run(["git", "apply", "-p0", "x.diff"], check=True, timeout=60)
    patched = PATH.read_bytes()
    PATH.write_bytes(before)
    run()
    assert PATH.read_bytes() == patched


@pytest.mark.parametrize(
    ("old", "new", "lines"),
    [
        ("a\nb\n", "a\nb\n", []),
        ("a", "a\n", ["-a\n\\ No newline at end of file", "+a"]),
        ("a\r\nb", "a\r\nc", [" a\r", "-b\n\\ No newline at end of file",
                              "+c\n\\ No newline at end of file"]),
        ("a\u2028b\n", "a\u2028c\n", ["-a\u2028b", "+a\u2028c"]),
    ],
)  # fmt: skip
def test_a_diff_knows_how_lines_end(old: str, new: str, lines: list[str]) -> None:
    assert list(unified("f", old, new))[3:] == lines


def test_without_a_question_file_it_is_an_ordinary_draft(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    PATH.unlink()
    result = run()
    assert (result.exit_code, PATH.exists()) == (0, True)
    lines = result.output.splitlines()
    assert lines[0] == "wrote questions/port.yaml"
    assert lines[-2:] == ["1 fact", "2 questions: 2 ready"]


def test_mistakes_come_before_the_draft(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    PATH.write_text(PATH.read_text("utf-8").replace("status:", "staus:"), "utf-8")
    draft_is(monkeypatch, lambda: pytest.fail("nothing should be drafted"))
    result = run()
    assert result.exit_code == 1
    assert "unknown key 'staus' (did you mean 'status'?)" in result.output


def test_permissions_stay_and_a_link_stays_a_link(folder: Path) -> None:
    real = folder / "elsewhere.yaml"
    PATH.rename(real)
    real.chmod(0o640)
    PATH.symlink_to(real)
    assert run().exit_code == 0
    assert PATH.is_symlink()
    assert b"By how much" in real.read_bytes()
    assert real.stat().st_mode & 0o777 == 0o640


def test_a_read_only_file_is_left_alone(folder: Path) -> None:
    PATH.chmod(0o444)
    before = PATH.read_bytes()
    result = run()
    message = "questions/port.yaml: cannot be written: it is read-only\n"
    assert (result.exit_code, result.output, PATH.read_bytes()) == (1, message, before)


def test_of_two_runs_the_second_says_so(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    second: list[Result] = []

    def meanwhile() -> Draft:
        draft_is(monkeypatch, lambda: drafted(SINK))
        second.append(run())
        return drafted(BETTER)

    draft_is(monkeypatch, meanwhile)
    assert run().exit_code == 0
    message = "questions/port.yaml: another run of briefquiz is writing it; try again later\n"
    assert (second[0].exit_code, second[0].output) == (1, message)
    assert files() == {"port.md", "port.yaml"}


def dies(program: str) -> None:
    """Run a program that has the question file and is killed."""
    script = "import os, signal\nfrom pathlib import Path\n"
    script += "from briefquiz.cli.exchange import alone, exchange\n"
    script += f"def die(*_): os.kill(os.getpid(), signal.SIGKILL)\npath = Path({str(PATH)!r})\n"
    done = subprocess.run([sys.executable, "-c", script + program], check=False, timeout=60)
    assert done.returncode == -signal.SIGKILL


def test_the_lock_of_a_run_that_died_is_free(folder: Path) -> None:
    dies("with alone(path): die()")
    assert ".port.yaml.lock" in files()
    assert run().exit_code == 0
    assert files() == {"port.md", "port.yaml"}


def test_a_run_that_dies_before_the_last_step_leaves_the_old_file_whole(folder: Path) -> None:
    before = PATH.read_bytes()
    dies("Path.replace = die\nexchange(path, path.read_bytes(), b'half')")
    assert PATH.read_bytes() == before
    assert run().exit_code == 0


def test_what_is_saved_in_an_editor_meanwhile_is_kept(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def meanwhile() -> Draft:
        text = PATH.read_text("utf-8").replace('answer: "9 January"', "answer: mine")
        PATH.write_text(text + "# mine\n", "utf-8")
        return drafted(BETTER, SINK, sha="2")

    draft_is(monkeypatch, meanwhile)
    assert run().output.splitlines()[1] == "1 new, 1 kept (1 yours)"
    text = PATH.read_text("utf-8")
    assert "answer: mine" in text
    assert text.endswith("# mine\n")
    assert "When did it open?" in text


def test_what_is_saved_at_the_last_moment_is_kept_too(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved: list[int] = []
    fsync = os.fsync

    def late(number: int) -> None:
        fsync(number)
        if not saved:
            saved.append(number)
            PATH.write_text(PATH.read_text("utf-8") + "# mine\n", "utf-8")

    monkeypatch.setattr(os, "fsync", late)
    assert run().exit_code == 0
    assert PATH.read_text("utf-8").count("# mine") == 1
    assert "By how much" in PATH.read_text("utf-8")


def test_a_file_that_never_rests_is_left_alone(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exchange, "exchange", lambda *_: False)
    result = run()
    assert result.exit_code == 1
    assert "is being changed by something else all the time; nothing was written" in result.output


def test_the_lock_is_the_one_of_the_file_itself(folder: Path) -> None:
    """Reached by a link or not, it is one file with one lock."""
    link = folder / "questions/link.yaml"
    link.symlink_to(PATH.resolve())
    Path("questions/link.md").write_text("# The port\n", "utf-8")
    with filelock.FileLock(PATH.resolve().with_name(".port.yaml.lock")):
        assert run("draft --update questions/link.md").exit_code == 1


def test_with_the_real_parsers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A brief grows by a sentence: its questions come in their place, an edit and a gap stay."""
    monkeypatch.chdir(tmp_path)
    brief = tmp_path / "harbour.md"
    files = Path(__file__).parent / "cli/files/questions"
    text = (files / "port.md").read_text("utf-8")
    brief.write_text(text, "utf-8")
    assert run("draft harbour.md").exit_code == 0
    path = Path("questions/harbour.yaml")
    first = bank.load(path.read_bytes(), "harbour.yaml")
    gone = first.questions[1]
    body, _, _ = path.read_text("utf-8").partition(f"  - id: {gone.id}\n")
    rest = path.read_text("utf-8").removeprefix(body).partition("\n\n")[2]
    path.write_text(body.replace("status: ready", "status: approved") + rest, "utf-8")
    kept = bank.load(path.read_bytes(), "harbour.yaml").questions
    brief.write_text(f"{text}\nOn 3 May 2022 the city council closed the park.\n", "utf-8")
    result = run("draft --update harbour.md")
    assert result.exit_code == 0, result.output
    after = bank.load(path.read_bytes(), "harbour.yaml")
    by_id = {question.id: question for question in after.questions}
    assert gone.id not in by_id
    assert all(by_id[old.id] == old for old in kept if old.status == "approved")
    assert any("3 May 2022" in source.quote for q in after.questions for source in q.source)
