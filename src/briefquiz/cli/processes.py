"""Work spread over processes that only compute: they are given a task and send back its result.

Not `concurrent.futures`: there one process that dies (for want of memory, say) takes all the others
with it and nobody knows what it was working on, and when the program itself is killed its processes
wait for ever. Here each process has a pipe of its own. If the process dies, its task is known; if
the program dies, the pipe ends and the process with it.
"""

import contextlib
import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, Generic, TypeVar

Task = TypeVar("Task")
Result = TypeVar("Result")


@dataclass(frozen=True)
class Worker(Generic[Task]):
    """A process, the pipe to it, and what it works on."""

    process: BaseProcess
    pipe: Any
    task: Task


def spread(
    work: Callable[[Task], Result], tasks: Iterable[Task], jobs: int
) -> Iterator[tuple[Task, Result | None]]:
    """Each task with its result as soon as it is there; None if its process died.

    `work` must be known by name to a newly started Python, as everything pickled. One task at a
    time is taken from `tasks` for each of the `jobs` processes. When the caller stops before the
    end, the processes are stopped as well.
    """
    waiting = deque(tasks)
    busy: dict[Any, Worker[Task]] = {}
    try:
        while waiting and len(busy) < jobs:
            _add(busy, _start(work, waiting.popleft()))
        while busy:
            for pipe in wait(list(busy)):
                worker = busy.pop(pipe)
                result = _received(worker)
                alive = result is not None
                if waiting:
                    task = waiting.popleft()
                    _add(busy, _next(worker, task) if alive else _start(work, task))
                if not alive or pipe not in busy:
                    _stop(worker)
                yield worker.task, result
    finally:
        for worker in busy.values():
            _stop(worker)


def _add(busy: dict[Any, Worker[Task]], worker: Worker[Task]) -> None:
    busy[worker.pipe] = worker


def _start(work: Callable[[Task], Result], task: Task) -> Worker[Task]:
    """A new process with its first task. Started anew everywhere, as Windows and macOS need it."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(theirs, work), daemon=True)
    # A process is born deaf to Ctrl-C: it is for the program to say what happens then.
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        process.start()
    finally:
        signal.signal(signal.SIGINT, before)
    theirs.close()
    return _next(Worker(process, ours, task), task)


def _next(worker: Worker[Task], task: Task) -> Worker[Task]:
    with contextlib.suppress(OSError):  # it has died just now; the end of the pipe will tell
        worker.pipe.send(task)
    return Worker(worker.process, worker.pipe, task)


def _received(worker: Worker[Task]) -> Any:
    try:
        return worker.pipe.recv()
    except (EOFError, OSError):
        return None


def _stop(worker: Worker[Task]) -> None:
    worker.process.terminate()
    worker.process.join()
    worker.pipe.close()


def _serve(pipe: "Connection[Any, Any]", work: Callable[[Any], object]) -> None:
    """What runs in a process: task by task until the pipe ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with contextlib.suppress(EOFError, OSError):
        while True:
            pipe.send(work(pipe.recv()))
