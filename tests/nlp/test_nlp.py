"""The two pipelines: what they are given, what they keep, how they split words."""

import subprocess
import sys

import pytest

from briefquiz.brief import Block, Brief
from briefquiz.nlp import Parsers
from tests.readings import read

BRIEF = Brief(
    name="b",
    title="T",
    blocks=(
        Block("heading", "The port", 1),
        Block("paragraph", "Ostia closed its port. Verra opened one.", 1, "The port"),
        Block("bullet", "Tamar slept.", 2, "The port"),
    ),
)


def test_both_read_the_prose_and_not_the_headings(parsers: Parsers) -> None:
    for parsed in parsers.both(BRIEF):
        assert parsed.brief is BRIEF
        assert [block.block for block in parsed.blocks] == list(BRIEF.prose)
        assert [block.doc.text for block in parsed.blocks] == [b.text for b in BRIEF.prose]
        assert [len(block.sentences) for block in parsed.blocks] == [2, 1]
        assert [sentence.text for _, sentence in parsed.sentences()] == [
            "Ostia closed its port.",
            "Verra opened one.",
            "Tamar slept.",
        ]


def test_the_two_are_not_the_same(parsers: Parsers) -> None:
    small, medium = parsers.both(BRIEF)
    assert (small.blocks[0].doc.vocab is medium.blocks[0].doc.vocab) is False
    assert medium.blocks[0].doc.has_vector
    assert parsers.both(BRIEF)[0].blocks[0].doc.vocab is small.blocks[0].doc.vocab


def test_both_have_the_same_names(parsers: Parsers) -> None:
    for parsed in read(parsers, "President Roza Otun met the Harbour Union in Ostia in 2014."):
        names = [(name.text, name.label_) for name in parsed.blocks[0].doc.ents]
        assert ("Roza Otun", "PERSON") in names, names
        assert ("2014", "DATE") in names, names


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a re-education camp", ["a", "re-education", "camp"]),
        ("the mid-2022 vote", ["the", "mid-2022", "vote"]),
        ("the grid—which fell—rose", ["the", "grid", "—", "which", "fell", "—", "rose"]),
        ("the Ostia–Verra line", ["the", "Ostia", "–", "Verra", "line"]),
        ("it's Ostia's", ["it", "'s", "Ostia", "'s"]),
        ("from 2014–2019", ["from", "2014–2019"]),
        ("a £3-million grant", ["a", "£", "3-million", "grant"]),
    ],
)
def test_hyphens_join_and_dashes_part(text: str, words: list[str], parsers: Parsers) -> None:
    for parsed in read(parsers, text):
        assert [token.text for token in parsed.blocks[0].doc] == words


def test_words_with_a_capital_inside_a_sentence_are_names(parsers: Parsers) -> None:
    text = "Prices rose in Ostia. “Growers left,” said Verra: Tin fell. Tin is a metal."
    for parsed in read(parsers, text):
        assert parsed.names == {"Ostia", "Verra"}


def test_the_title_is_kept_in_five_letters(parsers: Parsers) -> None:
    (parsed, _) = read(parsers, "Ostia rose.", title="The Harbour-Treaties of Ostia (2014)")
    assert parsed.title_words >= {"harbo", "treat", "ostia"}
    assert "the" not in parsed.title_words


@pytest.mark.parametrize(
    "module",
    ["briefquiz.cli", "briefquiz.facts", "briefquiz.questions", "briefquiz.pipeline.compiling"],
)
def test_only_drafting_loads_spacy(module: str) -> None:
    code = f"import sys, {module}; print('spacy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
