"""A new draft goes into a question file without touching what a person has done to it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefquiz.bank import layout, memory, patch
from briefquiz.bank.dump import MEMORY, block_hash, mapping, tree
from briefquiz.bank.fates import GONE, Fate, Plan, plan
from briefquiz.bank.layout import Sheet
from briefquiz.bank.parts import Keys, at
from briefquiz.bank.schema import QuestionFile, build
from briefquiz.errors import BriefquizError, Path, Problem
from briefquiz.questions import Question

QUESTIONS: Path = ("questions",)


@dataclass(frozen=True, slots=True)
class Merged:
    """A question file with a new draft in it, and what became of its questions, by id.

    `yours` are those of `kept` that a person has made, edited or settled. `gone` are the others
    that stay although the brief no longer has their words, with their lines in the text.
    """

    text: str
    file: QuestionFile
    new: tuple[str, ...]
    improved: tuple[str, ...]
    withdrawn: tuple[str, ...]
    kept: tuple[str, ...]
    yours: tuple[str, ...]
    gone: tuple[tuple[str, int], ...]


def merge(old: QuestionFile, text: str, file: str, drafted: QuestionFile, words: str) -> Merged:
    """The file `old`, which is `text` in a file of that name, with a new draft in it.

    `words` are all those of the brief. Raises BriefquizError where the text would suffer.
    """
    sheet = layout.sheet(text, file)
    untouched = [
        is_untouched(sheet, number, old.questions[number]) for number in range(len(old.questions))
    ]
    planned = plan(old, drafted, words, untouched)
    sheet = _questions(sheet, old.questions, planned)
    sheet, head = _head(sheet, old, drafted)
    sheet, remembered = _memory(sheet, old, head, planned)
    merged = replace(head, drafted=remembered, questions=_in_order(planned))
    if not text.endswith(("\n", "\r")):  # what stood before the last question may now stand last
        sheet = replace(sheet, text=sheet.text.rstrip("\r\n"))
    _verify(sheet, merged)
    return _summed(sheet, merged, old.questions, planned)


def is_untouched(sheet: Sheet, number: int, question: Question) -> bool:
    """Whether nobody has done anything to a drafted question since.

    Its block says what it said as drafted, in that order, and holds no comment.
    """
    part = at(sheet.root, (*QUESTIONS, number))
    return (
        question.made is not None
        and question.status in ("ready", "review")
        and question.made.hash == block_hash(question)
        and isinstance(part, Keys)
        and not part.flow
        and list(part.keys) == list(tree(question))
        and not layout.has_comment(sheet, QUESTIONS, number)
    )


def _in_order(planned: Plan) -> tuple[Question, ...]:
    out: list[Question] = []
    for number, fate in enumerate(planned.fates):
        out += planned.new.get(number, ())
        out += [fate.question] if fate.question is not None else []
    return (*out, *planned.new.get(len(planned.fates), ()))


def _questions(sheet: Sheet, old: Sequence[Question], planned: Plan) -> Sheet:
    """From the last question to the first, so that the numbers of the others stay right."""
    for number in range(len(old), -1, -1):
        if number < len(old):
            sheet = _one(sheet, number, old[number], planned.fates[number])
        for question in reversed(planned.new.get(number, ())):
            sheet = patch.insert_item(sheet, QUESTIONS, number, tree(question))
    return sheet


def _one(sheet: Sheet, number: int, question: Question, fate: Fate) -> Sheet:
    if fate.question is None:
        return patch.remove_item(sheet, QUESTIONS, number)
    if fate.question == question:
        return sheet
    if not fate.yours:
        return patch.replace_item(sheet, QUESTIONS, number, tree(fate.question))
    path = (*QUESTIONS, number, "doubts")
    if GONE in fate.question.doubts:
        return flagged(sheet, path)
    if len(question.doubts) == 1:
        return patch.remove_key(sheet, path)
    return patch.remove_item(sheet, path, question.doubts.index(GONE))


def flagged(sheet: Sheet, path: Path) -> Sheet:
    """The sheet with the flag behind the doubts at `path`, if there are any."""
    try:
        part = at(sheet.root, path)
    except KeyError:
        return patch.set_key(sheet, path, [GONE])
    return patch.insert_item(sheet, path, len(getattr(part, "items", ())), GONE)


def _head(sheet: Sheet, old: QuestionFile, drafted: QuestionFile) -> tuple[Sheet, QuestionFile]:
    """The brief as it is now; title, date and credit only if nobody has edited them."""
    new = drafted.brief
    if new is None:
        return sheet, old
    if old.brief is None:
        return patch.set_key(sheet, ("brief",), mapping(new)), replace(old, brief=new)
    brief = replace(old.brief, sha256=new.sha256)
    if old.brief.file.replace("\\", "/").rpartition("/")[2] != new.file:
        brief = replace(brief, file=new.file)
    title = old.title
    if memory.read(old.drafted).head == memory.of_head(old.title, old.brief):
        title = drafted.title
        brief = replace(brief, published=new.published, source=new.source)
    sheet = _set(sheet, ("title",), old.title, title)
    for key in ("file", "sha256", "published", "source"):
        sheet = _set(sheet, ("brief", key), getattr(old.brief, key), getattr(brief, key))
    return sheet, replace(old, title=title, brief=brief)


def _set(sheet: Sheet, path: Path, old: str, new: str) -> Sheet:
    if old == new:
        return sheet
    return patch.set_key(sheet, path, new) if new else patch.remove_key(sheet, path)


def _memory(
    sheet: Sheet, old: QuestionFile, head: QuestionFile, planned: Plan
) -> tuple[Sheet, str]:
    """`drafted:` with what is drafted now; a file that had none gets it."""
    known = memory.read(old.drafted)
    if known.head == memory.of_head(old.title, old.brief):
        known = replace(known, head=memory.of_head(head.title, head.brief))
    withdrawn = [
        question
        for question, fate in zip(old.questions, planned.fates, strict=True)
        if fate.question is None
    ]
    text = memory.write(memory.added(known, planned.drafted, withdrawn))
    path = ("drafted",)
    if text == old.drafted or memory.read(text) == memory.read(old.drafted):
        return sheet, old.drafted
    is_new = not old.drafted
    sheet = patch.set_key(sheet, path, text)
    return (patch.comment(sheet, path, MEMORY) if is_new else sheet), text


def _verify(sheet: Sheet, wanted: QuestionFile) -> None:
    """Raises BriefquizError unless the text says just what is wanted."""
    said = sheet.data
    built = build({"id": wanted.id, **said} if isinstance(said, dict) else said)
    if built.file != wanted:
        message = "cannot be brought up to date without harm to what is in it; nothing was written"
        raise BriefquizError([Problem(sheet.file, message)])


def _summed(sheet: Sheet, merged: QuestionFile, old: Sequence[Question], planned: Plan) -> Merged:
    fates = list(zip(old, planned.fates, strict=True))
    stays = [(question.id, fate) for question, fate in fates if fate.question is not None]
    kept = [(name, fate) for name, fate in stays if not fate.improved and not fate.gone]
    return Merged(
        text=sheet.whole,
        file=merged,
        new=tuple(q.id for number in sorted(planned.new) for q in planned.new[number]),
        improved=tuple(name for name, fate in stays if fate.improved),
        withdrawn=tuple(question.id for question, fate in fates if fate.question is None),
        kept=tuple(name for name, _ in kept),
        yours=tuple(name for name, fate in kept if fate.yours),
        gone=tuple((name, _line(sheet, merged, name)) for name, fate in stays if fate.gone),
    )


def _line(sheet: Sheet, merged: QuestionFile, name: str) -> int:
    number = [question.id for question in merged.questions].index(name)
    place = layout.block(sheet, QUESTIONS, number)[0]
    return layout.line_number(sheet.text, place)
