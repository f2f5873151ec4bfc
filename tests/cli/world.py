"""Commands run in a folder, and what is in it then."""

import shlex
from pathlib import Path

from click.testing import CliRunner, Result

from briefquiz import cli

CASES = Path(__file__).parent


def run(command: str) -> Result:
    result = CliRunner().invoke(cli.main, shlex.split(command), prog_name="briefquiz")
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


def contents(folder: Path) -> dict[str, bytes]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
