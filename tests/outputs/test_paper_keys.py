"""What keys say beyond the answer: how open answers earn points, what a wrong option would be."""

import html
import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from briefquiz.outputs.labels import languages
from briefquiz.outputs.paper import answer_sheet, key, quick_key
from briefquiz.quiz import (
    Artifact,
    Build,
    Choice,
    Criterion,
    Essay,
    Figure,
    Item,
    Kind,
    Option,
    Order,
    Paper,
    Quiz,
    Response,
    Words,
)
from tests.outputs.samples import sample_quiz

RUBRIC = (Criterion(2, "the critics’ view"), Criterion(1, "the reason"))
RULE = "says what the model says, in whatever words"


def seen(made: tuple[Artifact, ...], place: int = 0) -> str:
    """What a reader sees of a sheet, white space evened out."""
    body = made[place].data.decode().partition("<body>")[2]
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", body)).split())


def quiz_of(*responses: Response, points: int = 1, kind: Kind = "date") -> Quiz:
    items = tuple(
        Item(id=f"q{n}", kind=kind, prompt=f"Ask{n}", response=response, points=points)
        for n, response in enumerate(responses)
    )
    return replace(sample_quiz(), items=items)


@pytest.mark.parametrize(
    ("points", "rubric", "part"),
    [
        (1, (), ""),
        (2, (), "1 point if it says a part of that"),
        (5, (), "a share of them if it says a part of that"),
        (3, RUBRIC, None),
    ],
)
def test_the_key_says_how_to_give_points_where_no_rubric_does(
    points: int, rubric: tuple[Criterion, ...], part: str | None
) -> None:
    text = seen(key.render(quiz_of(Essay("They fell.", rubric), points=points), Build()))
    assert (RULE in text) == (part is not None)
    assert ("a part of that" in text) == bool(part)
    assert (part or "") in text


@pytest.mark.parametrize("order", ["kind", "brief"])
def test_the_rule_stands_once_and_only_where_something_is_open(order: str) -> None:
    open_ones = (Essay("One."), Essay("Two."), Essay("Three.", RUBRIC))
    build = Build(paper=Paper(order="brief" if order == "brief" else "kind"))
    assert seen(key.render(quiz_of(*open_ones, Words("x")), build)).count(RULE) == 1
    assert RULE not in seen(key.render(quiz_of(Words("x"), open_ones[2]), build))


@pytest.mark.parametrize(
    ("points", "rubric", "row"),
    [
        (1, (), "1 They fell. 1: all of it 1"),
        (2, (), "1 They fell. 2: all of it · 1: a part 2"),
        (4, (), "1 They fell. 4: all of it · 1–3: a part 4"),
        (3, RUBRIC, "1 They fell. 2 – the critics’ view · 1 – the reason 3"),
    ],
)
def test_the_quick_key_has_a_short_model_and_its_points(
    points: int, rubric: tuple[Criterion, ...], row: str
) -> None:
    of = quiz_of(Essay("They fell.", rubric), points=points)
    assert row in seen(quick_key.render(of, Build()))


def test_a_long_model_is_cut_in_the_quick_key() -> None:
    text = seen(quick_key.render(quiz_of(Essay("word " * 100)), Build()))
    assert 10 < text.count("word") < 50
    assert "word …" in text


@pytest.mark.parametrize("lang", languages())
def test_every_language_has_its_own_rules(lang: str) -> None:
    of = quiz_of(Essay("x"), points=2)
    english = (seen(module.render(of, Build())) for module in (key, quick_key))
    own = (seen(module.render(replace(of, lang=lang), Build())) for module in (key, quick_key))
    for words, said in zip(english, own, strict=True):
        assert (RULE in said or "all of it" in said) == (lang == "en"), words


def choice(*wrong: str, why: str = "", order: Order = "listed") -> Choice:
    return Choice("1991", tuple(Option(text, why) for text in wrong), order=order)


@pytest.mark.parametrize(
    ("wrong", "other", "kind", "said"),
    [
        (choice("3 May"), Words("3 May"), "date", "B 3 May – right answer of question 2"),
        (choice("the Union"), Words("The union"), "date", "– right answer of question 2"),
        (choice("$5"), Figure("5", "$"), "date", "B $5 – right answer of question 2"),
        (choice("3 May", why="too late"), Words("3 May"), "date", "B 3 May – too late"),
        (choice("3 May"), Words("4 May"), "date", ""),
        (choice("3 May"), Words("3 May"), "number", ""),
        (choice("3 May"), Words("4 May", ("3 May",)), "date", ""),
    ],
    ids=["a date", "in other letters", "a figure", "the file knows", "another", "of another kind",
         "also right there"],
)  # fmt: skip
def test_the_key_says_of_which_question_a_wrong_option_is_the_answer(
    wrong: Choice, other: Response, kind: Kind, said: str
) -> None:
    of = quiz_of(wrong, other)
    first, second = of.items
    of = replace(of, items=(first, replace(second, kind=kind)))
    text = seen(key.render(of, Build()))
    assert said in text
    assert ("right answer of question" in text) == ("right answer" in said)


def test_it_names_the_question_by_its_number_in_the_version() -> None:
    years = ["1991", "1992", "1993", "1994", "1995"]
    responses = [
        Choice(year, tuple(Option(other) for other in years if other != year), order="sorted")
        for year in years
    ]
    build = Build(paper=Paper(versions=3))
    for place in range(3):
        text = seen(key.render(quiz_of(*responses), build), place)
        numbers = {
            answer: int(number) for number, answer in re.findall(r"(\d) Ask\d [A-E] (\d{4})", text)
        }
        wrong = re.findall(r"[A-E] (\d{4}) – right answer of question (\d)", text)
        assert len(wrong) == 20
        assert all(numbers[year] == int(number) for year, number in wrong)


@pytest.mark.parametrize("render", [answer_sheet.render, answer_sheet.render_overlay])
def test_the_answer_sheet_has_one_line_for_all_that_is_answered_on_the_paper(
    render: Callable[[Quiz, Build], tuple[Artifact, ...]],
) -> None:
    of = quiz_of(*[Essay("x")] * 4, Words("y"))
    text = seen(render(of, Build()))
    assert "On the paper: 2–5 " in text
    assert text.count("2–5") == len(re.findall(r"\b[2-4]\b", text)) == 1
    assert "On the paper" not in seen(render(quiz_of(Words("y")), Build()))
