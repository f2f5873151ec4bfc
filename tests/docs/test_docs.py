"""The pages of docs/: generated parts are as the program says, examples load, links lead on."""

import re
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from briefquiz import bank, cli
from briefquiz.questions.item_writing import RULES
from tests.docs.generated import EXAMPLES, example, filled
from tests.docs.walk import executed, steps

DOCS = Path(__file__).parents[2] / "docs"
PAGES = sorted(DOCS.glob("*.md"))
Golden = Callable[[Path, str], None]


@pytest.mark.parametrize("name", ["question-file.md", "check.md"])
def test_generated_parts_are_as_the_program_says(name: str, golden: Golden) -> None:
    page = DOCS / name
    golden(page, filled(page.read_text("utf-8")))


def test_the_reference_names_every_key_and_every_rule() -> None:
    schema = bank.json_schema()
    reference = (DOCS / "question-file.md").read_text("utf-8")
    keys = {
        key
        for definition in (schema, *schema["definitions"].values())
        for key in definition.get("properties", {})
    }
    assert {key for key in keys if f"`{key}`" not in reference} == set()
    check = (DOCS / "check.md").read_text("utf-8")
    assert all(f"**`{rule.name}`**" in check for rule in RULES)


def test_the_example_of_each_type_loads() -> None:
    text = "briefquiz: 1\ntitle: t\nquestions:\n" + "\n".join(
        line for word in EXAMPLES for line in example(word)
    )
    loaded = bank.load(text, "examples.yaml")
    assert [question.type for question in loaded.questions] == list(bank.TYPES_BY_NAME)


def test_the_walk_through_works_word_for_word(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, golden: Golden
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    page = DOCS / "walk-through.md"
    done = executed(page.read_text("utf-8"), run)
    assert {step.kind for step in steps(done)} == {"md", "diff", "console"}
    golden(page, done)


def run(command: str) -> str:
    name, *arguments = shlex.split(command)
    assert name == "briefquiz"
    result = CliRunner().invoke(cli.main, arguments)
    assert result.exit_code == 0, result.output
    return result.output


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", page.read_text("utf-8")):
        assert target.startswith("https://") or (DOCS / target).exists(), target
