"""The command: `python -m tests.fuzz TARGET [--seconds N] [--seed N] [--atheris]`."""

import argparse
import hashlib
import random
import sys
import tempfile
import time
from importlib import import_module
from pathlib import Path

from tests.fuzz.mutating import mutated
from tests.fuzz.targets import TARGETS, seeds, tried

CRASHES = Path(__file__).parent / "crashes"


def main() -> None:
    """Damage sound inputs for as long as said; exit code 1 if anything broke."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("target", choices=TARGETS)
    parser.add_argument("--seconds", type=float, default=600)
    parser.add_argument("--seed", type=int, default=None)
    parser.add_argument("--atheris", action="store_true", help="guided by coverage, without end")
    given = parser.parse_args()
    if given.atheris:
        guided(given.target)
    else:
        seed = random.randrange(2**32) if given.seed is None else given.seed
        sys.exit(min(1, by_chance(given.target, given.seconds, seed)))


def by_chance(target: str, seconds: float, seed: int) -> int:
    """Try damaged inputs; keep those that break something. Returns how many did."""
    chance, sound = random.Random(seed), seeds(target)
    end, number, found = time.monotonic() + seconds, 0, 0
    sys.stdout.write(f"seed {seed}\n")
    while time.monotonic() < end:
        data = mutated(chance.choice(sound), chance)
        number += 1
        if fault := tried(target, data):
            found += 1
            sys.stdout.write(f"{kept(target, data)}: {fault}\n")
    sys.stdout.write(f"{number} inputs, {found} broke something\n")
    return found


def kept(target: str, data: bytes) -> Path:
    """The file in crashes/ that has the input from now on."""
    path = CRASHES / f"{target}-{hashlib.sha256(data).hexdigest()[:12]}"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data)
    return path


def guided(target: str) -> None:
    """The same by atheris, which looks for inputs that reach new code."""
    try:
        atheris = import_module("atheris")
    except ImportError:
        sys.exit("atheris is not installed (pip install atheris); without --atheris it is not used")

    def one(data: bytes) -> None:
        if fault := tried(target, data):
            raise AssertionError(f"{kept(target, data)}: {fault}")

    with tempfile.TemporaryDirectory() as corpus:
        for number, data in enumerate(seeds(target)):
            Path(corpus, str(number)).write_bytes(data)
        atheris.instrument_all()
        atheris.Setup([sys.argv[0], corpus], one)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
