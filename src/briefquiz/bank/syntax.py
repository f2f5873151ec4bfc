"""What a YAML syntax error means, in plain English."""

import re

import yaml

from briefquiz.bank.lines import on_line
from briefquiz.bank.slips import Slip

_QUOTE_IT = "put the text in quotes"
_AFTER_QUOTE = (
    "text after a closing quote or bracket; put quotes round the whole text, "
    'and write those inside it as \\"'
)
_NO_COLON = "a colon and a space (': ') are missing on this line"

# (pattern over "context; problem", sentence, whether the place is that of the context)
_SENTENCES: tuple[tuple[str, str, bool], ...] = (
    (r"character '\\t'", "a tab; write spaces instead, as many as the lines around it have", False),
    (r"character '(.)' that cannot", "a text that begins with {0} needs quotes", False),
    (r"quoted scalar; found unexpected (end|document)", "this quote is never closed", True),
    (r"quoted scalar; .*escape", "a backslash in double quotes is written \\\\", False),
    (r"flow sequence; .*<stream end>", "this bracket '[' is never closed", True),
    (r"flow mapping; .*<stream end>", "this brace '{{' is never closed", True),
    (r"flow node; .*<stream end>", "a bracket or brace is never closed", False),
    (r"flow sequence; ", "a ',' or ']' is missing before this, or a quote (\")", False),
    (r"flow mapping; ", "a ',' or '}}' is missing before this, or a quote (\")", False),
    (r"flow node; ", "something is missing before this; or " + _QUOTE_IT, False),
    (r"block node; .*found '(.)'", "a text that begins with {0} needs quotes", False),
    (r"found '<(scalar|tag|anchor|alias)>'", _AFTER_QUOTE, False),
    (r"block scalar; ", "a text that begins with '|' or '>' needs quotes", True),
    (r"an anchor; ", "a text that begins with '&' needs quotes", True),
    (r"an alias; ", "a text that begins with '*' needs quotes", True),
    (r"a tag; ", "a text that begins with '!' needs quotes", True),
    (r"mapping keys are not allowed", "a text that begins with '? ' needs quotes", False),
    (r"sequence entries are not allowed", "a list item goes on a line of its own", False),
    (r"could not find expected ':'", _NO_COLON, True),
    (r"directive; ", "a text that begins with '%' needs quotes", True),
    (
        r"but found '(<block mapping start>|-|\?|<block sequence start>)'",
        "this line is not indented like the lines it belongs to",
        False,
    ),
    (r"<document start>.*<stream end>", "a line that begins with '%' holds no question", False),
    (r"but found '([\]}])'", "a {0} without its partner", False),
    (r"but found '(\S)'", "a {0} that belongs to nothing; quote the text, or take it out", False),
)


_BEGINS_SOMETHING = re.compile(r" *(- |[A-Za-z][\w-]*:( |$))")
"""A line of its own that no text goes on with."""


def sentence(error: Exception, text: str, quoted: tuple[tuple[int, int], tuple[int, int]]) -> Slip:
    """The wording of a syntax error in `text`, with its place and what was perhaps meant.

    `quoted` is where the last quoted text before the error begins and ends.
    """
    if not isinstance(error, yaml.MarkedYAMLError):
        return Slip("holds a backslash and a number that are no character", 1, 1)
    lines = [*text.splitlines(), "", ""]
    described = f"{error.context}; {error.problem}"
    worded = _colon(error, lines) or _worded(error, described, quoted, lines)
    if worded.message.startswith("this quote"):
        return worded
    return on_line(lines, worded.line, worded.column, described) or worded


def _worded(
    error: yaml.MarkedYAMLError,
    described: str,
    quoted: tuple[tuple[int, int], tuple[int, int]],
    lines: list[str],
) -> Slip:
    ends_here = quoted[1][0] == _place(error.problem_mark)[0]
    if ends_here and (slip := _swallowed(quoted, lines)):
        return slip
    for pattern, wording, at_context in _SENTENCES:
        if match := re.search(pattern, described):
            if wording is _AFTER_QUOTE and ends_here and quoted[0][0] < quoted[1][0]:
                return _not_closed(quoted, lines)
            mark = error.context_mark if at_context else error.problem_mark
            return Slip(wording.format(*match.groups()), *_place(mark or error.problem_mark))
    return Slip(f"cannot be read: {error.problem}", *_place(error.problem_mark))


def _swallowed(quoted: tuple[tuple[int, int], tuple[int, int]], lines: list[str]) -> Slip | None:
    """A text that holds what stands between texts: its quote was closed by that of the next."""
    (line, column), (end, last) = quoted
    if any(_BEGINS_SOMETHING.match(text) for text in lines[line:end]):
        return _not_closed(quoted, lines)
    inside = lines[line - 1][column : last - 1]
    curly = re.search("[”“»] *[,\\]}]", inside)
    if line == end and not curly and re.search(r"\S *[,:\[{] *$", inside):
        message = f'this quote (") is closed only in column {last}; is one missing?'
        return Slip(message, line, column)
    return None


def _not_closed(quoted: tuple[tuple[int, int], tuple[int, int]], lines: list[str]) -> Slip:
    (line, column), (end, _) = quoted
    if lines[line - 1].rstrip(" ,]}").endswith(("”", "“", "»")):
        return Slip('this quote (") ends in a curly one; write a straight one', line, column)
    return Slip(f'this quote (") is closed only on line {end}; is one missing?', line, column)


def _colon(error: yaml.MarkedYAMLError, lines: list[str]) -> Slip | None:
    """A colon too many is a text that wants quotes, a wrong indent, or one colon too few above."""
    if "mapping values are not allowed" not in (error.problem or ""):
        return None
    line, column = _place(error.problem_mark)
    if ":" in lines[line - 1][: column - 1]:
        return Slip("a second ': ' on this line; put the text in quotes", line, column)
    above = lines[line - 2] if line > 1 else ""
    if above.strip() and not re.search(r":(\s|$)", above):
        return Slip(_NO_COLON, line - 1, len(above) - len(above.lstrip()) + 1)
    return Slip("this line is not indented like the lines it belongs to", line, column)


def _place(mark: yaml.Mark | None) -> tuple[int, int]:
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)
