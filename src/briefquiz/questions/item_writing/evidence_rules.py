"""The rules that hold a question against its quote, with examples that tests run."""

from dataclasses import replace

from briefquiz.questions.item_writing import certainty, evidence
from briefquiz.questions.item_writing.rule import (
    RUBRIC,
    TEACHERS,
    WOZNIAK,
    Rule,
    cloze,
    each,
    number,
    short,
)

EVIDENCE: tuple[Rule, ...] = (
    Rule(
        "no-evidence",
        "Nobody can look up what proves the answer.",
        f"{WOZNIAK} (sources); {TEACHERS}",
        evidence.no_evidence,
        (
            short("Who sold it?", "Ann", "Ann sold it."),
            short("Who bought it?", "Bob", name="b", explain="Everybody knows."),
        ),
        (short("Who sold it?", "Ann"), short("Who bought it?", "Bob", name="b")),
    ),
    Rule(
        "answer-not-in-quote",
        "An answer that the brief does not give may be wrong; if it follows from it, say how.",
        f"{RUBRIC}: the answer is right by the evidence; {TEACHERS}",
        each(evidence.answer_not_in_quote),
        (short("Who sold it?", "the mayor", "The harbour office sold it."),),
        (
            short("Who sold it?", "the harbour office", "The harbour office sold it."),
            short("Who?", "Ann", "Her office sold it.", explain="She led the office."),
        ),
    ),
    Rule(
        "figure-not-in-quote",
        "A figure that the brief does not give is a slip.",
        f"{RUBRIC}: the answer is right by the evidence",
        evidence.figure_not_in_quote,
        (
            number("How many ships came?", "24", "That day 23 ships came."),
            cloze("In 2015, [[23]] ships came.", "In 2014, 23 ships came."),
        ),
        (
            number("How many ships came?", "23", "That day twenty-three ships came."),
            cloze("In 2014, [[23]] ships came.", "In 2014, 23 ships came."),
        ),
    ),
    Rule(
        "other-than-fact",
        "Paper and study sheet would say different things.",
        "a slip seen when answers were first corrected by hand",
        each(evidence.other_than_fact),
        (
            replace(number("How many ships left?", "12", "12 of 40 left."), fact={"value": "40"}),
            replace(short("When did it open?", "9 May"), kind="date", fact={"when": "--05-08"}),
        ),
        (
            replace(number("How many ships left?", "12", "12 left."), fact={"value": "about 12"}),
            replace(short("When did it open?", "9 May"), kind="date", fact={"when": "2031-05-09"}),
            replace(short("When?", "the 16th century"), kind="date", fact={"when": "1501"}),
        ),
    ),
    Rule(
        "rounding-dropped",
        "What is about 40 in the brief is not 40.",
        f"{RUBRIC}: hedges are kept",
        each(certainty.rounding_dropped),
        (number("How many ships came?", "40", "About 40 ships came."),),
        (
            number("About how many ships came?", "40", "Nearly 40 ships came."),
            number("How many ships came?", "23", "Only 23 ships came, and about 40 stayed away."),
        ),
    ),
    Rule(
        "hedge-dropped",
        "What may be is asked as if it were.",
        f"{RUBRIC}: hedges are kept",
        each(certainty.hedge_dropped),
        (
            short("What will close?", "the port", "The port may close in winter."),
            cloze("Some say [[40]] ships sank.", "Some say 40 ships possibly sank."),
        ),
        (
            short("What may close?", "the port", "The port may close in winter."),
            short("What closed?", "the port", "The port closed, but the quay may stay."),
        ),
    ),
    Rule(
        "attribution-dropped",
        "What somebody says is asked as if it were known.",
        f"{RUBRIC}: attribution is kept",
        each(certainty.attribution_dropped),
        (
            number("How many fled?", "40", "According to the army, 40 people fled."),
            number("How many fled?", "40", "The army said that 40 people fled."),
        ),
        (
            number("How many fled, by the army’s report?", "40", "The army said that 40 fled."),
            short(
                "Who says that 40 people fled?", "the army", "The army said that 40 people fled."
            ),
        ),
    ),
    Rule(
        "names-exchanged",
        "The brief says it the other way round.",
        f"{RUBRIC}: the answer is right by the evidence",
        each(evidence.names_exchanged),
        (
            short("When did Orvia invade Kestria?", "in 2014", "Kestria invaded Orvia in 2014."),
            short("Who invaded Kestria?", "Orvia", "Kestria invaded Orvia in 2014."),
        ),
        (
            short("When did Kestria invade Orvia?", "in 2014", "Kestria invaded Orvia in 2014."),
            short("Who invaded Orvia?", "Kestria", "Kestria invaded Orvia in 2014."),
        ),
    ),
)
