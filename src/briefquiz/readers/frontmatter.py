"""YAML between --- lines at the head of a file."""

import re

import yaml

from briefquiz.readers import dates
from briefquiz.readers.pieces import Front

FRONT_MATTER = re.compile(r"\s*---[ \t]*\n(?P<yaml>.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL)
KEY = re.compile(r"[ \t]*[\w -]+:(?:\s|$)")


def split_front_matter(text: str) -> tuple[Front, str]:
    """What the front matter says, and the text below it.

    Values are read as the strings that stand there (a date stays a date's text). Front matter
    that is not valid YAML says nothing and is still no prose.
    """
    match = FRONT_MATTER.match(text)
    if not match or not KEY.match(match["yaml"]):
        return Front(), text
    return _front(_mapping(match["yaml"])), text[match.end() :]


def _mapping(text: str) -> dict[str, str]:
    try:
        # Aliases within aliases grow without end, and no front matter needs one.
        if any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(text, yaml.BaseLoader)):
            return {}
        # BaseLoader makes strings, lists and dicts only, never an object.
        loaded = yaml.load(text, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError, ValueError):
        return {}
    if not isinstance(loaded, dict):
        return {}
    return {str(key).strip().lower(): _line(value) for key, value in loaded.items()}


def _line(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(item for item in map(_line, value) if item)
    if isinstance(value, dict):
        return _line(value.get("name", ""))
    return " ".join(str(value).split())


def _front(said: dict[str, str]) -> Front:
    def first(*keys: str) -> str:
        return next((said[key] for key in keys if said.get(key)), "")

    return Front(
        title=first("title"),
        published=dates.iso(first("date", "published", "publication_date", "created"), years=True),
        source=first("source", "publisher", "publication", "organisation", "organization"),
        author=first("author", "authors", "by"),
    )
