"""Amounts in a line of text: regular expressions and small tables, no parser."""

from briefquiz.facts.amount_mentions.find import find_amounts

__all__ = ["find_amounts"]
