"""Abbreviations and surnames in questions: told in full once, as the brief has them."""

import pytest

from briefquiz.nlp import Parsers
from tests.questions.drafts import candidates

FEO = "Anna Reyes founded the Federal Emergency Office (FEO)."

# What the brief says first, the sentence asked, rule, prompt, doubt.
GLOSSED = [
    (FEO, "The FEO closed the Tamar dam in 2014.", "dates/inversion",
     "In which year did the Federal Emergency Office (FEO) close the Tamar dam?", ""),
    ("", "The FEO (Federal Emergency Office) closed the Tamar dam in 2014.", "dates/inversion",
     "In which year did the Federal Emergency Office (FEO) close the Tamar dam?", ""),
    (FEO, "The FEO and the FEO fleet of Ostia were sold in 2014.", "dates/cloze-sentence",
     "The Federal Emergency Office (FEO) and the FEO fleet of Ostia were sold in [[2014]].", ""),
    # persons in full, the first time, unless a title or a first name stands before them
    ("Anna Reyes is an envoy.", "Reyes closed the Tamar dam in 2014.", "dates/inversion",
     "In which year did Anna Reyes close the Tamar dam?", ""),
    ("Anna Reyes is an envoy.", "Dr Reyes closed the Tamar dam in 2014.", "dates/inversion",
     "In which year did Dr Reyes close the Tamar dam?", ""),
    # said in full already
    (FEO, "The Federal Emergency Office, or FEO, was sold in 2014.", "dates/cloze-sentence",
     "The Federal Emergency Office, or FEO, was sold in [[2014]].", ""),
    ("", "The Federal Emergency Office (FEO) was sold to Verra in 2014.", "dates/cloze-sentence",
     "The Federal Emergency Office (FEO) was sold to Verra in [[2014]].", ""),
    # the word behind it is the last of the long form
    ("Ostia built a light rail vehicle (LRV).", "The LRV vehicle of Ostia sank in 2014.",
     "dates/cloze-sentence", "The LRV (light rail) vehicle of Ostia sank in [[2014]].", ""),
    # an article where the brief has one, none before a modifier; the genitive in full
    (FEO, "FEO closed the Tamar dam in 2014.", "dates/inversion",
     "In which year did the Federal Emergency Office (FEO) close the Tamar dam?", ""),
    (FEO, "FEO’s guards closed the Tamar dam in 2014.", "dates/inversion",
     "In which year did the Federal Emergency Office’s guards close the Tamar dam?", ""),
    # never in the gap
    ("Ostia pays in Tamar Trade Dollars (TTD).", "The port of Ostia cost 40 TTD in 2014.",
     "dates/cloze-sentence",
     "The port of Ostia cost 40 Tamar Trade Dollars (TTD) in [[2014]].", ""),
    # known to everybody
    ("", "The UN closed the Tamar dam in 2014.", "dates/inversion",
     "In which year did the UN close the Tamar dam?", ""),
    ("The United Nations (UN) met in Ostia.", "The UN closed the Tamar dam in 2014.",
     "dates/inversion", "In which year did the UN close the Tamar dam?", ""),
    # explained nowhere
    ("", "The FEO closed the Tamar dam in 2014.", "dates/inversion",
     "In which year did the FEO close the Tamar dam?", "“FEO” is not explained"),
    (FEO, "The FEO-QR closed the Tamar dam in 2014.", "dates/inversion",
     "In which year did the FEO-QR close the Tamar dam?", "“FEO-QR” is not explained"),
]  # fmt: skip


@pytest.mark.parametrize(("before", "sentence", "rule", "prompt", "doubt"), GLOSSED)
def test_glossed(
    before: str, sentence: str, rule: str, prompt: str, doubt: str, parsers: Parsers
) -> None:
    paragraphs = [text for text in (before, sentence) if text]
    found = [
        c
        for c in candidates(parsers, *paragraphs)
        if c.rule == rule and c.fact.sentence.text == sentence
    ]
    assert [c.prompt for c in found] == [prompt]
    said = [text for c in found for text in c.doubts if "is not explained" in text]
    assert said == ([doubt] if doubt else [])


def test_the_statement_is_glossed_too(parsers: Parsers) -> None:
    found = candidates(parsers, FEO, "The FEO closed the Tamar dam in 2014.")
    statements = {c.statement for c in found if c.rule == "dates/inversion"}
    assert statements == {"The Federal Emergency Office (FEO) closed the Tamar dam in 2014."}


@pytest.mark.parametrize(("title", "doubted"), [("The FEO in crisis", False), ("A crisis", True)])
def test_the_title_introduces_its_abbreviations(
    title: str, doubted: bool, parsers: Parsers
) -> None:
    found = candidates(parsers, "The FEO closed the Tamar dam in 2014.", title=title)
    asked = [c for c in found if c.rule == "dates/inversion"]
    assert [any("not explained" in doubt for doubt in c.doubts) for c in asked] == [doubted]
