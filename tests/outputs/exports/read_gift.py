"""A strict reader of GIFT that takes a file apart as Moodle's importer does.

Its rules are those that Moodle's importer follows: blank lines part questions, comments carry ids
and tags, escapes become placeholders first, a tilde makes a choice, an arrow a match. Where Moodle
would silently make something else of a question, this reader fails.
"""

import re

from tests.outputs.exports.raw import Answer, Raw, Type

PLACEHOLDERS = {
    sign: f"&&{ord(sign):03};" for sign in ":#={}~"
} | {"n": "&&010;"}  # fmt: skip
MARK = re.compile(r"\[(id|tag):([^\]<>`\x00-\x1f\x7f]+)\]")
WEIGHT = re.compile(r"%(-?\d{1,3}(?:\.\d+)?)%")
FORMAT = re.compile(r"\[(html|plain|markdown|moodle)\]")


def read(text: str) -> tuple[str, list[Raw]]:
    """The category of a file, and its questions."""
    blocks = [block.strip("\n") for block in re.split(r"\n(?:[ \t]*\n)+", text) if block.strip()]
    found = re.fullmatch(r"(?://[^\n]*\n)?\$CATEGORY: ([^\n]*)", blocks[0])
    assert found, blocks[0]
    category = found.group(1).replace("\\\\", "\\")
    return category, [_question(block) for block in blocks[1:]]


def hide(text: str) -> str:
    """Escaped signs as placeholders, an escaped backslash as a backslash."""
    return re.sub(r"\\([\\:#={}~n])", lambda m: PLACEHOLDERS.get(m.group(1), "\\"), text)


def reveal(text: str) -> str:
    """What the placeholders stand for."""
    return re.sub(r"&&(0(?:10|35|58|61)|12[356]);", lambda m: chr(int(m.group(1))), text.strip())


def formatted(text: str) -> str:
    """The text without the name of a format before it."""
    return reveal(FORMAT.sub("", text.strip(), count=1) if text.strip()[:1] == "[" else text)


def _question(block: str) -> Raw:
    comments = [line for line in block.split("\n") if line.strip().startswith("//")]
    marks = MARK.findall("\n".join(comments))
    assert comments[0] == "// " + " ".join(f"[{name}:{value}]" for name, value in marks)
    lines = [line for line in block.split("\n") if line not in comments]
    whole = hide("\n".join(lines)).strip()
    found = re.fullmatch(r"::([^:]+)::\[html\]([^{}]*)\{([^{}]*)\}", whole)
    assert found, whole
    name, stem, inside = found.groups()
    inside, _, general = inside.partition("####")
    kind, answers, pairs = _answers(inside.strip())
    return Raw(
        type=kind,
        name=reveal(name),
        id=next(value for mark, value in marks if mark == "id"),
        tags=tuple(value for mark, value in marks if mark == "tag"),
        stem=reveal(stem),
        general=reveal(general),
        answers=tuple(answers),
        pairs=tuple(pairs),
        single="=" in inside if kind == "multichoice" else None,
    )


def _answers(inside: str) -> tuple[Type, list[Answer], list[tuple[str, str]]]:
    """What stands between the braces: the type that Moodle makes of it, and the answers."""
    if not inside:
        return "essay", [], []
    if inside[0] == "#":
        return "numerical", [_number(part) for part in _parts(inside[1:], "=")], []
    if "~" in inside:
        parts = re.findall(r"([=~])([^=~]*)", inside)
        assert "".join(sign + part for sign, part in parts) == inside
        return "multichoice", [_graded(part, 100 if sign == "=" else 0) for sign, part in parts], []
    if "=" in inside and "->" in inside:
        return "matching", [], [_pair(part) for part in _parts(inside, "=")]
    if inside in ("TRUE", "FALSE"):
        return "truefalse", [Answer("", 100 if inside == "TRUE" else 0)], []
    return "shortanswer", [_graded(part, 100) for part in _parts(inside, "=")], []


def _parts(inside: str, sign: str) -> list[str]:
    before, *parts = inside.split(sign)
    assert not before.strip()
    return parts


def _graded(part: str, percent: float) -> Answer:
    found = WEIGHT.match(part.strip())
    if found:
        percent, part = float(found.group(1)), part.strip()[found.end() :]
    text, _, feedback = part.partition("#")
    return Answer(formatted(text), percent, formatted(feedback))


def _number(part: str) -> Answer:
    graded = _graded(part, 100)
    value, _, tolerance = part.partition("#")[0].rpartition("%")[2].partition(":")
    return Answer(str(float(value)), graded.percent, graded.feedback, str(float(tolerance)))


def _pair(part: str) -> tuple[str, str]:
    assert part.count("->") == 1, part
    left, right = part.split("->")
    return formatted(left), reveal(right)
