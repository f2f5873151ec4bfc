"""What is drafted from a few sentences of our own."""

from briefquiz import facts
from briefquiz.nlp import Parsers
from briefquiz.questions.drafting.agreement import agreed, worded
from briefquiz.questions.drafting.candidate import Candidate
from tests.readings import brief_of


def candidates(
    parsers: Parsers, *paragraphs: str, title: str = "A brief", published: str = ""
) -> tuple[Candidate, ...]:
    """Every wording of every fact, as both parsers have it together."""
    brief = brief_of(*paragraphs, title=title, published=published)
    return agreed([worded(facts.extract(parsed), parsed) for parsed in parsers.both(brief)])


def by_rule(parsers: Parsers, rule: str, *paragraphs: str, title: str = "A brief") -> Candidate:
    """The one candidate of a rule."""
    found = [c for c in candidates(parsers, *paragraphs, title=title) if c.rule == rule]
    assert len(found) == 1, [(candidate.rule, candidate.prompt) for candidate in found]
    return found[0]
