"""A question file in its blocks, so that one question changes without reading the others again.

A block stands in its list by its indent alone: a block that reads as what was meant, between the
same lines as before, makes a file that says what was meant.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

import yaml

from briefquiz import bank
from briefquiz.bank import QuestionFile, layout, patch
from briefquiz.bank.dump import Tree
from briefquiz.bank.layout import BOM, Sheet
from briefquiz.bank.parts import Items, Keys, at, parts
from briefquiz.errors import BriefquizError, Path, Problem
from briefquiz.questions import Question
from briefquiz.review import desk
from briefquiz.review.desk import EDITED, QUESTIONS

FIRST: Path = (*QUESTIONS, 0)
HEAD = "briefquiz: 1{0}title: t{0}questions:"
EMPTY = f"{HEAD.format(chr(10))} []"


class BlockError(BriefquizError):
    """Mistakes in one question, at their places in `text`, a file that has it alone."""

    def __init__(self, problems: Iterable[Problem], text: str) -> None:
        super().__init__(problems)
        self.text = text

    def path(self, problem: Problem) -> Path:
        """The key of the question at which a problem stands, of a list also the item."""
        above = self.text.splitlines(keepends=True)[: max(0, problem.line - 1)]
        place = sum(map(len, above)) + problem.column - 1
        try:
            owner = at(parts(self.text), FIRST)
        except (yaml.YAMLError, ValueError, LookupError):
            return ()
        assert isinstance(owner, Keys)
        begun = [key for key, said in owner.keys.items() if said.start <= place]
        if not begun:
            return ()
        value = owner.values[begun[-1]]
        items = value.items if isinstance(value, Items) else []
        number = sum(item.start <= place for item in items) - 1
        return (begun[-1], number) if number >= 0 else (begun[-1],)


@dataclass(frozen=True, slots=True)
class Book:
    """A question file: what it says, and its text as blocks with what stands between them.

    `between` has one more than `blocks`; text and blocks are without the byte order mark.
    """

    file: str
    loaded: QuestionFile
    blocks: tuple[str, ...]
    between: tuple[str, ...]
    newline: str
    bom: str
    is_flow: bool

    @property
    def data(self) -> bytes:
        """The bytes of the file."""
        woven = [part for pair in zip(self.between, self.blocks, strict=False) for part in pair]
        return "".join([self.bom, *woven, self.between[-1]]).encode()

    @property
    def questions(self) -> tuple[Question, ...]:
        """The questions, in the order of the file."""
        return self.loaded.questions

    def number(self, name: str) -> int:
        """Where the question with this id stands. Raises BriefquizError if it is gone."""
        for number, question in enumerate(self.questions):
            if question.id == name:
                return number
        raise BriefquizError([Problem(self.file, f"the question {name!r} is gone")])

    def line(self, number: int) -> int:
        """The line on which a question begins."""
        woven = zip(self.between[: number + 1], ["", *self.blocks], strict=False)
        before = "".join(block + between for between, block in woven)
        return layout.line_number(before, len(before))


def book(data: bytes, file: str) -> Book:
    """The book of a question file. Raises BriefquizError with every mistake in it."""
    loaded = bank.load(data, file)
    sheet = layout.sheet(data.decode(), file)
    blocks, between, after = [], [], 0
    for number in range(len(loaded.questions)):
        start, end = layout.block(sheet, QUESTIONS, number)
        blocks.append(sheet.text[start:end])
        between.append(sheet.text[after:start])
        after = end
    between.append(sheet.text[after:])
    bom = BOM if sheet.bom else ""
    flow = bool(blocks) and _is_flow(sheet)
    return Book(file, loaded, tuple(blocks), tuple(between), sheet.newline, bom, flow)


def changed(old: Book, number: int, change: Callable[[Sheet], Sheet]) -> Book:
    """The book with a question changed by `change`, which gets a sheet with that question alone.

    Raises BriefquizError if the change cannot be made, or with every mistake it makes.
    """
    before, after = _around(old, number)
    alone = layout.sheet(before + old.blocks[number] + after, EDITED)
    new = change(alone)
    block = layout.raw_block(new, QUESTIONS, 0)
    if new.text != before + block + after:
        message = "cannot be changed by the program without harm; please edit it by hand"
        raise BriefquizError([Problem(old.file, message, old.line(number))])
    return with_block(old, number, block)


def with_block(old: Book, number: int, block: str) -> Book:
    """The book with another text for a block. Raises BriefquizError with every mistake in it."""
    question = _read(old, number, block)
    if any(q.id == question.id for n, q in enumerate(old.questions) if n != number):
        raise BriefquizError([Problem(EDITED, f"another question has the id {question.id!r}")])
    questions = (*old.questions[:number], question, *old.questions[number + 1 :])
    blocks = (*old.blocks[:number], block, *old.blocks[number + 1 :])
    return replace(old, loaded=replace(old.loaded, questions=questions), blocks=blocks)


def as_text(old: Book, number: int) -> str:
    """The lines of a question without their indent, for an editor."""
    before, after = _around(old, number)
    alone = layout.sheet(before + old.blocks[number] + after, EDITED)
    return layout.block_text(alone, QUESTIONS, 0)


def as_edited(old: Book, number: int, text: str) -> Book:
    """The book with the lines that `as_text` gave as a person has edited them.

    Raises BriefquizError with every mistake in it, with its lines in that text.
    """
    before, after = _around(old, number)
    alone = desk.desk((before + old.blocks[number] + after).encode(), EDITED)
    edited = desk.edited(alone, old.questions[number].id, text)
    return with_block(old, number, layout.raw_block(edited.sheet, QUESTIONS, 0))


def inserted(old: Book, number: int, tree: dict[str, Tree]) -> Book:
    """The book with one more question, which becomes number `number`.

    Raises BriefquizError with every mistake in it.
    """
    sheet = layout.sheet(old.data.decode(), old.file)
    if "questions" not in sheet.data:
        message = "has no questions of its own; add the question to one of the files it includes"
        raise BriefquizError([Problem(old.file, message)])
    new = patch.insert_item(sheet, QUESTIONS, number, tree)
    return book(new.whole.encode(), old.file)


def alone(tree: dict[str, Tree]) -> Question:
    """A question as it would be in a file of its own. Raises BlockError with its mistakes."""
    return _sole(patch.insert_item(layout.sheet(EMPTY, EDITED), QUESTIONS, 0, tree).whole)


def retitled(old: Book, title: str) -> Book:
    """The book with another title. Raises BriefquizError if it has none then."""
    if not title:
        raise BriefquizError([Problem(old.file, "a quiz needs a title")])
    sheet = layout.sheet(old.data.decode(), old.file)
    return book(patch.set_key(sheet, ("title",), title).whole.encode(), old.file)


def removed(old: Book, number: int) -> Book:
    """The book without a question."""
    sheet = layout.sheet(old.data.decode(), old.file)
    new = patch.remove_item(sheet, QUESTIONS, number)
    return book(new.whole.encode(), old.file)


def _around(old: Book, number: int) -> tuple[str, str]:
    """A head that makes a file of one block, where that stands as it does in its own file."""
    head = HEAD.format(old.newline)
    if old.is_flow:
        return f"{head} [", "]"
    before = old.between[number]
    indent = " " * layout.column(before, len(before))
    return f"{head}{old.newline}{indent}", ""


def _read(old: Book, number: int, block: str) -> Question:
    """The one question in a block."""
    before, after = _around(old, number)
    return _sole(before + block + after)


def _sole(text: str) -> Question:
    """The one question of a file."""
    try:
        (question,) = bank.load(text, EDITED).questions
    except BriefquizError as error:
        raise BlockError(error.problems, text) from None
    except (ValueError, yaml.YAMLError):
        message = "should be one question, that begins with '- ' on its first line"
        raise BriefquizError([Problem(EDITED, message)]) from None
    return question


def _is_flow(sheet: Sheet) -> bool:
    found = at(sheet.root, QUESTIONS)
    return isinstance(found, Items) and found.flow
