"""Whatever stands in a brief or a question is text, and the page is open to everybody."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from briefquiz import bank
from briefquiz.questions.choice import ChoiceQuestion
from briefquiz.quiz import Option, Source
from tests.review.web.conftest import Desk, Open

NASTY = (
    "<script>pwned = 1</script>",
    '<img src=x onerror="pwned = 1">',
    '"><svg onload=pwned=1>',
    "{{Answer}} {{#Prompt}} {{c1::x}}",
    "{% raw %} ${pwned} <%= 1 %>",
    "</script><script>pwned = 1</script><!--",
    "javascript:pwned=1 &lt;b&gt; &amp;",
    "\u05d0\u05d1\u05d2 \u0645\u0631\u062d\u0628\u0627 \U0001f600 é",
    "'; pwned = 1; //",
    "constructor prototype toString",
)
TAIL = "The sentence goes on for a while so that there is some prose in each of these paragraphs."


@pytest.fixture
def hostile(desk: Desk) -> Desk:
    """Every text is nasty: title, prompt, options, doubts, evidence, brief."""
    body = "\n\n".join(f"They wrote {text} in 2014. {TAIL}" for text in NASTY)
    desk.path.with_suffix(".txt").write_text(f"The case\n\n{body}\n", "utf-8")
    questions = tuple(
        ChoiceQuestion(
            id="constructor" if number == 9 else f"q{number}",
            kind="date",
            prompt=f"What is {text}?",
            answer=text,
            distractors=(Option(f"{text} 2", why=text), Option("other")),
            explain=text,
            source=(Source(f"They wrote {text} in 2014.", number + 1),),
            status="review",
            doubts=(text,),
        )
        for number, text in enumerate(NASTY)
    )
    file = bank.QuestionFile(
        briefquiz="1",
        id="case",
        title=NASTY[0],
        brief=bank.BriefRef(file="harbour.txt"),
        questions=questions,
    )
    desk.write(bank.dump(file))
    return desk


def test_everything_is_text(hostile: Desk, open_page: Open) -> None:
    page = open_page(hostile.serve(brief=".txt"))
    expect(page.locator("h1")).to_have_text(NASTY[0])
    for number, text in enumerate(NASTY):
        expect(page.locator("#question .prompt")).to_have_text(f"What is {text}?")
        expect(page.locator("#question .right .said")).to_contain_text(text)
        assert page.locator("#brief .m.now").all_inner_texts() == [f"They wrote {text} in 2014."]
        if number < 4:
            page.keyboard.press("c")
            back = page.frame_locator("figure.back iframe")
            expect(back.locator(".bq-answer")).to_have_text(text)
            for frame in page.frames[1:]:
                assert frame.evaluate("typeof pwned") == "undefined"
            page.keyboard.press("c")
        page.keyboard.press("j")
    page.keyboard.press("p")
    expect(page.frame_locator("figure.key iframe").locator(".keyed")).to_contain_text(NASTY[-1])
    page.keyboard.press("p")
    page.keyboard.press("l")
    page.keyboard.press("l")
    page.keyboard.press("a")
    expect(page.locator("#progress")).to_contain_text("1 of 10")
    assert page.evaluate("typeof pwned") == "undefined"
    assert page.locator("img, svg, main script").count() == 0


def test_a_nasty_edit_is_saved_to_the_letter(hostile: Desk, open_page: Open) -> None:
    page = open_page(hostile.serve(brief=".txt"))
    page.keyboard.press("e")
    page.get_by_label("Explanation").fill(NASTY[5] + ' # "x": [y]')
    page.keyboard.press("Enter")
    expect(page.locator("#question .explain")).to_have_text(NASTY[5] + ' # "x": [y]')
    loaded = bank.load(hostile.path.read_bytes(), "f")
    assert loaded.questions[0].explain == NASTY[5] + ' # "x": [y]'


def test_a_card_may_run_nothing_but_its_own_script(desk: Desk, open_page: Open) -> None:
    page = open_page(forgiving=True)
    page.keyboard.press("c")
    page.frame_locator("figure.back iframe").locator(".bq-answer").wait_for()
    frame = next(one for one in page.frames if "what=back" in one.url)
    assert frame.evaluate("window.origin") == "null"
    frame.evaluate(
        "document.body.append(Object.assign(document.createElement('script'), {text: 'pwned = 1'}))"
    )
    assert frame.evaluate("typeof pwned") == "undefined"
    with pytest.raises(Exception, match="Failed to fetch"):
        frame.evaluate("fetch('state')")
    page.evaluate("document.body.innerHTML += '<img src=x onerror=pwned=1>'")
    assert page.evaluate("typeof pwned") == "undefined"


# ── for everybody ──


def serious(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [
        f"{one['id']}: {one['nodes'][0]['html'][:200]} {one['nodes'][0]['failureSummary']}"
        for one in found
        if one["impact"] in ("serious", "critical")
    ]


@pytest.mark.parametrize(("width", "dark"), [(1280, False), (390, True)])
def test_axe_has_nothing_serious_to_say(
    desk: Desk, open_page: Open, width: int, dark: bool
) -> None:
    page = open_page(width=width, dark=dark)
    assert serious(page) == []
    for key, shown in (("e", ".edit"), ("l", "#list .entry"), ("?", "dialog dl"), ("c", "iframe")):
        page.keyboard.press(key)
        page.wait_for_selector(shown)
        assert serious(page) == [], key
        page.keyboard.press("Escape")
    for key in "arar":
        page.keyboard.press(key)
    page.wait_for_selector(".end")
    assert serious(page) == []


def test_nothing_is_wider_than_a_telephone(desk: Desk, open_page: Open) -> None:
    text = desk.text.replace("Who built", "Whobuilt" * 30)
    desk.write(text)
    page = open_page(width=390)
    page.keyboard.press("j")
    for key in ("e", "Escape", "l", "Escape", "?"):
        page.keyboard.press(key)
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
    targets = page.locator("#actions button").evaluate_all(
        "(all) => all.map((one) => one.getBoundingClientRect().height)"
    )
    assert min(targets) >= 44


def test_all_of_it_by_keyboard_alone(desk: Desk, open_page: Open) -> None:
    page = open_page()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    page.keyboard.press("e")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == "question"
    page.keyboard.press("a")
    expect(page.locator("#said")).to_contain_text("Approved")
