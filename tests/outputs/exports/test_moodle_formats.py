"""GIFT and Moodle XML: what comes back is what went out, or its loss was announced."""

import os
import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefquiz.outputs import arrange
from briefquiz.outputs.exports import gift, moodle
from briefquiz.questions import to_item
from briefquiz.quiz import (
    Choice,
    Choices,
    Exported,
    Figure,
    Gap,
    Gaps,
    Item,
    Option,
    Pairs,
    Quiz,
    Response,
    Words,
)
from tests.outputs.exports import read_gift, read_moodle, read_pegjs
from tests.outputs.exports.conftest import Judge
from tests.outputs.exports.raw import Raw, flat, lost, meant, said, shown, tidy, typed
from tests.outputs.samples import HOSTILE, example_quiz, hostile_quiz, sample_quiz
from tests.test_properties import any_question, sound

LEGAL = {
    100, 90, 83.33333, 80, 75, 70, 66.66667, 60, 50, 40, 33.33333, 30, 25, 20, 16.66667, 14.28571,
    12.5, 11.11111, 10, 5,
}  # fmt: skip
"""The fractions that Moodle takes, in per cent; and those below nought, and nought."""

thorough = settings(
    max_examples=150,
    deadline=None,
    derandomize="CI" in os.environ,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
hostile = st.sampled_from(HOSTILE)
texts = st.one_of(hostile, hostile.map(lambda text: f"A {text}"), st.text(min_size=1, max_size=20))
numbers = st.sampled_from(
    ["around 1.4 million", "1.4 million", "1.5%", "2,000", "-5", "−3.5", "$52.7 billion",
     "up to 20", "three", "0", "12 per cent", "between 3 and 5", "20 or so",
     "3 weeks", "1,2,3", "5.", "1.50"]
)  # fmt: skip
figures = st.builds(
    Figure,
    answer=numbers,
    unit=st.sampled_from(["", "$", "weeks", "%"]),
    tolerance=st.sampled_from(["", "0.5", "10"]),
    accept=st.lists(numbers, max_size=3).map(tuple),
)
many = st.builds(
    lambda right, wrong: Choices(
        tuple(f"right {n}" for n in range(right)), tuple(Option(f"no {n}") for n in range(wrong))
    ),
    right=st.integers(1, 22),
    wrong=st.integers(0, 22),
)
gaps = st.builds(
    lambda before, answer, hint, after: Gaps((before, Gap(answer, hint), after)),
    *[texts] * 4,
)
own_items = st.builds(
    Item,
    id=st.from_regex(r"[a-z0-9]{1,60}", fullmatch=True),
    kind=st.just("number"),
    prompt=st.sampled_from(["How many?", "About how many?", "Up to how much?"]),
    response=st.one_of(figures, many, gaps, st.builds(Words, answer=texts)),
    points=st.integers(1, 7),
)
items = st.one_of(any_question().filter(sound).map(to_item), own_items)
quizzes = st.builds(
    Quiz,
    name=st.just("any"),
    id=st.one_of(hostile, st.text(min_size=1, max_size=150)),
    title=st.one_of(hostile, st.text(max_size=300)),
    items=st.lists(items, min_size=1, max_size=6, unique_by=lambda item: item.id).map(tuple),
    source=hostile,
)


def back_from_gift(exported: Exported) -> list[Raw]:
    return read_gift.read(exported.artifacts[0].data.decode())[1] if exported.artifacts else []


def back_from_xml(exported: Exported) -> list[Raw]:
    return read_moodle.read(exported.artifacts[0].data)[1] if exported.artifacts else []


def compare(quiz: Quiz, exported: Exported, back: list[Raw]) -> None:
    """Every item came back as it is, or what differs is among its losses."""
    found = {raw.name.split(" ", 1)[1]: raw for raw in back}
    assert len({raw.id for raw in back}) == len(back)
    assert {loss.item for loss in exported.losses} <= {item.id for item in quiz.items}
    for item in quiz.items:
        missing = lost(exported.losses, item)
        if "question" in missing:
            assert item.id not in found
            continue
        raw = found[item.id]
        assert raw.id.endswith(f"/{item.id}") or len(raw.id) == 32
        assert len(raw.id) <= 100
        _ordered(quiz, item, raw, missing)
        _same(item, raw, missing)
        _fair(raw)
    assert [raw.name for raw in back] == sorted(raw.name for raw in back)


def _ordered(quiz: Quiz, item: Item, raw: Raw, missing: set[str]) -> None:
    """Options that are not to be shuffled stand as on paper; where anything is, it is said."""
    if not isinstance(item.response, Choice):
        return
    fixed = bool(item.response.last) or not arrange.is_shuffled(item.response)
    if raw.shuffled is None:
        assert ("order" in missing) == fixed
    else:
        assert raw.shuffled != fixed
    printed = [tidy(option.text) for option in arrange.choice(quiz, item, item.response)]
    assert [tidy(shown(answer.text)) for answer in raw.answers] == printed


def _same(item: Item, raw: Raw, missing: set[str]) -> None:
    wanted, got = meant(item), said(raw)
    if "tag" in missing:
        wanted["tags"] = got["tags"]
    if got["points"] is None:
        assert item.points == 1 or "points" in missing
    if got["points"] is None or missing & {"point", "points"}:
        wanted["points"] = got["points"]
    match item.response:
        case Gaps() as response:
            _same_gaps(item, response, raw)
            wanted |= {name: got[name] for name in ("prompt", "response")}
        case Figure() as response:
            _same_figure(response, raw, missing)
            wanted["response"] = got["response"]
        case Words() if "form" in missing:
            assert set(got["response"][1]) <= set(wanted["response"][1])
            wanted["response"] = got["response"]
        case _:
            pass
    assert got == wanted


def _same_gaps(item: Item, response: Gaps, raw: Raw) -> None:
    """All gaps in the text; or one, shown as a blank and answered below."""
    got = said(raw)
    if raw.type == "cloze":
        assert got["prompt"] == flat(item)
        return
    (gap,) = (part for part in response.parts if isinstance(part, Gap))
    assert got["response"] == ("typed", [typed(gap.answer)], "")
    parts = (part if isinstance(part, str) else blank(part) for part in response.parts)
    assert got["prompt"] == tidy("".join(parts))


def blank(gap: Gap) -> str:
    hint = " ".join(tidy(gap.hint).split())
    return "____" + (f" ({hint})" if hint else "")


def _same_figure(figure: Figure, raw: Raw, missing: set[str]) -> None:
    """Graded as a number: the one printed, within the tolerance. Else typed, as printed."""
    response = said(raw)["response"]
    note = response[-1]
    unit = " ".join(tidy(figure.unit).split())
    assert unit in note
    if response[0] == "typed":
        assert not figure.tolerance or "tolerance" in missing
        assert typed(figure.answer) in response[1]
        assert {typed(form) for form in figure.accept if typed(form)} <= set(response[1])
        return
    digits = re.search(r"\d[\d,]*(\.\d+)?", figure.answer)
    assert digits
    sign = -1 if re.match(r"[-−]", figure.answer.strip()) else 1
    value = sign * float(digits.group().replace(",", ""))
    assert (value, float(figure.tolerance or 0)) in response[1]
    (printed,) = response[2]
    assert typed(figure.answer) in printed.casefold()
    assert "form" in missing or len(response[1]) <= 1 + len(figure.accept)


def _fair(raw: Raw) -> None:
    """All right answers together are worth everything, in fractions that Moodle takes."""
    percents = [answer.percent for answer in raw.answers]
    assert all(abs(percent) in LEGAL or percent == 0 for percent in percents)
    if raw.type == "multichoice" and not raw.single:
        assert abs(sum(p for p in percents if p > 0) - 100) < 0.001
    if raw.type in ("shortanswer", "numerical"):
        assert set(percents) == {100}


AWKWARD: tuple[Response, ...] = (
    Words("[html] is a tag", ("[plain]", "[sound]")),
    Words("50%", ("%50%", "%a")),
    Words("a*b", (r"a\*b", "**")),
    Words("T", ("FALSE", "#")),
    Choice("%50% of it", (Option("%a", "[html]"), Option("[plain] x"), Option("=~#"))),
    Gaps((Gap("R&"), " and ", Gap("D"), " {1:SHORTANSWER:=x} ", Gap("&amp;", "{h}"))),
    Gaps((Gap(r"a\}b"), " and ", Gap(r"a\#b"), " and ", Gap(r"c\ "), Gap("~}#{"))),
    Gaps((Gap("[html]"), " stands here")),
    Pairs((("a -> b", "c -> d"), ("=~", "&lt;")), ("c -> d", "e", "e")),
)
"""What means something to an importer, in the places where it does."""


@pytest.mark.parametrize("response", AWKWARD)
def test_what_means_something_to_an_importer_is_text(response: Response, gift_pegjs: Judge) -> None:
    item = Item(id="q", kind="date", prompt="[html] %1% // ::a:: ->?", response=response)
    quiz = replace(sample_quiz(), items=(item,))
    in_gift, in_xml = gift.export(quiz), moodle.export(quiz)
    compare(quiz, in_gift, back_from_gift(in_gift))
    compare(quiz, in_xml, back_from_xml(in_xml))
    assert in_xml.artifacts
    if in_gift.artifacts:
        parsed = gift_pegjs(in_gift.artifacts[0].data.decode())
        compare(quiz, in_gift, read_pegjs.questions(parsed))


@pytest.mark.parametrize(
    "quiz", [sample_quiz(), hostile_quiz(), example_quiz()], ids=lambda quiz: quiz.name
)
@pytest.mark.parametrize(
    ("export", "back"),
    [(gift.export, back_from_gift), (moodle.export, back_from_xml)],
    ids=["gift", "moodle"],
)
def test_the_samples_come_back(
    quiz: Quiz, export: Callable[[Quiz], Exported], back: Callable[[Exported], list[Raw]]
) -> None:
    exported = export(quiz)
    found = back(exported)
    assert len(found) > len(quiz.items) * 0.8
    compare(quiz, exported, found)
    assert export(quiz) == exported


@pytest.mark.parametrize(
    "quiz", [sample_quiz(), hostile_quiz(), example_quiz()], ids=lambda quiz: quiz.name
)
def test_another_reader_finds_the_same_in_gift(quiz: Quiz, gift_pegjs: Judge) -> None:
    exported = gift.export(quiz)
    compare(quiz, exported, read_pegjs.questions(gift_pegjs(exported.artifacts[0].data.decode())))


@thorough
@given(quizzes)
def test_any_quiz_through_gift(gift_pegjs: Judge, quiz: Quiz) -> None:
    exported = gift.export(quiz)
    compare(quiz, exported, back_from_gift(exported))
    if exported.artifacts:
        parsed = gift_pegjs(exported.artifacts[0].data.decode())
        compare(quiz, exported, read_pegjs.questions(parsed))


@thorough
@given(quizzes)
def test_any_quiz_through_moodle_xml(quiz: Quiz) -> None:
    exported = moodle.export(quiz)
    compare(quiz, exported, back_from_xml(exported))
