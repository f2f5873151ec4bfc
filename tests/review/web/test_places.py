"""Where evidence stands in a brief, and the brief cut there."""

import pytest

from briefquiz.brief import Block, Brief
from briefquiz.review.web.places import Span, Stretch, places, stretches

TEXTS = ("A port opened.  It is “new”.", "It is new. A port opened.", "So\u00ad it ﬁlled up.")
BRIEF = Brief("b", "B", tuple(Block("paragraph", text, n) for n, text in enumerate(TEXTS, 1)))
PLACES = places(BRIEF)


@pytest.mark.parametrize(
    ("quote", "para", "found"),
    [
        ("A port opened.", 1, [(0, "A port opened.")]),
        ("A port opened.", 2, [(1, "A port opened.")]),
        ("A port opened.", 9, [(0, "A port opened.")]),
        ('opened. It is "new"', 0, [(0, "opened.  It is “new”")]),
        ("So it filled", 3, [(2, "So\u00ad it ﬁlled")]),
        ("“new”. It is", 0, [(0, "“new”."), (1, "It is")]),
        ("It sank.", 1, []),
        ("", 1, []),
    ],
)
def test_a_quote_is_found(quote: str, para: int, found: list[tuple[int, str]]) -> None:
    spans = PLACES.find(quote, para)
    assert [(s.block, PLACES.texts[s.block][s.start : s.end]) for s in spans] == found


def test_over_a_whole_block() -> None:
    spans = PLACES.find(f"“new”. {TEXTS[1]} So")
    assert spans == (Span(0, 22, 28), Span(1, 0, 25), Span(2, 0, 2))


def test_what_overlaps_is_cut_where_either_begins_or_ends() -> None:
    spans = {"x": [(0, 4)], "y": [(2, 6), (4, 6)], "z": []}
    assert stretches("abcdefgh", spans) == (
        Stretch("ab", ("x",)),
        Stretch("cd", ("x", "y")),
        Stretch("ef", ("y",)),
        Stretch("gh", ()),
    )
    assert stretches("ab", {}) == (Stretch("ab", ()),)
    assert stretches("", {}) == ()


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [((0, 1, 5), (0, 4, 6), True), ((0, 1, 5), (0, 5, 6), False), ((0, 1, 5), (1, 1, 5), False)],
)
def test_spans_that_meet(
    one: tuple[int, int, int], other: tuple[int, int, int], meet: bool
) -> None:
    assert Span(*one).meets(Span(*other)) is meet
