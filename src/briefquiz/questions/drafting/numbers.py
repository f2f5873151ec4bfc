"""Wording numbers: how many, how much, what share."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefquiz.facts.clauses import Clause, clause_of
from briefquiz.facts.numbers import NumberFact
from briefquiz.facts.parsed import ParsedBrief
from briefquiz.questions.drafting.attributed import attributed, said_by
from briefquiz.questions.drafting.candidate import Candidate
from briefquiz.questions.drafting.clozes import cloze
from briefquiz.questions.drafting.inversion import asked_subject, inverted, statement
from briefquiz.questions.drafting.rendering import render

if TYPE_CHECKING:
    from spacy.tokens import Token

# Hedges that can stand before "how many"; all others stay in the answer only.
ASKED_HEDGES = {
    "around": "about",
    "about": "about",
    "approximately": "about",
    "roughly": "about",
    "some": "about",
    "nearly": "about",
    "almost": "about",
    "an estimated": "about",
    "up to": "up to",
    "at least": "at least",
}
# Kinds of amount worth a gap even when spelt out; "doubled" and "half" alone tell too little.
SPELT = frozenset({"count", "money", "percent", "duration"})
# "The mine is 14 miles from Tamar" answers "how far", not "what".
AWAY = frozenset("from away apart off".split())
# Prepositions that can stand before how many and what percentage, and what is asked behind them.
FRONTED = frozenset("in at to from for within with under on among over after by across".split())
MEASURED = {"percent": "what percentage", "money": "how much", "duration": "how long"}
# "X makes up 3% of Y": the verbs that join a share to its holder.
SHARE_VERBS = frozenset({"make", "account", "represent", "constitute", "comprise", "form", "be"})


def candidates(fact: NumberFact, parsed: ParsedBrief) -> Iterator[Candidate]:
    """The wordings of a number, the best first."""
    phrase = tuple(fact.span)
    clause = clause_of(fact.verb, keep=phrase) if fact.verb is not None else None
    said = said_by(fact.attribution, clause, parsed) if clause is not None else None
    if clause is not None and said is not None and _is_plain(fact, clause):
        borrowed = () if fact.shared is None else (fact.shared,)
        for rule, prompt in _asked(fact, clause, parsed):
            full = attributed(prompt, fact.attribution, clause, parsed)
            if full is None:
                continue
            yield Candidate(
                fact=fact,
                rule=f"numbers/{rule}",
                form="question",
                prompt=full,
                answer=_inside(fact.answer),
                clause=clause,
                stem=(*borrowed, *(t for t in clause.tokens if t not in phrase)),
                statement=statement(clause, parsed.names, opening=said),
            )
    if any(letter.isdigit() for letter in fact.answer) or fact.mention.unit_kind in SPELT:
        yield from cloze(fact, fact.span, clause, parsed, "numbers")


def _is_plain(fact: NumberFact, clause: Clause) -> bool:
    """All of the amount is in the clause, and no "all" or "only" that goes with it."""
    inside = {token.i for token in clause.tokens}
    if any(token.i not in inside for token in fact.span):
        return False
    beside = {*clause.verb.children, *(fact.counted.children if fact.counted is not None else ())}
    return not any(token.lower_ in {"all", "both", "only", "just", "each"} for token in beside)


def _inside(answer: str) -> str:
    """ "Around 1.4 million" at the start of a sentence is "around 1.4 million"."""
    first = answer.split()[0]
    return answer[0].lower() + answer[1:] if first.isalpha() and first.istitle() else answer


def _asked(fact: NumberFact, clause: Clause, parsed: ParsedBrief) -> Iterator[tuple[str, str]]:
    """Rule and question for every wording that fits where the amount stands."""
    hedge = ASKED_HEDGES.get(fact.mention.hedge.lower(), "")
    kind, head = fact.mention.unit_kind, fact.head
    if fact.shared is not None:
        yield from _bare(fact, clause, parsed, f"{hedge} how many {fact.shared.text}".strip())
    elif fact.counted is not None and kind == "count":
        yield from _counted(fact, clause, parsed, f"{hedge} how many".strip())
    elif kind == "percent":
        yield from _share(fact, clause, parsed, f"{hedge} what percentage".strip())
    elif kind == "money" and _alone(head, "dobj", clause):
        asked = inverted(f"{hedge} how much".strip(), clause, fact.span, parsed.names)
        if asked is not None:
            yield "how-much", asked
    others = {
        "what-is": _what_is(fact, clause, parsed),
        "prepositional": _behind_preposition(fact, clause, parsed, hedge),
        "by-how-much": _by_how_much(fact, clause, parsed),
    }
    yield from ((rule, asked) for rule, asked in others.items() if asked is not None)


def _bare(
    fact: NumberFact, clause: Clause, parsed: ParsedBrief, opening: str
) -> Iterator[tuple[str, str]]:
    """A number without its noun as subject: "… and up to 3 million may lose their homes"."""
    if all(token in clause.subject for token in fact.span) and len(clause.subject) == len(
        fact.span
    ):
        asked = asked_subject(opening, clause, parsed.names, "as printed")
        if asked is not None:
            yield "how-many-shared", asked


def _alone(head: "Token", role: str, clause: Clause) -> bool:
    """In this role under the clause's verb, and no member of a list."""
    listed = any(t.dep_ in {"conj", "appos"} or t.lower_ == "of" for t in head.children)
    return head.dep_ == role and head.head.i == clause.verb.i and not listed


def _counted(
    fact: NumberFact, clause: Clause, parsed: ParsedBrief, opening: str
) -> Iterator[tuple[str, str]]:
    """ "How many X …": the noun counted as subject, after there is, or as object."""
    noun = fact.counted
    assert noun is not None
    span = set(range(fact.span.start, fact.span.end))
    listed = (t for t in noun.children if t.dep_ in {"poss", "conj"} and t in clause.tokens)
    if noun.left_edge.i not in span or next(listed, None) is not None:
        return
    if any(t.dep_ == "det" for t in noun.children):
        return  # "the nine districts": known ones, not a count
    group = [t for t in noun.subtree if t.i not in span and t in clause.tokens]
    if any(t.text in {":", ";", "–", "—"} for t in group):
        return
    if noun.dep_ in {"nsubj", "nsubjpass"} and noun.head.i == clause.verb.i:
        asked = asked_subject(f"{opening} {render(group)}", clause, parsed.names, "as printed")
        if asked is not None:
            yield "how-many-subject", asked
    elif noun.dep_ in {"attr", "nsubj"} and clause.subject and clause.subject[0].dep_ == "expl":
        near = [t for t in group if t.i <= noun.i]
        gone = [*fact.span, *near]
        asked = inverted(f"{opening} {render(near)}", clause, gone, parsed.names)
        if asked is not None:
            yield "how-many-there", asked
    elif noun.dep_ == "dobj" and noun.head.i == clause.verb.i and len(group) <= 8:
        asked = inverted(f"{opening} {render(group)}", clause, [*fact.span, *group], parsed.names)
        if asked is not None:
            yield "how-many-object", asked


def _share(
    fact: NumberFact, clause: Clause, parsed: ParsedBrief, opening: str
) -> Iterator[tuple[str, str]]:
    """ "What percentage of Y does X make up?", never without its of-phrase."""
    head = fact.head
    whole = next((t for t in head.children if t.lower_ == "of" and t.i > head.i), None)
    if whole is None:
        return
    of_phrase = [t for t in whole.subtree if t in clause.tokens]
    if not of_phrase or any(t.like_num for t in of_phrase):
        return
    asked_for = f"{opening} {render(of_phrase)}"
    if head.dep_ == "nsubj" and head.head.i == clause.verb.i:
        question = asked_subject(asked_for, clause, parsed.names, "singular")
        if question is not None:
            yield "share-subject", question
        return
    verb = clause.verb
    direct = head.dep_ in {"dobj", "attr"} and head.head.i == verb.i
    stranded = head.dep_ == "pobj" and head.head.lower_ in {"for"} and head.head.head.i == verb.i
    if verb.lemma_ in SHARE_VERBS - {"be"} and (direct or stranded):
        question = inverted(asked_for, clause, [*fact.span, *of_phrase], parsed.names)
        if question is not None:
            yield "share-of", question


def _what_is(fact: NumberFact, clause: Clause, parsed: ParsedBrief) -> str | None:
    """ "What was the debt in 2023?": the subject is the amount."""
    measured = fact.mention.unit_kind in {"money", "measure", "percent"}
    if not measured or not _alone(fact.head, "attr", clause):
        return None
    if clause.verb.lemma_ != "be" or any(t.lower_ in AWAY for t in clause.rest):
        return None  # "What is the mine from Tamar?"
    after = [t for t in fact.head.subtree if t not in tuple(fact.span) and t in clause.tokens]
    dated = all(t.ent_type_ == "DATE" or t.dep_ == "prep" for t in after)
    if any(t.i < fact.head.i for t in after) or not dated:
        return None
    return inverted("what", clause, fact.span, parsed.names)


def _by_how_much(fact: NumberFact, clause: Clause, parsed: ParsedBrief) -> str | None:
    """ "By how much did exports fall in 2023?"""
    by = fact.span.doc[fact.span.start - 1] if fact.span.start else None
    if (
        fact.mention.role != "change"
        or by is None
        or by.lower_ != "by"
        or by.head.i != clause.verb.i
    ):
        return None
    if any(t not in tuple(fact.span) and t.i != by.i for t in by.subtree):
        return None
    opening = "by what percentage" if fact.mention.unit_kind == "percent" else "by how much"
    gone: list[Token] = [by, *fact.span]
    return inverted(opening, clause, gone, parsed.names)


def _behind_preposition(
    fact: NumberFact, clause: Clause, parsed: ParsedBrief, hedge: str
) -> str | None:
    """ "To what percentage did prices fall in 2023?", "In how many ports did crews strike?"."""
    head, kind = fact.head, fact.mention.unit_kind
    preposition = head.head
    if head.dep_ != "pobj" or preposition.head.i != clause.verb.i:
        return None
    if preposition.lower_ not in FRONTED or fact.mention.role == "change":
        return None
    pair = {"from", "to"} - {preposition.lower_} if preposition.lower_ in {"from", "to"} else set()
    if any(t.lower_ in pair and any(n.like_num for n in t.subtree) for t in clause.rest):
        return None  # "from 12 in 2006 to 31 in 2025": neither can be taken out alone
    gone = [t for t in preposition.subtree if t in clause.tokens]
    behind = [t for t in gone if t.i not in range(fact.span.start, fact.span.end)]
    group = [t for t in behind if t.i != preposition.i]
    if fact.counted is not None and kind == "count":
        if group[:1] != [fact.counted] and not (group and group[-1] == fact.counted):
            return None
        what = f"how many {render(group)}"
    elif group or kind not in MEASURED:
        return None
    else:
        what = MEASURED[kind]
        if kind == "duration":
            what = f"how many {fact.mention.unit}" if fact.mention.unit else "how long"
    opening = " ".join(filter(None, (preposition.lower_, hedge, what)))
    return inverted(opening, clause, gone, parsed.names)
