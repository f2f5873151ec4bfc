"""Wrong options: of the form of the answer, false in the brief, telling nothing by their rank."""

import re
from collections import Counter
from decimal import Decimal

import pytest

from briefquiz.facts import dates, numbers
from briefquiz.facts.dates import DateFact
from briefquiz.facts.numbers import NumberFact
from briefquiz.nlp import Parsers
from briefquiz.questions.drafting.distractors import dates as date_options
from briefquiz.questions.drafting.distractors import numbers as number_options
from tests.readings import read


def dated(parsers: Parsers, *paragraphs: str) -> list[DateFact]:
    return list(dates.extract(read(parsers, *paragraphs)[0]))


def counted(parsers: Parsers, *paragraphs: str) -> list[NumberFact]:
    return list(numbers.extract(read(parsers, *paragraphs)[0]))


def wrong_dates(parsers: Parsers, *paragraphs: str, latest: str = "") -> list[str]:
    """Wrong options for the first date of the paragraphs."""
    found = dated(parsers, *paragraphs)
    return [option.text for option in date_options.options(found[0], found, latest)]


@pytest.mark.parametrize(
    ("phrase", "shape"),
    [
        ("in 2014", r"20\d\d"),
        ("on 9 August 2022", r"\d{1,2} August 2022"),
        ("on August 9, 2022", r"August \d{1,2}, 2022"),
        ("on 9 January", r"\d{1,2} January"),
        ("in October 2013", r"October 20\d\d"),
        ("in the 1990s", r"the (19|20)\d0s"),
    ],
)
def test_a_wrong_date_has_the_form_of_the_answer(phrase: str, shape: str, parsers: Parsers) -> None:
    sentence = f"Ostia closed the Tamar dam {phrase}."
    wrong = wrong_dates(parsers, sentence)
    assert len(wrong) in {2, 3}
    assert len(set(wrong)) == len(wrong)
    for text in wrong:
        assert re.fullmatch(shape, text)
        assert text not in sentence


@pytest.mark.parametrize(
    "phrase", ["in May", "in mid-2012", "between 2009 and 2012", "in the spring of 2012"]
)
def test_dates_that_take_no_options(phrase: str, parsers: Parsers) -> None:
    assert wrong_dates(parsers, f"Ostia closed the Tamar dam {phrase}.") == []


def test_other_dates_of_the_brief_come_first_the_nearest_before_the_farther(
    parsers: Parsers,
) -> None:
    found = dated(
        parsers,
        "Ostia closed its last mine in 2014.",
        "Verra left the union in 2008. Tamar bought nine ships in 2011.",
        "Kest has sold wool until 2013. The mayor fell ill in the summer of 2015.",
    )
    options = date_options.options(found[0], found, "")
    assert [option.text for option in options][:2] == ["2011", "2008"]
    assert "¶ 2" in options[0].why
    assert options[2].why == ""


@pytest.mark.parametrize(("year", "tempts"), [("2008", True), ("2007", False), ("2021", False)])
def test_a_date_too_far_off_is_no_temptation(year: str, tempts: bool, parsers: Parsers) -> None:
    wrong = wrong_dates(
        parsers, "Ostia closed its last mine in 2014.", f"Verra left the union in {year}."
    )
    assert (year in wrong) is tempts
    assert len(wrong) == 3


def test_no_wrong_date_stands_in_the_sentence_or_elsewhere_in_the_brief(parsers: Parsers) -> None:
    sentence = "Ostia, which had 2013 ships, closed its last mine in 2014."
    wrong = wrong_dates(parsers, sentence, "Kest slept until 2015. It rose after 2012, by 2016.")
    assert len(wrong) == 3
    assert not {"2013", "2015"} & set(wrong)


@pytest.mark.parametrize(
    ("phrase", "latest", "last"),
    [("in 2014", "2014", 2014), ("in 2014", "2015-03", 2015), ("in October 2014", "2014-11", 2014)],
)
def test_no_wrong_date_lies_after_the_brief(
    phrase: str, latest: str, last: int, parsers: Parsers
) -> None:
    for name in ("dam", "mine", "port", "school", "bridge", "quay"):
        sentence = f"Ostia closed its {name} {phrase}."
        wrong = wrong_dates(parsers, sentence, latest=latest)
        assert wrong
        assert all(int(text[-4:]) <= last for text in wrong)


def test_a_day_after_the_day_of_the_brief_gives_itself_away(parsers: Parsers) -> None:
    for name in ("dam", "mine", "port", "school", "bridge", "quay"):
        sentence = f"Ostia closed its {name} on 9 August 2022."
        wrong = wrong_dates(parsers, sentence, latest="2022-08-09")
        assert all(int(text.split()[0]) < 9 for text in wrong)


def test_plans_may_lie_after_the_brief(parsers: Parsers) -> None:
    wrong = wrong_dates(parsers, "Ostia will leave the union in 2030.", latest="2024-05")
    assert len(wrong) == 3


def test_days_stay_in_the_month(parsers: Parsers) -> None:
    for day in (1, 2, 15, 28, 30, 31):
        for text in wrong_dates(parsers, f"Ostia closed the Tamar dam on {day} January 2022."):
            assert 1 <= int(text.split()[0]) <= 31


# Numbers


def wrong_numbers(parsers: Parsers, *paragraphs: str) -> list[str]:
    """Wrong options for the first number of the paragraphs."""
    found = counted(parsers, *paragraphs)
    return [option.text for option in number_options.options(found[0], found)]


@pytest.mark.parametrize(
    ("answer", "shape"),
    [
        ("14 cranes", r"\d{1,2}"),
        ("about 40,000 ships", r"about \d\d,000"),
        ("up to 1,250 ships", r"up to (\d,)?\d\d0"),
        ("5.4 million ships", r"\d\.\d million"),
        ("€45 million", r"€\d\d million"),
        ("1.4 million ships", r"\d\.\d million"),
        ("€40 million", r"€\d\d million"),
        ("at least $3.25 billion", r"at least \$\d\.\d\d billion"),
        ("12.5% of its wool", r"\d{1,2}\.\d%"),
        ("500 MW of power", r"\d{3} MW"),
        ("40 000 ships", r"\d\d 000"),
        ("$12 million a year", r"\$\d{1,2} million a year"),
    ],
)
def test_a_wrong_number_has_the_form_of_the_answer(
    answer: str, shape: str, parsers: Parsers
) -> None:
    sentence = f"In 2019, Ostia sold {answer}."
    (fact,) = counted(parsers, sentence)
    wrong = wrong_numbers(parsers, sentence)
    assert len(wrong) == 2
    for text in wrong:
        assert re.fullmatch(shape, text)
    assert len({*wrong, fact.answer}) == 3


@pytest.mark.parametrize(
    "answer",
    [
        "two ships",  # no figure
        "2 ships",  # too small to be scaled
        "a third of its ships",
        "12 to 14 ships",  # a range
        "0.3 percentage points",
    ],
)
def test_numbers_that_take_no_options(answer: str, parsers: Parsers) -> None:
    for fact in counted(parsers, f"In 2019, Ostia lost {answer}."):
        assert number_options.options(fact, [fact]) == ()


def value(text: str) -> Decimal:
    found = re.search(r"\d[\d,]*(?:\.\d+)?", text)
    assert found is not None
    return Decimal(found.group().replace(",", ""))


def test_a_share_stays_under_a_hundred(parsers: Parsers) -> None:
    for share in (61, 72, 83, 85, 94, 97, 99):
        for text in wrong_numbers(parsers, f"In 2019, Ostia sold {share}% of its wool."):
            assert 0 < value(text) < 100


def test_wrong_numbers_are_plausible_and_none_is_the_answer(parsers: Parsers) -> None:
    for figure in (3, 4, 7, 14, 60, 125, 400, 2345):
        sentence = f"In 2019, Ostia sold {figure:,} ships."
        for text in wrong_numbers(parsers, sentence):
            assert Decimal("0.4") < value(text) / figure < 2
            assert value(text) != figure


def test_the_rank_of_the_answer_tells_nothing(parsers: Parsers) -> None:
    ranks: Counter[int] = Counter()
    for figure in range(110, 190):
        sentence = f"In 2019, Ostia sold {figure} ships."
        wrong = wrong_numbers(parsers, sentence)
        if wrong:
            ranks[sum(value(text) < figure for text in wrong)] += 1
    assert set(ranks) == {0, 1, 2}
    assert min(ranks.values()) * 5 > sum(ranks.values())


def test_no_wrong_number_is_another_figure_of_the_brief(parsers: Parsers) -> None:
    sentence = "In 2019, Ostia sold 100 ships."
    clean = wrong_numbers(parsers, sentence)
    assert clean
    for text in clean:
        other = f"In 2018, Verra sold {text} ships."
        assert text not in wrong_numbers(parsers, sentence, other)


@pytest.mark.parametrize("text", ["In 2019, Ostia sold 400 ships.", "Ostia closed in 2014."])
def test_the_same_options_every_time(text: str, parsers: Parsers) -> None:
    pick = wrong_numbers if "ships" in text else wrong_dates
    assert pick(parsers, text) == pick(parsers, text)
