"""Clauses taken apart: sentence and verb on the left, what is left of it on the right.

Both parsers must give the same, so no case leans on the taste of one of them.
"""

import pytest

from briefquiz.facts.clauses import (
    Clause,
    clause_of,
    finite_verbs,
    governing_verb,
)
from briefquiz.facts.relatives import is_safely_lifted
from briefquiz.nlp import Parsers
from briefquiz.questions.drafting.rendering import render
from tests.readings import read


def clauses(parsers: Parsers, sentence: str, verb: str, keep: str = "") -> list[Clause | None]:
    """The clause of the verb printed so, as each parser has it."""
    out = []
    for parsed in read(parsers, sentence):
        doc = parsed.blocks[0].doc
        token = next(t for t in doc if t.text == verb)
        out.append(clause_of(token, keep=[t for t in doc if t.text in keep.split()]))
    return out


def texts(parsers: Parsers, sentence: str, verb: str, keep: str = "") -> set[str]:
    found = clauses(parsers, sentence, verb, keep)
    return {"" if clause is None else render(clause.tokens) for clause in found}


DROPPED = [
    # appositions, relative clauses, brackets, participles: asides
    ("The bank, a small lender, raised rates in 2019.", "raised", "The bank raised rates in 2019"),
    ("Ostia, which joined in 2014, closed its port.", "closed", "Ostia closed its port"),
    ("Ostia, whose port is old, sells tin.", "sells", "Ostia sells tin"),
    ("The law bans ships, which carry oil.", "bans", "The law bans ships"),
    ("The bridge (opened in 1998) carries trains.", "carries", "The bridge carries trains"),
    ("The bank raised rates (twice) in 2019.", "raised", "The bank raised rates in 2019"),
    ("Ostia – a small port – sells tin.", "sells", "Ostia sells tin"),
    ("The fleet sailed north, leaving the port empty.", "sailed", "The fleet sailed north"),
    ("Hit by storms, the fleet stayed in Ostia.", "stayed", "the fleet stayed in Ostia"),
    ("Ostia, hit by storms, closed its port.", "closed", "Ostia closed its port"),
    # reasons and obstacles set off by a comma
    ("The ferry stopped on Monday, because ice closed the bay.", "stopped",
     "The ferry stopped on Monday"),
    ("Because ice closed the bay, the ferry stopped.", "stopped", "the ferry stopped"),
    ("Although fares rose, traffic grew in Ostia.", "grew", "traffic grew in Ostia"),
    ("Ostia sells tin, although prices fell.", "sells", "Ostia sells tin"),
    ("While Ostia sells tin, Verra buys wool.", "buys", "Verra buys wool"),
    ("Ostia signed the treaty in 2011, while Verra refused.", "signed",
     "Ostia signed the treaty in 2011"),
    # whose word it is, and words that only lead over
    ("According to the ministry, Ostia closed its port in May.", "closed",
     "Ostia closed its port in May"),
    ("Ostia closed its port in May, according to the ministry.", "closed",
     "Ostia closed its port in May"),
    ("However, Ostia closed its port.", "closed", "Ostia closed its port"),
    ("Ostia, however, closed a mine in 2016.", "closed", "Ostia closed a mine in 2016"),
    ("For example, Ostia closed a mine in 2016.", "closed", "Ostia closed a mine in 2016"),
    ("Ostia also closed its port.", "closed", "Ostia closed its port"),
    ("Ostia closed its mine; however, Verra opened a port.", "opened", "Verra opened a port"),
    ("The vote was clear: in addition, Verra opened a port.", "opened", "Verra opened a port"),
    # "further" before a bare subject compares with nothing in the clause
    ("Additional pressure came from Verra in 2014.", "came", "pressure came from Verra in 2014"),
    ("Further talks were held in Ostia in 2014.", "held", "talks were held in Ostia in 2014"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "verb", "left"), DROPPED)
def test_dropped(sentence: str, verb: str, left: str, parsers: Parsers) -> None:
    assert texts(parsers, sentence, verb) == {left}
    for clause in clauses(parsers, sentence, verb):
        assert clause is not None
        assert clause.dropped


KEPT = [
    ("Sales (excluding lignite) fell in Ostia.", "fell"),
    ("Ostia bought ships to carry grain.", "bought"),
    ("Ostia is closing the mine to save money.", "closing"),
    ("The law bans ships that carry oil.", "bans"),
    ("Verra closed the quay where the ship sank.", "closed"),
    ("The mayor opposed the plan whose costs had doubled.", "opposed"),
    ("Ostia sells tin, wool, timber and fish to Verra.", "sells"),
    ("Ostia sold the mine, the port and the railway to Verra.", "sold"),
    ("The treaty was signed by Ostia, Verra and Tamar in 2011.", "signed"),
    ("Ostia will join if Verra leaves the union.", "join"),
    ("If Verra leaves, Ostia will join the union.", "join"),
    ("Unless Verra pays, Ostia will close the port.", "close"),
    ("When Verra left, Ostia closed the port.", "closed"),
    ("Given the frost, Ostia stopped its buses.", "stopped"),
    ("Ostia stopped the ferry, so that trucks had to wait.", "stopped"),
    ("The ferry stopped because ice closed the bay.", "stopped"),
    ("Prices fell in May, a month after the strike.", "fell"),
    ("Ostia lost its fleet, including 14 tankers.", "lost"),
    ("Ostia did not sign the treaty in 2014.", "sign"),
    ("The ministry said that the port had closed in May.", "said"),
    # nothing is taken out of a quotation
    ("Ostia called the plan “a joke, however sad” in 2014.", "called"),
    ("Ostia called the plan “a joke (a bad one)” in 2014.", "called"),
    # counted or introduced, "further" says something
    ("Three additional ships left Ostia in 2014.", "left"),
    ("The further talks were held in Ostia.", "held"),
    # whole lists
    ("Prices rose because of frost, as well as strikes.", "rose"),
    ("The shortage stems from a poor harvest and from the strike.", "stems"),
]


@pytest.mark.parametrize(("sentence", "verb"), KEPT)
def test_kept_whole(sentence: str, verb: str, parsers: Parsers) -> None:
    wanted = sentence.rstrip(".").replace(", ", " ")
    found = texts(parsers, sentence, verb)
    assert {text.replace(", ", " ") for text in found} == {wanted}


CUT = [
    # joined verbs share subject, auxiliaries and what is fronted
    ("In 2023, Ostia closed a mine and opened a port.", "closed", "In 2023 Ostia closed a mine"),
    ("In 2023, Ostia closed a mine and opened a port.", "opened", "In 2023 Ostia opened a port"),
    ("In 2023, Ostia closed a mine and opened a port in 2024.", "opened",
     "Ostia opened a port in 2024"),
    ("The council will close the school and sell the land.", "close",
     "The council will close the school"),
    ("The council will close the school and sell the land.", "sell",
     "The council will sell the land"),
    ("Ostia has sold its mine and has bought a port.", "bought", "Ostia has bought a port"),
    ("Ostia was praised and was paid by Verra.", "paid", "Ostia was paid by Verra"),
    ("Ostia closed the mine, but Verra kept its port.", "closed", "Ostia closed the mine"),
    ("Ostia closed the mine, but Verra kept its port.", "kept", "Verra kept its port"),
    # either side of a semicolon or a colon
    ("Ostia closed its port; Verra opened a mine.", "closed", "Ostia closed its port"),
    ("Ostia closed its port; Verra opened a mine.", "opened", "Verra opened a mine"),
    ("The vote was clear: Ostia left the union.", "was", "The vote was clear"),
    ("The vote was clear: Ostia left the union.", "left", "Ostia left the union"),
    # reported clauses
    ("The ministry said that Ostia had closed the port in May.", "closed",
     "Ostia had closed the port in May"),
    ("The mayor said Verra had closed the mine in 2014.", "closed",
     "Verra had closed the mine in 2014"),
    # between subject and verb: it can stand in front
    ("The bank, in a note of May 2021, warned the mayor.", "warned",
     "in a note of May 2021 The bank warned the mayor"),
    ("The council, on 4 May 2021, closed the school.", "closed",
     "on 4 May 2021 The council closed the school"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "verb", "left"), CUT)
def test_cut_out(sentence: str, verb: str, left: str, parsers: Parsers) -> None:
    assert texts(parsers, sentence, verb) == {left}


LIFTED = [
    ("Ostia, which joined in 2014, closed its port.", "joined", "Ostia joined in 2014", True),
    ("The envoy met Anna Reyes, who signed the treaty in 2015.", "signed",
     "Anna Reyes signed the treaty in 2015", True),
    ("Anna Reyes, who led the union until 2019, signed the treaty.", "led",
     "Anna Reyes led the union until 2019", True),
    ("Verra opposed the plan, which Ostia had proposed in 2012.", "proposed",
     "Ostia had proposed the plan in 2012", True),
    ("Ostia bought 14 ships that Verra had built in 2012.", "built",
     "Verra had built 14 ships in 2012", False),
    ("The law bans ships that carry oil.", "carry", "ships carry oil", False),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "verb", "left", "safe"), LIFTED)
def test_relative_clauses_get_their_noun_back(
    sentence: str, verb: str, left: str, safe: bool, parsers: Parsers
) -> None:
    for clause in clauses(parsers, sentence, verb):
        assert clause is not None
        assert (render(clause.tokens), clause.lifted) == (left, True)
        assert is_safely_lifted(clause.verb) is safe


@pytest.mark.parametrize(
    ("sentence", "verb"),
    [
        ("Verra leased the port, whose cranes date from 1950.", "date"),
        ("Ostia, whose port is old, sells tin.", "is"),
        ("Verra closed the quay where the ship sank.", "sank"),
        ("When the port closed in 2014, Ostia lost its trade.", "closed"),
        ("The reason why Ostia left is unclear.", "left"),
    ],
)
def test_what_leans_on_a_noun_outside_is_not_cut_out(
    sentence: str, verb: str, parsers: Parsers
) -> None:
    assert texts(parsers, sentence, verb) == {""}


@pytest.mark.parametrize(
    ("sentence", "verb", "keep", "left"),
    [
        ("Ostia, which joined in 2014, closed its port.", "closed", "2014", ""),  # refused
        ("The bridge (opened in 1998) carries trains.", "carries", "1998",
         "The bridge (opened in 1998) carries trains"),
        ("According to Anna Reyes, Ostia closed its port.", "closed", "Reyes",
         "According to Anna Reyes Ostia closed its port"),
    ],
)  # fmt: skip
def test_nothing_that_holds_the_answer_is_dropped(
    sentence: str, verb: str, keep: str, left: str, parsers: Parsers
) -> None:
    assert texts(parsers, sentence, verb, keep) == {left}


def test_the_pieces_of_a_clause(parsers: Parsers) -> None:
    sentence = "In 2023, Ostia, a port, has slowly been closing its mines, among them Tamar."
    for clause in clauses(parsers, sentence, "closing"):
        assert clause is not None
        assert [render(group) for group in clause.fronted] == ["In 2023"]
        assert render(clause.subject) == "Ostia"
        assert [token.text for token in clause.auxiliaries] == ["has", "been"]
        assert render(clause.rest).startswith("has slowly been closing its mines")
        assert render(clause.dropped) == "a port"
        assert clause.subject_head is not None
        assert (clause.subject_head.text, clause.lifted) == ("Ostia", False)


@pytest.mark.parametrize(
    ("sentence", "verbs"),
    [
        ("Ostia has cut tariffs, and Verra will raise wages to save jobs.", ["cut", "raise"]),
        ("The bank was closed by Ostia, which is poor.", ["closed", "is"]),
        ("Having closed its port, Ostia wanted to sell tin.", ["wanted"]),
        ("A port in Ostia.", []),
    ],
)
def test_finite_verbs(sentence: str, verbs: list[str], parsers: Parsers) -> None:
    for parsed in read(parsers, sentence):
        found = [verb.text for verb in finite_verbs(parsed.blocks[0].sentences[0])]
        assert found == verbs


@pytest.mark.parametrize(
    ("sentence", "word", "verb"),
    [
        ("Ostia closed its last mine in 2014.", "2014", "closed"),
        ("Ostia said that Verra had sold 14 cranes.", "14", "sold"),
        ("Ostia has closed.", "closed", "closed"),
        ("A port in Ostia.", "Ostia", ""),
    ],
)
def test_governing_verb(sentence: str, word: str, verb: str, parsers: Parsers) -> None:
    for parsed in read(parsers, sentence):
        found = governing_verb(next(t for t in parsed.blocks[0].doc if t.text == word))
        assert (found.text if found is not None else "") == verb


@pytest.mark.parametrize(
    ("sentence", "verb"),
    [
        ("Had Ostia paid in 2014, Verra would have left.", "paid"),  # a condition
        ("Did Ostia know in 2014?", "know"),  # a question
        (
            "The mayor (a doctor) and the envoy signed the treaty.",
            "signed",
        ),  # misread: two subjects
    ],
)
def test_what_states_nothing_is_not_cut_out(sentence: str, verb: str, parsers: Parsers) -> None:
    assert texts(parsers, sentence, verb) == {""}


@pytest.mark.xfail(reason="a noun put back as object keeps its capital: The (inverted() lowers it)")
def test_a_noun_put_back_inside_loses_its_capital(parsers: Parsers) -> None:
    sentence = "The union, which Ostia joined in 2014, has 14 members."
    assert texts(parsers, sentence, "joined") == {"Ostia joined the union in 2014"}


@pytest.mark.xfail(reason="the second of two joined relative verbs loses the object it shares")
def test_joined_relative_clauses(parsers: Parsers) -> None:
    sentence = "The union, which Ostia joined in 2014 and Verra left in 2016, has 14 members."
    assert "Verra left in 2016" not in texts(parsers, sentence, "left")


@pytest.mark.xfail(reason="a subject's aside that stays loses the comma behind it")
def test_an_aside_that_stays_keeps_both_commas(parsers: Parsers) -> None:
    sentence = "Ostia, home to 40,000 Tamars, closed its port."
    assert texts(parsers, sentence, "closed", "40,000") == {sentence.rstrip(".")}
