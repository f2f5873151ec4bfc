"""From a clause to a wh-question: subject-auxiliary inversion, do-support, fronted groups last."""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal

from briefquiz.facts.clauses import Clause
from briefquiz.questions.drafting.inflection import DO, base_form, singular
from briefquiz.questions.drafting.rendering import Part, capitalised, lowered, render

if TYPE_CHECKING:
    from spacy.tokens import Token


# Verbs whose past looks like their present.
UNCHANGED = frozenset(
    "cost cut hit hurt let put quit set shed shut split spread thrust beat".split()
)
LONGEST_MOVED = 9  # tokens of a fronted phrase; a longer one is misread at the end


def inverted(
    opening: str, clause: Clause, without: Iterable["Token"], names: frozenset[str]
) -> str | None:
    """ "In which year" + clause without "in 2014" -> "In which year did Ostia open its port?"

    None where the clause has no verb form that can be inverted, or is moved about too much
    (more than one fronted group would have to go last).
    """
    gone = _with_its_comma(tuple(without))
    subject = [token for token in clause.subject if token.i not in gone]
    rest = [part for t in clause.rest if t.i not in gone for part in lowered([t], names)]
    fronted = [[t for t in group if t.i not in gone] for group in clause.fronted]
    fronted = [group for group in fronted if group]
    if not subject or len(fronted) > 1 or sum(map(len, fronted)) > LONGEST_MOVED:
        return None
    if _asks(clause) or (_at_a_time(opening) and _is_perfect(clause)):
        return None
    front = _front_auxiliary(clause, rest, keep_had=opening.casefold().startswith("since"))
    if front is None or any(
        part.text in {"n't", "n’t"} for part in rest if not isinstance(part, str)
    ):
        return None
    auxiliary, rest = front
    moved = lowered(fronted[0], names) if fronted else []
    if len(moved) == 1:  # "Reportedly, …": an adverb goes before its verb
        return question([opening, auxiliary, *lowered(subject, names), *moved, *rest])
    return question([opening, auxiliary, *lowered(subject, names), *rest, *moved])


def _asks(clause: Clause) -> bool:
    """ "How rain affects plants, he said": what stands in front is a question, or torn off."""
    first = clause.fronted[0][0] if clause.fronted else None
    if first is None:
        return False
    torn = len(clause.fronted[0]) == 1 and first.tag_ == "IN"  # "As, who wrote"
    return torn or first.lower_ in {"how", "what", "which", "who", "why", "whether"}


def _at_a_time(opening: str) -> bool:
    return opening.casefold().startswith(("in which", "on which", "during which", "when"))


def _is_perfect(clause: Clause) -> bool:
    """ "Have created": what has been done is not asked for by "in which year"."""
    return bool(clause.auxiliaries) and clause.auxiliaries[0].lower_ in {"have", "has"}


def _with_its_comma(phrase: tuple["Token", ...]) -> frozenset[int]:
    """An American date ("on March 4, 2026, that …") takes its last comma with it."""
    gone = frozenset(token.i for token in phrase)
    last = max(phrase, key=lambda token: token.i, default=None)
    if last is None or not any(token.text == "," for token in phrase):
        return gone
    after = last.i + 1
    return gone | {after} if after < len(last.doc) and last.doc[after].text == "," else gone


def _front_auxiliary(
    clause: Clause, rest: list[Part], *, keep_had: bool
) -> tuple[str, list[Part]] | None:
    """The auxiliary that goes first, and the rest without it.

    "Had concluded" needs a time that the question does not hold, and becomes "did conclude",
    unless the question asks since when.
    """
    verb = clause.verb
    if clause.auxiliaries:
        first = clause.auxiliaries[0]
        if first.tag_ == "TO" or first not in rest:
            return None
        rest = [part for part in rest if part != first]
        if first.lower_ == "had" and len(clause.auxiliaries) == 1 and not keep_had:
            return "did", [base_form(verb) if part == verb else part for part in rest]
        return first.text.lower(), rest
    if verb.lemma_.lower() == "be" and verb.tag_ in {"VBD", "VBZ", "VBP"}:
        return verb.text.lower(), [part for part in rest if part != verb]
    do = DO.get("VBD" if _is_past_alike(clause) else verb.tag_)
    if do is None:
        return None
    return do, [base_form(verb) if part == verb else part for part in rest]


def _is_past_alike(clause: Clause) -> bool:
    """ "The tunnel cost 90 million": no third person, though the subject is singular."""
    verb, subject = clause.verb, clause.subject_head
    alike = verb.tag_ == "VBP" and verb.lower_ == verb.lemma_.lower()
    joined = subject is not None and any(t.dep_ == "conj" for t in subject.children)
    single = subject is not None and subject.tag_ in {"NN", "NNP"} and not joined
    return alike and single and verb.lower_ in UNCHANGED


def asked_subject(
    opening: str, clause: Clause, names: frozenset[str], number: Literal["singular", "as printed"]
) -> str | None:
    """ "Which region" + clause -> "Which region opened the camps in 2014?"

    `number` says whether the verb is made singular, as after who and what, or stays as printed.
    """
    rest: list[Part] = list(clause.rest)
    finite = clause.auxiliaries[0] if clause.auxiliaries else clause.verb
    if len(clause.fronted) > 1 or finite not in rest or _asks(clause):
        return None
    if number == "singular":
        rest = [singular(finite) if part == finite else part for part in rest]
    first: list[Part] = [*clause.fronted[0], ","] if clause.fronted else []
    return question([*first, opening, *rest])


def statement(
    clause: Clause, names: frozenset[str], without: Iterable["Token"] = (), opening: str = ""
) -> str:
    """The clause as a sentence of its own, some tokens left out, after an opening of its own."""
    gone = frozenset(token.i for token in without)
    parts: list[Part] = [opening, ","] if opening else []
    for place, group in enumerate((*clause.fronted, clause.subject, clause.rest)):
        kept = [token for token in group if token.i not in gone]
        if not kept:
            continue
        parts.extend(lowered(kept, names) if parts else kept)
        if place < len(clause.fronted):
            parts.append(",")
    text = capitalised(render(parts))
    return text if text.endswith((".”", '."', ".’")) else text + "."


def question(parts: list[Part]) -> str:
    """The parts as a question; a full stop inside closing quotes goes."""
    return re.sub(r"[.,]([\"”’]+)$", r"\1", capitalised(render(parts))) + "?"
