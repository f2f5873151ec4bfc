"""What stands in a brief and is no prose of it: captions, sources, page lines, boilerplate."""

import re
from collections.abc import Callable, Iterable, Sequence

from briefquiz.readers import dates, looks
from briefquiz.readers.pieces import MEMO, ROW, Piece


def _any_of(*forms: str) -> str:
    return f"(?:{'|'.join(forms)})"


CAPTION = re.compile(
    r"(?:figure|fig\.?|table|chart|map|box|exhibit|graph|infographic|photo|panel|plate)s?\s+"
    r"(?:[A-Z]?\d+[a-z]?(?:[.–-]\d+)*|[IVX]+)(?:\s*(?:and|&)\s*\w+\s+\d+)?"
    r"(?:\s*[.:–—|]\s?|$|\s(?=[A-Z][^.]*$))",
    re.IGNORECASE,
)
CREDIT = re.compile(
    r"(?:\b(?:image|photo|photograph|picture|file photo|illustration|graphic)s?(?: credit)?"
    r"(?: by|:)|\bcredit:|©|\bfrom file,)\s*[^.]{1,60}\.?\)?$",
    re.IGNORECASE,
)
UNIT_LINE = re.compile(
    r"^\(.*\)$|\bin (?:\w+ )?(?:millions|billions|thousands|trillions|per ?cent|percentages?)\b|"
    r"^(?:[A-Z]\w+ )?(?:Constant|Current|Nominal|Real)\b.*\b(?:dollars|prices|\$)|^% of ",
)
SOURCE = re.compile(
    r"(?:sources?|notes?|data(?: sources?)?|n\.?b\.?|key|legend|photo|image|credits?)\s*[*_]*\s*:",
    re.IGNORECASE,
)
LABELLED = re.compile(
    _any_of(
        r"next (?:update|issue|bulletin|report)",
        r"(?:media )?contacts?|e-?mail|tel(?:ephone)?|phone|fax|web(?:site)?",
        r"ref(?:erence)?|classification|version|embargo(?:ed)?(?: until)?|distribution",
        r"word count|reading time|tags?|key ?words|topics?|filed under|categor(?:y|ies)",
        r"editors?|authors?|published by|doi|isbn|issn|jel(?: codes?)?",
        r"available (?:at|online)|read more|see also|related",
        r"period covered|reporting period|location",
    )
    + r"\s*:",
    re.IGNORECASE,
)
PAGE = re.compile(
    r"(?:.{0,60}\W)?page \d+(?: ?(?:of|/) ?\d+)?|p\. ?\d+|[-–—\s]*\d{1,4}[-–—\s]*|\d+ ?/ ?\d+",
    re.IGNORECASE,
)
ADDRESS = re.compile(
    r"\W*(?:(?:https?://\S+|www\.\S+|doi:\s?\S+|[\w.+-]+@[\w-]+\.[\w.]+|@\w+|[+()\d-]{7,})(?:\s+|$))+",
    re.IGNORECASE,
)
BOILERPLATE = re.compile(
    _any_of(
        r"copyright\b|©|\(c\) \d{4}|all rights reserved|licensed under|creative commons",
        r"(?:this|the) (?:article|work|text|page|report|publication|document|brief|paper|content)"
        r" (?:is|was|may be|has been) (?:licen[cs]ed|reproduced|published under|available under|"
        r"made available|produced under|released under)",
        r"(?:text|content) (?:is )?(?:available|licensed) under",
        r"(?:this|the) (?:article|story) (?:first |originally )?appeared",
        r"the (?:views|opinions) expressed",
        r"for (?:more|further) information,? (?:please )?(?:contact|visit|see)",
        r"subscribe\b|sign up (?:for|to)|follow us|share (?:this|on)|click here|print this",
        r"read (?:more|the full)|download (?:the|this|as|pdf)|have an opinion on this",
        r"cookies?\b|advertisement\b|skip to |back to top",
        r"(?:please )?(?:write to|contact|e-?mail|follow) .{2,60} (?:at|on) \S+@\S+",
        # What a chart made by script leaves behind for screen readers.
        r"end of interactive chart|view as data table|chart ?combination chart",
        r"(?:this|the) chart has \d+ [xy] axis",
    ),
    re.IGNORECASE,
)
CHART_TEXT = re.compile(r"chart (?:with|has) \d+ (?:data series|[XY] ax[ei]s)", re.IGNORECASE)
CREDITED = re.compile(
    r"contributed (?:reporting )?to this (?:report|story|article|brief)\W*$", re.IGNORECASE
)
BYLINE = re.compile(
    r"(?i:by|(?:written|compiled|prepared|reported|edited|words) by)\s+(?:the )?(?=[A-Z])"
)
# What stands under these headings is about the brief or beside it.
BACK_MATTER = re.compile(
    _any_of(
        r"external links|see also|further (?:reading|information)|works cited|bibliography",
        r"related (?:news|articles|stories|(?:crs )?reports|reading|content|links|publications)",
        r"(?:read )?more (?:must-?reads?|stories|news|coverage|headlines|from|on this)\b.*",
        r"(?:you (?:may|might) (?:also )?like|recommended|most (?:read|popular)|trending).*",
        r"references|sources?|(?:foot|end)?notes|abbreviations|glossary",
        r"about (?:the|this) (?:authors?|author\(s\)|report|paper|organi[sz]ation|series|data)",
        r"authors?|author information|acknowledge?ments?|contacts?|contact us",
        r"disclaimer|copyright|licen[cs]e|sister links",
    )
    + r"\W*",
    re.IGNORECASE,
)

Rule = Callable[[str], object]
# Asked of every paragraph and list item, and of headings that are only guessed.
RULES: tuple[Rule, ...] = (
    CAPTION.match,
    SOURCE.match,
    LABELLED.match,
    PAGE.fullmatch,
    ADDRESS.fullmatch,
    BOILERPLATE.match,
    CHART_TEXT.search,
    CREDITED.search,
    dates.is_date,
)
SHORT = 60  # words; a longer text that ends in "Photo: …" is prose with a caption run into it


def prose(pieces: Iterable[Piece]) -> list[Piece]:
    """The pieces that are the brief's own words, in order. Pieces must be folded to one line."""
    kept = [piece for piece in _without_back_matter(pieces) if not is_furniture(piece)]
    return _without_repeats(_without_table_notes(kept))


def is_furniture(piece: Piece) -> bool:
    """Whether the piece by itself is no prose."""
    text = piece.text
    if piece.mark in (ROW, MEMO) or not re.search(r"[^\W_]", text):
        return True
    if piece.kind == "heading" and piece.sure:
        return bool(CAPTION.match(text) or dates.is_date(text))
    if any(rule(text) for rule in RULES) or _is_byline(piece):
        return True
    if piece.words <= SHORT and CREDIT.search(text):
        return True
    fragment = not looks.ends_sentence(text) and piece.words <= 20
    if fragment and piece.kind != "bullet" and UNIT_LINE.search(text):
        return True
    return piece.kind == "paragraph" and fragment and not _opens(text)


def _opens(text: str) -> bool:
    return text.endswith((":", ";", ",")) or looks.is_lead_in(text)


def _is_byline(piece: Piece) -> bool:
    return bool(BYLINE.match(piece.text)) and (
        piece.words <= 14 and not looks.ends_sentence(piece.text)
    )


def _without_back_matter(pieces: Iterable[Piece]) -> list[Piece]:
    kept: list[Piece] = []
    skipping = False
    for piece in pieces:
        heads = piece.kind == "heading" or (piece.words <= 4 and piece.text.endswith(":"))
        if heads:
            skipping = BACK_MATTER.fullmatch(piece.text) is not None
        if not skipping:
            kept.append(piece)
    return kept


def _without_table_notes(pieces: Sequence[Piece]) -> list[Piece]:
    """Drop "a. …", "b. …" under a table: a lettered run that no sentence leads up to."""
    kept: list[Piece] = []
    in_notes = False
    for piece in pieces:
        lettered = re.fullmatch(r"[a-z][.)]", piece.mark) is not None
        if not lettered:
            in_notes = False
        elif piece.mark[0] == "a":
            before = kept[-1] if kept else None
            in_notes = before is None or not (before.mark or before.text.endswith(":"))
        if not in_notes:
            kept.append(piece)
    return kept


TAIL = 8  # words: "Charles Bolden, NASA Administrator" under a pull quote


def _without_repeats(pieces: Sequence[Piece]) -> list[Piece]:
    """Drop pull quotes: what stands, but for a name at its end, within another paragraph."""
    said = [f" {_bare(piece.text)} " for piece in pieces]
    return [
        piece
        for at, piece in enumerate(pieces)
        if piece.kind != "paragraph" or not _is_repeated(piece, at, said)
    ]


def _is_repeated(piece: Piece, at: int, said: Sequence[str]) -> bool:
    words = said[at].split()
    if len(words) < 6:
        return False
    if said[at] in said[:at]:
        return True
    longer = [text for text in said if len(text) > len(said[at])]
    if any(said[at] in text for text in longer):
        return True
    if looks.ends_sentence(piece.text) or len(words) < 12:
        return False
    quoted = f" {' '.join(words[: -min(TAIL, len(words) // 4)])} "
    return any(quoted in text for text in longer)


def _bare(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", text.lower()))
