"""What is done for one brief or question file of a build: first without writing, then the writing.

The first part can be done in another process. Only one process writes, the one that has the folder
to itself (`exchange.only_run`).
"""

import errno
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from briefquiz.cli.exchange import alone
from briefquiz.cli.files import create, is_file, put, question_file, read, target
from briefquiz.cli.making import Made, Wanted, digest, made_of
from briefquiz.cli.schema import beside
from briefquiz.errors import BriefquizError, Problem

HOPELESS = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO})
"""Where one file cannot be written for such a reason, no other can."""


@dataclass(frozen=True, slots=True)
class Drafted:
    """A question file that is to be written, and what to say of it.

    `left_out` counts sentences of the brief that could not be read.
    """

    text: bytes
    lines: tuple[str, ...]
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class Done:
    """What one file of a build became, as far as it went.

    `lines` come before all else that is said. `wrote` is the draft, with the schema beside it, once
    it is in its place. `brief_changed`: since its questions were drafted. `inputs` are files that
    count besides those of `made`, as `Made.inputs` has them.
    """

    path: Path
    drafted: Drafted | None = None
    wrote: tuple[Path, ...] = ()
    made: Made | None = None
    lines: tuple[str, ...] = ()
    brief_changed: bool = False
    problems: tuple[Problem, ...] = ()
    inputs: Mapping[Path, str] = field(default_factory=dict)

    def with_problems(self, error: BriefquizError) -> "Done":
        """The same, but it came to nothing."""
        return replace(self, made=None, problems=error.problems)


def work(path: Path, wanted: Wanted) -> Done:
    """Read, draft and compile one brief or question file; nothing is written yet.

    What is wrong with it is in the result: an exception would lose its problems on the way from
    another process.
    """
    source = question_file(path)
    done = Done(path)
    try:
        if source != path:
            data = read(path)
            done = replace(done, inputs={path: digest(data), source: ""})
            if is_file(source) or source.is_symlink():
                done = replace(done, lines=(f"{source} is there already: left as it is",))
            else:
                done = replace(done, drafted=drafted(data, path))
        text = done.drafted.text if done.drafted else read(source)
        done = replace(done, made=made_of(text, source, wanted))
        return replace(done, brief_changed=_is_of_another(text, source, done.inputs.get(path, "")))
    except BriefquizError as error:
        return done.with_problems(error)


def _is_of_another(text: bytes, source: Path, brief: str) -> bool:
    """Whether a question file was drafted from a brief with another hash than that, if known."""
    from briefquiz import bank

    drafted_from = bank.load(text, str(source)).brief
    return bool(brief and drafted_from and drafted_from.sha256 not in ("", brief))


def drafted(brief: bytes, path: Path, title: str = "", published: str = "") -> Drafted:
    """The draft of the brief in these bytes, whose title and date may be said.

    Raises BriefquizError if nothing comes of it.
    """
    from briefquiz.cli.parsers import parse_as
    from briefquiz.pipeline import report
    from briefquiz.pipeline.drafting import draft_file

    draft = draft_file(brief, str(path), parse_as(title, published))
    return Drafted(draft.text.encode(), tuple(report.drafted(draft)), draft.left_out)


def written(done: Done) -> Done:
    """The same once everything is in its place; what could not be written is among its problems.

    Raises BriefquizError where nothing else could be written either, as on a full disk.
    """
    try:
        if done.drafted:
            done = replace(done, wrote=write_draft(question_file(done.path), done.drafted))
        if done.made:
            put(done.made.files)
    except BriefquizError as error:
        if isinstance(error.__cause__, OSError) and error.__cause__.errno in HOPELESS:
            raise
        return done.with_problems(error)
    return done


def write_draft(source: Path, draft: Drafted) -> tuple[Path, ...]:
    """Write a question file that is not there yet, and the schema beside it: what was written.

    Raises BriefquizError if the question file is there by now, or cannot be written.
    """
    target(source)
    with alone(source):
        create(source, draft.text)
    schema = beside(source)
    put(schema)
    return (source, *schema)
