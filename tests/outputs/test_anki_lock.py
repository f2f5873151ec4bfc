"""The lock: times that make Anki update what changed, and nothing else."""

import json
from dataclasses import replace

import pytest

from briefquiz.errors import BriefquizError
from briefquiz.outputs.anki import Changes, note_types, render
from briefquiz.outputs.anki.lock import (
    EARLIEST,
    Entry,
    Lock,
    gap_numbers,
    part_numbers,
    read,
    write,
)
from briefquiz.quiz import Build, Quiz
from tests.outputs.deck import NOW, build, count
from tests.outputs.samples import sample_quiz

DAY = 86_400


def without(quiz: Quiz, item_id: str) -> Quiz:
    return replace(quiz, items=tuple(item for item in quiz.items if item.id != item_id))


def retitled(quiz: Quiz, item_id: str, prompt: str) -> Quiz:
    items = [replace(i, prompt=prompt) if i.id == item_id else i for i in quiz.items]
    return replace(quiz, items=tuple(items))


def entry(lock: str, key: str) -> Entry:
    return read(lock, "x", 0).notes[key]


def test_one_sorted_line_a_note() -> None:
    _, lock = build(sample_quiz())
    rows = [line for line in lock.splitlines() if '"mod"' in line]
    keys = [json.loads("{" + row.rstrip(",") + "}") for row in rows]
    names = [next(iter(key)) for key in keys]
    assert names[:2] == ["Briefquiz", "Briefquiz Cloze"]
    assert names[2:] == sorted(names[2:])
    assert len(names) == 2 + 14


def test_the_lock_reads_back() -> None:
    _, text = build(sample_quiz())
    assert write(read(text, "x", 0)) == text


def test_a_new_lock_starts_now_and_later_notes_get_its_first_time() -> None:
    _, lock = build(without(sample_quiz(), "act-signed"))
    assert read(lock, "x", 0).first == NOW
    _, later = build(sample_quiz(), lock, NOW + DAY)
    assert entry(later, "act-signed").mod == NOW
    assert entry(later, "only-maker").mod == NOW


@pytest.mark.parametrize(
    ("now", "mod"),
    [(NOW + DAY, NOW + DAY), (NOW, NOW + 1), (NOW - DAY, NOW + 1)],
    ids=["later", "same second", "clock put back"],
)
def test_a_changed_note_gets_a_later_time_whatever_the_clock(now: int, mod: int) -> None:
    _, lock = build(sample_quiz())
    changed = retitled(sample_quiz(), "only-maker", "Who?")
    _, after = build(changed, lock, now)
    assert entry(after, "only-maker").mod == mod
    assert entry(after, "act-signed").mod == NOW


def test_a_change_is_one_line_of_the_lock() -> None:
    _, lock = build(sample_quiz())
    _, after = build(retitled(sample_quiz(), "only-maker", "Who?"), lock, NOW + DAY)
    assert len(set(after.splitlines()) - set(lock.splitlines())) == 1


def test_building_again_with_the_new_lock_changes_nothing() -> None:
    _, lock = build(sample_quiz())
    changed = retitled(without(sample_quiz(), "act-signed"), "only-maker", "Who?")
    once = build(changed, lock, NOW + DAY)
    assert build(changed, once[1], NOW + 2 * DAY) == once


def test_a_removed_note_is_remembered_as_retired() -> None:
    _, lock = build(sample_quiz())
    fewer = without(sample_quiz(), "act-signed")
    assert count(fewer, lock, NOW + DAY) == Changes(0, 0, 1, 13)
    _, after = build(fewer, lock, NOW + DAY)
    kept = entry(after, "act-signed")
    assert kept == replace(entry(lock, "act-signed"), retired=True, mod=NOW + DAY)
    assert count(fewer, after, NOW + 2 * DAY) == Changes(0, 0, 0, 13)


def test_a_note_that_comes_back_is_younger_than_its_retirement() -> None:
    _, lock = build(sample_quiz())
    _, retired = build(without(sample_quiz(), "act-signed"), lock, NOW + DAY)
    assert count(sample_quiz(), retired, NOW + DAY) == Changes(0, 1, 0, 13)
    _, back = build(sample_quiz(), retired, NOW + DAY)
    assert entry(back, "act-signed").mod == NOW + DAY + 1
    assert not entry(back, "act-signed").retired


def test_a_quiz_without_notes_makes_no_deck() -> None:
    nothing = replace(sample_quiz(), items=())
    assert render(nothing, Build("", NOW)) == ()
    _, lock = build(sample_quiz())
    emptied, locked = render(nothing, Build(lock, NOW + DAY))
    assert (emptied.name, locked.name) == ("chips-retired.apkg", "chips.lock.json")
    assert all(note.retired for note in read(locked.data.decode(), "x", 0).notes.values())


def test_note_types_have_the_time_of_the_release() -> None:
    _, lock = build(sample_quiz(), now=NOW + DAY)
    assert {e.mod for e in read(lock, "x", 0).note_types.values()} == {note_types.MODIFIED}


def test_a_note_type_changed_without_a_new_time_still_gets_a_later_one() -> None:
    _, lock = build(sample_quiz())
    old = read(lock, "x", 0)
    other = {n: replace(e, hash="other") for n, e in old.note_types.items()}
    _, after = build(sample_quiz(), write(replace(old, note_types=other)), NOW)
    assert {e.mod for e in read(after, "x", 0).note_types.values()} == {note_types.MODIFIED + 1}


@pytest.mark.parametrize("now", [0, -5, 1])
def test_no_time_near_zero(now: int) -> None:
    _, lock = build(sample_quiz(), now=now)
    assert read(lock, "x", 0).first == EARLIEST


@pytest.mark.parametrize(
    ("damage", "place", "what"),
    [
        (("{\n", ""), "1:8", "Extra data"),
        (('"first"', "<<<<<<< ours\n"), "2:1", "property name"),
        (('"first": 1795571300', '"first": "today"'), "2:1", "'first' should be a time"),
        (('"first": 1795571300', '"first": true'), "2:1", "'first' should be a time"),
        (('"first": 1795571300', '"first": 0'), "2:1", "'first' should be a time"),
        (('"orders-cancelled": {"hash"', '"orders-cancelled": {"hush"'), "14:1", "orders-can"),
        (('"orders-cancelled"', '"only-maker"'), "14:1", "only-maker is there twice"),
        (('"retired": true', '"retired": "yes"'), "8:1", "act-signed"),
        (('"notes": {', '"notes": [], "more": {'), "7:1", "'notes' should be an object"),
    ],
)
def test_a_damaged_lock_is_reported_with_its_place(
    damage: tuple[str, str], place: str, what: str
) -> None:
    _, lock = build(sample_quiz())
    _, lock = build(without(sample_quiz(), "act-signed"), lock, NOW)
    broken = lock.replace(*damage, 1)
    assert broken != lock
    with pytest.raises(BriefquizError) as caught:
        render(sample_quiz(), Build(broken, NOW))
    (problem,) = caught.value.problems
    assert str(problem).startswith(f"chips.lock.json:{place}: damaged lock: ")
    assert what in problem.message


def test_a_lock_that_is_no_object() -> None:
    with pytest.raises(BriefquizError, match=r"chips\.lock\.json:1:1: .*not an object"):
        render(sample_quiz(), Build("[]", NOW))


def known(**cues: str) -> Lock:
    """A lock that knows parts of the item q: n2="b" is part 2 with cue b, gone3="c" is retired."""
    notes = {
        f"q/{name.lstrip('ngoe')}": Entry("h", NOW, "Briefquiz", cue, name.startswith("gone"))
        for name, cue in cues.items()
    }
    return Lock(NOW, notes)


@pytest.mark.parametrize(
    ("lock", "cues", "numbers"),
    [
        (known(), "abc", (1, 2, 3)),
        (known(n1="a", n2="b", n3="c"), "abc", (1, 2, 3)),
        (known(n1="a", n2="b", n3="c"), "cab", (3, 1, 2)),
        (known(n1="a", n2="b", n3="c"), "ac", (1, 3)),
        (known(n1="a", n2="b", n3="c"), "axc", (1, 2, 3)),
        (known(n1="a", n2="b", n3="c"), "xabc", (4, 1, 2, 3)),
        (known(n1="a", gone2="b", n3="c"), "axc", (1, 4, 3)),
        (known(n1="a", gone2="b", n3="c"), "abc", (1, 2, 3)),
        (known(n1="a", n2="b"), "xyz", (3, 4, 5)),
        (known(n1="a"), "aa", (1, 2)),
        (known(n1="a", n2="a"), "aa", (1, 2)),
        (known(gone1="a", n2="a"), "a", (2,)),
    ],
    ids=[
        "new lock",
        "unchanged",
        "put in another order",
        "one removed",
        "one edited in place",
        "one put before",
        "a retired number is not used again",
        "a retired part comes back",
        "all new and more than before",
        "the same cue twice",
        "the same cue twice, again",
        "one of two alike has gone",
    ],
)
def test_part_numbers(lock: Lock, cues: str, numbers: tuple[int, ...]) -> None:
    assert part_numbers(lock, "q", tuple(cues)) == numbers


@pytest.mark.parametrize(
    ("record", "cues", "numbers", "after"),
    [
        ("", "abc", (1, 2, 3), "a b c"),
        ("a b c", "abc", (1, 2, 3), "a b c"),
        ("a b c", "bc", (2, 3), "-a b c"),
        ("-a b c", "bcd", (2, 3, 4), "-a b c d"),
        ("-a b c", "abc", (1, 2, 3), "a b c"),
        ("a b c", "axc", (1, 2, 3), "a x c"),
        ("-a b c", "xc", (2, 3), "-a x c"),
        ("a b", "aab", (1, 3, 2), "a b a"),
        ("a a", "aa", (1, 2), "a a"),
    ],
    ids=[
        "a new cloze",
        "unchanged",
        "one removed",
        "a number is not used again",
        "a gap comes back",
        "one edited in place",
        "one edited in place beside one that has gone",
        "one more with the same answer",
        "the same answer twice",
    ],
)
def test_gap_numbers(record: str, cues: str, numbers: tuple[int, ...], after: str) -> None:
    lock = Lock(NOW, {"q/cloze": Entry("h", NOW, "Briefquiz Cloze", record)} if record else {})
    assert gap_numbers(lock, "q/cloze", tuple(cues)) == (numbers, after)
