"""What is found in a sentence: dates, numbers and actors with their clause, voice and evidence."""

from itertools import pairwise

import pytest

from briefquiz.brief import Block
from briefquiz.facts import actors, causes, dates, numbers
from briefquiz.facts.evidence import LONGEST, across, evidence_of
from briefquiz.nlp import Parsers
from briefquiz.quiz import Source
from tests.readings import read

# Answer, phrase, verb, hedge, attribution: what both parsers find.
DATES = [
    ("Ostia closed its last mine in 2014.", ["2014", "in 2014", "closed", "", ""]),
    ("Ostia signed the treaty on 9 August 2022.",
     ["9 August 2022", "on 9 August 2022", "signed", "", ""]),
    ("Verra has run the port since the 1990s.", ["the 1990s", "since the 1990s", "run", "", ""]),
    ("Ostia opened the talks at the April 11 meeting.", ["April 11", "April 11", "", "", ""]),
    ("The war of 2014 hurt Ostia.", ["2014", "of 2014", "", "", ""]),
    ("Around 2014, Ostia closed the mine.", ["2014", "2014", "", "around", ""]),
    ("Ostia reportedly closed the mine in 2014.",
     ["2014", "in 2014", "closed", "reportedly", ""]),
    ("The ministry said that Ostia may close the port by 2030.",
     ["2030", "by 2030", "close", "may", "The ministry said"]),
    ("Critics might argue that Ostia closed the port in 2014.",  # nobody says so yet
     ["2014", "in 2014", "closed", "", "Critics might argue"]),
    ("The port is projected to close in 2030.",  # it projects nothing
     ["2030", "in 2030", "close", "projected", ""]),
    ("According to the ministry, Ostia closed the mine in 2014.",
     ["2014", "in 2014", "closed", "", "according to the ministry"]),
    ("Ostia, which according to Verra joined in 2014, sells tin.",
     ["2014", "in 2014", "joined", "", "according to Verra"]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "wanted"), DATES)
def test_dates(sentence: str, wanted: list[str], parsers: Parsers) -> None:
    for parsed in read(parsers, sentence):
        (fact,) = dates.extract(parsed)
        phrase = "".join(token.text_with_ws for token in fact.phrase).strip()
        verb = fact.verb.text if fact.verb is not None else ""
        said = fact.attribution.text if fact.attribution is not None else ""
        assert [fact.answer, phrase, verb, fact.hedge, said] == wanted


@pytest.mark.parametrize(
    "sentence",
    [
        "Sales in Ostia rose by 15% compared with 2018.",
        "Ostia passed the 2014 budget.",
        "Ostia lost its port last year.",
        "Ostia may sell a port.",
    ],
)
def test_no_dates(sentence: str, parsers: Parsers) -> None:
    for parsed in read(parsers, sentence):
        assert list(dates.extract(parsed)) == []


# Answer, what is counted, verb, hedge.
NUMBERS = [
    ("Ostia leased 14 cranes.", ["14", "cranes", "leased", ""]),
    ("All 14 ports closed.", ["14", "ports", "closed", ""]),
    ("Ostia sent a 15-point proposal.", ["15", "proposal", "sent", ""]),
    ("Dozens of ports closed.", ["Dozens", "", "closed", ""]),
    ("One in four ports closed.", ["One in four", "", "closed", ""]),
    ("Three ministers closed the port.", ["Three", "ministers", "closed", ""]),
    ("About 1.4 million Tamars may live in Verra.",
     ["About 1.4 million", "Tamars", "live", "About, may"]),
    ("The Harbour Act set aside €40 million for cranes.", ["€40 million", "", "set", ""]),
    ("Ostia may lend up to $3 million a year.",
     ["up to $3 million a year", "", "lend", "up to, may"]),
    ("The exports of Ostia fell by 12%.", ["12%", "", "fell", ""]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "shared"),
    [
        ("About 400,000 Tamars live in camps, and up to 3 million may lose their homes.", "Tamars"),
        ("A million people live in Verra, and 300,000 were moved to Ostia.", "people"),
        ("Ostia closed its port, and up to 3 million may lose their homes.", ""),  # of what?
        ("About 400,000 Tamars live in camps, and up to 300,000 Ostians may move.", ""),
        ("About 400,000 Tamars live in camps, and Verra paid $3 million.", ""),
    ],
)
def test_a_bare_number_takes_over_what_the_clause_before_counts(
    sentence: str, shared: str, parsers: Parsers
) -> None:
    for parsed in read(parsers, sentence):
        fact = list(numbers.extract(parsed))[-1]
        assert (fact.shared.text if fact.shared is not None else "") == shared


@pytest.mark.parametrize(("sentence", "wanted"), NUMBERS)
def test_numbers(sentence: str, wanted: list[str], parsers: Parsers) -> None:
    for parsed in read(parsers, sentence):
        (fact,) = numbers.extract(parsed)
        counted = fact.counted.text if fact.counted is not None else ""
        verb = fact.verb.text if fact.verb is not None else ""
        assert [fact.answer, counted, verb, fact.hedge] == wanted
        assert fact.head.text == counted or not counted


@pytest.mark.parametrize(
    "sentence",
    [
        "The three ports closed.",  # known ones
        "The Seven Hills shook.",  # a name
        "The fleet has a 30-mm gun.",
        "Ostia closed its last mine in 2014.",
    ],
)
def test_no_numbers(sentence: str, parsers: Parsers) -> None:
    for parsed in read(parsers, sentence):
        assert list(numbers.extract(parsed)) == []


# Class, noun to ask with, answer, verb, attribution.
ACTORS = [
    ("Anna Reyes closed the port.", ["person", "", "Anna Reyes", "closed", ""]),
    ("France closed the port.", ["country", "", "France", "closed", ""]),
    ("The United Nations sent an envoy.", ["body", "", "The United Nations", "sent", ""]),
    ("The Ministry of Works closed the port.",
     ["body", "ministry", "The Ministry of Works", "closed", ""]),
    ("The envoy of Verra closed the port.", ["people", "", "The envoy of Verra", "closed", ""]),
    ("The envoy said that Anna Reyes had closed the port.",
     ["person", "", "Anna Reyes", "closed", "The envoy said"]),
    ("It is said that Anna Reyes closed the port.", ["person", "", "Anna Reyes", "closed", ""]),
    ("The union chose Anna Reyes, who had led Verra until 2019.",
     ["person", "", "Anna Reyes", "led", ""]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "wanted"), ACTORS)
def test_actors(sentence: str, wanted: list[str], parsers: Parsers) -> None:
    for parsed in read(parsers, sentence):
        rows = [
            [fact.actor_class, fact.noun, fact.answer, fact.verb.text, _said(fact)]
            for fact in actors.extract(parsed)
        ]
        assert wanted in rows


def _said(fact: actors.ActorFact) -> str:
    return fact.attribution.text if fact.attribution is not None else ""


# Role, class, answer, deed: what at least one parser finds.
ROLES = [
    ("France and Spain signed the treaty.",
     ("doer", "country", "France and Spain", "signed the treaty")),
    ("Three ministers closed the port.", ("doer", "people", "Three ministers", "closed the port")),
    ("The dissenters argued that the port was safe.",
     ("doer", "people", "The dissenters", "argued that the port was safe")),
    ("The Harbour Act bans night fishing.",
     ("doer", "law", "The Harbour Act", "bans night fishing")),
    ("WHO asked Ostia to open the port.", ("doer", "body", "WHO", "asked Ostia to open the port")),
    ("The port was closed by Anna Reyes.",
     ("agent", "person", "Anna Reyes", "The port was closed")),
    ("The bill, introduced by Senator Anna Reyes, closed the port.",
     ("agent", "person", "Senator Anna Reyes", "The bill, introduced")),
    ("According to the provincial hospital, eleven people died.",
     ("voice", "people", "the provincial hospital", "eleven people died")),
    ("The mayor claimed that the old bridge was safe.",
     ("word", "people", "the old bridge was safe", "The mayor claimed")),
    ("The mayor of Ostia, Anna Reyes, closed the port.",
     ("named", "person", "Anna Reyes", "The mayor of Ostia")),
    ("Governor Anna Reyes closed the port.", ("named", "person", "Anna Reyes", "Governor")),
    ("Verra feared France’s closing of the strait.",
     ("owner", "country", "France", "closing of the strait")),
    ("The union sued Anna Reyes.",
     ("affected", "person", "Anna Reyes", "The union sued Anna Reyes")),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "wanted"), ROLES, ids=lambda case: case[0])
def test_roles_of_actors(
    sentence: str, wanted: tuple[str, str, str, str], parsers: Parsers
) -> None:
    found = {
        (fact.role, fact.actor_class, fact.answer, fact.deed)
        for parsed in read(parsers, sentence)
        for fact in actors.extract(parsed)
    }
    assert wanted in found


@pytest.mark.parametrize(
    "sentence",
    [
        "The drought closed the port.",  # no actor
        "Closing the port was hard.",
        "The report describes the port.",  # a document is nobody
        "The tanker Eagle left the port.",
        "It closed the port.",
    ],
)
def test_no_actors(sentence: str, parsers: Parsers) -> None:
    for parsed in read(parsers, sentence):
        assert list(actors.extract(parsed)) == []


# Connective, frame, cause, effect, hedge.
CAUSES = [
    ("Damage due to floods cost Ostia millions.", []),  # says nothing of the main clause
    ("Since Ostia joined, trade has grown.", []),  # tells the time
    ("Ostia closed the port, not because ice came but to save money.", []),
    ("Ostia closed the port not only because ice came.", []),
    ("Ostia closed the port just because ice came.", []),
    ("Ostia sold wheat “because of a poor harvest” in Verra.", []),  # somebody's own words
    ("The mayor caused a sharp rise in prices.", []),  # an actor's deed is no cause
    ("It caused a sharp rise in prices.", []),
    ("Ostia made a change.", []),
    ("That’s because ice closed the port of Ostia.", []),  # what is?
    ("Ostia sails to save fuel.", []),  # a bare infinitive may be anything
    ("Ostia received a list of mills to call.", []),  # whom to call
    ("The toll did not affect the price of tin.", []),
    ("The rank of Ostia was raised by four places.", []),
    ("Ostia did little to help its mills.", []),
    ("The line is controlled by firms of Ostia.", []),  # nobody's doing
    ("Trade fell due to tolls, which Verra had raised.",
     ["due to", "why", "tolls", "Trade fell", ""]),
    ("Trade may have fallen because of the tolls.",
     ["because of", "why", "the tolls", "Trade may have fallen", "may"]),
    ("Ostia closed the bridge, forcing trucks onto the ferry.",
     ["forcing", "effect", "Ostia closed the bridge", "forcing trucks onto the ferry", ""]),
    ("Ostia closed the bridge, which forced trucks onto the ferry.",
     ["which forced", "effect", "Ostia closed the bridge", "forced trucks onto the ferry", ""]),
    ("Ostia could close the bridge, forcing trucks onto the ferry.", []),  # may never happen
    ("The tolls have had consequences for trade with Verra.",
     ["have consequences", "subject", "The tolls", "had consequences for trade with Verra", ""]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "wanted"), CAUSES)
def test_causes(sentence: str, wanted: list[str], parsers: Parsers) -> None:
    for parsed in read(parsers, sentence):
        found = [
            [fact.connective, fact.frame, fact.cause, fact.effect, fact.hedge]
            for fact in causes.extract(parsed)
        ]
        if not wanted:
            assert found == []
        else:
            assert found
            assert found[0][:3] == wanted[:3]
            assert wanted[3].endswith(found[0][3]) or found[0][3].endswith(wanted[3])
            assert found[0][4] == wanted[4]


def test_a_sequel_needs_a_sentence_before_it_in_the_same_paragraph(parsers: Parsers) -> None:
    sequel = "As a result, the ferry to Verra stopped."
    for parsed in read(parsers, "Ice closed the bay.", sequel):
        assert list(causes.extract(parsed)) == []
    for parsed in read(parsers, f"Ice closed the bay. {sequel}"):
        assert [fact.frame for fact in causes.extract(parsed)] == ["sequel"]


def test_evidence_is_the_sentence(parsers: Parsers) -> None:
    for parsed in read(parsers, "Verra slept. Ostia closed its mine in 2014. Tamar rose."):
        (fact,) = dates.extract(parsed)
        assert fact.evidence == Source("Ostia closed its mine in 2014.", 1)


LONG = ", ".join(f"the port of Ostia sold its wool to merchant {n}" for n in range(20)) + "."


def test_evidence_of_a_long_sentence_is_the_part_round_the_fact(parsers: Parsers) -> None:
    for parsed in read(parsers, LONG.replace("the", "The", 1)):
        (block,) = parsed.blocks
        sentence = max(block.sentences, key=lambda span: len(span.text))
        for index in (sentence.start, (sentence.start + sentence.end) // 2, sentence.end - 2):
            span = sentence.doc[index : index + 1]
            quote = evidence_of(block.block, sentence, span).quote
            assert quote in block.block.text
            assert span.text in quote
            assert len(quote.split()) <= LONGEST


@pytest.mark.parametrize(("words", "both"), [(20, True), (29, True), (31, False), (70, False)])
def test_two_sentences_are_evidence_unless_they_are_long(
    words: int, both: bool, parsers: Parsers
) -> None:
    sentences = [f"{word}{' port' * (words - 1)}." for word in ("Ostia", "Verra")]
    block = Block("paragraph", " ".join(sentences), 3)
    (parsed, _) = read(parsers, block.text)
    spans = [
        parsed.blocks[0].doc.char_span(block.text.index(text), block.text.index(text) + len(text))
        for text in sentences
    ]
    assert all(span is not None for span in spans)
    for first, second in pairwise(spans):
        wanted = block.text if both else sentences[1]
        assert across(block, first, second) == Source(wanted, 3)  # type: ignore[arg-type]
