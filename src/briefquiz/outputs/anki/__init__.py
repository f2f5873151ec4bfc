"""An Anki deck: `<name>.apkg` and the lock that lets the next build update only what changed.

What was shipped and has left the quiz goes, emptied, into `<name>-retired.apkg`: no package can
delete a note, but Anki's *Empty Cards* removes one that has nothing to ask.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

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


LOCK_ENDING = ".lock.json"


@dataclass(frozen=True, slots=True)
class _Deck:
    """What a quiz, or a part of a course, puts into the packages. `lock` is the new one."""

    quiz: Quiz
    notes: tuple[NoteContent, ...]
    lock: Lock

    def ready(self) -> list[ReadyNote]:
        return [_ready(self.quiz, note, self.lock) for note in self.notes]

    def emptied(self) -> list[ReadyNote]:
        return list(_emptied(self.quiz, self.lock))


def render(quiz: Quiz, build: Build) -> tuple[Artifact, ...]:
    """The deck, the emptied notes of older decks if there are any, and the locks, which are last.

    A quiz without notes makes no deck, which Anki would not import; only a lock that remembers
    something is still written. A note belongs to its part: its identity, time and numbers are
    those it has in the part's own deck, so a course has no lock but those of its parts.
    Raises `BriefquizError` if a lock is damaged.
    """
    decks = [_deck(section, _old_lock(quiz, section, build), build) for section in quiz.sections]
    decks = [deck for deck in decks if deck.notes or deck.lock.notes]
    packages = {
        f"{quiz.name}.apkg": [(deck, deck.ready()) for deck in decks],
        f"{quiz.name}-{RETIRED}.apkg": [
            (replace(deck, notes=()), deck.emptied()) for deck in decks
        ],
    }
    return (
        *(
            Artifact(name, _package(quiz, filled))
            for name, content in packages.items()
            if (filled := [(deck, notes) for deck, notes in content if notes])
        ),
        *(Artifact(lock_name(deck.quiz), write(deck.lock).encode()) for deck in decks),
    )


def _deck(section: Quiz, old: Lock, build: Build) -> _Deck:
    notes = tuple(contents(section, old, pictures.drawn(section)))
    return _Deck(section, notes, advance(old, notes, build.now, section.resting))


def _old_lock(quiz: Quiz, section: Quiz, build: Build) -> Lock:
    text = build.locks.get(section.name, "") if quiz.parts else build.lock
    return read(text, lock_name(section), build.now)


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
    old: Lock,
    notes: tuple[NoteContent, ...],
    now: int,
    resting: frozenset[str] = frozenset(),
) -> Lock:
    """The lock after a build of these notes; those of the questions in `resting` are left alone."""
    kept = {
        note.key: settle(
            old.notes.get(note.key), Entry(note.hash, old.first, note.note_type, note.cue), now
        )
        for note in notes
    }
    gone = {
        key: entry if key.partition("/")[0] in resting else retire(entry, now)
        for key, entry in old.notes.items()
        if key not in kept
    }
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
    return f"Briefs::{_one_level(quiz)}"


def _one_level(quiz: Quiz) -> str:
    title = " ".join(printable(quiz.title).split()) or quiz.name
    return re.sub(r"^:|:(?=:)|(?<=:):", "∶", title)


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


def _package(quiz: Quiz, decks: Sequence[tuple[_Deck, list[ReadyNote]]]) -> bytes:
    """The decks as one package: the deck of the quiz, with one below it for each part."""
    head = _head(quiz, deck_name(quiz), min(deck.lock.first for deck, _ in decks))
    below = _below(quiz, head)
    notes = [
        replace(note, deck=below[deck.quiz.id].id if below else head.id)
        for deck, filled in decks
        for note in filled
    ]
    times = {
        name: max(d.lock.note_types[name].mod for d, _ in decks if name in d.lock.note_types)
        for name in sorted({note.note_type for note in notes})
    }
    used = [(note_types.all_types()[name], mod) for name, mod in times.items()]
    pictures_shown = (note.picture for deck, _ in decks for note in deck.notes if note.picture)
    media = {picture.name: picture.data for picture in pictures_shown}
    filled_below = tuple(below[deck.quiz.id] for deck, _ in decks) if below else ()
    return apkg(head, notes, used, media, filled_below)


def _below(quiz: Quiz, head: DeckHead) -> dict[str, DeckHead]:
    """A deck for each part, by the part's id."""
    heads: dict[str, DeckHead] = {}
    for part in quiz.parts:
        taken = [known.name for known in heads.values()]
        name = ids.unique(f"{head.name}::{_one_level(part)}", taken)
        heads[part.id] = _head(part, name, head.first, quiz.id)
    return heads


def _head(quiz: Quiz, name: str, first: int, *above: str) -> DeckHead:
    number = (1 << 41) + ids.number("deck", *above, quiz.id, below=1 << 41)
    return DeckHead(id=number, name=name, description=_description(quiz), first=first)


def _description(quiz: Quiz) -> str:
    source = ", ".join(part for part in (quiz.source, spelt_date(quiz.published)) if part)
    about = f"Questions on “{quiz.title}”" + (f" ({source})." if source else ".")
    return text(f"{about} Each answer quotes the words that prove it.")
