"""What questions know of events and causal links, before any of it is drawn."""

from dataclasses import replace

import pytest

from briefquiz.outputs.pictures import known
from briefquiz.quiz import Item, Quiz, Words
from tests.outputs.samples import sample_quiz


def quiz_of(*facts: dict[str, str], published: str = "2025-01") -> Quiz:
    items = tuple(
        Item(id=f"i{at}", kind="cause", prompt="?", response=Words("x"), fact=fact)
        for at, fact in enumerate(facts)
    )
    return replace(sample_quiz(), items=items, published=published)


@pytest.mark.parametrize(
    ("when", "until", "first", "after", "precision", "label"),
    [
        ("2022-08-09", "", "2022-08-09", "2022-08-10", "day", "9 August"),
        ("2022-12", "", "2022-12-01", "2023-01-01", "month", "December"),
        ("2022", "", "2022-01-01", "2023-01-01", "year", "2022"),
        ("2023-07", "2023-09", "2023-07-01", "2023-10-01", "range", "July–September"),
        ("2019", "2021", "2019-01-01", "2022-01-01", "range", "2019–2021"),
        ("2025-12-05", "2026-01-03", "2025-12-05", "2026-01-04", "range",
         "5 December 2025–3 January 2026"),
    ],
)  # fmt: skip
def test_events(when: str, until: str, first: str, after: str, precision: str, label: str) -> None:
    (event,) = known.events(quiz_of({"when": when, "until": until, "event": "it happened."}))
    assert (event.first.isoformat(), event.after.isoformat()) == (first, after)
    assert (event.precision, event.label, event.text) == (precision, label, "It happened")


@pytest.mark.parametrize(
    ("fact", "published"),
    [
        ({"when": "2022"}, "2025-01"),
        ({"when": "2022", "event": " "}, "2025-01"),
        ({"when": "soon", "event": "x"}, "2025-01"),
        ({"when": "2022-02-30", "event": "x"}, "2025-01"),
        ({"when": "2022", "until": "2021", "event": "x"}, "2025-01"),
        ({"when": "--01-09", "event": "x"}, "2025-01-12"),
        ({"when": "--01", "until": "2025-02", "event": "x"}, "2025-02"),
        ({"when": "-", "event": "x"}, "2025-01"),
    ],
    ids=[
        "no event", "blank event", "no date", "no such day", "ends before it begins",
        "day and month, even of a brief of that month", "from a month without a year", "nothing",
    ],
)  # fmt: skip
def test_what_is_no_event(fact: dict[str, str], published: str) -> None:
    assert known.events(quiz_of(fact, published=published)) == ()


@pytest.mark.parametrize("published", ["2025-01-12", "2024-09", "2025", ""])
@pytest.mark.parametrize(
    ("when", "until", "label", "precision"),
    [
        ("--01-09", "", "9 January", "day"),
        ("--02-29", "", "29 February", "day"),
        ("--06", "", "June", "month"),
        ("--06", "--07", "June–July", "range"),
        ("--06-03", "--06-05", "3 June–5 June", "range"),
    ],
)
def test_no_year_is_invented(
    when: str, until: str, label: str, precision: str, published: str
) -> None:
    """What has no year stands apart, whatever the date of the brief."""
    quiz = quiz_of({"when": when, "until": until, "event": "it fell."}, published=published)
    assert known.events(quiz) == ()
    (day,) = known.undated(quiz)
    assert (day.label, day.precision, day.text, day.item) == (label, precision, "It fell", "i0")


@pytest.mark.parametrize("when", ["2022-08-09", "2022", "--02-30", "--", "", "soon"])
def test_what_has_a_year_or_no_date_is_no_day_without_a_year(when: str) -> None:
    assert known.undated(quiz_of({"when": when, "event": "x"})) == ()


def test_events_come_once_and_in_order_of_time() -> None:
    told = (("2022", "B"), ("2021", "A"), ("2022", "b."))
    quiz = quiz_of(*({"when": when, "event": event} for when, event in told))
    assert [event.text for event in known.events(quiz)] == ["A", "B"]


def link(cause: str, effect: str, word: str = "so", **more: str) -> dict[str, str]:
    return {"cause": cause, "effect": effect, "connective": word, **more}


@pytest.mark.parametrize(
    ("facts", "links"),
    [
        ([link("it rained", "the dam broke.")], [("It rained", "The dam broke", False)]),
        ([link("rain", "to floods", "lead to")], [("Rain", "Floods", False)]),
        ([link("rain", "floods", hedge="may")], [("Rain", "Floods", True)]),
        ([link("rain", "floods", attribution="X says")], [("Rain", "Floods", True)]),
        ([link("rain", "no floods", "despite")], []),
        ([link("rain", "")], []),
        ([link("the rain", "The Rain")], []),
        ([link("rain", "floods"), link("Rain.", "the floods")], [("Rain", "Floods", False)]),
        (
            [link("rain", "to floods", "lead to"), link("Rain led to floods", "killing cattle")],
            [("Rain", "Floods", False), ("Floods", "Killing cattle", False)],
        ),
    ],
    ids=[
        "plain", "a preposition told twice", "hedged", "reported", "a concession is no cause",
        "one side missing", "the same on both sides", "told twice", "a link inside a link",
    ],
)  # fmt: skip
def test_links(facts: list[dict[str, str]], links: list[tuple[str, str, bool]]) -> None:
    found = known.links(quiz_of(*facts))
    assert [(each.cause, each.effect, each.soft) for each in found] == links


@pytest.mark.parametrize(
    ("word", "read"),
    [
        ("lead to", "lead to"),
        ("result in", "result in"),
        ("in order to", "in order to"),
        ("so that", "so that"),
        ("with the aim of", "with the aim of"),
        ("therefore", "therefore"),
        ("as a result", "as a result"),
        ("in response", "in response"),
        ("which fuel", "which fuel"),
        ("", ""),
        *(
            (word, "therefore")
            for word in (
                "because", "since", "as", "given that", "because of", "due to", "as a result of",
                "in view of", "in response to", "in the wake of", "for fear of", "following", "if",
                "stem from", "result from", "caused by", "This was a result of", "is due to",
                "attributed to", "for", "when", "conditional on", "in light of",
            )
        ),
    ],
)  # fmt: skip
def test_a_link_reads_from_its_cause_to_its_effect(word: str, read: str) -> None:
    (found,) = known.links(quiz_of(link("rain", "floods", word)))
    assert found.word == read
