"""The command line as a person meets it: every case is a file with command, output and files.

A case in cli/ reads: the command and its exit code; ---; what it prints; ---; what it wrote.
"""

import json
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from briefquiz import __version__, bank, cli
from briefquiz.cli import files, terminal

CASES = Path(__file__).parent / "cli"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of cli/files, as the current folder."""
    work = tmp_path / "work"
    shutil.copytree(CASES / "files", work)
    monkeypatch.chdir(work)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    return work


def run(command: str) -> Result:
    result = CliRunner().invoke(cli.main, shlex.split(command), prog_name="briefquiz")
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


def contents(folder: Path) -> dict[str, bytes]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


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


def test_check_as_data(folder: Path) -> None:
    result = run("check --json questions/port.yaml bad/misquoted.yaml none.yaml")
    assert result.exit_code == 1
    data = json.loads(result.output)
    assert data.keys() == {"problems", "files"}
    assert data["files"][0] == {
        "file": "questions/port.yaml",
        "brief": "questions/port.md",
        "questions": {"ready": 1, "approved": 1, "review": 1, "rejected": 0},
        "doubts": {"too easy": 1},
        "waiting": [{"id": "closed", "line": 20}],
        "without_quote": 2,
    }
    found = [(p["file"], p["line"], p["severity"], p["rule"]) for p in data["problems"]]
    assert found == [
        ("questions/port.yaml", 13, "warning", "no-evidence"),
        ("questions/port.yaml", 20, "warning", "no-evidence"),
        ("bad/misquoted.yaml", 9, "warning", "answer-not-in-quote"),
        ("bad/misquoted.yaml", 9, "warning", "figure-not-in-quote"),
        ("bad/misquoted.yaml", 10, "error", "quote-in-brief"),
        ("none.yaml", 0, "error", "format"),
    ]
    assert {"file", "line", "column", "severity", "rule", "message", "hint"} == data["problems"][
        0
    ].keys()


def test_strict_makes_mistakes_of_warnings(folder: Path) -> None:
    assert run("check questions/port.yaml").exit_code == 0
    assert run("check --strict questions/port.yaml").exit_code == 1
    assert run("check --strict questions/quay.yaml").exit_code == 0


def test_a_changed_brief_is_a_warning_that_says_what_to_do(folder: Path) -> None:
    text = (folder / "questions/port.yaml").read_text("utf-8")
    old = text.replace("{file: port.md,", "{file: port.md, sha256: abc,")
    (folder / "questions/port.yaml").write_text(old, "utf-8")
    assert run("check questions/port.yaml").output.splitlines()[0] == (
        "questions/port.yaml:3:24: warning: the brief has changed since the questions were "
        "drafted; briefquiz draft --update questions/port.md brings them up to date"
    )


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("harbour", "id: port\n", "questions/port.yaml:1:1: the id 'port' is that of {} too"),
        ("port.yml", "id: x\n", "questions/port.yaml: has the same name as {}: their decks"),
    ],
)
def test_a_file_is_held_against_its_neighbours(
    folder: Path, name: str, text: str, line: str
) -> None:
    other = folder / "questions" / (name if "." in name else f"{name}.yaml")
    quay = (folder / "questions/quay.yaml").read_text("utf-8")
    other.write_text(quay.replace("title:", f"{text}title:"), "utf-8")
    output = run("check questions/port.yaml").output
    assert line.format(f"questions/{other.name}") in output


def test_a_neighbour_that_cannot_be_read_stops_no_check(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_bytes = Path.read_bytes

    def closed(path: Path) -> bytes:
        if path.name == "quay.yaml":
            raise PermissionError(13, "Permission denied")
        return read_bytes(path)

    monkeypatch.setattr(Path, "read_bytes", closed)
    assert run("check questions/port.yaml").exit_code == 0
    both = run("check questions/port.yaml questions/quay.yaml")
    assert both.exit_code == 1
    assert "questions/quay.yaml: cannot be read: permission denied" in both.stderr.splitlines()


def test_check_says_that_a_brief_is_not_there(folder: Path) -> None:
    (folder / "questions/port.md").unlink()
    said = run("check questions/port.yaml").output
    assert "questions/port.yaml: can be built, but look at 2 questions (2 warnings); " in said
    assert "; its brief questions/port.md is not there\n" in said


def verdict(path: Path) -> str:
    """What a check says of a file as a whole."""
    lines = run(f"check {path}").output.splitlines()
    return next(line for line in lines if line.startswith(f"{path}: "))


def test_no_mistakes_is_said_only_where_nothing_is_to_be_looked_at(folder: Path) -> None:
    path = Path("questions/port.yaml")
    proved = path.read_text("utf-8")
    for answer, quote in (("it had sunk", "it had sunk"), ("euros", "around 40 million euros")):
        proved = proved.replace(f'{answer}"\n', f'{answer}"\n    source: {{quote: "{quote}"}}\n')
    proved = proved.replace("How much did", "By the ministry’s account, how much did")
    path.write_text(proved, "utf-8")
    assert verdict(path).endswith(": no mistakes; every quote is in questions/port.md")
    slip = proved.replace('answer: "9 January 2019"', 'answer: "10 January 2019"')
    path.write_text(slip, "utf-8")
    assert ": can be built, but look at 1 question (1 warning); every quote is" in verdict(path)
    reasoned = proved.replace('    source: {quote: "it had sunk"}', '    explain: "It is known."')
    path.write_text(reasoned, "utf-8")
    said = (
        ": can be built, but look at 1 question (1 warning); every quote is in {} ({} without one)"
    )
    assert verdict(path).endswith(said.format("questions/port.md", "1 question"))
    path.write_text(proved.replace("published:", "sha256: abc, published:"), "utf-8")
    assert ": can be built, with 1 warning; every quote is" in verdict(path)


def test_what_waits_is_named_with_its_line_up_to_ten(folder: Path) -> None:
    quay = (folder / "questions/quay.yaml").read_text("utf-8")
    head, block = quay.split("  - {id: sold, ")
    blocks = [f"  - {{id: sold-{n}, status: review, {block}" for n in range(12)]
    (folder / "questions/quay.yaml").write_text(head + "".join(blocks), "utf-8")
    lines = run("check questions/quay.yaml").output.splitlines()
    start = lines.index(
        "waiting for your yes or no (briefquiz review questions/quay.yaml shows them one by one):"
    )
    assert lines[start + 1] == "  questions/quay.yaml:4 sold-0"
    assert len(lines[start + 1 :]) == 11
    assert lines[-1] == "  and 2 more: search the file for status: review"
