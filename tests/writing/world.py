"""Commands run in a folder, and what is in it then."""

import shlex
from pathlib import Path

from click.testing import CliRunner, Result

from briefquiz import cli

FILES = Path(__file__).parents[1] / "cli/files/questions"
QUIZ = (
    "briefquiz: 1\ntitle: {title}\n{head}questions:\n  - id: a\n    kind: date\n    type: short\n"
)
QUIZ += '    prompt: "When?"\n    answer: "1992"\n'


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
