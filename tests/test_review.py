"""`briefquiz review` as a person has it: keys in, decisions saved at once, nothing else touched."""

import shlex
import shutil
import sys
from pathlib import Path

import pexpect
import pytest
from click.testing import CliRunner, Result

from briefquiz import bank, cli
from briefquiz.cli import exchange as exchanges

FILES = Path(__file__).parent / "cli/files/questions"
PATH = Path("questions/shelf.yaml")
SHELF = """\
briefquiz: 1
title: "The shelf"
brief: {file: port.md}
questions:
"""
QUESTION = """\
  - id: %s  # mine
    kind: date
    type: short
    prompt: "Question %s?"
    answer: "2014"
    status: %s
    doubts: ["is it worth asking?"]
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file with x, y and z on the review shelf and a ready question between them."""
    monkeypatch.chdir(tmp_path)
    PATH.parent.mkdir()
    shutil.copy(FILES / "port.md", PATH.parent)
    statuses = {"x": "review", "r": "ready", "y": "review", "z": "review"}
    text = SHELF + "\n".join(QUESTION % (name, name, said) for name, said in statuses.items())
    PATH.write_text(text, "utf-8")
    return tmp_path


def run(keys: str, options: str = "--terminal") -> Result:
    command = shlex.split(f"review {PATH} {options}")
    result = CliRunner().invoke(cli.main, command, input="\n".join(keys), prog_name="briefquiz")
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


def statuses() -> str:
    return " ".join(f"{q.id}:{q.status}" for q in bank.load(PATH.read_bytes(), "f").questions)


@pytest.mark.parametrize(
    ("keys", "after", "said"),
    [
        ("ars", "x:approved r:ready y:rejected z:review",
         "1 approved, 1 rejected, 1 left on the review shelf"),
        ("aq", "x:approved r:ready y:review z:review", "1 approved, 2 left on the review shelf"),
        ("a", "x:approved r:ready y:review z:review", "1 approved, 2 left on the review shelf"),
        ("abr", "x:rejected r:ready y:review z:review", "1 rejected, 2 left on the review shelf"),
        ("sba", "x:approved r:ready y:review z:review", "1 approved, 2 left on the review shelf"),
        ("?q", "x:review r:ready y:review z:review", "3 left on the review shelf"),
        ("", "x:review r:ready y:review z:review", "3 left on the review shelf"),
    ],
)  # fmt: skip
def test_keys(folder: Path, keys: str, after: str, said: str) -> None:
    before = PATH.read_text("utf-8")
    result = run(keys)
    assert (result.exit_code, statuses()) == (0, after), result.output
    assert result.output.splitlines()[-1] == said
    changed = zip(before.splitlines(), PATH.read_text("utf-8").splitlines(), strict=True)
    assert all("status:" in new for old, new in changed if old != new)


def test_what_is_shown(folder: Path) -> None:
    lines = run("s").output.splitlines()
    assert lines[1] == "1 of 3 · questions/shelf.yaml:5 · x · date, short · review"
    assert "  - is it worth asking?" in lines
    assert "2 of 3 · questions/shelf.yaml:21 · y · date, short · review" in lines


def test_all_shows_the_ready_ones_too(folder: Path) -> None:
    run("sr", "--terminal --all")
    assert statuses() == "x:review r:rejected y:review z:review"


def test_an_empty_shelf_is_said(folder: Path) -> None:
    PATH.write_text(PATH.read_text("utf-8").replace("status: review", "status: ready"), "utf-8")
    assert run("").output == "0 left on the review shelf\n"


def test_every_decision_is_saved_at_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []

    def key(prompt: str) -> str:
        seen.append(statuses())
        return "arq"[len(seen) - 1]

    monkeypatch.setattr(sys.modules["briefquiz.cli.review_terminal"], "_key", key)
    run("")
    assert [said.split()[::2] for said in seen] == [
        ["x:review", "y:review"],
        ["x:approved", "y:review"],
        ["x:approved", "y:rejected"],
    ]


def meanwhile(monkeypatch: pytest.MonkeyPatch, old: str, new: str) -> None:
    """Another program saves the file when the first key is asked for."""
    module = sys.modules["briefquiz.cli.review_terminal"]
    ask = module._key

    def asked(prompt: str) -> str:
        PATH.write_text(PATH.read_text("utf-8").replace(old, new), "utf-8")
        return str(ask(prompt))

    monkeypatch.setattr(module, "_key", asked)


def test_what_another_program_saved_meanwhile_is_kept(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    meanwhile(monkeypatch, '"The shelf"', '"Mine"')
    run("a")
    assert 'title: "Mine"' in PATH.read_text("utf-8")
    assert statuses().startswith("x:approved")


def test_a_question_that_changed_meanwhile_is_shown_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    meanwhile(monkeypatch, '"Question x?"', '"Another?"')
    result = run("aq")
    assert "was changed meanwhile; this is how it reads now" in result.output
    assert "Another?" in result.output
    assert statuses().startswith("x:review")
    assert run("a").exit_code == 0
    assert statuses().startswith("x:approved")


def test_a_question_that_was_deleted_meanwhile(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = PATH.read_text("utf-8")
    y = text[text.index("  - id: y") : text.index("  - id: z")]
    meanwhile(monkeypatch, y, "")
    result = run("aasa")
    assert "2 of 3 · y is no longer in questions/shelf.yaml" in result.output
    assert statuses() == "x:approved r:ready z:approved"


def test_a_file_that_was_broken_meanwhile_is_not_written(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    meanwhile(monkeypatch, "status: ready", "stats: ready")
    CliRunner().invoke(cli.main, ["review", str(PATH), "--terminal"], input="a\nq\n")
    assert "stats: ready" in PATH.read_text("utf-8")
    assert "approved" not in PATH.read_text("utf-8")


def test_while_another_run_writes_the_question_waits(folder: Path) -> None:
    with exchanges.alone(PATH):
        result = run("aq")
    assert "another run of briefquiz is writing it; try again later" in result.output
    assert statuses().startswith("x:review")


def editor(monkeypatch: pytest.MonkeyPatch, *programs: str) -> None:
    """An editor that does one of these things to `text` at each call."""
    script = Path("editor.py").resolve()
    steps = Path("steps").resolve()
    script.write_text(
        "import sys\nfrom pathlib import Path\n"
        f"steps = Path({str(steps)!r})\nfile = Path(sys.argv[1])\n"
        "first, *rest = steps.read_text().split('\\n--\\n')\n"
        "steps.write_text('\\n--\\n'.join(rest))\n"
        "text = file.read_text('utf-8')\nexec(first)\nfile.write_text(text, 'utf-8')\n"
        "import os; os.utime(file, (2e9, 2e9))\n",
        "utf-8",
    )
    steps.write_text("\n--\n".join(programs), "utf-8")
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", f"{sys.executable} {script}")


def test_an_edit_changes_this_question_only(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    editor(monkeypatch, "assert text.startswith('- id: x'); text = text.replace('2014', '2015')")
    before = PATH.read_text("utf-8")
    result = run("ea")
    assert result.exit_code == 0, result.output
    expected = before.replace("2014", "2015", 1).replace("review", "approved", 1)
    assert PATH.read_text("utf-8") == expected
    assert "    2015" in result.output


def test_an_edit_with_a_mistake_may_go_on(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = "text = text.replace('answer', 'anser')"
    editor(monkeypatch, wrong, "text = text.replace('anser', 'answer').replace('2014', '2015')")
    result = run("eeq")
    assert "your edit:5:3: unknown key 'anser' (did you mean 'answer'?)" in result.output
    assert "2015" in PATH.read_text("utf-8")
    editor(monkeypatch, wrong)
    before = PATH.read_text("utf-8")
    run("edq")
    assert PATH.read_text("utf-8") == before


def test_an_edit_may_give_another_id(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    editor(monkeypatch, "text = text.replace('id: x', 'id: new')")
    run("ea")
    assert statuses().startswith("new:approved r:ready y:review")


def test_an_editor_that_fails_or_changes_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = PATH.read_text("utf-8")
    editor(monkeypatch, "")
    assert "nothing was changed" in run("eq").output
    monkeypatch.setenv("EDITOR", "false")
    assert "1 of 3" in run("eq").output
    assert PATH.read_text("utf-8") == before


def test_at_a_real_terminal_one_key_is_enough(folder: Path) -> None:
    child = pexpect.spawn(
        sys.executable,
        ["-m", "briefquiz", "review", str(PATH), "--terminal"],
        encoding="utf-8",
        timeout=60,
    )
    for shown, key in (("x", "a"), ("y", "\x1b[A"), ("y", "r"), ("z", "b"), ("y", "q")):
        child.expect(f"Question {shown}\\?")
        child.expect("q quit: ")
        child.send(key)
        if key == "\x1b[A":
            child.expect("a approve: the question is used")
            child.expect("q quit: ")
            child.send("s")
            child.expect("Question z")
            child.expect("q quit: ")
            child.send("b")
    child.expect("1 approved, 2 left on the review shelf")
    child.expect(pexpect.EOF)
    assert statuses() == "x:approved r:ready y:review z:review"
