"""Reports on readers of documents (77 to 83 of `test_proofs.REPORTS`)."""

import pytest

from briefquiz.errors import BriefquizError
from briefquiz.readers import read

PROSE = (
    "The harbour of the bay handled more cargo than in the year before, the council of Ostia said. "
    "It plans to open two new quays by 2027, and to close the oldest of the five docks. "
    "Most of the dockers will be offered other work, and the others will be retired early. "
    "The union has asked for a meeting with the mayor, who has not answered it so far. "
)


def text_of(said: str) -> tuple[str, int]:
    """What is read of a paragraph, and how many of its sentences are left out."""
    brief = read(f"{PROSE}\n\n{said}\n\n{PROSE.replace('Ostia', 'Verra')}".encode(), "harbour.txt")
    return brief.blocks[1].text, brief.left_out


@pytest.mark.parametrize(
    "damaged",
    [
        "The o\ufffdce can handle 300 ships.",
        "The corn \u02dbelds of Lys burnt in 2021.",
        "The o(cid:3)ce can handle 300 ships.",
        "The \uf001elds burnt in 2021.",
    ],
)
def test_a_sentence_with_letters_that_cannot_be_told_is_left_out(damaged: str) -> None:
    assert text_of(f"It rained in May. {damaged} It snowed in June.") == (
        "It rained in May. It snowed in June.",
        1,
    )


def test_a_text_with_nul_is_refused() -> None:
    with pytest.raises(BriefquizError, match="binary data"):
        text_of("The o\x00 handle of the crane broke.")


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        ("The infor-\nmation came late.", "The information came late."),
        ("The term 2012-\n13 was short.", "The term 2012-13 was short."),
        ("A Russian-\nled force came.", "A Russian-led force came."),
    ],
)
def test_a_word_divided_at_the_end_of_a_line(lines: str, joined: str) -> None:
    assert text_of(lines)[0] == joined


SIDE_BY_SIDE = """\
The council of Ostia opened three        In 2019 the mayor of Verra closed
new schools in 2021, and it hired         two mines near the river. The union
forty teachers from the islands in        said that 300 miners lost their work
the spring of 2022. The schools have      in the first year. The government has
six hundred pupils, most of them          promised new jobs in the port, where
from the villages on the coast.           ships from Tamar are to be repaired.
"""


def test_columns_side_by_side_in_a_text_are_not_spliced() -> None:
    brief = read(f"{PROSE}\n\n{SIDE_BY_SIDE}\n\n{PROSE[:88]}".encode(), "harbour.txt")
    said = " ".join(block.text for block in brief.blocks)
    assert "schools" not in said
    assert "miners" not in said


@pytest.mark.parametrize(
    ("marked", "plain"),
    [
        ("GDP of Ostia fell 3%.12 The bank saved it.", "GDP of Ostia fell 3%. The bank saved it."),
        ("Water levels[1] rose in Ostia.", "Water levels rose in Ostia."),
        ("Output rose again in 2020³ and later.", "Output rose again in 2020 and later."),
    ],
)
def test_the_mark_of_a_note_is_no_part_of_a_number(marked: str, plain: str) -> None:
    assert text_of(marked)[0] == plain
