"""A causal argument, however it was put."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from briefquiz.brief import Block
from briefquiz.facts.causes.connectives import Relation
from briefquiz.facts.clauses import Clause
from briefquiz.facts.printed import printed
from briefquiz.facts.reporting import Attribution, attribution_of, hedges_of
from briefquiz.quiz import Source

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

# What a question about the argument asks for.
Frame: TypeAlias = Literal[
    "why",  # main clause + because/due to …: why did it happen
    "despite",  # main clause + although/despite …
    "response",  # main clause + in response to …
    "view",  # main clause + in view of/given …
    "purpose",  # main clause + in order to …
    "condition",  # main clause + if/unless …
    "subject",  # subject + causal verb + object: what brought it about
    "inverse",  # effect + stem from + cause: what it stems from
    "effect",  # main clause + which/-ing: what effect did it have
    "origin",  # sentence. This is a result of X
    "sequel",  # sentence. As a result, sentence
    "traced",  # somebody attributes effect to cause; effect is due to cause
    "beside",  # clause, and a reason in a participle or behind for or over
    "within",  # clause, and clause therefore
]


@dataclass(frozen=True, slots=True, kw_only=True)
class CauseFact:
    """An argument: cause and effect in the brief's words, and how they are joined.

    `asked` are the tokens of the side that answers the question, connective included where the
    answer needs it. `clause` is the other side, if it is a clause of the same sentence; `before`
    is the sentence before, if that is the other side.
    """

    kind: Literal["cause"] = "cause"
    block: Block
    sentence: "Span"
    relation: Relation
    connective: str
    cause: str
    effect: str
    frame: Frame
    asked: tuple["Token", ...]
    clause: Clause | None
    before: "Span | None"
    verb: "Token"
    attribution: Attribution | None
    hedge: str
    evidence: Source

    @property
    def answer(self) -> str:
        """The side that answers, as printed."""
        return printed(self.asked)


def voice(verb: "Token") -> tuple[Attribution | None, str]:
    """Attribution and hedges of a verb's clause."""
    return attribution_of(verb), ", ".join(dict.fromkeys(hedges_of(verb)))
