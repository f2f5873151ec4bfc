"""What the rules of item writing look at: the questions of a file, and their texts by role."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from briefquiz.errors import Path
from briefquiz.questions import COMPILED, Question
from briefquiz.questions.choice import ChoiceQuestion
from briefquiz.questions.cloze import GAP, ClozeQuestion, gaps
from briefquiz.questions.match import MatchQuestion
from briefquiz.questions.multi import MultiQuestion
from briefquiz.questions.number import NumberQuestion
from briefquiz.questions.open import OpenQuestion
from briefquiz.questions.order import OrderQuestion
from briefquiz.questions.short import ShortQuestion
from briefquiz.questions.true_false import TrueFalseQuestion
from briefquiz.quiz import Gap


@dataclass(frozen=True)
class Sheet:
    """The questions that may come before a reader, by their place in the file.

    `brief` holds the words of the brief, "" if it is not at hand; `dated` is the day it was
    published, as ISO 8601; `title` is what stands at the head of paper and cards.
    """

    questions: Mapping[int, Question]
    brief: str = ""
    dated: str = ""
    title: str = ""

    @cached_property
    def compiled(self) -> Mapping[int, Question]:
        """Those that stand on paper together."""
        return {n: q for n, q in self.questions.items() if q.status in COMPILED}


Text = tuple[Path, str]
"""A text, and its path inside the question."""


def options(question: Question) -> Iterator[Text]:
    """What a reader chooses from; the answers come first."""
    if not isinstance(question, ChoiceQuestion | MultiQuestion):
        return
    yield from answers(question)
    for place, option in enumerate(question.distractors):
        yield ("distractors", place), option.text
    if isinstance(question, ChoiceQuestion) and question.last:
        yield ("last",), question.last


def answers(question: Question) -> Iterator[Text]:
    """What is right, word for word; nothing for a statement and for a model of an argument."""
    match question:
        case ChoiceQuestion() | ShortQuestion() | NumberQuestion():
            yield ("answer",), question.answer
        case MultiQuestion():
            yield from ((("answers", place), text) for place, text in enumerate(question.answers))
        case ClozeQuestion():
            for part in gaps(question.prompt):
                if isinstance(part, Gap):
                    yield ("prompt",), part.answer
        case MatchQuestion():
            yield from (
                (("pairs", place), right) for place, (_, right) in enumerate(question.pairs)
            )
        case OrderQuestion() | OpenQuestion() | TrueFalseQuestion():
            return


def statement(question: Question) -> str:
    """The prompt as a reader who knows the answer has it: gaps filled in."""
    if not isinstance(question, ClozeQuestion):
        return question.prompt
    return GAP.sub(lambda match: match.group(1).partition("|")[0], question.prompt)


def asked(question: Question) -> str:
    """The prompt as it stands before the reader, without what is in the gaps."""
    if not isinstance(question, ClozeQuestion):
        return question.prompt
    return "".join(part if isinstance(part, str) else "____" for part in gaps(question.prompt))


def said(question: Question) -> str:
    """All that the question tells: prompt, answer or model, what else is right, explanation."""
    more = [text for _, text in answers(question)]
    if isinstance(question, OpenQuestion):
        more += [question.model, *(criterion.text for criterion in question.rubric)]
    if isinstance(question, MatchQuestion):
        more += [left for left, _ in question.pairs]
    if isinstance(question, OrderQuestion):
        more += question.items
    return " ".join([statement(question), *more, question.explain])


def quotes(question: Question) -> str:
    """The words of the brief that a question quotes, one after the other."""
    return " ".join(source.quote for source in question.source)


def is_false_on_purpose(question: Question) -> bool:
    """A statement that is to be judged false says something else than the brief."""
    return isinstance(question, TrueFalseQuestion) and not question.answer
