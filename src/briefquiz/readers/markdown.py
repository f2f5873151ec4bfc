"""Markdown: CommonMark with tables; images, code and HTML are left out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.token import Token

from briefquiz.readers import labels, marks, memo
from briefquiz.readers.decode import clean, decode
from briefquiz.readers.frontmatter import split_front_matter
from briefquiz.readers.pieces import MEMO, ROW, Piece, Sheet

TASK = re.compile(r"^\[[ xX]\]\s+")
FOOTNOTE = re.compile(r"\[\^[^\]\s]+\]:")


def read(data: bytes, file: str) -> Sheet:
    """The pieces of a Markdown file. Raises `BriefquizError` when it is no text."""
    front, text = split_front_matter(decode(data, file))
    parser = MarkdownIt("commonmark").enable("table")
    return Sheet(front, tuple(_pieces(parser.parse(text))))


def _pieces(tokens: Sequence[Token]) -> Iterator[Piece]:
    """Walk the tokens; a list's mark goes to the first paragraph of its item."""
    mark = ""
    row: list[str] = []
    for before, token in zip([None, *tokens], tokens, strict=False):
        if token.type == "list_item_open":
            mark = f"{token.info}." if token.info else "•"
        elif token.type == "list_item_close":
            mark = ""
        elif token.type == "tr_open":
            row = []
        elif token.type == "tr_close":
            yield Piece("paragraph", " | ".join(row), mark=ROW)
        elif token.type == "inline" and before is not None:
            if before.type in ("td_open", "th_open"):
                row.append(_text(token.children or []))
            else:
                piece = _piece(token, before, mark)
                mark = ""
                if piece:
                    yield piece


def _piece(token: Token, opening: Token, mark: str) -> Piece | None:
    if FOOTNOTE.match(token.content):
        return None
    children = token.children or []
    if memo.is_header([_text(children)]):
        return Piece("paragraph", _text(children), mark=MEMO)
    label, rest = _label(children)
    text = TASK.sub("", _text(rest).strip())
    if opening.type == "heading_open":
        number, heading = marks.numbered(_text(children).strip())
        return Piece("heading", heading, number, sure=True) if heading else None
    if not text and label:
        return _label_alone(label, mark)
    if not text:
        return None
    inner, rest_text = marks.numbered(text)
    if inner and (not mark or not inner[0].isdigit()):
        return Piece("bullet", rest_text, inner, label)
    return Piece("bullet" if mark else "paragraph", text, mark, label)


def _label_alone(label: str, mark: str) -> Piece:
    """A paragraph all in bold or italics: a heading, when it is short."""
    short = len(label.split()) <= labels.MOST_HEADING_WORDS
    if short and not mark and not label.endswith((".", ":")):
        return Piece("heading", label)
    return Piece("bullet" if mark else "paragraph", label, mark)


def _label(children: Sequence[Token]) -> tuple[str, Sequence[Token]]:
    """Emphasis at the start that is a run-in label or the whole paragraph, and what follows it."""
    emphasis = _Emphasis.at_start(children)
    if not emphasis:
        return "", children
    after = _text(emphasis.after)
    if not after.strip():
        return (emphasis.text, []) if emphasis.strong else ("", children)
    stop = labels.STOP.match(after)
    short = len(emphasis.text.split()) <= labels.MOST_LABEL_WORDS
    if short and (stop or labels.LABEL_END.search(emphasis.text)):
        skipped = stop.end() if stop else 0
        return emphasis.text.rstrip(".:"), _skipped(emphasis.after, skipped)
    return "", children


@dataclass(frozen=True, slots=True)
class _Emphasis:
    text: str
    after: Sequence[Token]
    strong: bool

    @classmethod
    def at_start(cls, children: Sequence[Token]) -> "_Emphasis | None":
        shown = [child for child in children if child.type != "text" or child.content]
        if not shown or shown[0].type not in ("strong_open", "em_open"):
            return None
        closing = shown[0].type.replace("open", "close")
        depth = 0
        for at, child in enumerate(shown):
            depth += (child.type == shown[0].type) - (child.type == closing)
            if depth == 0:
                inside = shown[: at + 1]
                strong = any(token.type == "strong_open" for token in inside)
                return cls(_text(inside).strip(), shown[at + 1 :], strong)
        return None


def _skipped(tokens: Sequence[Token], count: int) -> list[Token]:
    """The tokens without the first `count` characters of their text."""
    out = list(tokens)
    if count and out and out[0].type == "text":
        out[0] = out[0].copy(content=out[0].content[count:])
    return out


SHOWN = {"softbreak": "\n", "hardbreak": "\n"}
KEPT = frozenset(("text", "code_inline", "text_special"))


def _text(tokens: Sequence[Token]) -> str:
    """The words of inline tokens: links and emphasis give theirs, images and tags none."""
    parts = [token.content if token.type in KEPT else SHOWN.get(token.type, "") for token in tokens]
    return clean("".join(parts))
