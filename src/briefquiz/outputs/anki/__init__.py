"""An Anki deck: `<name>.apkg` and the lock that lets the next build update only what changed."""

import re
from dataclasses import dataclass

from briefquiz import ids
from briefquiz.outputs.anki import note_types
from briefquiz.outputs.anki.fields import text
from briefquiz.outputs.anki.lock import (
    Entry,
    Lock,
    part_numbers,
    read,
    retire,
    settle,
    write,
)
from briefquiz.outputs.anki.notes import NoteContent, contents, guid
from briefquiz.outputs.anki.package import DeckHead, ReadyNote, apkg
from briefquiz.outputs.text import printable, spelt_date
from briefquiz.quiz import Artifact, Build, Quiz


@dataclass(frozen=True, slots=True)
class Changes:
    """How many notes a build adds, changes, retires and leaves as they were."""

    new: int
    changed: int
    retired: int
    unchanged: int


def render(quiz: Quiz, build: Build) -> tuple[Artifact, ...]:
    """The deck and its lock, the lock last.

    A quiz without notes makes no package, which Anki would not import; only a lock that
    remembers something is still written. Raises `BriefquizError` if the lock is damaged.
    """
    old = _read(quiz, build)
    notes = _contents(quiz, old)
    if not notes and not old.notes:
        return ()
    lock = advance(old, notes, build.now)
    locked = Artifact(lock_name(quiz), write(lock).encode())
    if not notes:
        return (locked,)
    return Artifact(f"{quiz.name}.apkg", _package(quiz, notes, lock)), locked


def changes(quiz: Quiz, build: Build) -> Changes:
    """What a build would do to a deck in use, counted in notes. Raises like `render`."""
    old = _read(quiz, build)
    notes = _contents(quiz, old)
    lock = advance(old, notes, build.now)
    new = sum(note.key not in old.notes for note in notes)
    same = sum(old.notes.get(note.key) == lock.notes[note.key] for note in notes)
    left = sum(e.retired and not old.notes[key].retired for key, e in _known(old, lock).items())
    return Changes(new, len(notes) - new - same, left, same)


def lock_name(quiz: Quiz) -> str:
    """The lock's file name, without a folder."""
    return f"{quiz.name}.lock.json"


def advance(old: Lock, notes: tuple[NoteContent, ...], now: int) -> Lock:
    """The lock after a build of these notes."""
    kept = {
        note.key: settle(
            old.notes.get(note.key), Entry(note.hash, old.first, note.note_type, note.cue), now
        )
        for note in notes
    }
    gone = {key: retire(entry, now) for key, entry in old.notes.items() if key not in kept}
    used = {note.note_type for note in notes}
    types = {
        name: settle(
            old.note_types.get(name),
            Entry(note_type.hash, note_types.MODIFIED),
            note_types.MODIFIED,
        )
        for name, note_type in note_types.all_types().items()
        if name in used
    }
    return Lock(old.first, {**gone, **kept}, {**old.note_types, **types})


def deck_name(quiz: Quiz) -> str:
    """Briefs::title. "::" in a title would make a sub-deck: its colons become look-alikes."""
    title = " ".join(printable(quiz.title).split()) or quiz.name
    return "Briefs::" + re.sub(r"^:|:(?=:)|(?<=:):", "∶", title)


def _read(quiz: Quiz, build: Build) -> Lock:
    return read(build.lock, lock_name(quiz), build.now)


def _contents(quiz: Quiz, lock: Lock) -> tuple[NoteContent, ...]:
    return tuple(contents(quiz, lambda item_id, cues: part_numbers(lock, item_id, cues)))


def _known(old: Lock, new: Lock) -> dict[str, Entry]:
    return {key: new.notes[key] for key in old.notes}


def _package(quiz: Quiz, notes: tuple[NoteContent, ...], lock: Lock) -> bytes:
    types = note_types.all_types()
    ready = [
        ReadyNote(
            guid=guid(quiz.id, note.key),
            note_type=note.note_type,
            fields=tuple(note.fields.get(name, "") for name, _ in types[note.note_type].fields),
            tags=note.tags,
            mod=lock.notes[note.key].mod,
        )
        for note in notes
    ]
    used = sorted({note.note_type for note in notes})
    head = DeckHead(
        id=(1 << 41) + ids.number("deck", quiz.id, below=1 << 41),
        name=deck_name(quiz),
        description=_description(quiz),
        first=lock.first,
    )
    return apkg(head, ready, [(types[name], lock.note_types[name].mod) for name in used])


def _description(quiz: Quiz) -> str:
    source = ", ".join(part for part in (quiz.source, spelt_date(quiz.published)) if part)
    about = f"Questions on “{quiz.title}”" + (f" ({source})." if source else ".")
    return text(f"{about} Each answer quotes the words that prove it.")
