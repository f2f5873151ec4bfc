"""The head of a memorandum: TO, FROM, DATE, SUBJECT."""

import re
from collections.abc import Sequence

from briefquiz.readers import dates
from briefquiz.readers.pieces import Front

LINE = re.compile(
    r"[\s*_]*(?P<key>to|from|cc|bcc|via|date|dated|subject|sub|re|ref|reference|author|attention|"
    r"attn|through|classification)\s*[*_]*:[*_]*\s*(?P<value>.*)",
    re.IGNORECASE,
)


def is_header(lines: Sequence[str]) -> bool:
    """Whether the lines are a memo's head: two labels at least, the rest indented under them."""
    lines = [line for text in lines for line in text.split("\n")]
    if not LINE.match(lines[0]):
        return False
    labels = sum(LINE.match(line) is not None for line in lines)
    return labels >= 2 and all(LINE.match(line) or line[:1].isspace() for line in lines)


def front(text: str) -> Front:
    """The title, date and sender that a memo's head gives."""
    said: dict[str, str] = {}
    key = ""
    for line in text.split("\n"):
        match = LINE.match(line)
        key = match["key"].lower() if match else key
        value = match["value"] if match else line
        said[key] = " ".join(f"{said.get(key, '')} {value}".strip(" *_").split())
    return Front(
        title=said.get("subject") or said.get("sub") or said.get("re") or "",
        published=dates.iso(said.get("date") or said.get("dated") or ""),
        author=said.get("from") or said.get("author") or "",
    )
