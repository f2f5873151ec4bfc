"""Room on the student's paper, measured on the printed page: air, columns, what stands in step."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

import pytest

from briefquiz.outputs.paper import quiz
from briefquiz.quiz import (
    Build,
    Choice,
    Essay,
    Figure,
    Gap,
    Gaps,
    Option,
    Pairs,
    Paper,
    Quiz,
    Response,
    TrueFalse,
    Words,
)
from briefquiz.quiz import Print as Kind
from tests.outputs import ink
from tests.outputs.conftest import Paper as Printed
from tests.outputs.conftest import Print, Word
from tests.outputs.samples import example_quiz, long_quiz, sample_quiz

MM = 72 / 25.4
"""Points in a millimetre."""
PAPERS: tuple[tuple[Kind, str], ...] = (
    ("normal", "A4"),
    ("normal", "Letter"),
    ("large", "Letter"),
    ("dyslexia", "A4"),
)
LINES: dict[Kind, float] = {"normal": 15, "large": 24, "dyslexia": 20}
"""A little less than a line of each print is high."""
LETTERS = re.compile("[A-Z]")
NUMBER = re.compile(r"\d\d?")


def of(responses: Iterable[Response], prompt: str = "What does the brief say?") -> Quiz:
    """A quiz of these responses."""
    item = replace(sample_quiz().items[0], prompt=prompt)
    items = (replace(item, id=f"i{n}", response=each) for n, each in enumerate(responses))
    return replace(sample_quiz(), items=tuple(items))


def sheet(asked: Quiz, shown: Kind = "normal") -> str:
    (made,) = quiz.render(asked, Build(paper=Paper(prints=(shown,))))
    return made.data.decode()


def numbers(printed: Printed, page: int) -> Iterator[Word]:
    """The numbers of questions on a page."""
    edge = (printed.size[0] - 174 * MM) / 2
    for word in printed.words:
        if word.page == page and word.left < edge + 2 * MM and NUMBER.fullmatch(word.text):
            yield word


WRITTEN: tuple[Response, ...] = (
    *(Words("Velm"), Figure("5", "%"), Words("a long answer " * 9)) * 4,
    *(Essay("."),) * 8,
)


@pytest.mark.parametrize(("shown", "paper"), PAPERS)
def test_questions_stand_further_apart_than_lines_to_write_on(
    either: Print, shown: Kind, paper: str
) -> None:
    printed = either(sheet(of(WRITTEN), shown), paper)
    apart: list[float] = []
    between: list[float] = []
    for page, inked in enumerate(ink.pages(printed.pdf)):
        rules = [r.top for r in inked.rules(30 * MM) if r.length < 170 * MM]
        tops = [inked.first(w.left, w.right, w.top, w.bottom) for w in numbers(printed, page)]
        for above, below in pairwise(rules):
            after = [top for top in tops if above < top < below]
            apart += [top - above for top in after[:1] if above > tops[0]]
            between += [below - above] * (not after and above > tops[0])
    assert len(apart) > 8
    assert len(between) > 8
    assert min(apart) > 1.1 * max(between)


@pytest.mark.parametrize(("shown", "paper"), PAPERS)
@pytest.mark.parametrize("asked", [long_quiz(), of(WRITTEN), example_quiz()])
def test_a_line_stays_clear_above_the_foot(
    either: Print, asked: Quiz, shown: Kind, paper: str
) -> None:
    inked = ink.pages(either(sheet(asked, shown), paper).pdf)
    assert len(inked) > 2
    for page in inked:
        foot = max(rule.top for rule in page.rules(30 * MM))
        assert page.clear(foot - LINES[shown], foot - 0.5)


SHORT: tuple[Response, ...] = (
    *(
        Choice(texts[0], tuple(map(Option, texts[1:])))
        for texts in (
            ("5", "6", "7", "8"),
            ("about 2,000", "about 2,500", "about 3,000"),
            ("October 2022", "November 2023", "May 2024", "June 2025"),
        )
    ),
    TrueFalse(True),
)


@pytest.mark.parametrize(("shown", "paper"), PAPERS)
def test_short_options_begin_in_the_same_columns(either: Print, shown: Kind, paper: str) -> None:
    printed = either(sheet(of(SHORT), shown), paper)
    starts: dict[str, list[float]] = {}
    told = [word.top for word in printed.words if word.text == "Fill"]  # in T for true …
    for word in printed.words:
        if LETTERS.fullmatch(word.text) and min(abs(word.top - top) for top in told) > 3:
            starts.setdefault(word.text, []).append((word.left + word.right) / 2)
    assert {letter: len(found) for letter, found in starts.items()} == {
        "A": 3, "B": 3, "C": 3, "D": 2, "T": 1, "F": 1,
    }  # fmt: skip
    for columns in (starts["A"] + starts["T"], starts["B"] + starts["F"], starts["C"], starts["D"]):
        assert max(columns) - min(columns) < 0.5


def test_options_of_middling_length_begin_in_two_of_these_columns(either: Print) -> None:
    texts = ("21 September 2023", "7 October 2022", "9 August 2022", "3 July 2023")
    middling = Choice(texts[0], tuple(map(Option, texts[1:])))
    words = either(sheet(of((SHORT[0], middling))), "A4").words
    at = {letter: [w.left for w in words if w.text == letter] for letter in "ABCD"}
    assert at["B"][1] == pytest.approx(at["C"][0], abs=0.5)
    assert at["C"][1] == pytest.approx(at["A"][0], abs=0.5)


def test_both_sides_of_a_match_stand_in_step(either: Print) -> None:
    """A side that takes two lines makes room on the other side."""
    long = "report figures that nobody else is able to verify today"
    pairs = (("one actor of whom little is known", "deed1"), ("two", "deed2"), ("three", long))
    printed = either(sheet(of((Pairs(pairs, ("deed4",)),))), "A4")
    tops = {word.text: word.top for word in printed.words}
    boxes = [word for word in printed.words if LETTERS.fullmatch(word.text)]
    lefts = sorted(tops[word] for word in ("one", "two", "three"))
    rights = sorted(tops[word] for word in ("deed1", "deed2", "report", "deed4"))
    assert len(boxes) == 4
    assert rights[:3] == pytest.approx(lefts, abs=1)


def test_only_lines_with_a_gap_are_set_wide(either: Print) -> None:
    text = "Alpha " + "which the ministry announced in the capital on Monday " * 4 + "is due to "
    printed = either(sheet(of((Gaps((text, Gap("x"), ".")),))), "A4")
    start = next(word for word in printed.words if word.text == "Alpha")
    tops = sorted({round(w.top, 1) for w in printed.words if abs(w.left - start.left) < 1})
    lines = [b - a for a, b in pairwise(t for t in tops if -1 < t - start.top < 100)]
    assert len(lines) > 1
    assert min(lines) < 1.4 * 12
    assert max(lines) < 2.1 * 12


def test_a_gap_stays_on_the_line_that_has_room_for_it(either: Print) -> None:
    """WeasyPrint took it to the next one if a space hung over the end."""
    rest = " Corvania had registered 118,000 refugees of school age, that is, aged 6–17."
    words = either(sheet(of((Gaps(("By ", Gap("x"), rest)),))), "A4").words
    (by,), (corvania,) = ([w.top for w in words if w.text == text] for text in ("By", "Corvania"))
    assert by == pytest.approx(corvania, abs=0.5)


@pytest.mark.parametrize(("shown", "letters"), [("normal", 88), ("large", 56), ("dyslexia", 56)])
def test_a_title_has_the_foot_line_to_itself(either: Print, shown: Kind, letters: int) -> None:
    title = ("A title as long as the foot line has room, of words of common length, " * 2)[:letters]
    printed = either(sheet(replace(of(SHORT[:1]), title=title), shown), "Letter")
    foot = max(word.top for word in printed.words)
    line = [word.text for word in printed.words if abs(word.top - foot) < 3]
    assert " ".join(line) == f"{title.rstrip()} Page 1 of 1"


def test_a_day_is_not_parted_from_its_month() -> None:
    asked = of((Words("x"),), "Why was the test abolished on 1 February 2026?")
    assert "on 1\u00a0February 2026?" in sheet(asked)
