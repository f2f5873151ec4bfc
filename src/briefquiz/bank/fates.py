"""What a new draft means for each question of a file. Values only; `bank.merge` does it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count

from briefquiz.bank import memory
from briefquiz.bank.dump import block_hash, signed
from briefquiz.bank.evidence import folded
from briefquiz.bank.marks import mark
from briefquiz.bank.memory import Memory
from briefquiz.bank.pairing import Known, known, pairs
from briefquiz.bank.schema import QuestionFile
from briefquiz.questions import Question
from briefquiz.questions.match import MatchQuestion
from briefquiz.questions.order import OrderQuestion

GONE = "the words that prove this are no longer in the brief"
"""The doubt of such a question. It is taken away again if they come back."""


@dataclass(frozen=True, slots=True)
class Fate:
    """What becomes of a question of the file: itself, another in its place, or None.

    `yours`: a person has made, edited or settled it. `gone`: the brief no longer has its words.
    """

    question: Question | None
    improved: bool = False
    yours: bool = False
    gone: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """The fate of each old question; the new ones by the old one before which they go.

    `drafted` are the questions to remember.
    """

    fates: tuple[Fate, ...]
    new: Mapping[int, tuple[Question, ...]]
    drafted: tuple[Question, ...]


def plan(old: QuestionFile, drafted: QuestionFile, words: str, untouched: Sequence[bool]) -> Plan:
    """What becomes of the questions of `old`, of which some are untouched, by a new draft.

    `words` are all those of the brief.
    """
    before, after = [[known(question) for question in f.questions] for f in (old, drafted)]
    found = pairs(before, after)
    partners = {i: after[j].question for j, i in found.items()}
    changed = not (old.brief and drafted.brief) or old.brief.sha256 != drafted.brief.sha256
    brief = folded(words)
    fates = []
    for number, question in enumerate(old.questions):
        gone = any(folded(source.quote) not in brief for source in question.source)
        if untouched[number]:
            fates.append(_of_a_draft(question, partners.get(number), gone))
        else:
            fates.append(_of_a_persons(question, gone, changed))
    new = _new(before, after, found, memory.read(old.drafted))
    again = [signed(replace(question, id=old.questions[i].id)) for i, question in partners.items()]
    return Plan(
        fates=tuple(fates),
        new=_in_place(before, after, found, new),
        drafted=(*old.questions, *again, *new.values()),
    )


def _of_a_draft(question: Question, partner: Question | None, gone: bool) -> Fate:
    if partner is not None:
        better = signed(replace(partner, id=question.id))
        same = block_hash(better) == block_hash(question)
        return Fate(question) if same else Fate(better, improved=True)
    if gone:
        flagged = replace(question, status="review", doubts=_flagged(question))
        return Fate(signed(flagged), gone=True)
    return Fate(None)


def _of_a_persons(question: Question, gone: bool, changed: bool) -> Fate:
    """The question itself, but for the flag; that of an unchanged brief is a person's business."""
    if question.status == "rejected":
        return Fate(question, yours=True)
    if gone and (changed or GONE in question.doubts):
        return Fate(replace(question, doubts=_flagged(question)), yours=True, gone=True)
    doubts = tuple(doubt for doubt in question.doubts if gone or doubt != GONE)
    return Fate(replace(question, doubts=doubts), yours=True)


def _flagged(question: Question) -> tuple[str, ...]:
    return question.doubts if GONE in question.doubts else (*question.doubts, GONE)


def _new(
    before: Sequence[Known], after: Sequence[Known], found: Mapping[int, int], remembered: Memory
) -> dict[int, Question]:
    """The questions that ask for what nobody has seen yet, by their number in the draft."""
    seen = remembered.marks.union(*(question.marks for question in before))
    ids = {question.question.id for question in before}
    new: dict[int, Question] = {}
    unremembered = before if not remembered.questions else ()
    for number, candidate in enumerate(after):
        if number in found or candidate.marks & seen or _edited_away(candidate, unremembered):
            continue
        name = _free_id(candidate.question, ids, remembered)
        ids.add(name)
        new[number] = signed(replace(candidate.question, id=name))
    return new


def _edited_away(candidate: Known, before: Sequence[Known]) -> bool:
    """Where nothing is remembered: a person may have changed what a question wants to hear."""
    return any(
        old.question.id == candidate.question.id
        and old.question.kind == candidate.question.kind
        and set(old.quotes) & set(candidate.quotes)
        and old.question.made is not None
        and old.question.made.hash != block_hash(old.question)
        for old in before
    )


def _free_id(question: Question, taken: Collection[str], remembered: Memory) -> str:
    """The wanted id, or one with a number that no question about another fact ever had."""
    names = (f"{question.id}-{number}" if number > 1 else question.id for number in count(1))
    fact = mark(question)
    return next(name for name in names if name not in taken and remembered.free(name, fact))


def _in_place(
    before: Sequence[Known],
    after: Sequence[Known],
    found: Mapping[int, int],
    new: Mapping[int, Question],
) -> dict[int, tuple[Question, ...]]:
    """The new questions by the number of the old one before which they go."""
    places: dict[int, int] = {}
    out: dict[int, tuple[Question, ...]] = {}
    for number, question in new.items():
        place = _place(number, before, after, found, places)
        places[number] = place
        out[place] = (*out.get(place, ()), question)
    return out


def _place(
    number: int,
    before: Sequence[Known],
    after: Sequence[Known],
    found: Mapping[int, int],
    places: Mapping[int, int],
) -> int:
    """Behind the question that comes before it in the draft; else before the one after it."""
    for other in range(number - 1, -1, -1):
        if other in places:
            return places[other]
        if other in found and not _is_table(after[other].question):
            return found[other] + 1
    for other in range(number + 1, len(after)):
        if other in found and not _is_table(after[other].question):
            return found[other]
    return _by_paragraph(after[number].question, before)


def _by_paragraph(question: Question, before: Sequence[Known]) -> int:
    para = min((source.para for source in question.source), default=0)
    for number, old in enumerate(before):
        if any(source.para > para for source in old.question.source):
            return number
    return len(before)


def _is_table(question: Question) -> bool:
    return isinstance(question, OrderQuestion | MatchQuestion)
