"""What Anki would swallow without a word: cards that ask nothing, gaps it has no number for,
tags it changes, media under one name.

Each finding is an issue whose path begins with the item's id. (Two questions with one id are an
error to the bank already; two files with one id, to `pipeline.checking`.)
"""

import unicodedata
from collections.abc import Iterable, Iterator

from briefquiz.errors import Issue, Path
from briefquiz.outputs.anki.lock import Lock
from briefquiz.outputs.anki.notes import contents
from briefquiz.outputs.anki.pictures import drawn
from briefquiz.outputs.anki.tags import RESERVED, safe
from briefquiz.outputs.text import printable
from briefquiz.quiz import Gap, Gaps, Item, Pairs, Quiz, Sequence

MOST_GAPS = 500
"""Anki makes no card for a gap beyond this number (measured)."""
UNSEEN = frozenset({"Cc", "Cf", "Zl", "Zp", "Zs"})
"""Unicode's categories of what leaves no trace: controls, joiners, spaces."""


def check(quiz: Quiz) -> Iterator[Issue]:
    """Everything in the quiz that an import would lose silently."""
    for item in quiz.items:
        yield from _blank(item)
        yield from _gaps(item)
        yield from _tags(item)
    notes = contents(quiz, Lock(0), drawn(quiz))
    media = [(note.picture.name, note.picture.data) for note in notes if note.picture]
    for name in clashing(media):
        yield Issue((), f"two pictures would have the name {name!r}")


def clashing(media: Iterable[tuple[str, bytes]]) -> list[str]:
    """Names under which there are two contents, of which Anki would keep one.

    Upper and lower case are one: on many machines' disks they are.
    """
    first: dict[str, bytes] = {}
    return sorted({name for name, data in media if first.setdefault(name.casefold(), data) != data})


def _blank(item: Item) -> Iterator[Issue]:
    """A side that asks and shows nothing: Anki makes no card of it, or one that is blank."""
    for path, text in _asking(item):
        if not any(unicodedata.category(letter) not in UNSEEN for letter in printable(text)):
            yield Issue((item.id, *path), "shows nothing: Anki has no card for it")


def _asking(item: Item) -> Iterator[tuple[Path, str]]:
    match item.response:
        case Pairs(pairs=pairs):
            yield from ((("pairs", place), left) for place, (left, _) in enumerate(pairs))
        case Sequence(items=items):
            yield from ((("items", place), text) for place, text in enumerate(items[:-1]))
        case Gaps():
            return
        case _:
            yield ("prompt",), item.prompt


def _gaps(item: Item) -> Iterator[Issue]:
    if not isinstance(item.response, Gaps):
        return
    gaps = [part for part in item.response.parts if isinstance(part, Gap)]
    path = (item.id, "prompt")
    if not gaps:
        yield Issue(path, "has no gap: Anki would have no card for it")
    if len(gaps) > MOST_GAPS:
        yield Issue(path, f"has {len(gaps)} gaps, and Anki makes cards of {MOST_GAPS} at most")
    if any(not printable(gap.answer).strip() for gap in gaps):
        yield Issue(path, "has a gap that shows nothing")


def _tags(item: Item) -> Iterator[Issue]:
    seen: dict[str, str] = {}
    for place, tag in enumerate(item.tags):
        kept = safe(tag)
        path = (item.id, "tags", place)
        other = seen.setdefault(kept.casefold(), tag)
        if kept != tag:
            yield Issue(path, f"{tag!r} is no tag for Anki, which {_fate(tag)}", kept)
        elif other != tag:
            yield Issue(path, f"{tag!r} and {other!r} are one tag to Anki")


def _fate(tag: str) -> str:
    if not safe(tag):
        return "would drop it"
    if tag.casefold() in RESERVED:
        return "takes it off every note it imports"
    return "would split it" if any(letter.isspace() for letter in tag) else "would change it"
