"""A question that might be asked: one wording of one fact, with what speaks against it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Self, TypeAlias

from briefquiz.facts import Fact
from briefquiz.facts.clauses import Clause

if TYPE_CHECKING:
    from spacy.tokens import Token


class Doubt(str):
    """What speaks against a question, in words, and how much it weighs.

    The weight is 0 for what a teacher may settle either way, 1 for what more often than not sinks
    a question, 2 and 3 for what nearly always does. Shares of judged questions that were accepted
    all the same, on real texts: 54 of 100 without a doubt above 0 (37 on unseen texts), 42 (22)
    with one of weight 1, 23 (24) with two, 10 with a heavier one.
    """

    __slots__ = ("weight",)

    def __new__(cls, text: str, weight: int) -> Self:
        """The words as a string of their own kind."""
        made = super().__new__(cls, text)
        made.weight = weight
        return made

    weight: int


MOST_WEIGHT = 2
"""What the doubts about a question may weigh together; a heavier one is not worth the time."""

Form: TypeAlias = Literal["question", "cloze", "open"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One wording of one fact.

    `rule` names how it was worded ("dates/inversion"). `stem` are the brief's own words in the
    prompt, as tokens, `clause` the clause they were taken from: the gates read both. `statement`
    is the fact as a plain sentence with `answer` in it, for true or false; `event` says what
    happened without the answer, for putting events in order and deeds beside actors ("" where
    there is none). `explain` says why the answer is right where the quoted words do not show it.
    """

    fact: Fact
    rule: str
    form: Form
    prompt: str
    answer: str
    stem: tuple["Token", ...]
    clause: Clause | None = None
    statement: str = ""
    event: str = ""
    explain: str = ""
    doubts: tuple[str, ...] = ()

    @property
    def fact_key(self) -> tuple[str, int, int]:
        """Which fact is asked: kind, paragraph and place in it. The same for both parsers."""
        return (self.fact.kind, self.fact.block.para, _place(self.fact))

    @property
    def spoken(self) -> tuple["Token", ...]:
        """The stem, with the words for whoever is quoted where the prompt opens with them."""
        voice = self.fact.attribution
        if voice is None or not self.prompt.startswith("According to "):
            return self.stem
        return (*voice.speaker, *(t for t in self.stem if t not in voice.speaker))

    @property
    def wording(self) -> tuple[str, str]:
        """What both parsers must yield alike."""
        return (self.prompt, self.answer)


def _place(fact: Fact) -> int:
    if fact.kind == "date" or fact.kind == "number":
        return fact.mention.start
    if fact.kind == "actor":
        return (fact.verb if fact.role == "doer" else fact.subject[0]).idx
    return fact.asked[0].idx
