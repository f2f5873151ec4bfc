"""What is left to chance in the bytes of an SQLite database, wiped.

SQLite builds write their version into the header and differ in whether they wipe freed bytes
(without `secure_delete`, 3.40 and 3.51 disagreed on decks of 300 notes).
"""

import struct
from collections.abc import Iterator

PAGE = 4096
TREE_HEADERS = {2: 12, 5: 12, 10: 8, 13: 8}
"""Type of a b-tree page → bytes of its header (SQLite file format, section 1.6)."""
VARYING = (24, 92, 96)
"""Header fields of four bytes: change counter, the version it is valid for, SQLite's version."""


PIECE = 64
"""So many pages are handed on at a time."""


def normalised(database: bytes) -> Iterator[bytes]:
    """The database, in which nothing was ever deleted, without traces of the SQLite that wrote it.

    It comes in pieces. Pages that are no b-tree pages are the overflow of long rows and stay as
    they are.
    """
    size = struct.unpack_from(">H", database, 16)[0]
    for start in range(0, len(database), PIECE * size):
        piece = bytearray(database[start : start + PIECE * size])
        for page in range(0, len(piece), size):
            _wipe(piece, page, size, is_first=start + page == 0)
        yield bytes(piece)


def _wipe(data: bytearray, page: int, size: int, *, is_first: bool) -> None:
    """Nothing between the pointers of a b-tree page and its cells; none of what varies."""
    if is_first:
        for field in VARYING:
            data[field : field + 4] = bytes(4)
    start = page + (100 if is_first else 0)
    header = TREE_HEADERS.get(data[start])
    if header is not None:
        cells, content = struct.unpack_from(">HH", data, start + 3)
        free, end = start + header + 2 * cells, page + (content or size)
        data[free:end] = bytes(end - free)
