"""axe-core in the browser: structure and contrast of every sheet, on the screen."""

import json
from pathlib import Path

import pytest

from briefquiz.outputs import OUTPUTS
from briefquiz.quiz import Build, Paper
from tests.outputs.browser import Browser
from tests.outputs.samples import sample_quiz

AXE = Path(__file__).parent / "exports/node_modules/axe-core/axe.min.js"
RUN = """
axe.run(document, {resultTypes: ["violations"]}).then(function (said) {
  return JSON.stringify(said.violations.map(function (found) {
    return [found.id, found.nodes.map(function (node) { return node.html; })];
  }));
})
"""
SHEETS = ("quiz", "key", "quick-key", "overlay", "answer-sheet", "answer-overlay", "versions")


@pytest.mark.parametrize("width", [1000, 380], ids=["desk", "telephone"])
def test_axe_finds_nothing(devtools: Browser, width: int) -> None:
    assert AXE.exists(), "axe-core is missing: make tools"
    axe = AXE.read_text("utf-8")
    paper = Paper(versions=2, prints=("normal", "large", "dyslexia"), word_bank=True)
    for name in SHEETS:
        for artifact in OUTPUTS[name](sample_quiz(), Build(paper=paper)):
            if "-B" not in artifact.name and name != "versions":
                continue
            devtools.load(artifact.data.decode(), width)
            devtools.tell(axe + ";0")
            assert json.loads(devtools.tell(RUN)) == [], artifact.name
            wide = devtools.tell("document.documentElement.scrollWidth - innerWidth")
            assert wide <= 0 or name == "versions", artifact.name
