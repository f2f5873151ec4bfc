"""Which arguments are whole: both sides say something, and nothing is cut in the middle."""

import re

from briefquiz.facts.causes.fact import CauseFact

_DANGLING = frozenset("to of by with from for in on at and or that which but as than if".split())
_LITTLE = frozenset("the its his her this that these those they them and but for not".split())
_PAIRS = (("(", ")"), ("[", "]"), ("“", "”"))


def is_sound(fact: CauseFact) -> bool:
    """Both sides are whole phrases with a word that means something, and differ."""
    sides = (fact.cause, fact.effect)
    return all(map(_is_whole, sides)) and fact.cause not in fact.effect and _has_tense(fact)


def _is_whole(side: str) -> bool:
    words = re.findall(r"[^\W\d_][\w’'-]*", side)
    if (
        not any(len(word) > 2 and word.lower() not in _LITTLE for word in words)
        or side.split()[-1].lower() in _DANGLING
    ):
        return False
    if side.count('"') % 2 or any(side.count(a) != side.count(b) for a, b in _PAIRS):
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
