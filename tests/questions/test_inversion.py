"""From a statement to a question: verb forms, what goes first, what goes last, capitals."""

import pytest
from spacy.tokens import Token

from briefquiz.facts.clauses import Clause, clause_of
from briefquiz.nlp import Parsers
from briefquiz.questions.drafting.clozes import without_opener
from briefquiz.questions.drafting.inflection import base_form, inflected, singular
from briefquiz.questions.drafting.inversion import asked_subject, inverted, statement
from briefquiz.questions.drafting.rendering import capitalised, lowered, render
from tests.readings import read


def each_clause(
    parsers: Parsers, sentence: str, verb: str, gone: str = ""
) -> list[tuple[Clause, list[Token], frozenset[str]]]:
    """The clause as each parser has it, the tokens of `gone`, and the names of the brief."""
    out: list[tuple[Clause, list[Token], frozenset[str]]] = []
    start = sentence.index(gone)
    for parsed in read(parsers, sentence):
        doc = parsed.blocks[0].doc
        clause = clause_of(next(token for token in doc if token.text == verb))
        assert clause is not None
        tokens = [t for t in doc if start <= t.idx < start + len(gone)]
        out.append((clause, tokens, parsed.names))
    return out


INVERTED = [
    # did, does, do
    ("Ostia closed its last mine in 2014.", "closed", "in which year", "in 2014",
     "In which year did Ostia close its last mine?"),
    ("Ostia sells tin.", "sells", "what", "tin", "What does Ostia sell?"),
    ("The ports of Ostia sell tin.", "sell", "what", "tin", "What do the ports of Ostia sell?"),
    ("Ostia's fleet lay there in 2014.", "lay", "when", "in 2014",
     "When did Ostia's fleet lie there?"),
    # have and be as main verbs
    ("Ostia has 14 cranes.", "has", "what", "14 cranes", "What does Ostia have?"),
    ("Ostia had 14 cranes in 2009.", "had", "when", "in 2009", "When did Ostia have 14 cranes?"),
    ("The mine is old.", "is", "since when", "", "Since when is the mine old?"),
    ("There were 14 ports in Verra in 2014.", "were", "when", "in 2014",
     "When were there 14 ports in Verra?"),
    # auxiliaries, modals, passive
    ("Ostia has sold its port to Verra.", "sold", "to whom", "to Verra",
     "To whom has Ostia sold its port?"),
    ("Ostia may sell tin in 2030.", "sell", "when", "in 2030", "When may Ostia sell tin?"),
    ("Ostia could have sold tin in 2014.", "sold", "when", "in 2014",
     "When could Ostia have sold tin?"),
    ("The ports were closed in 2014.", "closed", "when", "in 2014", "When were the ports closed?"),
    # negation
    ("Ostia did not sign the treaty in 2014.", "sign", "when", "in 2014",
     "When did Ostia not sign the treaty?"),
    ("Ostia will not sign the treaty until 2030.", "sign", "until when", "until 2030",
     "Until when will Ostia not sign the treaty?"),
    # the group in front goes last, and is gone if it is the answer
    ("In Tamar, Ostia closed its mine in 2014.", "closed", "when", "in 2014",
     "When did Ostia close its mine in Tamar?"),
    ("In 2014, prices rose in Ostia.", "rose", "when", "In 2014", "When did prices rise in Ostia?"),
    # an adverb in front goes before its verb
    ("Reportedly, prices in Ostia rose in 2014.", "rose", "when", "in 2014",
     "When did prices in Ostia reportedly rise?"),
    # "had sold" needs a time that the question does not hold
    ("Ostia had sold its port in 2014.", "sold", "when", "in 2014",
     "When did Ostia sell its port?"),
    ("Ostia had been sold in 2014.", "sold", "when", "in 2014", "When had Ostia been sold?"),
    ("Verra had not leased a port since 2009.", "leased", "since which year", "since 2009",
     "Since which year had Verra not leased a port?"),
    ("The union had grown in 2014.", "grown", "in which year", "in 2014",
     "In which year did the union grow?"),
    # capitals
    ("Prices in Ostia rose in 2014.", "rose", "when", "in 2014", "When did prices in Ostia rise?"),
    ("Three ships sank in 2014.", "sank", "when", "in 2014", "When did three ships sink?"),
    ("Its fleet sank in 2014.", "sank", "when", "in 2014", "When did its fleet sink?"),
    ("U.S. firms sold tin in 2014.", "sold", "when", "in 2014", "When did U.S. firms sell tin?"),
    ("NATO was founded in 1949.", "founded", "when", "in 1949", "When was NATO founded?"),
    # a full stop inside closing quotes goes
    ("Anna Reyes called the plan “a bad joke.”", "called", "when", "",
     "When did Anna Reyes call the plan “a bad joke”?"),
    # misses
    pytest.param("“Free Tamar” was founded in 1949.", "founded", "when", "in 1949",
                 "When was “Free Tamar” founded?",
                 marks=pytest.mark.xfail(reason="the quotation mark that opens it is lost")),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "verb", "opening", "gone", "wanted"), INVERTED)
def test_inverted(
    sentence: str, verb: str, opening: str, gone: str, wanted: str, parsers: Parsers
) -> None:
    for clause, tokens, names in each_clause(parsers, sentence, verb, gone):
        assert inverted(opening, clause, tokens, names) == wanted


@pytest.mark.parametrize(
    ("sentence", "verb", "opening"),
    [
        ("Ostia has sold its port in 2014.", "sold", "in which year"),
        ("How tin is sold, Ostia explained in 2014.", "explained", "in which year"),
    ],
)
def test_what_is_done_or_asked_already_is_not_inverted(
    sentence: str, verb: str, opening: str, parsers: Parsers
) -> None:
    for clause, tokens, names in each_clause(parsers, sentence, verb, "in 2014"):
        assert inverted(opening, clause, tokens, names) is None


@pytest.mark.parametrize(
    ("sentence", "verb"),
    [("Ostia isn't selling tin.", "selling"), ("Ostia didn’t sell tin.", "sell")],
)
def test_a_contraction_is_not_inverted(sentence: str, verb: str, parsers: Parsers) -> None:
    for clause, tokens, names in each_clause(parsers, sentence, verb, "tin"):
        assert inverted("what", clause, tokens, names) is None


@pytest.mark.parametrize(
    ("front", "moved"),
    [
        ("After the long strike", "When did Ostia close its mine after the long strike?"),
        ("After the long and bitter strike of the dockers of the port", None),
    ],
)
def test_only_a_short_group_in_front_goes_last(
    front: str, moved: str | None, parsers: Parsers
) -> None:
    sentence = f"{front}, Ostia closed its mine in 2014."
    for clause, tokens, names in each_clause(parsers, sentence, "closed", "in 2014"):
        assert inverted("when", clause, tokens, names) == moved


def test_two_groups_in_front_are_too_much_to_move(parsers: Parsers) -> None:
    sentence = "In May, after long talks, Ostia signed the treaty in Verra."
    for clause, tokens, names in each_clause(parsers, sentence, "signed", "in Verra"):
        assert inverted("where", clause, tokens, names) is None
        assert asked_subject("who", clause, names, "singular") is None


ASKED = [
    ("Ostia sells tin.", "sells", "who", "Who sells tin?"),
    ("The farmers of Ostia sell tin.", "sell", "who", "Who sells tin?"),
    ("The farmers of Ostia have sold tin.", "sold", "who", "Who has sold tin?"),
    ("The farmers of Ostia were fined in 2014.", "fined", "who", "Who was fined in 2014?"),
    ("The farmers do not sell tin.", "sell", "who", "Who does not sell tin?"),
    ("The farmers may sell tin.", "sell", "who", "Who may sell tin?"),
    ("In 2014, Ostia sold its port.", "sold", "which country",
     "In 2014, which country sold its port?"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "verb", "opening", "wanted"), ASKED)
def test_asked_for_the_subject_the_verb_is_singular(
    sentence: str, verb: str, opening: str, wanted: str, parsers: Parsers
) -> None:
    for clause, _, names in each_clause(parsers, sentence, verb):
        assert asked_subject(opening, clause, names, "singular") == wanted


@pytest.mark.parametrize(
    ("sentence", "verb", "wanted"),
    [
        ("14 ships sell tin.", "sell", "How many ships sell tin?"),
        ("14 ships were sold.", "sold", "How many ships were sold?"),
        ("14 ships have left.", "left", "How many ships have left?"),
    ],
)
def test_how_many_keeps_the_plural(sentence: str, verb: str, wanted: str, parsers: Parsers) -> None:
    for clause, _, names in each_clause(parsers, sentence, verb):
        assert asked_subject("how many ships", clause, names, "as printed") == wanted


@pytest.mark.parametrize(
    ("sentence", "verb", "gone", "opening", "wanted"),
    [
        ("Ostia, a port, closed its mine in 2014.", "closed", "", "",
         "Ostia closed its mine in 2014."),
        ("Ostia closed its mine in 2014.", "closed", "in 2014", "", "Ostia closed its mine."),
        ("In 2014, prices rose in Ostia.", "rose", "In 2014", "", "Prices rose in Ostia."),
        ("Prices in Ostia rose.", "rose", "", "According to Verra",
         "According to Verra, prices in Ostia rose."),
        ("Ostia closed its mine.", "closed", "", "According to Verra",
         "According to Verra, Ostia closed its mine."),
        ("Anna Reyes called the plan “a bad joke.”", "called", "", "",
         "Anna Reyes called the plan “a bad joke.”"),
    ],
)  # fmt: skip
def test_statement(
    sentence: str, verb: str, gone: str, opening: str, wanted: str, parsers: Parsers
) -> None:
    for clause, tokens, names in each_clause(parsers, sentence, verb, gone):
        said = statement(clause, names, without=tokens, opening=opening)
        assert said == wanted


@pytest.mark.parametrize(
    ("sentence", "kept"),
    [
        ("The port closed.", "the port closed"),
        ("Prices rose.", "prices rose"),
        ("Ostia closed.", "Ostia closed"),
        ("Growers of Verra left; the Growers won.", "Growers of Verra left; the Growers won"),
        ("NATO grew.", "NATO grew"),
        ("McGrath left.", "McGrath left"),
        ("I left.", "I left"),
        ("It closed.", "it closed"),
        ("Two closed.", "two closed"),
    ],
)
def test_the_first_word_keeps_a_capital_of_its_own_only(
    sentence: str, kept: str, parsers: Parsers
) -> None:
    for parsed in read(parsers, sentence):
        tokens = [token for token in parsed.blocks[0].doc if token.text != "."]
        assert render(lowered(tokens, parsed.names)) == kept


def test_inside_a_sentence_nothing_loses_its_capital(parsers: Parsers) -> None:
    for parsed in read(parsers, "Verra sold Prices Square."):
        assert render(lowered(list(parsed.blocks[0].doc)[2:4], parsed.names)) == "Prices Square"


@pytest.mark.parametrize(
    ("sentence", "dropped", "left"),
    [
        ("Ostia (a port) sells tin.", "(a port)", "Ostia sells tin"),
        ("Ostia, a port, sells tin.", "a port", "Ostia, sells tin"),
        ("Ostia sells “tin”, wool and fish.", "wool", "Ostia sells “tin”, and fish"),
        ("Ostia's port sells 40% of it.", "sells", "Ostia's port 40% of it"),
        ("Ostia sold €3 million.", "sold", "Ostia €3 million"),
    ],
)
def test_what_is_left_reads_as_text(
    sentence: str, dropped: str, left: str, parsers: Parsers
) -> None:
    start = sentence.index(dropped)
    for parsed in read(parsers, sentence):
        gone = range(start, start + len(dropped))
        tokens = [t for t in parsed.blocks[0].doc if t.idx not in gone and t.text != "."]
        assert render(tokens) == left


def test_nothing_renders_as_nothing() -> None:
    assert render([]) == ""
    assert lowered([], frozenset()) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [("“in May”", "“In May”"), ("14 ports", "14 ports"), ("érable", "Érable"), ("", "")],
)
def test_capitalised(text: str, wanted: str) -> None:
    assert capitalised(text) == wanted


@pytest.mark.parametrize(
    ("sentence", "left"),
    [
        ("However, Ostia closed.", "Ostia closed."),
        ("In addition, the port closed.", "The port closed."),
        ("In 2014, Ostia closed.", "In 2014, Ostia closed."),
        ("However hard it was, Ostia closed.", "However hard it was, Ostia closed."),
        ("However Ostia closed.", "However Ostia closed."),
    ],
)
def test_without_opener(sentence: str, left: str) -> None:
    assert without_opener(sentence) == left


@pytest.mark.parametrize(
    ("sentence", "verb", "base", "present"),
    [
        ("Ostia opened a port.", "opened", "open", "opens"),
        ("Ostia was closed.", "closed", "close", "closes"),
        ("Ostia found a port.", "found", "find", "finds"),
        ("Ostia fell apart.", "fell", "fall", "falls"),
        ("Ostia sought peace.", "sought", "seek", "seeks"),
        ("Ostia fuelled anger.", "fuelled", "fuel", "fuels"),
        ("Ostia carries wool.", "carries", "carry", "carries"),
    ],
)
def test_verb_forms(sentence: str, verb: str, base: str, present: str, parsers: Parsers) -> None:
    for parsed in read(parsers, sentence):
        token = next(t for t in parsed.blocks[0].doc if t.text == verb)
        assert (base_form(token), inflected(token, "VBZ")) == (base, present)


@pytest.mark.parametrize(
    ("sentence", "verb", "wanted"),
    [
        ("The ports are old.", "are", "is"),
        ("The ports were old.", "were", "was"),
        ("The ports have closed.", "have", "has"),
        ("The ports close daily.", "close", "closes"),
        ("The ports closed.", "closed", "closed"),
        ("The ports may close.", "may", "may"),
    ],
)
def test_singular(sentence: str, verb: str, wanted: str, parsers: Parsers) -> None:
    for parsed in read(parsers, sentence):
        assert singular(next(t for t in parsed.blocks[0].doc if t.text == verb)) == wanted
