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


LOCK_ENDING = ".lock.json"


def render(quiz: Quiz, build: Build) -> tuple[Artifact, ...]:
    """The deck, the emptied notes of older decks if there are any, and the locks, which are last.

    A quiz without notes makes no deck, which Anki would not import; only a lock that remembers
    something is still written. A note belongs to its part: its identity, time and numbers are
    those it has in the part's own deck, so a course has no lock but those of its parts.
    Raises `BriefquizError` if a lock is damaged.
    """
    olds = {section.id: _old_lock(quiz, section, build) for section in quiz.sections}
    head = _head(quiz, deck_name(quiz), min(old.first for old in olds.values()))
    below = _below(quiz, head)
    deck, emptied = Package(head, below.values()), Package(head, below.values())
    media: dict[str, bytes] = {}
    locks = {}
    for section in quiz.sections:
        place = below[section.id].id if below else 0
        locks[section.id] = lock = _fill(deck, media, section, olds[section.id], build.now, place)
        _empty(emptied, section, lock, place)
    times = _times(locks.values())
    made = {
        f"{quiz.name}.apkg": deck.finish(times, media),
        f"{quiz.name}-{RETIRED}.apkg": emptied.finish(times, {}),
    }
    for section in quiz.sections:
        lock = locks[section.id]
        made[lock_name(section)] = write(lock).encode() if lock.notes else b""
    return tuple(Artifact(name, data) for name, data in made.items() if data)


def _old_lock(quiz: Quiz, section: Quiz, build: Build) -> Lock:
    text = build.locks.get(section.name, "") if quiz.parts else build.lock
    return read(text, lock_name(section), build.now)


def _fill(
    deck: Package, media: dict[str, bytes], section: Quiz, old: Lock, now: int, place: int
) -> Lock:
    """Puts the notes of a quiz, or of a part, into the package; its lock after that."""
    entries: dict[str, Entry] = {}
    for note in contents(section, old, pictures.drawn(section)):
        entry = settle(old.notes.get(note.key), _entry(note, old), now)
        entries[note.key] = entry
        deck.add(_ready(section, note, entry.mod, place), note_types.all_types()[note.note_type])
        if note.picture:
            media[note.picture.name] = note.picture.data
    return advance(old, entries, now, section.resting)


def _times(locks: Iterable[Lock]) -> dict[str, int]:
    """When each note type last changed: the latest time that any part knows."""
    times: dict[str, int] = {}
    for lock in locks:
        for name, entry in lock.note_types.items():
            times[name] = max(entry.mod, times.get(name, entry.mod))
    return times


def changes(quiz: Quiz, build: Build, artifacts: Iterable[Artifact]) -> Changes:
    """What the artifacts do to a deck in use, counted in notes: told by the locks among them."""
    after = {artifact.name: artifact.data.decode() for artifact in artifacts if _is_lock(artifact)}
    found = [
        changes_between(
            _old_lock(quiz, section, build),
            read(after.get(lock_name(section), ""), lock_name(section), build.now),
        )
        for section in quiz.sections
    ]
    return Changes(
        new=sum(one.new for one in found),
        changed=sum(one.changed for one in found),
        retired=sum(one.retired for one in found),
        unchanged=sum(one.unchanged for one in found),
    )


def _is_lock(artifact: Artifact) -> bool:
    return artifact.name.endswith(LOCK_ENDING)


def lock_name(quiz: Quiz) -> str:
    """The lock's file name, without a folder."""
    return f"{quiz.name}{LOCK_ENDING}"


def advance(
    old: Lock, entries: Mapping[str, Entry], now: int, resting: frozenset[str] = frozenset()
) -> Lock:
    """The lock after a build of notes with these entries.

    `resting` are ids of questions that this build leaves out; their notes are left alone.
    """
    gone = {
        key: entry if key.partition("/")[0] in resting else retire(entry, now)
        for key, entry in old.notes.items()
        if key not in entries
    }
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
    return f"Briefs::{_one_level(quiz)}"


def _one_level(quiz: Quiz) -> str:
    title = " ".join(printable(quiz.title).split()) or quiz.name
    return re.sub(r"^:|:(?=:)|(?<=:):", "∶", title)


def _head(quiz: Quiz, name: str, first: int, *above: str) -> DeckHead:
    number = (1 << 41) + ids.number("deck", *above, quiz.id, below=1 << 41)
    return DeckHead(id=number, name=name, description=_description(quiz), first=first)


def _below(quiz: Quiz, head: DeckHead) -> dict[str, DeckHead]:
    """A deck for each part of a course, by the part's id."""
    heads: dict[str, DeckHead] = {}
    for part in quiz.parts:
        taken = [known.name for known in heads.values()]
        name = ids.unique(f"{head.name}::{_one_level(part)}", taken)
        heads[part.id] = _head(part, name, head.first, quiz.id)
    return heads


def _entry(note: NoteContent, lock: Lock) -> Entry:
    """The note as the lock keeps it, if it is new."""
    return Entry(note.hash, lock.first, note.note_type, note.cue)


def _ready(quiz: Quiz, note: NoteContent, mod: int, deck: int) -> ReadyNote:
    value = note.fields.get
    names = note_types.all_types()[note.note_type].fields
    return ReadyNote(
        guid=guid(quiz.id, note.key),
        note_type=note.note_type,
        fields=tuple([value(name, "") for name, _ in names]),
        tags=note.tags,
        mod=mod,
        ordinals=note.ordinals,
        deck=deck,
    )


def _empty(package: Package, quiz: Quiz, lock: Lock, deck: int) -> None:
    """Adds what has left the quiz, with nothing but its identity.

    Each comes with its first card: whoever never had the note gets one that *Empty Cards* lists
    as well, and not a note without cards, which nothing in Anki would ever show.
    """
    for key, entry in sorted(lock.notes.items()):
        note_type = note_types.all_types().get(entry.type)
        if entry.retired and note_type:
            note = ReadyNote(
                guid=guid(quiz.id, key),
                note_type=entry.type,
                fields=(text(f"{quiz.id}/{key}"), *("" for _ in note_type.fields[1:])),
                tags=(RETIRED, brief_tag(quiz)),
                mod=entry.mod,
                deck=deck,
            )
            package.add(note, note_type)


def _description(quiz: Quiz) -> str:
    source = ", ".join(part for part in (quiz.source, spelt_date(quiz.published)) if part)
    about = f"Questions on “{quiz.title}”" + (f" ({source})." if source else ".")
    return text(f"{about} Each answer quotes the words that prove it.")
