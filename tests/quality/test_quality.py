"""No change may find less than was found before: the floor is what has been reached."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from briefquiz.nlp import Parsers
from briefquiz.questions.drafting.choosing import PROVEN
from tests.quality import board
from tests.quality.coverage import Claim, covers

FLOOR = json.loads((Path(__file__).parent / "floor.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def lines(parsers: Parsers) -> Sequence[board.Line]:
    return list(board.lines(parsers.both, board.briefs()))


@pytest.mark.xdist_group("quality")
@pytest.mark.parametrize("kind", [*board.KINDS, "all"])
def test_as_much_is_found_and_asked_as_before(kind: str, lines: Sequence[board.Line]) -> None:
    found, asked, gold = board.totals(lines)[kind]
    floor = FLOOR[kind]
    assert found >= floor["found"], f"{kind}: found {found} of {gold}, before {floor['found']}"
    assert asked >= floor["asked"], f"{kind}: asked {asked} of {gold}, before {floor['asked']}"


@pytest.mark.xdist_group("quality")
def test_lists_are_no_longer_than_a_teacher_reads(lines: Sequence[board.Line]) -> None:
    assert all(line.facts <= 60 * -(-line.words // 750) for line in lines)


GOLD = {
    "kind": "number", "answer": "12,000 tonnes", "accept": ["12 000 t"],
    "evidence": "imports rose to 12,000 tonnes in 2023",
}  # fmt: skip
CAUSE = {
    "kind": "cause", "answer": "because ice closed the bay", "accept": [],
    "cause": "ice closed the bay", "effect": "the ferry stopped",
    "evidence": "the ferry stopped because ice closed the bay",
}  # fmt: skip


@pytest.mark.parametrize(
    ("answer", "quote", "gold", "counts"),
    [
        ("12,000 tonnes", "In Ostia, imports rose to 12,000 tonnes in 2023.", GOLD, True),
        ("twelve thousand tonnes", "imports rose to 12,000 tonnes in 2023", GOLD, True),
        ("12 thousand tonnes", "imports rose to 12,000 tonnes in 2023", GOLD, True),
        ("about 12,000 tonnes", "imports rose to 12,000 tonnes in 2023", GOLD, True),
        ("13,000 tonnes", "imports rose to 12,000 tonnes in 2023", GOLD, False),
        ("12,000 tonnes", "Verra sold 12,000 tonnes to Tamar.", GOLD, False),
        ("Ice closed the bay", "The ferry stopped because ice closed the bay.", CAUSE, True),
        ("Snow closed a road", "The ferry stopped because ice closed the bay.", CAUSE, False),
    ],
)
def test_what_counts_as_the_same_fact(
    answer: str, quote: str, gold: dict[str, object], counts: bool
) -> None:
    assert covers(Claim((answer,), (quote,)), gold) is counts


def test_every_brief_has_a_gold_list_whose_evidence_stands_in_it() -> None:
    for path in board.briefs():
        text = " ".join(path.read_text("utf-8").split())
        for fact in board.gold_of(path):
            assert " ".join(fact["evidence"].split()) in text, (path.name, fact["id"])


def test_every_rule_that_makes_ready_questions_was_judged() -> None:
    """Not that it passed: `make quality` prints how many questions readers accepted."""
    file = Path(board.__file__).with_name("judged_questions.json")
    verdicts = json.loads(file.read_text("utf-8"))
    assert PROVEN.keys() <= verdicts.keys() | {"numbers/how-many-there"}  # none arose
    for rule, told in verdicts.items():
        for accepted in [] if rule == "_" else [told["known"], told["unseen"]]:
            assert all(max(cells) == cells[-1] for cells in accepted.values()), rule


def test_rules_are_counted_by_shelf(lines: Sequence[board.Line]) -> None:
    rules = list(board.rules(lines))
    assert sum(rule.drafted for rule in rules) == sum(line.ready + line.review for line in lines)
    assert sum(rule.ready for rule in rules) == sum(line.ready for line in lines)
