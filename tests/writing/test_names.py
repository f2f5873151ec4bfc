"""Names of files, and texts like names: what cannot be is said, and nothing lands elsewhere."""

import json
import os
import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefquiz.cli import sources
from briefquiz.cli.making import Wanted, made_of
from briefquiz.cli.terminal import plain
from briefquiz.errors import BriefquizError
from briefquiz.outputs import OUTPUTS
from briefquiz.outputs.exports import EXPORTS
from tests.writing.world import FILES, QUIZ, fails, run, tree


@pytest.mark.parametrize(
    "text",
    ["../../up", "/etc/passwd", "..", ".", "a/b", "a\\\\b", "C:\\\\x", "\\0nul", "x" * 300, "CON",
     "nul", "aux.md", "\\u202egpj.exe", "a\\nb", "%00", "~", "$(touch x)", "-rf", "a:b", "*"],
)  # fmt: skip
@pytest.mark.parametrize("key", ["title", "id"])
def test_a_title_or_id_like_a_path_is_only_text(folder: Path, key: str, text: str) -> None:
    head = f'id: "{text}"\n' if key == "id" else ""
    title = f'"{text}"' if key == "title" else "t"
    Path("questions/port.yaml").write_text(QUIZ.format(title=title, head=head), "utf-8")
    before = set(tree(folder.parent))
    formats = " ".join(f"--format {name}" for name in (*OUTPUTS, *EXPORTS))
    result = run(f"build questions/port.yaml {formats}")
    assert result.exit_code == 0, result.output
    new = set(tree(folder.parent)) - before
    assert new
    assert all(name.startswith("work/decks/port") for name in new)


NAMES = {
    "con": "the name 'con' cannot be used on Windows; rename the file",
    "NUL": "the name 'NUL' cannot be used on Windows; rename the file",
    "aux.b": "the name 'aux.b' cannot be used on Windows; rename the file",
    "com¹": "the name 'com¹' cannot be used on Windows; rename the file",
    "caf\udce9": "its name is not UTF-8; rename the file",
    "n" * 300: "cannot be read: file name too long",
}


@pytest.mark.parametrize("name", NAMES, ids=ascii)
@pytest.mark.parametrize("ending", ["md", "yaml"])
def test_a_name_that_cannot_be_is_said(folder: Path, name: str, ending: str) -> None:
    path = Path(f"questions/{name}.{ending}")
    if len(name) < 255:
        shutil.copy(FILES / f"port.{ending}", path)
    before = tree(folder)
    result = run(["build", str(path)])
    assert (result.exit_code, result.output.count("\n")) == (1, 1)
    assert NAMES[name] in result.output
    assert tree(folder) == before


PATHS = [
    "n\\0l",
    "n" * 300,
    "../../../../etc/passwd",
    "/dev/zero",
    "C:\\\\x",
    "CON",
    "\\e[2J",
    "a\\nb",
]


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("key", ["brief: {file: ", "include: ["])
@pytest.mark.parametrize("command", ["build", "check", "review --terminal"])
def test_a_path_in_a_question_file_leads_nowhere(
    folder: Path, command: str, key: str, path: str
) -> None:
    end = "]\n" if key.startswith("include") else "}\n"
    text = QUIZ.format(title="t", head=f'{key}"{path}.yaml"{end}')
    if key.startswith("include"):
        text = text.partition("questions:")[0]
    Path("questions/port.yaml").write_text(text, "utf-8")
    before = tree(folder.parent)
    result = run(f"{command} questions/port.yaml")
    assert "passwd.yaml: cannot" not in result.output
    assert "\x1b" not in result.output
    changed = tree(folder.parent).keys() - before.keys()
    assert all(name.startswith("work/decks/port") for name in changed)


def test_a_folder_where_an_output_goes_is_said(folder: Path) -> None:
    Path("decks/port.lock.json").mkdir(parents=True)
    fails(
        run("build questions/port.yaml"),
        "decks/port.lock.json: cannot be written: is a directory",
    )
    assert tree(folder / "decks") == {}


@pytest.mark.parametrize(
    "name",
    ["console", "auxiliary", "common", "lpt", "a.con", "x" * 230, "-rf", "a b", "\u202egpj", "é😀",
     "a\nb", "\x1b[31mred", "...", "%s{{x}}", "a'b\"c", "a:b", "*"],
)  # fmt: skip
def test_an_odd_name_is_a_name(folder: Path, name: str) -> None:
    path = f"questions/{name}.yaml"
    Path(path).write_text(QUIZ.format(title="t", head=""), "utf-8")
    result = run(["build", "--", path])
    assert result.exit_code == 0, result.output
    assert {made.rpartition("/")[0] for made in tree(folder)} == {"questions", "decks"}
    assert len(tree(folder / "decks")) == 4
    assert all(line.isprintable() for line in result.output.splitlines())


def test_a_name_as_long_as_names_can_be(folder: Path) -> None:
    """The longest output, "NAME.lock.json", may have 255 bytes; what waits for it has less."""
    Path(f"questions/{'x' * 245}.yaml").write_text(QUIZ.format(title="t", head=""), "utf-8")
    assert run(f"build questions/{'x' * 245}.yaml").exit_code == 0
    Path(f"questions/{'y' * 250}.yaml").write_text(QUIZ.format(title="t", head=""), "utf-8")
    result = run(f"build questions/{'y' * 250}.yaml")
    assert "cannot be written: file name too long" in result.output
    assert not [name for name in tree(folder / "decks") if name.startswith("y")]


@pytest.mark.parametrize(
    ("line", "shown"),
    [("a\tb", "a\\tb"), ("\x1b[2J", "\\x1b[2J"), ("a\nb", "a\\nb"), ("\u202ea", "\\u202ea"),
     ("\x9b1m", "\\x9b1m"), ("é “x” – 日本 😀", "é “x” – 日本 😀"), ("\\", "\\")],
)  # fmt: skip
def test_a_line_for_the_terminal_stays_one(line: str, shown: str) -> None:
    assert plain(line) == shown


stems = st.text(st.characters(exclude_characters="/\0", exclude_categories=["Cs"]), min_size=1)


@settings(max_examples=60, deadline=None, derandomize="CI" in os.environ)
@given(stem=stems.filter(lambda stem: stem.strip(".")), title=st.text(min_size=1), name=st.text())
def test_outputs_are_named_after_the_file_whatever_is_in_it(
    stem: str, title: str, name: str
) -> None:
    head = f"id: {json.dumps(name)}\n"
    text = QUIZ.format(title=json.dumps(title), head=head).encode("utf-8", "replace")
    source = Path("questions") / f"{stem}.yaml"
    wanted = Wanted(Path("decks"), 1, (*OUTPUTS, *EXPORTS))
    try:
        made = made_of(text, source, wanted)
    except BriefquizError:
        return
    for path in made.files:
        assert path.parent == Path("decks")
        assert path.name.startswith(stem)


@pytest.mark.parametrize(
    ("names", "fine"), [(["con.md"], False), (["cone.md", "Cone.yaml"], False)]
)
def test_sources_with_names_that_clash(folder: Path, names: list[str], fine: bool) -> None:
    found = sources.sources([Path("x") / name for name in names])
    assert (not found.problems) == fine
