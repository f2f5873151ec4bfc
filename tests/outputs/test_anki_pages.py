"""Cards on telephones, simulated: every side is a page load of its own in a real browser.

AnkiDroid and AnkiMobile themselves are not run; what their pages can and cannot keep is known from
their issue trackers and manuals.
"""

import html
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TypeAlias

import pytest

from briefquiz.outputs.text import printable
from briefquiz.quiz import Choice, Quiz
from tests.outputs.deck import Reader, build
from tests.outputs.pages import Side, Told, loads, page, sides
from tests.outputs.samples import HOSTILE, hostile_quiz, known_quiz, one_shape, sample_quiz

Render: TypeAlias = Callable[[Quiz], dict[tuple[str, int], tuple[Side, Side]]]
"""Cards of a quiz as Anki renders them: (item and part, place) → front and back."""

LOADS = 200
DAY = "<script>Date = class extends Date {{ constructor() {{ super(2026, 0, {0}); }} }};</script>"
NO_STORAGE = (
    "<script>Object.defineProperty(window, 'sessionStorage',"
    " { get() { throw new DOMException('no'); } });</script>"
)


def without_scripts(side: Side) -> Side:
    return replace(side, html=re.sub(r"<script>.*?</script>", "", side.html, flags=re.DOTALL))


@pytest.fixture
def cards(tmp_path: Path) -> Iterator[Render]:
    reader = Reader(tmp_path / "anki")

    def rendered(quiz: Quiz) -> dict[tuple[str, int], tuple[Side, Side]]:
        reader.imports(build(quiz)[0])
        return {
            (html.unescape(name).partition("/")[2], place): (front, back)
            for name, place, front, back in sides(reader.collection)
        }

    yield rendered
    reader.collection.close()


def shuffled(count: int) -> Quiz:
    """One choice that is shuffled, with so many options."""
    quiz = one_shape(Choice)
    item = next(item for item in quiz.items if item.id == "orders-cancelled")
    assert isinstance(item.response, Choice)
    response = replace(item.response, distractors=item.response.distractors[: count - 1], last="")
    return replace(quiz, items=(replace(item, response=response),))


def near_uniform(places: Counter[int], count: int) -> bool:
    """Chi squared over so many places; a fair draw fails this once in ten thousand times."""
    wanted = sum(places.values()) / count
    limit = {2: 15.1, 3: 18.4, 4: 21.1}[count]
    return sum((places[at] - wanted) ** 2 / wanted for at in range(count)) < limit


@pytest.mark.parametrize(
    ("case", "times"), [("storage kept", LOADS), ("an origin of its own", 80), ("none", 80)]
)
def test_both_sides_show_one_order_and_no_place_is_better(
    case: str, times: int, cards: Render, tmp_path: Path
) -> None:
    ((front, back),) = cards(shuffled(4)).values()
    pages = []
    for number in range(times):
        # Without storage the order hangs on card and day: another day is another review.
        before = "" if case == "storage kept" else DAY.format(number + 1)
        before += NO_STORAGE if case == "none" else ""
        pages.append(page(2 * number, front, before=before, styles=number < 20))
        pages.append(page(2 * number + 1, back, before=before))
    told = loads(pages, tmp_path / "profile", storage=case != "an origin of its own")

    assert [each["page"] for each in told] == list(range(2 * times))
    assert all(each["globals"] == [] and each["local"] == 0 for each in told)
    fronts, backs = ([each["sides"][0] for each in told[side::2]] for side in (0, 1))
    right = "They expected the pandemic to depress sales."
    assert all(one["order"] == other["order"] for one, other in zip(fronts, backs, strict=True))
    assert all(each["bold"] == [right] for each in backs)
    assert all(each["bold"] == [] for each in fronts)
    assert [each["styles"] for each in fronts[:20]] == [1] * 20
    places = Counter(each["order"].index(right) for each in fronts)
    assert near_uniform(places, 4), places
    assert len({tuple(each["order"]) for each in fronts}) > 12  # of 24


def test_an_answer_that_leaks_by_its_style_would_be_seen(cards: Render, tmp_path: Path) -> None:
    ((front, _),) = cards(shuffled(3)).values()
    leaks = replace(front, css=front.css + "#bq-choices li:nth-child(2) { font-weight: 700 }")
    (told,) = loads([page(0, leaks, styles=True)], tmp_path / "profile")
    assert told["sides"][0]["styles"] == 2


def test_the_choices_stay_open_on_the_back_if_they_were_opened(
    cards: Render, tmp_path: Path
) -> None:
    ((front, back),) = cards(shuffled(3)).values()
    closed = page(0, front).replace("if (fold) fold.open = true;", "")
    pages = [closed, page(1, back), page(2, front), page(3, back)]
    told = loads(pages, tmp_path / "profile")
    assert [each["open"] for each in told] == [False, False, False, True]


def test_readable_without_scripts(cards: Render, tmp_path: Path) -> None:
    found = cards(sample_quiz())
    names = ["orders-cancelled", "in-force-2023", "act-signed", "who-did-what/1"]
    pages = [
        page(at, without_scripts(side), styles=True)
        for at, side in enumerate(side for name in names for side in found[name, 0])
    ]
    told = [each["sides"][0] for each in loads(pages, tmp_path / "profile")]
    for name, front, back in zip(names, told[::2], told[1::2], strict=True):
        assert front["bold"] == []
        assert front["styles"] == (2 if name == "orders-cancelled" else 1)  # its last is pinned
        assert front["order"] == back["order"]
        assert sorted(back["bold"]) == sorted(back["shown"][".bq-answer"][0].split("\n")), name


def test_listed_options_keep_their_order_and_the_last_stays_last(
    cards: Render, tmp_path: Path
) -> None:
    found = cards(sample_quiz())
    dated, choose = found["act-signed", 0][0], found["orders-cancelled", 0][0]
    pages = [page(at, dated if at < 5 else choose) for at in range(25)]
    orders = [tuple(each["sides"][0]["order"]) for each in loads(pages, tmp_path / "profile")]
    days = ("9 August 2022", "7 October 2022", "3 July 2023", "21 September 2023")
    assert set(orders[:5]) == {days}
    assert {order[-1] for order in orders[5:]} == {"None of these"}
    assert len(set(orders[5:])) > 3


def test_cards_without_options_have_neither_script_nor_fold(cards: Render) -> None:
    front, back = cards(sample_quiz())["two-views", 0]
    for side in (front, back):
        assert "<script" not in side.html
        assert "<details" not in side.html


@pytest.mark.parametrize(("lang", "direction"), [("en", "ltr"), ("he", "rtl"), ("ar", "rtl")])
def test_right_to_left(lang: str, direction: str, cards: Render, tmp_path: Path) -> None:
    sides_ = [side for both in cards(replace(sample_quiz(), lang=lang)).values() for side in both]
    (told,) = loads([page(0, *sides_)], tmp_path / "profile")
    assert {each["direction"] for each in told["sides"]} == {direction}


@pytest.mark.parametrize("size", [16, 32])
def test_nothing_sticks_out_on_a_narrow_phone_whatever_the_size_of_text(
    size: int, cards: Render, tmp_path: Path
) -> None:
    found = {**cards(sample_quiz()), **cards(known_quiz())}
    text_size = f"<style>html {{ font-size: {size}px }}</style>"
    pages = [page(at, *both, before=text_size) for at, both in enumerate(found.values())]
    told = loads(pages, tmp_path / "profile")
    assert [each["wide"] for each in told] == [False] * len(pages)


def test_hostile_texts_are_shown_as_written_and_nothing_runs(cards: Render, tmp_path: Path) -> None:
    """All sides of one text's cards in one page, so that what breaks one would break the rest."""
    found = cards(hostile_quiz())
    asked: list[list[tuple[str, int, bool, Side]]] = [[] for _ in HOSTILE]
    for (name, place), (front, back) in found.items():
        rows = asked[int(name[1:].partition("-")[0])]
        rows += [(name, place, False, front), (name, place, True, back)]
    assert [len(rows) for rows in asked] == [22] * len(HOSTILE)
    pages = [page(at, *(side for *_, side in rows)) for at, rows in enumerate(asked)]
    told = loads(pages, tmp_path / "profile")

    faults = {}
    for text, rows, each in zip(HOSTILE, asked, told, strict=True):
        assert (each["title"], each["globals"], each["wide"]) == ("card", [], False), text
        for (name, place, is_back, _), side in zip(rows, each["sides"], strict=True):
            faults[name, place, is_back] = fault(side, name, place, printable(text))
    assert {key: what for key, what in faults.items() if what} == {}


def fault(side: Told, name: str, place: int, plain: str) -> str:
    """What of a hostile text is not shown as written; "" if all is well."""
    is_back = bool(side["shown"][".bq-source span"])
    kind, _, part = name.partition("-")[2].partition("/")
    options = sorted(side["order"]) if kind in ("choice", "choices", "pairs") else []
    found = {**side["shown"], "options": options}
    wanted = WANTED[kind](plain, part, place)
    wanted |= BACKS[kind](plain, part, place) if is_back else {}
    wrong = {query: found[query] for query, texts in wanted.items() if found[query] != texts}
    may_be_typed = kind in ("words", "figure") and not is_back
    if side["scripts"] != bool(side["order"]) or side["pictures"] or side["inputs"] > may_be_typed:
        return "more than text"
    return f"{wrong} instead of {wanted}" if wrong else ""


def cloze_text(plain: str, place: int, *, is_back: bool) -> str:
    first = f"A {plain}" if is_back or place else f"[{plain}]"
    second = f"B {plain}" if is_back or not place else "[...]"
    return f"P {plain} {first} {plain} {second}"


def lettered(plain: str, letters: str) -> list[str]:
    return sorted(f"{letter} {plain}" for letter in letters)


Wanted = Callable[[str, str, int], dict[str, object]]
WANTED: dict[str, Wanted] = {
    "choice": lambda t, *_: {".bq-prompt": [f"Q {t}"], "options": lettered(t, "ABCD")},
    "choices": lambda t, *_: {".bq-prompt": [f"Q {t}"], "options": lettered(t, "ABC")},
    "words": lambda t, *_: {".bq-prompt": [f"Q {t}"]},
    "figure": lambda t, *_: {".bq-prompt": [f"Q {t}"]},
    "gaps": lambda t, _, place: {".bq-prompt": [cloze_text(t, place, is_back=False)]},
    "pairs": lambda t, part, _: {
        ".bq-context": [f"Q {t}"], ".bq-prompt": [f"L{part} {t}"],
        "options": sorted([f"R1 {t}", f"R2 {t}", t]),
    },
    "sequence": lambda t, part, _: {".bq-prompt": [f"S{part} {t}"]},
    "essay": lambda t, *_: {".bq-prompt": [f"Q {t}"]},
}  # fmt: skip
BACKS: dict[str, Wanted] = {
    "choice": lambda t, *_: {
        ".bq-answer": [f"A {t}"], ".bq-explanation": [t], ".bq-evidence": [f"before A {t} after"],
    },
    "choices": lambda t, *_: {".bq-answer": [f"A {t}\nB {t}"], ".bq-explanation": [t]},
    "words": lambda t, *_: {".bq-answer": [f"A {t}"]},
    "figure": lambda *_: {},
    "gaps": lambda t, _, place: {
        ".bq-prompt": [], ".bq-gapped": [cloze_text(t, place, is_back=True)],
    },
    "pairs": lambda t, part, _: {".bq-answer": [f"R{part} {t}"]},
    "sequence": lambda t, *_: {".bq-steps li": [f"S{n} {t}" for n in (1, 2, 3)]},
    "essay": lambda t, *_: {".bq-answer": [f"A {t}"], ".bq-explanation": [t]},
}  # fmt: skip
