"""The scoreboard: what is found in and asked of briefs with gold lists, by kind."""

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from briefquiz import facts, readers
from briefquiz.brief import Brief
from briefquiz.facts.parsed import ParsedBrief
from briefquiz.questions import Question, drafting, to_item
from briefquiz.quiz import (
    Choice,
    Choices,
    Essay,
    Figure,
    Gap,
    Gaps,
    Pairs,
    Response,
    TrueFalse,
    Words,
)
from tests.quality.coverage import Claim, claim_of_row, uncovered

HERE = Path(__file__).parent
KINDS = ("date", "number", "actor", "cause")
Parse = Callable[[Brief], Sequence[ParsedBrief]]


@dataclass(frozen=True, slots=True)
class Line:
    """One brief: gold facts, those found and those asked by kind; what was missed; sizes."""

    name: str
    words: int
    gold: Mapping[str, int]
    found: Mapping[str, int]
    asked: Mapping[str, int]
    missed: tuple[str, ...]
    facts: int
    ready: int
    review: int
    right: int
    judged: int
    by_rule: Mapping[tuple[str, str], int]


@dataclass(frozen=True, slots=True)
class RuleLine:
    """One rule: questions drafted and ready in the briefs here, and what readers made of it.

    `cells`: accepted of judged questions from real texts, see `judged_questions.json`.
    """

    name: str
    drafted: int
    ready: int
    cells: tuple[str, ...]


def briefs() -> list[Path]:
    """Every brief with a gold list, in order."""
    return sorted(p for p in (HERE / "briefs").iterdir() if p.suffix in {".md", ".txt"})


def lines(parse: Parse, paths: Sequence[Path]) -> Iterator[Line]:
    """The line of each brief."""
    verdicts = json.loads((HERE / "judged.json").read_text("utf-8"))
    for path in paths:
        yield _line(path, parse(readers.read(path.read_bytes(), path.name)), verdicts)


def rules(found: Sequence[Line]) -> Iterator[RuleLine]:
    """The rules, those that draft most first."""
    verdicts = json.loads((HERE / "judged_questions.json").read_text("utf-8"))
    count: Counter[tuple[str, str]] = Counter()
    for line in found:
        count.update(line.by_rule)
    drafted: Counter[str] = Counter()
    for (rule, _), number in count.items():
        drafted[rule] += number
    names = {**drafted, **{rule: 0 for rule in verdicts if rule != "_" and rule not in drafted}}
    for rule in sorted(names, key=lambda rule: (-drafted[rule], rule)):
        told = verdicts.get(rule, {})
        cells = tuple(
            _told(told.get(texts, {}).get(shelf, []))
            for texts in ("known", "unseen")
            for shelf in ("ready", "review")
        )
        yield RuleLine(rule, drafted[rule], count[rule, "ready"], cells)


def _told(accepted_and_judged: Sequence[int]) -> str:
    *accepted, judged = accepted_and_judged or (0, 0)
    return f"{', '.join(map(str, accepted))} of {judged}" if judged else "–"


def _line(path: Path, parses: Sequence[ParsedBrief], verdicts: Mapping[str, Any]) -> Line:
    gold = yaml.safe_load(path.with_suffix("").with_suffix(".gold.yaml").read_text("utf-8"))[
        "facts"
    ]
    rows = facts.found(parses)
    questions = drafting.draft(parses)
    not_found = uncovered([claim_of_row(row) for row in rows], gold)
    not_asked = uncovered([_claim(question) for question in questions], gold)
    judged = [verdicts[key] for row in rows if (key := verdict_key(path.name, row)) in verdicts]
    return Line(
        name=path.stem,
        words=sum(len(block.text.split()) for block in parses[0].brief.prose),
        gold=_by_kind(gold),
        found=Counter(_by_kind(gold)) - Counter(_by_kind(not_found)),
        asked=Counter(_by_kind(gold)) - Counter(_by_kind(not_asked)),
        missed=tuple(f"{f['kind']}: {f['question']} → {f['answer']}" for f in not_found),
        facts=len(rows),
        ready=sum(question.status == "ready" for question in questions),
        review=sum(question.status == "review" for question in questions),
        right=sum(judged),
        judged=len(judged),
        by_rule=Counter((q.made.by if q.made else "", q.status) for q in questions),
    )


def gold_of(path: Path) -> list[Mapping[str, Any]]:
    """The facts that a good teacher would test in a brief."""
    facts_of: list[Mapping[str, Any]] = yaml.safe_load(
        path.with_suffix(".gold.yaml").read_text("utf-8")
    )["facts"]
    return facts_of


def verdict_key(brief: str, row: Mapping[str, Any]) -> str:
    """By which a reader's verdict on a found fact is kept."""
    own = row.get("effect") or row.get("did") or ""
    return "|".join([brief, row["kind"], row["answer"], own, row["evidence"]])


def totals(found: Sequence[Line]) -> dict[str, tuple[int, int, int]]:
    """Kind → found, asked, gold; and "all"."""
    sums: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for line in found:
        for kind in KINDS:
            for at, part in enumerate((line.found, line.asked, line.gold)):
                sums[kind][at] += part.get(kind, 0)
                sums["all"][at] += part.get(kind, 0)
    return {kind: (a, b, c) for kind, (a, b, c) in sums.items()}


def _by_kind(gold: Sequence[Mapping[str, Any]]) -> dict[str, int]:
    return dict(Counter(fact["kind"] for fact in gold))


def _claim(question: Question) -> Claim:
    item = to_item(question)
    said = tuple(answers(item.response))
    if isinstance(item.response, TrueFalse):
        said = (item.prompt, item.explain)
    return Claim(said, tuple(source.quote for source in item.sources))


def answers(response: Response) -> Iterator[str]:
    """Every form in which a response gives its answer away in the key."""
    match response:
        case Choice(answer=answer):
            yield answer
        case Choices(answers=several):
            yield from several
        case Words(answer=answer, accept=accept) | Figure(answer=answer, accept=accept):
            yield answer
            yield from accept
        case Gaps(parts=parts):
            yield from (part.answer for part in parts if isinstance(part, Gap))
        case Pairs(pairs=pairs):
            yield from (text for pair in pairs for text in (*pair, " ".join(pair)))
        case Essay(model=model):
            yield model
        case _:
            return
