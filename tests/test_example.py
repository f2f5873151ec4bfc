"""The worked example: what is committed is what a build gives, and the real Anki takes it."""

from pathlib import Path

from briefquiz import bank
from briefquiz.cli import formats
from briefquiz.outputs import OUTPUTS
from briefquiz.outputs.exports import EXPORTS
from briefquiz.pipeline.checking import check_file
from briefquiz.pipeline.compiling import compile_quiz, to_quiz
from briefquiz.pipeline.exporting import Export, export_quiz
from briefquiz.quiz import Pairs, Sequence
from tests.outputs.deck import Reader

ROOT = Path(__file__).parents[1]
NAME = "china-kazakhstan"
QUESTIONS = ROOT / f"questions/{NAME}.yaml"
BRIEF = ROOT / f"questions/{NAME}.md"
LOCK = ROOT / f"decks/{NAME}.lock.json"


def test_a_rebuild_gives_the_committed_bytes() -> None:
    lock = LOCK.read_text("utf-8")
    outputs = {name: OUTPUTS[name] for name in formats.DEFAULT}
    compiled = compile_quiz(QUESTIONS.read_bytes(), QUESTIONS.name, lock, 4_000_000_000, outputs)
    built = {artifact.name: artifact.data for artifact in compiled.artifacts}
    exports = {artifact.name for artifact in _exported().artifacts}
    assert built == {name: data for name, data in _committed().items() if name not in exports}
    assert (compiled.notes.new, compiled.notes.changed, compiled.notes.retired) == (0, 0, 0)


def test_an_export_anew_gives_the_committed_bytes() -> None:
    """All formats, or as yet none, are committed."""
    made = {artifact.name: artifact.data for artifact in _exported().artifacts}
    committed = {name: data for name, data in _committed().items() if name in made}
    assert committed in ({}, made)


def _committed() -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (ROOT / "decks").glob(f"{NAME}*")}


def _exported() -> Export:
    return export_quiz(QUESTIONS.read_bytes(), QUESTIONS.name, EXPORTS)


def test_its_file_has_no_mistakes_and_every_quote_is_in_the_brief() -> None:
    checked = check_file(QUESTIONS.read_bytes(), str(QUESTIONS), BRIEF.read_bytes(), str(BRIEF))
    assert [problem for problem in checked.problems if problem.severity == "error"] == []


def test_all_kinds_and_forms_go_the_whole_way() -> None:
    quiz = to_quiz(bank.load(QUESTIONS.read_text("utf-8"), QUESTIONS.name), NAME)
    assert {item.kind for item in quiz.items} == {"date", "number", "actor", "cause"}
    file = bank.load(QUESTIONS.read_text("utf-8"), QUESTIONS.name)
    compiled = {question.type for question in file.questions if question.status != "review"}
    assert compiled >= {
        "choice", "true_false", "short", "number", "cloze", "match", "order", "open",
    }  # fmt: skip


def test_anki_imports_as_many_notes_as_announced(tmp_path: Path) -> None:
    quiz = to_quiz(bank.load(QUESTIONS.read_text("utf-8"), QUESTIONS.name), NAME)
    announced = sum(
        len(item.response.pairs)
        if isinstance(item.response, Pairs)
        else len(item.response.items) - 1
        if isinstance(item.response, Sequence)
        else 1
        for item in quiz.items
    )
    reader = Reader(tmp_path)
    log = reader.imports((ROOT / f"decks/{NAME}.apkg").read_bytes())
    assert log.new == announced >= 25
    assert (reader.empty_cards(), reader.faults()) == (0, "")
