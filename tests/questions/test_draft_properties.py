"""What holds for any brief: nothing raises, answers are proved, no question tells its answer."""

import re

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefquiz import questions
from briefquiz.nlp import Parsers
from briefquiz.questions import Question, drafting
from briefquiz.questions.cloze import ClozeQuestion
from briefquiz.questions.true_false import TrueFalseQuestion
from tests.readings import brief_of

FRONTS = (
    "", "", "", "In 2023, ", "However, ", "Although fares rose, ", "As a result, ",
    "To save fuel, ", "According to Anna Reyes, ", "In view of the frost, ", "If Verra leaves, ",
    "Had Kest paid, ",
)  # fmt: skip
SUBJECTS = (
    "Ostia", "The Ministry of Works", "Anna Reyes", "Critics of the dam", "The port of Tamar", "It",
    "About 40 farmers in Verra", "The bank, a small lender,", "There", "Some 30% of voters",
    "Verra, which left the union in 2014,", "The mayor (a doctor) and the envoy", "“Free Tamar”",
    "What the mayor said", "Neither side", "The QRT",
)  # fmt: skip
VERBS = (
    "closed", "has closed", "may close", "did not close", "isn't closing", "is said to have closed",
    "said that Ostia had sold", "was forced to sell", "are", "makes up", "fell by 12% to",
    "accounts for", "stems from", "led to", ", in a note, sold", "bought, cut and sold",
)  # fmt: skip
OBJECTS = (
    "the port", "14 cranes", "€3 million", "30% of the exports", "a sharp rise in prices", "",
    "up to 300 divers a year", "its last mine", "“the old bridge.”", "ships that carry oil",
    "the quay, whose cranes date from 1950", "(at least) two ships", "tin, wool and fish",
)  # fmt: skip
TAILS = (
    "", "in 2014", "on 9 August 2022", "because ice closed the bay", ", forcing ships to wait",
    ", which violates the Harbour Treaty", "if Verra leaves", "in order to save fuel",
    "by 2030", "; Verra opened a mine in May", ": Ostia left in 2009", "– a first – in May",
    "despite the frost", "between 2009 and 2012", ", among other things",
    "and opened a school in March 2020",
)  # fmt: skip
ENDS = (".", ".", ".", ".", ".", "!", ".”", "")


def spaced(parts: tuple[str, ...]) -> str:
    front, subject, verb, thing, tail, end = parts
    line = " ".join(f"{front}{subject} {verb} {thing} {tail}".split())
    return re.sub(r"\s+([,;:])", r"\1", line) + end


sentences = st.tuples(*map(st.sampled_from, (FRONTS, SUBJECTS, VERBS, OBJECTS, TAILS, ENDS))).map(
    spaced
)
paragraphs = st.lists(sentences, min_size=1, max_size=3).map(" ".join)
briefs = st.lists(paragraphs, min_size=1, max_size=3)


def asked(question: Question) -> str:
    """The words that a reader sees before answering."""
    return re.sub(r"\[\[.+?\]\]", " ", question.prompt).casefold()


def answers(question: Question) -> list[str]:
    if isinstance(question, ClozeQuestion):
        return re.findall(r"\[\[(.+?)\]\]", question.prompt)
    answer = getattr(question, "answer", None)
    return [answer] if isinstance(answer, str) else []


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(texts=briefs, published=st.sampled_from(["", "2019", "2024-05-21"]))
def test_a_draft_of_any_brief(parsers: Parsers, texts: list[str], published: str) -> None:
    brief = brief_of(*texts, title="The port of Ostia", published=published)
    drafted = drafting.draft(parsers.both(brief))
    assert len({question.id for question in drafted}) == len(drafted)
    for question in drafted:
        assert list(questions.check(question)) == []
        assert (question.status == "ready") is (question.doubts == ())
        for source in question.source:
            assert source.quote in texts[source.para - 1]
        assert question.source
        for answer in answers(question):
            if question.kind in {"date", "number"}:
                assert answer.casefold() in question.source[0].quote.casefold()
            told = re.search(rf"(?<!\w){re.escape(answer.casefold())}(?!\w)", asked(question))
            assert question.status == "review" or told is None
        if isinstance(question, TrueFalseQuestion) and question.answer:
            assert question.explain == ""


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["C"]), max_size=80))
def test_a_draft_of_any_text(parsers: Parsers, text: str) -> None:
    drafting.draft(parsers.both(brief_of(" ".join(text.split()) or "a", title=text)))
