"""The head of a brief: which line is the title, which give the date, the author, the publisher."""

import re
from collections.abc import Sequence
from dataclasses import replace

from briefquiz.readers import dates, furniture, looks, memo
from briefquiz.readers.pieces import MEMO, ROW, Front, Piece

GENERIC = re.compile(
    r"(?:background|(?:executive )?summary|overview|introduction|key (?:points|messages|findings|"
    r"facts|developments|takeaways)|in (?:short|brief)|at a glance|abstract|contents|context|"
    r"highlights|main points|the (?:facts|figures|issue))\W*",
    re.IGNORECASE,
)
SERIES = re.compile(
    r"\s[·|•—–-]\s|,\s|\b\d{1,4}/(?:19|20)?\d\d\b|\b(?:note|bulletin|brief|briefing|report|update|"
    r"memo|memorandum|paper|issue|vol|volume|no|number|as of|period|week|edition|series)\b",
    re.IGNORECASE,
)
# What kind of paper it is, printed over its title.
KIND = re.compile(
    r"memo(?:randum)?|(?:policy |issue |research )?brief(?:ing)?(?: note| paper)?|press release|"
    r"fact ?sheet|explainer|commentary|analysis|news|opinion|report|note",
    re.IGNORECASE,
)
PUBLISHER = re.compile(
    r"\b(?:cent(?:re|er)|institute|institution|service|ministry|department|office|agency|council|"
    r"bank|foundation|group|observatory|commission|university|network|press|news|research|society|"
    r"association|authority|secretariat|bureau|unit|bulletin|newsletter)$",
    re.IGNORECASE,
)
BY = re.compile(
    r"(?i:(?:(?:written|compiled|prepared) )?by)\s+(?:the )?(?P<name>[A-Z][^,|·–—]{2,60})"
)
RUN_IN_DATE = re.compile(
    rf"(?P<date>{dates.WEEKDAY}(?:{dates.DAY}\s+{dates.MONTH}|[A-Z][a-z]+\s+\d{{1,2}}),?\s+\d{{4}})"
    r"\s*[—–:-]?\s*(?=[A-Z“\"])",
    re.IGNORECASE,
)
NAME = r"[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){1,3}"
NAMES = re.compile(rf"{NAME}(?:(?:,| and|, and) {NAME})*")
CITY = r"[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3}"
DATELINE = re.compile(
    rf"(?:[A-Z]{{3,}}(?: [A-Z]+){{0,2}}(?:, {CITY})?|{CITY}, {CITY})"
    rf"(?:,? (?:\d{{1,2}} [A-Z][a-z]+|[A-Z][a-z]+\.? \d{{1,2}})(?:,? \d{{4}})?)?"
    r"(?: \([\w ]{2,20}\))?\s*(?:[—–]|--?\s)\s*(?=[A-Z“\"])"
)


def taken_off(front: Front, pieces: Sequence[Piece]) -> tuple[Front, list[Piece]]:
    """What the lines above the first paragraph say, and the pieces without those lines.

    `front` is what the format gave already; it has precedence.
    """
    at = next((i for i, piece in enumerate(pieces) if _is_body(piece)), len(pieces))
    head, body = list(pieces[:at]), list(pieces[at:])
    front, head = _said(front, head)
    title = front.title or _title(head)
    head = _below_title(head, title)
    published, body = _without_dateline(front.published, body)
    front = replace(front, title=title, published=published)
    return front, [piece for piece in [*head, *body] if not _repeats_title(piece, title)]


def _is_body(piece: Piece) -> bool:
    if piece.kind == "heading" or piece.mark in (ROW, MEMO):
        return False
    return piece.kind == "bullet" or looks.is_prose(piece.text)


def _said(front: Front, head: Sequence[Piece]) -> tuple[Front, list[Piece]]:
    """Read and take out the memo head, dates, bylines and lines of series and date."""
    front, head = _author_over_date(front, head)
    rest: list[Piece] = []
    candidates = [piece for piece in head if piece.kind == "heading"]
    for piece in head:
        text = piece.text
        if piece.mark == MEMO:
            front = front | memo.front(text)
        elif piece.mark == ROW or (furniture.is_furniture(piece) and not piece.sure):
            front = front | Front(published=dates.iso(text), author=_author(text))
        elif KIND.fullmatch(text):
            continue
        elif _is_series(piece, candidates):
            front = front | Front(published=dates.iso(text))
        else:
            rest.append(piece)
    return front, rest


def _author_over_date(front: Front, head: Sequence[Piece]) -> tuple[Front, Sequence[Piece]]:
    """Take out a name that stands between the title and a date."""
    for at in range(1, len(head) - 1):
        piece = head[at]
        named = piece.kind == "heading" and NAMES.fullmatch(piece.text) and not BY.match(piece.text)
        if named and dates.is_date(head[at + 1].text):
            return front | Front(author=piece.text), [*head[:at], *head[at + 1 :]]
    return front, head


def _author(text: str) -> str:
    match = BY.match(text)
    return match["name"].strip() if match else ""


def _is_series(piece: Piece, candidates: Sequence[Piece]) -> bool:
    """Whether the line names a series or publisher and a date, and some other line is the title."""
    if not dates.iso(piece.text) or not SERIES.search(piece.text):
        return False
    if piece.kind != "heading":
        return True
    others = [other for other in candidates if other is not piece and not _is_section(other)]
    return not piece.sure and bool(others)


def _is_section(piece: Piece) -> bool:
    return bool(piece.mark or GENERIC.fullmatch(piece.text))


def _title(head: Sequence[Piece]) -> str:
    headings = [piece for piece in head if piece.kind == "heading"]
    named = [piece for piece in headings if not _is_section(piece)]
    sure = [piece for piece in named if piece.sure] or named
    for piece in sure[:-1]:
        if not (PUBLISHER.search(piece.text) and piece.words <= 6):
            return piece.text
    return sure[-1].text if sure else ""


def _below_title(head: Sequence[Piece], title: str) -> list[Piece]:
    """What follows the title; a letterhead above it goes with it."""
    at = next((i for i, piece in enumerate(head) if _repeats_title(piece, title)), None)
    return list(head) if at is None else list(head[at + 1 :])


def _repeats_title(piece: Piece, title: str) -> bool:
    return piece.kind == "heading" and _folded(piece.text) == _folded(title)


def _folded(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _without_dateline(published: str, body: list[Piece]) -> tuple[str, list[Piece]]:
    """Take "Friday, May 7, 2015" and "GENEVA, 5 March —" off the first paragraph."""
    if not body or body[0].kind == "heading":
        return published, body
    text = body[0].text
    date = RUN_IN_DATE.match(text)
    if date:
        published = published or dates.iso(date["date"])
        text = text[date.end() :]
    place = DATELINE.match(text)
    if place:
        published = published or dates.iso(place[0])
        text = text[place.end() :]
    return published, [replace(body[0], text=text), *body[1:]]
