"""Whatever is wrong with a question can be corrected in its form, and nothing typed is lost."""

import pytest
from playwright.sync_api import Page, expect

from briefquiz import bank
from briefquiz.review.web import book as books
from briefquiz.review.web import forms
from tests.review.web.conftest import HEAD, WHOLE, Desk, Open, shows, told
from tests.review.web.test_editing import select

PORT = "The port of Anzo opened on 3 May 2014."
CRANES = "Nobody asked about the 17 cranes."


def editing(page: Page, name: str) -> None:
    """Open the form of that question, on whatever shelf."""
    page.keyboard.press("5")
    page.keyboard.press("l")
    page.locator("#list .entry", has_text=name).click()
    page.keyboard.press("e")
    expect(page.get_by_role("form", name="Edit")).to_be_visible()


def retype(page: Page, label: str) -> None:
    page.get_by_label("Asked as").select_option(label=label)


def prompt(page: Page) -> str:
    return page.locator(".edit [name=prompt]").input_value()


def block(desk: Desk, name: str) -> str:
    return desk.text.split(f"- id: {name}\n")[1].split("- id: ")[0]


# ── how it is asked ──


def test_gaps_become_a_short_answer_and_gaps_again(desk: Desk, open_page: Open) -> None:
    page = open_page()
    editing(page, "had won the contract")
    retype(page, "short answer")
    assert prompt(page) == "The Harbour Company had won the contract in ____."
    expect(page.get_by_label("Right answer")).to_have_value("2012")
    expect(page.locator("#advice")).to_contain_text("Reword it as a question")
    retype(page, "gaps")
    assert prompt(page) == "The Harbour Company had won the contract in [[2012]]."
    retype(page, "choice")
    page.get_by_label("Question", exact=True).fill("When had the company won the contract?")
    expect(page.locator("#advice")).to_be_empty()
    expect(page.get_by_label("Wrong answer", exact=True)).to_have_count(3)
    page.get_by_label("Wrong answer", exact=True).first.fill("2011")
    page.get_by_label("Right answer").press("Enter")
    expect(page.locator("#question .what")).to_contain_text("choice")
    said = block(desk, "contract")
    assert 'answer: "2012"' in said
    assert 'distractors: ["2011"]' in said
    assert "order: sorted" in said
    page.keyboard.press("u")
    told(page, "Undone")
    assert desk.text == WHOLE


def test_a_figure_becomes_gaps(desk: Desk, open_page: Open) -> None:
    page = open_page()
    editing(page, "About how many people")
    retype(page, "gaps")
    expect(page.locator("#advice")).to_have_text(
        "The answer was “about 2,000”: write it into the text as [[about 2,000]]."
    )
    page.get_by_label("Text, its gaps").fill("By 2019 [[about 2,000]] people worked there.")
    expect(page.locator("#advice")).to_be_empty()
    page.get_by_label("Text, its gaps").press("Enter")
    expect(page.locator("#question .what")).to_contain_text("gaps")
    assert "type: cloze" in block(desk, "workers")
    assert "answer:" not in block(desk, "workers")
    page.keyboard.press("e")
    retype(page, "figure")
    expect(page.get_by_label("Right answer")).to_have_value("about 2,000")
    retype(page, "true or false")
    assert prompt(page) == "By 2019 about 2,000 people worked there."
    page.get_by_label("Question", exact=True).press("Enter")
    expect(page.locator("#question .what")).to_contain_text("true or false")
    assert "answer: true" in block(desk, "workers")


BECOMES = """async ([values, from, to]) =>
  (await import("./become.js")).become(values, from, to)"""
GAPPED = {"prompt": "A [[1|one]] and [[2]]."}


@pytest.mark.parametrize(
    ("values", "was", "now", "expected"),
    [
        (GAPPED, "cloze", "short", {"prompt": "A ____ and 2.", "answer": "1"}),
        (GAPPED, "cloze", "open", {"prompt": "A ____ and 2.", "model": "1"}),
        (GAPPED, "cloze", "true_false", {"prompt": "A 1 and 2.", "answer": True}),
        ({"prompt": "No gap yet", "said": "x"}, "cloze", "short", {"answer": "x"}),
        ({"prompt": "In 2014 x", "answer": "2014"}, "short", "cloze", {"prompt": "In [[2014]] x"}),
        ({"prompt": "12014 or 2014", "answer": "2014"}, "short", "cloze",
         {"prompt": "12014 or [[2014]]"}),
        ({"prompt": "When?", "answer": "2014"}, "choice", "cloze", {"prompt": "When?"}),
        ({"prompt": "", "answer": "$&", "source": [{"quote": "It is $& now."}]}, "short", "cloze",
         {"prompt": "It is [[$&]] now."}),
        ({"prompt": "p", "answer": "2", "unit": "km"}, "number", "short", {"answer": "2 km"}),
        ({"prompt": "p", "answer": "2", "unit": "$"}, "number", "choice", {"answer": "$2"}),
        ({"prompt": "p", "answer": "2 km", "unit": "km"}, "short", "number", {"answer": "2"}),
        ({"prompt": "A ____.", "answer": "b"}, "short", "true_false", {"prompt": "A b."}),
        ({"prompt": "A.", "answer": True, "said": "b"}, "true_false", "short", {"answer": "b"}),
        ({"prompt": "p", "model": "m"}, "open", "choice", {"answer": "m"}),
    ],
)  # fmt: skip
def test_another_type_takes_answer_and_prompt_along(
    open_page: Open, values: dict[str, object], was: str, now: str, expected: dict[str, object]
) -> None:
    found = open_page().evaluate(BECOMES, [values, was, now])
    assert {key: found[key] for key in expected} == expected


# ── kind, points, order, proof, title ──


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


def test_the_title_can_be_changed(desk: Desk, open_page: Open) -> None:
    page = open_page()
    other = open_page(desk.servers[0][0].address)
    page.get_by_role("button", name="Change the title").click()
    page.get_by_role("textbox", name="Title").fill("")
    page.keyboard.press("Enter")
    expect(page.locator("#title-fault")).to_contain_text("a quiz needs a title")
    page.get_by_role("textbox", name="Title").fill("The port: 2014")
    page.keyboard.press("Enter")
    for one in (page, other):
        expect(one.locator("h1")).to_have_text("The port: 2014")
    assert desk.text == WHOLE.replace('"The harbour"', '"The port: 2014"')
    page.get_by_role("button", name="Undo the new title").click()
    expect(page.locator("h1")).to_have_text("The harbour")
    assert desk.text == WHOLE


def test_a_title_changed_elsewhere_is_not_overwritten_unseen(desk: Desk, open_page: Open) -> None:
    page = open_page()
    page.get_by_role("button", name="Change the title").click()
    page.get_by_role("textbox", name="Title").fill("Mine")
    desk.write(WHOLE.replace("The harbour", "Theirs"))
    expect(page.locator("h1")).to_have_text("Theirs")
    page.keyboard.press("Enter")
    expect(page.locator("#title-fault")).to_contain_text("is now “Theirs”")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Change the title").click()
    expect(page.get_by_role("textbox", name="Title")).to_have_value("Mine")
    assert "Theirs" in desk.text


# ── keys ──


def test_enter_in_a_wrong_answer_goes_to_the_next(desk: Desk, open_page: Open) -> None:
    page = open_page()
    select(page, "17 cranes")
    page.keyboard.press("n")
    retype(page, "choice")
    page.get_by_label("Question", exact=True).fill("How many cranes were there?")
    wrong = page.get_by_label("Wrong answer", exact=True)
    expect(wrong).to_have_count(3)
    wrong.first.focus()
    for text in ("16 cranes", "18 cranes", "19 cranes", "20 cranes"):
        page.keyboard.type(text)
        page.keyboard.press("Enter")
    expect(wrong).to_have_count(5)
    expect(wrong.nth(4)).to_be_focused()
    page.keyboard.press("Enter")  # enough
    expect(page.get_by_label("Order of the answers")).to_be_focused()
    assert desk.text == WHOLE
    page.keyboard.press("Control+Enter")
    expect(page.locator("#question .rows li")).to_have_text(
        ["A16 cranes", "B17 cranes (right)", "C18 cranes", "D19 cranes", "E20 cranes"]
    )
    assert 'distractors: ["16 cranes", "18 cranes", "19 cranes", "20 cranes"]' in desk.text


def test_what_was_typed_is_kept_when_one_leaves(desk: Desk, open_page: Open) -> None:
    page = open_page()
    page.keyboard.press("e")
    page.get_by_label("Right answer").fill("4 May 2014")
    retype(page, "short answer")
    page.keyboard.press("Escape")
    told(page, "Not saved, but kept")
    shows(page, "opened")
    page.keyboard.press("j")
    page.keyboard.press("e")
    expect(page.locator(".edit .back")).to_have_count(0)
    page.keyboard.press("Escape")
    page.keyboard.press("k")
    page.keyboard.press("e")
    expect(page.locator(".edit .back")).to_contain_text("What you typed before is back")
    expect(page.get_by_label("Right answer")).to_have_value("4 May 2014")
    expect(page.get_by_label("Asked as")).to_have_value("short")
    page.get_by_role("button", name="Start afresh").click()
    expect(page.get_by_label("Right answer")).to_have_value("3 May 2014")
    expect(page.get_by_label("Asked as")).to_have_value("choice")
    page.keyboard.press("Escape")
    expect(page.locator("#progress")).to_contain_text("0 of 4")
    assert desk.text == WHOLE


def test_a_new_question_that_was_left_comes_back(desk: Desk, open_page: Open) -> None:
    page = open_page()
    select(page, "17 cranes")
    page.keyboard.press("n")
    page.keyboard.type("How many cranes?")
    page.locator("#brief").focus()
    page.keyboard.press("Escape")  # wherever the keyboard is
    expect(page.locator(".edit")).to_have_count(0)
    select(page, "By 2019")
    expect(page.locator("#pick")).to_contain_text("New question")
    page.evaluate("getSelection().removeAllRanges()")
    page.keyboard.press("n")
    assert prompt(page) == "How many cranes?"
    expect(page.get_by_label("Words of the brief that prove it")).to_have_value(CRANES)
    page.keyboard.press("Enter")
    expect(page.locator("#question .prompt")).to_have_text("How many cranes?")
    page.keyboard.press("n")
    assert prompt(page) == ""


def test_lines_that_were_left_come_back(desk: Desk, open_page: Open) -> None:
    page = open_page()
    page.keyboard.press("t")
    lines = page.get_by_label("The question’s lines in the file")
    before = lines.input_value()
    lines.fill(before.replace("3 May 2014", "4 May 2014", 1))
    page.keyboard.press("Escape")
    page.keyboard.press("t")
    expect(lines).to_have_value(before.replace("3 May 2014", "4 May 2014", 1))
    page.keyboard.press("Control+Enter")
    shows(page, "builder")
    assert 'answer: "4 May 2014"' in block(desk, "opened")
    assert desk.statuses().startswith("opened:approved builder:review")
    page.keyboard.press("u")
    shows(page, "opened")
    assert desk.text == WHOLE


def test_lines_have_numbers_and_the_cursor_goes_to_the_wrong_one(open_page: Open) -> None:
    page = open_page()
    page.keyboard.press("t")
    lines = page.get_by_label("The question’s lines in the file")
    count = len(lines.input_value().split("\n"))
    expect(page.locator(".numbered .copy div")).to_have_count(count)
    heights = page.evaluate(
        "[...document.querySelectorAll('.numbered > *')].map(e => e.offsetHeight)"
    )
    assert heights[0] == heights[1]
    lines.fill(lines.input_value().replace("kind: date", "kind: dat"))
    page.keyboard.press("Control+Enter")
    expect(page.locator("#fault")).to_contain_text("line 2: unknown kind 'dat'")
    picked = "(({value, selectionStart: a, selectionEnd: b}) => value.slice(a, b))"
    assert page.evaluate(f"{picked}(document.activeElement)") == "  kind: dat"


def test_doubts_are_in_sight_while_one_edits(open_page: Open) -> None:
    page = open_page()
    for key in "et":
        page.keyboard.press(key)
        expect(page.locator(".edit .note.doubts")).to_contain_text("is “Anzo” known?")
        page.keyboard.press("Escape")


def test_esc_ends_a_search_wherever_the_keyboard_is(open_page: Open) -> None:
    page = open_page()
    page.keyboard.press("/")
    page.keyboard.type("quay")
    page.keyboard.press("Enter")
    expect(page.locator("#question .where")).to_contain_text("found")
    page.keyboard.press("Escape")
    expect(page.get_by_label("Search")).to_have_value("")
    expect(page.locator("#question .where")).not_to_contain_text("found")


# ── where one is ──


def settled(page: Page) -> None:
    for key in "aaaa":
        page.keyboard.press(key)
    expect(page.get_by_role("heading", name="All settled")).to_be_visible()


def test_where_nothing_waits_one_looks_at_all(desk: Desk, open_page: Open) -> None:
    page = open_page()
    settled(page)
    expect(page.locator(".end")).to_contain_text(f"briefquiz build {desk.path}")
    waiting, every = page.locator(".shelf").first, page.locator(".shelf").last
    expect(waiting).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("j")
    shows(page, "opened")
    expect(every).to_have_attribute("aria-pressed", "true")
    expect(page.locator("#question .where")).to_contain_text("1 of 5")
    page.keyboard.press("u")
    shows(page, "why-workers")
    expect(waiting).to_have_attribute("aria-pressed", "true")
    expect(waiting).to_have_text("waiting1")


def test_a_question_that_is_saved_again_is_seen(desk: Desk, open_page: Open) -> None:
    page = open_page()
    settled(page)
    page.get_by_role("button", name="New question about 17 cranes").click()
    page.keyboard.type("How many cranes?")
    page.keyboard.press("Enter")
    expect(page.locator("#question .prompt")).to_have_text("How many cranes?")
    page.keyboard.press("e")
    page.get_by_label("Question", exact=True).fill("How many cranes are there?")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#question .prompt")).to_have_text("How many cranes are there?")
    expect(page.locator("#question .pill")).to_have_text("approved")
    loaded = bank.load(desk.text, "f")
    assert loaded.questions[-2].prompt == "How many cranes are there?"


def test_what_is_not_asked_begins_where_one_is(open_page: Open) -> None:
    facts = [
        {"kind": "cause", "answer": "It", "evidence": "It was built", "para": 1},
        {"kind": "number", "answer": "17", "evidence": CRANES, "para": 2},
        {"kind": "actor", "answer": "The town", "evidence": "The town had long", "para": 3},
    ]
    page = open_page(facts=facts)
    listed = page.locator(".unasked .fact span")
    expect(listed).to_have_text(["It", "17", "The town"])
    page.keyboard.press("j")
    page.keyboard.press("j")
    shows(page, "workers")
    expect(listed).to_have_text(["17", "The town", "It"])
    expect(page.locator(".unasked h3")).to_have_text("Before ¶ 2")


def test_a_second_click_on_save_undoes_nothing(desk: Desk, open_page: Open) -> None:
    page = open_page()
    page.keyboard.press("e")
    page.get_by_label("Question", exact=True).fill("When did the port open?")
    page.evaluate("performance.now = () => 1000")
    page.keyboard.press("Control+Enter")
    told(page, "Saved and approved")
    saved = desk.text
    undo = page.locator("#actions button", has_text="Undo")
    undo.click()
    expect(page.locator("#toast")).to_contain_text("Saved and approved")
    page.evaluate("performance.now = () => 2000")
    undo.click()
    told(page, "Undone")
    assert saved != desk.text == WHOLE
