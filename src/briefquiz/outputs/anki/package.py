"""Notes → the bytes of an .apkg, the same for the same notes everywhere.

genanki writes the database in memory. What is left to chance there is settled here: SQLite builds
differ in whether they wipe freed bytes (without `secure_delete`, 3.40 and 3.51 disagreed on decks
of 300 notes) and write their version into the header; zip entries carry the clock and the umask.
"""

import io
import itertools
import sqlite3
import struct
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import genanki

from briefquiz.outputs.anki.note_types import NoteType

PAGE = 4096
ZIP_TIME = (1980, 1, 1, 0, 0, 0)
TREE_HEADERS = {2: 12, 5: 12, 10: 8, 13: 8}
"""Type of a b-tree page → bytes of its header (SQLite file format, section 1.6)."""
VARYING = (24, 92, 96)
"""Header fields of four bytes: change counter, the version it is valid for, SQLite's version."""


@dataclass(frozen=True, slots=True)
class ReadyNote:
    """A note with everything that Anki stores of it. `mod` in seconds since 1970."""

    guid: str
    note_type: str
    fields: tuple[str, ...]
    tags: tuple[str, ...]
    mod: int


@dataclass(frozen=True, slots=True)
class DeckHead:
    """Identity and head lines of a deck. `first`, in seconds, starts the notes' ids."""

    id: int
    name: str
    description: str
    first: int


class _TimedNote(genanki.Note):  # type: ignore[misc]  # genanki has no types
    """A note with a time of its own instead of the package's."""

    mod: int

    def write_to_db(self, cursor: Any, timestamp: float, deck_id: int, id_gen: Any) -> None:
        super().write_to_db(cursor, self.mod, deck_id, id_gen)


class _TimedModel(genanki.Model):  # type: ignore[misc]  # genanki has no types
    """A note type with a time of its own instead of the package's."""

    mod: int

    def to_json(self, timestamp: float, deck_id: int) -> dict[str, Any]:
        made: dict[str, Any] = super().to_json(self.mod, deck_id)
        return made


def apkg(
    head: DeckHead, notes: Iterable[ReadyNote], note_types: Iterable[tuple[NoteType, int]]
) -> bytes:
    """The package. `note_types` come with their modification times."""
    models = {note_type.name: _model(note_type, mod) for note_type, mod in note_types}
    deck = genanki.Deck(head.id, head.name, head.description)
    for due, note in enumerate(notes):
        made = _TimedNote(
            model=models[note.note_type],
            fields=list(note.fields),
            tags=note.tags,
            guid=note.guid,
            due=due,
        )
        made.mod = note.mod
        deck.add_note(made)
    return _zipped({"collection.anki2": _database(deck, head.first), "media": b"{}"})


def _model(note_type: NoteType, mod: int) -> _TimedModel:
    model = _TimedModel(
        note_type.id,
        note_type.name,
        fields=[{"name": name, "id": number} for name, number in note_type.fields],
        templates=[
            {
                "name": "Card",
                "id": note_type.template_id,
                "qfmt": note_type.front,
                "afmt": note_type.back,
            }
        ],
        css=note_type.css,
        model_type=genanki.Model.CLOZE if note_type.is_cloze else genanki.Model.FRONT_BACK,
        sort_field_index=1,
    )
    model.mod = mod
    return model


def _database(deck: genanki.Deck, first: int) -> bytes:
    connection = sqlite3.connect(":memory:")
    try:
        for setting in (f"page_size = {PAGE}", "auto_vacuum = NONE", "secure_delete = ON"):
            connection.execute(f"PRAGMA {setting}")
        cursor = connection.cursor()
        genanki.Package(deck).write_to_db(cursor, first, itertools.count(first * 1000))
        connection.commit()
        connection.execute("VACUUM")
        return normalised(connection.serialize())
    finally:
        connection.close()


def normalised(database: bytes) -> bytes:
    """The vacuumed database without traces of the SQLite that wrote it."""
    data = bytearray(database)
    size = struct.unpack_from(">H", data, 16)[0]
    for field in VARYING:
        data[field : field + 4] = bytes(4)
    for page in range(0, len(data), size):
        start = page + (100 if page == 0 else 0)
        header = TREE_HEADERS.get(data[start])
        if header is None:  # an overflow page
            continue
        cells, content = struct.unpack_from(">HH", data, start + 3)
        free = start + header + 2 * cells
        data[free : page + (content or size)] = bytes(page + (content or size) - free)
    return bytes(data)


def _zipped(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, data in files.items():
            info = zipfile.ZipInfo(name, ZIP_TIME)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            info.create_system = 3  # Unix, on Windows too
            archive.writestr(info, data)
    return out.getvalue()
