"""Kind, points, order and proof of a question can be corrected in its form."""

import pytest
from playwright.sync_api import expect

from briefquiz.review.web import book as books
from briefquiz.review.web import forms
from tests.review.web.conftest import CRANES, HEAD, WHOLE, Desk, Open, block, select, told

PORT = "The port of Anzo opened on 3 May 2014."


def test_kind_and_points_are_in_the_form(desk: Desk, open_page: Open) -> None:
    page = open_page()
    page.keyboard.press("e")
    page.get_by_label("Points").fill("x")
    page.get_by_label("Points").press("Enter")
    expect(page.locator("#fault")).to_contain_text("Points")
    page.locator(".edit [name=kind]").select_option("actor")
    page.get_by_label("Points").fill("3")
    page.get_by_label("Points").press("Enter")
    expect(page.locator("#question .what")).to_contain_text("actor")
    expected = WHOLE.replace("kind: date", "kind: actor", 1)
    assert desk.text == expected.replace("    status", "    points: 3\n    status", 1)
    page.keyboard.press("e")
    page.get_by_label("Points").fill("1")
    page.get_by_label("Points").press("Enter")
    told(page, "Saved")
    expect(page.locator(".edit")).to_have_count(0)
    assert desk.text == expected


GUESSED = "async ([answer, quote]) => (await import('./guess.js')).guessed(answer, quote)"


@pytest.mark.parametrize(
    ("answer", "quote", "kind"),
    [
        ("three times faster", "In 2014 it was three times faster.", "number"),
        ("ten centimetres", "It rose by ten centimetres.", "number"),
        ("about 2,014 people", "There were about 2,014 people.", "number"),
        ("2000 people", "There were 2000 people.", "number"),
        ("17 cranes", "In 2014 there were 17 cranes.", "number"),
        ("a quarter", "A quarter left.", "number"),
        ("2014", "It was 2014.", "date"),
        ("in May 2014", "It opened in May 2014.", "date"),
        ("3 May", "It opened on 3 May.", "date"),
        ("early January", "It opened in early January.", "date"),
        ("", "The law passed in 2014 and held.", "date"),
        ("", "It may grow because the quay is new.", "cause"),
        ("the storm", "It fell due to the storm.", "cause"),
        ("because of the storm", "It fell because of the storm.", "cause"),
        ("May", "May was the prime minister.", "actor"),
        ("the Harbour Company", "In 2012 the Harbour Company won.", "actor"),
        ("no one", "In the end no one came.", "actor"),
    ],
)
def test_the_kind_is_guessed(open_page: Open, answer: str, quote: str, kind: str) -> None:
    assert open_page().evaluate(GUESSED, [answer, quote]) == kind


@pytest.mark.parametrize(
    ("answer", "others", "order"),
    [
        ("3 May 2014", ["1 May 2014", {"text": "2 June 2013", "why": "w"}], "sorted"),
        ("17", ["20", "about 1,000"], "sorted"),
        ("17", ["many"], "shuffle"),
        ("the port", ["the town"], "shuffle"),
    ],
)
def test_figures_and_dates_are_in_their_order(
    answer: str, others: list[object], order: str
) -> None:
    values = {"type": "choice", "prompt": "What?", "answer": answer, "distractors": others}
    assert forms.fresh(values, ()).get("order", "shuffle") == order
    assert "order" not in forms.fresh({**values, "order": "shuffle"}, ())
    assert forms.fresh({**values, "order": "listed"}, ())["order"] == "listed"


def test_the_order_can_be_set(desk: Desk, open_page: Open) -> None:
    page = open_page()
    page.keyboard.press("e")
    order = page.get_by_label("Order of the answers")
    expect(order).to_have_value("shuffle")
    order.select_option("sorted")
    page.get_by_label("Right answer").press("Enter")
    expect(page.locator("#question .rows li").first).to_contain_text("3 May 2012")
    assert "order: sorted" in block(desk, "opened")


def test_the_proof_can_be_changed(desk: Desk, open_page: Open) -> None:
    page = open_page()
    page.keyboard.press("e")
    proof = page.get_by_label("Words of the brief that prove it")
    expect(proof).to_have_value(PORT)
    proof.fill("The port of Anzo shut.")
    expect(page.locator("#tried")).to_contain_text("not in the brief word for word")
    select(page, "17 cranes")
    expect(page.locator("#pick")).to_contain_text("These words prove it")
    page.locator("#brief").focus()
    page.keyboard.press("n")
    expect(proof).to_have_value(CRANES)
    expect(page.locator("#tried")).not_to_contain_text("word for word")
    proof.press("Enter")
    expect(page.locator("#brief .m.now")).to_have_text(CRANES)
    assert desk.text == WHOLE.replace(f'{{para: 1, quote: "{PORT}"}}',
                                      f'{{para: 2, quote: "{CRANES}"}}')  # fmt: skip
    page.keyboard.press("e")
    proof.fill(PORT)
    proof.press("Enter")
    expect(page.locator("#brief .m.now")).to_have_text(PORT)
    assert desk.text == WHOLE


SOURCES = (
    HEAD
    + """\
  - id: q
    kind: actor
    type: short
    prompt: "Who?"
    answer: "the town"
    source: %s
"""
)


@pytest.mark.parametrize(
    ("source", "said", "expected"),
    [
        ("{quote: 'a', para: 1} # x", [{"quote": "b", "para": 1}], '{quote: "b", para: 1} # x'),
        ("{quote: 'a'}", [{"quote": "a", "para": 0}], "{quote: 'a'}"),
        ("[{quote: a, para: 1}, {quote: b}]", [{"quote": "a", "para": 1}, {"quote": "c"}],
         '[{quote: a, para: 1}, {quote: "c"}]'),
        ("[{quote: a, para: 1}, {quote: b}]", [{"quote": "", "para": 1}, {"quote": "b"}],
         '{quote: "b"}'),
    ],
)  # fmt: skip
def test_of_a_proof_what_differs_changes(source: str, said: list[object], expected: str) -> None:
    old = books.book((SOURCES % source).encode(), "f")
    change = forms.edit(old.questions[0], {"source": said})
    assert books.changed(old, 0, change).data.decode() == SOURCES % expected
