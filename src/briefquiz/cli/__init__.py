"""The command line: the only place that reads files, writes, prints, looks at the clock or exits.

One module a command. Commands import what they need inside, so that `--help` and a build without
a draft stay fast.
"""

import gc
import io
import sys
from typing import Any

import click

from briefquiz import __version__
from briefquiz.cli.build import build
from briefquiz.cli.check import check
from briefquiz.cli.draft import draft
from briefquiz.cli.export import export
from briefquiz.cli.facts import facts
from briefquiz.cli.review import review
from briefquiz.cli.schema import schema
from briefquiz.cli.terminal import plain
from briefquiz.errors import BriefquizError

OBJECTS = 20_000
"""New objects after which Python looks for dead circles: nearly all of ours live to the end."""


class Rim(click.Group):
    """Turns what is wrong into lines on standard error and exit code 1."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command."""
        gc.set_threshold(OBJECTS)
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors="backslashreplace")
        try:
            return super().invoke(ctx)
        except BriefquizError as error:
            for problem in error.problems:
                click.echo(plain(str(problem)), err=True)
            ctx.exit(1)


@click.group(cls=Rim, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="briefquiz %(version)s")
def main() -> None:
    """Quizzes and Anki decks from briefs, offline.

    \b
    briefquiz build questions/port.md          questions, deck and papers from a brief
    briefquiz build                            decks and papers anew, after an edit
    briefquiz draft questions/port.md          only the questions
    briefquiz facts questions/port.md --json   what is found in a brief
    briefquiz check questions/port.yaml        mistakes in a question file
    briefquiz review questions/port.yaml       settle what waits on the review shelf
    briefquiz export port.yaml --to moodle     the questions for another system
    briefquiz schema > schema.json             for editors that complete and check
    """


for command in (build, draft, facts, check, review, export, schema):
    main.add_command(command)
