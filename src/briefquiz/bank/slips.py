"""Slips of the hand for which YAML has no words: what a line was most likely meant to be."""

import re
from dataclasses import dataclass, fields

from briefquiz.questions import TYPES

LONGEST_HINT = 120
"""Characters of a line that are worth repeating as it should be."""
CURLY = 'curly quotes (“ ”) do not count as quotes; write straight ones (")'
WHY_FORM = '{text: "…", why: "…"}'
"""How a wrong option says why it is wrong."""

KEYS = frozenset(field.name for question in TYPES for field in fields(question))
"""The keys of a question."""

TEXT = r'"(?:[^"\\]|\\.)*"'
"""A text in straight quotes, as a regular expression."""
KEY = re.compile(r"(?P<indent> *)(?P<dash>- +)?(?P<key>[A-Za-z][\w-]*):(?: |$)")
"""A line that begins with a key."""
_INVISIBLE = "\u00ad\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00a0 "
_DOUBLE = "“”„‟«»"


@dataclass(frozen=True, slots=True)
class Slip:
    """What is wrong, where (from 1), and what was perhaps meant."""

    message: str
    line: int
    column: int
    hint: str = ""


def misquoted(text: str) -> tuple[str, str] | None:
    """What is wrong with the quotes of a text that YAML reads as unquoted, and the text mended.

    None for a text that merely has quotation marks in it.
    """
    bare = text.strip(_INVISIBLE)
    if len(bare) < 2:
        return None
    if re.match(r'-["\[{]', bare):
        return "a space is missing behind the hyphen", ""
    first, inside, last = bare[0], bare[1:-1], bare[-1]
    double = first in _DOUBLE and last in _DOUBLE + '"' and not set(inside) & set(_DOUBLE)
    single = first in "‘‚" and last in "’‘" and not set(inside) & set("‘‚")
    if double or single:
        return CURLY, quoted(inside)
    if first in "“„‟«" and not set(bare[1:]) & set(_DOUBLE):
        return CURLY, ""
    if last == '"' and bare.count('"') % 2:
        return 'ends with a quote (") but begins with none', quoted(bare[:-1])
    if first == last == '"':
        return "an invisible character stands before the quote", bare
    return None


def quoted(text: str) -> str:
    """The text in straight quotes; "" if it is long."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"' if len(escaped) < LONGEST_HINT else ""


def no_value(key: str, *, quoted: bool) -> tuple[str, str]:
    """What is wrong with a key in braces that has no value, and what was perhaps meant."""
    if quoted:
        return f"{key!r} stands in braces without a key; write one before it, such as text:", ""
    if match := re.fullmatch(r"([a-z]+):(\S.*)", key):
        return "a space is missing after the colon", f"{match[1]}: {match[2]}"
    return f"{key!r} has no value; quote a text that has a comma or a brace", ""


def outside_quotes(text: str) -> str:
    """The line with what stands in straight quotes blotted out."""
    return re.sub(TEXT, lambda match: "_" * len(match.group()), text)
