"""The real reader of GIFT, kept running so that a test need not start it anew."""

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent

Judge = Callable[[str], list[dict[str, Any]]]
"""GIFT → what gift-pegjs made of it. A syntax error fails the test."""


@pytest.fixture(scope="session")
def gift_pegjs() -> Iterator[Judge]:
    """gift-pegjs, as pinned in package-lock.json. Missing: skipped, but fails in CI."""
    node = shutil.which("node")
    if not node or not (HERE / "node_modules/gift-pegjs").is_dir():
        message = "gift-pegjs is missing: run bash .ci/tools"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    process = subprocess.Popen(
        [node, "judge.js"], cwd=HERE, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        encoding="utf-8",
    )  # fmt: skip
    given, taken = process.stdin, process.stdout
    assert given is not None
    assert taken is not None

    def judge(text: str) -> list[dict[str, Any]]:
        given.write(json.dumps(text) + "\n")
        given.flush()
        answer = json.loads(taken.readline())
        assert "error" not in answer, (answer, text)
        parsed: list[dict[str, Any]] = answer["questions"]
        return parsed

    yield judge
    given.close()
    process.wait(timeout=10)
    taken.close()
