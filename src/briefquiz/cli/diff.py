"""What would change, as a unified diff that `patch` and `git apply -p0` take."""

import difflib
from collections.abc import Iterator

NO_BREAK = "\\ No newline at end of file"


def unified(name: str, old: str, new: str) -> Iterator[str]:
    """The lines of the diff, without their breaks; none if nothing changes."""
    before, after = (text.split("\n") for text in (old, new))
    for lines in (before, after):  # the last line without its break is another than with it
        lines[-1:] = [] if lines[-1] == "" else [f"{lines[-1]}\n{NO_BREAK}"]
    yield from difflib.unified_diff(before, after, name, name, lineterm="")
