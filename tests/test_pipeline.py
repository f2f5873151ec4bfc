"""Compiling: what is used of a question file, and in which order its outputs are written."""

from pathlib import Path

from briefquiz import bank
from briefquiz.outputs import OUTPUTS
from briefquiz.pipeline.compiling import compile_quiz, to_quiz
from briefquiz.quiz import Artifact, Build, Quiz

TEXT = (Path(__file__).parent / "cli/files/questions/port.yaml").read_bytes()


def stub(quiz: Quiz, build: Build) -> tuple[Artifact, ...]:
    said = f"{quiz.name} {[item.id for item in quiz.items]} {build.lock} {build.now}"
    return Artifact("port.lock.json", b""), Artifact("port.txt", said.encode())


def test_every_output_sees_what_is_ready_or_approved_and_the_lock_comes_last() -> None:
    done = compile_quiz(TEXT, "questions/port.yaml", "", 7, {"one": stub, "two": stub})
    said = b"port ['opened', 'cost']  7"
    assert [(artifact.name, artifact.data) for artifact in done.artifacts[:2]] == [
        ("port.txt", said),
        ("port.txt", said),
    ]
    assert {artifact.name for artifact in done.artifacts[2:]} == {"port.lock.json"}
    assert (done.kinds, done.left_out) == ({"date": 1, "number": 1}, {"review": 1})
    assert (done.notes.new, done.notes.unchanged) == (0, 0)  # told by the lock, an empty one


def test_the_head_of_a_quiz() -> None:
    quiz = to_quiz(bank.load(TEXT, "questions/port.yaml"), "port")
    assert (quiz.id, quiz.name, quiz.title) == ("port", "port", "The port of Vellmar")
    assert (quiz.published, quiz.lang, quiz.points) == ("2021", "en", 2)


def test_the_lock_is_an_input() -> None:
    first = compile_quiz(TEXT, "port.yaml", "", 1_700_000_000)
    lock = first.artifacts[-1].data.decode()
    again = compile_quiz(TEXT, "port.yaml", lock, 1_800_000_000)
    assert again.artifacts == first.artifacts
    assert (again.notes.new, again.notes.unchanged) == (0, 2)
    edited = compile_quiz(TEXT.replace(b"How much", b"What"), "port.yaml", lock, 1_800_000_000)
    assert (edited.notes.changed, edited.notes.unchanged) == (1, 1)


def test_every_output_is_made() -> None:
    names = {artifact.name for artifact in compile_quiz(TEXT, "port.yaml", "", 1).artifacts}
    assert len(names) >= len(OUTPUTS.keys() - {"study"})  # nothing is known: no study sheet
    assert names >= {"port.apkg", "port-quiz.html", "port-key.html", "port.lock.json"}


def test_nothing_ready_builds_nothing() -> None:
    text = b"briefquiz: 1\ntitle: t\nquestions: []\n"
    compiled = compile_quiz(text, "x.yaml", "", 1)
    assert (compiled.artifacts, dict(compiled.kinds)) == ((), {})


def test_nothing_ready_any_more_retires_what_was_shipped() -> None:
    shipped = (
        b"briefquiz: 1\ntitle: t\nquestions:\n  - id: one\n    kind: date\n    type: short\n"
        b'    prompt: "When?"\n    answer: "1992"\n    status: ready\n'
    )
    made = compile_quiz(shipped, "x.yaml", "", 1_700_000_000).artifacts
    lock = next(artifact.data.decode() for artifact in made if artifact.name == "x.lock.json")
    rejected = shipped.replace(b"ready", b"rejected")
    compiled = compile_quiz(rejected, "x.yaml", lock, 1_800_000_000)
    assert [artifact.name for artifact in compiled.artifacts] == ["x-retired.apkg", "x.lock.json"]
    assert compiled.notes.retired == 1
