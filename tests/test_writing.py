"""Writing: never outside the folder, never half a file, never over what another run is writing."""

import errno
import json
import os
import resource
import shlex
import shutil
import stat
import subprocess
import sys
import tempfile
from pathlib import Path

import filelock
import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from briefquiz import cli
from briefquiz.cli import files, sources
from briefquiz.cli.making import Wanted, made_of
from briefquiz.cli.terminal import plain
from briefquiz.errors import BriefquizError
from briefquiz.outputs import OUTPUTS
from briefquiz.outputs.exports import EXPORTS
from tests import kills

FILES = Path(__file__).parent / "cli/files/questions"
QUIZ = (
    "briefquiz: 1\ntitle: {title}\n{head}questions:\n  - id: a\n    kind: date\n    type: short\n"
)
QUIZ += '    prompt: "When?"\n    answer: "1992"\n'


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two question files, beside another one that is nobody's business."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    (tmp_path / "outside").mkdir()
    work = tmp_path / "work"
    (work / "questions").mkdir(parents=True)
    for name in ("port.md", "port.yaml", "quay.yaml"):
        shutil.copy(FILES / name, work / "questions" / name)
    monkeypatch.chdir(work)
    return work


def run(command: str | list[str]) -> Result:
    arguments = shlex.split(command) if isinstance(command, str) else command
    result = CliRunner().invoke(cli.main, arguments, prog_name="briefquiz")
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def tree(folder: Path) -> dict[str, bytes]:
    found = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def fails(result: Result, line: str) -> None:
    """One line that says so, and exit code 1."""
    assert (result.exit_code, result.output) == (1, f"{line}\n")


# -- names ------------------------------------------------------------------------------------


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


# -- links ------------------------------------------------------------------------------------


def test_a_decks_folder_elsewhere_is_not_written_to(folder: Path) -> None:
    Path("decks").symlink_to(folder.parent / "outside")
    fails(
        run("build questions/port.yaml"),
        f"decks/any: is behind a link that leads out of {folder}; name the place itself: "
        f"{folder.parent / 'outside'}",
    )
    assert tree(folder.parent / "outside") == {}
    assert run(f"build questions/port.yaml --out {folder.parent / 'outside'}").exit_code == 0
    assert len(tree(folder.parent / "outside")) == 4


def test_a_questions_folder_elsewhere_gets_no_draft(folder: Path) -> None:
    shutil.rmtree("questions")
    Path("questions").symlink_to(folder.parent / "outside")
    shutil.copy(FILES / "port.md", "harbour.md")
    result = run("draft harbour.md")
    assert "is behind a link that leads out of" in result.output
    assert (result.exit_code, tree(folder.parent / "outside")) == (1, {})


def test_an_output_that_is_a_link_to_elsewhere_stays(folder: Path) -> None:
    run("build questions/port.yaml")
    before = tree(folder)
    victim = folder.parent / "outside/victim"
    victim.write_text("mine", "utf-8")
    Path("decks/port-key.html").unlink()
    Path("decks/port-key.html").symlink_to(victim)
    result = run("build questions/port.yaml")
    assert (result.exit_code, result.output.count("\n")) == (1, 1)
    assert "decks/port-key.html: is behind a link that leads out of" in result.output
    assert victim.read_text("utf-8") == "mine"
    assert tree(folder) == before | {"decks/port-key.html": b"mine"}


def test_a_link_inside_the_folder_stays_a_link(folder: Path) -> None:
    Path("real").mkdir()
    Path("decks").symlink_to("real")
    Path("real/port-key.html").symlink_to(folder / "key.html")
    assert run("build questions/port.yaml").exit_code == 0
    assert Path("decks/port-key.html").is_symlink()
    assert b"</html>" in Path("key.html").read_bytes()
    assert len(tree(folder / "real")) == 4


def test_a_link_to_itself_is_said(folder: Path) -> None:
    Path("decks").mkdir()
    Path("decks/port.apkg").symlink_to("port.apkg")
    result = run("build questions/port.yaml")
    assert (result.exit_code, result.output.count("\n")) == (1, 1)
    assert "decks/port.apkg: cannot be written" in result.output


def test_a_question_file_that_appears_during_a_draft_is_kept(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from briefquiz.cli import work

    shutil.copy(FILES / "port.md", "harbour.md")
    path = Path("questions/harbour.yaml")

    def slow(*_: object) -> work.Drafted:
        path.write_text("mine", "utf-8")
        return work.Drafted(Path("questions/port.yaml").read_bytes(), ())

    monkeypatch.setattr(work, "drafted", slow)
    result = run("build harbour.md")
    expected = "was made by something else meanwhile; it is left as it is"
    fails(result, f"questions/harbour.yaml: {expected}")
    assert path.read_text("utf-8") == "mine"
    assert not Path("decks").exists()


# -- what a disk refuses ----------------------------------------------------------------------


def as_nobody(script: str, folder: Path) -> "subprocess.CompletedProcess[str]":
    """Runs a program in which everything is imported before root is given up."""
    program = f"""
import os, resource, signal, sys
from click.testing import CliRunner
from briefquiz import cli
for command in ("build questions/port.yaml --out warm", "build questions --out warm"):
    assert CliRunner().invoke(cli.main, command.split()).exit_code == 0
{script}
result = CliRunner().invoke(cli.main, sys.argv[1].split())
print(result.exit_code, result.output, end="")
"""
    return subprocess.run(
        [sys.executable, "-c", program, "build questions/port.yaml"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


@pytest.mark.skipif(os.name == "nt", reason="permissions as on POSIX")
@pytest.mark.parametrize("there", [True, False], ids=["decks", "no decks"])
def test_a_read_only_folder_is_said(folder: Path, there: bool) -> None:
    if there:
        run("build questions/port.yaml")
    before = tree(folder)
    give_up = "os.seteuid(65534)" if os.geteuid() == 0 else ""
    with tempfile.TemporaryDirectory() as place:  # pytest's own folder is closed to nobody
        Path(place).chmod(0o755)
        copy = Path(shutil.copytree(folder, Path(place, "work")))
        closed = copy / "decks" if there else copy
        done = as_nobody(f"os.chmod({str(closed)!r}, 0o555)\n{give_up}", copy)
        closed.chmod(stat.S_IRWXU)
        shutil.rmtree(copy / "warm")
        assert done.stdout == "1 decks: cannot be written: permission denied\n", done.stderr
        assert tree(copy) == before


@pytest.mark.skipif(os.name == "nt", reason="limits as on POSIX")
def test_a_file_that_the_system_cuts_short_is_not_there(folder: Path) -> None:
    """The disk takes some thousand bytes and no more: old files are whole, new ones not there."""
    run("build questions/port.yaml")
    text = Path("questions/port.yaml").read_text("utf-8").replace("9 January 2019", "8 May 2020")
    Path("questions/port.yaml").write_text(text, "utf-8")
    before = tree(folder)
    limit = "resource.setrlimit(resource.RLIMIT_FSIZE, (4000, resource.RLIM_INFINITY))"
    done = as_nobody(limit, folder)
    shutil.rmtree(folder / "warm")
    assert done.stdout.startswith("1 decks/port"), done.stderr
    assert done.stdout.endswith(": cannot be written: file too large\n")
    assert tree(folder) == before
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[0] == resource.RLIM_INFINITY


def full(monkeypatch: pytest.MonkeyPatch, code: int, after: int) -> None:
    """So many files can be stored, and then no more."""
    store, stored = files.store, [0]

    def limited(path: Path, data: bytes) -> None:
        stored[0] += 1
        if stored[0] > after:
            path.write_bytes(data[:10])
            raise OSError(code, os.strerror(code))
        store(path, data)

    monkeypatch.setattr(files, "store", limited)


@pytest.mark.parametrize("after", range(4))
def test_a_full_disk_leaves_the_old_files_whole(
    folder: Path, monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    run("build questions/port.yaml")
    before = tree(folder)
    full(monkeypatch, errno.ENOSPC, after)
    result = run("build questions/port.yaml")
    assert result.exit_code == 1
    assert result.output.endswith(": cannot be written: no space left on device\n")
    assert result.output.count("\n") == 1
    assert tree(folder) == before


@pytest.mark.parametrize(
    ("code", "failed"), [(errno.ENOSPC, "0 built, 0 unchanged, 1 failed, 11 not reached"),
                         (errno.ENAMETOOLONG, "0 built, 0 unchanged, 12 failed")],
)  # fmt: skip
def test_a_batch_ends_when_the_disk_is_full_and_only_then(
    folder: Path, monkeypatch: pytest.MonkeyPatch, code: int, failed: str
) -> None:
    for number in range(10):
        shutil.copy("questions/quay.yaml", f"questions/q{number}.yaml")
    full(monkeypatch, code, 0)
    result = run("build --jobs 1")
    assert failed in result.stdout.splitlines()
    assert result.exit_code == 1
    assert tree(folder / "decks") == {}


# -- two runs at once -------------------------------------------------------------------------


@pytest.mark.parametrize(
    "command", ["build questions/port.yaml", "export questions/port.yaml --to csv"]
)
def test_of_two_runs_in_one_folder_the_second_says_so(folder: Path, command: str) -> None:
    run("build questions/port.yaml")
    before = tree(folder)
    with filelock.FileLock("decks/.briefquiz.lock"):
        fails(run(command), "decks: another run of briefquiz is writing it; try again later")
        assert run(f"{command} --out other").exit_code == 0
    shutil.rmtree("other")
    assert tree(folder) | {"decks/.briefquiz.lock": b""} == before | {"decks/.briefquiz.lock": b""}
    assert run(command).exit_code == 0


def test_what_a_dead_run_left_is_in_nobodys_way(folder: Path) -> None:
    Path("decks").mkdir()
    Path("decks/.briefquiz.lock").touch()
    files.beside(Path("decks/port.apkg"), "12345").write_bytes(b"half")
    files.beside(Path("questions/harbour.yaml"), "12345").write_bytes(b"half")
    files.beside(Path("questions/other.yaml"), "12345").write_bytes(b"of another run")
    shutil.copy(FILES / "port.md", "harbour.md")
    assert run("build harbour.md questions/port.yaml").exit_code == 0
    left = [name for name in tree(folder) if "/." in name]
    other = files.beside(Path("questions/other.yaml"), "12345").name
    assert sorted(left) == sorted(["questions/.briefquiz.schema.json", f"questions/{other}"])


def test_nothing_made_leaves_no_folder(folder: Path) -> None:
    assert run("build none.md").exit_code == 1
    assert not Path("decks").exists()


@pytest.mark.skipif(os.name == "nt", reason="signals as on POSIX")
def test_runs_that_are_killed_damage_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A few of what `python -m tests.kills 200` does."""
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(sys.path))
    assert kills.kill(6, tmp_path, 7).total() == 6


def test_the_lock_is_moved_into_its_place_last(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    moved: list[str] = []
    replace = Path.replace

    def watched(path: Path, target: Path) -> Path:
        moved.append(target.name)
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", watched)
    run("build questions/port.yaml")
    assert moved[-1] == "port.lock.json"
    assert len(moved) == 4


@pytest.mark.parametrize(
    ("names", "fine"), [(["con.md"], False), (["cone.md", "Cone.yaml"], False)]
)
def test_sources_with_names_that_clash(folder: Path, names: list[str], fine: bool) -> None:
    found = sources.sources([Path("x") / name for name in names])
    assert (not found.problems) == fine
