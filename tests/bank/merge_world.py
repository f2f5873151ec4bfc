"""A small world of facts, and drafts of it by rules of several versions."""

from dataclasses import dataclass, replace
from typing import Any

from hypothesis import strategies as st

from briefquiz import bank, ids
from briefquiz.bank import BriefRef, QuestionFile
from briefquiz.questions import Question
from briefquiz.questions.choice import ChoiceQuestion
from briefquiz.questions.common import Made
from briefquiz.questions.number import NumberQuestion
from briefquiz.questions.order import OrderQuestion
from briefquiz.questions.short import ShortQuestion
from briefquiz.quiz import Kind, Option, Source


@dataclass(frozen=True, slots=True)
class Fact:
    """A sentence of the brief and what can be asked of it. Facts are told apart by their value."""

    kind: Kind
    quote: str
    value: str
    wanted: str


DAM = "On 3 May 2014 the “Sel” dam broke: 40 homes were lost."
AID = "Ostia’s council asked for about 3.5 million euros, not 2 million."
PORT = "The port handled 1,200 ships in 2020 – a record."
SHE = 'Verra: "no # comment", she said.'
SENTENCES = (DAM, AID, PORT, SHE)
FACTS = (  # several want the same id
    Fact("date", DAM, "2014-05-03", "dam-date"),
    Fact("number", DAM, "40", "number"),
    Fact("actor", AID, "Ostia’s council", "council"),
    Fact("number", AID, "3.5 million", "number"),
    Fact("number", AID, "2 million", "number"),
    Fact("number", PORT, "1,200", "number"),
    Fact("date", PORT, "2020", "dam-date"),
    Fact("actor", SHE, "Verra", "council"),
)
RULES = ("number/a", "short/a", "short/b", "choice/a")
KNOWS = {"date": "when", "number": "value", "actor": "who"}
TABLE = OrderQuestion(
    id="in-order",
    kind="date",
    prompt="Put these in order.",
    items=("a", "b", "c"),
    status="review",
    made=Made(by="order/events"),
)


def worded(fact: Fact, rule: str) -> Question:
    """The question that a rule makes of a fact."""
    sure = rule.endswith("a")
    common: dict[str, Any] = {
        "id": fact.wanted,
        "kind": fact.kind,
        "prompt": f"By {rule}: what of “{fact.quote[:9]}” is it? " + "So many words. " * len(rule),
        "source": (Source(fact.quote, 1 + SENTENCES.index(fact.quote)),),
        "fact": {KNOWS[fact.kind]: fact.value},
        "status": "ready" if sure else "review",
        "doubts": () if sure else ("is it worth asking?",),
        "made": Made(by=rule),
    }
    if rule.startswith("number"):
        return NumberQuestion(**common, answer=fact.value)
    if rule.startswith("choice"):
        return ChoiceQuestion(**common, answer=fact.value, distractors=(Option("7"), Option("8")))
    return ShortQuestion(**common, answer=fact.value)


@dataclass(frozen=True, slots=True)
class Draft:
    """What one run over one state of the brief yields."""

    file: QuestionFile
    words: str

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        made = [(q.id, *fact_of(q)[::2], q.made and q.made.by) for q in self.file.questions]
        printer.text(f"Draft({made}, {self.words!r})")


@st.composite
def drafts(draw: st.DrawFn) -> Draft:
    missing = draw(st.frozensets(st.sampled_from(SENTENCES), max_size=2))
    rules = draw(st.lists(st.sampled_from((*RULES, "")), min_size=8, max_size=8))
    made: list[Question] = []
    for fact, rule in zip(FACTS, rules, strict=True):
        if rule and fact.quote not in missing:
            question = worded(fact, rule)
            name = ids.unique(question.id, [other.id for other in made])
            made.append(replace(question, id=name))
    made += [TABLE] * draw(st.integers(0, 1))
    words = " ".join(sentence for sentence in SENTENCES if sentence not in missing)
    file = QuestionFile(
        briefquiz="1",
        id="b",
        title=draw(st.sampled_from(["One", "Two"])),
        brief=BriefRef(file="b.md", sha256=ids.short_hash(words)),
        questions=tuple(map(bank.signed, made)),
    )
    return Draft(bank.remembering(file), words)


def fact_of(question: Question) -> tuple[str, ...]:
    if isinstance(question, OrderQuestion):
        return ("table",)
    return question.kind, question.source[0].quote, *question.fact.values()
