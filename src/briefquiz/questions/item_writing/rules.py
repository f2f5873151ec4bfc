"""The rules of item writing in one table: each with its source and examples that tests run.

To add a rule: a function that yields issues, and an entry in `RULES` (in `EVIDENCE` if it is about
the quoted words) with questions that break it and questions that keep it.
"""

from briefquiz.questions.item_writing import options, prompts
from briefquiz.questions.item_writing.evidence_rules import EVIDENCE
from briefquiz.questions.item_writing.rule import (
    HALADYNA,
    MATUSCHAK,
    SAQUET,
    TEACHERS,
    WOZNIAK,
    Rule,
    choice,
    cloze,
    each,
    judged,
    short,
)

RULES: tuple[Rule, ...] = (
    Rule(
        "longest-answer",
        "Readers know that the longest option is the right one.",
        f"{HALADYNA}: keep the length of options about equal; {TEACHERS}",
        each(options.longest_answer),
        (choice("Why did it close?", "because the quay had sunk by 30 centimetres", "a strike"),),
        (choice("Why did it close?", "the quay had sunk", "a strike of its dockers"),),
    ),
    Rule(
        "one-wrong-option",
        "Of two options, a guess finds the right one half of the time.",
        f"{HALADYNA}: as many plausible options as there are, three are enough",
        each(options.one_wrong_option),
        (choice("Who signed?", "Ann", "Bob"),),
        (choice("Who signed?", "Ann", "Bob", "Carl"),),
    ),
    Rule(
        "all-or-none",
        "Knowing two right options is enough for “all of the above”.",
        f"{HALADYNA}: avoid “all of the above”, use “none of the above” carefully",
        each(options.all_or_none),
        (
            choice("Who signed?", "All of the above", "Ann", "Bob"),
            choice("Who signed?", "Ann", "Bob", "None of these"),
        ),
        (choice("Who signed?", "Ann", "Bob", "Carl", last="None of these"),),
    ),
    Rule(
        "absolute-words",
        "“Always” and “never” are seldom true, and readers know it.",
        f"{HALADYNA}: avoid specific determiners; {SAQUET}",
        each(options.absolute_words),
        (
            choice("What did it say?", "the port is safe", "the port is always full"),
            judged("The port is completely safe.", answer=False, quote="The port is safe."),
        ),
        (
            choice("What did it say?", "it never paid", "it left", quote="It had never paid."),
            judged("The port is safe.", answer=True),
        ),
    ),
    Rule(
        "article-clue",
        "Only what goes with “a” or “an” can be right.",
        f"{HALADYNA}: avoid grammatical clues; {SAQUET}",
        each(options.article_clue),
        (choice("The firm sold an ____.", "island", "port"),),
        (
            choice("The firm sold a/an ____.", "island", "port"),
            choice("Sold a ____.", "port", "quay"),
        ),
    ),
    Rule(
        "odd-form",
        "An answer of another form than the rest is seen without reading.",
        f"{HALADYNA}: keep options alike in form; {SAQUET}",
        each(options.odd_form),
        (
            choice("Who signed?", "Ann and Bob", "Carl", "Dora"),
            choice("What fell?", "5% of trade", "most of it", "some of it"),
        ),
        (choice("Who signed?", "Ann and Bob", "Carl and Dora", "Eve"),),
    ),
    Rule(
        "number-clue",
        "A question about several things rules out whatever is one.",
        f"{HALADYNA}: avoid grammatical clues",
        each(options.number_clue),
        (choice("Which two ministers signed?", "Ann and Bob", "Carl"),),
        (choice("Which two ministers signed?", "Ann and Bob", "Carl and Dora"),),
    ),
    Rule(
        "negative-question",
        "A negative is overread; who errs may know the fact.",
        f"{HALADYNA}: word the stem positively",
        each(prompts.negative),
        (
            choice("Which of these did the ministry not sell?", "a port", "a quay"),
            choice("All of them signed except whom?", "Ann", "Bob"),
        ),
        (
            choice(
                "Why did it not sell?",
                "a strike",
                "a war",
                quote="A strike kept it, so it did not sell.",
            ),
        ),
    ),
    Rule(
        "overlapping-options",
        "If one option is part of another, both are right.",
        f"{HALADYNA}: options should not overlap",
        each(options.overlapping),
        (
            choice("When did it open?", "May 2014", "2014", "2015"),
            choice("How many came?", "10–20", "20–30", "40–50"),
            choice("Who signed?", "the ministry", "the ministry of trade"),
        ),
        (
            choice("When did it open?", "May 2014", "June 2014"),
            choice("How many came?", "10–19", "20–29"),
            choice("Who signed?", "the ministry of health", "the ministry of trade"),
        ),
    ),
    Rule(
        "same-option",
        "Two spellings of one thing are one option.",
        f"{HALADYNA}: one option is clearly the best; {TEACHERS}",
        each(options.same_option),
        (
            choice("What share?", "5%", "5 per cent", "6%"),
            choice("How many?", "1,000", "1000"),
            choice("How many?", "four", "4"),
        ),
        (choice("What share?", "5%", "6%"), choice("How much?", "5%", "5 points")),
    ),
    Rule(
        "gives-itself-away",
        "A question that holds its answer asks nothing.",
        f"{SAQUET}; reports in teachers’ reviews of flashcards",
        each(prompts.gives_itself_away),
        (short("Which bank’s director, of the Bank of Ostia, resigned?", "the Bank of Ostia"),),
        (short("Which bank’s director resigned?", "the Bank of Ostia"),),
    ),
    Rule(
        "printed-brackets",
        "A gap with one bracket is no gap: the reader sees the word, and the bracket.",
        "a slip seen when a file was first edited by hand",
        each(prompts.printed_brackets),
        (
            cloze("No [court] is involved: an [[order]] is enough.", "no court, an order"),
            cloze("No [court is involved: an [[order]] is enough."),
            short("No [[court]] is involved.", "order"),
        ),
        (
            cloze("An [Iranian] court gave [[12]] orders.", "An [Iranian] court gave 12 orders."),
            cloze("A court […] gave [[12|how many?]] ordres [sic]."),
            short("Which court is [Iranian]?", "the first"),
        ),
    ),
    Rule(
        "told-by-title",
        "The title stands at the head of the paper and on every card.",
        "a teacher who settled a first draft on the review page",
        prompts.told_by_title,
        (
            short("Who bought the old quay?", "the city of Ostia"),
            short("In which year was it sold?", "2021"),
        ),
        (short("Who bought the old quay?", "the city of Verra"),),
        title="How the city of Ostia bought a quay in 2021",
    ),
    Rule(
        "gap-repeated",
        "What is missing can be copied from the same text.",
        f"{WOZNIAK} (cloze deletion)",
        each(prompts.gap_repeated),
        (cloze("Of [[40]] ships, 12 left and the rest of the 40 stayed."),),
        (cloze("Of [[40]] ships, 12 left."),),
    ),
    Rule(
        "gives-another-away",
        "A question answers another one on the same paper.",
        f"{HALADYNA}: keep items independent of one another",
        prompts.gives_another_away,
        (
            short("In which year did the city buy the old quay?", "2021"),
            short("Who bought the old quay in 2021?", "the city", name="b"),
        ),
        (
            short("In which year did the city buy the old quay?", "2021"),
            short("Who opened the park in 2021?", "the mayor", name="b"),
        ),
    ),
    Rule(
        "two-facts",
        "A card that asks two things is failed for one.",
        f"{WOZNIAK} (minimum information); {MATUSCHAK}",
        each(prompts.two_facts),
        (
            short("Who sold the port, and when was it sold?", "Ann, in 2014"),
            judged("The port closed; the quay opened.", answer=True),
        ),
        (
            short("Who sold the port and the quay?", "Ann"),
            judged("The port closed.", answer=True),
        ),
    ),
    Rule(
        "long-answer",
        "Nobody learns, or marks, a paragraph as one answer.",
        f"{WOZNIAK} (minimum information); {TEACHERS}",
        each(prompts.long_answer),
        (
            short(
                "Why did it close?",
                "because the quay had sunk by thirty centimetres since the harbour office had it "
                "built in great haste",
            ),
        ),
        (short("Why did it close?", "because the quay had sunk by thirty centimetres"),),
    ),
    Rule(
        "one-sided-statements",
        "Where nearly all statements are true, “true” is a good guess.",
        f"{HALADYNA}: vary the place of the right answer",
        prompts.one_sided,
        tuple(judged(f"Ship {name} left.", answer=True, name=name) for name in "abcd"),
        tuple(judged(f"Ship {name} left.", answer=name in "ac", name=name) for name in "abcd"),
    ),
    *EVIDENCE,
)
