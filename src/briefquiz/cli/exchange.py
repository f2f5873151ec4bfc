"""One run at a time: a folder of decks, and a question file that a person may have open.

The system itself frees the locks of a run that dies; what such a run left waiting is swept away.
"""

import contextlib
import stat
from collections.abc import Iterator
from pathlib import Path

from briefquiz.cli.files import WAITING, beside, discard, failure, reason, store, target


@contextlib.contextmanager
def alone(path: Path) -> Iterator[None]:
    """While this lasts, no other run of briefquiz changes the file.

    Raises BriefquizError if another run has the file.
    """
    place = path.resolve()
    with _locked(place.with_name(f".{place.name}.lock"), path):
        discard(place.parent.glob(beside(place, "*").name))
        yield


@contextlib.contextmanager
def only_run(folder: Path) -> Iterator[None]:
    """While this lasts, no other run of briefquiz writes into the folder, which is made if need be.

    Raises BriefquizError if another run writes there, or if nobody can.
    """
    place = target(folder / "any").parent
    known = place.is_dir()
    try:
        place.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise failure(folder, f"cannot be written: {reason(error)}") from error
    try:
        with _locked(place / ".briefquiz.lock", folder):
            discard(place.glob(f".*{WAITING}"))
            yield
    finally:
        if not known:
            with contextlib.suppress(OSError):  # something was written
                place.rmdir()


@contextlib.contextmanager
def _locked(file: Path, path: Path) -> Iterator[None]:
    import filelock

    lock = filelock.FileLock(file, timeout=0)
    try:
        lock.acquire()
    except filelock.Timeout:
        raise failure(path, "another run of briefquiz is writing it; try again later") from None
    except OSError as error:
        raise failure(path, f"cannot be written: {reason(error)}") from None
    try:
        yield
    finally:
        with contextlib.suppress(OSError):  # where a locked file cannot go, it goes with the lock
            file.unlink()
        lock.release()


def exchange(path: Path, old: bytes, new: bytes) -> bool:
    """Put `new` where `old` is, in one step; False if the file holds something else by now.

    Permissions stay, and a link stays a link. Raises BriefquizError if it cannot be written.
    """
    try:
        place = path.resolve(strict=True)
        mode = stat.S_IMODE(place.stat().st_mode)
        if not mode & stat.S_IWUSR:
            raise failure(path, "cannot be written: it is read-only")
        ready = beside(place)
        try:
            store(ready, new)
            ready.chmod(mode)
            if place.read_bytes() != old:
                return False
            ready.replace(place)
        finally:
            discard([ready])
    except OSError as error:
        raise failure(path, f"cannot be written: {reason(error)}") from None
    return True
