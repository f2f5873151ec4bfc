"""Reports on makers of Anki cards (45 to 59 of `test_proofs.REPORTS`), tried with the real Anki."""

import csv
import html
import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from anki.collection import Collection

# isort: split
from anki.cards import Card
from anki.import_export_pb2 import CsvMetadata

from briefquiz.outputs.exports import EXPORTS
from briefquiz.pipeline.checking import check_file
from briefquiz.quiz import Choice, Gap, Gaps, Item, Option, Quiz, Response, Words
from briefquiz.readers import read
from tests.outputs.deck import NOW, Log, Reader, build

HEAD = 'briefquiz: 1\ntitle: "Ports"\nquestions:\n'
PROMPT = "When did the port of Ostia open?"


@pytest.fixture
def reader(tmp_path: Path) -> Iterator[Reader]:
    someone = Reader(tmp_path / "anki")
    yield someone
    someone.collection.close()


def one(response: Response, prompt: str = PROMPT) -> Quiz:
    item = Item(id="q", kind="date", prompt=prompt, response=response)
    return Quiz(name="ports", id="ports", title="Ports", items=(item,))


def seen(side: str) -> str:
    """The text of one side of a card, without tags, scripts and styles."""
    plain = re.sub(r"<(script|style).*?</\1>|<[^>]*>", "", side, flags=re.DOTALL)
    return " ".join(html.unescape(plain).split())


def test_a_warning_names_file_line_and_question() -> None:
    row = '  - {{id: q{}, kind: date, type: short, prompt: "When did port {} open?", answer: "{}"}}'
    rows = [f"{row.format(n, n, 1800 + n)}\n" for n in range(200)]
    rows[136] = rows[136].replace("When did port 136 open?", "\\u200b")
    (problem,) = check_file((HEAD + "".join(rows)).encode(), "questions/ports.yaml").problems
    assert str(problem).startswith("questions/ports.yaml:140:")
    assert rows[136] == (HEAD + "".join(rows)).splitlines(keepends=True)[problem.line - 1]


def test_optional_fields_left_empty_cost_no_card_and_show_no_line(reader: Reader) -> None:
    reader.imports(build(one(Words("March 2021")))[0])
    (card,) = reader.cards("q")
    (asked, told), note = map(seen, sides(card)), card.note()
    assert reader.empty_cards() == 0
    assert (note["Explanation"], note["Evidence"], note["Place"]) == ("", "", "")
    assert told == f"Date {PROMPT} March 2021 [[type:nc:Typed]] Ports"
    assert asked == f"DatePorts {PROMPT} [[type:nc:Typed]]"


BRACES = ("{a, b}", "x}}", "{{c1::x}}", "}", "{{", "a::b")


@pytest.mark.parametrize("answer", BRACES)
def test_a_gap_over_braces_is_whole_and_shows_them(reader: Reader, answer: str) -> None:
    parts = ("The set ", Gap(answer), " is finite and ", Gap("open"), ".")
    reader.imports(build(one(Gaps(parts), "Fill in."))[0])
    first, second = reader.cards("q/cloze")
    asked, told = (seen(side) for side in sides(first))
    assert "is finite and open." in asked
    assert answer not in asked.partition("The set")[2].partition("is finite")[0]
    assert f"The set {answer} is finite" in told
    assert f"The set {answer} is finite" in seen(sides(second)[0])


@pytest.mark.parametrize("text", BRACES)
def test_braces_in_a_plain_card_are_braces(reader: Reader, text: str) -> None:
    reader.imports(build(one(Words(f"A {text}"), f"What is {text}, roughly?"))[0])
    (card,) = reader.cards("q")
    asked, told = (seen(side) for side in sides(card))
    assert f"What is {text}, roughly?" in asked
    assert f"A {text}" in told


def sides(card: Card) -> tuple[str, str]:
    rendered = card.render_output()
    return rendered.question_text, rendered.answer_text


def test_an_answer_with_a_sign_of_markup_is_typed_and_compared(reader: Reader) -> None:
    reader.imports(build(one(Words("<5%")))[0])
    (card,) = reader.cards("q")
    typed = card.note()["Typed"]
    assert "<5%" in seen(sides(card)[1])
    right = reader.collection.compare_answer(typed, "<5%", combining=False)
    wrong = reader.collection.compare_answer(typed, "5%", combining=False)
    assert "typeGood" in right
    assert "typeMissed" not in right
    assert "typeMissed" in wrong


CITIES = "Paris, London; Rome"


def test_tables_with_commas_and_semicolons_are_read_by_their_own_separator(tmp_path: Path) -> None:
    quiz = one(Choice(CITIES, (Option("Ostia; Verra, Tamar"), Option("Lys"))), f"Where? {CITIES}")
    files = {name: EXPORTS[name](quiz).artifacts[0].data for name in ("csv", "tsv")}
    head, row = csv.reader(io.StringIO(files["csv"].decode("utf-8-sig"), newline=""))
    told = dict(zip(head, row, strict=True))
    assert CITIES in told.values()
    assert f"Where? {CITIES}" in told.values()
    path = tmp_path / "ports.tsv"
    path.write_bytes(files["tsv"])
    collection = Collection(str(tmp_path / "collection.anki2"))
    try:
        guessed = collection.get_csv_metadata(str(path), None)
    finally:
        collection.close()
    assert guessed.delimiter == CsvMetadata.TAB
    assert [len(preview.vals) for preview in guessed.preview] == [2]


def test_another_blank_is_the_same_question_and_the_same_note(reader: Reader) -> None:
    package, lock = build(one(Words("March 2021")))
    reader.imports(package)
    blanks = PROMPT.replace(" ", "\u00a0", 1) + " "
    again, _ = build(one(Words("March 2021"), blanks), lock, NOW + 60)
    assert reader.imports(again).new == 0
    assert len(reader.notes()) == 1


def test_other_blanks_in_a_brief_are_the_same_brief() -> None:
    text = "The council of Ostia opened 40 new schools in 2021, and 300 teachers came. " * 6
    plain, spaced = (
        read(data.encode(), "ostia.txt").blocks for data in (text, text.replace("40 ", "40\u00a0"))
    )
    assert plain == spaced


def test_a_second_build_of_the_same_updates_nothing(reader: Reader) -> None:
    package, lock = build(one(Words("March 2021")))
    reader.imports(package)
    again, same = build(one(Words("March 2021")), lock, NOW + 86_400)
    assert (again, same) == (package, lock)
    assert reader.imports(again) == Log(0, 0, 1, 0)
