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
from briefquiz.outputs.anki.package import DeckHead, ReadyNote, apkg
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
    notes = tuple(contents(quiz, old, pictures.drawn(quiz)))
    if not notes and not old.notes:
        return ()
    lock = advance(old, notes, build.now)
    packages = {
        f"{quiz.name}.apkg": ([_ready(quiz, note, lock) for note in notes], _media(notes)),
        f"{quiz.name}-{RETIRED}.apkg": (list(_emptied(quiz, lock)), {}),
    }
    return (
        *(
            Artifact(name, _package(quiz, ready, media, lock))
            for name, (ready, media) in packages.items()
            if ready
        ),
        Artifact(lock_name(quiz), write(lock).encode()),
    )


def changes(quiz: Quiz, build: Build, artifacts: Iterable[Artifact]) -> Changes:
    """What the artifacts do to a deck in use, counted in notes: told by the lock among them."""
    name = lock_name(quiz)
    after = next((artifact.data.decode() for artifact in artifacts if artifact.name == name), "")
    return changes_between(read(build.lock, name, build.now), read(after, name, build.now))


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
    used = {entry.type for entry in (*kept.values(), *gone.values())}
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


def _ready(quiz: Quiz, note: NoteContent, lock: Lock) -> ReadyNote:
    names = note_types.all_types()[note.note_type].fields
    return ReadyNote(
        guid=guid(quiz.id, note.key),
        note_type=note.note_type,
        fields=tuple(note.fields.get(name, "") for name, _ in names),
        tags=note.tags,
        mod=lock.notes[note.key].mod,
        ordinals=note.ordinals,
    )


def _emptied(quiz: Quiz, lock: Lock) -> Iterable[ReadyNote]:
    """What has left the quiz, with nothing but its identity.

    Each comes with its first card: whoever never had the note gets one that *Empty Cards* lists
    as well, and not a note without cards, which nothing in Anki would ever show.
    """
    for key, entry in sorted(lock.notes.items()):
        if entry.retired and entry.type in note_types.all_types():
            fields = note_types.all_types()[entry.type].fields
            yield ReadyNote(
                guid=guid(quiz.id, key),
                note_type=entry.type,
                fields=(text(f"{quiz.id}/{key}"), *("" for _ in fields[1:])),
                tags=(RETIRED, brief_tag(quiz)),
                mod=entry.mod,
            )


def _media(notes: Iterable[NoteContent]) -> dict[str, bytes]:
    return {note.picture.name: note.picture.data for note in notes if note.picture}


def _package(quiz: Quiz, notes: list[ReadyNote], media: Mapping[str, bytes], lock: Lock) -> bytes:
    used = sorted({note.note_type for note in notes})
    head = DeckHead(
        id=(1 << 41) + ids.number("deck", quiz.id, below=1 << 41),
        name=deck_name(quiz),
        description=_description(quiz),
        first=lock.first,
    )
    types = note_types.all_types()
    return apkg(head, notes, [(types[name], lock.note_types[name].mod) for name in used], media)


def _description(quiz: Quiz) -> str:
    source = ", ".join(part for part in (quiz.source, spelt_date(quiz.published)) if part)
    about = f"Questions on “{quiz.title}”" + (f" ({source})." if source else ".")
    return text(f"{about} Each answer quotes the words that prove it.")
