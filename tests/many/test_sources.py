"""Which files folders, patterns and names come to."""

import shutil
from pathlib import Path

from briefquiz.cli import sources
from tests.many.world import run


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
