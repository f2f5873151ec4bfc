"""Every mistake has its file, and beside it the lines that a person gets to read."""

from collections.abc import Callable
from pathlib import Path

import pytest

from briefquiz import bank
from briefquiz.errors import BriefquizError

BAD = Path(__file__).parent / "bad"


@pytest.mark.parametrize("path", sorted(BAD.glob("*.yaml")), ids=lambda path: path.stem)
def test_each_mistake_has_its_line(path: Path, golden: Callable[[Path, str], None]) -> None:
    with pytest.raises(BriefquizError) as caught:
        bank.load(path.read_bytes(), path.name)
    golden(path.with_suffix(".err"), f"{caught.value}\n")


def test_no_expectation_without_its_file() -> None:
    assert {path.stem for path in BAD.glob("*.err")} == {path.stem for path in BAD.glob("*.yaml")}


HEAD = "briefquiz: 1\ntitle: t\nquestions:\n"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("  - " + "[" * 10_000 + "]" * 10_000, "f.yaml:4:15: is nested more than 12 levels deep"),
        ("  - " * 10_000, "f.yaml:4:47: is nested more than 12 levels deep"),
        (
            "  - " + "{a: " * 10_000 + "}" * 10_000,
            "f.yaml:4:45: is nested more than 12 levels deep",
        ),
        ("# a comment\n" * 4_500_000, "f.yaml: is larger than 5 MB"),
    ],
    ids=["brackets", "dashes", "braces", "54-megabytes"],
)
def test_what_is_too_much_is_one_line(text: str, line: str) -> None:
    """Not committed: each is generated."""
    with pytest.raises(BriefquizError) as caught:
        bank.load(f"{HEAD}{text}\n".encode(), "f.yaml")
    assert str(caught.value) == line


def test_there_are_enough_of_them() -> None:
    assert len(list(BAD.glob("*.yaml"))) >= 120
