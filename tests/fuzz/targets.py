"""What is fuzzed: each target takes any bytes, and raises for a fault and for nothing else."""

import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

from briefquiz import bank
from briefquiz.brief import Brief
from briefquiz.errors import BriefquizError
from briefquiz.outputs import OUTPUTS
from briefquiz.outputs.exports import EXPORTS
from briefquiz.pipeline.checking import check_file
from briefquiz.pipeline.compiling import to_quiz
from briefquiz.quiz import Build
from briefquiz.readers import READERS, read
from tests.outputs.samples import HOSTILE, hostile_items, sample_quiz

TESTS = Path(__file__).parents[1]
FILES = TESTS / "readers/files"
SECONDS = 15.0
"""Of work for one input: a bound against endless loops, far over what any takes."""

Target = Callable[[bytes], object]


def reader(data: bytes) -> Brief | str:
    """A name on the first line, a file of that name below it: read, or refused in one line."""
    name, _, content = data.partition(b"\n")
    ending = Path(name.decode("latin-1").replace("\0", "")).suffix.lower()
    file = f"brief{ending if ending in READERS else '.txt'}"
    try:
        return read(content, file)
    except BriefquizError as refused:
        said = str(refused)
        assert len(said.splitlines()) == 1, said
        assert said.startswith(f"{file}: "), said
        return said


def question_file(data: bytes) -> None:
    """A question file: loaded, checked, written and loaded again; or every mistake in one line."""
    problems = check_file(data, "any.yaml").problems
    for problem in problems:
        assert str(problem).startswith("any.yaml"), problem
        assert len(str(problem).splitlines()) == 1, problem
    try:
        file = bank.load(data, "any.yaml")
    except BriefquizError:
        return
    assert bank.load(bank.dump(file), "any.yaml") == file
    to_quiz(file, "any")


def outputs(data: bytes) -> None:
    """A text in every place of every response shape: written in every format, XML as XML."""
    text = data.decode("utf-8", "replace")[:400]
    items = tuple(hostile_items(text or "x"))
    quiz = replace(sample_quiz(), items=items, title=text[:80] or "x")
    for name, render in OUTPUTS.items():
        assert all(artifact.data for artifact in render(quiz, Build("", 1_700_000_000))), name
    for name, export in EXPORTS.items():
        for artifact in export(quiz).artifacts:
            assert artifact.name.startswith(quiz.name)
            if name == "moodle":
                ElementTree.fromstring(artifact.data)


TARGETS: Mapping[str, Target] = {"readers": reader, "bank": question_file, "outputs": outputs}


def seeds(target: str) -> list[bytes]:
    """Sound inputs of a target, to be damaged."""
    if target == "readers":
        return [path.name.encode() + b"\n" + path.read_bytes() for path in sorted(FILES.iterdir())]
    if target == "bank":
        folders = [TESTS / "bank/good", TESTS / "bank/bad", TESTS.parent / "questions"]
        return [path.read_bytes() for folder in folders for path in sorted(folder.glob("*.yaml"))]
    return [text.encode() for text in HOSTILE]


def tried(target: str, data: bytes) -> str:
    """The fault that an input shows, "" if it shows none."""
    start = time.process_time()
    try:
        TARGETS[target](data)
    except Exception as error:  # noqa: BLE001 - any is a find
        return f"{type(error).__name__}: {error}"
    took = time.process_time() - start
    return f"took {took:.0f} seconds" if took > SECONDS else ""
