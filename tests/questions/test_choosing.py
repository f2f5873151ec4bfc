"""Which wordings become questions: agreement, context, the present, the best of each fact."""

from collections import Counter
from dataclasses import replace

import pytest

from briefquiz import facts
from briefquiz.nlp import Parsers
from briefquiz.questions.drafting.agreement import DISAGREED, agreed, worded
from briefquiz.questions.drafting.candidate import MOST_WEIGHT, Doubt
from briefquiz.questions.drafting.choosing import PROVEN, TELLING, UNPROVEN, choose
from briefquiz.questions.drafting.context import LEANS, LONGEST, with_context
from tests.questions.drafts import by_rule, candidates
from tests.readings import read

MINE = "Ostia closed its last mine in 2014."


# Agreement


def test_what_both_yield_alike_has_no_doubt_more(parsers: Parsers) -> None:
    mine = by_rule(parsers, "dates/inversion", MINE)
    assert agreed([(mine,), (mine,)]) == (mine,)


def test_what_one_yields_alone_is_doubted(parsers: Parsers) -> None:
    mine = by_rule(parsers, "dates/inversion", MINE)
    other = replace(mine, prompt="In which year did Ostia close?")
    assert [(c.prompt, c.doubts) for c in agreed([(mine,), (other,)])] == [
        (mine.prompt, (DISAGREED,)),
        (other.prompt, (DISAGREED,)),
    ]
    assert [c.doubts for c in agreed([(mine, mine), ()])] == [(DISAGREED,)]


def test_another_answer_is_another_question(parsers: Parsers) -> None:
    mine = by_rule(parsers, "dates/inversion", MINE)
    both = agreed([(mine,), (replace(mine, answer="in 2014"),)])
    assert [c.doubts for c in both] == [(DISAGREED,)] * 2


def test_doubts_of_both_count(parsers: Parsers) -> None:
    mine = by_rule(parsers, "dates/inversion", MINE)
    one, two = replace(mine, doubts=("a", "b")), replace(mine, doubts=("b", "c"))
    assert [c.doubts for c in agreed([(one,), (two,)])] == [("a", "b", "c")]


def test_one_parse_alone_is_its_own_agreement(parsers: Parsers) -> None:
    (small, _) = read(parsers, MINE)
    alone = agreed([worded(facts.extract(small), small)])
    assert all(DISAGREED not in candidate.doubts for candidate in alone)


# Context


BEFORE = "Ostia bought an old bridge from Verra."


def test_the_sentence_before_stands_in_front_of_what_points_to_it(parsers: Parsers) -> None:
    text = f"{BEFORE} It closed the bridge in 2014."
    found = by_rule(parsers, "dates/inversion-in-context", text)
    assert found.prompt == f"{BEFORE} In which year did it close the bridge?"
    assert LEANS in found.doubts
    assert (found.answer, found.statement, found.event) == ("2014", "", "")


def test_its_opener_goes(parsers: Parsers) -> None:
    text = f"However, {BEFORE} It closed the bridge in 2014."
    assert by_rule(parsers, "dates/inversion-in-context", text).prompt.startswith(BEFORE)


@pytest.mark.parametrize(
    ("paragraphs", "why"),
    [
        (["Ostia closed the bridge in 2014."], "nothing before"),
        ([BEFORE, "It closed the bridge in 2014."], "another paragraph"),
        (["The bridges of Ostia.  It closed the bridge in 2014."], "no sentence"),
        (["In 2014, Ostia bought a bridge. It closed the bridge in 2014."], "holds the answer"),
        ([f"{BEFORE} Ostia closed the old bridge of Tamar in 2014."], "points nowhere"),
    ],
)
def test_no_context(paragraphs: list[str], why: str, parsers: Parsers) -> None:
    rules = [candidate.rule for candidate in candidates(parsers, *paragraphs)]
    assert not [rule for rule in rules if rule.endswith("-in-context")], why


def test_the_answer_is_never_put_in_front(parsers: Parsers) -> None:
    text = "In 2014, Ostia bought a bridge. It closed the bridge in 2014."
    for parsed in read(parsers, text):
        every = worded(facts.extract(parsed), parsed)
        found = [c for c in every if c.prompt == "In which year did it close the bridge?"]
        assert [with_context(candidate, parsed) for candidate in found] == [None]


def test_a_long_sentence_before_is_cut_to_its_clause(parsers: Parsers) -> None:
    long = "Ostia, the old port" + " by the sea near the city of Tamar" * 5 + ", bought a bridge."
    text = f"{long} It closed the bridge in 2014."
    found = [c for c in candidates(parsers, text) if c.rule == "dates/inversion-in-context"]
    for candidate in found:
        assert candidate.prompt.startswith("Ostia bought a bridge. ")
    very = "Ostia bought a bridge" + " by the sea near the city of Tamar" * 5
    assert len(very.split()) > LONGEST
    text = f"{very}. It closed the bridge in 2014."
    assert not [c for c in candidates(parsers, text) if c.rule.endswith("-in-context")]


def test_the_clause_joined_by_and_comes_first(parsers: Parsers) -> None:
    text = "Ostia bought a bridge and it closed the bridge in 2014."
    for parsed in read(parsers, text):
        for candidate in worded(facts.extract(parsed), parsed):
            if candidate.rule == "dates/inversion":
                leaning = with_context(candidate, parsed)
                assert leaning is not None
                assert leaning.prompt.startswith("Ostia bought a bridge. ")


# Choosing


def test_one_question_a_fact_and_a_question_before_a_gap(parsers: Parsers) -> None:
    found = candidates(parsers, MINE)
    chosen = choose(found)
    assert max(Counter(c.fact_key for c in found).values()) > 1
    assert max(Counter(c.fact_key for c in chosen).values()) == 1
    assert "dates/inversion" in [c.rule for c in chosen]


def test_an_undoubted_gap_before_a_doubted_question(parsers: Parsers) -> None:
    mine = by_rule(parsers, "dates/inversion", MINE)
    gap = replace(mine, rule="numbers/cloze-sentence", form="cloze", prompt="In [[2014]].")
    (chosen,) = choose([replace(mine, doubts=("is it?",)), gap])
    assert chosen.rule == "numbers/cloze-sentence"


def test_fewer_doubts_first(parsers: Parsers) -> None:
    mine = by_rule(parsers, "dates/inversion", MINE)
    (chosen,) = choose([replace(mine, doubts=("a", "b")), replace(mine, doubts=("c",))])
    assert chosen.doubts == ("c",)


def test_too_many_doubts_are_not_worth_a_look(parsers: Parsers) -> None:
    mine = by_rule(parsers, "dates/inversion", MINE)
    heavy = [Doubt(text, 1) for text in "abcdef"[: MOST_WEIGHT + 1]]
    assert choose([replace(mine, doubts=tuple(heavy))]) == ()
    assert len(choose([replace(mine, doubts=tuple(heavy[1:]))])) == 1


@pytest.mark.parametrize(
    "rule",
    [
        "dates/cloze-sentence",
        "numbers/cloze-clause",
        "actors/country",
        "actors/person",
        "actors/body",
        "causes/related",
        "causes/subject",
        "causes/despite",
        "causes/sequel",
    ],
)
def test_a_rule_that_is_not_proven_has_a_doubt(rule: str, parsers: Parsers) -> None:
    mine = replace(by_rule(parsers, "dates/inversion", MINE), rule=rule)
    (chosen,) = choose([mine])
    assert rule not in PROVEN
    assert chosen.doubts == (UNPROVEN["date"],)


@pytest.mark.parametrize("kind", ["why", "view", "purpose", "response", "inverse", "effect"])
def test_no_argument_is_ready(kind: str, parsers: Parsers) -> None:
    """None has 20 judged questions on real texts of which 85% were accepted."""
    mine = replace(by_rule(parsers, "dates/inversion", MINE), rule=f"causes/{kind}")
    assert [chosen.doubts for chosen in choose([mine])] == [(UNPROVEN["date"],)]


def test_no_actor_is_ready(parsers: Parsers) -> None:
    text = "Anna Reyes signed the Harbour Act in Ostia."
    found = [c for c in choose(candidates(parsers, text)) if c.fact.kind == "actor"]
    assert [c.doubts for c in found] == [(UNPROVEN["actor"],)]


LIST = "In 2014, Ostia sold 14 cranes, 15 ships, 16 bridges, 17 mines and 18 schools to Verra."


def test_at_most_three_questions_from_one_sentence_and_one_more_of_another_kind(
    parsers: Parsers,
) -> None:
    found = candidates(parsers, LIST)
    assert len({c.fact_key for c in found if c.fact.kind == "number"}) == 5
    plain = [replace(c, doubts=()) for c in found]
    kinds = Counter(c.fact.kind for c in choose(plain))
    assert kinds["number"] == 3 - kinds["date"] - kinds["actor"] or kinds["number"] == 3
    assert 3 <= sum(kinds.values()) <= 3 + len(kinds) - 1


def test_a_near_repeat_is_asked_once(parsers: Parsers) -> None:
    text = "In 2014, Ostia closed its last mine in Verra."
    chosen = choose(candidates(parsers, f"{MINE} Tamar fell.", text))
    dates = [c for c in chosen if c.fact.kind == "date"]
    assert [c.answer for c in dates] == ["2014"]
    other = choose(candidates(parsers, MINE, "In 2015, Ostia closed its last mine in Verra."))
    assert [c.answer for c in other if c.fact.kind == "date"] == ["2014", "2015"]


def test_no_question_tells_the_answer_of_another_ready_one(parsers: Parsers) -> None:
    text = "In 2019, the old port of Ostia leased 40 cranes."
    ready = [c for c in choose(candidates(parsers, text)) if not c.doubts]
    assert ready
    for one in ready:
        for other in ready:
            gapped = one.prompt.replace(f"[[{one.answer}]]", "")
            assert one is other or other.answer not in gapped.split()
    doubts = [c.doubts for c in choose(candidates(parsers, text)) if c.fact.kind != "actor"]
    assert (TELLING,) in doubts


def test_the_order_is_that_of_the_brief(parsers: Parsers) -> None:
    chosen = choose(candidates(parsers, LIST, MINE, "Anna Reyes signed the Act in 2019."))
    places = [c.fact_key[1:] for c in chosen]
    assert places == sorted(places)
