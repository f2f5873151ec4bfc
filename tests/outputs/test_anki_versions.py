"""Three versions of one deck, and what becomes of a reader's reviews and edits in between."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from briefquiz.outputs.anki import Changes, note_types
from briefquiz.quiz import Gap, Gaps, Item, Pairs, Quiz, Response, Sequence, Words
from tests.outputs.deck import NOW, Log, Reader, build, count, retired
from tests.outputs.samples import sample_quiz

DAY = 86_400
GAPS = (
    "After carmakers had cancelled their orders, ",
    Gap("foundries"),
    " sold the capacity to makers of ",
    Gap("laptops", "portable computers"),
    " and games consoles.",
)


def changed(quiz: Quiz, edits: dict[str, Callable[[Item], Item | None]]) -> Quiz:
    """The quiz with some items edited, or taken out by an edit to None."""
    items = [edits[item.id](item) if item.id in edits else item for item in quiz.items]
    return replace(quiz, items=tuple(item for item in items if item is not None))


def gone(_: Item) -> None:
    return None


def with_response(response: Response) -> Callable[[Item], Item]:
    return lambda item: replace(item, response=response)


EDITS_2 = {
    "only-maker": with_response(Words("ASML of Veldhoven")),
    "orders-cancelled": gone,
    "delay-or-hasten": gone,
    "foundries-sold": with_response(Gaps(("Foundries sold it to makers of ", *GAPS[3:]))),
}
EDITS_3 = {
    **EDITS_2,
    "who-did-what": gone,
    "orders-cancelled": lambda item: item,  # the author thinks better of it
    "foundries-sold": with_response(
        Gaps(("To makers of ", GAPS[3], " and ", Gap("consoles"), "."))
    ),
}
FRESH = Item(
    id="fresh", kind="date", prompt="When did Japan follow?", response=Words("23 July 2023")
)


@dataclass(frozen=True)
class Version:
    """A build as it was published: deck, emptied notes, lock, and what the build announced."""

    deck: bytes
    emptied: bytes
    lock: str
    announced: Changes


def published(quiz: Quiz, lock: str, now: int) -> Version:
    deck, after = build(quiz, lock, now)
    emptied = retired(quiz, lock, now) if '"retired": true' in after else b""
    return Version(deck, emptied, after, count(quiz, lock, now))


@pytest.fixture(scope="module")
def versions() -> tuple[Version, Version, Version]:
    first = sample_quiz()
    second = changed(first, EDITS_2)
    third = changed(first, EDITS_3)
    third = replace(third, items=(*third.items, FRESH))
    one = published(first, "", NOW)
    two = published(second, one.lock, NOW + DAY)
    return one, two, published(third, two.lock, NOW + 2 * DAY)


@pytest.fixture
def reader(tmp_path: Path) -> Iterator[Reader]:
    someone = Reader(tmp_path / "anki")
    yield someone
    someone.collection.close()


def reviews(reader: Reader, number: int) -> None:
    """Answer the next cards: good."""
    deck = reader.collection.decks.id_for_name("Briefs")
    assert deck is not None
    reader.collection.decks.select(deck)
    for _ in range(number):
        card = reader.collection.sched.getCard()
        assert card is not None
        card.start_timer()
        reader.collection.sched.answerCard(card, 3)


def progress(reader: Reader) -> dict[tuple[str, int], tuple[int, ...]]:
    """Schedule, flag and deck of every card."""
    out: dict[tuple[str, int], tuple[int, ...]] = {}
    for number in reader.collection.find_cards(""):
        card = reader.collection.get_card(number)
        schedule = (card.type, card.queue, card.due, card.ivl, card.factor, card.reps, card.lapses)
        out[reader.key(card.nid), card.ord] = (*schedule, card.flags, card.did)
    return out


def works(reader: Reader) -> None:
    """A week with the deck: reviews, an edit, a tag, a card suspended, one flagged and moved."""
    reviews(reader, 6)
    collection = reader.collection
    mine = collection.get_note(reader.cards("act-signed")[0].nid)
    mine["Hint"] = "my own hint"
    mine.tags.append("mine")
    collection.update_note(mine)
    (maker,) = reader.cards("only-maker")
    collection.set_user_flag_for_cards(2, [maker.id])
    collection.sched.suspend_cards([card.id for card in reader.cards("money-set-aside")])
    own_deck = collection.decks.id("Mine")
    assert own_deck is not None
    collection.set_deck([maker.id], own_deck)
    reader.adds_css("Briefquiz", "\n.mine { color: red }")


def as_logged(announced: Changes) -> Log:
    return Log(announced.new, announced.changed, announced.unchanged, 0)


def test_builds_announce_what_anki_does(
    reader: Reader, versions: tuple[Version, Version, Version]
) -> None:
    logs = [reader.imports(version.deck) for version in versions]
    assert logs == [as_logged(version.announced) for version in versions]
    assert [version.announced for version in versions] == [
        Changes(14, 0, 0, 0), Changes(0, 2, 2, 10), Changes(1, 2, 3, 8),
    ]  # fmt: skip


def test_three_versions_cost_nobody_a_review(
    reader: Reader, versions: tuple[Version, Version, Version]
) -> None:
    reader.imports(versions[0].deck)
    works(reader)
    before = progress(reader)
    assert sum(reps > 0 for *_, reps, _, _, _ in before.values()) == 6
    for version in versions[1:]:
        reader.imports(version.deck)
        reader.imports(version.emptied)
        after = progress(reader)
        assert {card: after[card] for card in before} == before
        before = after

    notes = reader.notes()
    assert notes["only-maker"]["Answer"] == "ASML of Veldhoven"
    assert notes["fresh"]["Answer"] == "23 July 2023"
    assert notes["act-signed"]["Hint"] == "my own hint"
    assert "mine" in reader.cards("act-signed")[0].note().tags
    assert ".mine" in reader.css("Briefquiz")
    assert len(reader.collection.models.all_names_and_ids()) == 6 + 2


def test_empty_cards_lists_exactly_what_was_retired(
    reader: Reader, versions: tuple[Version, Version, Version]
) -> None:
    reader.imports(versions[0].deck)
    works(reader)
    reader.imports(versions[1].deck)
    assert reader.listed_as_empty() == {"foundries-sold/cloze": (1, False)}  # the gap that left
    reader.imports(versions[1].emptied)
    assert reader.listed_as_empty() == {
        "foundries-sold/cloze": (1, False),
        "orders-cancelled": (1, True),
        "delay-or-hasten": (1, True),
    }
    found = reader.collection.find_notes("tag:retired")
    assert {reader.key(note) for note in found} == {"orders-cancelled", "delay-or-hasten"}

    kept = progress(reader)
    reader.removes_empty_cards()
    assert progress(reader) == {
        card: schedule
        for card, schedule in kept.items()
        if card[0] not in ("orders-cancelled", "delay-or-hasten")
        and card != ("foundries-sold/cloze", 0)
    }
    assert reader.faults() == ""


def test_who_skipped_a_version_needs_only_the_last_one(
    reader: Reader, versions: tuple[Version, Version, Version]
) -> None:
    reader.imports(versions[0].deck)
    reader.imports(versions[2].deck)
    reader.imports(versions[2].emptied)
    assert set(reader.listed_as_empty()) == {
        "delay-or-hasten", "who-did-what/1", "who-did-what/2", "who-did-what/3",
        "foundries-sold/cloze",
    }  # fmt: skip
    assert reader.notes()["orders-cancelled"]["Prompt"].startswith("Why did carmakers")


def test_what_was_retired_and_came_back_is_whole_again(
    reader: Reader, versions: tuple[Version, Version, Version]
) -> None:
    reader.imports(versions[0].deck)
    reader.imports(versions[1].emptied)
    assert reader.notes()["orders-cancelled"]["Prompt"] == ""
    assert reader.imports(versions[2].deck).conflicting == 0
    assert reader.notes()["orders-cancelled"]["Prompt"].startswith("Why did carmakers")
    assert "orders-cancelled" not in reader.listed_as_empty()


def test_a_newcomers_deck_has_no_note_without_cards(
    reader: Reader, versions: tuple[Version, Version, Version]
) -> None:
    reader.imports(versions[2].deck)
    assert reader.notes_without_cards() == 0
    assert reader.listed_as_empty() == {}
    assert reader.collection.find_notes("tag:retired") == []
    assert "orders-cancelled" in reader.notes()


def test_a_newcomer_who_imports_the_emptied_notes_gets_rid_of_them(
    reader: Reader, versions: tuple[Version, Version, Version]
) -> None:
    reader.imports(versions[2].deck)
    notes = set(reader.notes())
    reader.imports(versions[2].emptied)
    assert reader.notes_without_cards() == 0
    assert all(whole for _, whole in reader.listed_as_empty().values())
    reader.removes_empty_cards()
    assert set(reader.notes()) == notes


def test_a_number_of_a_gap_is_never_used_for_another(
    reader: Reader, versions: tuple[Version, Version, Version]
) -> None:
    for version in versions:
        reader.imports(version.deck)
    text = reader.notes()["foundries-sold/cloze"]["Text"]
    assert text == "To makers of {{c2::laptops::portable computers}} and {{c3::consoles}}."


def test_the_later_edit_wins(reader: Reader, versions: tuple[Version, Version, Version]) -> None:
    """The package's note is of NOW + DAY; an edit made today, by this machine's clock, is later."""
    reader.imports(versions[0].deck)
    mine = reader.collection.get_note(reader.cards("only-maker")[0].nid)
    mine["Answer"] = "mine"
    reader.collection.update_note(mine)
    reader.set_time(mine.id, NOW + DAY - 1)
    assert reader.imports(versions[1].deck).updated == 2
    assert reader.notes()["only-maker"]["Answer"] == "ASML of Veldhoven"

    mine["Answer"] = "mine again"
    reader.collection.update_note(mine)
    reader.set_time(mine.id, NOW + 9 * DAY)
    assert reader.imports(versions[2].deck).conflicting == 0
    assert reader.notes()["only-maker"]["Answer"] == "mine again"


def test_a_pair_and_a_link_that_leave_are_retired_alone(reader: Reader) -> None:
    first, lock = build(sample_quiz())
    reader.imports(first)
    fewer: dict[str, Callable[[Item], Item | None]] = {}
    for item in sample_quiz().items:
        if isinstance(item.response, Pairs):
            fewer[item.id] = with_response(replace(item.response, pairs=item.response.pairs[1:]))
        if isinstance(item.response, Sequence):
            fewer[item.id] = with_response(Sequence(item.response.items[:-1]))
    second = changed(sample_quiz(), fewer)
    deck, _ = build(second, lock, NOW + DAY)
    assert as_logged(count(second, lock, NOW + DAY)) == reader.imports(deck)
    reader.imports(retired(second, lock, NOW + DAY))
    assert reader.listed_as_empty() == {"who-did-what/1": (1, True), "shortage-chain/3": (1, True)}


def test_a_new_design_of_the_cards_arrives(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    """As after a release with another styling and a raised MODIFIED."""
    first, lock = build(sample_quiz())
    reader.imports(first)
    reader.adds_css("Briefquiz", "\n.mine { color: red }")
    types = {
        name: replace(kind, css=kind.css + "\n.theirs { color: blue }")
        for name, kind in note_types.all_types().items()
    }
    monkeypatch.setattr(note_types, "all_types", lambda: types)
    monkeypatch.setattr(note_types, "MODIFIED", NOW + 300 * DAY)
    second, _ = build(sample_quiz(), lock, NOW + DAY)
    assert reader.imports(second) == Log(0, 0, 14, 0)
    assert ".theirs" in reader.css("Briefquiz Cloze")
    assert ".theirs" in reader.css("Briefquiz")  # later than the reader's own, so it wins
    assert ".mine" not in reader.css("Briefquiz")
