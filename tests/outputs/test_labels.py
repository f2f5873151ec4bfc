import pytest

from briefquiz.outputs.labels import _read, labels, languages
from briefquiz.outputs.sheets import calendar
from briefquiz.outputs.text import unbroken


def test_a_language_is_found_with_and_without_its_region() -> None:
    assert labels("de-AT", "sheet") == labels("de", "sheet")
    assert labels("de", "sheet") != labels("en", "sheet")


def test_an_unknown_language_prints_english() -> None:
    assert labels("xx", "sheet") == labels("en", "sheet")


@pytest.mark.parametrize("language", languages())
def test_every_language_has_every_word_with_the_same_blanks(language: str) -> None:
    original, translated = _read("en"), _read(language)
    for section, words in original.items():
        assert list(translated[section]) == list(words)
        for key, word in words.items():
            assert word.count("{") == translated[section][key].count("{"), key


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "on 1_February and 21_June 2023, on March_3, the 5th_May"),
        ("en", "May 2026, by 2026 March, 118 May, 5 Mayors, 1 of June, in May 3,000 came"),
        ("de", "am 1._Februar und am 12._März 2024, im Mai 2026"),
        ("pl", "1_lutego i 12_marca 2024, w maju 2026"),
        ("fr", "le 1er_février et le 12_mars 2024"),
        ("kk", "1_February"),
    ],
)
def test_a_day_is_held_to_its_month(language: str, text: str) -> None:
    loose = text.replace("_", " ")
    assert unbroken(loose, calendar(language)) == text.replace("_", "\u00a0")
