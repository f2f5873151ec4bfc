"""What a rule of item writing is, and short ways to write questions that break or keep it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from briefquiz.errors import Issue
from briefquiz.questions import Question
from briefquiz.questions.choice import ChoiceQuestion
from briefquiz.questions.cloze import ClozeQuestion
from briefquiz.questions.item_writing.sheet import Sheet
from briefquiz.questions.number import NumberQuestion
from briefquiz.questions.short import ShortQuestion
from briefquiz.questions.true_false import TrueFalseQuestion
from briefquiz.quiz import Option, Source

# Who found it out.
HALADYNA = "Haladyna, Downing & Rodriguez 2002"
SAQUET = "Moore 2024 (SAQUET)"
WOZNIAK = "Wozniak, Twenty rules of formulating knowledge"
MATUSCHAK = "Matuschak 2020, How to write good prompts"
TEACHERS = "teachers’ reports of machine-made quizzes"
RUBRIC = "the rubric of acceptance of this project"

Find: TypeAlias = Callable[[Sheet], Iterator[Issue]]
"""Finds what breaks a rule; the path of each issue begins with the question's place."""
Questions: TypeAlias = tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of item writing.

    `name` is what tools know it by, `why` says in a sentence what is wrong with breaking it,
    `source` who found that out, `breaks` and `keeps` are examples, under the title `title`.
    """

    name: str
    why: str
    source: str
    find: Find
    breaks: Questions
    keeps: Questions
    title: str = ""


def each(find: Callable[[Question], Iterator[Issue]]) -> Find:
    """A rule about single questions as a rule about the sheet."""

    def over(sheet: Sheet) -> Iterator[Issue]:
        for number, question in sheet.questions.items():
            for issue in find(question):
                yield Issue((number, *issue.path), issue.message, issue.hint)

    return over


def choice(
    prompt: str, answer: str, *wrong: str, quote: str = "", last: str = ""
) -> ChoiceQuestion:
    """A choice."""
    return ChoiceQuestion(
        id="a",
        kind="cause",
        prompt=prompt,
        answer=answer,
        distractors=tuple(map(Option, wrong)),
        source=(Source(quote),) if quote else (),
        last=last,
    )


def short(
    prompt: str, answer: str, quote: str = "", name: str = "a", explain: str = ""
) -> Question:
    """A question with a short answer."""
    source = (Source(quote),) if quote else ()
    return ShortQuestion(
        id=name, kind="cause", prompt=prompt, answer=answer, source=source, explain=explain
    )


def number(prompt: str, answer: str, quote: str) -> Question:
    """A question for a figure."""
    source = (Source(quote),)
    return NumberQuestion(id="a", kind="number", prompt=prompt, answer=answer, source=source)


def cloze(prompt: str, quote: str = "") -> Question:
    """A text with gaps."""
    source = (Source(quote),) if quote else ()
    return ClozeQuestion(id="a", kind="number", prompt=prompt, source=source)


def judged(prompt: str, answer: bool, quote: str = "", name: str = "a") -> Question:
    """A statement to judge."""
    source = (Source(quote),) if quote else ()
    return TrueFalseQuestion(id=name, kind="cause", prompt=prompt, answer=answer, source=source)
