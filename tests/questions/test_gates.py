"""What speaks against a question: a sentence a gate, and sentences nothing speaks against."""

import pytest

from briefquiz import facts
from briefquiz.nlp import Parsers
from briefquiz.questions.drafting import gates
from briefquiz.questions.drafting.agreement import worded
from tests.questions.drafts import by_rule, candidates
from tests.readings import read

# Gate, sentence, rule of the wording, words of the doubt.
DOUBTED = [
    ("pronoun", "It closed the Tamar dam in 2014.", "dates/inversion", "“it” may point outside"),
    ("pronoun", "Its fleet sank near Tamar in 2014.", "dates/inversion", "“its” may point outside"),
    ("pointer", "Ostia closed this dam in 2014.", "dates/inversion", "“this dam” points outside"),
    ("pointer", "These ports of Ostia closed in 2014.", "dates/inversion", "“these ports” points"),
    ("pointer", "Ostia closed that dam of Tamar in 2014.", "dates/inversion", "“that dam” points"),
    ("answer", "Ostia closed the Tamar dams because he had seen them.", "causes/why",
     "“he” in the answer points elsewhere"),
    ("answer", "The report caused a strike in Ostia.", "causes/subject", "too little as an answer"),
    ("time", "Verra bought 14 cranes last year.", "numbers/how-many-object",
     "“last year” depends on the day"),
    ("time", "Verra is now the owner of the Tamar dam, which it bought in 2014.",
     "dates/cloze-sentence", "“now” depends on the day"),
    ("definite", "Ostia closed the dam in 2014.", "dates/inversion", "“the dam” may mean more"),
    ("definite", "The Council closed the port of Tamar in 2014.", "dates/inversion",
     "“the council” may mean more"),
    ("comparing", "Ostia closed another dam in Tamar in 2014.", "dates/inversion",
     "“another” compares"),
    ("nameless", "A fleet of old ships sank near a small island in 2014.", "dates/inversion",
     "names nobody"),
    ("thin", "Ostia rose in 2014.", "dates/inversion", "says very little"),
    ("long", "In 2014, Verra bought a dam" + " near a port" * 12 + ".", "dates/cloze-sentence",
     "is long"),
    ("figure", "The exports of Ostia fell by 12% in 2023.", "dates/inversion", "gives a figure"),
    ("small", "Ostia has two cranes.", "numbers/cloze-sentence", "a very small number"),
    ("repeated", "The LAV-25 of Ostia has carried a gun of 25 mm since 2014.",
     "numbers/cloze-sentence", "“25” stands in the question too"),
    ("unsaid", "Anna Reyes of Ostia testified near the Tamar dam in 2014.", "dates/inversion",
     "does not say what was said"),
    ("says", "Anna Reyes said that the Tamar dam of Ostia was safe.", "actors/person",
     "who said so"),
    ("hearsay", "Ostia reportedly closed the Tamar dam in 2014.", "dates/inversion",
     "only reported"),
    ("undated", "The port of Ostia leased 300 cranes.", "numbers/how-many-object", "says no date"),
    ("listed", "Ostia gave three reasons for the Tamar strike.", "numbers/how-many-object",
     "a count of reasons"),
    ("listed", "Ostia lost three ports in Verra: Tamar, Kest and Lund.",
     "numbers/cloze-sentence", "a list that follows"),
    ("calculable", "In 2014, Ostia sold [[40%]] of its tin for $3 million, or €2 million.",
     "numbers/cloze-sentence", "other figures"),
    ("aside", "The port of Tamar, which has 14 cranes, was sold to Verra in 2014.",
     "numbers/cloze-sentence", "stands in an aside"),
    ("planned", "Ostia would close the Tamar dam in 2030.", "dates/inversion",
     "the date of the plan"),
    ("abbreviation", "The QRT of Ostia closed the Tamar dam in 2014.", "dates/inversion",
     "“qrt” is not explained"),
    ("condition", "If Verra leaves the Harbour Treaty in 2030, Ostia will close its port.",
     "dates/inversion", "the brief says “if”"),
    ("lifted", "Ostia bought 14 ships that Verra had built in the port of Tamar in 2012.",
     "dates/inversion", "taken out of a relative clause"),
    ("described", "The council of Ostia sold a 30-year lease to Verra.",
     "numbers/cloze-sentence", "only describes something"),
    ("several", "Ostia spent $40 million on cranes, $12 million on ships and $3 million on sheds.",
     "numbers/how-much", "other figures of a list"),
    ("known in answer", "Ostia closed the Tamar dam because the smelter had leaked.",
     "causes/why", "“the smelter” in the answer"),
    ("sample", "A survey asked 640 farmers in Ostia about the Tamar dam.",
     "numbers/cloze-sentence", "the size of a sample"),
    ("statistic", "The exports of Ostia to Verra, worth $40 million in 2019, grew.",
     "dates/cloze-sentence", "the year of a figure"),
    ("state", "Ostia was closing its ports in 2014.", "dates/inversion", "other times too"),
    ("state", "Tin represented the largest export of Ostia in 2014.", "dates/inversion",
     "other times too"),
    ("opinion", "The toll of 40 per cent in Ostia is too low.", "numbers/cloze-sentence",
     "an opinion"),
    ("partly", "The blackout in Ostia was also caused by a broken cable.", "causes/inverse",
     "the brief says “also”"),
    ("vague", "In 2014, Verra sold thousands of cranes to Ostia.", "numbers/cloze-sentence",
     "no figure to learn"),
    ("vague", "In 2014, Verra sold only a handful of cranes to Ostia.", "numbers/cloze-sentence",
     "no figure to learn"),
    ("personal", "Four months after leaving Ostia, Anna Reyes opened a shop in Verra.",
     "numbers/cloze-sentence", "tells of one person"),
    ("precise", "In 2014, Verra sold 14,213 cranes to Ostia.", "numbers/how-many-object",
     "to the last digit"),
    ("some year", "The port of Tamar leased 400 cranes in May.", "numbers/how-many-object",
     "says no year"),
    ("minor", "In 2014, Verra paid $40 million for the Tamar dam.", "numbers/how-much",
     "a small sum"),
    ("comparing", "The debt of Ostia is larger at 40% of trade.", "numbers/cloze-sentence",
     "“larger” compares"),
    ("lasting", "In 2014, the fleet of Ostia lay in the port of Tamar for three weeks.",
     "numbers/cloze-sentence", "how long something lasts"),
    ("state", "Ostia leased the Tamar dam until 2014.", "dates/inversion", "went on"),
    ("few", "In 2014, the port of Tamar lost [[14]] cranes to Ostia.", "numbers/cloze-sentence",
     "a count of a few"),
    ("crowded", "In 2014, Ostia sold [[$40 million]] of tin, $3 million of wool, 12% of its fish.",
     "numbers/cloze-sentence", "one figure among many"),
    ("quantified", "Many mills of Ostia closed in 2014.", "dates/inversion",
     "nobody in particular"),
    ("figure", "Ostia sold a plant of 40GW to Verra in 2014.", "dates/inversion",
     "gives a figure"),
    ("score", "Ostia scored [[2.4]] in the Harbour Index of 2014.", "numbers/cloze-sentence",
     "without a unit"),
    ("sized", "In 2014, Ostia opened a [[60MW]] wind farm near Tamar.",
     "numbers/cloze-sentence", "only the size"),
    ("aside", "Since Verra closed the Tamar dam in 2013, Ostia has sold no tin.",
     "dates/inversion", "a side clause"),
    ("converted", "In 1950, Verra sold its dam for $3 million, or [[about $40 million]] today.",
     "numbers/cloze-sentence", "the money of another year"),
    ("compared", "The exports of Ostia rose in 2023 from 2022.", "dates/cloze-sentence",
     "compared with"),
    ("held", "There are 14 cranes in Verra, although, as of May 2014, most of them stand idle.",
     "numbers/cloze-clause", "the brief says “as of may 2014”"),
    ("paired", "Anna Reyes and Ilse Marant of Ostia led it for 9 and [[14 years]], respectively.",
     "numbers/cloze-sentence", "half of a pair"),
    ("paired", "Ostia sold its ports in [[May 2014]] and June 2016.", "dates/cloze-sentence",
     "half of a pair"),
    ("aside", "Ostia sold its dam, although 14 cranes had sunk near Tamar.",
     "numbers/cloze-sentence", "stands in a side clause"),
    ("described", "A 15-year-old from Ostia found the wreck near Tamar.",
     "numbers/cloze-sentence", "only describes something"),
    ("figure", "Ostia sold 2,600 cranes to Verra in 2014.", "dates/inversion", "gives a figure"),
    ("former", "The exports of Ostia rose to 12% of trade, up from [[9%]] in 2019.",
     "numbers/cloze-sentence", "an earlier time"),
    ("month", "Ostia closed the Tamar dam in May.", "dates/inversion", "without its year"),
    ("population", "Tamar, home to 40,000 people, sold its harbour to Ostia.",
     "numbers/cloze-sentence", "told in passing"),
    ("counted", "The two Ostian firms sold 14 cranes in 2014.", "numbers/how-many-object",
     "“the two” leaves open"),
    ("counted", "One monitoring group found 14 wrecks near Tamar in 2014.",
     "numbers/how-many-object", "“one group” is not named"),
    ("definite", "The armed group sold 14 cranes to Ostia in 2014.", "numbers/how-many-object",
     "“the group” may mean more"),
    ("pointer", "After that, Ostia sold 14 cranes in 2014.", "numbers/cloze-sentence",
     "“that” points outside"),
    ("sample", "The sample of Ostia's farmers was drawn in May 2014.", "dates/inversion",
     "a detail of a survey"),
    ("listed", "Ostia gave 14 sources of its tin to Verra in 2014.", "numbers/how-many-object",
     "a count of sources"),
    ("supposed", "With a dam, Ostia would have saved 40% of its tin in 2014.",
     "numbers/cloze-sentence", "would have been"),
    ("latest", "The Tamar dam was last opened by Ostia in 2014.", "dates/inversion",
     "until it happens again"),
    ("unparticular", "The Ministry of Works opened a large dam.", "actors/body",
     "many may have done that"),
    ("tells", "The Tamar Harbour Agency sold the harbour of Tamar.", "actors/body",
     "“harbour” gives the answer away"),
]  # fmt: skip


@pytest.mark.parametrize(("gate", "sentence", "rule", "words"), DOUBTED)
def test_doubted(gate: str, sentence: str, rule: str, words: str, parsers: Parsers) -> None:
    marked, gap, rest = sentence.partition("[[")
    plain = marked + rest.replace("]]", "")
    found = [c for c in candidates(parsers, plain) if c.rule == rule]
    if gap:
        found = [c for c in found if c.prompt == sentence]
    assert found
    for candidate in found:
        assert any(words in doubt.lower() for doubt in candidate.doubts), candidate


def test_every_gate_has_a_case() -> None:
    assert {gate.name for gate in gates.GATES} == {gate for gate, *_ in DOUBTED} | {
        "placeless",
        "title",
        "year",
        "exact",
        "in title",
    }
    assert {gate.name for gate in gates.GATES} >= gates.POINTING


@pytest.mark.parametrize(
    ("sentence", "rule"),
    [
        ("Ostia closed its last mine in 2014.", "dates/inversion"),
        ("In 2014, Ostia closed its last mine.", "dates/inversion"),
        ("Ostia says it has 400 cranes.", "numbers/cloze-sentence"),
        ("The Harbour Agency closed the port of Ostia in 2014.", "dates/inversion"),
        ("Ostia closed the old dam at Tamar in 2014.", "dates/inversion"),
        ("Ostia dammed the river Tessa in 2014.", "dates/inversion"),
        ("The government of Ostia closed the Tamar dam in 2014.", "dates/inversion"),
        ("The economy of Ostia grew by 12% in 2014.", "numbers/by-how-much"),
        ("About 40,000 Tamars live in Verra.", "numbers/how-many-subject"),
        ("Anna Reyes signed the Harbour Act in Ostia.", "actors/person"),
        ("If Verra leaves in 2030, Ostia will sell its port.", "dates/cloze-sentence"),
        ("Traffic in Ostia stopped because of heavy frost in Verra.", "causes/why"),
        ("The UN of Ostia closed the Tamar dam in 2014.", "dates/inversion"),
    ],
)
def test_undoubted(sentence: str, rule: str, parsers: Parsers) -> None:
    assert by_rule(parsers, rule, sentence).doubts == ()


@pytest.mark.parametrize(
    ("title", "doubted"), [("Many bridges of Ostia", False), ("Many ports of Ostia", True)]
)
def test_the_title_introduces_what_it_names(title: str, doubted: bool, parsers: Parsers) -> None:
    found = by_rule(parsers, "dates/inversion", "Ostia closed the bridge in 2014.", title=title)
    assert bool(found.doubts) is doubted


@pytest.mark.parametrize(
    ("place", "doubted"), [("the government of Ostia", False), ("the government", True)]
)
def test_a_place_introduces_its_government(place: str, doubted: bool, parsers: Parsers) -> None:
    sentence = f"In 2014, {place} closed many old schools."
    found = by_rule(parsers, "dates/inversion", sentence)
    assert any("government" in doubt for doubt in found.doubts) is doubted


def test_a_relative_clause_behind_two_nouns_is_doubted(parsers: Parsers) -> None:
    sentence = "The port of Tamar, which has 14 cranes, was sold to Verra in 2014."
    for candidate in candidates(parsers, sentence):
        assert candidate.prompt != "How many cranes does Tamar have?" or candidate.doubts


def test_the_doubts_of_a_wording_are_those_that_gates_raise(parsers: Parsers) -> None:
    for parsed in read(parsers, "It closed the Tamar dam in 2014."):
        found = worded(facts.extract(parsed), parsed)
        candidate = next(c for c in found if c.rule == "dates/inversion")
        raised = gates.raised(candidate, parsed)
        assert raised.keys() & gates.POINTING == {"pronoun"}
        assert candidate.doubts == tuple(raised.values())
