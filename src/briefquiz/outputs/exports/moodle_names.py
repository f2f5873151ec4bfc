"""What Moodle's question bank knows a question by: name, ID number, category, tags."""

import re

from briefquiz import ids
from briefquiz.outputs.exports.rich import line
from briefquiz.quiz import Item, Quiz

IDNUMBER = 100
"""Characters that Moodle keeps of an ID number."""
TAG = 50
"""Characters that Moodle keeps of a tag."""
CATEGORY = 250


def name(quiz: Quiz, place: int, item: Item) -> str:
    """The question's name in the question bank; sorted by name, questions stand as on paper."""
    return f"{place:0{len(str(len(quiz.items)))}} {item.id}"


def identifier(quiz: Quiz, item: Item) -> str:
    """The question's ID number: quiz and item, as long as Moodle keeps it."""
    plain = re.fullmatch(r"[A-Za-z0-9._-]+", quiz.id)
    owner = quiz.id if plain else f"{ids.slug(quiz.id)}-{ids.short_hash(quiz.id)}"
    whole = f"{owner}/{item.id}"
    return whole if len(whole) <= IDNUMBER else ids.short_hash(quiz.id, item.id, length=32)


def category(quiz: Quiz) -> str:
    """The path of the category: the quiz's title, made safe for Moodle's category names."""
    title = line(quiz.title.replace("<", "‹").replace(">", "›"))[:CATEGORY].strip() or quiz.name
    name = title.replace("/", "//")
    before, after = " " * name.startswith("/"), " " * name.endswith("/")
    return f"top/{before}{name}{after}"


def tags(item: Item, forbidden: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Kind and tags as Moodle keeps them, each once whatever its case; then what is lost.

    `forbidden` holds the characters that the format cannot write in a tag.
    """
    kept: dict[str, str] = {}
    lost = []
    for tag in (item.kind, *item.tags):
        wanted = line(tag)
        safe = "".join(char for char in wanted if char not in forbidden)[:TAG].strip()
        if safe != wanted:
            lost.append(f"the tag “{wanted}” as it is written")
        if safe:
            kept.setdefault(safe.casefold(), safe)
    return tuple(kept.values()), tuple(lost)
