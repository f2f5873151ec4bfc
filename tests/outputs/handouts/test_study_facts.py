"""What the study sheet makes of the facts: figures, dates, links, actors and notes."""

from dataclasses import replace

import pytest

from briefquiz.outputs.handouts.causes import worded
from briefquiz.outputs.handouts.dates import told
from briefquiz.outputs.handouts.figures import key_figures
from briefquiz.outputs.handouts.notes import numbered
from briefquiz.outputs.handouts.people import actors
from briefquiz.outputs.pictures import known
from briefquiz.quiz import Pairs, Source
from tests.outputs.handouts.facts import QUOTE, item, quiz_of


@pytest.mark.parametrize(
    ("quote", "fact", "kept"),
    [
        ("Around 1.4 million Kazakhs live in China.", {"value": "Around 1.4 million"},
         ("around 1.4 million", "Kazakhs live in China", "")),
        ("They stay for up to three years, and nobody is asked.", {"value": "up to three years"},
         ("up to three years", "They stay for up to three years", "")),
        ("They make up 1.5% of all, but they make up 20% of the rest.", {"value": "20%"},
         ("20%", "They make up 1.5% of all, but they make up 20% of the rest", "")),
        ("According to the union, about 300 people may go.",
         {"value": "about 300", "attribution": "according to the union"},
         ("about 300", "people may go", "according to the union")),
        ("The union also reports that up to 3 million may be hurt.",
         {"value": "up to 3 million", "attribution": "The union reports"},
         ("up to 3 million", "may be hurt", "The union reports")),
        ("The union denied that 300 people had gone.", {"value": "300"},
         ("300", "The union denied that 300 people had gone", "")),
        ("The union denied that 300 people had gone.",
         {"value": "300", "attribution": "the union"},
         ("300", "The union denied that 300 people had gone", "")),
        ("The cost reached €4bn; the mayor had said €3bn.", {"value": "€3bn"},
         ("€3bn", "The cost reached €4bn; the mayor had said €3bn", "")),
        ("About one in three, the mayor said, may have left.",
         {"value": "About one in three", "attribution": "the mayor said"},
         ("about one in three", "the mayor said, may have left", "")),
        ("At 10:30 about 40 were there: nobody left.", {"value": "about 40"},
         ("about 40", "At 10:30 about 40 were there", "")),
        ("They met for 2:15 hours; nobody left.", {"value": "2"},
         ("2", "They met for 2:15 hours", "")),
        ("Words without it.", {"value": "12", "attribution": "the mayor said"},
         ("12", "Words without it", "the mayor said")),
    ],
)  # fmt: skip
def test_a_figure_keeps_what_it_is_of_its_hedge_and_who_says_so(
    quote: str, fact: dict[str, str], kept: tuple[str, str, str]
) -> None:
    (figure,) = key_figures(quiz_of(item("number", quote, **fact)))
    assert ((*figure.values, figure.text, figure.attribution)) == kept


def test_figures_of_one_sentence_stand_together() -> None:
    quote = "Emissions fell from 58 Mt to 33 Mt."
    values = ("58 Mt", "33 Mt", "58 Mt")
    (figure,) = key_figures(quiz_of(*(item("number", quote, value=v) for v in values)))
    assert figure.values == ("58 Mt", "33 Mt")


def test_a_figure_by_hand_is_known_by_its_answer() -> None:
    (figure,) = key_figures(quiz_of(item("number", QUOTE, "310,000")))
    assert figure.values == ("310,000",)
    assert key_figures(quiz_of(item("number", QUOTE, "300"), item("date", QUOTE, "2022"))) == ()


@pytest.mark.parametrize(
    ("quote", "answer", "label"),
    [
        ("Many of them left after 1991.", "1991", "after 1991"),
        ("The cap, in force since 3 July 2023, is high.", "3 July 2023", "since 1991"),
        ("It must be built by 1991.", "1991", "by 1991"),
        ("In early 1991 they left.", "1991", "early 1991"),
        ("In 1991 they left.", "1991", "1991"),
        ("They left on 3 July.", "3 July", "1991"),
        ("Nothing of the kind.", "1991", "1991"),
    ],
)
def test_a_date_keeps_the_word_that_bounds_it(quote: str, answer: str, label: str) -> None:
    quiz = quiz_of(item("date", quote, answer, when="1991", event="They left"))
    (event,) = known.events(quiz)
    assert told(event, quiz).label == label


@pytest.mark.parametrize(
    ("quote", "cause", "effect", "connective", "word"),
    [
        ("The storm has led to a flood.", "The storm", "to a flood", "lead to", "has led"),
        ("Reports have fuelled anger.", "Reports", "anger", "fuel", "have fuelled"),
        ("They left because of the storm.", "the storm", "They left", "because of", "therefore"),
        ("They left in May. This was a result of the storm.", "the storm", "They left in May",
         "a result of", "therefore"),
        ("Because of the storm, they left.", "the storm", "they left", "because of", "therefore"),
        ("To save fuel, the fleet slowed down.", "the fleet slowed down", "save fuel", "to", "to"),
        ("The storm had dire consequences.", "The storm", "dire", "have consequences",
         "have consequences"),
        ("The storm, as nobody in the whole town had thought, broke it.", "The storm", "broke it",
         "so that", "so that"),
        ("Nothing of the kind.", "The storm", "a flood", "lead to", "lead to"),
    ],
)  # fmt: skip
def test_a_link_has_the_words_of_the_brief(
    quote: str, cause: str, effect: str, connective: str, word: str
) -> None:
    quiz = quiz_of(item("cause", quote, cause=cause, effect=effect, connective=connective))
    (link,) = known.links(quiz)
    assert worded(link, quiz).word == word


def test_actors_have_all_their_deeds_under_one_name() -> None:
    match = Pairs((("The Council", "sold the ferry"), ("the union", "sued")))
    quiz = quiz_of(
        item("actor", who="the council", did="closed the airfield"),
        item("actor", who="The council", did="closed the airfield."),
        item("actor", "The union, in May, asked for more.", who="The union"),
        replace(item("actor"), response=match, sources=(Source("a", 1), Source("b", 2))),
    )
    named = {actor.name: [deed.text for deed in actor.deeds] for actor in actors(quiz)}
    assert named == {
        "The council": ["closed the airfield", "sold the ferry"],
        "The union": ["in May, asked for more", "sued"],
    }
    assert [deed.sources for deed in actors(quiz)[1].deeds][1] == (Source("b", 2),)


def test_notes_quote_the_brief_once_and_in_its_order() -> None:
    late, early, part, nowhere = (
        Source("The pier broke in the storm.", 4),
        Source("The line was opened.", 1),
        Source("broke in the storm", 4),
        Source("Nobody knows."),
    )
    notes = numbered((late, part, nowhere, early, late))
    assert notes.quotes == (early, late, nowhere)
    assert notes.of((part, early)) == "1,2"
    assert notes.of((nowhere,)) == "3"
