"""Runs that are killed at random moments: nothing is half written, lost or in the way afterwards.

    python -m tests.kills 200        # as often as that; the test suite does it a few times

In turn a build of ten question files, over one process or two, and an update of one question
file while it is being saved in an editor. Each is killed with SIGKILL, looked at, and run again.
"""

import json
import os
import random
import re
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import zipfile
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from briefquiz import bank

SAMPLE = Path(__file__).parent / "cli/files/questions/port.yaml"
FILES = 10  # a build of many
BUILD = "from briefquiz.cli import main; main(prog_name='briefquiz')"
# The parsers take seconds, in which nothing is written: the draft is ready at once.
UPDATE = """
from briefquiz import bank
from briefquiz.pipeline import drafting
file = bank.load(open('drafted.yaml', 'rb').read(), 'q00.yaml')
drafting.draft_anew = lambda *_: drafting.Draft(bank.remembering(file), 1, '')
from briefquiz.cli import main
main(prog_name='briefquiz')
"""


@dataclass
class Kills:
    """A folder with question files, and how the runs in it ended."""

    folder: Path
    random: random.Random
    edits: dict[Path, str] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)
    ended: Counter[str] = field(default_factory=Counter)

    def prepare(self) -> None:
        """Ten question files, one of them with its brief, and their decks."""
        questions = self.folder / "questions"
        questions.mkdir()
        for number in range(FILES):
            text = SAMPLE.read_text("utf-8").replace("id: port", f"id: q{number:02}")
            (questions / f"q{number:02}.yaml").write_text(text, "utf-8")
        (self.folder / "drafted.yaml").write_bytes((questions / "q00.yaml").read_bytes())
        (questions / "q00.md").write_text("# The port\n\nIt opened in 2021.\n", "utf-8")
        for name in ("build", "build2", "update"):
            self.edit()
            self.finish(name)

    def once(self, name: str) -> None:
        """Change something, start a run, kill it, look, and let another one come to its end."""
        self.edit()
        run = self.start(name)
        time.sleep(self.random.uniform(0.3, 1) * self.seconds[name])
        if name == "update":
            self.edit(self.folder / "questions/q00.yaml")
            time.sleep(self.random.uniform(0, 0.02))
        alive = run.poll() is None
        run.kill()
        run.communicate()
        self.ended["killed" if alive else "done before"] += 1
        self.look()
        self.finish(name)
        self.look()
        left = [path.name for path in self.folder.rglob(".*") if "cache" not in path.name]
        assert left == [], f"left over: {left}"

    def edit(self, path: Path | None = None) -> None:
        """Save a question file as editors do: all at once. Nothing may ever take that back."""
        path = path or self.random.choice(sorted(self.folder.glob("questions/*.yaml")))
        mark = f"{self.random.randrange(10**9)}"
        text = re.sub(r"(\n# mine \d+\n)?$", f"\n# mine {mark}\n", path.read_text("utf-8"), count=1)
        text = re.sub(r'answer: ".*?"', f'answer: "{mark} March"', text, count=1)
        saved = path.with_suffix(".saving")
        saved.write_text(text, "utf-8")
        saved.replace(path)
        self.edits[path] = mark

    def start(self, name: str) -> "subprocess.Popen[str]":
        """A run that may be killed."""
        program, arguments = {
            "build": (BUILD, ["build", "--jobs", "1"]),
            "build2": (BUILD, ["build", "--jobs", "2"]),
            "update": (UPDATE, ["draft", "--update", "questions/q00.md"]),
        }[name]
        return subprocess.Popen(
            [sys.executable, "-c", program, *arguments],
            cwd=self.folder,
            text=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )

    def finish(self, name: str) -> None:
        """A run to its end, which must be a good one."""
        start = time.monotonic()
        run = self.start(name)
        said, _ = run.communicate(timeout=120)
        assert run.returncode == 0, said
        self.seconds[name] = time.monotonic() - start

    def look(self) -> None:
        """Every file is whole, and holds what a person put into it last."""
        for path in self.folder.glob("questions/*.yaml"):
            text = path.read_text("utf-8")
            bank.load(text, path.name)
            if path in self.edits:
                assert text.count(self.edits[path]) == 2, f"{path.name} lost an edit"
        for path in self.folder.glob("decks/*"):
            if not path.name.startswith("."):
                whole(path)


def whole(path: Path) -> None:
    """An output that is all there."""
    if path.suffix == ".apkg":
        with zipfile.ZipFile(path) as package, tempfile.NamedTemporaryFile() as copy:
            assert package.testzip() is None
            copy.write(package.read("collection.anki2"))
            copy.flush()
            found = sqlite3.connect(copy.name).execute("pragma integrity_check").fetchone()
            assert found == ("ok",)
    elif path.suffix == ".html":
        assert path.read_text("utf-8").rstrip().endswith("</html>"), path.name
    else:
        assert json.loads(path.read_bytes()), path.name


def kill(times: int, folder: Path, seed: int, say: Callable[[str], object] = str) -> Counter[str]:
    """Kill that many runs in an empty folder; how they ended. Raises AssertionError for damage."""
    kills = Kills(folder, random.Random(seed))
    kills.prepare()
    for number in range(times):
        kills.once(("build", "build2", "update")[number % 3])
        say(f"{number + 1}: {dict(kills.ended)}")
    return kills.ended


def main(arguments: Sequence[str]) -> None:
    """Kill as often as the first argument says."""
    times, seed = int(arguments[0]), int(arguments[1]) if len(arguments) > 1 else os.getpid()
    with tempfile.TemporaryDirectory() as folder:
        sys.stdout.write(f"seed {seed}\n")
        kill(times, Path(folder), seed, lambda line: sys.stdout.write(f"\r{line}"))
    sys.stdout.write("\nnothing was damaged\n")


if __name__ == "__main__":
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    main(sys.argv[1:])
