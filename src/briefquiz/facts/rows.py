"""Facts as plain data, the important first: what `briefquiz facts` shows."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, TypeAlias

from briefquiz.facts.actors import ActorFact
from briefquiz.facts.causes import CauseFact
from briefquiz.facts.causes.chains import links
from briefquiz.facts.clauses import clause_of
from briefquiz.facts.dates import DateFact
from briefquiz.facts.numbers import NumberFact
from briefquiz.facts.parsed import ParsedBrief
from briefquiz.facts.printed import printed
from briefquiz.facts.references import References

if TYPE_CHECKING:
    from spacy.tokens import Token

Fact: TypeAlias = DateFact | NumberFact | ActorFact | CauseFact
Row: TypeAlias = dict[str, Any]


def rows(facts: Sequence[Fact], parsed: ParsedBrief) -> list[Row]:
    """Each fact as plain data, in the order given; `parsed` is the brief they were found in."""
    references = References(parsed)
    causes = [fact for fact in facts if isinstance(fact, CauseFact)]
    after = {id(causes[one]): causes[other] for one, other in links(causes).items()}
    return [_row(fact, references, after.get(id(fact))) for fact in facts]


def _row(fact: Fact, references: References, after: CauseFact | None) -> Row:
    tokens = _clause_tokens(fact)
    pointing = list(dict.fromkeys(references.open_in(tokens)))
    row: Row = {
        "kind": fact.kind,
        "answer": fact.answer,
        "evidence": fact.evidence.quote,
        "para": fact.evidence.para,
        "hedge": fact.hedge,
        "attribution": fact.attribution.text if fact.attribution else "",
        "clause": printed(tokens),
        "refers": references.of(tokens),
        "unresolved": pointing,
        "self_contained": not pointing,
    }
    return row | _own(fact) | ({"leads_to": after.answer} if after is not None else {})


def _own(fact: Fact) -> Row:
    """What only facts of this kind have."""
    if isinstance(fact, DateFact):
        mention = fact.mention
        return {
            "precision": mention.precision,
            "first": mention.first,
            "last": mention.last,
            "preposition": mention.preposition,
        }
    if isinstance(fact, NumberFact):
        return _amount(fact)
    if isinstance(fact, ActorFact):
        return {"role": fact.role, "class": fact.actor_class, "did": fact.deed}
    return {
        "cause": fact.cause,
        "effect": fact.effect,
        "connective": fact.connective,
        "relation": fact.relation,
    }


def _amount(fact: NumberFact) -> Row:
    mention = fact.mention
    counted = fact.counted if fact.counted is not None else fact.shared
    return {
        "value": mention.value,
        "upper": mention.upper,
        "unit": mention.currency or mention.unit,
        "rate": mention.rate,
        "role": mention.role,
        "of": _counted(fact) if counted is None else printed(_phrase(counted, fact)),
    }


def _phrase(noun: "Token", fact: NumberFact) -> Iterable["Token"]:
    """The noun counted with what describes it, the number left out."""
    own = set(range(fact.span.start, fact.span.end))
    joined = {t.i for part in noun.children if part.dep_ in {"conj", "cc"} for t in part.subtree}
    return (t for t in noun.subtree if t.i not in own | joined and t.i >= fact.span.start)


def _counted(fact: NumberFact) -> str:
    """Behind a share or a sum: "of the exports of Ostia"."""
    after = fact.span.end
    if after >= fact.sentence.end:
        return ""
    mark = fact.sentence.doc[after]
    marks = {"of", "for", "in"} if fact.mention.unit_kind == "money" else {"of"}
    return printed(list(mark.subtree)[1:]) if mark.lower_ in marks else ""


def _clause_tokens(fact: Fact) -> tuple["Token", ...]:
    """The clause a fact belongs to; its whole sentence where none can be cut out."""
    verb = fact.verb
    clause = clause_of(verb) if verb is not None and verb.pos_ in {"VERB", "AUX"} else None
    if clause is None or (
        isinstance(fact, DateFact | NumberFact) and not _holds(clause.tokens, fact)
    ):
        return tuple(fact.sentence)
    return clause.tokens


def _holds(tokens: tuple["Token", ...], fact: DateFact | NumberFact) -> bool:
    return any(fact.span.start <= token.i < fact.span.end for token in tokens)
