"""What is unchanged is passed over, and nothing else is."""

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from briefquiz import __version__
from briefquiz.cli import cache, work
from tests.many.world import CACHE, FILES, NUMBER, contents, edit, run, the_sum

CHANGES: dict[str, tuple[Callable[[], object], int]] = {
    "nothing": (lambda: None, 0),
    "a question": (lambda: edit("questions/q03.yaml", "9 January", "8 January"), 1),
    "a brief, whose questions stay": (lambda: edit("questions/q00.md", "Vellmar", "Ostia"), 1),
    "an output that is gone": (lambda: Path("decks/q03.apkg").unlink(), 1),
    "an output of another size": (lambda: edit("decks/q03-key.html", "</html>", ""), 1),
    "an output of the same size": (lambda: edit("decks/q03-key.html", "html>", "htmx>"), 1),
    "an output as it was, younger": (lambda: os.utime("decks/q03-key.html"), 0),
    "a lock": (lambda: edit("decks/q03.lock.json", "17000", "16000"), 1),
    "a lock that is gone": (lambda: Path("decks/q03.lock.json").unlink(), 1),
    "a new file": (lambda: shutil.copy(FILES / "quay.yaml", "questions/quay.yaml"), 1),
    "no cache": (CACHE.unlink, NUMBER),
    "another version": (lambda: edit(str(CACHE), '"version": "', '"version": "9'), NUMBER),
}


@pytest.mark.parametrize("change", CHANGES)
def test_what_has_changed_is_built(folder: Path, change: str) -> None:
    run("build questions")
    do, number = CHANGES[change]
    do()
    assert the_sum(run("build questions")).startswith(f"{number} built")
    assert the_sum(run("build questions")).startswith("0 built")


@pytest.mark.parametrize("options", ["--all", "--strict", "--format quiz", "--out other"])
def test_other_options_build_anew(folder: Path, options: str) -> None:
    run("build")
    assert the_sum(run(f"build {options}")).startswith("12 built")


def test_another_briefquiz_builds_anew(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("build")
    monkeypatch.setattr(cache, "_signature", lambda _: "another")
    assert the_sum(run("build")).startswith("12 built")


BROKEN = [
    b"", b"{", b"[]", b"null", b'{"version": 1}', b"\xff\xfe", b"[" * 100_000,
    *(
        json.dumps({"version": __version__, "files": {"questions/q00.yaml": entry}}).encode()
        for entry in ([1, 2], [1, {}, {}, []], ["x", {"a": 1}, {}, []], ["x", {}, {"a": "b"}, []])
    ),
]  # fmt: skip


@pytest.mark.parametrize("broken", BROKEN, ids=range(len(BROKEN)))
def test_a_broken_cache_only_costs_time(folder: Path, broken: bytes) -> None:
    run("build")
    before = contents("decks")
    CACHE.write_bytes(broken)
    assert the_sum(run("build")) == "12 built, 0 unchanged, 0 failed"
    assert contents("decks") == before


def test_a_cache_that_cannot_be_written_only_costs_time(folder: Path) -> None:
    CACHE.mkdir(parents=True)
    assert the_sum(run("build")) == "12 built, 0 unchanged, 0 failed"


def test_a_brief_that_failed_is_not_read_anew(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copy(FILES.parent / "bad/german.md", "questions/c.md")
    run("build questions")
    with monkeypatch.context() as patch:
        patch.setattr(work, "drafted", lambda *_: pytest.fail("read anew"))
        assert "seems to be in German" in run("build questions").stderr
    shutil.copy(FILES / "port.md", "questions/c.md")
    assert the_sum(run("build questions")) == "1 built, 12 unchanged, 0 failed"
