"""An Anki deck: `<name>.apkg` and the lock that lets the next build update only what changed.

What was shipped and has left the quiz goes, emptied, into `<name>-retired.apkg`: no package can
delete a note, but Anki's *Empty Cards* removes one that has nothing to ask.
"""

import re
from collections.abc import Iterable, Mapping

from briefquiz import ids
from briefquiz.outputs.anki import note_types, pictures
from briefquiz.outputs.anki.fields import text
from briefquiz.outputs.anki.lock import (
    Changes,
    Entry,
    Lock,
    read,
    retire,
    settle,
    write,
)
from briefquiz.outputs.anki.lock import changes as changes_between
from briefquiz.outputs.anki.notes import NoteContent, contents, guid
from briefquiz.outputs.anki.package import DeckHead, Package, ReadyNote
from briefquiz.outputs.anki.tags import brief_tag
from briefquiz.outputs.text import printable, spelt_date
from briefquiz.quiz import Artifact, Build, Quiz

__all__ = ["Changes", "changes", "lock_name", "render"]

RETIRED = "retired"
"""The tag of emptied notes, and the ending of the file's name."""


def render(quiz: Quiz, build: Build) -> tuple[Artifact, ...]:
    """The deck, the emptied notes of older decks if there are any, and the lock, which is last.

    A quiz without notes makes no deck, which Anki would not import; only a lock that remembers
    something is still written. Raises `BriefquizError` if the lock is damaged.
    """
    old = read(build.lock, lock_name(quiz), build.now)
    deck, entries, media = Package(_head(quiz, old)), dict[str, Entry](), dict[str, bytes]()
    for note in contents(quiz, old, pictures.drawn(quiz)):
        entry = settle(old.notes.get(note.key), _entry(note, old), build.now)
        entries[note.key] = entry
        deck.add(_ready(quiz, note, entry.mod), note_types.all_types()[note.note_type])
        if note.picture:
            media[note.picture.name] = note.picture.data
    lock = advance(old, entries, build.now)
    times = {name: entry.mod for name, entry in lock.note_types.items()}
    made = {
        f"{quiz.name}.apkg": deck.finish(times, media),
        f"{quiz.name}-{RETIRED}.apkg": _retired(quiz, lock).finish(times, {}),
        lock_name(quiz): write(lock).encode() if lock.notes else b"",
    }
    return tuple(Artifact(name, data) for name, data in made.items() if data)


def changes(quiz: Quiz, build: Build, artifacts: Iterable[Artifact]) -> Changes:
    """What the artifacts do to a deck in use, counted in notes: told by the lock among them."""
    name = lock_name(quiz)
    after = next((artifact.data.decode() for artifact in artifacts if artifact.name == name), "")
    return changes_between(read(build.lock, name, build.now), read(after, name, build.now))


def lock_name(quiz: Quiz) -> str:
    """The lock's file name, without a folder."""
    return f"{quiz.name}.lock.json"


def advance(old: Lock, entries: Mapping[str, Entry], now: int) -> Lock:
    """The lock after a build of notes with these entries."""
    gone = {key: retire(entry, now) for key, entry in old.notes.items() if key not in entries}
    used = {entry.type for entry in (*entries.values(), *gone.values())}
    types = {
        name: settle(
            old.note_types.get(name),
            Entry(note_type.hash, note_types.MODIFIED),
            note_types.MODIFIED,
        )
        for name, note_type in note_types.all_types().items()
        if name in used
    }
    return Lock(old.first, {**gone, **entries}, {**old.note_types, **types})


def deck_name(quiz: Quiz) -> str:
    """Briefs::title. "::" in a title would make a sub-deck: its colons become look-alikes."""
    title = " ".join(printable(quiz.title).split()) or quiz.name
    return "Briefs::" + re.sub(r"^:|:(?=:)|(?<=:):", "∶", title)


def _head(quiz: Quiz, lock: Lock) -> DeckHead:
    return DeckHead(
        id=(1 << 41) + ids.number("deck", quiz.id, below=1 << 41),
        name=deck_name(quiz),
        description=_description(quiz),
        first=lock.first,
    )


def _entry(note: NoteContent, lock: Lock) -> Entry:
    """The note as the lock keeps it, if it is new."""
    return Entry(note.hash, lock.first, note.note_type, note.cue)


def _ready(quiz: Quiz, note: NoteContent, mod: int) -> ReadyNote:
    value = note.fields.get
    names = note_types.all_types()[note.note_type].fields
    return ReadyNote(
        guid=guid(quiz.id, note.key),
        note_type=note.note_type,
        fields=tuple([value(name, "") for name, _ in names]),
        tags=note.tags,
        mod=mod,
        ordinals=note.ordinals,
    )


def _retired(quiz: Quiz, lock: Lock) -> Package:
    """What has left the quiz, with nothing but its identity.

    Each comes with its first card: whoever never had the note gets one that *Empty Cards* lists
    as well, and not a note without cards, which nothing in Anki would ever show.
    """
    package = Package(_head(quiz, lock))
    for key, entry in sorted(lock.notes.items()):
        note_type = note_types.all_types().get(entry.type)
        if entry.retired and note_type:
            note = ReadyNote(
                guid=guid(quiz.id, key),
                note_type=entry.type,
                fields=(text(f"{quiz.id}/{key}"), *("" for _ in note_type.fields[1:])),
                tags=(RETIRED, brief_tag(quiz)),
                mod=entry.mod,
            )
            package.add(note, note_type)
    return package


def _description(quiz: Quiz) -> str:
    source = ", ".join(part for part in (quiz.source, spelt_date(quiz.published)) if part)
    about = f"Questions on “{quiz.title}”" + (f" ({source})." if source else ".")
    return text(f"{about} Each answer quotes the words that prove it.")
