"""What stands before an amount: its hedge, an age's "aged", and which way it moves."""

import re
from collections.abc import Sequence
from typing import Literal, TypeAlias

from briefquiz.facts.amount_mentions.tables import HEDGES, RATE_WORDS, TRAILING_HEDGES
from briefquiz.facts.amount_mentions.words import CHANGE, MOVING, OVER_WHAT, SPREAD
from briefquiz.facts.date_mentions.parts import alternatives
from briefquiz.facts.mentions import AmountMention, AmountUnit

Role: TypeAlias = Literal["", "change", "new", "old"]

_WORD_HEDGES = alternatives(HEDGES[:-1])
_HEDGE = re.compile(
    rf"(?:(?<![\w-])(?:{_WORD_HEDGES}\s){{1,2}}(?:an?\s)?|(?<!\w){HEDGES[-1].word}\s?)$",
    re.IGNORECASE,
)
_HEDGE_HERE = re.compile(rf"(?:{_WORD_HEDGES}\s){{1,2}}", re.IGNORECASE)
_LASTING = re.compile(
    r"\b(?:for|of|in|after|last(?:s|ed|ing)?|to|t[ao]kes?|took|is|was|are|were|be|by|at|from|with|"
    r"has|have|had|and|includ(?:es?|ed|ing)|spent|just|well)\s$",
    re.IGNORECASE,
)
_MOVING = re.compile(rf"\b{alternatives(MOVING)}\s$", re.IGNORECASE)
_OVER_WHAT = re.compile(rf"\b{alternatives(OVER_WHAT)}\s$", re.IGNORECASE)
_TRAILING = re.compile(rf"\s{alternatives(TRAILING_HEDGES)}(?![\w-])")
_RATE = re.compile(
    rf"\s(?:an?\s{alternatives(RATE_WORDS)}(?!\w)(?!\s(?:earlier|later|ago|before|after|old)\b)"
    r"|per\s[0-9][0-9,\s]*(?:\s(?:million|billion))?(?<![\s,])|per\s(?!cent\b)(?:cubic\s|square\s)?[A-Za-z]+"
    r"|p\.a\.|each\s(?:year|month|week|day)(?!\w)|(?:annually|yearly)(?!\w))"
    r"|/(?:year|month|day|h|t|tonne|kWh|MWh|kg|barrel)(?!\w)"
)
_AGED = re.compile(r"\b(?P<word>aged|ages)\s(?:(?:between|about|around)\s)?$", re.IGNORECASE)
_AGE_OF = re.compile(r"\bage(?:\sof)?\s$", re.IGNORECASE)
_PEOPLE = re.compile(
    r"\b(?:children|pupils|people|adults|women|men|girls|boys|those|workers|patients|infants|"
    r"anyone|everyone|persons|youths?|students|residents|citizens|voters)\s"
    r"(?:under|over|below|above|(?:younger|older)\sthan)\s$",
    re.IGNORECASE,
)
_YOUNGER = re.compile(r"\b(?:younger|older)\sthan\s$", re.IGNORECASE)
_WAY = re.compile(r"\b(by|to|from)\s(?:the\s)?$", re.IGNORECASE)
_CHANGE = re.compile(rf"(?<![\w-]){alternatives(CHANGE)}(?![\w-])", re.IGNORECASE)
_SPREAD = re.compile(rf"\b{alternatives(SPREAD)}\s(?:\w+\s)?from\s$", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?;]\s")
_ROLES: dict[str, Role] = {"by": "change", "to": "new", "from": "old"}


def hedge_start(text: str, start: int, kind: AmountUnit) -> int:
    """Where the hedge before `start` begins; `start` if there is none."""
    left = text[max(0, start - 60) : start]
    match = _HEDGE.search(left)
    if not match:
        return start
    begin = start - len(match.group())
    before = text[max(0, begin - 24) : begin]
    words = match.group().strip().lower()
    if words == "up to" and _MOVING.search(before):
        return start
    if words in ("over", "under") and not _is_bound(words, before, kind):
        return start
    return begin


def _is_bound(word: str, before: str, kind: AmountUnit) -> bool:
    """Whether "over" or "under" means more or less, and not a place, a topic or a period."""
    if _OVER_WHAT.search(before):
        return False
    if kind == "duration" or (kind == "count" and word == "under"):
        return bool(_LASTING.search(before)) or not before.strip()
    return True


def trailing_hedge(text: str, end: int) -> int:
    """Where the hedge after `end` ends: "40 or more"."""
    match = _TRAILING.match(text, end)
    return match.end() if match else end


def rate_end(text: str, end: int) -> int:
    """Where the rate after `end` ends: "a year", "per 100,000", "p.a."."""
    match = _RATE.match(text, end)
    return match.end() if match else end


def age_start(text: str, start: int) -> int | None:
    """Where an age at `start` begins, with its "aged"; None where it is no age."""
    left = text[max(0, start - 40) : start]
    aged = _AGED.search(left)
    if aged:
        return start - len(left) + aged.start("word")
    if _AGE_OF.search(left) or _PEOPLE.search(left) or _YOUNGER.search(left):
        return start
    return None


def is_from(text: str, start: int) -> bool:
    """Whether "from" stands before `start` and opens a change, not a spread."""
    left = text[max(0, start - 40) : start]
    way = _WAY.search(left)
    return bool(way and way[1].lower() == "from" and not _SPREAD.search(left))


def after_hedge(text: str, start: int) -> int:
    """Where the number begins whose hedge begins at `start`."""
    match = _HEDGE_HERE.match(text, start)
    return match.end() if match else start


def role(text: str, start: int, found: Sequence[AmountMention], *, joined: bool = False) -> Role:
    """change, new or old after by, to, from with a verb of change in the same sentence.

    An amount without a role between verb and preposition takes the preposition for itself:
    "raised €5 million for aid to 12 states". "from A to B" needs no verb: `joined` says that
    " to " and a number follow. `found` are the amounts found so far.
    """
    left = text[max(0, start - 160) : start]
    way = _WAY.search(left)
    if not way or _SPREAD.search(left):
        return ""
    if found and found[-1].role == "old" and text[found[-1].end : start] == " to ":
        return "new"
    if joined and is_from(text, start):
        return "old"
    clause = _SENTENCE_END.split(left)[-1]
    verbs = list(_CHANGE.finditer(clause))
    if not verbs:
        return ""
    since = start - len(clause) + verbs[-1].end()
    given = any(since <= mention.start < start and not mention.role for mention in found)
    return "" if given else _ROLES[way[1].lower()]
