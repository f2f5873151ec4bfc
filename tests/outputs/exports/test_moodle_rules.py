"""Rules of Moodle's that a round trip does not show: fractions, names, identities, what is lost."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from briefquiz.outputs.exports import figures, gift, moodle, moodle_names, moodle_types
from briefquiz.outputs.exports.figures import Number
from briefquiz.quiz import (
    Choice,
    Choices,
    Essay,
    Exported,
    Figure,
    Gap,
    Gaps,
    Item,
    Option,
    Pairs,
    Quiz,
    Response,
    Sequence,
    Words,
)
from tests.outputs.samples import sample_quiz


def quiz_of(response: Response, **more: object) -> Quiz:
    values = {"id": "q", "kind": "date", "prompt": "Asked?", "response": response, **more}
    return Quiz(name="n", id="quiz", title="Title", items=(Item(**values),))  # type: ignore[arg-type]


def text(exported: Exported) -> str:
    return exported.artifacts[0].data.decode()


@pytest.mark.parametrize("count", range(1, 21))
def test_right_options_are_worth_everything_and_ticking_all_is_worth_nothing(count: int) -> None:
    shares = [float(share) for share in moodle_types.right_shares(count)]
    assert len(shares) == count
    assert sum(shares) == pytest.approx(100, abs=0.001)
    if count <= 10:
        assert len(set(shares)) == 1
        assert count * float(moodle_types.wrong_share(count)) == pytest.approx(-100, abs=0.001)
    assert -10 <= float(moodle_types.wrong_share(count + 10)) <= -5


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("2,000", Number("2000", "")),
        ("1.50", Number("1.50", "")),
        ("−3.5", Number("-3.5", "")),
        ("1.4 million", Number("1.4", "million")),
        ("1.5%", Number("1.5", "%")),
        ("12 per cent", Number("12", "per cent")),
        ("3 weeks", Number("3", "weeks")),
        ("$52.7 billion", Number("52.7", "billion $")),
        ("1,2,3", None),
        ("2019–21", None),
        ("20 or so", None),
        ("between 3 and 5", None),
        ("three", None),
        ("A380", None),
        ("1.4.2", None),
    ],
)
def test_what_is_a_number_to_compute_with(written: str, number: Number | None) -> None:
    assert figures.number(written) == number


@pytest.mark.parametrize(
    ("prompt", "answer", "bare"),
    [
        ("About how many?", "around 1.4 million", "1.4 million"),
        ("Up to how many?", "up to 3 million", "3 million"),
        ("How many?", "around 1.4 million", "around 1.4 million"),
        ("How many acts about trade?", "around 40", "around 40"),
        ("About how many?", "some", "some"),
        ("How many?", "1.4 million", "1.4 million"),
    ],
)
def test_a_hedge_may_be_left_out_only_if_the_prompt_has_said_so(
    prompt: str, answer: str, bare: str
) -> None:
    assert figures.bare(answer, prompt) == bare


@pytest.mark.parametrize(
    ("figure", "note"),
    [
        (Figure("2,000"), "Answer with a number."),
        (Figure("1.4 million"), "Answer with a number in millions."),
        (Figure("52.7 billion", "$"), "Answer with a number in billion $."),
        (Figure("1.5%"), "Answer with a number in %."),
        (Figure("3", "weeks"), "Answer with a number in weeks."),
        (Figure("about three", "weeks"), "Answer in weeks."),
        (Figure("three"), ""),
    ],
)
def test_the_student_is_told_what_to_answer_in(figure: Figure, note: str) -> None:
    quiz = quiz_of(figure)
    assert moodle_types.ask(quiz, quiz.items[0]).note == note


GIFT_LOSSES: list[tuple[Response, list[str]]] = [
    (Words("plain"), []),
    (Words("a -> b"), ["the question: “a -> b” means something else in GIFT"]),
    (Words("a", ("a->b",)), ["the form: “a->b” means something else in GIFT"]),
    (Words("a &&058; b"), ["the question: “a &&058; b” means something else in GIFT"]),
    (Words("\x07"), ["the question: its answer has no words that can be shown"]),
    (Gaps(("a ", Gap("b"), " c ", Gap("d"))), ["the question: it has 2 gaps"]),
    (Choice("a", ()), ["the question: a choice needs two options"]),
    (Choice("a", (Option("b"),), last="c"), ["the order of its options (Moodle may shuffle them)"]),
    (Choice("a", (Option(" "),)), ["the question: an option has no words that can be shown"]),
    (Choice("a", (Option("b"),), last="a"), ["the question: two of its options read alike"]),
    (
        Choices(tuple("abcdefghijk"), (Option("z"),)),
        ["the equal worth of its 11 right options"],
    ),
    (
        Choices(tuple("abcdefghijklmnopqrstu")),
        ["the question: it has 21 right options, more than 20"],
    ),
    (Figure("about three", tolerance="1"), ["the tolerance of ± 1"]),
    (Figure("3", tolerance="1", accept=("three",)), ["the form “three” of its figure"]),
    (Pairs((("a", "b"),)), ["the question: it needs two pairs with words that can be shown"]),
    (Pairs((("a", "b"), ("c", "d")), ("d",)), ["the right side “d” once more"]),
    (Sequence(("a", "a", "b")), ["the question: two of its left sides read alike"]),
]


@pytest.mark.parametrize(("response", "lost"), GIFT_LOSSES)
def test_what_gift_cannot_hold_is_said(response: Response, lost: list[str]) -> None:
    exported = gift.export(quiz_of(response))
    assert [loss.message for loss in exported.losses] == lost
    assert bool(exported.artifacts) != any(message.startswith("the question") for message in lost)


@pytest.mark.parametrize(
    ("points", "first", "second", "lost"),
    [
        (2, 1, 1, []),
        (4, 2, 2, []),
        (3, 2, 1, ["the equal worth of its 2 gaps"]),
        (1, 1, 1, ["its 1 point (each of its 2 gaps is worth one)"]),
    ],
)
def test_the_points_of_a_cloze_are_those_of_its_gaps(
    points: int, first: int, second: int, lost: list[str]
) -> None:
    exported = moodle.export(quiz_of(Gaps((Gap("a"), " and ", Gap("b"))), points=points))
    assert f"{{{first}:SHORTANSWER:=a}} and {{{second}:SHORTANSWER:=b}}" in text(exported)
    assert [loss.message for loss in exported.losses] == lost


@pytest.mark.parametrize("export", [gift.export, moodle.export])
def test_tags_are_cleaned_as_moodle_would_and_that_is_said(
    export: Callable[[Quiz], Exported],
) -> None:
    long = "x" * 60
    tags = ("law", "LAW", "a<b", long, "two  words")
    exported = export(quiz_of(Words("a"), tags=tags))
    assert [loss.message for loss in exported.losses] == [
        "the tag “a<b” as it is written",
        f"the tag “{long}” as it is written",
    ]
    assert [tag in text(exported) for tag in ("law", "LAW", "ab", "x" * 50, "two words")] == [
        True, False, True, True, True,
    ]  # fmt: skip
    assert "x" * 51 not in text(exported)


def test_identities_come_from_the_file_and_the_question() -> None:
    quiz = sample_quiz()
    item = quiz.items[0]
    assert moodle_names.identifier(quiz, item) == "chips-strategy/act-signed"
    other = replace(item, prompt="Reworded?", points=9)
    assert moodle_names.identifier(quiz, other) == moodle_names.identifier(quiz, item)
    accented = moodle_names.identifier(replace(quiz, id="été"), item)
    assert re.fullmatch(r"ete-[0-9a-f]{8}/act-signed", accented)
    assert len(moodle_names.identifier(quiz, replace(item, id="x" * 100))) == 32


@pytest.mark.parametrize(
    ("title", "path"),
    [
        ("Oil & Gas <2025>", "top/Oil & Gas ‹2025›"),
        ("and/or", "top/and//or"),
        ("/both/", "top/ //both// "),
        (" two\nlines ", "top/two lines"),
        ("\x00", "top/n"),
        ("$course$", "top/$course$"),
    ],
)
def test_the_category_is_the_title(title: str, path: str) -> None:
    assert moodle_names.category(replace(quiz_of(Words("a")), title=title)) == path


def test_names_sort_as_the_questions_stand() -> None:
    items = tuple(
        Item(id=f"q{n}", kind="date", prompt="?", response=Words("a")) for n in range(1, 12)
    )
    quiz = replace(quiz_of(Words("a")), items=items)
    names = [moodle_names.name(quiz, n, item) for n, item in enumerate(items, 1)]
    assert names[:2] == ["01 q1", "02 q2"]
    assert names == sorted(names)


@pytest.mark.parametrize(
    ("lines", "height"), [(1, 5), (5, 5), (6, 10), (12, 15), (40, 40), (60, 40)]
)
def test_the_box_for_an_essay_is_at_least_as_high_as_on_paper(lines: int, height: int) -> None:
    exported = moodle.export(quiz_of(Essay("model", lines=lines)))
    assert f"<responsefieldlines>{height}<" in text(exported)


def test_filters_of_moodle_find_nothing_to_filter() -> None:
    exported = moodle.export(quiz_of(Words("a"), prompt=r"$$x$$ \(y\) [tex]z[/tex] @@PLUGINFILE@@"))
    for mark in ("$$", "\\(", "[tex]", "@@"):
        assert mark not in text(exported)
