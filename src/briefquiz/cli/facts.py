"""`briefquiz facts`: what is found in a brief."""

import json
from pathlib import Path

import click

from briefquiz.cli.files import a_path, read
from briefquiz.cli.standard_input import is_standard_input, taken
from briefquiz.cli.terminal import show, working

STANDARD_INPUT = "standard-input"


@click.command(short_help="Show what is found in a brief.")
@click.argument("brief", type=a_path)
@click.option("--json", "as_json", is_flag=True, help="As JSON, a list of objects.")
def facts(brief: Path, as_json: bool) -> None:
    """Show what is found in a brief, with the words that prove it; - reads standard input.

    \b
    briefquiz facts questions/port.md
    briefquiz facts questions/port.md --json
    """
    if is_standard_input(brief):
        data, file = taken(STANDARD_INPUT)
    else:
        data, file = read(brief), str(brief)
    from briefquiz.cli.making import say_unread
    from briefquiz.cli.parsers import parse
    from briefquiz.pipeline import report
    from briefquiz.pipeline.drafting import find_facts

    with working(f"reading {file}"):
        rows, left_out = find_facts(data, file, parse)
    say_unread(Path(file), left_out)
    if as_json:
        click.echo(json.dumps(rows, indent=2, ensure_ascii=False))
    else:
        show(report.table(rows))
