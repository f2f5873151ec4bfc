"""Which arguments are whole: both sides say something, and nothing is cut in the middle."""

import re

from briefquiz.facts.assertion import is_asserted, is_intact
from briefquiz.facts.causes.fact import CauseFact

_DANGLING = frozenset("to of by with from for in on at and or that which but as than if".split())
_LITTLE = frozenset("the its his her this that these those they them and but for not".split())
_ABOUT_NOTHING = re.compile(r"^(?:that|this|it|which)(?:['’]s| is| was)$", re.IGNORECASE)
_CUT_OFF = re.compile(r"\b(?:is|are|was|were|been|be|has|have), \w+ly$")
_ASKING = frozenset("how why what which who whose whether where".split())
_SPEAKER = frozenset("i we you my our your".split())
_PAIRS = (("(", ")"), ("[", "]"), ("“", "”"))


def is_sound(fact: CauseFact) -> bool:
    """Both sides are whole phrases with a word that means something, and differ."""
    sides = (fact.cause, fact.effect)
    if not all(map(_is_whole, sides)) or fact.cause in fact.effect or not _has_tense(fact):
        return False
    told = fact.clause.tokens if fact.clause is not None and fact.before is None else ()
    if told and not is_intact([*told, *fact.asked]):
        return False
    return fact.before is not None or is_asserted(fact.verb)


def _is_whole(side: str) -> bool:
    words = re.findall(r"[^\W\d_][\w’'-]*", side)
    if (
        not any(len(word) > 2 and word.lower() not in _LITTLE for word in words)
        or side.split()[-1].lower() in _DANGLING
        or _ABOUT_NOTHING.match(side)
        or _CUT_OFF.search(side)
    ):
        return False
    if side.count('"') % 2 or any(side.count(a) != side.count(b) for a, b in _PAIRS):
        return False
    if words[0].lower() in _ASKING or _SPEAKER & {word.lower() for word in words}:
        return False
    return side[0] not in "”’)]%&*"


def _has_tense(fact: CauseFact) -> bool:
    """The clause behind it has a finite verb: no heading, no bullet without one."""
    verb = fact.verb
    subject = any(t.dep_ == "nsubj" for t in verb.children)
    if verb.tag_ in {"VBD", "VBZ", "VBP", "MD"} or (verb.tag_ == "VBN" and subject):
        return True
    return any(t.dep_ in {"aux", "auxpass"} and t.tag_ != "TO" for t in verb.children) or (
        verb.dep_ == "conj"
    )
