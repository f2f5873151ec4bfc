"""A build of many files, what it says and what it makes."""

import shlex
from pathlib import Path

from click.testing import CliRunner, Result

from briefquiz import cli

FILES = Path(__file__).parents[1] / "cli/files/questions"
NUMBER = 12
CACHE = Path("decks/.briefquiz-cache.json")


def run(command: str) -> Result:
    result = CliRunner().invoke(cli.main, shlex.split(command), prog_name="briefquiz")
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def the_sum(result: Result) -> str:
    return next(line for line in result.stdout.splitlines() if " unchanged, " in line)


def contents(folder: str) -> dict[str, bytes]:
    files = [path for path in Path(folder).iterdir() if path.is_file() and path != CACHE]
    return {path.name: path.read_bytes() for path in sorted(files) if path.name != CACHE.name}


def edit(path: str, old: str, new: str) -> None:
    Path(path).write_text(Path(path).read_text("utf-8").replace(old, new), "utf-8")
