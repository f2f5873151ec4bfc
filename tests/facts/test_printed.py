"""Words of a sentence, joined again where some were left out."""

import pytest
import spacy
from spacy.tokens import Doc

from briefquiz.facts.printed import joined, printed

# fmt: off
WORDS = ["Ostia", ",", "which", "seeks", "peace", ",", "had", "to", "pay", "(", "twice", ")", "."]
# fmt: on
SPACES = [False, True, True, True, False, True, True, True, True, False, False, False, False]
DOC = Doc(spacy.blank("en").vocab, words=WORDS, spaces=SPACES)


@pytest.mark.parametrize(
    ("left_out", "text"),
    [
        ((), "Ostia, which seeks peace, had to pay (twice)."),
        ((1, 2, 3, 4, 5), "Ostia had to pay (twice)."),
        ((1,), "Ostia, which seeks peace, had to pay (twice)."),
        ((9, 10, 11), "Ostia, which seeks peace, had to pay."),
        ((2, 3, 4, 5), "Ostia, had to pay (twice)."),
        ((0, 1), "which seeks peace, had to pay (twice)."),
        ((6, 7, 8, 9, 10, 11, 12), "Ostia, which seeks peace,"),
    ],
)
def test_a_blank_stands_where_words_were_left_out(left_out: tuple[int, ...], text: str) -> None:
    kept = [token for token in DOC if token.i not in left_out]
    assert joined(kept) == text
    assert printed(kept) == text.rstrip(",.")
