"""The page on reviewing is executed: its commands run, and print what stands below them."""

import re
import shlex
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from briefquiz import bank
from briefquiz.cli import main
from briefquiz.review.session import KEYS

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs/reviewing.md"
KEY = re.compile(r"q quit: (.)$", re.MULTILINE)


def transcript(block: str) -> str:
    """A console block as it is when its commands run here; keys are those that stand in it."""
    out = []
    for part in re.split(r"^(?=\$ )", block, flags=re.MULTILINE):
        command, _, said = part.partition("\n")
        out.append(f"{command}\n{run(command[2:], KEY.findall(said))}" if command else "")
    return "".join(out)


def run(command: str, keys: list[str]) -> str:
    line, _, target = command.partition(" > ")
    program, *arguments = shlex.split(line)
    if program != "briefquiz":
        subprocess.run(["bash", "-c", command], check=True, timeout=60)
        return ""
    typed = "\n".join([*(keys or ["q"]), ""])
    result = CliRunner().invoke(main, arguments, input=typed, env={"COLUMNS": "88"})
    assert result.exit_code == 0, (command, result.output)
    if target:
        Path(target).write_text(result.stdout, "utf-8")
    return result.stderr if target else result.output.replace("\n\n1 of", "\n1 of", 1).lstrip("\n")


def test_the_sessions_are_what_happens(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, golden: Callable[[Path, str], None]
) -> None:
    shutil.copytree(ROOT / "questions", tmp_path / "questions")
    monkeypatch.chdir(tmp_path)
    page = PAGE.read_text("utf-8")
    blocks = r"(?<=```console\n)(.+?)(?=```)"
    golden(PAGE, re.sub(blocks, lambda found: transcript(found[1]), page, flags=re.DOTALL))
    assert (tmp_path / "changes.diff").read_text("utf-8").startswith("--- questions/china")


def test_every_key_is_explained() -> None:
    page = PAGE.read_text("utf-8")
    assert re.findall(r"^\| `(.)` \| (\w+)", page, re.MULTILINE) == list(KEYS.items())


def test_every_key_of_the_page_is_explained_alike() -> None:
    folder = ROOT / "src/briefquiz/review/web/static"
    sheet = (folder / "sheet.js").read_text("utf-8")
    keys = re.findall(r'\["(.+?)", "(.+?)"\],', sheet)
    assert len(keys) > 10
    page = PAGE.read_text("utf-8")
    told = [
        (re.findall("<kbd>(.+?)</kbd>", key), does)
        for key, does in re.findall(r"^\| (<kbd>.+?) \| (.+) \|$", page, re.MULTILINE)
    ]
    assert told == [(key.split("  "), does) for key, does in keys]
    code = (folder / "hands.js").read_text("utf-8")
    known = re.findall(r'[{,\s]"?(.)"?: "', code.split("const KEY = {")[1].split("};")[0])
    for key, _ in keys:
        for one in key.lower().split("  "):
            assert one in known or one in ("1 … 5", "esc"), one


def test_the_worked_example_remembers_what_was_drafted() -> None:
    path = ROOT / "questions/china-kazakhstan.yaml"
    assert bank.load(path.read_bytes(), path.name).drafted
