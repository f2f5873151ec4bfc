"""Sheets on paper, through a browser and through WeasyPrint: what a person would look for."""

import itertools
import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Literal

import pytest
from hypothesis import HealthCheck, given, settings

from briefquiz.outputs.paper import (
    answer_sheet,
    cross_table,
    key,
    overlay,
    quick_key,
    quiz,
)
from briefquiz.outputs.paper.parts import Laid, versions
from briefquiz.quiz import (
    Artifact,
    Build,
    Choice,
    Choices,
    Essay,
    Figure,
    Gap,
    Gaps,
    Pairs,
    Paper,
    Quiz,
    Sequence,
    TrueFalse,
    Words,
)
from briefquiz.quiz import (
    Print as Kind,
)
from tests.outputs.conftest import Print, Word
from tests.outputs.grading import check_key, check_quick_key
from tests.outputs.random_quizzes import word_quizzes
from tests.outputs.samples import HOSTILE, example_quiz, hostile_items, long_quiz, sample_quiz

PRINTS: tuple[Kind, ...] = ("normal", "large", "dyslexia")
POINTS = 72 / 25.4
"""Points in a millimetre."""
NO_INK = (
    "<style>.ink { visibility: hidden } "
    "@page :first { @top-right { content: none } }</style></head>"
)


def sheet(made: Iterable[Artifact], ending: str = "") -> str:
    """The sheet whose name ends so."""
    (found,) = [artifact for artifact in made if artifact.name.endswith(f"{ending}.html")]
    return found.data.decode()


def ends(laid: Laid) -> tuple[str, str]:
    """The first word of a question on paper and some of its last ones."""
    first = f"Opening{laid.item.id.rpartition('-')[2].zfill(2)}:"
    match laid.item.response:
        case Choice() | Choices() | Pairs():
            return first, laid.options[-1].text
        case Sequence(items=items):
            return first, items[laid.order[-1]]
        case Gaps(parts=parts):
            return first, str(parts[-1]).strip()
        case TrueFalse():
            return first, "False"
        case Words() | Figure() | Essay():
            return first, laid.item.prompt


@pytest.mark.parametrize(
    ("shown", "paper"), [("normal", "A4"), ("normal", "Letter"), ("large", "Letter")]
)
def test_no_question_is_split_and_no_heading_left_alone(
    either: Print, shown: Kind, paper: str
) -> None:
    of = long_quiz()
    build = Build(paper=Paper(versions=2, prints=(shown,), word_bank=True))
    printed = either(quiz.render(of, build)[1].data.decode(), paper)
    assert len(printed.pages) > 3
    for laid in versions(of, build.paper)[1].laid:
        first, last = ends(laid)
        (place,) = [page for page in printed.pages if first in page]
        after = place.partition(first)[2].partition("Opening")[0]
        assert last.split()[-1] in after, laid.item.id
    for page in printed.pages:
        headings = page.count("Part ")
        assert headings == 0 or "Opening" in page.rpartition("Part ")[2]


def test_every_page_says_version_and_number(either: Print) -> None:
    of = sample_quiz()
    build = Build(paper=Paper(versions=2))
    for module in (quiz, key, quick_key, answer_sheet, overlay):
        pages = either(sheet(module.render(of, build), "-B"), "A4").pages
        for number, page in enumerate(pages, 1):
            foot = f"How a shortage became a strategy Version B Page {number} of {len(pages)}"
            assert page.endswith(foot)
            assert "Version B" in page.removesuffix(foot) or number > 1
    assert either(quiz.render(of, Build())[0].data.decode(), "A4").pages[1].startswith("Name")


def test_engines_and_papers_agree_on_the_number_of_pages(
    print_sheet: Print, typeset_sheet: Print
) -> None:
    for module, pages in ((quiz, 2), (key, 2), (quick_key, 1), (answer_sheet, 1)):
        source = sheet(module.render(sample_quiz(), Build()))
        assert len(print_sheet(source, "A4").pages) == pages
        assert len(typeset_sheet(source, "A4").pages) == pages


@pytest.mark.parametrize("count", [8, 15, 30, 60])
def test_the_quick_key_is_one_page(print_sheet: Print, count: int) -> None:
    source = sheet(quick_key.render(long_quiz(count), Build()))
    assert len(print_sheet(source, "Letter").pages) == 1
    assert len(print_sheet(source, "A4").pages) == 1


@settings(
    max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(of=word_quizzes(most=20))
def test_printed_keys_are_right_for_the_printed_papers(print_sheet: Print, of: Quiz) -> None:
    build = Build(paper=Paper(versions=2))
    made = [module.render(of, build) for module in (quiz, quick_key, key)]
    for sheets in zip(*made, strict=True):
        paper, quick, whole = (print_sheet(one.data.decode(), "A4").raw for one in sheets)
        check_quick_key(of, paper, quick)
        check_key(of, paper, whole)


@pytest.mark.parametrize("shown", PRINTS)
def test_the_overlay_moves_nothing(either: Print, shown: Kind) -> None:
    of = replace(sample_quiz(), items=sample_quiz().items[:9])
    build = Build(paper=Paper(versions=2, prints=(shown,), word_bank=True))
    pairs = [
        (quiz.render(of, build)[1], overlay.render(of, build)[1]),
        (answer_sheet.render(of, build)[1], answer_sheet.render_overlay(of, build)[1]),
    ]
    for student, over in pairs:
        below = either(student.data.decode(), "A4").words
        hidden = over.data.decode().replace("</head>", NO_INK, 1)
        assert either(hidden, "A4").words == below


ESSAYS = tuple(replace(sample_quiz().items[-1], id=f"essay-{n}") for n in range(9))


@pytest.mark.parametrize("order", ["kind", "brief"])
@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_the_overlay_has_the_pages_up_to_its_last_answer_and_nothing_moved(
    either: Print, paper: str, order: Literal["kind", "brief"]
) -> None:
    """It says up to which question it goes, above the head rule: nothing of the paper is there."""
    of = replace(sample_quiz(), items=(*sample_quiz().items[:9], *ESSAYS))
    build = Build(paper=Paper(order=order))
    below, over = (
        either(sheet(module.render(of, build)).replace("</head>", head, 1), paper)
        for module, head in ((quiz, "</head>"), (overlay, NO_INK))
    )
    assert len(over.pages) < len(below.pages)
    for page in range(len(over.pages)):
        there, here = (
            [word for word in printed.words if word.page == page] for printed in (below, over)
        )
        for word in here:
            assert word in there or word.text == str(len(over.pages)), word
        assert page == len(over.pages) - 1 or len(here) == len(there)
    (said,) = overlay.render(of, build)
    shown = either(said.data.decode(), paper)
    label = "Overlay key up to question 9; pages after it are left out"
    assert label in shown.pages[0]
    top = min(word.top for word in below.words if word.text == "Quiz")
    assert [w.bottom < top for w in shown.words if w.text == "Overlay"] == [True]


def test_without_an_answer_the_overlay_is_the_whole_paper() -> None:
    of = replace(sample_quiz(), items=ESSAYS)
    (over,) = overlay.render(of, Build())
    assert over.data.decode().count('<article class="question ') == len(ESSAYS)
    assert "Overlay key</p>" in over.data.decode()


def test_the_overlay_writes_into_the_boxes_and_on_the_lines(print_sheet: Print) -> None:
    of = replace(sample_quiz(), items=sample_quiz().items[:9])
    over = print_sheet(sheet(overlay.render(of, Build())), "A4")
    for written in ("ASML", "52.7", "foundries", "laptops"):
        assert any(word.text == written for word in over.words), written
    student = print_sheet(sheet(quiz.render(of, Build())), "A4")
    more = [word.text for word in over.words]
    for word in (word.text for word in student.words):
        if word in more:
            more.remove(word)
    assert {*"DCB", *"3412"} <= set(more)


@pytest.mark.parametrize("shown", PRINTS)
def test_bubbles_stand_at_the_same_place_in_both_engines(
    print_sheet: Print, typeset_sheet: Print, shown: Kind
) -> None:
    of = replace(
        long_quiz(40), items=tuple(i for i in long_quiz(40).items if has_bubbles(i.response))
    )
    source = sheet(answer_sheet.render(of, Build(paper=Paper(prints=(shown,)))))
    one, other = (bubbles(printer(source, "A4").words) for printer in (print_sheet, typeset_sheet))
    assert len(one) > 60
    for word, same in zip(one, other, strict=True):
        assert word.text == same.text
        assert abs(middle(word)[0] - middle(same)[0]) < POINTS
        assert abs(middle(word)[1] - middle(same)[1]) < POINTS


def has_bubbles(response: object) -> bool:
    return isinstance(response, Choice | Choices | TrueFalse)


def bubbles(words: list[Word]) -> list[Word]:
    """The single capital letters, in reading order."""
    return [word for word in words if re.fullmatch("[A-Z]", word.text)]


def middle(word: Word) -> tuple[float, float]:
    return (word.left + word.right) / 2, (word.top + word.bottom) / 2


@pytest.mark.parametrize("shown", PRINTS)
def test_nothing_is_printed_beyond_the_margins(either: Print, shown: Kind) -> None:
    items = (*sample_quiz().items, *hostile_items("x" * 90))
    build = Build(paper=Paper(prints=(shown,), word_bank=True))
    printed = either(sheet(quiz.render(replace(sample_quiz(), items=items), build)), "Letter")
    width, height = printed.size
    edge = (width - 174 * POINTS) / 2 - 1
    for word in printed.words:
        assert edge < word.left < word.right < width - edge, word
        assert 0 < word.top < word.bottom < height, word


def test_hostile_texts_survive_on_paper(either: Print) -> None:
    plain = [text for text in HOSTILE if text.isascii() and text.isprintable() and len(text) < 60]
    assert len(plain) > 15
    items = tuple(i for n, text in enumerate(plain) for i in hostile_items(text, f"h{n}")[2:3])
    of = replace(sample_quiz(), items=items)
    for module in (quiz, key):
        printed = either(sheet(module.render(of, Build())), "A4")
        seen = "".join("".join(printed.pages).split())
        for text in plain:
            assert "".join(text.split()) in seen, text


def test_the_table_of_versions_fits_the_page(either: Print) -> None:
    build = Build(paper=Paper(versions=6))
    printed = either(sheet(cross_table.render(example_quiz(), build)), "Letter")
    assert max(word.right for word in printed.words) < printed.size[0] - 15 * POINTS


def test_a_long_word_does_not_shrink_the_page(print_sheet: Print) -> None:
    """A browser prints every page smaller if one line is wider than the paper."""
    long = replace(sample_quiz(), items=tuple(hostile_items("x" * 300)))
    for module in (quiz, key, quick_key, answer_sheet):
        tall, usual = (
            print_sheet(sheet(module.render(of, Build())), "A4").height("shortage")
            for of in (long, sample_quiz())
        )
        assert tall == pytest.approx(usual)


def test_parts_are_not_chained_to_each_other(print_sheet: Print) -> None:
    """A question that is only a text with gaps once handed its "no break after" up."""
    items = tuple(item for item in long_quiz(60).items if isinstance(item.response, Gaps)) * 3
    pages = print_sheet(sheet(quiz.render(replace(long_quiz(), items=items), Build())), "A4").pages
    assert "Part 1" in pages[0]
    assert len([page for page in pages if page.count("Opening") > 3]) >= len(pages) - 1


def test_short_lines_of_an_answer_sheet_stand_side_by_side(either: Print) -> None:
    """So that thirty of them are one page, not two of which one is empty."""
    short = (Words("ASML"), Figure("5", "weeks"), Gaps(("By ", Gap("land"), ".")))
    items = tuple(
        replace(sample_quiz().items[0], id=f"i{n}", response=short[n % 3]) for n in range(30)
    )
    printed = either(sheet(answer_sheet.render(replace(sample_quiz(), items=items), Build())), "A4")
    assert len(printed.pages) == 1
    at = {word.text: word.top for word in printed.words if re.fullmatch(r"[1-9]\d?", word.text)}
    assert at["11"] == pytest.approx(at["12"], abs=1)
    assert at["13"] > at["12"] + 5
    long = replace(items[0], response=Words("a sentence that needs the whole of a line"))
    wide = either(
        sheet(answer_sheet.render(replace(sample_quiz(), items=(long,) * 2), Build())), "A4"
    )
    tops = [word.top for word in wide.words if word.text in ("1", "2")]
    assert tops[-1] > tops[0] + 5


def test_long_lines_among_the_short_ones_of_an_answer_sheet(either: Print) -> None:
    """Every number stands in its place: in the left or right column, row after row."""
    line = replace(sample_quiz().items[0], response=Words("ASML"))
    whole = replace(line, response=Words("a sentence that needs the whole of a line"))
    order = [line, line, line, whole, line, whole, line, line, line]
    items = tuple(replace(item, id=f"i{n}") for n, item in enumerate(order))
    of = replace(sample_quiz(), items=items)
    printed = either(sheet(answer_sheet.render(of, Build())), "A4")
    at: dict[str, Word] = {}
    for word in printed.words:
        at.setdefault(word.text, word)
    left, right = at["1"].left, at["2"].left
    columns = {"3": left, "4": left, "5": left, "6": left, "7": left, "8": right}
    assert {n: at[n].left for n in columns} == {
        n: pytest.approx(x, abs=1) for n, x in columns.items()
    }
    rows = [at[n].top for n in ("1", "3", "4", "5", "6", "7")]
    assert all(below > above + 5 for above, below in itertools.pairwise(rows))
    assert at["8"].top == pytest.approx(at["7"].top, abs=1)
