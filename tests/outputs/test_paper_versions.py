"""Versions: what can move moves, what must not stays, and each key is right for its version."""

import html
import itertools
import re
import time
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings

from briefquiz.outputs import OUTPUTS
from briefquiz.outputs.paper import cross_table, key, overlay, quick_key, quiz
from briefquiz.outputs.paper.parts import Laid, Version, versions
from briefquiz.outputs.paper.solution import boxes
from briefquiz.quiz import (
    Artifact,
    Build,
    Choice,
    Choices,
    Item,
    Option,
    Pairs,
    Paper,
    Quiz,
    Sequence,
)
from tests.outputs.grading import check_key, check_quick_key, letters_on, number_of, right_on
from tests.outputs.random_quizzes import word_quizzes
from tests.outputs.samples import example_quiz, long_quiz, sample_quiz

FOUR = Build(paper=Paper(versions=4))
often = settings(max_examples=40, deadline=None)


def text_of(sheet: Artifact) -> str:
    """What a reader sees, white space evened out."""
    body = sheet.data.decode().partition("<body>")[2]
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", body)).split())


def keyed(laid: Laid) -> object:
    """What the key says of an item, if it can be another in another version."""
    match laid.item.response:
        case Choice(order=order, distractors=wrong) if order != "listed" and wrong:
            return [option.letter for option in laid.options if option.right]
        case Choices(answers=right, distractors=wrong) if right and wrong:
            return [option.letter for option in laid.options if option.right]
        case Pairs(pairs=pairs) if len(pairs) > 2:
            return boxes(laid)
        case Sequence(items=items) if len(items) > 2:
            return boxes(laid)
        case _:
            return object()


def in_first_order(version: Version) -> list[Laid]:
    return sorted(version.laid, key=lambda laid: laid.first)


@often
@given(word_quizzes())
def test_neighbours_differ_wherever_options_can_move(of: Quiz) -> None:
    for one, other in itertools.pairwise(versions(of, FOUR.paper)):
        for laid, moved in zip(in_first_order(one), in_first_order(other), strict=True):
            assert laid.item is moved.item
            assert keyed(laid) != keyed(moved)


@often
@given(word_quizzes())
def test_questions_move_within_their_part_and_none_is_lost(of: Quiz) -> None:
    for one, other in itertools.pairwise(versions(of, FOUR.paper)):
        for part, same in zip(one.parts, other.parts, strict=True):
            ids, moved = ([laid.item.id for laid in p.laid] for p in (part, same))
            assert part.kind == same.kind
            assert sorted(ids) == sorted(moved)
            assert len(ids) < 2 or ids != moved
        assert [laid.number for laid in other.laid] == list(range(1, len(of.items) + 1))


@often
@given(word_quizzes())
def test_what_has_its_place_keeps_it(of: Quiz) -> None:
    for laid in (laid for version in versions(of, FOUR.paper) for laid in version.laid):
        texts = [option.text for option in laid.options]
        match laid.item.response:
            case Choice(answer=answer, distractors=wrong, last=last, order=order):
                assert not last or texts[-1] == last
                given_order = [answer, *(option.text for option in wrong)]
                assert order != "listed" or texts[: len(given_order)] == given_order
            case Sequence(items=items):
                assert laid.order != tuple(range(len(items)))
            case Pairs(pairs=pairs, extra=()) if pairs[0][1].isdecimal():
                assert texts == sorted(texts)
                assert boxes(laid) != tuple("ABCDEF"[: len(pairs)])
            case _:
                pass


@pytest.mark.parametrize(("right", "wrong"), [(1, 1), (1, 2), (2, 1), (2, 2), (3, 1), (1, 5)])
def test_the_right_letters_of_a_multiple_answer_are_others_in_the_next_version(
    right: int, wrong: int
) -> None:
    response = Choices(
        tuple(f"yes {n}" for n in range(right)), tuple(Option(f"no {n}") for n in range(wrong))
    )
    for n in range(20):
        item = Item(id=f"q{n}", kind="actor", prompt="Q", response=response)
        of = replace(sample_quiz(), items=(item,))
        for one, other in itertools.pairwise(versions(of, Paper(versions=6))):
            assert keyed(one.laid[0]) != keyed(other.laid[0])


def test_options_in_order_of_value_rise_and_fall_in_turn() -> None:
    rising = ["9 August 2022", "7 October 2022", "3 July 2023", "21 September 2023"]
    for number, version in enumerate(versions(sample_quiz(), FOUR.paper)):
        (dates,) = (laid for laid in version.laid if laid.item.id == "act-signed")
        texts = [option.text for option in dates.options]
        assert texts == (rising[::-1] if number % 2 else rising)


@pytest.mark.parametrize("size", [2, 3, 4, 5, 6])
@pytest.mark.parametrize("last", ["", "None of these"])
def test_no_date_keeps_its_letter_in_the_next_version(size: int, last: str) -> None:
    """Whichever is right: how they move tells nothing of the answer."""
    years = [str(1990 + n) for n in range(size)]
    seen = set()
    for right in years:
        wrong = tuple(Option(year) for year in years if year != right)
        item = Item(id="q", kind="date", prompt="Q", response=Choice(right, wrong, last, "sorted"))
        of = replace(sample_quiz(), items=(item,))
        printed = [
            [option.text for option in version.laid[0].options]
            for version in versions(of, Paper(versions=5))
        ]
        seen.add(str(printed))
        for one, other in itertools.pairwise(printed):
            assert all(a != b for a, b in zip(one[:size], other[:size], strict=True))
            assert one[size:] == other[size:] == ([last] if last else [])
    assert len(seen) == 1


def test_the_first_version_is_the_paper_without_versions() -> None:
    alone, first = (versions(long_quiz(), Paper(versions=n))[0] for n in (1, 4))
    assert (alone.letter, first.letter) == ("", "A")
    assert alone.laid == first.laid
    assert [laid.first for laid in first.laid] == [laid.number for laid in first.laid]


def test_a_version_is_permanent() -> None:
    """Papers printed last year still fit their keys."""
    third = versions(sample_quiz(), FOUR.paper)[2]
    said = {
        laid.item.id: "".join(boxes(laid) or (o.letter for o in laid.options if o.right))
        for laid in third.laid
    }
    assert {name: signs for name, signs in said.items() if signs} == {
        "act-signed": "A",
        "orders-cancelled": "B",
        "in-force-2023": "BDE",
        "who-did-what": "CAD",
        "shortage-chain": "2143",
    }


@pytest.mark.parametrize("count", [2, 3, 5, 26])
def test_right_letters_are_spread_evenly_in_every_version(count: int) -> None:
    response = Choice("yes", tuple(Option(f"no {n}") for n in range(3)))
    items = tuple(Item(id=f"q{n}", kind="actor", prompt="Q", response=response) for n in range(16))
    for version in versions(replace(sample_quiz(), items=items), Paper(versions=count)):
        letters = Counter(o.letter for laid in version.laid for o in laid.options if o.right)
        assert letters == dict.fromkeys("ABCD", 4)


def test_in_the_order_of_the_brief_questions_stay() -> None:
    build = Build(paper=Paper(versions=2, order="brief"))
    for version in versions(sample_quiz(), build.paper):
        assert [laid.item.id for laid in version.laid] == [i.id for i in sample_quiz().items]
    source = quiz.render(sample_quiz(), build)[1].data.decode()
    assert "Part 1 &#8195;Questions" in source
    told = re.findall(r'directions--one">(.*?)</p>', source)
    assert len(told) == 8, "said again only where questions are answered in another way"


@often
@given(word_quizzes())
def test_every_key_is_right_for_its_version(of: Quiz) -> None:
    sheets = (module.render(of, FOUR) for module in (quiz, quick_key, key))
    for paper, quick, whole in zip(*(map(text_of, made) for made in sheets), strict=True):
        check_quick_key(of, paper, quick)
        check_key(of, paper, whole)


@often
@given(word_quizzes())
def test_the_table_of_versions_says_which_question_is_which(of: Quiz) -> None:
    (table,) = cross_table.render(of, FOUR)
    papers = [text_of(sheet) for sheet in quiz.render(of, FOUR)]
    rows = re.findall(r"<tr><th scope=\"row\".*?</tr>", table.data.decode())
    found = [
        re.findall(r"<td class=\"begins\"><b>(\d+)</b></td><td>(.*?)</td><td>(.*?)</td>", row)
        for row in rows
    ]
    numbers = {number_of(papers[0], item): item for item in of.items}
    assert [int(cells[0][0]) for cells in found] == sorted(numbers)
    for cells in found:
        item = numbers[int(cells[0][0])]
        for paper, (number, answer, letters) in zip(papers, cells, strict=True):
            assert number_of(paper, item) == int(number)
            there = letters_on(paper, item)
            assert list(letters) == [there[word] for word in letters_on(papers[0], item)]
            if there or isinstance(item.response, Sequence):
                assert "".join(answer.split()) == "".join(right_on(paper, item))


def test_one_version_has_no_table() -> None:
    assert cross_table.render(sample_quiz(), Build()) == ()


def test_files_are_named_by_version_and_print() -> None:
    build = Build(paper=Paper(versions=2, prints=("normal", "large")))
    made = [s.name for module in (quiz, key, overlay) for s in module.render(example_quiz(), build)]
    assert [name.removeprefix("china-kazakhstan-").removesuffix(".html") for name in made] == [
        "quiz-A", "quiz-A-large", "quiz-B", "quiz-B-large", "key-A", "key-B",
        "overlay-A", "overlay-A-large", "overlay-B", "overlay-B-large",
    ]  # fmt: skip


def test_sixty_questions_in_every_format_take_less_than_half_a_second() -> None:
    of = long_quiz(60)
    build = Build(now=1_795_571_300, paper=Paper(4, ("normal", "large", "dyslexia"), "kind", True))
    start = time.process_time()
    for render in OUTPUTS.values():
        render(of, build)
    assert time.process_time() - start < 0.5
