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
