"""Abbreviations that a text explains, by the rule of Schwartz and Hearst."""

import pytest

from briefquiz.facts.abbreviations import PLACES, WELL_KNOWN, explained

EXPLAINED = [
    # either may stand in the bracket
    ("The Federal Emergency Office (FEO) closed.", {"FEO": "Federal Emergency Office"}),
    ("The FEO (Federal Emergency Office) closed.", {"FEO": "Federal Emergency Office"}),
    ("The “FEO” (Federal Emergency Office) closed.", {"FEO": "Federal Emergency Office"}),
    # little words inside count or do not, and never come first
    ("the Bank of the North (BN)", {"BN": "Bank of the North"}),
    ("the Bank of the North (BOTN)", {"BOTN": "Bank of the North"}),
    ("a plan of the Ostian Front (OF)", {"OF": "Ostian Front"}),
    ("the head of the Office for Trade (OT)", {"OT": "Office for Trade"}),
    # plural
    ("two light rail vehicles (LRVs) ran", {"LRVs": "light rail vehicles"}),
    ("two LRVs (light rail vehicles) ran", {"LRVs": "light rail vehicles"}),
    # letters from inside a word, more words than letters
    ("the Tamar hydropower unit (THPU)", {"THPU": "Tamar hydropower unit"}),
    ("the Union of Free Ports (UP)", {"UP": "Union of Free Ports"}),
    # more behind the bracket or in it
    ("an Other Transaction Authority (OTA) agreement", {"OTA": "Other Transaction Authority"}),
    ("the Ostian Union (OU; founded 1998)", {"OU": "Ostian Union"}),
    ("the Ostian Union (OU, or Union)", {"OU": "Ostian Union"}),
    # two in one text
    ("the Ostian Union (OU) and the Tamar League (TL)",
     {"OU": "Ostian Union", "TL": "Tamar League"}),
    # the end of a sentence parts
    ("Ostia closed. Verra left (OV)", {}),
    ("It closed. The Ostian Union (OU)", {"OU": "Ostian Union"}),
    # no abbreviation, or of something else
    ("the port of Tamar (see below)", {}),
    ("the port of Tamar (in Ostia)", {}),
    ("the Harbour Agency (Ostia)", {}),
    ("the OU (founded in 1998) grew", {}),
    ("an act (1998)", {}),
    ("the war (WWII)", {}),
    ("the ministry (MOD)", {}),
    ("(OU)", {}),
    ("", {}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), EXPLAINED)
def test_explained(text: str, wanted: dict[str, str]) -> None:
    assert explained([text]) == wanted


@pytest.mark.xfail(reason="an abbreviation in quotation marks inside the bracket is not seen")
def test_an_abbreviation_in_quotation_marks() -> None:
    assert explained(["the Ostian Union (“OU”)"]) == {"OU": "Ostian Union"}


@pytest.mark.xfail(reason="a long form may begin behind a hyphen, in the middle of a word")
def test_a_long_form_begins_no_word_in_the_middle() -> None:
    assert explained(["the mid-air unit (AU)"]) == {}


def test_the_first_explanation_of_a_brief_counts() -> None:
    texts = ["the Tamar Gas (TG) works", "the Tamar Grain (TG) works", "the Ostian Union (OU)"]
    assert explained(texts) == {"TG": "Tamar Gas", "OU": "Ostian Union"}


def test_a_text_does_not_run_into_the_next() -> None:
    assert explained(["the Ostian", "Union (OU)"]) == {}


def test_places_are_well_known() -> None:
    assert PLACES < WELL_KNOWN
