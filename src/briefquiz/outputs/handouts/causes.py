"""The causal links of a sheet, joined by the very words of the brief."""

from dataclasses import replace

from briefquiz.outputs import evidence
from briefquiz.outputs.pictures.known import Link
from briefquiz.quiz import Item, Quiz

WORD_LIMIT = 28
"""A longer stretch between a cause and its effect is more than what joins them."""

STEM = 5
"""So many letters of a word tell it in whatever form."""


def worded(link: Link, quiz: Quiz) -> Link:
    """The link with the words between its two sides in the brief ("has led"), if they are few.

    A fact has the words in their plain form ("lead to"). Where the brief tells the effect first,
    its words would read against the arrow ("This was a result of"), and the link stays as it is.
    """
    item = next(item for item in quiz.items if item.id == link.item)
    word = _between(item)
    return replace(link, word=word) if word else link


def _between(item: Item) -> str:
    for source in item.sources:
        cause, effect = (
            evidence.find(item.fact.get(key, ""), source.quote) for key in ("cause", "effect")
        )
        if cause and effect and cause[1] <= effect[0]:
            word = source.quote[cause[1] : effect[0]].strip(" ,.;:–—")
            whole = _rest_of(item.fact.get("connective", ""), source.quote[effect[1] :])
            return word if len(word) <= WORD_LIMIT and not whole else ""
    return ""


def _rest_of(connective: str, after: str) -> bool:
    """Whether the last word of what joins them comes only after both ("had dire consequences")."""
    words = connective.split()
    return len(words) > 1 and len(words[-1]) > STEM and words[-1][:STEM] in after.casefold()
