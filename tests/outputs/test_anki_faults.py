"""What Anki would swallow silently: we find it, and it does."""

from dataclasses import replace
from pathlib import Path

import pytest

from briefquiz.errors import Issue
from briefquiz.outputs.anki.faults import MOST_GAPS, check, clashing
from briefquiz.quiz import Choice as OneOf
from briefquiz.quiz import Gap, Gaps, Item, Option, Pairs, Quiz, Response, Sequence, Words
from tests.outputs.deck import Reader, build
from tests.outputs.samples import hostile_quiz, known_quiz, long_quiz, sample_quiz


def quiz_of(response: Response, prompt: str = "Who?", tags: tuple[str, ...] = ()) -> Quiz:
    item = Item(id="q", kind="actor", prompt=prompt, response=response, tags=tags)
    return replace(sample_quiz(), items=(item,))


def many(count: int) -> Gaps:
    return Gaps(tuple(part for n in range(count) for part in (Gap(f"gap {n}"), ", ")))


NOTHING = "shows nothing: Anki has no card for it"


@pytest.mark.parametrize(
    ("quiz", "issues"),
    [
        (quiz_of(Words("x"), prompt=" \n"), [(("q", "prompt"), NOTHING)]),
        (quiz_of(Words("x"), prompt="\u200b\u00a0\x07"), [(("q", "prompt"), NOTHING)]),
        (quiz_of(Pairs((("a", "b"), (" ", "c")))), [(("q", "pairs", 1), NOTHING)]),
        (quiz_of(Sequence(("a", "\x07", "b"))), [(("q", "items", 1), NOTHING)]),
        (
            quiz_of(Gaps(("no gap at all",))),
            [(("q", "prompt"), "has no gap: Anki would have no card for it")],
        ),
        (
            quiz_of(Gaps(("a ", Gap("\x07"), " b"))),
            [(("q", "prompt"), "has a gap that shows nothing")],
        ),
        (
            quiz_of(many(MOST_GAPS + 1)),
            [(("q", "prompt"), "has 501 gaps, and Anki makes cards of 500 at most")],
        ),
        (quiz_of(many(MOST_GAPS)), []),
        (quiz_of(OneOf("x", (Option("y"),)), tags=("law", "south::china_sea")), []),
    ],
    ids=[
        "blank", "invisible", "left side", "step", "no gap", "gap of nothing", "too many gaps",
        "as many gaps as Anki takes", "nothing wrong",
    ],
)  # fmt: skip
def test_cards_that_ask_nothing(
    quiz: Quiz, issues: list[tuple[tuple[str | int, ...], str]]
) -> None:
    assert list(check(quiz)) == [Issue(path, message) for path, message in issues]


@pytest.mark.parametrize(
    ("tags", "message", "hint"),
    [
        (("a b",), "'a b' is no tag for Anki, which would split it", "a_b"),
        (("a\u3000b",), "'a\\u3000b' is no tag for Anki, which would split it", "a_b"),
        (("::a",), "'::a' is no tag for Anki, which would change it", "a"),
        (("Leech",), "'Leech' is no tag for Anki, which takes it off every note it imports",
         "Leech_"),
        (("\x07",), "'\\x07' is no tag for Anki, which would drop it", ""),
        (("law", "Law"), "'Law' and 'law' are one tag to Anki", ""),
    ],
)  # fmt: skip
def test_tags_that_anki_changes(tags: tuple[str, ...], message: str, hint: str) -> None:
    (issue,) = check(quiz_of(Words("x"), tags=tags))
    assert (issue.message, issue.hint) == (message, hint)
    assert issue.path == ("q", "tags", len(tags) - 1)


def test_what_is_whole_has_no_faults() -> None:
    assert list(check(known_quiz())) == []
    assert {issue.path[1] for issue in check(long_quiz())} == {"tags"}  # "united states"
    assert {issue.path[1] for issue in check(hostile_quiz())} <= {"tags"}


def test_media_that_clash() -> None:
    media = [("a.svg", b"1"), ("b.svg", b"1"), ("a.svg", b"1"), ("A.svg", b"2")]
    assert clashing(media) == ["A.svg"]


@pytest.mark.parametrize(
    "quiz",
    [
        quiz_of(Words("x"), prompt=" \n"),
        quiz_of(Words("x"), prompt="\x07"),
        quiz_of(Pairs((("a", "b"), (" ", "c")))),
        quiz_of(Gaps(("no gap at all",))),
        quiz_of(many(MOST_GAPS + 1)),
    ],
    ids=["blank", "bell", "left side", "no gap", "too many gaps"],
)
def test_anki_swallows_them_indeed(quiz: Quiz, tmp_path: Path) -> None:
    reader = Reader(tmp_path)
    log = reader.imports(build(quiz)[0])
    assert log.conflicting == 0  # not a word of it
    assert reader.listed_as_empty() or reader.notes_without_cards()
    reader.collection.close()


@pytest.mark.parametrize("count", [1, 2, 17, MOST_GAPS])
def test_anki_counts_the_gaps_as_we_do(count: int, tmp_path: Path) -> None:
    reader = Reader(tmp_path)
    reader.imports(build(quiz_of(many(count)))[0])
    assert reader.collection.card_count() == count
    assert reader.listed_as_empty() == {}
    assert reader.faults() == ""
    assert reader.collection.card_count() == count  # the check made none that was missing
    reader.collection.close()
