"""A question file that a person may have open: one run at a time, and no edit is overwritten."""

import contextlib
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from briefquiz.cli.files import failure, reason


@contextlib.contextmanager
def alone(path: Path) -> Iterator[None]:
    """While this lasts, no other run of briefquiz changes the file.

    The system itself frees the lock of a run that dies. Raises BriefquizError if another run has
    the file.
    """
    import filelock

    target = path.resolve()
    lock = filelock.FileLock(target.with_name(f".{target.name}.lock"), timeout=0)
    try:
        lock.acquire()
    except filelock.Timeout:
        raise failure(path, "another run of briefquiz is writing it; try again later") from None
    except OSError as error:
        raise failure(path, f"cannot be locked: {reason(error)}") from None
    try:
        yield
    finally:
        with contextlib.suppress(OSError):  # where a locked file cannot go, it goes with the lock
            Path(lock.lock_file).unlink()
        lock.release()


def exchange(path: Path, old: bytes, new: bytes) -> bool:
    """Put `new` where `old` is, in one step; False if the file holds something else by now.

    Permissions stay, and a link stays a link. Raises BriefquizError if it cannot be written.
    """
    try:
        target = path.resolve(strict=True)
        mode = stat.S_IMODE(target.stat().st_mode)
        if not mode & stat.S_IWUSR:
            raise failure(path, "cannot be written: it is read-only")
        beside = target.with_name(f".{target.name}.{os.getpid()}.tmp")
        try:
            with beside.open("wb") as file:
                file.write(new)
                file.flush()
                os.fsync(file.fileno())
            beside.chmod(mode)
            if target.read_bytes() != old:
                return False
            beside.replace(target)
        finally:
            beside.unlink(missing_ok=True)
    except OSError as error:
        raise failure(path, f"cannot be written: {reason(error)}") from None
    return True
