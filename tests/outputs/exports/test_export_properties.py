"""Random quizzes with hostile texts: read back equal, and what is not equal is announced."""

import csv
import io
import os
import zipfile
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import openpyxl
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.utils.escape import unescape

from briefquiz.outputs.exports import EXPORTS
from briefquiz.outputs.exports.games import length
from briefquiz.questions import to_item
from briefquiz.quiz import (
    Exported,
    Figure,
    Gap,
    Gaps,
    Item,
    Pairs,
    Quiz,
    Response,
    Words,
)
from tests.outputs.exports import read_csv, read_qti12, read_qti21
from tests.outputs.exports.meaning import line, meanings, says_figure, text
from tests.outputs.exports.schemas import faults
from tests.outputs.exports.test_qti import expected
from tests.outputs.samples import HOSTILE, hostile_items
from tests.test_properties import any_question, sound, texts

NASTY = (
    *HOSTILE,
    "]]>",
    "\ufffe\uffff",
    "<![CDATA[",
    "\x1f",
    "\x00",
    "=1+1",
    "@a",
    "-1",
    "\t=x",
    "\r\n",
    "&#0;",
    "|\\n|",
)
hostile = st.sampled_from(NASTY).flatmap(lambda nasty: st.sampled_from(hostile_items(nasty)))
drawn = any_question().filter(sound).map(to_item)
items = st.lists(st.one_of(drawn, hostile), min_size=1, max_size=3, unique_by=lambda item: item.id)
quizzes = st.builds(
    Quiz,
    name=st.just("any"),
    id=texts.filter(str.strip),
    title=texts,
    items=items.map(tuple),
    lang=st.sampled_from(["en", "de-CH", "", "x y"]),
    published=texts,
    source=texts,
)
thorough = settings(
    max_examples=60,
    deadline=None,
    derandomize="CI" in os.environ,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)


def lines_of(response: Response) -> Iterable[str]:
    """The texts of a response that are typed on one line."""
    match response:
        case Words(answer=answer, accept=accept):
            return (answer, *accept)
        case Figure(answer=answer, accept=accept, unit=unit) if "words" in says_figure(response):
            return (answer, *accept, f"{answer} {unit}" if unit else "")
        case Gaps(parts=parts):
            return [part.answer for part in parts if isinstance(part, Gap)]
        case _:
            return ()


def changed(item: Item, menus: bool) -> bool:
    """Whether QTI cannot hold the item whole: texts on one line, and figures."""
    response = item.response
    found = list(lines_of(response))
    if any(line(form) != text(form).strip() for form in found):
        return True
    if menus and isinstance(response, Pairs):
        rights = [*(right for _, right in response.pairs), *response.extra]
        return any(line(right) != text(right) for right in rights)
    if isinstance(response, Figure) and response.tolerance:
        says = says_figure(response)
        return "words" in says or len(_numbers(says, response)) < 1 + len(response.accept)
    return False


def _numbers(says: dict[str, Any], response: Figure) -> list[str]:
    """The forms of a figure that are in the numbers."""
    kept = [
        form
        for form in response.accept
        if says_figure(Figure(response.answer, accept=(form,))).get("numbers")
    ]
    return [response.answer, *kept]


def announced(exported: Exported) -> set[str]:
    return {loss.item for loss in exported.losses}


@thorough
@given(quizzes)
def test_qti_21(quiz: Quiz) -> None:
    exported = EXPORTS["qti21"](quiz)
    data = exported.artifacts[0].data
    assert read_qti21.read(data) == meanings(quiz)
    assert announced(exported) == {item.id for item in quiz.items if changed(item, menus=False)}
    assert _faults("qti21", data) == []


@thorough
@given(quizzes)
def test_qti_12(quiz: Quiz) -> None:
    exported = EXPORTS["qti12"](quiz)
    data = exported.artifacts[0].data
    assert read_qti12.read(data) == expected("qti12", quiz)
    assert announced(exported) == {item.id for item in quiz.items if changed(item, menus=True)}
    assert _faults("qti12", data) == []


def _faults(kind: str, data: bytes) -> list[str]:
    archive = zipfile.ZipFile(io.BytesIO(data))
    return [
        fault
        for name in archive.namelist()
        if not name.endswith("assessment_meta.xml")
        for fault in faults("package" if name == "imsmanifest.xml" else kind, archive.read(name))
    ]


@thorough
@given(quizzes)
def test_csv(quiz: Quiz) -> None:
    exported = EXPORTS["csv"](quiz)
    assert exported.losses == ()
    assert read_csv.read(exported.artifacts[0].data) == [_plain(item) for item in quiz.items]


def _plain(value: Any) -> Any:
    """The value without control characters."""
    match value:
        case str():
            return text(value)
        case tuple():
            return tuple(map(_plain, value))
        case dict():
            return {text(key): text(one) for key, one in value.items()}
        case Gaps(parts=parts):
            return Gaps(tuple(_joined(parts)))
        case _ if hasattr(value, "__dataclass_fields__"):
            return _fields(value)
        case _:
            return value


def _fields(value: Any) -> Any:
    return replace(
        value, **{name: _plain(getattr(value, name)) for name in value.__dataclass_fields__}
    )


def _joined(parts: tuple[str | Gap, ...]) -> list[str | Gap]:
    out: list[str | Gap] = []
    for part in map(_plain, parts):
        if isinstance(part, str) and out and isinstance(out[-1], str):
            out[-1] += part
        elif part != "":
            out.append(part)
    return out


@thorough
@given(quizzes)
def test_tsv(quiz: Quiz) -> None:
    exported = EXPORTS["tsv"](quiz)
    rows = exported.artifacts[0].data.decode().split("\n")
    assert rows.pop() == ""
    wanted = [
        len(item.response.pairs) if isinstance(item.response, Pairs) else 1 for item in quiz.items
    ]
    assert len(rows) == sum(wanted)
    for row in rows:
        front, back = row.split("\t")
        assert text(front) == front
        assert text(back) == back
        assert not front.startswith(("#", '"'))
        assert not back.startswith('"')


@thorough
@given(quizzes)
def test_games(quiz: Quiz) -> None:
    exported = EXPORTS["kahoot"](quiz)
    rows = _kahoot(exported)
    for _, prompt, *answers, _time, right in rows:
        given = [answer for answer in answers if answer is not None]
        assert 2 <= len(given) <= 4
        assert length(prompt) <= 120
        assert all(1 <= length(answer) <= 75 for answer in given)
        assert all(1 <= int(number) <= len(given) for number in right.split(","))
    told = {loss.item for loss in exported.losses if "question" in loss.message}
    silent = [item for item in quiz.items if item.id not in told]
    assert {line(item.prompt) for item in silent if not isinstance(item.response, Pairs)} <= {
        row[1] for row in rows
    }


@thorough
@given(quizzes)
def test_no_cell_runs(quiz: Quiz) -> None:
    for name in ("csv", "blooket"):
        for artifact in EXPORTS[name](quiz).artifacts:
            cells = csv.reader(io.StringIO(artifact.data.decode("utf-8-sig"), newline=""))
            assert not [cell for row in cells for cell in row if cell[:1] in tuple("=+-@\t\r")]


def _kahoot(exported: Exported) -> list[list[Any]]:
    if not exported.artifacts:
        return []
    sheet = openpyxl.load_workbook(io.BytesIO(exported.artifacts[0].data)).active
    assert sheet is not None
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=9, max_col=8)]
    return [[unescape(cell) if isinstance(cell, str) else cell for cell in row] for row in rows]
