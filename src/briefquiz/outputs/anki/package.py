"""Notes → the bytes of an .apkg, the same for the same notes everywhere.

The database is Anki's schema 11, which decks shared with old and new versions have. It is written
in memory, with what an import needs and no more: Anki builds its own indexes.
"""

import hashlib
import io
import json
import sqlite3
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from briefquiz.outputs.anki.note_types import NoteType
from briefquiz.outputs.anki.sqlite_bytes import PAGE, normalised

ZIP_TIME = (1980, 1, 1, 0, 0, 0)
FIELDS_JOINED_BY = "\x1f"
BATCH = 2000
"""So many notes are held at a time, whatever the size of the deck."""

TABLES = """
CREATE TABLE col (id integer PRIMARY KEY, crt integer NOT NULL, mod integer NOT NULL,
  scm integer NOT NULL, ver integer NOT NULL, dty integer NOT NULL, usn integer NOT NULL,
  ls integer NOT NULL, conf text NOT NULL, models text NOT NULL, decks text NOT NULL,
  dconf text NOT NULL, tags text NOT NULL);
CREATE TABLE notes (id integer PRIMARY KEY, guid text NOT NULL, mid integer NOT NULL,
  mod integer NOT NULL, usn integer NOT NULL, tags text NOT NULL, flds text NOT NULL,
  sfld integer NOT NULL, csum integer NOT NULL, flags integer NOT NULL, data text NOT NULL);
CREATE TABLE cards (id integer PRIMARY KEY, nid integer NOT NULL, did integer NOT NULL,
  ord integer NOT NULL, mod integer NOT NULL, usn integer NOT NULL, type integer NOT NULL,
  queue integer NOT NULL, due integer NOT NULL, ivl integer NOT NULL, factor integer NOT NULL,
  reps integer NOT NULL, lapses integer NOT NULL, left integer NOT NULL, odue integer NOT NULL,
  odid integer NOT NULL, flags integer NOT NULL, data text NOT NULL);
CREATE TABLE revlog (id integer PRIMARY KEY, cid integer NOT NULL, usn integer NOT NULL,
  ease integer NOT NULL, ivl integer NOT NULL, lastIvl integer NOT NULL, factor integer NOT NULL,
  time integer NOT NULL, type integer NOT NULL);
CREATE TABLE graves (usn integer NOT NULL, oid integer NOT NULL, type integer NOT NULL);
"""
NOTE_ROW = "INSERT INTO notes VALUES (?, ?, ?, ?, -1, ?, ?, ?, ?, 0, '')"
CARD_ROW = "INSERT INTO cards VALUES (?, ?, ?, ?, ?, -1, 0, 0, ?, 0, 0, 0, 0, 0, 0, 0, 0, '')"
COL_ROW = "INSERT INTO col VALUES (1, ?, ?, ?, 11, 0, 0, 0, ?, ?, ?, '{}', '{}')"

CONFIG = {"activeDecks": [1], "curDeck": 1, "nextPos": 1, "sortType": "noteFld"}

LATEX_OPEN = (
    "\\documentclass[12pt]{article}\n\\usepackage{amsmath,amssymb}\n\\pagestyle{empty}\n"
    "\\setlength{\\parindent}{0in}\n\\begin{document}\n"
)
"""Our fields never hold LaTeX; a reader may add some to their own notes of this type."""


@dataclass(frozen=True, slots=True)
class ReadyNote:
    """A note with everything that Anki stores of it. `mod` in seconds since 1970.

    `ordinals` are those of its cards: a gap's number less one, else only 0. `deck` is the id of
    the deck they come into, 0 for the package's own.
    """

    guid: str
    note_type: str
    fields: tuple[str, ...]
    tags: tuple[str, ...]
    mod: int
    ordinals: tuple[int, ...] = (0,)
    deck: int = 0


@dataclass(frozen=True, slots=True)
class DeckHead:
    """Identity and head lines of a deck. `first`, in seconds, starts the notes' ids."""

    id: int
    name: str
    description: str
    first: int


class Package:
    """A deck on its way into a package: notes are added one by one, and none is kept.

    `below` are further decks that notes may name; those that get none stay out.
    The database lies in SQLite's own private file, which it only writes if memory runs short.
    """

    def __init__(self, head: DeckHead, below: Iterable[DeckHead] = ()) -> None:
        self._head = head
        self._below = tuple(below)
        self._filled: set[int] = set()
        self._batch: list[ReadyNote] = []
        self._notes = self._cards = 0
        self._used: dict[str, NoteType] = {}
        self._database = sqlite3.connect("", isolation_level=None)
        for setting in (f"page_size = {PAGE}", "journal_mode = OFF", "secure_delete = ON"):
            self._database.execute(f"PRAGMA {setting}")
        self._database.executescript(f"BEGIN; {TABLES}")

    def add(self, note: ReadyNote, note_type: NoteType) -> None:
        """One more note, behind those that are there."""
        self._used.setdefault(note_type.name, note_type)
        self._filled.add(note.deck)
        self._batch.append(note)
        if len(self._batch) == BATCH:
            self._flush()

    def _flush(self) -> None:
        start = self._head.first * 1000
        numbered = list(enumerate(self._batch, self._notes))
        rows = (_note(start + at, note, self._used[note.note_type].id) for at, note in numbered)
        self._database.executemany(NOTE_ROW, rows)
        cards = enumerate(_cards(numbered, start, self._head.id), start + self._cards)
        self._database.executemany(CARD_ROW, ((number, *row) for number, row in cards))
        self._cards += sum(len(note.ordinals) for note in self._batch)
        self._notes += len(self._batch)
        self._batch = []

    def finish(self, times: Mapping[str, int], media: Mapping[str, bytes]) -> bytes:
        """The bytes of the package; "" if it has no note, which Anki would not import.

        `times` are the modification times of note types by name, `media` name → bytes.
        """
        self._flush()
        try:
            return self._finished(times, media) if self._notes else b""
        finally:
            self._database.close()

    def _finished(self, times: Mapping[str, int], media: Mapping[str, bytes]) -> bytes:
        head = self._head
        default = DeckHead(id=1, name="Default", description="", first=head.first)
        models = {
            str(kind.id): _model(kind, times[name], head.id)
            for name, kind in sorted(self._used.items())
        }
        filled = (deck for deck in self._below if deck.id in self._filled)
        decks = {str(deck.id): _deck(deck) for deck in (default, head, *filled)}
        stamps = (head.first, head.first * 1000, head.first * 1000)
        texts = (_json(value) for value in (CONFIG, models, decks))
        self._database.execute(COL_ROW, (*stamps, *texts))
        self._database.execute("COMMIT")
        database = self._database.serialize()
        self._database.close()
        files = sorted(media.items())
        names = {str(place): name for place, (name, _) in enumerate(files)}
        return _zipped(
            {
                "collection.anki2": normalised(database),
                "media": (_json(names).encode(),),
                **{str(place): (data,) for place, (_, data) in enumerate(files)},
            }
        )


def _note(note_id: int, note: ReadyNote, model: int) -> tuple[int | str, ...]:
    fields = FIELDS_JOINED_BY.join(note.fields)
    checksum = int(hashlib.sha1(note.fields[0].encode(), usedforsecurity=False).hexdigest()[:8], 16)
    tags = f" {' '.join(note.tags)} " if note.tags else ""
    return note_id, note.guid, model, note.mod, tags, fields, note.fields[1], checksum


def _cards(
    batch: list[tuple[int, ReadyNote]], start: int, deck_id: int
) -> Iterator[tuple[int, ...]]:
    """Rows of a batch's cards without their ids; new ones come in the order of the notes."""
    for at, note in batch:
        for ordinal in note.ordinals:
            yield start + at, note.deck or deck_id, ordinal, note.mod, at


def _model(note_type: NoteType, mod: int, deck_id: int) -> dict[str, object]:
    fields = [
        {
            "name": name,
            "id": number,
            "ord": place,
            "sticky": False,
            "rtl": False,
            "font": "Arial",
            "size": 20,
        }
        for place, (name, number) in enumerate(note_type.fields)
    ]
    template = {
        "name": "Card",
        "id": note_type.template_id,
        "ord": 0,
        "qfmt": note_type.front,
        "afmt": note_type.back,
        "bqfmt": "",
        "bafmt": "",
        "did": None,
    }
    return {
        "id": note_type.id,
        "name": note_type.name,
        "type": int(note_type.is_cloze),
        "mod": mod,
        "usn": -1,
        "sortf": 1,
        "did": deck_id,
        "flds": fields,
        "tmpls": [template],
        "css": note_type.css,
        "latexPre": LATEX_OPEN,
        "latexPost": "\\end{document}",
        "latexsvg": False,
        "req": [[0, "any", [1]]],
        "tags": [],
        "vers": [],
    }


def _deck(head: DeckHead) -> dict[str, object]:
    today = {key: [0, 0] for key in ("newToday", "revToday", "lrnToday", "timeToday")}
    return {
        "id": head.id,
        "name": head.name,
        "desc": head.description,
        "mod": head.first,
        "usn": -1,
        "dyn": 0,
        "conf": 1,
        "collapsed": False,
        "browserCollapsed": False,
        "extendNew": 0,
        "extendRev": 0,
        **today,
    }


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _zipped(files: Mapping[str, Iterable[bytes]]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, pieces in files.items():
            info = zipfile.ZipInfo(name, ZIP_TIME)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            info.create_system = 3  # Unix, on Windows too
            with archive.open(info, "w") as entry:
                for piece in pieces:
                    entry.write(piece)
    return out.getvalue()
