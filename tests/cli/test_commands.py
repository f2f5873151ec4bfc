"""The command line as a person meets it: every case is a file with command, output and files.

A case here reads: the command and its exit code; ---; what it prints; ---; what it wrote.
"""

import json
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from briefquiz import __version__, bank
from briefquiz.cli import files, terminal
from tests.cli.world import CASES, contents, run


@pytest.mark.parametrize("case", sorted(CASES.glob("*.txt")), ids=lambda path: path.stem)
def test_case(case: Path, folder: Path, golden: Callable[[Path, str], None]) -> None:
    command = case.read_text("utf-8").splitlines()[0].partition(" => ")[0]
    before = contents(folder)
    result = run(command.removeprefix("briefquiz"))
    written = [name for name, data in contents(folder).items() if before.get(name) != data]
    parts = [
        f"{command} => {result.exit_code}\n",
        result.output,
        "".join(f"{n}\n" for n in written),
    ]
    golden(case, "---\n".join(parts))


def test_the_version() -> None:
    assert run("--version").output == f"briefquiz {__version__}\n"


@pytest.mark.parametrize("command", ["bild", "build --deck x", "draft", "facts a.md b.md"])
def test_a_wrong_call_is_exit_code_2(command: str) -> None:
    assert run(command).exit_code == 2


def test_a_brief_becomes_questions_deck_and_papers(folder: Path) -> None:
    shutil.copy("questions/port.md", "harbour.md")
    result = run("build harbour.md")
    assert result.exit_code == 0, result.output
    drafted = (folder / "questions/harbour.yaml").read_bytes()
    file = bank.load(drafted, "harbour.yaml")
    assert file.brief is not None
    assert (file.id, file.brief.file, len(file.brief.sha256)) == ("harbour", "harbour.md", 64)
    for question in file.questions:
        assert question.made is None or question.made.hash == bank.block_hash(question)
    assert {path.name for path in (folder / "decks").iterdir()} == {
        "harbour.apkg",
        "harbour-quiz.html",
        "harbour-key.html",
        "harbour-study.html",
        "harbour.lock.json",
    }
    assert "harbour.yaml is there already" in run("build harbour.md").output
    assert (folder / "questions/harbour.yaml").read_bytes() == drafted


def test_draft_writes_the_question_file_only(folder: Path) -> None:
    shutil.copy("questions/port.md", "harbour.md")
    before = contents(folder).keys()
    assert run("draft harbour.md").exit_code == 0
    assert contents(folder).keys() - before == {
        "questions/harbour.yaml",
        "questions/.briefquiz.schema.json",
    }


def test_the_schema_stands_beside_drafted_files_and_is_written_once(folder: Path) -> None:
    shutil.copy("questions/port.md", "harbour.md")
    beside = f"wrote questions/{bank.SCHEMA_FILE}"
    assert beside in run("draft harbour.md").output
    first_line = (folder / "questions/harbour.yaml").read_text("utf-8").splitlines()[0]
    assert first_line == f"# yaml-language-server: $schema={bank.SCHEMA_FILE}"
    written = folder / "questions" / bank.SCHEMA_FILE
    assert json.loads(written.read_bytes()) == bank.json_schema()
    shutil.copy("questions/port.md", "quay-2.md")
    assert beside not in run("draft quay-2.md").output
    written.write_text("{}", "utf-8")
    assert beside in run("schema --write questions").output
    assert json.loads(written.read_bytes()) == bank.json_schema()


def test_facts_as_table_and_as_json(folder: Path) -> None:
    rows = json.loads(run("facts questions/port.md --json").output)
    brief = (folder / "questions/port.md").read_text("utf-8")
    table = run("facts questions/port.md").output
    assert {row["kind"] for row in rows} >= {"date", "number", "cause"}
    for row in rows:
        assert {"kind", "answer", "evidence", "hedge", "attribution"} <= row.keys()
        assert row["kind"] != "cause" or {"cause", "effect", "connective"} <= row.keys()
        assert row["evidence"] in brief
        assert row["evidence"] in table
        assert row["answer"] in table


def test_the_schema_is_the_published_one(folder: Path) -> None:
    assert json.loads(run("schema").output) == bank.json_schema()


@pytest.mark.parametrize("clock", ["", "0", "-1", "1.5", "soon", "²", "9" * 13, "9" * 5000])
def test_a_clock_that_is_none(folder: Path, monkeypatch: pytest.MonkeyPatch, clock: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", clock)
    result = run("build questions/quay.yaml")
    expected = "SOURCE_DATE_EPOCH: should be a positive whole number of seconds since 1970, not "
    assert (result.exit_code, result.output) == (1, f"{expected}{clock!r}\n")
    assert not Path("decks").exists()


def test_the_clock_of_a_new_lock_is_the_given_one_and_a_rebuild_gives_the_same_bytes(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("build")
    first = contents(folder / "decks")
    assert b"1700000000" in first["quay.lock.json"]
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")
    run("build")
    assert contents(folder / "decks") == first


def test_with_out_the_lock_is_read_from_decks_and_written_to_out(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("build questions/quay.yaml")
    committed = contents(folder / "decks")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")
    run("build questions/quay.yaml --out try")
    assert contents(folder / "try") == committed == contents(folder / "decks")


def test_a_damaged_lock_stops_the_build_and_stays(folder: Path) -> None:
    Path("decks").mkdir()
    Path("decks/quay.lock.json").write_text("{", "utf-8")
    result = run("build questions/quay.yaml")
    assert result.exit_code == 1
    assert result.output.count("\n") == 1
    assert contents(folder / "decks") == {"quay.lock.json": b"{"}


def test_a_write_that_fails_leaves_the_old_files_whole(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("build questions/quay.yaml")
    old = contents(folder)
    text = Path("questions/quay.yaml").read_bytes().replace(b"March 2021", b"May 2021")
    Path("questions/quay.yaml").write_bytes(text)
    store = files.store

    key = Path("decks/quay-key.html").resolve()

    def full(path: Path, data: bytes) -> None:
        if path == files.beside(key):
            raise OSError(28, "No space left on device")
        store(path, data)

    monkeypatch.setattr(files, "store", full)
    result = run("build questions/quay.yaml")
    assert (result.exit_code, result.output) == (
        1,
        "decks/quay-key.html: cannot be written: no space left on device\n",
    )
    assert contents(folder) == old | {"questions/quay.yaml": text}


LOADED = """
import sys
from click.testing import CliRunner
from briefquiz import cli
result = CliRunner().invoke(cli.main, sys.argv[2:])
assert result.exit_code == 0, result.output
print(sorted(set(sys.argv[1].split(",")) & set(sys.modules)))
"""
HEAVY = "spacy,numpy,lemminflect,py3langid,genanki,pydantic,jinja2,yaml,rapidfuzz"


@pytest.mark.parametrize(
    ("command", "unwanted"),
    [("--help", HEAVY), ("build --help", HEAVY), ("build", "spacy,numpy,lemminflect,py3langid")],
)
def test_what_a_command_does_not_load(folder: Path, command: str, unwanted: str) -> None:
    arguments = [sys.executable, "-c", LOADED, unwanted, *command.split()]
    done = subprocess.run(arguments, capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("[]\n", "")


def test_progress_shows_on_a_terminal_only(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with terminal.working("drafting"):
        pass
    assert capsys.readouterr().err == ""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    with terminal.working("drafting"):
        pass
    assert capsys.readouterr().err == "drafting …\r\x1b[K"


def test_a_reader_who_leaves_early_spoils_nothing(folder: Path) -> None:
    """`briefquiz build | head -1`: the files are whole, and nothing blames the disk."""
    command = f"{shlex.quote(sys.executable)} -m briefquiz build questions/port.yaml | head -1"
    done = subprocess.run(
        ["bash", "-c", command], check=False, capture_output=True, text=True, timeout=60
    )
    assert "cannot be written" not in done.stderr
    assert {path.name for path in (folder / "decks").iterdir()} == {
        "port.apkg", "port-quiz.html", "port-key.html", "port.lock.json",
    }  # fmt: skip
