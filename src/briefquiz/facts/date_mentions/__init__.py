"""Dates in a line of text: regular expressions and small tables, no parser."""

from briefquiz.facts.date_mentions.find import find_dates

__all__ = ["find_dates"]
