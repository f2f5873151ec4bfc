"""Faults that nobody should have to look at, and what only looks like one."""

from dataclasses import replace

import pytest

from briefquiz.nlp import Parsers
from briefquiz.questions.drafting import gates
from tests.questions.drafts import by_rule, candidates

QUESTION = "In which year did Ostia close its last mine?"


@pytest.mark.parametrize(
    ("prompt", "answer", "refused"),
    [
        (QUESTION, "2014", False),
        ("Ostia closed its last mine in [[2014]].", "2014", False),
        # the answer is in the question
        ("In which year did Ostia close 2014 mines?", "2014", True),
        ("Who did Ostia's Ministry sue?", "ostia", True),
        ("In which year did Ostia close 12014 mines?", "2014", False),
        ("In which year did Ostia close mines?", "", True),
        # unbalanced
        ("When did Ostia call the plan “a joke?", "2014", True),
        ("When did Ostia call the plan a joke”?", "2014", True),
        ('When did Ostia call the plan "a joke?', "2014", True),
        ("When did Ostia (a port close?", "2014", True),
        ("When did Ostia close its port – the last in Tamar?", "2014", True),
        ("When did Ostia – a port – close?", "2014", False),
        ("When did Ostia lose 3–4 ships?", "2014", False),
        # damaged, glued, dangling, too long
        ("When did Ostia close its port.The mayor left?", "2014", True),
        ("When did Ostia close its port In Tamar?", "2014", True),
        ("When is the port of Ostia expected to be?", "2014", True),
        ("When did exports of Ostia peak in week 11 ()?", "2014", True),
        ("In which year did thatOstia close its port?", "2014", True),
        ("When did Ostia celebrate its 100 anniversary?", "2014", True),
        ("When did Ostia celebrate its 100th anniversary?", "2014", False),
        ("When did Ostia close" + " the port" * 30 + "?", "2014", True),
        ("In which year did Ostia close it?", "port.The mayor", True),
        ("When did Ostia close its port. ..?", "2014", True),
        # of itself, inside a quotation, across a dash, begun in its middle
        ("Which country is a country that sold its port?", "Ostia", True),
        ("“Which country sold its port”?", "Ostia", True),
        ("When did Ostia sell its port - until then?", "2014", True),
        ("IT WAS Ostia that sold its port.", "2014", True),
        # torn out of a quotation
        ("When did Ostia call “” a joke?", "2014", True),
        ('When did Ostia call " " a joke?', "2014", True),
        ("When did Ostia call “its port,” sold?", "2014", True),
    ],
)
def test_refused(prompt: str, answer: str, refused: bool, parsers: Parsers) -> None:
    good = by_rule(parsers, "dates/inversion", "Ostia closed its last mine in 2014.")
    assert gates.refused(replace(good, prompt=prompt, answer=answer)) is refused


@pytest.mark.parametrize(
    "text",
    [
        "“We closed the Tamar dam in 2014,” the mayor of Ostia said.",
        "Our port in Ostia leased 14 cranes in 2014.",
        "I signed the Harbour Treaty of Ostia in 2014.",
    ],
)
def test_what_speaks_for_itself_is_refused(text: str, parsers: Parsers) -> None:
    assert [c for c in candidates(parsers, text) if c.form != "open"] == []


@pytest.mark.parametrize(
    "text",
    [
        "14 cranes in the port of Ostia.",
        "Sale of the Tamar dam to Verra in 2014.",
        "Closing the port of Ostia in 2014",
    ],
)
def test_what_is_no_sentence_takes_no_gap(text: str, parsers: Parsers) -> None:
    assert candidates(parsers, text) == ()


@pytest.mark.parametrize("end", ["", ":", ",", ";"])
def test_a_sentence_that_was_cut_off_takes_no_gap(end: str, parsers: Parsers) -> None:
    text = f"Ostia closed the Tamar dam in 2014 and sold the port{end}"
    assert not [c for c in candidates(parsers, text) if c.rule.endswith("cloze-sentence")]


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("", True),
        ("“a” (b) [c] – d –", True),
        ("3–4", True),
        ("“a", False),
        ("(a", False),
        ("[a", False),
        ("a – b", False),
        ('"a', False),
    ],
)
def test_whole(text: str, whole: bool) -> None:
    assert gates.whole(text) is whole


@pytest.mark.parametrize(
    "text",
    [
        "Anna Reyes of Ostia, 50, who is insured by Verra.",
        "While 44% of the ports of Ostia were open in May.",
    ],
)
def test_half_a_sentence_takes_no_gap(text: str, parsers: Parsers) -> None:
    assert not [c for c in candidates(parsers, text) if c.rule == "numbers/cloze-sentence"]


def test_a_sentence_that_quotes_may_be_asked_whole(parsers: Parsers) -> None:
    text = "Ostia said that 40% of its ports “have no crane,” although 300 ships call in Tamar."
    found = {c.answer for c in candidates(parsers, text) if c.rule == "numbers/cloze-sentence"}
    assert found == {"40%", "300"}
