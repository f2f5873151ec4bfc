"""Every entry of every table of words runs its example: an entry that finds nothing is a lie.

One of the two parsers must see it; what neither sees is a strict xfail.
"""

from collections.abc import Iterable

import pytest
from lemminflect import getInflection

from briefquiz.facts import actors, causes
from briefquiz.facts.actors.nouns import BODIES, PEOPLE
from briefquiz.facts.causes import CauseFact, connectives, verbs
from briefquiz.facts.causes.connectives import Connective
from briefquiz.facts.clauses import clause_of
from briefquiz.facts.openers import LEANING, OPENERS, OPENING_PHRASES
from briefquiz.facts.parsed import ParsedBrief
from briefquiz.facts.reporting import HEDGES, REPORTING_VERBS, attribution_of, hedges_of
from briefquiz.nlp import Parsers
from tests.readings import read, rows

TAKES_NO_CLAUSE = "the example has no clause, so there is nothing to attribute"
TAGGED_A_NOUN = "both parsers read “projects” as a noun here"
TOO_SHORT = "the example's last sentence is shorter than across.FEWEST tokens"
NOT_ADVERBIAL = "neither parser hangs this clause on the main verb as an adverbial one"
NO_VERB = "both parsers take “lost jobs” of the example for a noun phrase"
EMPTY_IT = "nobody is named in the example, so there is nobody to attribute to"


def statement_of(parsed: ParsedBrief) -> str:
    clause = clause_of(parsed.blocks[0].sentences[-1].root)
    return "".join(token.text_with_ws for token in clause.tokens).lower() if clause else ""


@pytest.mark.parametrize(
    ("opener", "example"),
    rows(
        [*OPENERS.items(), *OPENING_PHRASES.items(), *LEANING.items()], {"in particular": NO_VERB}
    ),
)
def test_an_opener_is_dropped(opener: str, example: str, parsers: Parsers) -> None:
    assert opener in example.lower()
    without = example.lower().replace(opener, "").lstrip(", ").replace("  ", " ").rstrip(".")
    assert without in [statement_of(parsed).strip() for parsed in read(parsers, example)]


@pytest.mark.parametrize(
    ("verb", "example"),
    rows(
        REPORTING_VERBS.items(),
        {"accuse": TAKES_NO_CLAUSE, "project": TAGGED_A_NOUN, "assume": EMPTY_IT},
    ),
)
def test_a_reporting_verb_attributes(verb: str, example: str, parsers: Parsers) -> None:
    def attributions(parsed: ParsedBrief) -> set[str]:
        found = (attribution_of(token) for token in parsed.blocks[0].doc)
        return {attribution.text for attribution in found if attribution is not None}

    found = set().union(*(attributions(parsed) for parsed in read(parsers, example)))
    assert found
    assert all(text.split()[0] == example.split()[0] for text in found)


@pytest.mark.parametrize(("word", "example"), rows(HEDGES.items(), {}))
def test_a_hedge_is_found(word: str, example: str, parsers: Parsers) -> None:
    def hedges(parsed: ParsedBrief) -> list[str]:
        doc = parsed.blocks[0].doc
        verbs = [token for token in doc if token.pos_ in {"VERB", "AUX"}]
        return [hedge.lower() for verb in verbs for hedge in hedges_of(verb)]

    stem = word.rstrip("e")
    assert any(hedge.startswith(stem) for p in read(parsers, example) for hedge in hedges(p))


@pytest.mark.parametrize(("noun", "example"), rows(BODIES.items(), {}))
def test_a_body_is_an_actor_asked_for_by_its_noun(
    noun: str, example: str, parsers: Parsers
) -> None:
    assert ("body", noun) in actors_in(example, noun, parsers)


@pytest.mark.parametrize(("noun", "example"), rows(PEOPLE.items(), {}))
def test_people_are_actors(noun: str, example: str, parsers: Parsers) -> None:
    assert ("people", "") in actors_in(example, noun, parsers)


def actors_in(example: str, noun: str, parsers: Parsers) -> set[tuple[str, str]]:
    return {
        (fact.actor_class, fact.noun)
        for parsed in read(parsers, example)
        for fact in actors.extract(parsed)
        if noun in fact.answer.lower()
    }


def connected(table: Iterable[Connective], misses: dict[str, str]) -> list[object]:
    return [
        pytest.param(
            row,
            id=row.words,
            marks=[pytest.mark.xfail(reason=misses[row.words])] if row.words in misses else [],
        )
        for row in table
    ]


def found(row: Connective, parsers: Parsers) -> list[CauseFact]:
    facts = [fact for parsed in read(parsers, row.example) for fact in causes.extract(parsed)]
    return [fact for fact in facts if fact.connective in {row.words, f"this {row.words}"}]


def marked(row: Connective) -> tuple[str, str]:
    """What stands behind the connective, and the rest of the example."""
    lower = row.example.lower()
    before, after = lower.split(f"{row.words} ", 1)
    if before:
        return after.rstrip("."), before.strip(" ,")
    part, rest = after.split(", ")
    return part, rest.rstrip(".")


MARKS = (
    *connectives.CLAUSE_MARKS,
    *connectives.NOUN_MARKS,
    *connectives.AIM_MARKS,
    *connectives.PURPOSE_MARKS,
)


@pytest.mark.parametrize("row", connected(MARKS, {}))
def test_a_mark_joins_cause_and_effect(row: Connective, parsers: Parsers) -> None:
    behind, other = marked(row)
    sides = (other, behind) if row.relation == "purpose" else (behind, other)
    assert (*sides, row.relation) in [
        (fact.cause.lower(), fact.effect.lower(), fact.relation) for fact in found(row, parsers)
    ]


@pytest.mark.parametrize("row", connected(verbs.CAUSAL_VERBS, {}))
def test_the_subject_of_a_causal_verb_is_the_cause(row: Connective, parsers: Parsers) -> None:
    facts = found(row, parsers)
    assert facts
    for fact in facts:
        assert (fact.frame, fact.answer) == ("subject", fact.cause)
        assert row.example.startswith(f"{fact.cause} ")
        assert row.example.endswith(f" {fact.effect}.")
        assert len(fact.cause) + len(fact.effect) < len(row.example)


@pytest.mark.parametrize("row", connected(verbs.CAUSAL_VERBS, {}))
def test_a_causal_verb_has_the_relation_of_its_row(row: Connective, parsers: Parsers) -> None:
    assert {fact.relation for fact in found(row, parsers)} == {row.relation}


@pytest.mark.xfail(reason="the particle or noun of the verb is left in the effect")
def test_the_particle_belongs_to_the_verb(parsers: Parsers) -> None:
    for row in verbs.CAUSAL_VERBS:
        _, *particles = row.words.split()
        assert not [f for f in found(row, parsers) if f.effect.split()[0] in particles], row


@pytest.mark.parametrize("row", connected(verbs.INVERSE_VERBS, {}))
def test_what_an_inverse_verb_leads_back_to_is_the_cause(row: Connective, parsers: Parsers) -> None:
    facts = found(row, parsers)
    assert facts
    for fact in facts:
        assert (fact.frame, fact.answer) == ("inverse", fact.cause)
        assert row.example.endswith(f" {fact.cause}.")
        assert row.example.startswith(f"{fact.effect} ")


@pytest.mark.xfail(reason="the verb and its preposition are left in the effect")
def test_the_effect_of_an_inverse_verb_is_its_subject(parsers: Parsers) -> None:
    for row in verbs.INVERSE_VERBS:
        _, preposition = row.words.split()
        assert not [f for f in found(row, parsers) if f.effect.endswith(preposition)], row


SHORT_EXAMPLES = (
    "as a result", "as a consequence", "consequently", "therefore", "in response", "hence", "thus",
)  # fmt: skip


@pytest.mark.parametrize(
    "row",
    connected(connectives.SENTENCE_MARKS, dict.fromkeys(SHORT_EXAMPLES, TOO_SHORT)),
)
def test_the_sentence_before_is_the_cause(row: Connective, parsers: Parsers) -> None:
    assert_sequel(row, row.example, parsers)


@pytest.mark.parametrize("row", connectives.SENTENCE_MARKS, ids=lambda row: row.words)
def test_a_longer_sequel_is_found(row: Connective, parsers: Parsers) -> None:
    example = row.example.replace(" it ", " the ferry ").replace("ferry", "ferry to Verra")
    assert_sequel(row, example.replace("hired guards", "hired more guards"), parsers)


def assert_sequel(row: Connective, example: str, parsers: Parsers) -> None:
    cause, sequel = example.rstrip(".").split(". ")
    facts = [fact for parsed in read(parsers, example) for fact in causes.extract(parsed)]
    assert facts
    for fact in facts:
        assert (fact.connective, fact.frame, fact.relation) == (row.words, "sequel", row.relation)
        assert fact.cause == cause
        assert set(fact.effect.split()) <= set(sequel.split())
        assert fact.evidence.quote == example


@pytest.mark.parametrize("verb", sorted(verbs.EFFECT_VERBS))
def test_a_which_clause_states_the_effect(verb: str, parsers: Parsers) -> None:
    """Which may resume the whole clause before it."""
    (form,) = getInflection(verb, tag="VBZ")[:1]
    middle = {"lead": "to", "result": "in"}.get(verb, "")
    text = f"Ostia closed the bridge, which {form} {middle} trade with Verra.".replace("  ", " ")
    facts = [fact for parsed in read(parsers, text) for fact in causes.extract(parsed)]
    assert ("effect", "Ostia closed the bridge") in [(fact.frame, fact.cause) for fact in facts]


@pytest.mark.parametrize("noun", sorted(connectives.RESULT_NOUNS))
def test_this_is_a_result(noun: str, parsers: Parsers) -> None:
    mark = "to" if noun == "response" else "of"
    article = "an" if noun[0] in "aeiou" else "a"
    text = f"Ice closed the bay. This is {article} {noun} {mark} a cold winter in Verra."
    facts = [fact for parsed in read(parsers, text) for fact in causes.extract(parsed)]
    assert ("origin", "a cold winter in Verra", "Ice closed the bay") in [
        (fact.frame, fact.cause, fact.effect) for fact in facts
    ]
