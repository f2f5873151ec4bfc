"""Files → the bytes of a zip, the same for the same files everywhere.

Entries are stored, not deflated: what deflate makes of the same bytes differs between zlib and its
faster kin, and every reader of zips takes both.
"""

import io
import zipfile
from collections.abc import Mapping

ZIP_TIME = (1980, 1, 1, 0, 0, 0)


def zipped(files: Mapping[str, bytes]) -> bytes:
    """A zip with the files in their order, without a clock, a umask or a system in it."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, data in files.items():
            info = zipfile.ZipInfo(name, ZIP_TIME)
            info.external_attr = 0o644 << 16
            info.create_system = 3  # Unix, on Windows too
            archive.writestr(info, data)
    return out.getvalue()
