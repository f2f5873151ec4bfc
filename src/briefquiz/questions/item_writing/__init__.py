"""What is known about writing questions, as rules that give warnings."""

from collections.abc import Iterator
from dataclasses import replace

from briefquiz.errors import Issue
from briefquiz.questions.item_writing.rule import Rule
from briefquiz.questions.item_writing.rules import RULES
from briefquiz.questions.item_writing.sheet import Sheet

__all__ = ["RULES", "Rule", "Sheet", "check"]


def check(sheet: Sheet) -> Iterator[Issue]:
    """Everything in the sheet that breaks a rule, as warnings, rule by rule.

    The path of each begins with the question's place.
    """
    for rule in RULES:
        for issue in rule.find(sheet):
            yield replace(issue, severity="warning", rule=rule.name)
