"""QTI packages: valid by the published schemas, and read back as exactly the items we have."""

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any, get_args
from xml.etree.ElementTree import fromstring, tostring

import pytest

from briefquiz.outputs.exports import EXPORTS
from briefquiz.outputs.exports.qti12.bodies import MENU_LINE
from briefquiz.quiz import Choice, Figure, Gap, Gaps, Item, Option, Pairs, Quiz, Response, Words
from tests.outputs.exports import read_qti12, read_qti21
from tests.outputs.exports.meaning import Meaning, meanings
from tests.outputs.exports.schemas import faults
from tests.outputs.samples import ITEMS, example_quiz, hostile_quiz, sample_quiz

READERS: dict[str, Callable[[bytes], list[Meaning]]] = {
    "qti12": read_qti12.read,
    "qti21": read_qti21.read,
}
FORMATS = pytest.mark.parametrize("name", READERS)
QUIZZES = pytest.mark.parametrize(
    "quiz", [sample_quiz(), hostile_quiz(), example_quiz()], ids=lambda q: q.name
)


def package(name: str, quiz: Quiz) -> bytes:
    (artifact,) = EXPORTS[name](quiz).artifacts
    assert artifact.name == f"{quiz.name}-{name}.zip"
    return artifact.data


def expected(name: str, quiz: Quiz) -> list[Meaning]:
    """What the format says of the items: Canvas cannot pin an option, and has menus of one line."""
    return [
        replace(one, says=_canvas(one.says)) if name == "qti12" else one for one in meanings(quiz)
    ]


def _canvas(says: dict[str, Any]) -> dict[str, Any]:
    says = dict(says)
    if says.pop("pinned", False):
        says["shuffled"] = False
    if "pairs" in says:
        says["pairs"] = [(left, " ".join(right.split())) for left, right in says["pairs"]]
        says["extra"] = type(says["extra"])(
            " ".join(text.split()) for text in says["extra"].elements()
        )
    return says


def one(response: Response, **more: Any) -> Quiz:
    item = Item(id="q", kind="number", prompt="How many?", response=response, **more)
    return Quiz(name="one", id="one", title="One", items=(item,))


def test_the_samples_have_every_shape() -> None:
    assert {type(item.response) for item in ITEMS} == set(get_args(Response))


@FORMATS
@QUIZZES
def test_a_package_is_read_back_as_the_items(name: str, quiz: Quiz) -> None:
    assert READERS[name](package(name, quiz)) == expected(name, quiz)


@FORMATS
@QUIZZES
def test_every_file_is_valid(name: str, quiz: Quiz) -> None:
    archive = zipfile.ZipFile(io.BytesIO(package(name, quiz)))
    for file in archive.namelist():
        if file.endswith("assessment_meta.xml"):
            continue  # Canvas's own, without a published schema at hand
        data = archive.read(file)
        kind = "package" if file == "imsmanifest.xml" else name
        assert faults(kind, data) == [], file
        for lom in fromstring(data).iter("{http://ltsc.ieee.org/xsd/LOM}lom"):
            assert faults("metadata", tostring(lom)) == [], file


@pytest.mark.parametrize(
    ("kind", "document"),
    [
        ("package", b'<manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1"/>'),
        ("qti21", b'<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1"/>'),
        ("qti12", b'<item xmlns="http://www.imsglobal.org/xsd/ims_qtiasiv1p2"/>'),
        ("metadata", b'<lom xmlns="http://ltsc.ieee.org/xsd/LOM"><general>text</general></lom>'),
    ],
)
def test_the_schemas_find_faults(kind: str, document: bytes) -> None:
    assert faults(kind, document)


@FORMATS
def test_keys_come_from_ids_alone(name: str) -> None:
    quiz = sample_quiz()
    reworded = replace(
        quiz,
        name="other",
        title="Another title",
        items=tuple(replace(item, prompt="Reworded?") for item in reversed(quiz.items)),
    )
    assert keys(name, reworded) == keys(name, quiz)
    assert not keys(name, replace(quiz, id="other")) & keys(name, quiz)


KEYED = ("item", "assessmentItem", "simpleChoice", "response_label")


def keys(name: str, quiz: Quiz) -> set[str]:
    archive = zipfile.ZipFile(io.BytesIO(package(name, quiz)))
    found = (
        element.get("ident") or element.get("identifier")
        for file in archive.namelist()
        for element in fromstring(archive.read(file)).iter()
        if element.tag.split("}")[1] in KEYED
    )
    return {key for key in found if key and key != "answer1"}


@FORMATS
def test_the_same_bytes_each_time(name: str) -> None:
    data = package(name, sample_quiz())
    assert data == package(name, sample_quiz())
    for entry in zipfile.ZipFile(io.BytesIO(data)).infolist():
        assert entry.date_time == (1980, 1, 1, 0, 0, 0)
        assert entry.compress_type == zipfile.ZIP_STORED


@FORMATS
def test_no_items_no_file(name: str) -> None:
    assert EXPORTS[name](replace(sample_quiz(), items=())).artifacts == ()


FIGURES = {
    "bare": (Figure("2,000"), ["2000"], ["", ""], []),
    "unit before": (Figure("52.7 billion", "$", "0.5"), ["52.7"], ["", "billion"], []),
    "hedged": (Figure("around 1.4 million", "people"), ["1.4"], ["around", "million"], []),
    "below nothing": (Figure("−3.5", "%"), ["-3.5"], ["", ""], []),
    "another number": (Figure("40", "", "", ("41", "40")), ["40", "41"], ["", ""], []),
    "only the number": (Figure("40 per cent", "", "", ("40",)), ["40"], ["", "per cent"], []),
    "no number but near": (
        Figure("40 per cent", "", "1", ("two fifths",)),
        ["40"],
        ["", "per cent"],
        ["the other right form “two fifths”: a number is typed"],
    ),
}


@FORMATS
@pytest.mark.parametrize("case", FIGURES)
def test_a_figure_is_a_number_between_words(name: str, case: str) -> None:
    figure, numbers, around, losses = FIGURES[case]
    says = READERS[name](package(name, one(figure)))[0].says
    assert [str(number) for number in says["numbers"]] == numbers
    assert says["around"] == around
    assert says["near"] == Decimal(figure.tolerance or "0")
    assert [loss.message for loss in EXPORTS[name](one(figure)).losses] == losses


WORDS = {
    "in words": (Figure("a third"), ["a third"]),
    "a half more": (Figure("2½"), ["2½"]),
    "to a power": (Figure("10²", "m"), ["10²", "10² m"]),
    "two numbers": (Figure("3 to 5", "km"), ["3 to 5", "3 to 5 km"]),
    "another form": (Figure("40 per cent", "", "", ("two fifths",)), ["40 per cent", "two fifths"]),
}


@FORMATS
@pytest.mark.parametrize("case", WORDS)
def test_a_figure_that_is_no_one_number_is_words(name: str, case: str) -> None:
    figure, forms = WORDS[case]
    assert READERS[name](package(name, one(figure)))[0].says["words"] == forms
    assert not EXPORTS[name](one(figure)).losses
    near = replace(figure, answer="a third", tolerance="1")
    (loss,) = EXPORTS[name](one(near)).losses
    assert loss.item == "q"
    assert "± 1" in loss.message


@FORMATS
def test_an_answer_on_two_lines_is_told(name: str) -> None:
    for response in (Words("two\nlines"), Gaps(("a ", Gap("two  spaces")))):
        (loss,) = EXPORTS[name](one(response)).losses
        assert "one line" in loss.message
    assert not EXPORTS[name](one(Words("one line", ("1 line",)))).losses


def test_a_menu_of_two_lines_is_told() -> None:
    quiz = one(Pairs((("a", "two\nlines"), ("b", "c"))))
    assert [loss.message for loss in EXPORTS["qti12"](quiz).losses] == [MENU_LINE]


def test_the_name_of_a_gap_stands_nowhere_in_the_text() -> None:
    quiz = one(Gaps(("[gap1] and [gapx2] and ", Gap("this"))))
    (read,) = read_qti12.read(package("qti12", quiz))
    assert read.says["gaps"] == ["[gap1] and [gapx2] and ", ("this", "")]


def test_an_option_that_stays_last_is_not_shuffled_away() -> None:
    quiz = one(Choice("a", (Option("b"), Option("c")), last="None of these"))
    for name, reader in READERS.items():
        assert reader(package(name, quiz))[0].says["options"][-1] == "None of these"
    assert b'fixed="true">None of these' in package("qti21", quiz)
    assert b'shuffle="Yes"' not in package("qti12", quiz)


def test_a_strange_language_is_left_out() -> None:
    for name, reader in READERS.items():
        quiz = replace(sample_quiz(), lang="no such language")
        assert reader(package(name, quiz))
        assert b"no such" not in package(name, quiz)


@FORMATS
def test_what_xml_forbids_is_left_out(name: str) -> None:
    quiz = one(Words("a\x00b\x1f"), explain="c\ufffe\uffffd")
    (read,) = READERS[name](package(name, quiz))
    assert (read.says["words"], read.explain) == (["ab"], "cd")
