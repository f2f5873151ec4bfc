"""A build of many files: over several processes, with what is unchanged passed over."""

import functools
import os
import time
import traceback
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from briefquiz.cli.cache import Cache
from briefquiz.cli.files import is_question_file
from briefquiz.cli.making import Wanted
from briefquiz.cli.terminal import Progress, note, show
from briefquiz.cli.work import Done, work, written
from briefquiz.errors import BriefquizError, Problem
from briefquiz.pipeline import report
from briefquiz.pipeline.report import counted

MOST_JOBS = 8
PER_JOB = 8
"""A process takes a second or two to load its parsers: it pays from so many files on."""
SAVED_EVERY = 5.0
"""Seconds after which the cache is written down, so that a killed run is not all in vain."""
DIED = "the process that worked on it died, perhaps for want of memory; the next run tries it again"


@dataclass
class Tally:
    """How a build of many files goes.

    `unread` has, for each brief just drafted that has such, its sentences that could not be read.
    """

    built: int = 0
    unchanged: int = 0
    failed: int = 0
    unread: list[int] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    @property
    def done(self) -> int:
        """The number of files that are done with."""
        return self.built + self.unchanged + self.failed

    def fail(self, problems: Sequence[Problem]) -> None:
        """Count a file that failed. Of its problems the first is told, of the others how many."""
        self.failed += 1
        first, others = problems[0], len(problems) - 1
        if others:
            more = f"{first.message} (and {counted(others, 'other mistake')})"
            first = Problem(first.file, more, first.line, first.column, first.hint)
        self.problems.append(first)

    def lines(self, files: int) -> Iterator[str]:
        """The sum at the end."""
        left = files - self.done
        said = f"{self.built} built, {self.unchanged} unchanged, {self.failed} failed"
        yield said + (f", {left} not reached" if left else "")


def build_many(
    files: Sequence[Path], wanted: Wanted, jobs: int | None, known: Iterable[Problem]
) -> None:
    """Build all files that have changed, and say how it went.

    The caller has the folder to itself. `jobs` is the number of processes, None for as many as are
    of use; `known` are files that failed already. What is written is the same for any number.
    Raises BriefquizError, in the end, with what is wrong with those that failed.
    """
    tally = Tally()
    for problem in known:
        tally.fail([problem])
    total = len(files) + tally.done
    cache = Cache(wanted)
    try:
        with Progress(total) as progress:
            progress.reached(tally.done)
            for line in _built(files, wanted, jobs, cache, tally):
                progress.reached(tally.done, line)
    except KeyboardInterrupt:
        show([*tally.lines(total), "stopped; the same command goes on from here"])
        raise SystemExit(130) from None
    except BriefquizError as error:  # nothing more can be written, whatever the file
        tally.fail(error.problems)
    finally:
        cache.save()
    show(tally.lines(total))
    if tally.unread:
        briefs = counted(len(tally.unread), "brief")
        note(briefs, report.unread(sum(tally.unread)))
    if tally.problems:
        raise BriefquizError(dict.fromkeys(tally.problems))


def _built(
    files: Sequence[Path], wanted: Wanted, jobs: int | None, cache: Cache, tally: Tally
) -> Iterator[str]:
    """Build what has changed; a line for each file as it is done."""
    changed = []
    for path in files:
        problems = cache.unchanged(path)
        if problems is None:
            changed.append(path)
        elif problems:
            tally.fail(problems)
            yield f"{path}: failed"
        else:
            tally.unchanged += 1
            yield f"{path}: unchanged"
    saved = time.monotonic()
    for done in _worked(changed, wanted, jobs):
        yield _settled(written(done), cache, tally)
        if time.monotonic() - saved > SAVED_EVERY:
            cache.save()
            saved = time.monotonic()


def _worked(changed: Sequence[Path], wanted: Wanted, jobs: int | None) -> Iterator[Done]:
    """What the files become. Question files, which may include drafted ones, come last."""
    each = functools.partial(guarded, wanted=wanted)
    for kind in (False, True):
        paths = [path for path in changed if is_question_file(path) == kind]
        processes = number_of_processes(jobs, len(paths))
        if processes == 1:
            yield from map(each, paths)
        else:
            from briefquiz.cli.processes import spread

            for path, done in spread(each, paths, processes):
                yield done or Done(path, problems=(Problem(str(path), DIED),))


def _settled(done: Done, cache: Cache, tally: Tally) -> str:
    """Count and remember a file that is done, and say so in a line."""
    if done.made and not done.problems:
        tally.built += 1
        cache.remember(done.path, {**done.inputs, **done.made.inputs}, done.made.files)
        said = [done.made.sum]
        if done.made.losses:
            said.append(counted(len(done.made.losses), "loss"))
        if done.drafted and done.drafted.left_out:
            tally.unread.append(done.drafted.left_out)
            said.append(f"{counted(done.drafted.left_out, 'sentence')} not read")
        if done.brief_changed:
            said.append("the brief has changed")
        return f"{done.path}: {', '.join(said)}"
    tally.fail(done.problems)
    if done.inputs and all(problem.file == str(done.path) for problem in done.problems):
        cache.remember(done.path, done.inputs, {}, done.problems)
    else:
        cache.forget(done.path)
    return f"{done.path}: failed"


def number_of_processes(wanted: int | None, files: int) -> int:
    """As many as wanted or, if that is open, as pay; never more than files."""
    if wanted is None:
        wanted = min(_processors(), MOST_JOBS, files // PER_JOB)
    return max(1, min(wanted, files))


def _processors() -> int:
    """Those that this process may use, where the system tells."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def guarded(path: Path, wanted: Wanted) -> Done:
    """`work`, where even a fault in briefquiz itself is that of one file only."""
    try:
        return work(path, wanted)
    except Exception as error:  # noqa: BLE001 - whatever it is, the other files go on
        place = traceback.extract_tb(error.__traceback__)[-1]
        fault = " ".join(f"{type(error).__name__}: {error}".split())
        where = f"{Path(place.filename).name}:{place.lineno}"
        message = f"a fault in briefquiz itself, please report it: {fault} ({where})"
        return Done(path, problems=(Problem(str(path), message),))
