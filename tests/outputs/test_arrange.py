"""Arrangement: shuffled, sorted, spread; evidence: marked where it stands."""

from collections import Counter
from dataclasses import replace

import pytest

from briefquiz.outputs import arrange
from briefquiz.outputs.evidence import pieces
from briefquiz.outputs.text import spelt_date
from briefquiz.outputs.values import by_value, date, number
from briefquiz.quiz import Choice, Item, Option, Order, Pairs, Quiz, Sequence
from tests.outputs.samples import ITEMS, long_quiz, sample_quiz


def quiz_of(*items: Item) -> Quiz:
    return replace(sample_quiz(), items=items)


def choice_item(item_id: str, size: int = 4, order: Order = "shuffle", last: str = "") -> Item:
    wrong = tuple(Option(f"wrong {n}") for n in range(1, size))
    return Item(id=item_id, kind="date", prompt="Q", response=Choice("answer", wrong, last, order))


def printed(quiz: Quiz, item: Item) -> list[str]:
    assert isinstance(item.response, Choice)
    return [option.text for option in arrange.choice(quiz, item, item.response)]


def right_letter(quiz: Quiz, item: Item) -> str:
    assert isinstance(item.response, Choice)
    options = arrange.choice(quiz, item, item.response)
    return next(option.letter for option in options if option.right)


@pytest.mark.parametrize("size", [2, 3, 4, 5])
@pytest.mark.parametrize("quiz_id", ["one", "two", "three"])
def test_right_letters_are_spread_evenly(size: int, quiz_id: str) -> None:
    quiz = replace(quiz_of(*(choice_item(f"q{n}", size) for n in range(4 * size))), id=quiz_id)
    letters = Counter(right_letter(quiz, item) for item in quiz.items)
    assert set(letters.values()) == {4}
    row = "".join(right_letter(quiz, item) for item in quiz.items)
    assert row != "".join(sorted(row))


def test_another_quiz_has_another_arrangement() -> None:
    items = [choice_item(f"q{n}") for n in range(12)]
    one, two = (replace(quiz_of(*items), id=name) for name in ("one", "two"))
    assert [printed(one, item) for item in items] != [printed(two, item) for item in items]


def test_an_arrangement_is_permanent() -> None:
    quiz = quiz_of(*(choice_item(f"q{n}") for n in range(8)))
    assert "".join(right_letter(quiz, item) for item in quiz.items) == "DDBCCAAB"


def test_listed_and_last() -> None:
    listed = choice_item("a", order="listed", last="None of these")
    assert printed(quiz_of(listed), listed) == [
        "answer",
        "wrong 1",
        "wrong 2",
        "wrong 3",
        "None of these",
    ]
    for n in range(10):
        item = choice_item(f"q{n}", last="None of these")
        assert printed(quiz_of(item), item)[-1] == "None of these"


def test_sorted_without_values_is_shuffled_and_spread() -> None:
    response = Choice("because", (Option("owing to"), Option("since")), order="sorted")
    items = [Item(id=f"q{n}", kind="cause", prompt="Q", response=response) for n in range(12)]
    quiz = quiz_of(*items)
    assert Counter(right_letter(quiz, item) for item in items) == {"A": 4, "B": 4, "C": 4}


@pytest.mark.parametrize(
    "texts",
    [
        ["6 January", "9 January", "11 January"],
        ["9 January", "6 March", "1 October"],
        ["January 9, 2022", "March 1, 2022", "October 2023"],
        ["2014", "October 2023", "21 November 2023", "2024"],
        ["2019-01-09", "2019-02-01", "2020"],
        ["early 2023", "spring of 2023", "September 2023", "late 2023"],
        ["the 1990s", "2001", "Q1 2002", "the third quarter of 2002", "Q4 2002"],
        ["9 Jan. 2022", "3 Sept. 2022", "1 Dec 2022"],
        ["May 21st", "June 2nd"],
        ["10 per cent", "20 per cent", "100 per cent"],
        ["$1.5 million", "around $52.7 million", "up to $1 billion"],
        ["900", "1,000", "10,000"],
        ["-3.5", "−2", "0", "1"],
        ["a quarter", "one-third", "half", "two-thirds", "nine-tenths"],
        ["two", "eleven", "a dozen", "twenty", "twenty-one", "thirty"],
        ["10 days", "two weeks", "3 months", "one year", "a decade"],
        ["€300m", "€2bn", "€1trn"],
    ],
)
def test_by_value(texts: list[str]) -> None:
    assert by_value(sorted(texts, reverse=True)) == texts
    assert by_value(texts) == texts


@pytest.mark.parametrize(
    "texts",
    [
        ["9 January", "October 2023"],
        ["because of losses", "owing to controls"],
        ["ASML", "7 machines"],
    ],
    ids=["with and without a year", "words", "one without a value"],
)
def test_no_order_where_values_cannot_be_compared(texts: list[str]) -> None:
    assert by_value(texts) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("9 January", (0, 1, 9)),
        ("January 9, 2022", (2022, 1, 9)),
        ("on 21 May 2024", (2024, 5, 21)),
        ("October 2023", (2023, 10, 0)),
        ("2014", (2014, 0, 0)),
        ("they may act", (0, 5, 0)),
        ("$2,014", None),
        ("2,500", None),
    ],
)
def test_date(text: str, value: tuple[float, ...] | None) -> None:
    assert date(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("around 1.4 million", 1.4e6),
        ("$52.7 billion", 52.7e9),
        ("1,500", 1500),
        ("twenty-one", 21),
        ("nine-tenths", 0.9),
        ("a dozen", 12),
        ("G7", None),
        ("many", None),
    ],
)
def test_number(text: str, value: float | None) -> None:
    assert number(text) == (None if value is None else (value,))


@pytest.mark.parametrize("size", [2, 3, 5, 8])
def test_things_to_order_are_never_in_order(size: int) -> None:
    response = Sequence(tuple(f"step {n}" for n in range(size)))
    for n in range(40):
        item = Item(id=f"q{n}", kind="cause", prompt="Q", response=response)
        steps = arrange.scrambled(quiz_of(item), item, response)
        assert steps != list(response.items)
        assert sorted(steps) == sorted(response.items)


@pytest.mark.parametrize("size", [2, 3, 5])
def test_right_sides_are_never_beside_their_left_sides_all_along(size: int) -> None:
    response = Pairs(tuple((f"left {n}", f"right {n}") for n in range(size)))
    for n in range(40):
        item = Item(id=f"q{n}", kind="actor", prompt="Q", response=response)
        sides = [s.text for s in arrange.right_sides(quiz_of(item), item, response)]
        assert sides != [right for _, right in response.pairs]
        assert sorted(sides) == sorted(right for _, right in response.pairs)


def test_right_sides_that_are_dates_stand_in_order_of_time() -> None:
    response = Pairs((("c", "2020"), ("a", "May 2014"), ("b", "1 July 2015")), ("2019",))
    item = Item(id="q", kind="date", prompt="Q", response=response)
    sides = arrange.right_sides(quiz_of(item), item, response)
    assert [(s.letter, s.text, s.right) for s in sides] == [
        ("A", "May 2014", True),
        ("B", "1 July 2015", True),
        ("C", "2019", False),
        ("D", "2020", True),
    ]


def test_one_option_more_leaves_the_others_in_order() -> None:
    texts = [f"option {n}" for n in range(6)]
    more = arrange.mixed([*texts, "one more"], "seed")
    assert [text for text in more if text in texts] == arrange.mixed(texts, "seed")


def test_letters() -> None:
    assert [arrange.letter(n) for n in (0, 25, 26, 27, 52)] == ["A", "Z", "AA", "AB", "BA"]


@pytest.mark.parametrize(
    ("quote", "answer", "marked"),
    [
        ("on 9 January the ministry said", "9 January", ["9 January"]),
        ("on 19 January the ministry said", "9 January", []),
        ("23 types, 3 of them new", "3", ["3"]),
        ("11.4 million and 1.4 million", "1.4 million", ["1.4 million"]),
        ("about 1,400 people", "400", []),
        ("the European Chips Act", "The European Chips Act", ["the European Chips Act"]),
        ("The Act", "the act", []),
        ("they stopped orders, then", "They stopped orders.", ["they stopped orders"]),
        ("around\u00a0nine\ntenths", "around nine tenths", ["around\u00a0nine\ntenths"]),
        ("a (b) c", "(b)", ["(b)"]),
        ("$52.7 billion", "$52.7 billion", ["$52.7 billion"]),
        ("nothing here", "ASML", []),
        ("nothing here", "", []),
        ("ASML, ASML", "ASML", ["ASML"]),
    ],
)
def test_answers_are_marked_as_whole_words(quote: str, answer: str, marked: list[str]) -> None:
    cut = pieces(quote, ((answer,),))
    assert "".join(piece.text for piece in cut) == quote
    assert [piece.text for piece in cut if piece.marked] == marked


def test_marks_do_not_overlap_and_the_first_form_found_wins() -> None:
    cut = pieces("one two three four", (("two three",), ("three four", "four"), ("none", "one")))
    assert [tuple(piece) for piece in cut] == [
        ("one", True),
        (" ", False),
        ("two three", True),
        (" four", False),
    ]


@pytest.mark.parametrize(
    ("published", "words"),
    [
        ("2019", "2019"),
        ("2019-01", "January 2019"),
        ("2019-12-09", "9 December 2019"),
        ("", ""),
        ("2019-13", "2019-13"),
        ("spring 2019", "spring 2019"),
    ],
)
def test_spelt_date(published: str, words: str) -> None:
    assert spelt_date(published) == words


def test_samples_have_every_order_of_options() -> None:
    orders = {item.response.order for item in ITEMS if isinstance(item.response, Choice)}
    assert orders >= {"shuffle", "sorted"}
    assert len(long_quiz().items) == 30
