"""What was done, in lines for a person. Loads nothing, so that the command line stays fast."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefquiz.bank import Merged
    from briefquiz.pipeline.compiling import Compiled
    from briefquiz.pipeline.drafting import Draft
    from briefquiz.pipeline.exporting import Export


def drafted(draft: "Draft") -> Iterator[str]:
    """How many facts were found in a brief, and the questions they gave by status."""
    yield counted(draft.facts, "fact")
    yield _sum("question", draft.statuses)


def unread(sentences: int) -> str:
    """Sentences of a brief that could not be read, and why."""
    return f"left out {counted(sentences, 'sentence')} {UNREAD}"


UNREAD = "with letters that cannot be told (a broken font or encoding) or a formula"


def exported(result: "Export") -> Iterator[str]:
    """The formats in which nothing was written although there are questions."""
    if result.asked:
        yield from (f"nothing to write in {label}" for label in result.empty)


def updated(merged: "Merged") -> Iterator[str]:
    """What a new draft did to a question file: the sum, and the ids of what is new or gone."""
    counts = {"new": merged.new, "improved": merged.improved, "withdrawn": merged.withdrawn}
    said = [f"{len(names)} {name}" for name, names in counts.items() if names]
    yours = f" ({len(merged.yours)} yours)" if merged.yours else ""
    said.append(f"{len(merged.kept)} kept{yours}")
    where = [f"{name} (line {line})" for name, line in merged.gone]
    if merged.gone:
        said.append(
            f"{len(where)} whose words are gone{f': {where[0]}' if len(where) == 1 else ''}"
        )
    yield ", ".join(said)
    many = where if len(where) > 1 else ()
    lists = {"new": merged.new, "withdrawn": merged.withdrawn, "words gone": many}
    for title, names in lists.items():
        if names:
            yield f"  {title}: {', '.join(names)}"


def compiled(result: "Compiled") -> Iterator[str]:
    """Questions by kind, and those left out by status."""
    if result.kinds:
        yield _sum("question", result.kinds)
    else:
        wanted = "approved" if result.left_out.get("ready") else "ready"
        yield f"nothing to build: no question is {wanted}"
        if result.left_out.get("review"):
            yield "settle those that wait, a key each: briefquiz review FILE; then build again"
    yield from _left_out(result.left_out)


def short(result: "Compiled") -> str:
    """What a file became in few words: "2 questions, 1 on the review shelf"."""
    waiting = result.left_out.get("review", 0)
    questions = counted(sum(result.kinds.values()), "question")
    return f"{questions}, {waiting} on the review shelf" if waiting else questions


def deck(result: "Compiled") -> Iterator[str]:
    """What an import does to a deck in use, and what its reader is asked to do besides."""
    emptied = next((a.name for a in result.artifacts if a.name.endswith("-retired.apkg")), "")
    if result.kinds or emptied:
        notes = result.notes
        yield (
            f"notes: {notes.new} new, {notes.changed} changed, {notes.retired} retired, "
            f"{notes.unchanged} unchanged"
        )
    if emptied:
        yield (
            f"{emptied} is for readers of an older deck: once it is imported, "
            "Anki’s Tools › Empty Cards removes what was retired"
        )


def table(rows: Sequence[Mapping[str, str | int]]) -> Iterator[str]:
    """Kind, answer and how sure the brief is, in columns; below each the words that prove it."""
    shown = [[str(row[key]) for key in ("kind", "answer", "hedge", "attribution")] for row in rows]
    widths = [max((len(cells[column]) for cells in shown), default=0) for column in range(4)]
    for cells, row in zip(shown, rows, strict=True):
        line = "  ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True))
        yield line.rstrip()
        yield f"    “{row['evidence']}”"


def _left_out(statuses: Mapping[str, int]) -> Iterator[str]:
    """What is not compiled, if anything, and where it waits."""
    said = {
        "ready": statuses.get("ready", 0),
        "on the review shelf": statuses.get("review", 0),
        "rejected": statuses.get("rejected", 0),
    }
    if any(said.values()):
        yield f"left out: {listed(said)}"


def _sum(noun: str, counts: Mapping[str, int]) -> str:
    """ "3 questions: 2 date, 1 number"."""
    return f"{counted(sum(counts.values()), noun)}: {listed(counts)}"


def listed(counts: Mapping[str, int]) -> str:
    """ "2 date, 1 number", those that are none left out."""
    return ", ".join(f"{number} {name}" for name, number in counts.items() if number)


def counted(number: int, noun: str) -> str:
    """ "1 note", "2 notes"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
