"""`build` says what becomes of notes in use, and real Anki says the same."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from briefquiz import cli
from tests.outputs.deck import Log, Reader

QUESTION = '  - {{id: {0}, kind: date, type: short, prompt: "When did {0}?", answer: {1}}}\n'


def file(**answers: str) -> str:
    rows = "".join(QUESTION.format(name, answer) for name, answer in answers.items())
    return f'briefquiz: 1\ntitle: "The quay"\nquestions:\n{rows}'


BUILDS = (
    (file(a="2001", b="2002", c="2003"), "notes: 3 new, 0 changed, 0 retired, 0 unchanged"),
    (file(a="2001", b="2012", d="2004"), "notes: 1 new, 1 changed, 1 retired, 1 unchanged"),
    (file(a="2001", b="2012", d="2004"), "notes: 0 new, 0 changed, 0 retired, 3 unchanged"),
    (
        file(a="2001", b="2012", d="2004").replace("id: d,", "id: d, status: rejected,"),
        "notes: 0 new, 0 changed, 1 retired, 2 unchanged",
    ),
)


def test_build_says_what_anki_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("questions").mkdir()
    reader = Reader(tmp_path / "anki")
    for day, (text, said) in enumerate(BUILDS):
        Path("questions/quay.yaml").write_text(text, "utf-8")
        monkeypatch.setenv("SOURCE_DATE_EPOCH", str(1_700_000_000 + 86_400 * day))
        result = CliRunner().invoke(cli.main, ["build"])
        lines = result.output.splitlines()
        assert said in lines
        new, changed, _, unchanged = (int(n) for n in said.split() if n.isdecimal())
        log = reader.imports(Path("decks/quay.apkg").read_bytes())
        assert log == Log(new, changed, unchanged, 0)
        emptied = Path("decks/quay-retired.apkg")
        assert emptied.exists() == (day > 0) == (f"wrote {emptied}" in lines)
        assert any("Empty Cards" in line for line in lines) == (day > 0)
    reader.imports(Path("decks/quay-retired.apkg").read_bytes())
    assert set(reader.listed_as_empty()) == {"c", "d"}
    reader.collection.close()


def test_what_nothing_is_left_of_is_still_retired(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    Path("questions").mkdir()
    path = Path("questions/quay.yaml")
    path.write_text(file(a="2001"), "utf-8")
    assert CliRunner().invoke(cli.main, ["build"]).exit_code == 0
    path.write_text(file(a="2001").replace("id: a,", "id: a, status: rejected,"), "utf-8")
    result = CliRunner().invoke(cli.main, ["build"])
    assert result.exit_code == 0
    assert "notes: 0 new, 0 changed, 1 retired, 0 unchanged" in result.output
