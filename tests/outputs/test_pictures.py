"""Timeline and causal map: what is drawn, and that all of it can be read."""

import random
import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest

from briefquiz.outputs.pictures import known
from briefquiz.outputs.pictures.causal_map import CausalMap, causal_map, chains
from briefquiz.outputs.pictures.column import column
from briefquiz.outputs.pictures.known import Event, Link
from briefquiz.outputs.pictures.layered import layered, shelves
from briefquiz.outputs.pictures.layout import width, wrap
from briefquiz.outputs.pictures.svg import CARD, PAPER, PAPER_HALF, SIZE, Drawing, Look, number
from briefquiz.outputs.pictures.timeline import timeline
from briefquiz.outputs.text import printable
from briefquiz.quiz import Item, Quiz, Words
from tests.outputs.samples import EVENTS, HOSTILE, known_quiz, sample_quiz

SVG = "{http://www.w3.org/2000/svg}"


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


def test_chains_are_what_hangs_together() -> None:
    found = chains(causal_map(known.links(known_quiz())))
    assert [chain.boxes for chain in found] == [
        (
            "Carmakers cancelled orders",
            "Foundries sold the capacity to others",
            "No capacity was left",
            "Car sales recovered early",
        ),
        ("The controls", "A rise in prices", "The industry", "China may need nobody"),
    ]


def texts(drawing: Drawing) -> list[tuple[str, float, float, float]]:
    """Each line of text with its left, its right at most, and its base line."""
    out = []
    for element in ET.fromstring(drawing.svg).iter(f"{SVG}text"):
        said = "".join(element.itertext())
        size = float(element.get("font-size", SIZE))
        room = width(said, size, weight=1.07 if element.get("font-weight") else 1)
        x = float(element.get("x", 0))
        left = {"middle": x - room / 2, "end": x - room}.get(element.get("text-anchor", ""), x)
        out.append((said, left, left + room, float(element.get("y", 0))))
    return out


def rectangles(drawing: Drawing) -> list[tuple[float, ...]]:
    return [
        tuple(float(element.get(name, 0)) for name in ("x", "y", "width", "height"))
        for element in ET.fromstring(drawing.svg).iter(f"{SVG}rect")
    ]


def some_events(count: int, chance: random.Random) -> tuple[Event, ...]:
    start = date(2019, 1, 1)
    out = []
    for at in range(count):
        first = start + timedelta(chance.randrange(1500))
        days = chance.choice([1, 1, 1, 30, 200])
        said = " ".join(
            chance.choices(["ministers", "met", "in", "Vellmar", "again"], k=at % 14 + 1)
        )
        precision = {1: "day", 30: "month", 200: "range"}[days]
        after = first + timedelta(days)
        out.append(Event(first, after, precision, "9 September", said, at % 3 == 0, f"i{at}"))
    return tuple(sorted(out, key=lambda e: (e.middle, e.first, e.text)))


@pytest.mark.parametrize("look", [CARD, PAPER_HALF], ids=["card", "paper"])
@pytest.mark.parametrize("seed", range(40))
def test_nothing_of_a_timeline_overlaps_or_sticks_out(seed: int, look: Look) -> None:
    events = some_events(seed % 20 + 1, random.Random(seed))
    drawing = timeline(events, look)
    found = texts(drawing)
    assert all(left >= 0 and right <= look.width for _, left, right, _ in found)
    assert all(0 < y <= drawing.height for *_, y in found)
    for place, (_, left, right, y) in enumerate(found):
        for _, other_left, other_right, other_y in found[:place]:
            apart = right <= other_left or other_right <= left
            assert apart or abs(y - other_y) >= 2.2


def test_a_timeline_says_all_it_shows() -> None:
    drawing = timeline(known.events(known_quiz()))
    assert drawing.words.startswith(
        "March–May 2020: Carmakers cancelled orders for chips; 9 August"
    )
    assert "2030 (as reported): The EU’s share" in drawing.words
    shown = " ".join(said for said, *_ in texts(drawing))
    for when, _, text, _ in EVENTS:
        assert (text in shown) == (not when.startswith("--"))


def some_map(seed: int) -> CausalMap:
    chance = random.Random(seed)
    names = [" ".join(["box", str(at), *["words"] * chance.randrange(12)]) for at in range(9)]
    links = []
    for _ in range(seed % 12 + 1):
        cause, effect = chance.sample(names, 2)
        links.append(
            Link(cause, effect, chance.choice(["so", "as a result of", "word " * 30]), False, "")
        )
    return causal_map(dict.fromkeys(links))


@pytest.mark.parametrize("seed", range(60))
def test_nothing_of_a_map_for_cards_overlaps_or_sticks_out(seed: int) -> None:
    whole = some_map(seed)
    drawing = column(whole)
    boxes = rectangles(drawing)
    assert len(boxes) == len(whole.boxes)
    assert all(x >= 0 and x + wide <= CARD.width for x, _, wide, _ in boxes)
    for (_, top, _, high), (_, below, _, _) in pairwise(boxes):
        assert top + high < below
    found = texts(drawing)
    assert all(left >= 0 and right <= CARD.width for _, left, right, _ in found)
    for place, (_, left, right, y) in enumerate(found):
        for _, other_left, other_right, other_y in found[:place]:
            assert right <= other_left or other_right <= left or abs(y - other_y) >= 2.2
    assert drawing.svg.count("l-1.05 -2.2") + drawing.svg.count("l-2.2 -1.05") == len(whole.arrows)


@pytest.mark.parametrize("seed", range(60))
def test_no_boxes_of_a_map_for_paper_overlap(seed: int) -> None:
    whole = some_map(seed)
    drawing = layered(whole)
    assert drawing.width >= PAPER.width
    parts = ET.fromstring(drawing.svg).findall(f"{SVG}g")
    assert len(parts) == len(chains(whole))
    for part in parts:
        boxes = [
            tuple(float(element.get(name, 0)) for name in ("x", "y", "width", "height"))
            for element in part.iter(f"{SVG}rect")
        ]
        for place, (x, y, wide, high) in enumerate(boxes):
            for left, top, width_, height in boxes[:place]:
                apart = x + wide <= left or left + width_ <= x
                assert apart or y + high <= top or top + height <= y


def test_what_is_only_reported_is_dashed() -> None:
    for draw in (column, layered):
        for soft, dashed in ((False, 0), (True, 1)):
            whole = causal_map([Link("Rain", "Floods", "may cause", soft, "i")])
            assert draw(whole).svg.count("stroke-dasharray") == dashed


@pytest.mark.parametrize("text", HOSTILE)
def test_any_text_is_drawn_as_text(text: str) -> None:
    plain = "".join(printable(text).split())
    event = Event(date(2022, 1, 1), date(2023, 1, 1), "year", "2022", text, False, "i")
    whole = causal_map([Link(text, f"{text} x", text, False, "i")])
    for drawing in (timeline([event]), column(whole), layered(whole)):
        root = ET.fromstring(drawing.svg)
        assert {element.tag.removeprefix(SVG) for element in root.iter()} <= {
            "svg", "title", "text", "tspan", "path", "rect", "circle", "g",
        }  # fmt: skip
        assert plain in "".join("".join(root.itertext()).split())


@pytest.mark.parametrize(
    ("text", "room", "lines"),
    [
        ("one two three four", 100, ["one two three four"]),
        ("one two three four", 18, ["one two", "three four"]),
        ("abcdefghijklmnopqrstuvwxyz", 20, 3),
        ("", 20, []),
    ],
)
def test_wrap(text: str, room: float, lines: list[str] | int) -> None:
    found = wrap(text, SIZE, room)
    assert found == lines if isinstance(lines, list) else len(found) == lines
    assert all(width(line, SIZE) <= room for line in found)
    assert "".join(found).replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"),
        (3, "3"),
        (2.5, "2.5"),
        (-0.5, "-0.5"),
        (-0.001, "0"),
        (100, "100"),
        (1.239, "1.24"),
    ],
)
def test_lengths(value: float, text: str) -> None:
    assert number(value) == text


def test_notes_stand_behind_labels() -> None:
    events, links = known.events(known_quiz()), known.links(known_quiz())
    drawn = timeline(events, PAPER_HALF, {"event-1": "7"}).svg
    assert re.findall(r"</tspan></text>", drawn) == ["</tspan></text>"]
    assert layered(causal_map(links), PAPER, {"link-0": "8"}).svg.count(">8</tspan>") == 1


@pytest.mark.parametrize("seed", range(12))
def test_a_map_on_shelves_has_every_box_and_arrow_once(seed: int) -> None:
    whole = some_map(seed)
    drawings = shelves(whole)
    assert sum(len(rectangles(drawing)) for drawing in drawings) == len(whole.boxes)
    dashed = sum(drawing.svg.count("h2.1z") for drawing in drawings)
    assert dashed == len(whole.arrows)
    assert sorted("; ".join(d.words for d in drawings).split("; ")) == sorted(
        whole.words.split("; ")
    )


def test_short_chains_share_a_shelf() -> None:
    apart = [link(f"cause {n}", f"effect {n}") for n in range(8)]
    whole = causal_map(known.links(quiz_of(*apart)))
    drawings = shelves(whole)
    assert len(drawings) == 2
    assert all(drawing.width == PAPER.width for drawing in drawings)
    assert sum(drawing.height for drawing in drawings) < 70
