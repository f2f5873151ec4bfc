"""Study cards: fronts and backs meet on paper, nothing runs over, every answer is there."""

import html
import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser

from briefquiz.outputs.handouts import cards
from briefquiz.outputs.handouts.fitting import HEIGHT, SIZES, Block, fitted, height
from briefquiz.outputs.handouts.proofs import proof
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
    Pairs,
    Quiz,
    Sequence,
    Source,
    TrueFalse,
    Words,
)
from tests.outputs.handouts.conftest import ENGINES, PAPERS, Engine, Paper, Print, Word, faults
from tests.outputs.samples import (
    HOSTILE,
    example_quiz,
    hostile_items,
    hostile_quiz,
    long_quiz,
    sample_quiz,
)

PAD, WIDTH, DEEP = 7.0, 92.0, 62.0
"""Of a card, in mm, as the page means it to be."""
LEGIBLE = 8.0
"""Type smaller than this, in points, is set nowhere on a card."""


def sheet(quiz: Quiz) -> str:
    (artifact,) = cards.render(quiz, Build())
    assert artifact.name == f"{quiz.name}-cards.html"
    return artifact.data.decode()


def faces(source: str, side: str) -> list[str]:
    """What stands on each card, in the order of the source: "fronts" or "backs"."""
    sections = re.findall(rf'<section class="cards cards--{side}".*?</section>', source, re.DOTALL)
    found = [
        card
        for section in sections
        for card in re.findall(r'<article class="card">(.*?)</article>', section, re.DOTALL)
    ]
    plain = (re.sub(r"<[^>]+>", " ", re.sub(r"</?mark>", "", face)) for face in found)
    return [" ".join(html.unescape(face).split()) for face in plain]


def placed(page: Paper) -> dict[str, tuple[float, float]]:
    """Number of a card → the right end of that number and its top, in mm."""
    return {
        word.text: (word.right, word.top)
        for word in page.words
        if word.text.isdigit() and _is_corner(page, word)
    }


def _is_corner(page: Paper, word: Word) -> bool:
    edge = (page.width - 2 * WIDTH) / 2
    right = any(abs(word.right - (edge + n * WIDTH - PAD)) < 1.5 for n in (1, 2))
    return right and (word.top - 15.5) % DEEP < 10


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("paper", PAPERS)
def test_backs_lie_on_their_fronts(print_pages: Print, engine: Engine, paper: str) -> None:
    """Turned over the long edge, what is x mm from the left is x mm from the right."""
    source = sheet(example_quiz())
    pages = print_pages(source, engine, paper)
    numbers = []
    for front, back in zip(pages[::2], pages[1::2], strict=True):
        ahead, behind = placed(front), placed(back)
        assert ahead.keys() == behind.keys()
        numbers += sorted(ahead, key=int)
        for number, (right, top) in ahead.items():
            card = right + PAD - WIDTH  # the left edge of the front
            turned = back.width - (behind[number][0] + PAD)  # the same edge, seen through
            assert turned == pytest.approx(card, abs=0.5), number
            assert behind[number][1] == pytest.approx(top, abs=0.5), number
    assert numbers == [str(n) for n in range(1, len(faces(source, "fronts")) + 1)]


@pytest.mark.parametrize(
    ("engine", "paper"), [("chromium", "A4"), ("chromium", "Letter"), ("weasyprint", "Letter")]
)
def test_no_card_is_split_and_the_block_is_centred(
    print_pages: Print, engine: Engine, paper: str
) -> None:
    pages = print_pages(sheet(long_quiz()), engine, paper)
    assert len(pages) % 2 == 0
    for page in pages:
        left, top = (page.width - 2 * WIDTH) / 2, 15.5
        for word in page.words:
            if word.top < top - 3:
                continue  # the line above the cards
            column, row = (word.left - left) % WIDTH, (word.top - top) % DEEP
            assert column > PAD - 0.6, word
            assert column + word.right - word.left < WIDTH - PAD + 0.6, word
            assert row + word.bottom - word.top < DEEP - 4, word


def answers(item: Item) -> Iterator[str]:
    """What the backs of an item's cards must say."""
    match item.response:
        case Choice(answer=answer):
            yield answer
        case Choices(answers=right):
            yield " ".join(right)
        case TrueFalse(answer=answer):
            yield str(answer)
        case Words(answer=answer, accept=accept):
            yield answer
            yield from accept
        case Figure(answer=answer, unit=unit, tolerance=tolerance):
            yield f"{unit}{answer}"
            yield f"± {tolerance}"
        case Gaps(parts=parts):
            yield " · ".join(part.answer for part in parts if isinstance(part, Gap))
        case Pairs(pairs=pairs):
            yield from (right for _, right in pairs)
        case Sequence(items=items):
            yield " ".join(f"{n}. {text}" for n, text in enumerate(items, 1))
        case Essay(model=model):
            yield model


def test_every_question_has_its_card_with_answer_and_proof() -> None:
    source = sheet(sample_quiz())
    fronts, backs = faces(source, "fronts"), faces(source, "backs")
    assert len(fronts) == len(backs) == 12  # a card for each of three pairs
    text = " ".join(backs)
    for item in sample_quiz().items:
        assert any(" ".join(item.prompt.replace("____", "_____").split()[:3]) in f for f in fronts)
        for answer in answers(item):
            assert answer in text, item.id
        assert item.explain in text
        assert any(source.quote in text for source in item.sources)


@pytest.mark.parametrize(
    ("item", "front", "back"),
    [
        (0, "Date 1 When did President Joe Biden sign the CHIPS and Science Act?",
         "Answer 1 9 August 2022 Money came first, controls second. “On 9 August 2022 President"),
        (1, "Why 2 Which is right? Why did carmakers cancel orders for chips in the",
         "Answer 2 They expected the pandemic to depress sales."),
        (3, "Why 4 True or false? Critics argue", "Answer 4 False They argue"),
        (6, "Who 7 What is missing? After carmakers had cancelled their orders, _____ sold the",
         "Answer 7 foundries · laptops"),
        (7, "Who 8 Which company did what? Nvidia",
         "Answer 8 designed the A800 and the H800 “Nvidia designed slower chips"),
    ],
)  # fmt: skip
def test_what_stands_on_the_sides(item: int, front: str, back: str) -> None:
    source = sheet(sample_quiz())
    assert faces(source, "fronts")[item].startswith(front)
    assert faces(source, "backs")[item].startswith(back)


def test_dates_and_figures_are_recalled_other_answers_chosen() -> None:
    """Options are printed only where a question may lean on them."""
    fronts = faces(sheet(sample_quiz()), "fronts")
    assert "7 October 2022" not in fronts[0]
    assert "None of these" in fronts[1]
    assert "(portable computers) and games consoles." in fronts[6]
    assert "the American restrictions" in fronts[2]


def test_a_card_of_a_match_has_all_right_sides_to_choose_from() -> None:
    fronts = faces(sheet(sample_quiz()), "fronts")
    sides = {
        "designed the A800 and the H800",
        "made the processor of the Mate 60 Pro",
        "put its planned factory in Magdeburg on hold",
        "estimated what the shortage would cost",
    }
    lists = [front[front.index(" A ") :] for front in fronts[7:10]]
    assert lists[0] == lists[1] == lists[2]
    assert set(re.split(r" [A-D] ", lists[0])) == {"", *sides}


PAIRS = Pairs((("Nvidia", "chips"), ("ASML", "machines")))


@pytest.mark.parametrize(
    ("quotes", "place", "proofs"),
    [
        (("first", "second"), 1, ("second",)),
        (("Nvidia makes it", "nobody", "the machines"), 1, ("the machines",)),
        (("Nvidia makes it", "nobody", "none"), 0, ("Nvidia makes it",)),
        (("nobody",), 0, ("nobody",)),
    ],
)
def test_a_pair_has_its_own_proof(
    quotes: tuple[str, ...], place: int, proofs: tuple[str, ...]
) -> None:
    item = Item(
        id="i", kind="actor", prompt="?", response=PAIRS, sources=tuple(map(Source, quotes))
    )
    assert tuple(source.quote for source in proof(item, PAIRS, place)) == proofs


def test_dotted_lines_and_directions_are_on_fronts_only() -> None:
    source = sheet(sample_quiz())
    assert source.count('class="dots dots--v"') == source.count('class="cards cards--fronts"') == 2
    assert re.sub("<style>.*?</style>", "", source, flags=re.DOTALL).count("long edge") == 2
    assert source.count('class="tick ') == 4 * (6 + 10)


LONG = Item(
    id="long",
    kind="cause",
    prompt="Why? " * 20,
    response=Essay("Because of this and that, and of much else besides. " * 30),
    sources=(Source("What the brief says of it is long. " * 40, 3),),
)


def test_a_text_too_long_for_a_card_goes_on_on_another() -> None:
    source = sheet(replace(sample_quiz(), items=(LONG,)))
    fronts, backs = faces(source, "fronts"), faces(source, "backs")
    assert len(fronts) == len(backs) > 2
    for place, (front, back) in enumerate(zip(fronts, backs, strict=True), 1):
        assert front.startswith(f"Why 1 ({place}/{len(fronts)}) Why? Why?")
        assert back.startswith(f"Answer 1 ({place}/{len(backs)}) ")
    assert " ".join(back.split(") ", 1)[1] for back in backs).count("much else") == 30


BLOCKS = st.lists(
    st.builds(
        Block,
        st.sampled_from(["context", "ask", "says", "item", "note", "quote"]),
        st.text(st.characters(codec="utf-8", exclude_characters="\r\x0b\x0c"), max_size=400)
        | st.lists(st.sampled_from(["one", "a", "longer", "x" * 90, "\n"])).map(" ".join),
    ),
    max_size=6,
)


@settings(max_examples=60, deadline=None)
@given(BLOCKS)
def test_whatever_the_text_no_letter_is_lost_and_no_card_too_full(blocks: list[Block]) -> None:
    sides = fitted(blocks)
    assert sides
    for side in sides:
        assert len(side) == 1 or height(side) <= HEIGHT + 0.01
        assert all(SIZES[block.size] >= LEGIBLE for block in side)
    assert "".join(b.text for side in sides for b in side) == "".join(b.text for b in blocks)


def test_what_is_spare_is_left_out_before_a_card_is_split() -> None:
    full = Block("says", "word " * 100)
    (side,) = fitted((full, Block("quote", "proof " * 60, spare=1)))
    assert [block.role for block in side] == ["says"]
    (side,) = fitted((Block("says", "word"), Block("quote", "proof", spare=1)))
    assert [block.role for block in side] == ["says", "quote"]


def test_nothing_runs_over_the_edge_of_a_card(browser: Browser) -> None:
    """Measured in the browser: what is on a card ends above its quote, and that in the card."""
    items = (LONG, *hostile_quiz().items, *long_quiz().items, *example_quiz().items)
    quiz = replace(
        sample_quiz(), items=tuple(replace(i, id=f"q{at}") for at, i in enumerate(items))
    )
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.set_content(sheet(quiz))
    page.emulate_media(media="print")
    over = page.evaluate(
        """() => [...document.querySelectorAll(".card")].map(card => {
          const edge = card.getBoundingClientRect(), quotes = card.querySelector(".card-quotes");
          const body = card.querySelector(".card-body").getBoundingClientRect();
          const end = quotes ? quotes.getBoundingClientRect().top : edge.bottom - 18;
          const wide = card.scrollWidth > card.clientWidth;
          return body.bottom > end + 6 || wide ? card.textContent : null;
        }).filter(Boolean)"""
    )
    assert over == []
    page.close()


def test_hostile_texts_stay_text() -> None:
    source = sheet(hostile_quiz())
    tags = set(re.findall(r"<([a-zA-Z][a-z0-9]*)", source))
    assert tags == {
        "html", "head", "meta", "title", "style", "body", "main", "section", "div", "article",
        "h1", "p", "b", "span", "blockquote", "mark", "i",
    }  # fmt: skip
    text = html.unescape(source)
    for hostile in map(printable, HOSTILE):
        if len(hostile) < 100:
            assert f"Q {hostile}" in text


def test_hostile_texts_are_printed(print_pages: Print) -> None:
    quiz = replace(sample_quiz(), items=tuple(hostile_items("a<b & {{c}} %s $x$ \\(y\\) ~")))
    text = " ".join(page.text for page in print_pages(sheet(quiz), "chromium", "A4"))
    assert "A a<b & {{c}} %s $x$ \\(y\\) ~" in html.unescape(text)


@pytest.mark.parametrize("width", [390, 1280])
def test_on_the_screen_axe_finds_no_fault(browser: Browser, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.set_content(sheet(sample_quiz()))
    assert faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.close()


def test_an_empty_quiz_makes_no_cards() -> None:
    assert cards.render(replace(sample_quiz(), items=()), Build()) == ()
