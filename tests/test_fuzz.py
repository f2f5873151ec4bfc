"""Damaged inputs, a few and always the same; and all that ever broke something."""

import random
import subprocess
import sys
from pathlib import Path

import pytest

from tests.fuzz.__main__ import CRASHES
from tests.fuzz.mutating import mutated
from tests.fuzz.targets import TARGETS, seeds, tried

ROUNDS = {"readers": 60, "bank": 60, "outputs": 12}
"""Inputs of each target: some seconds of work."""


@pytest.mark.parametrize("target", TARGETS)
def test_sound_inputs_show_no_fault(target: str) -> None:
    for data in seeds(target)[:: 1 if target == "bank" else 4]:
        assert tried(target, data) == ""


@pytest.mark.parametrize("target", TARGETS)
def test_damaged_inputs_show_no_fault(target: str) -> None:
    chance, sound = random.Random(f"damaged {target}"), seeds(target)
    for _ in range(ROUNDS[target]):
        data = mutated(chance.choice(sound), chance)
        assert tried(target, data) == "", data[:200]


def test_what_broke_something_once_does_no_more() -> None:
    for path in sorted(CRASHES.glob("*-*")):
        assert tried(path.name.partition("-")[0], path.read_bytes()) == "", path.name


def test_a_fault_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.fuzz.targets.read", lambda *_: 1 / 0)
    assert tried("readers", b"a.md\ntext").startswith("ZeroDivisionError")


def test_the_command_says_what_it_tried() -> None:
    command = [sys.executable, "-m", "tests.fuzz", "bank", "--seconds", "0.2", "--seed", "7"]
    root = Path(__file__).parents[1]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=root)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("seed 7\n")
    assert done.stdout.endswith(" inputs, 0 broke something\n")
