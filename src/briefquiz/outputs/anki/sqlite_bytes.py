"""What is left to chance in the bytes of an SQLite database, wiped.

SQLite builds write their version into the header and differ in whether they wipe freed bytes
(without `secure_delete`, 3.40 and 3.51 disagreed on decks of 300 notes).
"""

import struct

PAGE = 4096
TREE_HEADERS = {2: 12, 5: 12, 10: 8, 13: 8}
"""Type of a b-tree page → bytes of its header (SQLite file format, section 1.6)."""
VARYING = (24, 92, 96)
"""Header fields of four bytes: change counter, the version it is valid for, SQLite's version."""


def normalised(database: bytes) -> bytearray:
    """The database, in which nothing was ever deleted, without traces of the SQLite that wrote it.

    Pages that are no b-tree pages are the overflow of long rows and stay as they are.
    """
    data = bytearray(database)
    size = struct.unpack_from(">H", data, 16)[0]
    for field in VARYING:
        data[field : field + 4] = bytes(4)
    for page in range(0, len(data), size):
        start = page + (100 if page == 0 else 0)
        header = TREE_HEADERS.get(data[start])
        if header is None:
            continue
        cells, content = struct.unpack_from(">HH", data, start + 3)
        free = start + header + 2 * cells
        data[free : page + (content or size)] = bytes(page + (content or size) - free)
    return data
