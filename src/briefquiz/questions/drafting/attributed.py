"""Keeping whose word it is: a reported clause is asked as reported."""

from briefquiz.facts.clauses import Clause
from briefquiz.facts.parsed import ParsedBrief
from briefquiz.facts.reporting import Attribution
from briefquiz.questions.drafting.rendering import lowered, render

PRONOUNS = frozenset({"PRP", "PRP$", "WP", "WDT", "DT", "EX"})


def said_by(attribution: Attribution | None, clause: Clause, parsed: ParsedBrief) -> str | None:
    """ "According to the ministry" where somebody else speaks; "" where the clause says so itself.

    None where the speaker cannot be named, or only might say so.
    """
    if attribution is None:
        return ""
    stem = {token.i for token in clause.tokens}
    if all(token.i in stem for token in attribution.speaker):
        return ""
    if " " in attribution.verb and attribution.verb != "according to":
        return None  # "critics might argue": nobody says so
    if any(t.tag_ == "PRP$" for t in attribution.speaker):
        return None  # "according to its website"
    if len(attribution.speaker) == 1 and attribution.speaker[0].tag_ in PRONOUNS:
        return None
    return f"According to {render(lowered(attribution.speaker, parsed.names))}"


def attributed(
    question: str, attribution: Attribution | None, clause: Clause, parsed: ParsedBrief
) -> str | None:
    """A question (it starts with a wh-word or a preposition), opened with whose word it is."""
    said = said_by(attribution, clause, parsed)
    if said is None:
        return None
    return f"{said}, {question[:1].lower()}{question[1:]}" if said else question
