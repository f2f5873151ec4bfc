"""Facts as `briefquiz facts` shows them: fields, short names, chains, order and number."""

import pytest

from briefquiz import facts
from briefquiz.facts import geography, ranking
from briefquiz.facts.parsed import ParsedBrief
from briefquiz.nlp import Parsers
from tests.readings import brief_of, read


def rows_of(parsers: Parsers, *paragraphs: str) -> list[facts.Row]:
    return facts.found(read(parsers, *paragraphs))


def row_of(parsers: Parsers, kind: str, *paragraphs: str) -> facts.Row:
    return next(row for row in rows_of(parsers, *paragraphs) if row["kind"] == kind)


COMMON = {
    "kind", "answer", "evidence", "para", "hedge", "attribution", "clause", "refers", "unresolved",
    "self_contained",
}  # fmt: skip

# Kind, sentence, what only this kind has.
OWN = [
    ("date", "Ostia closed its mine on 9 August 2022.",
     {"precision": "day", "first": "2022-08-09", "last": "2022-08-09", "preposition": "on"}),
    ("number", "Output in Ostia fell by $1.2 million a year.",
     {"value": "1200000", "upper": "", "unit": "$", "rate": "a year", "role": "change", "of": ""}),
    ("number", "Ostia leased 14 new cranes.",
     {"value": "14", "upper": "", "unit": "", "rate": "", "role": "", "of": "new cranes"}),
    ("number", "Verra buys 12% of the exports of Ostia.",
     {"value": "12", "upper": "", "unit": "%", "rate": "", "role": "",
      "of": "the exports of Ostia"}),
    ("actor", "Anna Reyes closed the port.",
     {"role": "doer", "class": "person", "did": "closed the port"}),
    ("cause", "The ferry stopped because ice closed the bay.",
     {"cause": "ice closed the bay", "effect": "The ferry stopped", "connective": "because",
      "relation": "cause"}),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "sentence", "own"), OWN)
def test_each_kind_has_its_fields(
    kind: str, sentence: str, own: dict[str, str], parsers: Parsers
) -> None:
    row = row_of(parsers, kind, sentence)
    assert row.keys() == COMMON | own.keys()
    assert {key: row[key] for key in own} == own
    assert (row["evidence"], row["para"]) == (sentence, 1)


# Paragraphs, kind of the fact in the last, what its short names stand for, what stays open.
REFERENCES = [
    (["The Harbour Relief Fund (HRF) met.", "HRF closed two ports in 2014."],
     {"HRF": "Harbour Relief Fund"}, []),
    (["President Anna Reyes of Verra spoke on Monday.", "Reyes closed two ports in 2014."],
     {"Reyes": "Anna Reyes"}, []),
    (["The Ministry of Works met.", "The ministry leased a crane in 2014."],
     {"The ministry": "The Ministry of Works"}, []),
    (["Ostia slept.", "Moscow closed the strait of Verra in 2014."],
     {"Moscow": "the government of Russia"}, []),
    (["Ostia slept.", "They closed the port of Verra in 2014."], {}, ["They"]),
    (["Ostia slept.", "These measures closed the port of Verra in 2014."], {}, ["These measures"]),
    (["Ostia slept.", "The committee closed the port of Verra in 2014."], {}, ["The committee"]),
    (["Ostia slept.", "Verra closed the port of Tamar in 2014."], {}, []),
]  # fmt: skip


@pytest.mark.parametrize(
    ("paragraphs", "refers", "unresolved"), REFERENCES, ids=[case[0][1] for case in REFERENCES]
)
def test_what_short_names_stand_for(
    paragraphs: list[str], refers: dict[str, str], unresolved: list[str], parsers: Parsers
) -> None:
    row = row_of(parsers, "date", *paragraphs)
    assert (row["refers"], row["unresolved"]) == (refers, unresolved)
    assert row["self_contained"] is (not unresolved)


def test_a_chain_goes_on_where_an_argument_ends(parsers: Parsers) -> None:
    first, second = (
        "The long drought led to a sharp rise in flour prices.",
        "The sharp rise in flour prices triggered protests in Ostia.",
    )
    rows = [row for row in rows_of(parsers, first, second) if row["kind"] == "cause"]
    by_para = {row["para"]: row for row in rows}
    assert by_para[1]["leads_to"] == by_para[2]["answer"]
    assert "leads_to" not in by_para[2]


def test_the_important_come_first(parsers: Parsers) -> None:
    rows = rows_of(
        parsers,
        "Ostia slept. Verra slept.",
        "Tamar slept.",
        "Traders sold wool. Anna Reyes closed the port on 9 August 2022 because ice came.",
    )
    assert [row["kind"] for row in rows][:2] == ["date", "cause"]
    assert rows[-1]["answer"] == "Traders"


def test_a_short_brief_gives_sixty_facts_at_most(parsers: Parsers) -> None:
    text = " ".join(f"Ostia sold {number} cranes to Verra." for number in range(100, 190))
    assert len(text.split()) < ranking.PER_WORDS
    assert len(rows_of(parsers, text)) == ranking.MOST == 60


def test_facts_of_one_parse_come_kind_by_kind(parsers: Parsers) -> None:
    text = "In 2014, Anna Reyes leased 14 cranes because ice closed the bay."
    parsed: ParsedBrief
    for parsed in parsers.both(brief_of(text, "In 2015, Anna Reyes leased 12 ships.")):
        kinds = [fact.kind for fact in facts.extract(parsed)]
        assert kinds == sorted(kinds, key=["date", "number", "actor", "cause"].index)
        assert set(kinds) == {"date", "number", "actor", "cause"}


def test_the_same_facts_from_the_same_brief(parsers: Parsers) -> None:
    text = "In 2014, Anna Reyes leased 14 cranes because ice closed the bay."
    assert rows_of(parsers, text) == rows_of(parsers, text)


@pytest.mark.parametrize(
    ("capital", "country"),
    [("Moscow", "Russia"), ("Astana", "Kazakhstan"), ("Washington", "United States")],
)
def test_a_capital_stands_for_its_government(capital: str, country: str) -> None:
    assert geography.capitals()[capital] == country


@pytest.mark.parametrize("name", ["Kazakhstan", "Russia", "Côte d'Ivoire", "United States"])
def test_country_names(name: str) -> None:
    assert name in geography.country_names()
