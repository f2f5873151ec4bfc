"""The study sheet: what questions know is on it, told as the brief tells it, and it prints."""

import html
import re
from collections.abc import Mapping
from dataclasses import replace

import pytest
from playwright.sync_api import Browser

from briefquiz.outputs.handouts import columns, study
from briefquiz.outputs.handouts.dates import told
from briefquiz.outputs.handouts.figures import KeyFigure
from briefquiz.outputs.handouts.people import Actor, Deed
from briefquiz.outputs.pictures import known
from briefquiz.outputs.text import printable
from briefquiz.quiz import Build, Choice, Kind, Quiz, Source
from tests.outputs.handouts.conftest import ENGINES, PAPERS, Engine, Print, faults
from tests.outputs.handouts.facts import item, quiz_of
from tests.outputs.samples import (
    HOSTILE,
    example_quiz,
    known_quiz,
    long_quiz,
    one_shape,
)

DATE, NUMBER, DEED, CAUSE = (
    {"when": "2022", "event": "The line was opened"},
    {"value": "310,000", "of": "people"},
    {"who": "the council", "did": "closed the airfield"},
    {"cause": "the storm", "effect": "the pier broke", "connective": "lead to"},
)


def sheet(quiz: Quiz) -> str:
    (artifact,) = study.render(quiz, Build())
    assert artifact.name == f"{quiz.name}-study.html"
    return artifact.data.decode()


def seen(source: str) -> str:
    """What a reader sees, white space evened out."""
    body = re.sub(r"<desc.*?</desc>|<title.*?</title>", "", source.partition("<body>")[2])
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", body)).split())


def of_facts(*facts: Mapping[str, str]) -> Quiz:
    kinds: dict[str, Kind] = {"when": "date", "value": "number", "who": "actor", "cause": "cause"}
    return quiz_of(*(item(kinds[next(iter(fact))], **fact) for fact in facts))


@pytest.mark.parametrize(
    ("facts", "headings"),
    [
        ((DATE,), ["When", "The words of the brief"]),
        ((NUMBER,), ["Key figures", "The words of the brief"]),
        ((DEED,), ["Who is who", "The words of the brief"]),
        ((CAUSE,), ["What led to what", "The words of the brief"]),
        (
            (CAUSE, DEED, NUMBER, DATE),
            ["When", "Key figures", "Who is who", "What led to what", "The words of the brief"],
        ),
    ],
)
def test_a_section_of_which_nothing_is_known_is_left_out(
    facts: tuple[Mapping[str, str], ...], headings: list[str]
) -> None:
    found = re.findall(r'<h2 class="heading"[^>]*>(.*?)</h2>', sheet(of_facts(*facts)))
    assert sorted(found) == sorted(headings)
    assert found[-1] == "The words of the brief"


def test_no_fact_no_sheet() -> None:
    assert study.render(one_shape(Choice), Build()) == ()


def test_all_that_the_example_knows_is_on_its_sheet() -> None:
    quiz = example_quiz()
    text = seen(sheet(quiz))
    for event in known.events(quiz):
        assert event.text in text
    for link in known.links(quiz):
        assert link.cause in text
        assert link.effect in text
    for question in quiz.items:
        fact = question.fact
        for key in ("who", "did", "value"):
            assert fact.get(key, "").casefold() in text.casefold()
        if fact:
            for source in question.sources:
                assert source.quote in text


@pytest.mark.parametrize(
    "fact", [{}, {"who": "the mayor", "did": "resigned"}], ids=["alone", "two"]
)
def test_a_day_without_a_year_stands_below_the_timeline(fact: dict[str, str]) -> None:
    """Where nothing else is dated, there is no timeline but that list."""
    day = {"when": "--09-01", "event": "They left", "attribution": "the union says"}
    text = seen(sheet(of_facts(day, *([fact] if fact else []))))
    assert "When Without a year in the brief 1 September They left – the union says" in text
    source = sheet(of_facts(DATE, day))
    assert 'class="undated"' in source
    assert "2024" not in seen(source)
    assert "September" not in "".join(re.findall("<svg.*?</svg>", source, re.DOTALL))


def test_it_says_that_it_gives_the_test_away() -> None:
    assert "this sheet gives the answers of the test away" in seen(sheet(example_quiz()))


def test_an_event_keeps_who_says_so() -> None:
    quiz = quiz_of(item("date", when="1991", event="They left", attribution="the union says"))
    (event,) = known.events(quiz)
    assert told(event, quiz).text == "They left – the union says"
    assert "They left – the union says" in seen(sheet(quiz))


@pytest.mark.parametrize("quiz", [example_quiz(), known_quiz()], ids=["example", "known"])
def test_every_note_is_there_and_every_one_is_used(quiz: Quiz) -> None:
    proved = replace(
        quiz,
        items=tuple(
            i if i.sources else replace(i, sources=(Source(f"Proof of {i.id}.", at),))
            for at, i in enumerate(quiz.items, 1)
        ),
    )
    source = sheet(proved)
    said = re.findall(r'<sup class="fn">([\d,]+)</sup>', source)
    drawn = re.findall(r'font-weight="400">([\d,]+)</tspan>', source)
    listed = re.findall(r"<li><b>(\d+)</b>", source.partition('class="sources"')[2])
    assert listed == [str(n) for n in range(1, len(listed) + 1)]
    assert {n for numbers in (*said, *drawn) for n in numbers.split(",")} == set(listed)


def test_what_is_hedged_is_dashed_and_said_to_be() -> None:
    hedged = {**CAUSE, "hedge": "may"}
    source = sheet(of_facts(hedged, {**DATE, "attribution": "the mayor said"}))
    assert source.count('stroke-dasharray="1.5 1"') == 3  # the arrow twice, and the legend
    assert "lead to (as reported)" in seen(source)
    assert "The line was opened – the mayor said (as reported)" in seen(source)
    assert 'stroke-dasharray="1.5 1"' not in sheet(of_facts(CAUSE, DATE))


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_stay_text(text: str) -> None:
    facts = (
        {"when": "2022", "event": text}, {"value": text}, {"who": text, "did": text},
        {"cause": f"a {text}", "effect": f"b {text}", "connective": text},
    )  # fmt: skip
    quiz = replace(of_facts(*facts), title=text)
    proof = (Source(text, 1),)
    quiz = replace(quiz, items=tuple(replace(i, sources=proof) for i in quiz.items))
    source = sheet(quiz)
    tags = set(re.findall(r"<([a-zA-Z][a-z0-9]*)", source))
    assert not tags & {"script", "img", "iframe", "object", "base", "form", "x", "y", "a"}
    assert source.count("<style>") == source.count("</style>") == 1
    assert "\x00" not in source
    assert " ".join(printable(text).split()) in seen(source)


def test_a_course_has_a_sheet_for_each_brief_that_knows_something() -> None:
    quiz = example_quiz()
    course = replace(
        quiz, title="Two", items=(), parts=(quiz, one_shape(Choice), replace(quiz, title="Again"))
    )
    source = sheet(course)
    heads = re.findall(r"<h2>(.*?)</h2>", source)
    assert heads == [quiz.title, "Again"]
    assert len(re.findall(r"<h3 ", source)) == 10
    ids = re.findall(r'\bid="([^"]+)"', source)
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    ("lang", "printed"),
    [
        ("de-AT", ("Lernblatt · Januar 2019", "Wer ist wer", "9. Januar")),
        ("pl", ("Karta do nauki · styczeń 2019", "Kto jest kim", "9 stycznia")),
        ("fr", ("Fiche de révision · janvier 2019", "Qui est qui", "9 janvier")),
    ],
)
def test_other_languages_print_their_own_words(lang: str, printed: tuple[str, ...]) -> None:
    source = sheet(replace(example_quiz(), lang=lang))
    assert f'<html lang="{lang}">' in source
    for words in printed:
        assert words in seen(source)


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("paper", PAPERS)
def test_the_example_is_two_pages(print_pages: Print, engine: Engine, paper: str) -> None:
    quiz = example_quiz()
    pages = print_pages(sheet(quiz), engine, paper)
    assert len(pages) == 2
    for number, page in enumerate(pages, 1):
        assert f"page {number} of 2" in page.text
    whole = " ".join(page.text for page in pages)
    for heading in ("When", "Key figures", "Who is who", "What led to what", "The words of the"):
        assert heading in whole
    for word in (word for page in pages for word in page.words):
        assert 17 < word.left < word.right < pages[0].width - 17, word


@pytest.mark.parametrize("engine", ENGINES)
def test_a_brief_of_which_much_is_known_is_set_closer(print_pages: Print, engine: Engine) -> None:
    """Still two pages, on the shorter paper."""
    quiz = example_quiz()
    more = tuple(
        replace(
            item("number", f"In {1990 + n}, about {n}00 of them left.", value=f"about {n}00"),
            id=f"more-{n}",
        )
        for n in range(1, 9)
    )
    source = sheet(replace(quiz, items=quiz.items + more))
    assert 'class="brief dense"' in source
    assert 'class="brief dense"' not in sheet(quiz)
    assert len(print_pages(source, engine, "Letter")) == 2


@pytest.mark.parametrize("engine", ENGINES)
def test_however_much_is_known_nothing_is_cut_off(print_pages: Print, engine: Engine) -> None:
    """A long timeline is drawn in pieces; a long chain shrinks; a wide map shrinks."""
    chain = ({"cause": f"step{n}", "effect": f"step{n + 1}"} for n in range(30))
    star = ({"cause": "source", "effect": f"ray{n}"} for n in range(12))
    days = ({"when": f"2019-{n % 12 + 1:02}-{n // 12 + 1:02}", "event": f"Event{n}"}
            for n in range(60))  # fmt: skip
    pages = print_pages(sheet(of_facts(*days, *chain, *star)), engine, "Letter")
    words = [word for page in pages for word in page.words]
    assert all(0 < word.left < word.right < 216 for word in words)
    assert all(10 < word.top < word.bottom < 272 for word in words)
    printed = " ".join(word.text.casefold() for word in words)
    for name in (
        *(f"event{n}" for n in range(60)),
        *(f"step{n}" for n in range(31)),
        *(f"ray{n}" for n in range(12)),
    ):
        assert name in printed
    heads = [word for word in words if word.text in ("When", "What")]
    assert heads[0].bottom - heads[0].top == pytest.approx(heads[1].bottom - heads[1].top)


FIGURE = KeyFigure(("1",), "so many people live in that town", "", ())
ACTOR = Actor("The council", (Deed("closed the airfield", "", ()),))


@pytest.mark.parametrize(
    ("timeline", "figures", "people", "best"),
    [
        (0.0, 3, 3, "none"),
        (100.0, 7, 0, "figures"),
        (60.0, 9, 8, "all"),
        (100.0, 20, 8, "actors"),
        (100.0, 0, 8, "actors"),
        (100.0, 0, 0, "none"),
    ],
)
def test_what_stands_beside_the_timeline_makes_the_sheet_short(
    timeline: float, figures: int, people: int, best: str
) -> None:
    assert columns.best(timeline, [FIGURE] * figures, [ACTOR] * people)[0] == best


@pytest.mark.parametrize("width", [390, 1280])
def test_on_the_screen_nothing_is_too_wide_and_axe_finds_no_fault(
    browser: Browser, width: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.set_content(sheet(example_quiz()))
    page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert faults(page) == []
    names = page.evaluate(
        "[...document.querySelectorAll('figure svg title')].map(t => t.textContent)"
    )
    assert names[0] == "Timeline, 1991 to 2016"
    drawn = "[...document.querySelectorAll('figure')].map(f => [f.className, f.offsetHeight > 0])"
    seen = {name.split()[0]: shown for name, shown in page.evaluate(drawn)}
    assert seen == {"wide": width > 660, "narrow": width <= 660}
    page.close()


def test_questions_without_facts_change_nothing() -> None:
    quiz = example_quiz()
    other = tuple(
        replace(i, id=f"o-{i.id}", fact={}) for i in long_quiz().items if i.kind == "cause"
    )
    assert sheet(replace(quiz, items=quiz.items + other)) == sheet(quiz)


def test_no_type_is_too_small_to_study(browser: Browser) -> None:
    """In points: what is read, at least 8; numbers of notes 7; drawings of few things 9."""
    page = browser.new_page(viewport={"width": 1000, "height": 900})
    quiz = example_quiz()
    more = (
        replace(
            item("number", f"In {1990 + n}, about {n}00 left.", value=f"about {n}00"), id=f"m{n}"
        )
        for n in range(1, 9)
    )
    for of in (quiz, replace(quiz, items=(*quiz.items, *more))):
        page.set_content(sheet(of))
        smallest = page.evaluate(
            """query => [...document.querySelectorAll(query)]
            .filter(node => node.offsetParent && node.textContent.trim())
            .reduce((least, node) =>
              Math.min(least, parseFloat(getComputedStyle(node).fontSize) * .75), 99)""",
            "p, li, dd, dt, h1, h2, .legend span",
        )
        assert smallest >= 7.9
        assert "font: 400 7.2pt/1 var(--font-label); vertical-align" in sheet(of)
    drawn = re.findall(
        r'<figure class="wide[^>]*><svg [^>]*viewBox="0 0 ([\d.]+) [\d.]+"'
        r'[^>]*style="width:([\d.]+)mm',
        sheet(quiz),
    )
    assert len(drawn) == 4
    for units, millimetres in drawn:
        assert float(millimetres) / float(units) == pytest.approx(1.125, abs=0.01)
    page.close()
