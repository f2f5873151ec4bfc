"""Text → the HTML that learning platforms show, and the feedback that comes with a question.

A text appears as the text that it is: besides HTML's own signs, what Moodle's filters read inside
a page (`$$`, `\\(`, `[tex]`, `@@PLUGINFILE@@`) is written as entities.
"""

import html
import re

from briefquiz.outputs import evidence
from briefquiz.outputs.text import printable
from briefquiz.quiz import Essay, Item, Source

ENDS = re.compile(r"^[\s\ufeff]+|[\s\ufeff]+$")
"""White space, and the mark that JavaScript counts as white space."""
NO_XML = re.compile("[\ufffe\uffff]")
FILTERED = re.compile(r"\\(?=[(\[])|\$(?=\$)|@(?=@)|\[(?=tex\])|^[\[%]", re.IGNORECASE)
"""The first sign of what a filter would read. At the beginning of a text, GIFT takes `[` for the
name of a format and `%` for what an option is worth."""


def squeeze(text: str) -> str:
    """The text that can be shown, with one space for several; ends and line breaks stay."""
    return re.sub(r"[ \t]+", " ", NO_XML.sub("", printable(text)))


def tidy(text: str) -> str:
    """The text that can be shown, without white space that a page would not show."""
    lines = (ENDS.sub("", line) for line in squeeze(text).split("\n"))
    return ENDS.sub("", "\n".join(lines))


def line(text: str) -> str:
    """The text in one line, any white space as one space: as somebody would type it."""
    return " ".join(tidy(text).split())


def escape(text: str) -> str:
    """Tidy text as HTML."""
    escaped = html.escape(text, quote=False)
    return FILTERED.sub(lambda sign: f"&#{ord(sign.group())};", escaped).replace("\n", "<br>")


def rich(text: str) -> str:
    """Any text as the HTML that shows it."""
    return escape(tidy(text))


def feedback(item: Item) -> str:
    """What is shown after the answer: model answer, explanation, the words that prove it."""
    parts = [model(item.response)] if isinstance(item.response, Essay) else []
    if tidy(item.explain):
        parts.append(f"<p>{rich(item.explain)}</p>")
    wanted = evidence.wanted(item.response)
    parts += [_quote(source, wanted) for source in item.sources if tidy(source.quote)]
    return "".join(parts)


def model(response: Essay) -> str:
    """A model answer and its rubric."""
    rows = "".join(
        f"<li>{rich(criterion.text)} <b>({_points(criterion.points)})</b></li>"
        for criterion in response.rubric
    )
    rubric = f"<ul>{rows}</ul>" if rows else ""
    return f"<p><b>Model answer:</b> {rich(response.model)}</p>{rubric}"


def _points(number: int) -> str:
    return f"{number} point" if number == 1 else f"{number} points"


def _quote(source: Source, wanted: evidence.Wanted) -> str:
    """Words of the brief with what proves the answer in bold, and their paragraph."""
    words = "".join(
        f"<b>{escape(piece.text)}</b>" if piece.marked else escape(piece.text)
        for piece in evidence.pieces(tidy(source.quote), wanted)
    )
    place = f" <small>(¶ {source.para})</small>" if source.para > 0 else ""
    return f"<blockquote>{words}{place}</blockquote>"
