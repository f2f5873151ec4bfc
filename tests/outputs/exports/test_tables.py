"""Tables: cells that no spreadsheet runs, games within their limits, cards that Anki takes."""

import csv
import html
import io
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from anki.collection import Collection
from anki.import_export_pb2 import ImportCsvRequest

from briefquiz.outputs.exports import EXPORTS
from briefquiz.outputs.exports.spreadsheet import guarded
from briefquiz.outputs.exports.tsv import EXTRA
from briefquiz.quiz import Choice, Choices, Item, Option, Pairs, Quiz, Response, Source
from tests.outputs.exports import read_csv
from tests.outputs.samples import sample_quiz


def one(response: Response, prompt: str = "Which?", **more: Any) -> Quiz:
    item = Item(id="q", kind="actor", prompt=prompt, response=response, **more)
    return Quiz(name="one", id="one", title="One", items=(item,))


def data(name: str, quiz: Quiz) -> bytes:
    (artifact,) = EXPORTS[name](quiz).artifacts
    return artifact.data


def losses(name: str, quiz: Quiz) -> list[tuple[str, str]]:
    return [(loss.item, loss.message) for loss in EXPORTS[name](quiz).losses]


def kahoot(quiz: Quiz) -> list[list[Any]]:
    """The rows under the head row; a cell with a formula fails."""
    sheet = openpyxl.load_workbook(io.BytesIO(data("kahoot", quiz))).active
    assert sheet is not None
    assert all(cell.data_type in ("s", "n", "inlineStr") for row in sheet for cell in row)
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert rows[7][1] == "Question - max 120 characters"
    return rows[8:]


def blooket(quiz: Quiz) -> list[list[str]]:
    rows = list(csv.reader(io.StringIO(data("blooket", quiz).decode(), newline="")))
    assert rows[0][0] == "Blooket\nImport Template"
    assert rows[1][:3] == ["Question #", "Question Text", "Answer 1"]
    return rows[2:]


@pytest.mark.parametrize("name", ["tsv", "csv", "kahoot", "blooket"])
def test_the_same_bytes_each_time_and_no_file_without_items(name: str) -> None:
    assert data(name, sample_quiz()) == data(name, sample_quiz())
    assert EXPORTS[name](replace(sample_quiz(), items=())).artifacts == ()


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("plain", "plain"),
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@a", "'@a"),
        ("\ta", "'\ta"),
        ("'=1", "''=1"),
        ("'a", "'a"),
        ("a=1", "a=1"),
    ],
)
def test_a_cell_that_would_run_is_guarded(text: str, cell: str) -> None:
    assert guarded(text) == cell


def test_csv_has_every_field_of_every_shape() -> None:
    facts = replace(sample_quiz().items[0], fact={"when": "2022-08-09", "event": "a=b | c\\d"})
    quiz = replace(sample_quiz(), items=(facts, *sample_quiz().items[1:]))
    assert read_csv.read(data("csv", quiz)) == list(quiz.items)
    assert losses("csv", quiz) == []
    head, *rows = read_csv.table(data("csv", quiz))
    assert len(rows) == len(quiz.items)
    assert {row[head.index("quiz")] for row in rows} == {"chips-strategy"}


def test_csv_guards_what_a_spreadsheet_would_run() -> None:
    quiz = one(Choice("=1+1", (Option("+a", "@b"),)), "-2+3", explain="\tx", tags=("=t", "'=u"))
    (item,) = read_csv.read(data("csv", quiz))
    assert item == quiz.items[0]


def test_the_kahoot_of_the_samples() -> None:
    rows = kahoot(sample_quiz())
    assert [row[0] for row in rows] == list(range(1, 8))
    assert rows[0][1:] == [
        "When did President Joe Biden sign the CHIPS and Science Act?",
        "9 August 2022",
        "7 October 2022",
        "3 July 2023",
        "21 September 2023",
        20,
        "1",
    ]
    assert rows[2][7] == "2,3,4"
    assert rows[3][2:] == ["True", "False", None, None, 20, "2"]
    asked = {row[1]: row[2:6][int(row[7]) - 1] for row in rows[4:]}
    assert asked["Which company did what? – SMIC"] == "made the processor of the Mate 60 Pro"
    whole = [item for item, message in losses("kahoot", sample_quiz()) if "question" in message]
    assert whole == [
        "only-maker",
        "money-set-aside",
        "foundries-sold",
        "shortage-chain",
        "two-views",
    ]


def test_blooket_asks_the_same_as_kahoot() -> None:
    ours, theirs = blooket(sample_quiz()), kahoot(sample_quiz())
    assert [row[1:6] for row in ours] == [[cell or "" for cell in row[1:6]] for row in theirs]
    assert [row[7] for row in ours] == [row[7] for row in theirs]
    assert all(20 <= int(row[6]) <= 300 for row in ours)


def test_the_right_answer_of_a_pair_is_not_always_the_first() -> None:
    pairs = tuple((f"left {n}", f"right {n}") for n in range(12))
    right = {row[7] for row in blooket(one(Pairs(pairs)))}
    assert len(right) > 1


FOUR = (Option("b"), Option("c"), Option("d"))
LIMITS: dict[str, tuple[Response, str, list[str], str]] = {
    "fits": (Choice("a" * 75, FOUR[:1], order="listed"), "p" * 120, ["a" * 75, "b"], ""),
    "prompt": (Choice("a", FOUR), "p" * 121, [], "the question: its prompt has 121 characters"),
    "emoji": (Choice("a", FOUR), "😀" * 61, [], "the question: its prompt has 122 characters"),
    "answer": (Choice("a" * 76, FOUR), "Which?", [], "a right answer has 76 characters"),
    "wrong": (
        Choice("a", (Option("b" * 76), Option("c")), order="listed"),
        "Which?",
        ["a", "c"],
        f"the wrong option “{'b' * 76}”: 75 characters at most",
    ),
    "all wrong": (Choice("a", (Option("b" * 76),)), "Which?", [], "fewer than two"),
    "five": (
        Choice("a", (*FOUR, Option("e")), order="listed"),
        "Which?",
        ["a", "b", "c", "d"],
        "the wrong option “e”: 4 answers at most",
    ),
    "last": (
        Choice("a", FOUR, last="None of these", order="listed"),
        "Which?",
        ["a", "b", "c", "d"],
        "the wrong option “None of these”: 4 answers at most",
    ),
    "five right": (Choices(tuple("abcde")), "Which?", [], "it has 5 right answers, 4 at most"),
}


@pytest.mark.parametrize("case", LIMITS)
def test_what_kahoot_cannot_hold_is_told(case: str) -> None:
    response, prompt, answers, message = LIMITS[case]
    quiz = one(response, prompt)
    found = losses("kahoot", quiz)
    assert [text for _, text in found if message and message in text] == [t for _, t in found]
    assert bool(found) == bool(message)
    if answers:
        ((_, _, *cells),) = kahoot(quiz)
        assert [cell for cell in cells[:4] if cell] == answers
    else:
        assert EXPORTS["kahoot"](quiz).artifacts == ()


def test_games_run_nothing() -> None:
    quiz = one(Choice("=1+1", (Option("-2+3"),), order="listed"), "@SUM(1)")
    assert kahoot(quiz)[0][1:4] == ["@SUM(1)", "=1+1", "-2+3"]
    assert blooket(quiz)[0][1:4] == [" @SUM(1)", " =1+1", " -2+3"]


def test_every_card_is_a_line_with_one_tab() -> None:
    lines = data("tsv", sample_quiz()).decode().split("\n")
    assert lines.pop() == ""
    assert all(line.count("\t") == 1 for line in lines)
    cards = dict(line.split("\t") for line in lines)
    assert len(cards) == 12
    assert cards["Which company did what? – Nvidia"] == "designed the A800 and the H800"
    assert cards["How much did the CHIPS and Science Act set aside for the industry?"] == (
        "$52.7 billion (± 0.5) (also: 52,700 million)"
    )


def test_what_cards_cannot_hold_is_told() -> None:
    quiz = one(
        Pairs((("a", "b"), ("c", "d")), ("e",)),
        points=2,
        explain="Because.",
        sources=(Source("a b"),),
        tags=("t",),
    )
    assert losses("tsv", quiz) == [
        ("q", f"{EXTRA}, its explanation, its evidence, its 2 points, its tags")
    ]
    assert losses("tsv", one(Choice("a", (Option("b"),)))) == []


def test_the_real_anki_takes_the_cards(tmp_path: Path) -> None:
    quiz = sample_quiz()
    first = replace(quiz.items[4], id="first", prompt='#1 "maker", says; who?')
    quoted = replace(quiz.items[4], id="second", prompt='"The only maker" is who?')
    quiz = replace(quiz, items=(first, quoted, *quiz.items))
    path = tmp_path / "chips.tsv"
    path.write_bytes(data("tsv", quiz))
    collection = Collection(str(tmp_path / "collection.anki2"))
    try:
        metadata = collection.get_csv_metadata(str(path), None)
        collection.import_csv(ImportCsvRequest(path=str(path), metadata=metadata))
        notes = [collection.get_note(note) for note in collection.find_notes("")]
        fields = [[html.unescape(field).strip() for field in note.fields[:2]] for note in notes]
    finally:
        collection.close()
    wanted = [line.split("\t") for line in path.read_text("utf-8").splitlines()]
    assert sorted(fields) == sorted([field.strip() for field in fields] for fields in wanted)
