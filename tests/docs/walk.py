"""A page of docs/ as steps: files to save, edits to make, commands to run."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

STEP = re.compile(
    r"^```(?P<kind>md|diff|console)(?: file=(?P<file>\S+))?\n(?P<body>.*?)^```\n",
    re.MULTILINE | re.DOTALL,
)


@dataclass(frozen=True)
class Step:
    """A code block that does something, and where its body stands in the page."""

    kind: str
    file: str
    body: str
    start: int
    end: int


def steps(page: str) -> Iterator[Step]:
    for match in STEP.finditer(page):
        yield Step(match["kind"], match["file"] or "", match["body"], *match.span("body"))


def edit(path: Path, diff: str) -> None:
    """Make an edit that is shown with a few lines around it; it must fit in one place only."""
    lines = diff.splitlines(keepends=True)
    old = "".join(line[1:] for line in lines if line[0] in " -")
    new = "".join(line[1:] for line in lines if line[0] in " +")
    text = path.read_text("utf-8")
    assert text.count(old) == 1, f"{text.count(old)} places in {path.name} have\n{old}"
    path.write_text(text.replace(old, new), "utf-8")


def executed(page: str, run: Callable[[str], str]) -> str:
    """The page with what its commands really print; files are saved and edited on the way."""
    out, at = "", 0
    for step in steps(page):
        body = step.body
        if step.kind == "console":
            commands = [line for line in body.splitlines() if line.startswith("$ ")]
            body = "".join(f"{command}\n{run(command[2:])}" for command in commands)
        elif step.kind == "diff":
            edit(Path(step.file), body)
        elif step.file:
            Path(step.file).parent.mkdir(parents=True, exist_ok=True)
            Path(step.file).write_text(body, "utf-8")
        out += page[at : step.start] + body
        at = step.end
    return out + page[at:]
