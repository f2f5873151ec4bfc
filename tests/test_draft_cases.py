"""Briefs and the question files drafted from them: a change of any rule shows here, in full."""

import dataclasses
from collections.abc import Callable
from pathlib import Path

import pytest

from briefquiz import bank, questions, readers
from briefquiz.facts.parsed import ParsedBrief
from briefquiz.nlp import Parsers
from briefquiz.pipeline.drafting import draft_file
from briefquiz.questions import drafting

CASES = Path(__file__).parent / "cases"
BRIEFS = sorted(
    path
    for path in (Path(__file__).parent / "quality/briefs").iterdir()
    if path.suffix in {".md", ".txt"} and (CASES / f"{path.stem}.yaml").exists()
)


@pytest.mark.parametrize("path", BRIEFS, ids=lambda path: path.stem)
def test_drafted(path: Path, parsers: Parsers, golden: Callable[[Path, str], None]) -> None:
    draft = draft_file(path.read_bytes(), path.name, parsers.both)
    golden(CASES / f"{path.stem}.yaml", draft.text)


@pytest.mark.parametrize("path", BRIEFS, ids=lambda path: path.stem)
def test_a_drafted_file_is_sound(path: Path, parsers: Parsers) -> None:
    """Its own checks pass, and every quote stands in the paragraph that it names."""
    draft = draft_file(path.read_bytes(), path.name, parsers.both)
    file = bank.load(draft.text.encode(), "drafted.yaml")
    paragraphs = {
        block.para: block.text for block in readers.read(path.read_bytes(), path.name).prose
    }
    assert draft.facts > 0
    assert sum(draft.statuses.values()) == len(file.questions)
    for question in file.questions:
        assert list(questions.check(question)) == []
        assert question.source
        for source in question.source:
            assert source.quote in paragraphs[source.para]


@pytest.mark.parametrize("path", BRIEFS[:1], ids=lambda path: path.stem)
def test_a_reader_more_or_fewer_never_adds_what_is_ready(path: Path, parsers: Parsers) -> None:
    """What both must agree on is less than what one of them would let pass."""

    def undoubted(parses: tuple[ParsedBrief, ...]) -> int:
        return sum(question.status == "ready" for question in drafting.draft(parses))

    both = parsers.both(readers.read(path.read_bytes(), path.name))
    assert undoubted(both) <= max(undoubted((one,)) for one in both)


def test_a_draft_twice_is_the_same(parsers: Parsers) -> None:
    path = BRIEFS[0]
    brief = readers.read(path.read_bytes(), path.name)
    first, again = (drafting.draft(parsers.both(brief)) for _ in range(2))
    assert [dataclasses.asdict(question) for question in first] == [
        dataclasses.asdict(question) for question in again
    ]
