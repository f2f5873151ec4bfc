"""A deck in the real Anki: imported with its defaults, read back as text."""

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from anki.collection import Collection

# isort: split
from anki.cards import Card, CardId
from anki.import_export_pb2 import ImportAnkiPackageRequest
from anki.notes import NoteId

from briefquiz.outputs.anki import Changes, changes, render
from briefquiz.quiz import Build, Quiz

NOW = 1_795_571_300


@dataclass(frozen=True)
class Log:
    """What Anki says of an import."""

    new: int
    updated: int
    duplicate: int
    conflicting: int


class Reader:
    """Someone with Anki who imports decks."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self.collection = Collection(str(folder / "collection.anki2"))

    def imports(self, package: bytes) -> Log:
        path = self.folder / "deck.apkg"
        path.write_bytes(package)
        options = self.collection._backend.get_import_anki_package_presets()
        request = ImportAnkiPackageRequest(package_path=str(path), options=options)
        log = self.collection.import_anki_package(request).log
        return Log(*map(len, (log.new, log.updated, log.duplicate, log.conflicting)))

    def notes(self) -> dict[str, Mapping[str, str]]:
        """Key of the note → its fields as HTML."""
        found = (self.collection.get_note(nid) for nid in self.collection.find_notes(""))
        fields = [dict(note.items()) for note in found]
        return {shown(note["Id"]).partition("/")[2]: note for note in fields}

    def cards(self, key: str) -> list[Card]:
        """The cards of a note, in order."""
        found = self.collection.find_notes(f'"Id:*/{key}"')
        return [
            self.collection.get_card(card)
            for note in found
            for card in self.collection.card_ids_of_note(note)
        ]

    def empty_cards(self) -> int:
        return len(self.collection.get_empty_cards().notes)

    def listed_as_empty(self) -> dict[str, tuple[int, bool]]:
        """What Empty Cards lists: key of the note → its empty cards, and whether it would go."""
        return {
            self.key(note.note_id): (len(note.card_ids), note.will_delete_note)
            for note in self.collection.get_empty_cards().notes
        }

    def removes_empty_cards(self) -> None:
        """Tools › Empty Cards › Delete."""
        found = self.collection.get_empty_cards().notes
        cards = [CardId(card) for note in found for card in note.card_ids]
        self.collection.remove_cards_and_orphaned_notes(cards)

    def css(self, note_type: str) -> str:
        """The styling of a note type, read anew: Anki's Python keeps what it once read."""
        self.collection.models._clear_cache()
        found = self.collection.models.by_name(note_type)
        assert found is not None
        return str(found["css"])

    def adds_css(self, note_type: str, css: str) -> None:
        """The reader's own styling."""
        self.collection.models._clear_cache()
        found = self.collection.models.by_name(note_type)
        assert found is not None
        found["css"] += css
        self.collection.models.update_dict(found)

    def set_time(self, note_id: int, time: int) -> None:
        """As if the note had been edited at that time."""
        assert self.collection.db is not None
        self.collection.db.execute("update notes set mod = ? where id = ?", time, note_id)

    def notes_without_cards(self) -> int:
        assert self.collection.db is not None
        rows = "select count(*) from notes where id not in (select nid from cards)"
        return int(self.collection.db.scalar(rows))

    def key(self, note_id: int) -> str:
        return shown(self.collection.get_note(NoteId(note_id))["Id"]).partition("/")[2]

    def faults(self) -> str:
        """What Check Database finds, "" if nothing."""
        text, is_fine = self.collection.fix_integrity()
        return "" if is_fine else str(text)


def shown(field: str) -> str:
    """The text that a field shows."""
    lines = re.sub(r"<br>", "\n", field)
    return html.unescape(re.sub(r"</?(?:mark|ol|li)[^>]*>", "", lines))


def build(quiz: Quiz, lock: str = "", now: int = NOW) -> tuple[bytes, str]:
    """The package and the lock's text."""
    made = {artifact.name: artifact.data for artifact in render(quiz, Build(lock, now))}
    return made[f"{quiz.name}.apkg"], made[f"{quiz.name}.lock.json"].decode()


def retired(quiz: Quiz, lock: str, now: int = NOW) -> bytes:
    """The package of emptied notes."""
    made = {artifact.name: artifact.data for artifact in render(quiz, Build(lock, now))}
    return made[f"{quiz.name}-retired.apkg"]


def count(quiz: Quiz, lock: str, now: int) -> Changes:
    """What a build announces."""
    build = Build(lock, now)
    return changes(quiz, build, render(quiz, build))
