"""Timeline and causal map: what is drawn, and that all of it can be read."""

import random
import re
import xml.etree.ElementTree as ET
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
from tests.outputs.samples import EVENTS, HOSTILE, known_quiz

SVG = "{http://www.w3.org/2000/svg}"


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
    apart = [Link(f"Cause {n}", f"Effect {n}", "so", False, f"i{n}") for n in range(8)]
    drawings = shelves(causal_map(apart))
    assert len(drawings) == 2
    assert all(drawing.width == PAPER.width for drawing in drawings)
    assert sum(drawing.height for drawing in drawings) < 70
