"""The clock, and what stands in for it in a reproducible build."""

import os
import time

from briefquiz.errors import BriefquizError, Problem

LATEST = 253_402_300_799  # the last second of the year 9999


def now() -> int:
    """Seconds since 1970: SOURCE_DATE_EPOCH if it is set, else the clock."""
    given = os.environ.get("SOURCE_DATE_EPOCH")
    if given is None:
        return int(time.time())
    if given.isascii() and given.isdigit() and len(given) < 13 and 0 < int(given) <= LATEST:
        return int(given)
    message = f"should be a positive whole number of seconds since 1970, not {given!r}"
    raise BriefquizError([Problem("SOURCE_DATE_EPOCH", message)])
