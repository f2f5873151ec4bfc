"""A deck in the real Anki: imported with its defaults, read back as text."""

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from anki.collection import Collection
from anki.import_export_pb2 import ImportAnkiPackageRequest

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

    def empty_cards(self) -> int:
        return len(self.collection.get_empty_cards().notes)

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
