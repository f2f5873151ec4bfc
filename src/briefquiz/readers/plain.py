"""Plain text: paragraphs between blank lines, lines wrapped by hand or not, headings by looks."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice, pairwise

from briefquiz.brief import BlockKind
from briefquiz.readers import furniture, looks, marks, memo, tables, wrap
from briefquiz.readers.decode import decode
from briefquiz.readers.frontmatter import split_front_matter
from briefquiz.readers.pieces import MEMO, ROW, Piece, Sheet

UNDER = "="  # the mark of a rule under a heading
UNDERLINE = re.compile(r"\s*(?:={3,}|-{3,}|~{3,}|_{3,}|\*{3,})\s*")
ATX = re.compile(r"#{1,6}\s+(?P<text>.+?)[\s#]*")
STARRED_LABEL = re.compile(
    r"[*_]{1,3}(?P<label>[^*_.:?]{2,60})(?:[.:?][*_]{1,3}|[*_]{1,3}[.:])\s+(?=\S)"
)
CARRIED_ON = re.compile(r"(?!https?:|www\.)[a-z]|\[[a-z]\]")
POINT_NUMBER = re.compile(r"\d+\.\d")


def read(data: bytes, file: str) -> Sheet:
    """The pieces of a plain text file. Raises `BriefquizError` when it is no text."""
    front, text = split_front_matter(decode(data, file))
    chunks = list(_chunks(text))
    columns = wrap.width([chunk for chunk in chunks if not _is_table(chunk)])
    pieces = [piece for chunk in chunks for piece in _pieces(chunk, columns)]
    pieces = carried_on(checked_numbers(pieces))
    return Sheet(front, tuple(_with_headings(pieces)))


def _chunks(text: str) -> Iterator[list[str]]:
    """The lines between blank lines, their indents kept."""
    chunk: list[str] = []
    for line in [*text.split("\n"), ""]:
        if line.strip():
            chunk.append(line.rstrip().expandtabs(4) if line[:1] == "\t" else line.rstrip())
        elif chunk:
            yield chunk
            chunk = []


def _pieces(chunk: Sequence[str], columns: int) -> Iterator[Piece]:
    if memo.is_header(chunk):
        yield Piece("paragraph", "\n".join(chunk), mark=MEMO)
    elif _is_table(chunk):
        for line in chunk:
            yield Piece("paragraph", line, mark=ROW)
    else:
        for unit in _units(chunk, columns):
            yield from _unit(unit)


def _is_table(chunk: Sequence[str]) -> bool:
    if any(map(tables.is_row, chunk)):
        return all(map(tables.is_row, chunk))
    listed = sum(marks.numbered(line)[0] != "" for line in chunk)
    return listed * 2 < len(chunk) and tables.columns(chunk)


def _units(chunk: Sequence[str], columns: int) -> Iterator[list[str]]:
    unit = [chunk[0]]
    for before, line in pairwise(chunk):
        if _continues(unit, before, line, columns):
            unit.append(line)
        else:
            yield unit
            unit = [line]
    yield unit


def _continues(unit: Sequence[str], before: str, line: str, columns: int) -> bool:
    """Whether the line belongs to the paragraph above it."""
    if any(map(_stands_alone, (before, line))):
        return False
    full = 0 < len(before) <= wrap.WIDEST and columns > 0 and wrap.is_full(before, line, columns)
    finished = looks.ends_sentence(before) or before.endswith((":", ";"))
    mark, text = marks.numbered(line)
    if mark or furniture.SOURCE.match(line) or furniture.CAPTION.match(line):
        return full and not finished and mark not in marks.ROUND
    if full or wrap.HYPHEN.search(before) or (not finished and CARRIED_ON.match(text.lstrip())):
        return True
    hanging = line[:2].isspace() and not unit[0][:2].isspace()
    return hanging and marks.numbered(unit[0])[0] != ""


def _stands_alone(line: str) -> bool:
    return bool(tables.is_row(line) or UNDERLINE.fullmatch(line) or ATX.fullmatch(line.strip()))


def _unit(lines: Sequence[str]) -> Iterator[Piece]:
    if tables.is_row(lines[0]) or tables.is_figures(" ".join(lines)):
        yield Piece("paragraph", lines[0], mark=ROW)
        return
    if UNDERLINE.fullmatch(lines[0]):
        yield Piece("paragraph", "", mark=UNDER)
        return
    heading = ATX.fullmatch(lines[0].strip())
    if heading:
        yield Piece("heading", marks.without_emphasis(heading["text"]), sure=True)
        return
    mark, first = marks.numbered(lines[0].lstrip(" |"))
    label = STARRED_LABEL.match(first)
    first = first[label.end() :] if label else first
    text = marks.without_emphasis("\n".join([first, *lines[1:]])).strip()
    if re.search(r"\w", text):
        kind: BlockKind = "bullet" if mark else "paragraph"
        yield Piece(kind, text, mark, label["label"].strip() if label else "")


def checked_numbers(pieces: Sequence[Piece]) -> list[Piece]:
    """Marks such as 2.1 are paragraph numbers only in company: "2.6 TWh was lost" begins so too."""
    numbers = [piece.mark for piece in pieces if POINT_NUMBER.match(piece.mark)]
    if len(numbers) >= 2:
        return list(pieces)
    return [
        replace(piece, kind="paragraph", text=f"{piece.mark} {piece.text}", mark="")
        if piece.mark in numbers
        else piece
        for piece in pieces
    ]


def carried_on(pieces: Sequence[Piece]) -> list[Piece]:
    """Paragraphs that a blank line cut in two: no full stop before it, a small letter after.

    So are displayed quotations, which would lose their speaker ("The Army noted that", "At ...").
    """
    whole: list[Piece] = []
    for piece in pieces:
        before = whole[-1] if len(whole) > 1 else None
        if before and _is_open(before) and _carries_on(before, piece):
            whole[-1] = replace(before, text=f"{before.text}\n{piece.text}")
        else:
            whole.append(piece)
    return whole


def _carries_on(before: Piece, piece: Piece) -> bool:
    if piece.mark or piece.kind == "heading":
        return False
    quoted = looks.opens_quotation(_last_words(before)) and looks.is_prose(piece.text)
    return quoted or CARRIED_ON.match(piece.text) is not None


def _last_words(piece: Piece) -> str:
    """The text after the last full stop."""
    return re.split(r"(?<=[.!?])\s+(?=[A-Z])", " ".join(piece.text.split()))[-1]


def _is_open(piece: Piece) -> bool:
    text = piece.text
    ended = looks.ends_sentence(text) or text.endswith((":", ";", ")"))
    return (
        piece.kind != "heading"
        and piece.mark not in (ROW, MEMO, UNDER)
        and not ended
        and piece.words > 3
    )


def _with_headings(pieces: Sequence[Piece]) -> Iterator[Piece]:
    for at, piece in enumerate(pieces):
        following = next(
            (other for other in islice(pieces, at + 1, None) if other.mark != ROW), None
        )
        if piece.mark == UNDER:
            continue
        text = " ".join(piece.text.split())
        if _is_heading(piece, following, first=at == 0):
            sure = piece.sure or (following is not None and following.mark == UNDER)
            yield Piece("heading", text.removesuffix(":"), piece.mark, sure=sure)
        else:
            yield piece


def _is_heading(piece: Piece, following: Piece | None, *, first: bool) -> bool:
    if piece.kind == "heading":
        return True
    if piece.mark in (ROW, MEMO) or piece.label or following is None:
        return False
    text = " ".join(piece.text.split())
    if piece.mark:
        return piece.mark[0].isalnum() and _heads(piece, following) and looks.is_heading(text)
    return looks.is_heading(text, 26 if first else 16) or looks.is_label(text)


def _heads(piece: Piece, following: Piece) -> bool:
    """Whether a numbered line stands over what follows, and is no item of a list."""
    inner = following.mark.startswith(piece.mark.rstrip(".)") + ".")
    other_marks = following.mark[:1].isdigit() != piece.mark[0].isdigit()
    return len(following.text) > len(piece.text) and (inner or other_marks)
