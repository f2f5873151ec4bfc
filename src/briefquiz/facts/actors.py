"""Actors with their deeds: who did, said, demanded or opposed it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from briefquiz.brief import Block
from briefquiz.facts.actor_nouns import BODIES, PEOPLE
from briefquiz.facts.clauses import Clause, clause_of, finite_verbs
from briefquiz.facts.evidence import evidence_of
from briefquiz.facts.parsed import ParsedBrief
from briefquiz.facts.reporting import Attribution, attribution_of, hedges_of
from briefquiz.quiz import Source

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

ActorClass: TypeAlias = Literal["person", "country", "body", "people"]

# Verbs that say nothing a teacher would ask for, when an actor is their subject.
LIGHT_VERBS = frozenset(
    "be have become seem appear remain include contain need want see get know mean "
    "like exist consist belong".split()
)

# Things that name taggers take for persons and bodies. Each acts in no sentence of ours.
THINGS = frozenset(
    "shuttle storm hurricane cyclone typhoon tanker ship vessel ferry plant port bridge operation "
    "project programme program act law treaty agreement index report survey study initiative "
    "strategy statement title section tower line prototype system".split()
)
# Where a clause stands that can be asked about by itself: main, reported and relative clauses.
ASKABLE = frozenset({"ROOT", "ccomp", "relcl"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorFact:
    """Somebody and what they did.

    `subject` are the tokens that name the actor, `head` the chief of them, `noun` the noun by
    which a body is asked for ("ministry"; "" if there is none).
    """

    kind: Literal["actor"] = "actor"
    block: Block
    sentence: "Span"
    subject: tuple["Token", ...]
    head: "Token"
    clause: Clause
    actor_class: ActorClass
    noun: str
    attribution: Attribution | None
    hedge: str
    evidence: Source

    @property
    def answer(self) -> str:
        """The actor as printed."""
        return "".join(token.text_with_ws for token in self.subject).strip(" ,")

    @property
    def verb(self) -> "Token":
        """The verb of the deed."""
        return self.clause.verb


def extract(parsed: ParsedBrief) -> Iterator[ActorFact]:
    """Every clause in which somebody who can act does something."""
    for block, sentence in parsed.sentences():
        for verb in finite_verbs(sentence):
            if verb.lemma_.lower() in LIGHT_VERBS or verb.dep_ not in ASKABLE:
                continue
            clause = clause_of(verb)
            head = clause.subject_head if clause is not None else None
            if clause is None or head is None or head.dep_ != "nsubj":
                continue
            found = classify(head)
            if found is None:
                continue
            actor_class, noun = found
            yield ActorFact(
                block=block.block,
                sentence=sentence,
                subject=clause.subject,
                head=head,
                clause=clause,
                actor_class=actor_class,
                noun=noun,
                attribution=attribution_of(verb),
                hedge=", ".join(dict.fromkeys(hedges_of(verb))),
                evidence=evidence_of(block.block, sentence, sentence.doc[verb.i : verb.i + 1]),
            )


def classify(head: "Token") -> tuple[ActorClass, str] | None:
    """What sort of actor a noun names, and the noun to ask with; None for what cannot act."""
    lower = head.lower_
    if any(t.dep_ in {"conj", "nummod"} for t in head.children):
        return None  # a list of actors is asked whole or not at all, a count is a number
    if head.ent_type_ == "GPE" and head.pos_ == "PROPN" and lower not in BODIES:
        return "country", ""
    if lower in PEOPLE:
        return "people", ""
    if head.tag_ in {"NN", "NNP"} and lower in BODIES:
        told = any(t.dep_ not in {"det", "punct", "relcl"} for t in head.children)
        return ("body", lower) if told else None  # "the ministry" alone answers nothing
    if head.pos_ != "PROPN":
        return None
    if any(t.lower_ in THINGS for t in head.subtree):
        return None
    if head.ent_type_ == "PERSON":
        return "person", ""
    return ("body", "") if head.ent_type_ == "ORG" else None
