"""The question file on the desk: which questions wait, and its text after a decision."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from briefquiz import bank
from briefquiz.bank import QuestionFile, layout, patch
from briefquiz.bank.layout import Sheet
from briefquiz.errors import BriefquizError, Path, Problem
from briefquiz.questions import Question
from briefquiz.questions.common import Status
from briefquiz.review.session import Decision

QUESTIONS: Path = ("questions",)
EDITED = "your edit"
"""The name under which mistakes in an edited question are shown, with their lines in it."""


@dataclass(frozen=True, slots=True)
class Desk:
    """A question file as it was read: its bytes, what it says, where that stands."""

    data: bytes
    loaded: QuestionFile
    sheet: Sheet

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of all its questions, in their order."""
        return tuple(question.id for question in self.loaded.questions)

    def number(self, name: str) -> int:
        """Where the question with this id stands. Raises BriefquizError if it is gone."""
        if name not in self.ids:
            raise BriefquizError([Problem(self.sheet.file, f"the question {name!r} is gone")])
        return self.ids.index(name)

    def question(self, name: str) -> Question:
        """The question with this id."""
        return self.loaded.questions[self.number(name)]

    def line(self, name: str) -> int:
        """The line on which the question with this id begins."""
        start = layout.block(self.sheet, QUESTIONS, self.number(name))[0]
        return layout.line_number(self.sheet.text, start)

    def block(self, name: str) -> str:
        """Its text, to the byte."""
        return layout.raw_block(self.sheet, QUESTIONS, self.number(name))


def desk(data: bytes, file: str) -> Desk:
    """The desk with a question file. Raises BriefquizError with every mistake in it."""
    loaded = bank.load(data, file)
    return Desk(data, loaded, layout.sheet(data.decode(), file))


def shelf(file: QuestionFile, *statuses: Status) -> tuple[str, ...]:
    """The ids of the questions with one of these statuses, in the order of the file."""
    return tuple(question.id for question in file.questions if question.status in statuses)


def settled(old: Desk, name: str, status: Status) -> Desk:
    """The desk with a question that has this status. Nothing else in the text changes."""
    number = old.number(name)
    changed = patch.set_key(old.sheet, (*QUESTIONS, number, "status"), status)
    return _checked(changed, old, number, replace(old.question(name), status=status))


def edited(old: Desk, name: str, text: str) -> Desk:
    """The desk with another text for a question, as `as_text` gives it.

    Raises BriefquizError with every mistake in it, with its lines in that text.
    """
    number = old.number(name)
    try:
        changed = patch.replace_block(old.sheet, QUESTIONS, number, text)
    except BriefquizError:
        raise BriefquizError(_broken(old, number, text)) from None
    problems = bank.check(changed.whole, old.sheet.file)
    wrong = [problem for problem in problems if problem.severity == "error"]
    if wrong:
        raise BriefquizError(_in_the_edit(wrong, old, number, text))
    return desk(changed.whole.encode(), old.sheet.file)


def as_text(old: Desk, name: str) -> str:
    """The lines of a question, for an editor."""
    return layout.block_text(old.sheet, QUESTIONS, old.number(name))


def taken_back(old: Desk, decision: Decision) -> Desk:
    """The desk before a decision. Raises BriefquizError if the question has changed since."""
    number = old.number(decision.id)
    if layout.raw_block(old.sheet, QUESTIONS, number) != decision.after:
        message = f"the question {decision.id!r} was changed since; nothing was taken back"
        raise BriefquizError([Problem(old.sheet.file, message, old.line(decision.id))])
    changed = patch.put_back(old.sheet, QUESTIONS, number, decision.before)
    return desk(changed.whole.encode(), old.sheet.file)


def _checked(changed: Sheet, old: Desk, number: int, question: Question) -> Desk:
    """The changed desk, if just this question is another now."""
    new = desk(changed.whole.encode(), changed.file)
    wanted = list(old.loaded.questions)
    wanted[number] = question
    if new.loaded != replace(old.loaded, questions=tuple(wanted)):
        message = "cannot be changed by the program without harm; please edit it by hand"
        raise BriefquizError([Problem(changed.file, message, old.line(question.id))])
    return new


def _broken(old: Desk, number: int, text: str) -> list[Problem]:
    """Why an edited text is no YAML, read with the file around it."""
    start, end = layout.block(old.sheet, QUESTIONS, number)
    said = layout.set_in(old.sheet, QUESTIONS, number, text)
    whole = old.sheet.text[:start] + said + old.sheet.text[end:]
    found = list(_in_the_edit(bank.check(whole, old.sheet.file), old, number, text))
    message = "should be one question, that begins with '- ' on its first line"
    return found or [Problem(EDITED, message)]


def _in_the_edit(
    problems: Iterable[Problem], old: Desk, number: int, text: str
) -> Iterator[Problem]:
    """Problems of the file with the lines that they have in the edited text."""
    start = layout.block(old.sheet, QUESTIONS, number)[0]
    first, indent = layout.line_number(old.sheet.text, start), layout.column(old.sheet.text, start)
    last = len(text.splitlines()) or 1
    for problem in problems:
        line = min(max(1, problem.line - first + 1), last)
        yield replace(problem, file=EDITED, line=line, column=max(1, problem.column - indent))
