"""`briefquiz schema`: the JSON Schema of question files."""

import functools
import json
from pathlib import Path

import click

from briefquiz.cli.files import a_path, write


@click.command(short_help="Print the JSON Schema of question files.")
@click.option("--write", "folder", type=a_path, help="Write it into this folder instead.")
def schema(folder: Path | None) -> None:
    """Print the JSON Schema of question files, for editors that complete and check.

    With --write it becomes FOLDER/.briefquiz.schema.json, which drafted question files name in
    their first line; a draft writes it as well.

    \b
    briefquiz schema > schema.json
    briefquiz schema --write questions
    """
    if folder is None:
        click.echo(text(), nl=False)
    else:
        write(beside(folder / "any.yaml"))


@functools.cache
def text() -> str:
    """The schema as text."""
    from briefquiz.bank import json_schema

    return json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n"


def beside(question_file: Path) -> dict[Path, bytes]:
    """The schema beside a question file, to be written; nothing if it is there already."""
    from briefquiz.bank import SCHEMA_FILE

    path = question_file.parent / SCHEMA_FILE
    data = text().encode()
    return {} if path.is_file() and path.read_bytes() == data else {path: data}
