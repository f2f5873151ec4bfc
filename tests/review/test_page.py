"""A question as a person sees it in the terminal."""

from dataclasses import replace
from typing import get_args

import pytest

from briefquiz import bank
from briefquiz.brief import Block, Brief
from briefquiz.questions import Question
from briefquiz.questions.choice import ChoiceQuestion
from briefquiz.questions.cloze import ClozeQuestion
from briefquiz.questions.common import Made
from briefquiz.questions.match import MatchQuestion
from briefquiz.questions.multi import MultiQuestion
from briefquiz.questions.number import NumberQuestion
from briefquiz.questions.open import OpenQuestion
from briefquiz.questions.order import OrderQuestion
from briefquiz.questions.short import ShortQuestion
from briefquiz.questions.true_false import TrueFalseQuestion
from briefquiz.quiz import Criterion, Option, Source
from briefquiz.review.page import AROUND, marked, page, safe

Q = {"id": "a", "kind": "date", "prompt": "P?"}
CASES: list[tuple[Question, list[str]]] = [
    (
        ChoiceQuestion(**Q, answer="A", distractors=(Option("B", "no"), Option("C")), last="None"),  # type: ignore[arg-type]
        ["P?", "(x) A", "( ) B – no", "( ) C", "( ) None"],
    ),
    (
        MultiQuestion(**Q, answers=("A", "B"), distractors=(Option("C"),)),  # type: ignore[arg-type]
        ["P?", "(x) A", "(x) B", "( ) C"],
    ),
    (TrueFalseQuestion(**Q, answer=False), ["P?", "false"]),  # type: ignore[arg-type]
    (ShortQuestion(**Q, answer="A", accept=("B",)), ["P?", "A / B"]),  # type: ignore[arg-type]
    (NumberQuestion(**Q, answer="3", unit="km"), ["P?", "3 km"]),  # type: ignore[arg-type]
    (
        ClozeQuestion(**{**Q, "prompt": "In [[May|month]] it sank."}),  # type: ignore[arg-type]
        ["In ____ it sank.", "____ May (month)"],
    ),
    (
        MatchQuestion(**Q, pairs=(("A", "B"), ("C", "D")), extra=("E",)),  # type: ignore[arg-type]
        ["P?", "A = B", "C = D", "nothing = E"],
    ),
    (OrderQuestion(**Q, items=("A", "B", "C")), ["P?", "1. A", "2. B", "3. C"]),  # type: ignore[arg-type]
    (
        OpenQuestion(**Q, model="A.", rubric=(Criterion(2, "B"),)),  # type: ignore[arg-type]
        ["P?", "A.", "2: B"],
    ),
]


@pytest.mark.parametrize(("question", "shown"), CASES, ids=lambda case: type(case).__name__)
def test_every_type_shows_what_is_asked_and_what_is_right(
    question: Question, shown: list[str]
) -> None:
    head, blank, *lines = [line.text.strip() for line in page(question, "1 of 1", None, 80)]
    assert (head, blank) == (f"1 of 1 · date, {question.type.replace('_', ' or ')} · ready", "")
    assert lines == shown


def test_no_type_is_forgotten() -> None:
    assert {type(question) for question, _ in CASES} == set(get_args(Question))


BRIEF = Brief("b", "B", (Block("paragraph", "One. It opened in 2014. Two.", 1),))
SHORT = ShortQuestion(
    id="a",
    kind="date",
    prompt="When did it open?",
    answer="2014",
    doubts=("is it worth asking? " * 3,),
    source=(Source("It opened in 2014.", 1), Source("It sank.", 2)),
)


def test_doubts_and_the_words_around_the_evidence() -> None:
    lines = [line.text for line in page(SHORT, "1 of 1", BRIEF, 40)]
    assert lines == [
        "1 of 1 · date, short · ready",
        "",
        "When did it open?",
        "    2014",
        "",
        "Doubts",
        "  - is it worth asking? is it worth",
        "    asking? is it worth asking?",
        "",
        "The brief, ¶ 1",
        "  One. »It opened in 2014.« Two.",
        "",
        "Its evidence, which the brief does not",
        "have word for word",
        "  It sank.",
    ]
    assert [line.text for line in page(SHORT, "1 of 1", None, 80)][-2:] == [
        "Its evidence",
        "  It sank.",
    ]
    assert [line.text for line in page(SHORT, "", BRIEF, 80) if line.strong] == [SHORT.prompt]


def test_doubts_of_a_draft_that_was_edited_are_told_as_such() -> None:
    draft = bank.signed(replace(SHORT, source=(), doubts=("why?",), made=Made("dates/x")))
    assert isinstance(draft, ShortQuestion)
    for question, said in ((draft, "Doubts"), (replace(draft, answer="2015"), EDITED)):
        lines = [line.text for line in page(question, "", None, 80)]
        assert lines[-3:] == ["", said, "  - why?"]


EDITED = "Doubts of the draft, before it was edited"


@pytest.mark.parametrize(
    ("text", "quote", "shown"),
    [
        ("“So” it ran.", "“So” it", "»“So” it« ran."),
        ("“So”  it\nran.", '"So" it', '»"So" it« ran.'),
        ("It ran.", "It sank.", ""),
        ("It ran.", "", ""),
        ("w " * AROUND + "Q." + " w" * AROUND, "Q.",
         "… " + "w " * (AROUND // 2 - 1) + "»Q.«" + " w" * (AROUND // 2 - 1) + " …"),
    ],
)  # fmt: skip
def test_the_evidence_is_marked(text: str, quote: str, shown: str) -> None:
    assert marked(text, quote) == shown


def test_nothing_in_a_file_commands_the_terminal() -> None:
    assert safe("a\x1b[31mb\u202ec\x9bd\ne") == "a�[31mb�c�d e"
