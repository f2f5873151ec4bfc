"""`briefquiz check`: mistakes and warnings, in lines and as data, and what it says of a file."""

import json
from pathlib import Path

import pytest

from tests.cli.world import run


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
