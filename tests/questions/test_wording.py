"""From a sentence to a question and its answer, both parsers agreed."""

import pytest

from briefquiz.facts.openers import OPENERS
from briefquiz.nlp import Parsers
from briefquiz.questions.drafting.agreement import DISAGREED
from briefquiz.questions.drafting.causes import FRAMES
from briefquiz.questions.drafting.choosing import PROVEN, WEAK
from tests.questions.drafts import candidates


def assert_worded(parsers: Parsers, sentence: str, rule: str, prompt: str, answer: str) -> None:
    found = {(c.rule, c.prompt, c.answer.lower()): c for c in candidates(parsers, sentence)}
    key = (rule, prompt, answer.lower())
    assert key in found, list(found)
    assert DISAGREED not in found[key].doubts


# What a date of each precision is asked with: sentence, opening, answer.
DATES = [
    ("on 9 August 2022", "On which date", "9 August 2022"),
    ("on August 9, 2022", "On which date", "August 9, 2022"),
    ("on 9 January", "On which day and month", "9 January"),
    ("in October 2023", "In which month and year", "October 2023"),
    ("in May", "In which month", "May"),
    ("in 2014", "In which year", "2014"),
    ("by 2014", "By which year", "2014"),
    ("until 2014", "Until which year", "2014"),
    ("in the third quarter of 2023", "In which quarter", "the third quarter of 2023"),
    ("in the 1990s", "In which decade", "the 1990s"),
    ("in the 16th century", "In which century", "the 16th century"),
    ("in the second half of 2021", "When", "the second half of 2021"),
    ("in the spring of 2020", "When", "the spring of 2020"),
    ("in early 2022", "When", "early 2022"),
    ("in 2022-23", "When", "2022-23"),
]


@pytest.mark.parametrize(("phrase", "opening", "answer"), DATES)
def test_dates(phrase: str, opening: str, answer: str, parsers: Parsers) -> None:
    sentence = f"Ostia closed the Tamar dam {phrase}."
    prompt = f"{opening} did Ostia close the Tamar dam?"
    assert_worded(parsers, sentence, "dates/inversion", prompt, answer)
    gap = sentence.replace(answer, f"[[{answer}]]")
    assert_worded(parsers, sentence, "dates/cloze-sentence", gap, answer)


@pytest.mark.parametrize("preposition", ["after", "before", "from"])
def test_dates_that_only_bound(preposition: str, parsers: Parsers) -> None:
    sentence = f"Ostia closed the Tamar dam {preposition} 2014."
    prompt = f"{preposition.capitalize()} which year did Ostia close the Tamar dam?"
    assert_worded(parsers, sentence, "dates/bounded", prompt, "2014")


@pytest.mark.parametrize(
    "sentence",
    [
        "Ostia closed the Tamar dam around 2014.",  # around which year?
        "Ostia closed the Tamar dam between 2009 and 2012.",
        "Ostia was home to 400 Tamars in 2014.",  # the figure is worth asking for
        "The debt of Ostia grew from 12% in 1990 to 40% in 2014.",  # which of them is meant?
        "The war of 2014 hurt Ostia.",  # dates no clause
        "“We closed the dam of Ostia in 2014.”",  # speaks for the brief
    ],
)
def test_dates_without_a_question(sentence: str, parsers: Parsers) -> None:
    forms = [c.form for c in candidates(parsers, sentence) if c.fact.kind == "date"]
    assert "question" not in forms


WORDED = [
    # dates: voices, conjoined and fronted
    ("Ostia has leased the Tamar dam since October 2023.", "dates/inversion",
     "Since which month and year has Ostia leased the Tamar dam?", "October 2023"),
    ("Ostia has leased the Tamar dam since 2014.", "dates/inversion",
     "Since which year has Ostia leased the Tamar dam?", "2014"),
    ("In 2014, Ostia then sold its port to Verra.", "dates/inversion",
     "In which year did Ostia sell its port to Verra?", "2014"),
    ("In 2014, Ostia took an even harder line against Verra.", "dates/inversion",
     "In which year did Ostia take an even harder line against Verra?", "2014"),
    ("Ostia ran a deficit in FY2023.", "dates/inversion",
     "In which fiscal year did Ostia run a deficit?", "FY2023"),
    ("The Harbour Act was passed in 2014.", "dates/inversion",
     "In which year was the Harbour Act passed?", "2014"),
    ("Verra will leave the Harbour Treaty by 2030.", "dates/inversion",
     "By which year will Verra leave the Harbour Treaty?", "2030"),
    ("According to the Harbour Agency, Verra closed the port of Ostia in 2014.",
     "dates/inversion",
     "According to the Harbour Agency, in which year did Verra close the port of Ostia?", "2014"),
    ("However, Verra, a port, closed the Tamar dam in 2014.", "dates/inversion",
     "In which year did Verra close the Tamar dam?", "2014"),
    ("In 2014, Ostia closed the Tamar dam and sold its port to Verra.", "dates/cloze-sentence",
     "In [[2014]], Ostia closed the Tamar dam and sold its port to Verra.", "2014"),
    # counts: subject, there are, object
    ("About 40,000 Tamars live in Verra.", "numbers/how-many-subject",
     "About how many Tamars live in Verra?", "About 40,000"),
    ("At least 30 ships left Ostia in May.", "numbers/how-many-subject",
     "At least how many ships left Ostia in May?", "At least 30"),
    ("More than 30 ships left Ostia in May.", "numbers/how-many-subject",
     "How many ships left Ostia in May?", "More than 30"),
    ("There are 14 ports in Verra.", "numbers/how-many-there",
     "How many ports are there in Verra?", "14"),
    ("There were around 14 ports in Verra in 2009.", "numbers/how-many-there",
     "About how many ports were there in Verra in 2009?", "around 14"),
    ("In 2019, the port of Ostia leased 12 new cranes.", "numbers/how-many-object",
     "How many new cranes did the port of Ostia lease in 2019?", "12"),
    ("Ostia has 14 cranes.", "numbers/how-many-object", "How many cranes does Ostia have?", "14"),
    # money, shares, measures, changes
    ("The Harbour Act set aside €40 million for cranes.", "numbers/how-much",
     "How much did the Harbour Act set aside for cranes?", "€40 million"),
    ("Ostia paid almost $3 million for cranes in 2019.", "numbers/how-much",
     "About how much did Ostia pay for cranes in 2019?", "almost $3 million"),
    ("40% of Ostia's exports goes to Verra.", "numbers/share-subject",
     "What percentage of Ostia's exports goes to Verra?", "40%"),
    ("About 40% of Tamar's exports goes to Verra.", "numbers/share-subject",
     "About what percentage of Tamar's exports goes to Verra?", "About 40%"),
    ("Timber accounts for 30% of the exports of Ostia.", "numbers/share-of",
     "What percentage of the exports of Ostia does timber account for?", "30%"),
    ("In 2023, the debt of Ostia was €3 billion.", "numbers/what-is",
     "What was the debt of Ostia in 2023?", "€3 billion"),
    ("The height of the Tamar dam is 40 metres.", "numbers/what-is",
     "What is the height of the Tamar dam?", "40 metres"),
    ("The rate of the Bank of Ostia is 4%.", "numbers/what-is",
     "What is the rate of the Bank of Ostia?", "4%"),
    ("The debt of Ostia grew by €3 billion in 2023.", "numbers/by-how-much",
     "By how much did the debt of Ostia grow in 2023?", "€3 billion"),
    ("The exports of Ostia fell by 12% in 2023.", "numbers/by-how-much",
     "By what percentage did the exports of Ostia fall in 2023?", "12%"),
    ("Output in Verra rose to 400 GWh in 2023.", "numbers/cloze-sentence",
     "Output in Verra rose to [[400 GWh]] in 2023.", "400 GWh"),
    ("According to the Harbour Agency, 30 ships left Ostia in May.", "numbers/how-many-subject",
     "According to the Harbour Agency, how many ships left Ostia in May?", "30"),
    ("The Harbour Agency said that 30 ships of Ostia were sold in May.", "numbers/cloze-clause",
     "According to the Harbour Agency, [[30]] ships of Ostia were sold in May.", "30"),
    ("Churches, for example, own 40% of the schools of Ostia.", "numbers/cloze-sentence",
     "Churches own [[40%]] of the schools of Ostia.", "40%"),
    # actors: person, body, country, people; as reported
    ("Anna Reyes signed the Harbour Act in Ostia.", "actors/person",
     "Who signed the Harbour Act in Ostia?", "Anna Reyes"),
    ("The Ministry of Works opened the Tamar dam.", "actors/body",
     "Which ministry opened the Tamar dam?", "the Ministry of Works"),
    ("France leased the port of Ostia to Verra.", "actors/country",
     "Which country leased the port of Ostia to Verra?", "France"),
    ("Ohio leased the port of Ostia to Verra.", "actors/country",
     "Which state leased the port of Ostia to Verra?", "Ohio"),
    ("Riyadh has leased the port of Ostia to Verra.", "actors/country",
     "Which government has leased the port of Ostia to Verra?", "Riyadh"),
    ("The United Nations leased the port of Ostia to Verra.", "actors/named-body",
     "Which organisation leased the port of Ostia to Verra?", "the United Nations"),
    ("Ostia signed the Harbour Treaty in May.", "actors/country",
     "Who signed the Harbour Treaty in May?", "Ostia"),
    ("Verra praised the Harbour Act, signed by Anna Reyes in 2014.", "actors/agent",
     "Who signed the Harbour Act in 2014?", "Anna Reyes"),
    ("In 2014, the mayor of Ostia closed the Tamar dam.", "actors/people",
     "In 2014, who closed the Tamar dam?", "the mayor of Ostia"),
    ("According to Anna Reyes, the Harbour Agency sold the port of Ostia.", "actors/body",
     "According to Anna Reyes, which agency sold the port of Ostia?", "the Harbour Agency"),
    # misses
    pytest.param("The Harbour Treaty, which Ostia joined in 2014, has 14 members.",
                 "dates/inversion", "In which year did Ostia join the Harbour Treaty?", "2014",
                 id="the-capital"),
    pytest.param("Ostia isn't selling wool to Verra until 2030.", "dates/inversion",
                 "Until which year isn't Ostia selling wool to Verra?", "2030",
                 marks=pytest.mark.xfail(reason="drafted as “… is Ostian't selling …”, undoubted"),
                 id="n-t"),
    pytest.param("Ostia closed the Tamar dam during 2014.", "dates/inversion",
                 "In which year did Ostia close the Tamar dam?", "2014",
                 id="during"),
    pytest.param("Wool makes up 30% of Ostia's exports.", "numbers/share-of",
                 "What percentage of Ostia's exports does wool make up?", "30%",
                 marks=pytest.mark.xfail(reason="a common noun tagged as a name keeps its capital"),
                 id="wool"),
    pytest.param("Ostia's debt was €3 billion in 2023.", "numbers/what-is",
                 "What was Ostia's debt in 2023?", "€3 billion",
                 id="what-is-in-a-year"),
    pytest.param("About 40% of the exports of Ostia go to Verra.", "numbers/share-subject",
                 "About what percentage of the exports of Ostia goes to Verra?", "About 40%",
                 marks=pytest.mark.xfail(reason="“go” tagged as an infinitive stays as it is"),
                 id="go-to-goes"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "rule", "prompt", "answer"), WORDED)
def test_worded(sentence: str, rule: str, prompt: str, answer: str, parsers: Parsers) -> None:
    assert_worded(parsers, sentence, rule, prompt, answer)


# Sentence, frame, what the prompt holds, what the answer holds beside its connective.
CAUSES = [
    ("Exports from Ostia fell mainly because of the new tolls.", "why",
     "Why did exports from Ostia fall?", "Mainly because of the new tolls"),
    ("Ostia hired more guards in the wake of the thefts.", "response-untried",
     "After what did Ostia hire more guards?", "The thefts"),
    ("The ferry from Ostia stopped because ice closed the bay.", "why",
     "Why did the ferry from Ostia stop?", "Because ice closed the bay"),
    ("Exports from Ostia fell because of the new tolls.", "why",
     "Why did exports from Ostia fall?", "Because of the new tolls"),
    ("Although fares rose, traffic grew in Ostia.", "complete-despite",
     "Complete the brief’s sentence: Although ____, traffic grew in Ostia.", "fares rose"),
    ("However, mail reached Ostia despite the strike.", "complete-despite",
     "Complete the brief’s sentence: Mail reached Ostia despite ____.", "the strike"),
    ("In response to thefts, Ostia hired more guards.", "response",
     "In response to what did Ostia hire more guards?", "Thefts"),
    ("In view of the frost, Ostia stopped its buses.", "complete-view",
     "In view of ____, Ostia stopped its buses.", "the frost"),
    ("Ostia cut rates in order to revive lending.", "purpose", " did Ostia cut rates?",
     "To revive lending"),
    ("Ostia cut rates so as to revive lending.", "purpose", " did Ostia cut rates?",
     "To revive lending"),
    ("To save fuel, the Ostian fleet slowed down.", "purpose",
     " did the Ostian fleet slow down?", "To save fuel"),
    ("Ostia raised the gates so that barges could pass.", "purpose",
     " did Ostia raise the gates?", "So that barges could pass"),
    ("Prices in Ostia could jump if the rains fail.", "complete-condition",
     "Prices in Ostia could jump if ____.", "the rains fail"),
    ("The drought in Verra has brought about a sharp rise in prices.", "subject",
     "What has brought about a sharp rise in prices?", "The drought in Verra"),
    ("The shortage in Ostia stems from a poor harvest.", "inverse",
     "What does the shortage in Ostia stem from?", "A poor harvest"),
    ("The blackout in Ostia was caused by a broken cable.", "inverse",
     "What was the blackout in Ostia caused by?", "A broken cable"),
    ("Ostia closed the bridge, forcing trucks onto the ferry.", "effect",
     "Ostia closed the bridge. What effect ", "It forced trucks onto the ferry"),
    ("Ostia has closed the bridge, which violates the Harbour Treaty.", "effect",
     "Ostia has closed the bridge. What effect ", "It violates the Harbour Treaty"),
    ("Ice closed the bay of Ostia. This is a result of a cold winter in Verra.", "origin",
     "Ice closed the bay of Ostia. What is this a result of", "A cold winter in Verra"),
    ("Ice closed the bay of Ostia. As a result, the ferry to Verra stopped.", "sequel",
     "Ice closed the bay of Ostia. What ", "The ferry to Verra stopped"),
    ("Ice closed the bay of Ostia. The ferry to Verra therefore stopped.", "sequel",
     "Ice closed the bay of Ostia. What ", "The ferry to Verra stopped"),
    ("Thefts rose in Ostia. In response, the mayor hired more guards.", "sequel",
     "Thefts rose in Ostia. What was the response", "The mayor hired more guards"),
    ("Ice closed the bay of Ostia. This forced the ferry to stop.", "sequel",
     "Ice closed the bay of Ostia. What ", "It forced the ferry to stop"),
    ("The fund attributes the loss in Ostia to a new toll.", "traced",
     "To what does the fund attribute the loss in Ostia?", "A new toll"),
    ("The talks in Ostia broke down, the two sides being unable to agree.", "beside",
     "The talks in Ostia broke down. What reason", "The two sides being unable to agree"),
    ("Ostia could not win the port back, and therefore sold its fleet.", "within",
     "What reason", "Ostia could not win the port back"),
]  # fmt: skip


def test_every_frame_has_a_sentence() -> None:
    frames = {frame.removeprefix("complete-").removesuffix("-untried") for _, frame, _, _ in CAUSES}
    assert frames == set(FRAMES)


@pytest.mark.parametrize(("sentence", "frame", "asked", "answer"), CAUSES)
def test_causes(sentence: str, frame: str, asked: str, answer: str, parsers: Parsers) -> None:
    found = [c for c in candidates(parsers, sentence) if c.rule == f"causes/{frame}"]
    assert len(found) == 1, [(c.rule, c.prompt) for c in found]
    (candidate,) = found
    assert asked in candidate.prompt
    assert candidate.prompt.endswith("?") != candidate.prompt.startswith("Complete ")
    assert candidate.answer.endswith(answer)
    assert (candidate.form, DISAGREED in candidate.doubts) == ("open", False)


@pytest.mark.parametrize(
    ("sentence", "rule", "prompt"),
    [
        ("Had Ostia paid Verra for the Tamar dam in 2014, Verra would have left.",
         "dates/inversion", "In which year did Ostia pay Verra for the Tamar dam?"),
        ("Critics of the Tamar dam have sued the Ministry of Works.", "actors/people",
         "Who has sued the Ministry of Works?"),
        ("The mayor (a doctor) and the envoy signed the treaty.", "actors/people",
         "Who the envoy signed the treaty?"),
        ("Did Ostia know in 2019 that Verra had leased 23 cranes?", "dates/inversion",
         "In which year did Ostia know that Verra had leased 23 cranes?"),
        ("Kest closed its mine; however, Verra opened the Tamar port in 2014.", "dates/inversion",
         "In which year did Verra however open the Tamar port?"),
    ],
)  # fmt: skip
def test_never_worded(sentence: str, rule: str, prompt: str, parsers: Parsers) -> None:
    found = [(c.rule, c.prompt) for c in candidates(parsers, sentence)]
    assert (rule, prompt) not in found


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("The ministry of Ostia said that Verra had closed the port in 2014.",
         "According to the ministry of Ostia, in which year "),
        ("Critics of Verra say that 14 ports of Ostia have closed.",
         "According to critics of Verra, how many ports of Ostia "),
        ("Anna Reyes argued that the drought in Verra had caused a sharp rise in prices.",
         "According to Anna Reyes, what "),
    ],
)  # fmt: skip
def test_what_is_reported_is_asked_as_reported(
    sentence: str, wanted: str, parsers: Parsers
) -> None:
    asked = [c for c in candidates(parsers, sentence) if c.form != "cloze"]
    assert any(c.prompt.startswith(wanted) and DISAGREED not in c.doubts for c in asked)
    for candidate in asked:
        assert candidate.fact.attribution is None or candidate.prompt.startswith("According to ")


@pytest.mark.parametrize("sentence", ["They said that Ostia sold 14 cranes to Verra in 2014."])
def test_what_nobody_named_reports_is_not_asked_as_a_clause(
    sentence: str, parsers: Parsers
) -> None:
    for candidate in candidates(parsers, sentence):
        reported = candidate.fact.attribution is not None
        assert not reported or candidate.rule.endswith("cloze-sentence")


def test_a_long_side_of_an_argument_is_no_answer(parsers: Parsers) -> None:
    long = " and ".join(["ice closed the bay"] * 7)
    rules = {c.rule for c in candidates(parsers, f"The ferry from Ostia stopped because {long}.")}
    assert "causes/why" not in rules


def test_a_cloze_starts_behind_the_opener(parsers: Parsers) -> None:
    for opener in list(OPENERS)[:3]:
        sentence = f"{opener.capitalize()}, Ostia closed the Tamar dam in 2014."
        prompt = "Ostia closed the Tamar dam in [[2014]]."
        assert_worded(parsers, sentence, "dates/cloze-sentence", prompt, "2014")


def test_a_sentence_that_is_too_long_is_asked_by_its_clause_only(parsers: Parsers) -> None:
    tail = ", which lies by the sea" + " of the port of Ostia" * 10
    rules = {c.rule for c in candidates(parsers, f"In 2014, Verra closed the Tamar dam{tail}.")}
    assert "dates/cloze-sentence" not in rules


def test_a_sentence_with_square_brackets_takes_no_gap(parsers: Parsers) -> None:
    sentence = "Ostia closed “[the] dam” of Tamar in 2014."
    assert not [c for c in candidates(parsers, sentence) if c.form == "cloze"]


# Rule and the sentence that its example in PROVEN or WEAK is made from.
SOURCES = {
    "dates/inversion": "Ostia closed its last mine in 2014.",
    "numbers/how-many-subject": "About 40,000 Tamars live in Verra.",
    "numbers/how-many-there": "There are 14 ports in Verra.",
    "numbers/how-much": "The Harbour Act set aside €40 million for cranes.",
    "numbers/share-subject": "40% of Ostia's exports goes to Verra.",
    "numbers/share-of": "Tin makes up 30% of Ostia's exports.",
    "numbers/what-is": "Ostia's debt was €3 billion in 2023.",
    "numbers/by-how-much": "Ostia's debt grew by €3 billion in 2023.",
    "numbers/cloze-sentence": "Output in Verra rose to 400 GWh in 2023.",
    "numbers/how-many-shared": "A million Tamars live in tents, and up to 3 million may lose their "
    "homes.",
    "causes/effect": "A cable broke in Ostia, forcing the mills to close.",
    "causes/response-untried": "In reaction to thefts, Ostia hired guards.",
    "causes/related": "The strike in Ostia is related to the closure of the port.",
    "numbers/cloze-clause": "However, output in Verra, a port, rose to 400 GWh in 2023.",
    "actors/affected": "In 2014, Ostia sued Verra.",
    "actors/agent": "The Tamar dam was closed by Anna Reyes in 2014.",
    "actors/loose": "Verra has closed the port of Ostia, and Kestria has bought it.",
    "actors/people": "The mayor of Ostia blocked the new road to Verra.",
}


def test_every_proven_rule_has_a_sentence() -> None:
    assert set(SOURCES) == {*PROVEN, *WEAK}


@pytest.mark.parametrize("rule", SOURCES)
def test_a_proven_rule_makes_its_example(rule: str, parsers: Parsers) -> None:
    """With either parser: what only one of them yields is there, with a doubt."""
    found = [c for c in candidates(parsers, SOURCES[rule]) if c.rule == rule]
    gapped = [c.prompt.replace(f"[[{c.answer}]]", "____") for c in found]
    assert {**PROVEN, **WEAK}[rule] in gapped
