import pytest

from briefquiz.outputs.labels import _read, labels, languages


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
