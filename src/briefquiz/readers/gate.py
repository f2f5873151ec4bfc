"""Is it English prose? Says in one line why a text gives no quiz."""

import re
from collections.abc import Sequence
from statistics import median

from briefquiz.brief import Block
from briefquiz.readers import language, looks
from briefquiz.readers.pieces import ROW, Piece

FEWEST = 60  # words of prose

CODE = re.compile(
    r"\s*(?:import |from \w+ import|def \w+\(|class \w+[(:{]|#include|return\b.*;?$|"
    r"(?:const|let|var|public|private|static|function|func|fn|if|for|while)\b.*[{(:]$|[{}()\[\];]+$|"
    r"</?\w+[^>]*>|\w[\w.\[\]]* [-+*/]?= .+|//|@\w+|elif |else:|print\()|.*[;{}]\s*$"
)
# Words that begin a line of verse with a capital and, in prose, hardly ever follow a comma so.
LINE_BEGINNINGS = (
    "And|Or|But|For|Of|With|From|Over|Under|As|While|So|That|In|On|To|By|Nor|Yet|Till|Then|When|"
    "Where|Which|Who|Whose|Through|Upon|Like|If|Not|Still|Only|Some|My"
)
RUN_ON_VERSE = re.compile(
    rf"[a-z][”\"’']?(?:[,;:]|\s[—–-]|[—–])?\s(?:{LINE_BEGINNINGS})\b(?! [A-Z])"
)


def complaint(pieces: Sequence[Piece], blocks: Sequence[Block]) -> str:
    """Why the text gives no quiz, as a predicate ("is a poem, …"), or "" when it may."""
    prose = [block.text for block in blocks if block.kind != "heading"]
    text = " ".join(prose) or " ".join(piece.text for piece in pieces)
    name = language.foreign(text)
    if name:
        return f"seems to be in {name}: only English briefs can be read"
    lines = [line for piece in pieces for line in piece.text.split("\n") if line.strip()]
    if _is_verse(lines, text):
        return "is verse, not prose: a quiz needs sentences that state facts"
    if _is_code(lines):
        return "is mostly code, not prose: a quiz needs sentences that state facts"
    return _too_little(pieces, prose)


def _too_little(pieces: Sequence[Piece], prose: Sequence[str]) -> str:
    count = sum(len(text.split()) for text in prose)
    sentences = sum(
        len(text.split()) for text in prose if looks.ends_sentence(text) or len(text.split()) > 12
    )
    rows = sum(piece.mark == ROW for piece in pieces)
    if sentences < FEWEST and rows >= 3:
        return "is mostly tables: a quiz is made from prose, and there is too little of it"
    short = sum(piece.words <= 8 and not looks.ends_sentence(piece.text) for piece in pieces)
    if sentences < FEWEST and short >= 8 and short * 3 >= len(pieces) * 2:
        return "is mostly a list of names or catchwords: a quiz needs sentences that state facts"
    if sentences < FEWEST:
        words = "1 word" if count == 1 else f"{count} words"
        return f"is too short: {words} of prose, and a quiz needs about {FEWEST}"
    return ""


def _is_verse(lines: Sequence[str], text: str) -> bool:
    """Short lines that begin with capitals and end anywhere, or such lines run together."""
    breaks = len(RUN_ON_VERSE.findall(text))
    if breaks >= 5 and breaks * 40 >= len(text.split()):
        return True
    if len(lines) < 8 or not 3 <= median(len(line.split()) for line in lines) <= 11:
        return False
    capital = sum(line.lstrip(" “\"‘'—")[:1].isupper() for line in lines)
    stopped = sum(looks.ends_sentence(line) for line in lines)
    common = sum(word in language.COMMON for line in lines for word in line.lower().split())
    words = sum(len(line.split()) for line in lines)
    longest = max(map(len, lines))
    return (
        longest <= 90
        and capital * 4 >= len(lines) * 3
        and stopped * 2 <= len(lines)
        and common * 12 >= words
    )


def _is_code(lines: Sequence[str]) -> bool:
    code = sum(CODE.match(line) is not None for line in lines)
    return len(lines) >= 4 and code * 2 >= len(lines)
