"""A strict reader of our CSV: a table of cells back to items."""

import csv
import io
import re
from collections.abc import Iterator

from briefquiz.quiz import (
    Choice,
    Choices,
    Criterion,
    Essay,
    Figure,
    Gap,
    Gaps,
    Item,
    Option,
    Pairs,
    Response,
    Sequence,
    Source,
    TrueFalse,
    Words,
)

Row = dict[str, str]


def table(data: bytes) -> list[list[str]]:
    """The cells of a CSV file with a byte order mark."""
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))


def read(data: bytes) -> list[Item]:
    """The items of the table."""
    head, *rows = table(data)
    assert all(len(row) == len(head) for row in rows)
    return [
        _item({name: _bare(cell) for name, cell in zip(head, row, strict=True)}) for row in rows
    ]


def _bare(cell: str) -> str:
    """The cell without the apostrophe that guards it."""
    assert not re.match(r"[=+\-@\t\r]", cell), "a spreadsheet would run this"
    return cell[1:] if re.match(r"'+[=+\-@\t\r]", cell) else cell


def _values(cell: str) -> tuple[str, ...]:
    """The values of a cell that holds a list."""
    if cell == "\\-":
        return ("",)
    return tuple(_split(cell)) if cell else ()


def _split(cell: str) -> Iterator[str]:
    value = ""
    for piece in re.findall(r"\\.|[^\\]", cell, re.DOTALL):
        if piece == "|":
            yield value
            value = ""
        else:
            value += {"\\n": "\n", "\\|": "|", "\\\\": "\\"}.get(piece, piece)
    yield value


def _item(row: Row) -> Item:
    return Item(
        id=row["id"],
        kind=row["kind"],  # type: ignore[arg-type]  # compared with ours afterwards
        prompt=row["prompt"],
        response=_response(row),
        points=int(row["points"]),
        explain=row["explanation"],
        sources=tuple(
            Source(quote, int(para or 0))
            for quote, para in _aligned(row["evidence"], row["paragraph"])
        ),
        fact=dict(value.split("=", 1) for value in _values(row["fact"])),
        tags=_values(row["tags"]),
    )


def _aligned(texts: str, others: str) -> list[tuple[str, str]]:
    """Two cells whose values belong together."""
    left = _values(texts)
    return list(zip(left, _split(others), strict=True)) if left else []


def _wrong(row: Row) -> tuple[Option, ...]:
    return tuple(Option(text, why) for text, why in _aligned(row["wrong"], row["why_wrong"]))


def _response(row: Row) -> Response:
    match row["shape"]:
        case "Choice":
            order = row["order"]
            return Choice(row["answer"], _wrong(row), row["last"], order)  # type: ignore[arg-type]
        case "Choices":
            return Choices(_values(row["answer"]), _wrong(row))
        case "TrueFalse":
            return TrueFalse({"True": True, "False": False}[row["answer"]])
        case "Words":
            return Words(row["answer"], _values(row["also_right"]))
        case "Figure":
            accept = _values(row["also_right"])
            return Figure(row["answer"], row["unit"], row["tolerance"], accept)
        case "Gaps":
            return Gaps(tuple(_gaps(row)))
        case "Pairs":
            pairs = zip(_values(row["left"]), _values(row["right"]), strict=True)
            return Pairs(tuple(pairs), _values(row["extra"]))
        case "Sequence":
            return Sequence(_values(row["steps"]))
        case "Essay":
            rows = _aligned(row["rubric"], row["rubric_points"])
            rubric = (Criterion(int(points), text) for text, points in rows)
            return Essay(row["answer"], tuple(rubric), int(row["lines"]))
        case other:
            raise AssertionError(other)


def _gaps(row: Row) -> Iterator[str | Gap]:
    texts = _values(row["text"])
    gaps = _aligned(row["answer"], row["hint"])
    for text, gap in zip(texts, [*gaps, None], strict=True):
        if text:
            yield text
        if gap:
            yield Gap(*gap)
