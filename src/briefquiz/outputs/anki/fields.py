"""Text → Anki field. A field is HTML to Anki, and Anki reads marks of its own in it.

The escapes were measured in the real desktop: `[` as an entity stops [sound:], [latex], [[type:]]
and text-to-speech; braces and colons as entities keep a cloze from ending early or losing the
part after "::" to a hint. (`\\(` is stopped by `mathjax_ignore` in the templates.)
"""

import html
import re
from collections.abc import Iterable

from briefquiz.outputs.evidence import Piece
from briefquiz.outputs.text import printable
from briefquiz.quiz import Gap

SPECIAL = re.compile("[\x00-\x08\n-\x1f\x7f\ud800-\udfff&<>\"'\\[]")
"""What is not the same in a field: control characters, line breaks, & < > " ' and [."""


def text(value: str) -> str:
    """Any text, as the field that shows exactly that text."""
    if not SPECIAL.search(value):
        return value
    return html.escape(printable(value)).replace("[", "&#91;").replace("\n", "<br>")


def cloze_text(value: str) -> str:
    """The same inside a cloze note, where braces and double colons speak too."""
    return text(value).replace("{", "&#123;").replace("}", "&#125;").replace(":", "&#58;")


def cloze(parts: Iterable[str | Gap], numbers: Iterable[int]) -> str:
    """A text with gaps as Anki's cloze, each gap with its number and so with a card of its own."""
    out = []
    number = iter(numbers)
    for part in parts:
        if isinstance(part, str):
            out.append(cloze_text(part))
            continue
        hint = f"::{cloze_text(part.hint)}" if part.hint else ""
        out.append(f"{{{{c{next(number)}::{cloze_text(part.answer)}{hint}}}}}")
    return "".join(out)


def lines(*values: str) -> str:
    """Texts one under the other, the empty ones left out."""
    return "<br>".join(text(value) for value in values if value)


def quote(pieces: Iterable[Piece]) -> str:
    """Words of the brief, with what proves the answer marked."""
    return "".join(
        f"<mark>{text(piece.text)}</mark>" if piece.marked else text(piece.text) for piece in pieces
    )


def options(texts: Iterable[str], last: str = "", listed: bool = False) -> str:
    """A list of options. Nothing in it tells the right one; `listed` stays in this order."""
    rows = "".join(f"<li>{text(value)}</li>" for value in texts)
    pinned = f"<li data-last>{text(last)}</li>" if last else ""
    return f"<ol{' data-order=listed' if listed else ''}>{rows}{pinned}</ol>"


def steps(items: Iterable[str], here: int) -> str:
    """A chain of steps with the one at place `here` (from 0) marked."""
    rows = (
        f"<li><mark>{text(item)}</mark></li>" if place == here else f"<li>{text(item)}</li>"
        for place, item in enumerate(items)
    )
    return f"<ol>{''.join(rows)}</ol>"
