"""Golden files: text that people can read in a review. The parsers, loaded once."""

from collections.abc import Callable
from pathlib import Path

import pytest

from briefquiz import nlp

TESTS = Path(__file__).parent


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="rewrite the expected texts")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """A function that compares a text with the file that holds it, or rewrites the file."""

    def compare(path: Path, actual: str) -> None:
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(actual.encode())
        assert path.exists(), f"{path} is missing: run pytest --update-golden, then read the diff"
        assert actual == path.read_bytes().decode()

    return compare


@pytest.fixture(scope="session")
def parsers() -> nlp.Parsers:
    """The two real pipelines, loaded once a worker."""
    return nlp.load()
