"""Reports on exporters and printed quizzes (61 to 75 of `test_proofs.REPORTS`)."""

import io
import zipfile
from collections import Counter
from xml.etree import ElementTree

import pytest

from briefquiz import bank
from briefquiz.nlp import Parsers
from briefquiz.outputs import OUTPUTS, arrange
from briefquiz.outputs.exports import EXPORTS
from briefquiz.pipeline.checking import check_file
from briefquiz.pipeline.compiling import to_quiz
from briefquiz.questions import drafting
from briefquiz.questions.choice import ChoiceQuestion
from briefquiz.quiz import Artifact, Build, Choice, Item, Option, Quiz
from tests.readings import brief_of

DISTRACTORS = (Option("May 2020"), Option("June 2022"))
MARKED = ("moodle", "qti12", "qti21")


def quiz(prompt: str = "When?", answer: str = "March 2021", title: str = "Ports") -> Quiz:
    item = Item(id="q", kind="date", prompt=prompt, response=Choice(answer, DISTRACTORS))
    return Quiz(name="ports", id="ports", title=title, items=(item,))


def made(of: Quiz) -> dict[str, tuple[Artifact, ...]]:
    """The files of a quiz in every format that holds a choice."""
    exports = {name: EXPORTS[name](of).artifacts for name in EXPORTS}
    return exports | {name: OUTPUTS[name](of, Build("", 1)) for name in ("quiz", "key", "cards")}


def texts(artifact: Artifact) -> list[bytes]:
    """The file, or those inside of it."""
    if not artifact.name.endswith((".zip", ".xlsx")):
        return [artifact.data]
    with zipfile.ZipFile(io.BytesIO(artifact.data)) as inside:
        return [inside.read(name) for name in inside.namelist()]


@pytest.mark.parametrize("name", made(quiz()))
def test_one_dollar_sign_is_a_dollar_sign(name: str) -> None:
    artifacts = made(quiz("Which costs $5 a bushel?", answer="rye at $5.50"))[name]
    assert any(b"5.50" in text for artifact in artifacts for text in texts(artifact))


TWICE = """briefquiz: 1
title: "Ports"
questions:
  - {id: old, kind: date, type: choice, prompt: "In which year did the port of Ostia open?",
     answer: "1921", distractors: ["1919", "1925"]}
  - {id: new, kind: date, type: choice, prompt: "In which year did the port of Ostia open?",
     answer: "2021", distractors: ["2019", "2025"]}
"""


@pytest.mark.parametrize("name", made(quiz()))
def test_two_questions_with_one_stem_and_other_options_are_two(name: str) -> None:
    checked = check_file(TWICE.encode(), "ports.yaml")
    assert [p for p in checked.problems if p.severity == "error"] == []
    both = to_quiz(bank.load(TWICE.encode(), "ports.yaml"), "ports")
    data = b"".join(text for artifact in made(both)[name] for text in texts(artifact))
    assert b"1921" in data
    assert b"2021" in data


def test_no_wrong_option_is_true_in_the_text(parsers: Parsers) -> None:
    """Both signed: asked is who, without options; and no wrong date is the other's date."""
    brief = brief_of(
        "Ostia and Verra signed the Harbour Treaty on 9 January 2014.",
        "Tamar signed the Harbour Treaty on 12 January 2014, and Lys left it on 4 March 2016.",
    )
    for question in drafting.draft(parsers.both(brief)):
        if isinstance(question, ChoiceQuestion):
            assert question.kind != "actor"
            (source,) = question.source
            assert not any(option.text in source.quote for option in question.distractors)


SIGNS = "growth < 2% & > 1%"


@pytest.mark.parametrize("name", MARKED)
def test_signs_of_markup_are_escaped_for_as_long_as_they_are_read(name: str) -> None:
    """In CDATA and out of it: parsed as XML and then as HTML, the text is the text."""
    (artifact,) = EXPORTS[name](quiz(f"Which was {SIGNS}?", answer=SIGNS)).artifacts
    shown = [
        " ".join("".join(part.itertext()).split())
        for text in texts(artifact)
        if text.lstrip().startswith(b"<")
        for part in ElementTree.fromstring(text).iter()
    ]
    once, twice = SIGNS, SIGNS.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert any(once in text or twice in text for text in shown)


@pytest.mark.parametrize("name", made(quiz()))
def test_signs_of_markup_in_a_title_break_nothing(name: str) -> None:
    for artifact in made(quiz(title="Oil & Gas <2025>"))[name]:
        assert set(artifact.name).isdisjoint('<>&:"/\\|?* ')
        for text in texts(artifact):
            if text.lstrip().startswith(b"<?xml"):
                ElementTree.fromstring(text)
            else:
                assert b"<2025>" not in text or not artifact.name.endswith(".html")


def test_the_right_option_is_everywhere_equally_often() -> None:
    items = [
        Item(
            id=f"q{n}",
            kind="actor",
            prompt=f"Who opened port {n}?",
            response=Choice(f"the town {n}", (Option("the king"), Option("Verra"), Option("Lys"))),
        )
        for n in range(40)
    ]
    whole = Quiz(name="ports", id="ports", title="Ports", items=tuple(items))
    places: Counter[int] = Counter()
    for item in items:
        assert isinstance(item.response, Choice)
        places.update(
            at for at, o in enumerate(arrange.choice(whole, item, item.response)) if o.right
        )
    assert min(places[at] for at in range(4)) >= 8


def test_a_cause_has_no_options_whose_length_could_tell(parsers: Parsers) -> None:
    brief = brief_of(
        "Output fell in 2021 because the mines of Ostia were flooded by the river Tamar.",
        "The strike of the dockers led to the closure of the port of Verra in 2019.",
    )
    causes = [q for q in drafting.draft(parsers.both(brief)) if q.kind == "cause"]
    assert causes
    assert {question.type for question in causes} == {"open"}


LONGEST = """briefquiz: 1
title: "Ports"
questions:
  - {id: why, kind: cause, type: choice, prompt: "Why did the port of Ostia close?",
     answer: "because the dockers, who had not been paid since the spring, went on strike in May",
     distractors: ["a storm", "a flood", "a fire"]}
"""


def test_a_right_option_that_is_the_longest_is_warned_of() -> None:
    problems = check_file(LONGEST.encode(), "ports.yaml").problems
    assert [p.severity for p in problems if p.rule == "longest-answer"] == ["warning"]
