"""Somebody and what they did, however the brief puts it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from briefquiz.brief import Block
from briefquiz.facts.clauses import Clause
from briefquiz.facts.printed import joined
from briefquiz.facts.reporting import Attribution
from briefquiz.quiz import Source

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

ActorClass: TypeAlias = Literal["person", "country", "body", "people", "law"]
Role: TypeAlias = Literal[
    "doer",  # Ostia closed the port
    "agent",  # the port was closed by Ostia
    "voice",  # according to Ostia, the port is closed
    "word",  # what Ostia says: that the port is closed
    "named",  # the mayor of Ostia, Anna Reyes
    "owner",  # Ostia's closing of the port
    "affected",  # the union sued the Verra Tin Company
]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorFact:
    """Somebody and what they did, said, are or suffered.

    `subject` are the tokens that name the actor, `head` the chief of them, `noun` the noun by
    which a body is asked for ("ministry"; "" if there is none), `verb` the verb of the deed (for
    a name, the word it explains). `clause` is the deed's clause, None where none can be cut out.
    `deed` says it in the brief's words, the actor left out. For somebody's word, `subject` is what
    they say and `deed` that they say it.
    """

    kind: Literal["actor"] = "actor"
    role: Role
    block: Block
    sentence: "Span"
    subject: tuple["Token", ...]
    head: "Token"
    verb: "Token"
    clause: Clause | None
    deed: str
    actor_class: ActorClass
    noun: str
    attribution: Attribution | None
    hedge: str
    evidence: Source

    @property
    def answer(self) -> str:
        """The actor (for somebody's word, what they say) as printed."""
        return joined(self.subject).strip(" ,")
