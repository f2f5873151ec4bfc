"""The real Anki imports our decks: what arrives, what an update changes."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest

from briefquiz.outputs.anki import Changes
from briefquiz.outputs.text import printable
from briefquiz.quiz import Figure, Item, Pairs, Quiz, Response, Words
from tests.outputs.deck import NOW, Log, Reader, build, count, shown
from tests.outputs.samples import HOSTILE, hostile_quiz, long_quiz, sample_quiz

NOTES = 14
CARDS = 15
"""The sample has ten items; three pairs, three links and two gaps make it so many."""


@pytest.fixture
def reader(tmp_path: Path) -> Iterator[Reader]:
    someone = Reader(tmp_path / "anki")
    yield someone
    someone.collection.close()


def edited(quiz: Quiz, item_id: str, response: Response) -> Quiz:
    items = [replace(i, response=response) if i.id == item_id else i for i in quiz.items]
    return replace(quiz, items=tuple(items))


def without(quiz: Quiz, item_id: str) -> Quiz:
    return replace(quiz, items=tuple(item for item in quiz.items if item.id != item_id))


Shape = TypeVar("Shape")


def response_of(quiz: Quiz, shape: type[Shape]) -> tuple[Item, Shape]:
    for item in quiz.items:
        if isinstance(item.response, shape):
            return item, item.response
    raise LookupError(shape)


def test_everything_arrives(reader: Reader) -> None:
    package, _ = build(sample_quiz())
    assert reader.imports(package) == Log(NOTES, 0, 0, 0)
    assert reader.collection.card_count() == CARDS
    assert reader.empty_cards() == 0
    assert reader.faults() == ""
    names = [deck.name for deck in reader.collection.decks.all_names_and_ids()]
    assert names == ["Briefs", "Briefs::How a shortage became a strategy", "Default"]


def test_cards_come_in_the_order_of_the_file(reader: Reader) -> None:
    package, _ = build(sample_quiz())
    reader.imports(package)
    cards = reader.collection.find_cards("is:new", order="c.due, c.ord")
    ids = [shown(reader.collection.get_card(card).note()["Id"]) for card in cards]
    items = list(dict.fromkeys(name.split("/")[1] for name in ids))
    assert items == [item.id for item in sample_quiz().items]


def test_fields_of_each_shape(reader: Reader) -> None:
    package, _ = build(sample_quiz())
    reader.imports(package)
    notes = reader.notes()
    some: dict[str, dict[str, str]] = {
        "act-signed": {
            "Prompt": "When did President Joe Biden sign the CHIPS and Science Act?",
            "Answer": "9 August 2022",
            "Options": "<ol data-order=listed><li>9 August 2022</li><li>7 October 2022</li>"
            "<li>3 July 2023</li><li>21 September 2023</li></ol>",
            "Right": "1",
            "Explanation": "Money came first, controls second.",
            "Evidence": "On <mark>9 August 2022</mark> President Joe Biden signed the CHIPS and "
            "Science Act, which set aside $52.7 billion for the industry.",
            "Place": "paragraph 2",
            "Brief": "How a shortage became a strategy",
            "Date": "January 2025",
            "Kind": "Date",
            "Lang": "en",
            "Typed": "",
        },
        "delay-or-hasten": {
            "Context": "True or false?",
            "Answer": "False",
            "Options": "",
            "Right": "",
        },
        "in-force-2023": {
            "Context": "Choose all that are right (3 of 5).",
            "Answer": "Japan’s controls on equipment<br>China’s licences for gallium<br>"
            "the European Chips Act",
            "Place": "paragraphs 3, 6",
        },
        "only-maker": {
            "Answer": "ASML",
            "Typed": "ASML",
            "Explanation": "Also right: ASML Holding.",
        },
        "money-set-aside": {
            "Answer": "$52.7 billion",
            "Typed": "52.7 billion",
            "Context": "Unit: $",
            "Explanation": "Also right: 52,700 million.<br>Right within ± 0.5.",
        },
        "foundries-sold/cloze": {
            "Text": "After carmakers had cancelled their orders, {{c1::foundries}} sold the "
            "capacity to makers of {{c2::laptops::portable computers}} and games consoles.",
            "Evidence": "<mark>Foundries</mark> therefore sold the capacity to makers of "
            "<mark>laptops</mark> and games consoles.",
        },
        "who-did-what/2": {
            "Context": "Which company did what?",
            "Prompt": "SMIC",
            "Answer": "made the processor of the Mate 60 Pro",
            "Place": "paragraph 5",
        },
        "shortage-chain/1": {
            "Context": "Put the steps of the shortage in order. What comes next?",
            "Prompt": "Carmakers cancelled orders for chips.",
            "Answer": "Foundries sold the capacity to makers of laptops.",
            "Steps": "<ol><li>Carmakers cancelled orders for chips.</li>"
            "<li><mark>Foundries sold the capacity to makers of laptops.</mark></li>"
            "<li>Car sales recovered sooner than expected.</li>"
            "<li>Assembly lines stopped.</li></ol>",
        },
        "two-views": {
            "Answer": "Critics say that controls may hasten self-sufficiency; supporters reply "
            "that such chips are expensive.",
            "Options": "",
            "Typed": "",
        },
    }
    assert {k: {name: notes[k][name] for name in want} for k, want in some.items()} == some


def test_the_right_place_is_the_answers(reader: Reader) -> None:
    package, _ = build(long_quiz())
    reader.imports(package)
    for note in reader.notes().values():
        if note.get("Options"):
            options = [shown(o) for o in note["Options"].split("<li")[1:]]
            texts = [option.partition(">")[2] for option in options]
            right = [texts[int(place) - 1] for place in note["Right"].split()]
            assert sorted(right) == sorted(shown(note["Answer"]).split("\n"))


def test_hostile_texts_arrive_as_text(reader: Reader) -> None:
    package, _ = build(hostile_quiz())
    log = reader.imports(package)
    assert log.new == len(HOSTILE) * 10
    assert log.conflicting == 0
    assert reader.empty_cards() == 0
    notes = reader.notes()
    for at, text in enumerate(HOSTILE):
        plain = printable(text)
        choice = notes[f"h{at}-choice"]
        assert shown(choice["Prompt"]) == f"Q {plain}"
        assert shown(choice["Answer"]) == f"A {plain}"
        assert shown(choice["Explanation"]) == plain
        assert shown(choice["Evidence"]) == f"before A {plain} after"
        assert shown(notes[f"h{at}-essay"]["Answer"]) == f"A {plain}"
        assert shown(notes[f"h{at}-words"]["Answer"]) == f"A {plain}"
        assert shown(notes[f"h{at}-pairs/1"]["Answer"]) == f"R1 {plain}"


def test_hostile_texts_do_nothing_in_rendered_cards(reader: Reader) -> None:
    package, _ = build(hostile_quiz())
    reader.imports(package)
    for card_id in reader.collection.find_cards(""):
        rendered = reader.collection.get_card(card_id).render_output()
        assert not rendered.question_av_tags
        assert not rendered.answer_av_tags
        for side in (rendered.question_text, rendered.answer_text):
            assert "pwned'</script>" not in side
            assert "<img" not in side
            assert "&lt;img src=latex" not in side
        note = reader.collection.get_card(card_id).note()
        if "Text" in note:  # every gap shows its whole answer on the back
            answers = shown(rendered.answer_text)
            at = int(shown(note["Id"]).split("/")[1].split("-")[0][1:])
            assert f"A {printable(HOSTILE[at])}" in answers


def test_a_rebuild_updates_nothing(reader: Reader) -> None:
    package, lock = build(sample_quiz())
    reader.imports(package)
    again, same_lock = build(sample_quiz(), lock, NOW + 86_400)
    assert (again, same_lock) == (package, lock)
    assert reader.imports(again) == Log(0, 0, NOTES, 0)


def test_a_correction_updates_one_note_and_keeps_the_readers_edits(reader: Reader) -> None:
    package, lock = build(sample_quiz())
    reader.imports(package)
    mine = reader.collection.get_note(reader.collection.find_notes('"Answer:9 August 2022"')[0])
    mine["Hint"] = "my own hint"
    reader.collection.update_note(mine)
    correction = edited(sample_quiz(), "only-maker", Words("ASML of Veldhoven"))

    assert count(correction, lock, NOW + 60) == Changes(0, 1, 0, NOTES - 1)
    corrected, _ = build(correction, lock, NOW + 60)
    assert reader.imports(corrected) == Log(0, 1, NOTES - 1, 0)
    assert reader.notes()["only-maker"]["Answer"] == "ASML of Veldhoven"
    assert reader.notes()["act-signed"]["Hint"] == "my own hint"


def test_a_correction_in_the_same_second_arrives(reader: Reader) -> None:
    package, lock = build(sample_quiz())
    reader.imports(package)
    corrected, _ = build(edited(sample_quiz(), "only-maker", Words("SMIC")), lock, NOW)
    assert reader.imports(corrected).updated == 1


def test_a_new_question_is_new_and_no_other_is_touched(reader: Reader) -> None:
    first, lock = build(without(sample_quiz(), "only-maker"))
    reader.imports(first)
    assert count(sample_quiz(), lock, NOW + 60) == Changes(1, 0, 0, NOTES - 1)
    second, _ = build(sample_quiz(), lock, NOW + 60)
    assert reader.imports(second) == Log(1, 0, NOTES - 1, 0)


def test_a_removed_pair_leaves_the_others_their_notes(reader: Reader) -> None:
    package, lock = build(sample_quiz())
    reader.imports(package)
    item, response = response_of(sample_quiz(), Pairs)
    fewer = edited(sample_quiz(), item.id, replace(response, pairs=response.pairs[1:]))
    second, _ = build(fewer, lock, NOW + 60)
    log = reader.imports(second)
    assert (log.new, log.updated) == (0, 2)  # their options have changed
    assert reader.notes()["who-did-what/3"]["Prompt"] == "Intel"
    assert reader.notes()["who-did-what/1"]["Prompt"] == "Nvidia"  # stays with the reader


def test_a_title_makes_no_sub_decks(reader: Reader) -> None:
    title = "::std::vector: a:::b::"
    package, _ = build(replace(sample_quiz(), title=title))
    reader.imports(package)
    names = [deck.name for deck in reader.collection.decks.all_names_and_ids()]
    assert [name.count("::") for name in names] == [0, 1, 0]
    assert names[1].replace("∶", ":") == f"Briefs::{title}"


def test_two_decks_share_the_note_types_and_the_readers_styling(reader: Reader) -> None:
    package, _ = build(sample_quiz())
    reader.imports(package)
    reader.adds_css("Briefquiz", "\n.mine { color: red }")
    younger = replace(sample_quiz(), id="other", name="other", title="Other")
    second, _ = build(younger, "", NOW + 10_000_000)
    assert reader.imports(second) == Log(NOTES, 0, 0, 0)
    assert ".mine" in reader.css("Briefquiz")
    assert len(reader.collection.models.all_names_and_ids()) == 6 + 2


def test_tags(reader: Reader) -> None:
    package, _ = build(sample_quiz())
    reader.imports(package)
    found = reader.collection.find_notes("tag:briefquiz::kind::date")
    assert len(found) == 2
    note = reader.collection.get_note(reader.collection.find_notes('"Answer:9 August 2022"')[0])
    assert sorted(note.tags) == [
        "briefquiz::brief::chips-strategy",
        "briefquiz::kind::date",
        "law",
        "united_states",
    ]


@pytest.mark.parametrize(
    ("answer", "typed"),
    [("52.7 billion", True), ("$52.7 billion", True), ("around 1.4 million", False)],
)
def test_a_hedged_figure_is_not_typed(tmp_path: Path, answer: str, typed: bool) -> None:
    item = Item(id="n", kind="number", prompt="How many?", response=Figure(answer))
    reader = Reader(tmp_path)
    reader.imports(build(Quiz(name="q", id="q", title="t", items=(item,)))[0])
    assert bool(reader.notes()["n"]["Typed"]) == typed


@pytest.mark.parametrize(
    ("typed", "right"), [("São Tomé", True), ("Sao Tome", True), ("Sao Paulo", False)]
)
def test_accents_are_ignored_in_what_is_typed(reader: Reader, typed: str, right: bool) -> None:
    item = Item(id="n", kind="actor", prompt="Who?", response=Words("São Tomé"))
    reader.imports(build(Quiz(name="q", id="q", title="t", items=(item,)))[0])
    (card,) = reader.cards("n")
    assert "[[type:nc:Typed]]" in card.render_output().question_text
    shown_ = reader.collection.compare_answer(card.note()["Typed"], typed, combining=False)
    assert ("typeBad" not in shown_ and "typeMissed" not in shown_) == right
