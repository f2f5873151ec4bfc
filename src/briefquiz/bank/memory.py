"""What a question file remembers of its drafts, in the one text `drafted:`.

Eight hexadecimal digits of the title, date and source as drafted; then, for every question ever
drafted, six of its id and eight of its fact, and a "-" behind those that a later draft withdrew.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from briefquiz.bank.marks import mark
from briefquiz.bank.schema import BriefRef, QuestionFile
from briefquiz.errors import Issue
from briefquiz.ids import short_hash
from briefquiz.questions import Question

_WORD = re.compile(r"(?P<id>[0-9a-f]{6})(?P<mark>[0-9a-f]{8})(?P<withdrawn>-?)")
_HEAD = re.compile(r"[0-9a-f]{8}")


@dataclass(frozen=True, slots=True)
class Drafted:
    """A question that was drafted once: the hash of its id, the mark of its fact."""

    id: str
    mark: str
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class Memory:
    """What was drafted: the head of the file ("" if that is not known) and its questions."""

    head: str
    questions: tuple[Drafted, ...]

    @property
    def marks(self) -> frozenset[str]:
        """The facts that need not be asked again: asked here, or deleted by a person."""
        return frozenset(entry.mark for entry in self.questions if not entry.withdrawn)

    def free(self, name: str, fact: str) -> bool:
        """Whether a question about this fact may have this id: nobody's, or its own once."""
        used = {entry.mark for entry in self.questions if entry.id == id_hash(name)}
        return not used or fact in used


def read(drafted: str) -> Memory:
    """The memory in the text of `drafted:`; of a file without it, nothing is known."""
    words = drafted.split()
    found = [match for match in map(_WORD.fullmatch, words) if match]
    return Memory(
        head=next((word for word in words if _HEAD.fullmatch(word)), ""),
        questions=tuple(Drafted(m["id"], m["mark"], m["withdrawn"] == "-") for m in found),
    )


def write(memory: Memory) -> str:
    """The text of `drafted:`."""
    words = (f"{entry.id}{entry.mark}{'-' * entry.withdrawn}" for entry in memory.questions)
    return " ".join(filter(None, [memory.head, *words]))


def check(file: QuestionFile) -> Iterator[Issue]:
    """Words in `drafted:` that no draft wrote."""
    for word in file.drafted.split():
        if not _WORD.fullmatch(word) and not _HEAD.fullmatch(word):
            yield Issue(("drafted",), f"has {word!r}, which no draft wrote; undo this edit")


def added(
    memory: Memory, questions: Iterable[Question], withdrawn: Iterable[Question] = ()
) -> Memory:
    """The memory with the drafted among these questions, and some of them withdrawn.

    New ones stand at its end. What is drafted again is withdrawn no longer.
    """
    entries = {(entry.id, entry.mark): entry for entry in memory.questions}
    for question in questions:
        entry = Drafted(id_hash(question.id), mark(question))
        if question.made is not None and entry.mark:
            entries[(entry.id, entry.mark)] = entry
    gone = {id_hash(question.id) for question in withdrawn}
    return replace(
        memory,
        questions=tuple(
            replace(entry, withdrawn=entry.withdrawn or entry.id in gone)
            for entry in entries.values()
        ),
    )


def of_head(title: str, brief: BriefRef | None) -> str:
    """The hash of what a file says of its brief, by which an edit of that is noticed."""
    published, source = (brief.published, brief.source) if brief else ("", "")
    return short_hash("head", title, published, source)


def id_hash(name: str) -> str:
    """Six hexadecimal digits for an id."""
    return short_hash("id", name, length=6)


def remembering(file: QuestionFile) -> QuestionFile:
    """A newly drafted file with its memory."""
    memory = added(Memory(of_head(file.title, file.brief), ()), file.questions)
    return replace(file, drafted=write(memory))
