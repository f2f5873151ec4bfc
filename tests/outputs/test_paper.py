"""The student's sheet tells nothing, the key everything; both print well."""

import html
import re
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings

from briefquiz.outputs import OUTPUTS, arrange, evidence
from briefquiz.outputs.handouts import pages, practice
from briefquiz.outputs.paper import answer_sheet, key, quiz
from briefquiz.outputs.text import printable
from briefquiz.quiz import (
    Build,
    Choice,
    Choices,
    Essay,
    Figure,
    Gap,
    Gaps,
    Item,
    Option,
    Pairs,
    Paper,
    Quiz,
    Sequence,
    TrueFalse,
    Words,
)
from tests.outputs.random_quizzes import word_quizzes
from tests.outputs.samples import HOSTILE, hostile_quiz, long_quiz, sample_quiz


def student(of: Quiz) -> str:
    (sheet,) = quiz.render(of, Build())
    return sheet.data.decode()


def teacher(of: Quiz) -> str:
    (sheet,) = key.render(of, Build())
    return sheet.data.decode()


def texts(source: str) -> str:
    """What a reader sees, white space evened out."""
    body = source.partition("<body>")[2]
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", body)).split())


def secrets(item: Item) -> Iterator[str]:
    """Words that must not stand in the student's sheet."""
    yield from (source.quote for source in item.sources)
    yield from item.fact.values()
    yield item.explain
    match item.response:
        case Choice(distractors=wrong) | Choices(distractors=wrong):
            yield from (option.why for option in wrong)
        case Words(answer=answer, accept=accept) | Figure(answer=answer, accept=accept):
            yield from (answer, *accept)
        case Gaps(parts=parts):
            yield from (part.answer for part in parts if isinstance(part, Gap))
        case Essay(model=model, rubric=rubric):
            yield from (model, *(criterion.text for criterion in rubric))
        case _:
            pass


def told(item: Item) -> Iterator[str]:
    """Words that the student's sheet prints."""
    yield item.prompt
    match item.response:
        case Choice(answer=answer, distractors=wrong, last=last):
            yield from (answer, last, *(option.text for option in wrong))
        case Choices(answers=right, distractors=wrong):
            yield from (*right, *(option.text for option in wrong))
        case Gaps(parts=parts):
            yield from (part.hint if isinstance(part, Gap) else part for part in parts)
        case Pairs(pairs=pairs, extra=extra):
            yield from (*(text for pair in pairs for text in pair), *extra)
        case Sequence(items=items):
            yield from items
        case _:
            pass


@pytest.mark.parametrize("of", [sample_quiz(), long_quiz()], ids=["sample", "long"])
def test_the_students_sheet_holds_no_answer(of: Quiz) -> None:
    known = replace(of, items=tuple(replace(i, fact={"when": "the fact"}) for i in of.items))
    rest = html.unescape(student(known))
    printed = {text for item in of.items for text in told(item) if text}
    for text in sorted(printed, key=len, reverse=True):
        rest = rest.replace(text, "")
    for item in known.items:
        assert item.id not in rest
        for secret in filter(None, secrets(item)):
            assert secret not in rest, item.id


def test_options_differ_in_nothing_but_letter_and_text() -> None:
    rows = re.findall(r"<li class=\"option.*?</li>", student(long_quiz()))
    assert len(rows) > 30
    for row in rows:
        assert re.fullmatch(
            r'<li class="option"><span class="mark( mark--square)?">[A-Z]</span>'
            r"<span>[^<]+</span></li>",
            row,
        )


def test_another_right_option_changes_no_markup() -> None:
    """Whichever option is right: the sheets differ in the order of options at most."""

    def sheet(answer: str, *wrong: str) -> list[str]:
        response = Choices((answer,), tuple(replace(OPTION, text=text) for text in wrong))
        item = replace(sample_quiz().items[0], response=response)
        return student(replace(sample_quiz(), items=(item,))).splitlines()

    OPTION = sample_quiz().items[1].response.distractors[0]  # type: ignore[union-attr]  # noqa: N806
    assert sheet("a", "b", "c") == sheet("b", "a", "c") == sheet("c", "b", "a")


@pytest.mark.parametrize("sheet", [student, teacher], ids=["quiz", "key"])
def test_nothing_is_loaded_and_nothing_runs(sheet: Callable[[Quiz], str]) -> None:
    source = sheet(hostile_quiz())
    tags = set(re.findall(r"<([a-z][a-z0-9]*)", source))
    assert not tags & {"script", "link", "img", "iframe", "object", "base", "form"}
    attributes = " ".join(re.findall(r"<[a-z][^<>]*>", source))
    assert not re.search(r"\s(?:src|href|style|on\w+)=", attributes)
    assert source.count("<style>") == source.count("</style>") == 1
    styles = source.partition("<style>")[2].partition("</style>")[0]
    assert "url(" not in styles
    assert "@import" not in styles


@pytest.mark.parametrize("title", [*HOSTILE, '"; } body { display: none } a::before { content: "'])
def test_a_title_stays_text_even_in_the_style_sheet(title: str) -> None:
    source = student(replace(sample_quiz(), title=title))
    assert source.count("</style>") == 1
    styles = source.partition("<style>")[2].partition("</style>")[0]
    (foot,) = re.findall(r'--foot-title: "([^"]*)"; --foot-version: "";', styles)
    assert not re.search(r"[<>{};]", foot)
    assert "\n" not in foot
    assert printable(title) in html.unescape(source.partition("<body>")[2])


def test_hostile_texts_stand_in_both_sheets_as_text() -> None:
    quiz_text = html.unescape(student(hostile_quiz()))
    key_text = html.unescape(teacher(hostile_quiz()))
    for text in map(printable, HOSTILE):
        assert f"Q {text}" in quiz_text
        assert f"D {text}" in quiz_text
        assert f"Q {text}" in key_text
        assert f"A {text}" in key_text


def test_head_and_foot() -> None:
    source = student(sample_quiz())
    assert '<html lang="en">' in source
    assert "<title>How a shortage became a strategy – Quiz</title>" in source
    seen = texts(source)
    assert "Quiz · Technology note, January 2025 How a shortage" in seen
    assert "Name Class Date Score / 23 10 questions, 23 points;" in seen
    assert seen.endswith("Have you answered all 10 questions?")


def test_parts_follow_each_other_and_numbers_run_through() -> None:
    source = student(long_quiz())
    titles = re.findall(r"Part (\d) &#8195;(.*?)</h2>", source)
    assert titles == [
        ("1", "Choose one"),
        ("2", "Choose all that are right"),
        ("3", "True or false"),
        ("4", "Answer in a few words or a number"),
        ("5", "Complete the sentences"),
        ("6", "Match"),
        ("7", "Put in order"),
        ("8", "Explain"),
    ]
    numbers = re.findall(r'<p class="number">(\d+)</p>', source)
    assert numbers == [str(n) for n in range(1, 31)]
    assert re.findall(r'<p class="number">(\d+)</p>', teacher(long_quiz())) == numbers


def answers(of: Quiz, item: Item) -> list[str]:
    """What the key must print for an item."""
    match item.response:
        case Choice() as response:
            options = arrange.choice(of, item, response)
        case Choices() as response:
            options = arrange.choices(of, item, response)
        case TrueFalse(answer=answer):
            return [f"{str(answer)[0]} {answer}"]
        case Words(answer=answer, accept=accept):
            return [answer, *accept]
        case Figure(answer=answer, unit=unit, tolerance=tolerance, accept=accept):
            return [f"{unit}{answer}", f"Right within ± {tolerance}.", *accept]
        case Gaps(parts=parts):
            return [part.answer for part in parts if isinstance(part, Gap)]
        case Pairs() as response:
            letters = {s.text: s.letter for s in arrange.right_sides(of, item, response)}
            return [f"{letters[right]} {left} – {right}" for left, right in response.pairs]
        case Sequence() as response:
            steps = arrange.scrambled(of, item, response)
            places = [str(response.items.index(step) + 1) for step in steps]
            return [" · ".join(places), *(f"{n} {s}" for n, s in enumerate(response.items, 1))]
        case Essay(model=model, rubric=rubric):
            return [model, *(f"{line.points} {line.text}" for line in rubric)]
    right = [f"{option.letter} {option.text}" for option in options if option.right]
    return right + [f"{o.letter} {o.text} – {o.why}" for o in options if o.why]


def test_the_key_has_every_answer_with_its_proof() -> None:
    of = long_quiz()
    seen = texts(teacher(of))
    for item in of.items:
        for answer in answers(of, item):
            assert " ".join(answer.split()) in seen, item.id
        for source in item.sources:
            assert source.quote in re.sub(r"\s+([.,”])", r"\1", seen).replace("“ ", "“"), item.id
        assert item.explain in seen
    assert "¶ 2" in seen
    assert "Left over: " in seen


def test_the_key_marks_the_answer_in_the_quote() -> None:
    assert "“On <mark>9 August 2022</mark> President" in teacher(sample_quiz())


def test_the_quiz_prints_the_letters_of_the_key() -> None:
    of = long_quiz()
    sheet = texts(student(of))
    for item in of.items:
        if isinstance(item.response, Choice):
            options = arrange.choice(of, item, item.response)
            row = " ".join(f"{option.letter} {option.text}" for option in options)
            assert row in sheet


ALL_PRINTS = Build(paper=Paper(versions=3, prints=("normal", "large", "dyslexia")))


def with_other_answers(item: Item) -> Item:
    """The item with another answer and the same words for a student to read."""
    response = item.response
    match response:
        case Choice(answer=answer, distractors=wrong):
            others = (Option(answer), *wrong[1:])
            response = replace(response, answer=wrong[0].text, distractors=others)
        case Choices(answers=right, distractors=wrong):
            texts = [*right[1:], *(option.text for option in wrong), right[0]]
            others = tuple(map(Option, texts[len(right) :]))
            response = Choices(tuple(texts[: len(right)]), others)
        case TrueFalse(answer=is_true):
            response = TrueFalse(not is_true)
        case Words(answer=answer):
            response = Words(answer[::-1])
        case Figure(answer=answer, unit=unit):
            response = Figure(answer[::-1], unit)
        case Gaps(parts=parts):
            response = Gaps(tuple(Gap("other", p.hint) if isinstance(p, Gap) else p for p in parts))
        case Pairs(pairs=pairs, extra=extra):
            lefts, rights = zip(*pairs, strict=True)
            response = Pairs(tuple(zip(lefts, rights[1:] + rights[:1], strict=True)), extra)
        case Sequence(items=items):
            response = Sequence(items[1:] + items[:1])
        case Essay(lines=lines):
            response = Essay("other", (), lines)
    return replace(item, response=response, explain="other", sources=(), fact={"who": "other"})


@settings(max_examples=30, deadline=None)
@given(word_quizzes())
def test_other_answers_leave_everything_a_student_gets_as_it_is(of: Quiz) -> None:
    """Only the order of the words on paper may hang on the answers: not a class, not an id."""
    other = replace(of, items=tuple(map(with_other_answers, of.items)))
    for module in (quiz, answer_sheet):
        sheets, same = (
            [re.sub(r"t\d{3}\w*|\b1\d{3}\b", "WORD", sheet.data.decode()) for sheet in made]
            for made in (module.render(of, ALL_PRINTS), module.render(other, ALL_PRINTS))
        )
        assert sheets == same


def test_an_empty_quiz_makes_no_sheets() -> None:
    empty = replace(sample_quiz(), items=())
    for name, render in OUTPUTS.items():
        assert name == "apkg" or render(empty, ALL_PRINTS) == ()


@pytest.mark.parametrize(
    ("unit", "whole"),
    [("$", "$5"), ("€", "€5"), ("₸", "₸5"), ("%", "5 %"), ("°", "5 °"), ("m", "5 m"), ("", "5"),
     ("US$", "5 US$")],
)  # fmt: skip
def test_only_a_currency_sign_goes_before_its_figure_on_every_sheet(unit: str, whole: str) -> None:
    response = Figure("5", unit)
    item = Item(id="i", kind="number", prompt="?", response=response)
    of = replace(sample_quiz(), items=(item,))
    assert evidence.figure(response) == whole
    (paper,) = quiz.render(of, Build())
    shown = re.sub("<i .*?</i>", "5", paper.data.decode().partition('class="write ')[2])
    assert shown.partition(">")[2].startswith(whole.replace(" ", "") + "</p>")
    assert practice.question(of, item, pages.words(of, "practice"))["before"] == (whole[0] == unit)
