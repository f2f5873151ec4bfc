"""Bytes and identities of a package: the same everywhere, and for ever."""

import io
import os
import sqlite3
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import apsw
import pytest

from briefquiz.outputs.anki import note_types
from briefquiz.outputs.anki import package as package_module
from briefquiz.outputs.anki.fields import cloze, text
from briefquiz.outputs.anki.notes import guid
from briefquiz.outputs.anki.sqlite_bytes import normalised
from briefquiz.outputs.anki.tags import safe
from briefquiz.quiz import Gap
from tests.outputs.deck import NOW, build
from tests.outputs.samples import HOSTILE, long_quiz, sample_quiz

HERE = Path(__file__).parent

PROGRAM = """
import hashlib, os, sys
os.umask(int(sys.argv[1], 8))
sys.path.insert(0, sys.argv[2])
from tests.outputs.samples import known_quiz, long_quiz
from briefquiz.outputs import OUTPUTS
from briefquiz.quiz import Build
for quiz in (long_quiz(), known_quiz()):
    for render in OUTPUTS.values():
        for artifact in render(quiz, Build("", int(sys.argv[3]))):
            print(artifact.name, hashlib.sha256(artifact.data).hexdigest())
"""


def hashes(seed: str, umask: str, zone: str) -> str:
    """Names and hashes of all artifacts, made in a Python of its own."""
    return subprocess.run(
        [sys.executable, "-c", PROGRAM, umask, str(HERE.parents[1]), str(NOW)],
        env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone},
        check=True,
        capture_output=True,
        text=True,
        timeout=120,
    ).stdout


def test_same_bytes_under_another_hash_seed_umask_and_time_zone() -> None:
    first = hashes("1", "022", "UTC")
    assert first.count("\n") == 14
    assert hashes("4242", "077", "Pacific/Auckland") == first


def database(package: bytes, tmp_path: Path) -> sqlite3.Connection:
    path = tmp_path / "collection.anki2"
    path.write_bytes(zipfile.ZipFile(io.BytesIO(package)).read("collection.anki2"))
    return sqlite3.connect(path)


def test_the_database_is_sound(tmp_path: Path) -> None:
    package, _ = build(long_quiz())
    connection = database(package, tmp_path)
    assert connection.execute("pragma integrity_check").fetchall() == [("ok",)]
    assert connection.execute("select count(*) from notes").fetchone() == (45,)
    assert connection.execute("pragma freelist_count").fetchone() == (0,)
    connection.close()


def test_cards_are_due_in_the_order_of_the_notes(tmp_path: Path) -> None:
    package, _ = build(sample_quiz())
    connection = database(package, tmp_path)
    rows = connection.execute("select due from cards order by nid, ord").fetchall()
    connection.close()
    assert rows == [(n,) for n in (0, 1, 2, 3, 4, 5, 6, 6, 7, 8, 9, 10, 11, 12, 13)]


class OtherSqlite:
    """What the package asks of a connection, answered by the SQLite that apsw brings along."""

    def __init__(self, path: str, **_: object) -> None:
        self.connection = apsw.Connection(path)
        self.execute = self.executescript = self.connection.execute
        self.executemany = self.connection.executemany
        self.close = self.connection.close

    def serialize(self) -> bytes:
        return self.connection.serialize("main")


@pytest.mark.parametrize("count", [1, 30, 700])
def test_another_build_of_sqlite_gives_the_same_bytes(
    count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert apsw.sqlitelibversion() != sqlite3.sqlite_version
    quiz = long_quiz(count)
    long = replace(quiz.items[0], explain="So long that the row leaves its page. " * 400)
    quiz = replace(quiz, items=(long, *quiz.items[1:]))
    here = build(quiz)
    monkeypatch.setattr(package_module, "sqlite3", SimpleNamespace(connect=OtherSqlite))
    assert build(quiz) == here


def test_what_differs_between_sqlite_builds_is_wiped() -> None:
    connection = sqlite3.connect(":memory:")
    connection.executescript("create table t(x); insert into t values ('one'), ('two');")
    data = bytearray(connection.serialize())
    connection.close()
    clean = b"".join(normalised(bytes(data)))
    data[24:28] = data[92:96] = data[96:100] = b"\xff\xff\xff\xff"
    data[4096 + 200 : 4096 + 210] = b"left over."  # between pointers and cells of page 2
    assert b"".join(normalised(bytes(data))) == clean
    assert b"one" in clean
    assert b"two" in clean


def test_zip_entries_carry_no_clock_and_no_umask() -> None:
    package, _ = build(sample_quiz())
    entries = zipfile.ZipFile(io.BytesIO(package)).infolist()
    assert [entry.filename for entry in entries] == ["collection.anki2", "media"]
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert {entry.external_attr >> 16 for entry in entries} == {0o644}
    assert {entry.compress_type for entry in entries} == {zipfile.ZIP_DEFLATED}


def test_identities_never_change() -> None:
    basic, cloze_type = note_types.basic(), note_types.cloze()
    shared = {
        "Hint": 105,
        "Explanation": 106,
        "Evidence": 107,
        "Brief": 108,
        "Place": 109,
        "Date": 110,
        "Kind": 111,
        "Context": 112,
        "Steps": 113,
        "Picture": 114,
        "Lang": 116,
        "Spare 1": 121,
        "Spare 2": 122,
        "Spare 3": 123,
        "Spare 4": 124,
    }
    own = {"Id": 100, "Prompt": 101, "Answer": 102, "Options": 103, "Right": 104, "Typed": 115}
    assert (basic.id, basic.name, basic.template_id) == (1795571240917, "Briefquiz", 151)
    assert (cloze_type.id, cloze_type.name, cloze_type.template_id) == (
        1795571240918,
        "Briefquiz Cloze",
        152,
    )
    assert dict(basic.fields) == {**own, **shared}
    assert dict(cloze_type.fields) == {"Id": 100, "Text": 101, **shared}
    assert guid("chips-strategy", "act-signed") == "c6a9bd68ca4d5a8c297d"


def test_a_change_of_templates_needs_a_new_time() -> None:
    """Otherwise Anki does not update the note types of readers: raise MODIFIED, then this."""
    basic, cloze_type = note_types.basic(), note_types.cloze()
    assert (note_types.MODIFIED, basic.hash, cloze_type.hash) == (
        1795590700,
        "f6df56fb48400b17",
        "143bec67beac34fe",
    )


def test_templates_have_no_braces_in_script_and_style() -> None:
    for note_type in note_types.all_types().values():
        script = note_type.front.partition("<script>")[2].partition("</script>")[0]
        assert "{{" not in script + note_type.css
        assert "}}" not in script + note_type.css


def test_note_identities_keep_quiz_and_item_apart() -> None:
    assert guid("a", "b/c") != guid("a/b", "c")


@pytest.mark.parametrize("value", HOSTILE)
def test_a_field_holds_nothing_that_anki_reads(value: str) -> None:
    field = text(value)
    assert "[" not in field
    assert "<" not in field.replace("<br>", "")
    assert "\x1f" not in field
    inside = cloze([Gap(value)], [1])
    assert inside.count("::") == 1
    assert inside.count("}}") == inside.count("{{") == 1


@pytest.mark.parametrize(
    ("tag", "kept"),
    [
        ("law", "law"),
        ("united states", "united_states"),
        ("a\u3000b\tc\nd", "a_b_c_d"),
        ("::x", "x"),
        ("a::::b::", "a::b"),
        ("a:::b", "a::b"),
        ("Marked", "Marked_"),
        ("leech", "leech_"),
        ("\x00 ", ""),
    ],
)
def test_tags_as_anki_keeps_them(tag: str, kept: str) -> None:
    assert safe(tag) == kept
