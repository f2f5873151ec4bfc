"""Keeping whose word it is: a reported clause is asked as reported."""

from briefquiz.facts.clauses import Clause
from briefquiz.facts.parsed import ParsedBrief
from briefquiz.facts.reporting import Attribution
from briefquiz.questions.drafting.rendering import lowered, render

PRONOUNS = frozenset({"PRP", "PRP$", "WP", "WDT", "DT", "EX"})


def attributed(
    question: str, attribution: Attribution | None, clause: Clause, parsed: ParsedBrief
) -> str | None:
    """The question, opened with "According to …" where somebody else speaks.

    Unchanged where the clause itself holds the speaker; None where the speaker cannot be named.
    """
    if attribution is None:
        return question
    stem = {token.i for token in clause.tokens}
    if all(token.i in stem for token in attribution.speaker):
        return question
    if len(attribution.speaker) == 1 and attribution.speaker[0].tag_ in PRONOUNS:
        return None
    speaker = render(lowered(attribution.speaker, parsed.names))
    return f"According to {speaker}, {question[:1].lower()}{question[1:]}"
