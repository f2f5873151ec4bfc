"""Stable identities: from names and numbers, never from wording, the clock or Python's hash."""

import hashlib
import re
import unicodedata
from collections.abc import Iterable


def digest(*parts: str) -> bytes:
    """SHA-256 of the parts, kept apart so that ("ab", "c") differs from ("a", "bc")."""
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).digest()


def number(*parts: str, below: int) -> int:
    """A number from 0 up to (not including) `below`, the same for the same parts everywhere."""
    return int.from_bytes(digest(*parts)[:8], "big") % below


def short_hash(*parts: str, length: int = 8) -> str:
    """The first hexadecimal digits of the digest."""
    return digest(*parts).hex()[:length]


def slug(text: str, limit: int = 48) -> str:
    """Lower-case ASCII words joined by hyphens, cut at a word: "Évry & Lys" → "evry-lys"."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", plain)
    out = ""
    for word in words:
        longer = f"{out}-{word}" if out else word
        if out and len(longer) > limit:
            break
        out = longer
    return out[:limit]


def unique(wanted: str, taken: Iterable[str]) -> str:
    """`wanted`, or `wanted-2`, `wanted-3`, … whichever nobody has taken."""
    names = set(taken)
    if wanted not in names:
        return wanted
    count = 2
    while f"{wanted}-{count}" in names:
        count += 1
    return f"{wanted}-{count}"
