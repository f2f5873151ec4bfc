"""Pictures on cards: they arrive, under names that change with what they show."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from briefquiz.outputs.anki.pictures import drawn
from briefquiz.quiz import Quiz
from tests.outputs.deck import NOW, Reader, build
from tests.outputs.samples import known_quiz, sample_quiz


@pytest.fixture
def reader(tmp_path: Path) -> Iterator[Reader]:
    someone = Reader(tmp_path / "anki")
    yield someone
    someone.collection.close()


def pictures(reader: Reader) -> dict[str, str]:
    """Key of each note with a picture → the name of the file it shows."""
    return {
        key: note["Picture"].split('"')[1]
        for key, note in reader.notes().items()
        if note.get("Picture")
    }


def media(reader: Reader) -> set[str]:
    return {path.name for path in Path(reader.collection.media.dir()).iterdir()}


def test_order_and_chain_cards_show_pictures(reader: Reader) -> None:
    reader.imports(build(known_quiz())[0])
    shown = pictures(reader)
    all_pictures = drawn(known_quiz())
    assert all_pictures.timeline is not None
    assert all_pictures.causal_map is not None
    assert set(shown) == {
        "in-time/1", "in-time/2", "in-turn/1", "in-turn/2",
        "link-0", "link-1", "link-2", "link-3", "link-4", "link-5",
    }  # fmt: skip
    assert shown["in-time/1"] == shown["in-time/2"] == all_pictures.timeline.name
    assert shown["in-turn/1"] == all_pictures.causal_map.name
    assert shown["link-0"] == shown["link-2"] != shown["link-3"]
    assert media(reader) == set(shown.values())
    for name in media(reader):
        assert (Path(reader.collection.media.dir()) / name).read_bytes().startswith(b"<svg ")


def test_only_backs_show_them(reader: Reader) -> None:
    reader.imports(build(known_quiz())[0])
    for number in reader.collection.find_cards("Picture:_*"):
        rendered = reader.collection.get_card(number).render_output()
        assert "<img" not in rendered.question_text
        assert "<img" in rendered.answer_text
    assert not reader.collection.media.check().missing


def test_a_picture_that_changes_gets_a_new_name_and_arrives(reader: Reader) -> None:
    first, lock = build(known_quiz())
    reader.imports(first)
    old = pictures(reader)
    items = list(known_quiz().items)
    items[0] = replace(items[0], fact={**items[0].fact, "event": "Orders fell"})
    second, _ = build(replace(known_quiz(), items=tuple(items)), lock, NOW + 60)
    log = reader.imports(second)
    assert log.updated == 2
    new = pictures(reader)
    assert {key for key in old if old[key] != new[key]} == {"in-time/1", "in-time/2"}
    assert set(new.values()) <= media(reader)
    unused = set(reader.collection.media.check().unused)
    assert unused == set(old.values()) - set(new.values())  # Check Media clears them away


def test_too_little_is_no_picture(reader: Reader) -> None:
    assert drawn(sample_quiz()).timeline is None
    few = [item for item in known_quiz().items if item.id in ("event-0", "event-1", "link-0")]
    for quiz in (sample_quiz(), replace(known_quiz(), items=tuple(few))):
        reader.imports(build(replace(quiz, id=quiz.items[0].id))[0])
    assert pictures(reader) == {}
    assert media(reader) == set()


@pytest.mark.parametrize("identity", ["known", "Évry & Lys", "☃", "a/b::c", "x" * 200])
def test_names_that_every_file_system_takes(reader: Reader, identity: str) -> None:
    quiz: Quiz = replace(known_quiz(), id=identity)
    reader.imports(build(quiz)[0])
    names = set(pictures(reader).values())
    assert names == media(reader)
    assert all(name.isascii() and len(name) < 80 and name == name.lower() for name in names)
