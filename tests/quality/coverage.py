"""How much of what a good teacher would ask is found or asked: matching facts with gold lists.

A gold fact counts as covered when an answer is the wanted one (forms of a number, articles and
approximators aside) and is proved from the same words of the brief. It measures coverage; whether
a fact is right or a question good, only a reader can say.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
).split()
_TENS = dict(zip("twenty thirty forty fifty sixty seventy eighty ninety".split(),
                 range(20, 100, 10), strict=True))  # fmt: skip
_WORDS = (
    {word: str(number) for number, word in enumerate(_UNITS)}
    | {word: str(number) for word, number in _TENS.items()}
    | {
        f"{ten}-{unit}": str(number + step)
        for ten, number in _TENS.items()
        for step, unit in enumerate(_UNITS[:10])
        if step
    }
)
_SCALE = {"thousand": 1e3, "k": 1e3, "million": 1e6, "mn": 1e6, "m": 1e6, "billion": 1e9,
          "bn": 1e9, "trillion": 1e12, "tn": 1e12}  # fmt: skip
_MONTHS = (
    "january february march april may june july august september october november december"
).split()
_SHORT_MONTHS = {month[:3]: month for month in _MONTHS} | {"sept": "september"}
_LITTLE = frozenset(
    "the a an around about approximately approx some nearly almost over up to more than at least "
    "roughly circa c ca in on by of".split()
)
_DIGITS = re.compile(r"\d+(?:\.\d+)?")
_TOKEN = re.compile(
    r"[€$£¥]|%|\d+(?:[.,]\d+)*"
    r"|[^\W\d_]+(?:-(?:one|two|three|four|five|six|seven|eight|nine))?(?:'[^\W\d_]+)?"
)
NEAR = 0.6  # share of the evidence that must be the same
SIDE = 0.6  # share of a causal side that must be there


@dataclass(frozen=True, slots=True)
class Claim:
    """What a fact or a question says: every form of its answer, and the words that prove it."""

    answers: tuple[str, ...]
    quotes: tuple[str, ...]


def claim_of_row(row: Mapping[str, Any]) -> Claim:
    """A row of `briefquiz facts --json`."""
    answers = tuple(str(row[key]) for key in ("answer", "cause", "effect") if row.get(key))
    return Claim(answers, (str(row["evidence"]),))


def covers(claim: Claim, gold: Mapping[str, Any]) -> bool:
    """Whether the claim is the gold fact."""
    evidence = _norm(gold["evidence"])
    near = max((_overlap(evidence, _norm(quote)) for quote in claim.quotes), default=0.0)
    return near >= NEAR and any(
        _same(_norm(want), _norm(got), gold["kind"] == "cause")
        for want in _wanted(gold)
        for got in claim.answers
    )


def uncovered(
    claims: Sequence[Claim], gold: Iterable[Mapping[str, Any]]
) -> list[Mapping[str, Any]]:
    """The gold facts that no claim covers."""
    return [fact for fact in gold if not any(covers(claim, fact) for claim in claims)]


def _wanted(gold: Mapping[str, Any]) -> list[str]:
    wanted = [str(gold["answer"]), *map(str, gold.get("accept") or ())]
    wanted += [re.sub(r"\s*\([^)]*\)", "", want) for want in wanted]
    if gold["kind"] == "actor":
        wanted += [want.split(",")[0] for want in wanted]
    if gold["kind"] == "cause":
        wanted += [str(gold.get("cause", "")), str(gold.get("effect", ""))]
    return [want for want in wanted if want]


def _same(want: list[str], got: list[str], causal: bool) -> bool:
    if not want or not got:
        return False
    if causal:
        return _contained(want, got) >= SIDE or (_contained(got, want) >= 0.8 and len(got) >= 3)
    whole = _contained(want, got) >= 0.99 and len(got) <= 3 * len(want) + 3
    return whole or (_contained(got, want) >= 0.99 and len(got) * 2 >= len(want))


def _overlap(evidence: list[str], quote: list[str]) -> float:
    return max(_contained(evidence, quote), _contained(quote, evidence) if len(quote) > 3 else 0)


def _contained(small: list[str], big: list[str]) -> float:
    """Share of the tokens of one that stand in the other, endings aside."""
    if not small:
        return 0.0
    have = Counter(map(_stem, big))
    return sum((Counter(map(_stem, small)) & have).values()) / len(small)


def _stem(token: str) -> str:
    return re.sub(r"(ing|ed|es|s|ly|ion|ions)$", "", token) if len(token) > 5 else token


def _norm(text: object) -> list[str]:
    """Tokens with case, quotes, separators, per cent, number words and magnitudes folded."""
    plain = unicodedata.normalize("NFKC", str(text)).replace("\u2019", "'").replace("\u00ad", "")
    plain = re.sub(r"(?<=\d)(?=(?:bn|mn|tn|m|k)\b)", " ", plain).lower()
    plain = re.sub(r"(?<=\d)[,\u202f\u00a0 ](?=\d{3}\b)", "", plain)
    plain = re.sub(r"\bper ?cent(age)?\b", "%", plain).replace("%", " % ")
    plain = re.sub(r"[\u2010-\u2015]", "-", plain)
    tokens: list[str] = []
    for found in _TOKEN.findall(plain):
        token = _WORDS.get(found, _SHORT_MONTHS.get(found, found))
        if token in _SCALE and tokens and _DIGITS.fullmatch(tokens[-1]):
            token = f"{float(tokens.pop()) * _SCALE[token]:.10g}"
        elif _DIGITS.fullmatch(token):
            token = f"{float(token):.10g}"
        tokens.append(token.removesuffix("'s"))
    return [token for token in tokens if token not in _LITTLE]
