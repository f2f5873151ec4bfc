"""Hard-wrapped lines: which lines belong together, and what a hyphen at a line end means."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

WIDEST = 140  # columns; a longer line was not wrapped by hand
NARROWEST = 30
HYPHEN = re.compile(r"(?P<left>[^\W_]+)-$")
# After these a hyphen at the line end is the word's own; so it is before those.
PREFIXES = frozenset(
    "all anti cross eight ex five four front full half high ill left long low mid multi nine non "
    "north one part post pre pro quasi right self semi seven short single six south state ten "
    "three twenty thirty forty fifty sixty seventy eighty ninety two under vice well".split()
)
SUFFIXES = frozenset(
    "age aged and based born bound building by caused class controlled day driven elect era fifths "
    "first five four free friendly funded general going held high held in income invested large "
    "largest led level like line long made making mile month mouth nine off old one only or out "
    "owned owner page party past people per percent person plus point quarters range rate ready "
    "related right run scale seven sided six size specific speed sponsored square standing state "
    "strong style sum supported term thirds three time to ton tonne two type up wide wing year "
    "years".split()
)
FRAGMENT = re.compile(
    r"(?:[st]ions?|[st]ional|ments?|ing|ings|ity|ities|ness|ically|ably|ible|able|tive|sive|ous|"
    r"ary|ance|ence|cy|cies|ty|ties|ly|ed|ers?|als?|ism|ist|ists)\b"
)


def width(chunks: Sequence[Sequence[str]]) -> int:
    """The column at which the text was wrapped by hand, or 0 when it was not.

    Only chunks of three lines and more say it: in a wrapped paragraph nearly every line but the
    last is so full that the next word would not have fitted.
    """
    widths = [max(map(len, chunk)) for chunk in chunks if len(chunk) >= 3 and _is_filled(chunk)]
    return max(widths, default=0)


def _is_filled(chunk: Sequence[str]) -> bool:
    full = max(map(len, chunk))
    if not NARROWEST <= full <= WIDEST:
        return False
    if sum(line.lstrip()[:1].isupper() for line in chunk[1:]) * 2 > len(chunk):
        return False  # verse and lists begin their lines with capitals
    filled = [is_full(line, following, full) for line, following in pairwise(chunk)]
    return sum(filled) * 3 >= len(filled) * 2


def is_full(line: str, following: str, columns: int) -> bool:
    """Whether the next line's first word would (nearly) not have fitted into this one."""
    first = following.split(maxsplit=1)[0] if following.strip() else ""
    return HYPHEN.search(line) is not None or len(line) + 1 + len(first) > columns * 0.88


def joined(lines: Sequence[str], text: str = "") -> str:
    """The lines as one, white space folded; `text` is the whole, asked how else a word stands."""
    whole = ""
    for line in lines:
        part = " ".join(line.split())
        whole = _glued(whole, part, text) if whole and part else whole or part
    return whole


def _glued(left: str, right: str, text: str) -> str:
    if re.search(r"\d[-–]$", left[-2:]) and right[0].isdigit():
        return left + right
    hyphen = HYPHEN.search(left[-40:])  # a long paragraph is not searched again for each line
    word = re.match(r"[^\W\d_]+", right)
    if not hyphen or not word:
        return f"{left} {right}"
    return left + right if _keeps(hyphen["left"], word[0], text) else left[:-1] + right


def _keeps(before: str, after: str, text: str) -> bool:
    """Whether before-after is a word with a hyphen of its own."""
    if before[-1].isdigit() or not after[0].islower():
        return True
    said = _Said.of(text)
    if before + after in said.words:
        return False
    if f"{before}-{after}" in said.compounds:
        return True
    if FRAGMENT.fullmatch(after) or _is_word(before + after):
        return False
    if before.lower() in PREFIXES or after in SUFFIXES:
        return True
    # A compound is made of words; "Ger" is none, and "Kestrian" is if the text has it elsewhere.
    return (before in said.alone or _is_word(before)) and _is_word(after)


@dataclass(frozen=True, slots=True)
class _Said:
    """The words of a text, its pairs joined by a hyphen, and the words that stand alone."""

    words: frozenset[str]
    compounds: frozenset[str]
    alone: frozenset[str]

    @staticmethod
    @lru_cache(maxsize=2)
    def of(text: str) -> "_Said":
        return _Said(
            frozenset(re.findall(r"\w+", text)),
            frozenset(re.findall(r"\b(?=(\w+-\w+))", text)),
            frozenset(re.findall(r"[\w-]+", text)),
        )


def _is_word(text: str) -> bool:
    """Whether an English dictionary has the word or one it is a form of."""
    # The dictionary takes half a second to load: not for a text whose lines end in no hyphen.
    from lemminflect import getAllLemmas

    return bool(getAllLemmas(text.lower()))
