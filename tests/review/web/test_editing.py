"""What a person types: corrections, lines of the file, new questions."""

import pytest
from playwright.sync_api import Page, expect

from tests.review.web.conftest import BRIEF, WHOLE, Desk, Open, select, shows, told


def test_edit_in_place_changes_just_those_words(desk: Desk, open_page: Open) -> None:
    page = open_page()
    page.keyboard.press("e")
    page.get_by_label("Right answer").fill("4 May 2014")
    page.get_by_label("Wrong answer", exact=True).nth(1).fill("5 May 2012")
    page.get_by_label("Right answer").press("Enter")
    told(page, "Saved")
    shows(page, "opened")
    expected = WHOLE.replace('answer: "3 May 2014"', 'answer: "4 May 2014"')
    assert desk.text == expected.replace('{text: "3 May 2012"', '{text: "5 May 2012"')
    page.keyboard.press("e")
    page.get_by_label("Question", exact=True).fill("Opened when?")
    page.keyboard.press("Control+Enter")
    shows(page, "builder")
    assert '"Opened when?"' in desk.text
    assert desk.statuses().startswith("opened:approved builder:review")
    page.keyboard.press("u")
    page.keyboard.press("u")
    expect(page.get_by_role("button", name="Nothing to undo")).to_be_disabled()
    shows(page, "opened")
    assert desk.text == WHOLE


def test_what_check_warns_of_is_said_while_one_types(desk: Desk, open_page: Open) -> None:
    page = open_page()
    page.keyboard.press("e")
    page.get_by_label("Wrong answer", exact=True).first.fill("3 May 2014")
    expect(page.locator("#tried")).to_contain_text("this wrong answer equals the answer")
    page.get_by_label("Right answer").press("Enter")
    expect(page.locator("#fault")).to_contain_text("Not saved")
    assert desk.text == WHOLE
    page.keyboard.press("Escape")
    shows(page, "opened")


def test_a_choice_becomes_short_and_open_and_comes_back(desk: Desk, open_page: Open) -> None:
    page = open_page()
    page.keyboard.press("e")
    page.get_by_label("Asked as").select_option("short")
    expect(page.get_by_label("Right answer")).to_have_value("3 May 2014")
    expect(page.get_by_label("Wrong answer", exact=True)).to_have_count(0)
    page.get_by_label("Right answer").press("Enter")
    told(page, "Saved")
    block = desk.text.split("- id: ")[1]
    assert "type: short" in block
    assert "distractors" not in block
    page.keyboard.press("e")
    page.get_by_label("Asked as").select_option("open")
    page.get_by_label("Model answer").press("Enter")
    expect(page.locator("#question .what")).to_contain_text("open question")
    assert 'model: "3 May 2014"' in desk.text
    page.keyboard.press("u")
    page.keyboard.press("u")
    expect(page.locator("#question .what")).to_contain_text("choice")
    assert desk.text == WHOLE


def test_its_lines_in_the_file(desk: Desk, open_page: Open) -> None:
    page = open_page()
    page.keyboard.press("t")
    lines = page.get_by_label("The question’s lines in the file")
    lines.fill(lines.input_value().replace("kind: date", "kind: dat"))
    page.keyboard.press("Control+Enter")
    expect(page.locator("#fault")).to_contain_text("line 2: unknown kind 'dat'")
    lines.fill(lines.input_value().replace("kind: dat\n", "kind: number\n"))
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator("#question .what")).to_contain_text("number")
    assert desk.text == WHOLE.replace("kind: date", "kind: number", 1)


INTEL = "The U.S. lender Intel, of St. Anzo, paid “a lot” (2 m) in May."
MUCH = "Was it much?"
TOWN = BRIEF.rstrip().rpartition("\n")[2]


@pytest.mark.parametrize(
    ("words", "last", "quote", "answer"),
    [
        ("Intel,", "", INTEL, "Intel"),
        ("U.S.", "", INTEL, "U.S."),
        (" “a lot” ", "", INTEL, "a lot"),
        ("lot” (2 m) ", "", INTEL, "lot” (2 m)"),
        ("Was it", "much", MUCH, "Was it much"),
        ("in May. Was", "", f"{INTEL} {MUCH}", "in May. Was"),
        (MUCH, "", MUCH, ""),
        ("yard", "boats for", TOWN, "yard that mended wooden boats for"),
    ],
)
def test_words_of_a_sentence_are_the_answer_and_the_sentence_proves_it(
    desk: Desk, open_page: Open, words: str, last: str, quote: str, answer: str
) -> None:
    with desk.path.with_suffix(".md").open("a", encoding="utf-8") as file:
        file.write(
            "\nThe U.S. lender Intel, of St. Anzo, paid “a lot” (2 m) in May. Was it much?\n"
        )
    page = open_page()
    select(page, words, last)
    page.keyboard.press("n")
    expect(page.get_by_label("Words of the brief")).to_have_value(quote)
    expect(page.get_by_label("Right answer")).to_have_value(answer)


def test_a_new_question_from_a_selection(desk: Desk, open_page: Open) -> None:
    page = open_page()
    select(page, "Nobody asked about the 17 cranes.")
    expect(page.locator("#pick")).to_be_visible()
    page.keyboard.press("n")
    expect(page.get_by_label("Right answer")).to_have_value("")
    expect(page.get_by_label("Words of the brief")).to_have_value(
        "Nobody asked about the 17 cranes."
    )
    expect(page.locator(".edit [name=kind]")).to_have_value("number")
    page.keyboard.type("How many cranes are there?")
    page.get_by_label("Right answer").fill("17")
    page.keyboard.press("Enter")
    expect(page.locator("#question .prompt")).to_have_text("How many cranes are there?")
    added = """
  - id: how-many-cranes-are-there
    kind: number
    type: short
    prompt: "How many cranes are there?"
    answer: "17"
    source: {para: 2, quote: "Nobody asked about the 17 cranes."}
    status: approved
"""
    after = WHOLE.index("\n  - id: contract")
    assert desk.text == WHOLE[:after] + added + WHOLE[after:]
    expect(page.locator("#brief .m.now")).to_have_text("Nobody asked about the 17 cranes.")
    expect(page.locator("#unasked")).to_contain_text("Every fact that was found")
    page.keyboard.press("u")
    told(page, "Undone: the new question")
    assert desk.text == WHOLE


def test_what_is_not_asked_yet_is_listed(desk: Desk, open_page: Open) -> None:
    page = open_page()
    expect(page.locator("#unasked summary")).to_have_text("Not asked yet: 1 fact")
    page.get_by_role("button", name="New question about 17 cranes").click()
    expect(page.get_by_label("Right answer")).to_have_value("17 cranes")
    expect(page.locator("#brief .block.hint")).to_contain_text("17 cranes")
    expect(page.locator("#brief .m.now")).to_have_count(0)
    expect(page.get_by_label("Words of the brief")).to_have_value(
        "Nobody asked about the 17 cranes."
    )


@pytest.mark.parametrize(
    ("key", "field"),
    [
        ("e", "Question"),
        ("t", "The question’s lines in the file"),
        ("n", "Words of the brief that prove it"),
    ],
)
def test_no_form_opens_behind_the_list(open_page: Open, key: str, field: str) -> None:
    page = open_page()
    page.keyboard.press("l")
    page.keyboard.press(key)
    expect(page.locator("#list")).to_be_hidden()
    expect(page.locator(".edit").get_by_label(field, exact=True)).to_be_visible()


def test_no_hand_reaches_behind_the_list_or_the_sheet(desk: Desk, open_page: Open) -> None:
    page = open_page()
    page.keyboard.press("l")
    page.locator("#question").focus()
    assert page.evaluate("document.activeElement.id") != "question"
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    for key in "aretnubjk5":
        page.keyboard.press(key)
    page.keyboard.press("Escape")
    shows(page, "opened")
    expect(page.locator(".edit")).to_have_count(0)
    assert desk.text == WHOLE


def add(page: Page, words: str) -> None:
    select(page, words)
    page.keyboard.press("n")
    page.keyboard.type("What is new?")
    page.get_by_label("Right answer").fill("This.")
    page.keyboard.press("Enter")
    expect(page.locator("#question .prompt")).to_have_text("What is new?")


@pytest.mark.parametrize("key", ["a", "j", "r"])
def test_a_new_question_is_in_its_place_and_leads_back(open_page: Open, key: str) -> None:
    page = open_page()
    page.keyboard.press("a")
    shows(page, "builder")
    add(page, "Nobody asked about the 17 cranes.")
    expect(page.locator("#question .where")).to_contain_text("5 of 5")
    page.keyboard.press("k")
    shows(page, "why-workers")
    page.keyboard.press("u")
    add(page, "Nobody asked about the 17 cranes.")
    page.keyboard.press(key)
    shows(page, "why-workers")


def test_a_new_question_undone_leads_back(desk: Desk, open_page: Open) -> None:
    page = open_page()
    page.keyboard.press("j")
    page.get_by_role("button", name="New question about 17 cranes").click()
    page.keyboard.type("How many cranes are there in Anzo?")
    page.get_by_role("button", name="Add it").click()
    expect(page.locator("#question .pill")).to_have_text("approved")
    page.wait_for_timeout(800)  # sooner, it would be the second half of a double click
    page.get_by_role("button", name="Undo the new question").click()
    shows(page, "builder")
    page.get_by_role("button", name="New question about 17 cranes").click()
    page.keyboard.type("How many cranes are there in Anzo?")
    page.get_by_role("button", name="Add it").click()
    page.get_by_role("button", name="Go on with “Who built").click()
    shows(page, "builder")


def test_what_is_wrong_is_said_of_its_field(desk: Desk, open_page: Open) -> None:
    page = open_page()
    fault, focus = page.locator("#fault"), page.locator(":focus")
    page.keyboard.press("e")
    page.get_by_label("Wrong answer", exact=True).nth(1).fill("3 May 2014")
    page.get_by_label("Question", exact=True).press("Enter")
    expect(fault).to_have_text("Not savedWrong answers: this wrong answer equals the answer")
    expect(page.locator("#tried")).to_be_empty()  # it says nothing twice
    expect(page.locator("#toast")).to_be_hidden()
    expect(focus).to_have_value("3 May 2014")
    expect(focus).to_have_attribute("aria-invalid", "true")
    focus.fill("")
    expect(fault).to_be_empty()  # until one saves again
    page.get_by_label("Wrong answer", exact=True).nth(0).fill("")
    page.get_by_label("Question", exact=True).fill("")
    page.get_by_label("Question", exact=True).press("Enter")
    expect(fault).to_contain_text("Question is empty")
    expect(fault).to_contain_text("Wrong answers: ")
    expect(focus).to_have_attribute("name", "prompt")
    assert "line" not in fault.inner_text()
    page.keyboard.press("Escape")
    page.keyboard.press("n")
    page.get_by_label("Right answer").fill("x")
    page.get_by_label("Right answer").press("Enter")
    expect(fault).to_have_text("Not savedQuestion is empty")
    expect(focus).to_have_attribute("name", "prompt")
    assert desk.text == WHOLE


def test_words_that_stand_twice_are_those_of_their_paragraph(desk: Desk) -> None:
    quote = "The port of Anzo opened on 3 May 2014."
    with desk.path.with_suffix(".md").open("a", encoding="utf-8") as file:
        file.write(f"\nAgain. {quote}\n")
    room = desk.room()
    for para, place in ((4, 4), (1, 1)):
        values = {"type": "short", "prompt": f"What of {para}?", "answer": "it", "kind": "date"}
        room.add({**values, "source": [{"quote": quote, "para": para}]})
        assert room.book.questions[place].prompt == f"What of {para}?"
