"""What QTI 2.1 and 1.2 share: pieces of HTML that both allow, and head lines."""

import re
from collections.abc import Iterator

from briefquiz.outputs.exports.markup import Tag, broken, tag
from briefquiz.outputs.text import spelt_date
from briefquiz.quiz import Essay, Item, Quiz


def proof(item: Item) -> Iterator[Tag]:
    """Explanation and evidence, shown once a question is answered; nothing if there is none."""
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


def marking(response: Essay) -> Iterator[Tag]:
    """What an essay is marked by: a model answer, and what earns how many points."""
    yield tag("p", {"class": "model"}, *broken(response.model))
    lines = (
        tag("li", {}, tag("span", {"class": "points"}, str(line.points)), " ", *broken(line.text))
        for line in response.rubric
    )
    if response.rubric:
        yield tag("ul", {"class": "rubric"}, *lines)


def language(lang: str) -> dict[str, str]:
    """The language of a document, if it is one to XML."""
    return {"xml:lang": lang} if re.fullmatch(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*", lang) else {}


def about(quiz: Quiz) -> str:
    """Where the questions come from, in a line: source and date of the brief."""
    return ", ".join(filter(None, (quiz.source, spelt_date(quiz.published))))
