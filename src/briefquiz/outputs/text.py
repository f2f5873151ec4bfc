"""Characters that are no text: they would split, cut or break what an output writes."""

import re

NO_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
"""Control characters and half surrogates. Anki drops NUL and splits fields at U+001F."""


def printable(text: str) -> str:
    """The text without control characters (tab and line breaks stay), line breaks as "\\n"."""
    return NO_TEXT.sub("", text).replace("\r\n", "\n").replace("\r", "\n")
