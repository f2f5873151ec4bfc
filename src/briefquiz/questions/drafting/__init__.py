"""How facts become questions: wording, gates, agreement, choosing, composing.

`draft` is a pure function of the parses of one brief.
"""

from collections.abc import Sequence

from briefquiz import facts
from briefquiz.facts import Fact
from briefquiz.facts.dates import DateFact
from briefquiz.facts.numbers import NumberFact
from briefquiz.facts.parsed import ParsedBrief
from briefquiz.questions import Question
from briefquiz.questions.drafting.agreement import agreed, worded
from briefquiz.questions.drafting.choosing import choose
from briefquiz.questions.drafting.composing import Known, compose, with_unique_ids
from briefquiz.questions.drafting.distractors.dates import latest_told
from briefquiz.questions.drafting.tables import deeds_of_actors, events_in_order


def draft(parses: Sequence[ParsedBrief]) -> tuple[Question, ...]:
    """All questions of a brief, ready or with their doubts, in the brief's order.

    `parses` are the same brief as different parsers read it.
    """
    return draft_from([facts.extract(parsed) for parsed in parses], parses)


def draft_from(
    found: Sequence[Sequence[Fact]], parses: Sequence[ParsedBrief]
) -> tuple[Question, ...]:
    """The same where the facts of each parse are known already."""
    chosen = choose(agreed([worded(*each) for each in zip(found, parses, strict=True)]))
    first = found[0]
    dates = tuple(fact for fact in first if isinstance(fact, DateFact))
    known = Known(
        dates=dates,
        numbers=tuple(fact for fact in first if isinstance(fact, NumberFact)),
        latest=parses[0].brief.published or latest_told(dates),
    )
    questions = [compose(candidate, known) for candidate in chosen]
    tables = [events_in_order(chosen), deeds_of_actors(chosen)]
    return with_unique_ids([*questions, *(table for table in tables if table is not None)])
