"""What is shown once a question is answered: the explanation, and the words of the brief."""

from collections.abc import Iterator

from briefquiz.outputs.exports.markup import Tag, broken, tag
from briefquiz.quiz import Item


def proof(item: Item) -> Iterator[Tag]:
    """Explanation and evidence as blocks of HTML that QTI allows too; nothing if there is none."""
    if item.explain:
        yield tag("p", {"class": "explanation"}, *broken(item.explain))
    for source in item.sources:
        place = [tag("p", {"class": "place"}, f"Paragraph {source.para}")] if source.para else []
        yield tag("blockquote", {"class": "evidence"}, tag("p", {}, *broken(source.quote)), *place)


def figure_line(before: str, box: Tag | str, after: str, unit: str, unit_first: bool) -> Tag:
    """The line a figure is typed on: its words and its unit around the box."""
    unit_part = [tag("span", {"class": "unit"}, unit)] if unit else []
    parts = [
        *(unit_part if unit_first else []),
        *([tag("span", {"class": "before"}, before)] if before else []),
        box,
        *([tag("span", {"class": "after"}, after)] if after else []),
        *([] if unit_first else unit_part),
    ]
    spaced = [node for part in parts for node in (part, " ")]
    return tag("p", {"class": "answer"}, *spaced[:-1], "")
