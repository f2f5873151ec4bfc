"""The small rules of reading, as tables."""

import pytest

from briefquiz.readers import read
from briefquiz.readers.dates import is_date, iso
from briefquiz.readers.furniture import is_furniture
from briefquiz.readers.language import foreign
from briefquiz.readers.marks import numbered, without_emphasis, without_notes
from briefquiz.readers.pieces import Piece
from briefquiz.readers.wrap import joined

DATES = {
    "21 January 2019": "2019-01-21",
    "January 21, 2019": "2019-01-21",
    "Friday, August 21, 2015": "2015-08-21",
    "the 4th of August 1914": "1914-08-04",
    "2026-05-03": "2026-05-03",
    "2026-05-03T12:30:00Z": "2026-05-03",
    "04.11.1955": "1955-11-04",
    "Sept. 3, 2024": "2024-09-03",
    "February 2026": "2026-02",
    "2026-02": "2026-02",
    "7–13 September 2026": "2026-09",
    "23/04/2026": "2026-04-23",
    "04/23/2026": "2026-04-23",
    "03/04/2026": "2026",
    "31 February 2026": "2026-02",  # no such day: the month may still be right
    "2026": "",
    "Client note 14/2026": "",
    "LRS-2026-041": "",
    "no date": "",
}


@pytest.mark.parametrize(("text", "expected"), DATES.items())
def test_iso(text: str, expected: str) -> None:
    assert iso(text) == expected


def test_a_bare_year_counts_where_a_date_is_expected() -> None:
    assert iso("2019", years=True) == "2019"


@pytest.mark.parametrize(
    "text",
    [
        "Friday, August 21, 2015",
        "Updated April 20, 2026 (IF12135)",
        "Published: 3 May 2026",
        "2 April 2025, 14:30",
        "2025-04-02",
        "May 2026",
    ],
)
def test_line_is_a_date(text: str) -> None:
    assert is_date(text)


def test_sentence_with_a_date_is_none() -> None:
    assert not is_date("On 3 May 2026 the harbour was closed.")


WRAPS = {
    ("infor-", "mation of"): "information of",
    ("2012-", "13 and"): "2012-13 and",
    ("2012–", "13 and"): "2012–13 and",
    ("Russian-", "led force"): "Russian-led force",
    ("the well-", "known"): "the well-known",
    ("non-", "European"): "non-European",
    ("pri-", "ces and"): "prices and",  # the whole word stands elsewhere in the text
    ("re-", "elect"): "re-elect",  # so does the word with its hyphen
    ("a pause –", "then"): "a pause – then",
    ("two ", "  lines"): "two lines",
}


@pytest.mark.parametrize(("lines", "expected"), WRAPS.items())
def test_joined(lines: tuple[str, str], expected: str) -> None:
    assert joined(lines, "The prices, and the wish to re-elect him.") == expected


NOTES = {
    "in March 2026.¹ German": "in March 2026. German",
    "lessons.[2] Finally": "lessons. Finally",
    "the state.[3][4]": "the state.",
    "the state [3, 4] paid": "the state paid",
    "in 2023² and": "in 2023 and",
    "12 km² of land": "12 km² of land",
    "10⁶ grams": "10⁶ grams",
    "grams [sic] of": "grams [sic] of",
    "“[w]ill include”": "“[w]ill include”",
    "of lessons.2 Finally": "of lessons. Finally",
    "fell by 3%.12 The bank": "fell by 3%. The bank",
    "fell by 3%.": "fell by 3%.",
    "a rise of 1.2 Mt": "a rise of 1.2 Mt",
    "the bay”.†": "the bay”.",
    "Clean Air Act, §131": "Clean Air Act, §131",
    "it said.[^1]": "it said.",
}


@pytest.mark.parametrize(("text", "expected"), NOTES.items())
def test_without_notes(text: str, expected: str) -> None:
    assert without_notes(text) == expected


NUMBERED = {
    "• Coal": ("•", "Coal"),
    "•Coal": ("•", "Coal"),
    "- Coal": ("-", "Coal"),
    "* Coal": ("*", "Coal"),
    "– Coal": ("–", "Coal"),
    "1. Coal": ("1.", "Coal"),
    "12) Coal": ("12)", "Coal"),
    "(a) Coal": ("(a)", "Coal"),
    "3.1 Coal": ("3.1", "Coal"),
    "-5 degrees": ("", "-5 degrees"),
    "*Coal* is": ("", "*Coal* is"),
    "1976 was": ("", "1976 was"),
    "I. Coal": ("I.", "Coal"),
    "U.S. coal": ("", "U.S. coal"),
}


@pytest.mark.parametrize(("line", "expected"), NUMBERED.items())
def test_numbered(line: str, expected: tuple[str, str]) -> None:
    assert numbered(line) == expected


EMPHASIS = {
    "the *Act* of": "the Act of",
    "the **Act**, which": "the Act, which",
    "The*Act* (NSSL)": "The Act (NSSL)",
    "a __name__ and _this_": "a name and this",
    "file_name stays": "file_name stays",
    "2 * 3 stays": "2 * 3 stays",
    "the [plan](https://example.org) of": "the plan of",
}


@pytest.mark.parametrize(("text", "expected"), EMPHASIS.items())
def test_without_emphasis(text: str, expected: str) -> None:
    assert without_emphasis(text) == expected


FURNITURE = [
    "Figure 1. Cargo by year",
    "Table 2",
    "Source: Port authority.",
    "Notes: Million tonnes.",
    "A train leaves the yard. Image: Jana Novak.",
    "By Jana Novak and Petr Dvorak",
    "page 1 of 1",
    "LRS-2026-041 | page 1 of 1",
    "12",
    "https://example.org/harbour",
    "© 2025 Harbour Research Unit",
    "This article is licensed under a Creative Commons licence.",
    "NEXT UPDATE: 21 September",
    "Updated April 20, 2026",
]
PROSE = [
    "Figure 1 shows that cargo has risen.",
    "By 2030 the harbour will have a second track.",
    "By March the harbour had a second track.",
    "The harbour is copyright-free.",
    "No one was hurt.",
    "Sources in the ministry said that the plan was dead.",
    "The report notes:",
]


@pytest.mark.parametrize("text", FURNITURE)
def test_furniture(text: str) -> None:
    assert is_furniture(Piece("paragraph", text))


@pytest.mark.parametrize("text", PROSE)
def test_no_furniture(text: str) -> None:
    assert not is_furniture(Piece("paragraph", text))


BODY = "The harbour of the bay handled more cargo in 2024 than it had in the year before. " * 6


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The harbour\n\n" + BODY, "The harbour"),
        ("# The harbour\n\n" + BODY, "The harbour"),
        ("PORT RESEARCH CENTRE\n\nThe harbour\n\nBackground\n\n" + BODY, "The harbour"),
        ("Summary\n\n" + BODY, "Bay cargo"),
        (BODY, "Bay cargo"),
    ],
)
def test_title(text: str, title: str) -> None:
    assert read(text.encode(), "03-bay_cargo.txt").title == title


def test_hash_is_that_of_the_bytes() -> None:
    plain, marked = BODY.encode(), b"\xef\xbb\xbf" + BODY.encode()
    assert read(plain, "a.txt").blocks == read(marked, "a.txt").blocks
    assert read(plain, "a.txt").sha256 != read(marked, "a.txt").sha256
    assert len(read(plain, "a.txt").sha256) == 64


def test_a_short_english_text_is_not_misjudged() -> None:
    """Names from abroad make the identifier guess; the little words know better."""
    text = "Ostrava, Gdansk and Riga trade coal, grain, timber. Novak sold Dvorak the Kral quay."
    assert foreign(text) == ""
