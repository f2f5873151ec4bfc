"""Briefs of every layout, read: the expected blocks stand beside each as a text to be read."""

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from briefquiz.brief import Brief
from briefquiz.readers import READERS, read

CASES = Path(__file__).parent / "cases"
FILES = sorted(path.name for path in CASES.iterdir() if path.suffix in READERS)


def listing(brief: Brief) -> str:
    head = {
        "name": brief.name,
        "title": brief.title,
        "published": brief.published,
        "source": brief.source,
        "author": brief.author,
    }
    lines = [f"{key}: {value}".rstrip() for key, value in head.items()]
    section = ""
    for block in brief.blocks:
        mark = {"heading": "#", "paragraph": "¶", "bullet": "•"}[block.kind]
        assert block.section == section
        section = block.text if block.kind == "heading" else section
        lines.append(f"{block.para:>2} {mark} {block.text}")
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("file", FILES)
def test_case(file: str, golden: Callable[[Path, str], None]) -> None:
    brief = read((CASES / file).read_bytes(), file)
    golden(CASES / f"{file}.blocks", listing(brief))


def test_both_kinds_are_there() -> None:
    assert {Path(file).suffix for file in FILES} == {".txt", ".md"}


@pytest.mark.parametrize("file", FILES)
def test_paragraphs_are_counted_from_one(file: str) -> None:
    blocks = read((CASES / file).read_bytes(), file).blocks
    counted = [block.para for block in blocks if block.kind != "heading"]
    assert counted == list(range(1, len(counted) + 1))
    for heading, following in pairwise(blocks):
        if heading.kind == "heading":
            assert heading.para == following.para


@pytest.mark.parametrize("file", FILES)
def test_text_is_one_clean_line(file: str) -> None:
    for block in read((CASES / file).read_bytes(), file).blocks:
        assert block.text == " ".join(block.text.split())
        assert not set(block.text) & set("\u00ad\u00a0\ufeffﬁﬂ\x00")


@pytest.mark.parametrize("file", [file for file in FILES if file[0] in "01" and file[1].isdigit()])
def test_words_are_those_of_the_file(file: str) -> None:
    """A quotation of a block can be found in its file, note marks and Markdown aside."""
    raw = (CASES / file).read_text(encoding="utf-8").replace("\u00a0", " ")
    for mark in ("¹", "[2]", "**", "*"):
        raw = raw.replace(mark, "")
    folded = " ".join(raw.split())
    for block in read((CASES / file).read_bytes(), file).blocks:
        assert block.text in folded
