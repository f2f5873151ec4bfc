"""`briefquiz schema`: the JSON Schema of question files."""

import json

import click


@click.command(short_help="Print the JSON Schema of question files.")
def schema() -> None:
    """Print the JSON Schema of question files, for editors that complete and check.

    \b
    briefquiz schema > schema.json
    """
    from briefquiz.bank import json_schema

    click.echo(json.dumps(json_schema(), indent=2, ensure_ascii=False))
