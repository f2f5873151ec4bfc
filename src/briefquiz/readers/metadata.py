"""What a page says of itself: JSON-LD, meta tags, the elements that show title and date."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import TypeAlias

from briefquiz.readers import dates
from briefquiz.readers.decode import clean
from briefquiz.readers.footmarks import Element
from briefquiz.readers.pieces import Front

Said: TypeAlias = Mapping[str, str]

ARTICLE = re.compile(r"(?:\w*Article|Report|BlogPosting|ScholarlyArticle|WebPage|CreativeWork)$")
TITLE = ("citation_title", "dc.title", "dcterms.title", "og:title", "twitter:title")
DATE = (
    "article:published_time citation_publication_date citation_date dc.date.issued dcterms.issued "
    "dc.date dcterms.date dcterms.created date pubdate publishdate publish-date publication_date "
    "parsely-pub-date sailthru.date datepublished og:published_time"
).split()
SOURCE = ("og:site_name", "citation_publisher", "dc.publisher", "dcterms.publisher", "publisher")
AUTHOR = ("author", "citation_author", "dc.creator", "dcterms.creator", "parsely-author")
SITE = re.compile(r"\s+(?:[|–—·»]|-|::)\s+")
SLASHED = re.compile(r"\b(\d{4})/(\d\d)/(\d\d)\b")
MOST_JSON = 300_000  # characters of one JSON-LD block
DEEPEST_JSON = 6


def front(tree: Element) -> Front:
    """The title, date, publisher and author of a page, each "" where it does not say."""
    said = _metas(tree)
    linked = _linked(tree)
    return Front(
        title=_title(tree, linked.get("headline") or _first(said, TITLE)),
        published=_date(linked.get("datePublished", ""))
        or _date(_first(said, DATE))
        or _time(tree),
        source=linked.get("publisher") or _first(said, SOURCE),
        author=linked.get("author") or _no_address(_first(said, AUTHOR)),
    )


def _metas(tree: Element) -> Said:
    said: dict[str, str] = {}
    for meta in tree.iter("meta"):
        key = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        value = _line(meta.get("content") or "")
        if value:
            said.setdefault(key.lower(), value)
    return said


def _first(said: Said, keys: tuple[str, ...] | list[str]) -> str:
    return next((said[key] for key in keys if said.get(key)), "")


def _line(text: object) -> str:
    return " ".join(clean(text).split())[:500] if isinstance(text, str) else ""


def _date(text: str) -> str:
    return dates.iso(SLASHED.sub(r"\1-\2-\3", text), years=True) if text else ""


def _no_address(author: str) -> str:
    return "" if "://" in author or author.startswith("@") else author


def _title(tree: Element, told: str) -> str:
    """The title as printed if the page prints it, or as told without the name of the site."""
    shown = [_line(" ".join(heading.itertext())) for heading in tree.iter("h1")]
    told = told or _line(_page_title(tree))
    for heading in shown:
        if heading and (told.startswith(heading) or heading.startswith(told)):
            return heading
    if not told:
        return next(filter(None, shown), "")
    parts = SITE.split(told)
    return max(parts, key=len) if len(parts) > 1 else told


def _page_title(tree: Element) -> str:
    title = next(tree.iter("title"), None)
    return "" if title is None else "".join(title.itertext())


def _time(tree: Element) -> str:
    """The date of the first <time> that is marked as that of the publication, or stands alone."""
    times = [time for time in tree.iter("time") if time.get("datetime")]
    marked = [time for time in times if "pub" in f"{time.get('itemprop')} {time.get('class')}"]
    chosen = (marked or times[:1])[:1]
    return _date(chosen[0].get("datetime")) if chosen else ""


def _linked(tree: Element) -> Said:
    """Headline, date, publisher and author of the first article in the page's JSON-LD."""
    for script in tree.iter("script"):
        if script.get("type", "").lower() != "application/ld+json":
            continue
        for node in _nodes(_loaded(script.text or ""), DEEPEST_JSON):
            if any(ARTICLE.match(kind) for kind in _kinds(node)) and _named(node.get("headline")):
                return {
                    key: _named(node.get(key))
                    for key in ("headline", "datePublished", "publisher", "author")
                }
    return {}


def _loaded(text: str) -> object:
    if len(text) > MOST_JSON:
        return None
    try:
        return json.loads(text.strip().rstrip(";"), strict=False)
    except (ValueError, RecursionError):
        return None


def _nodes(value: object, depth: int) -> Iterator[dict[str, object]]:
    if depth == 0:
        return
    if isinstance(value, dict):
        yield value
        yield from _nodes(value.get("@graph"), depth - 1)
        yield from _nodes(value.get("mainEntity"), depth - 1)
    elif isinstance(value, list):
        for item in value:
            yield from _nodes(item, depth - 1)


def _kinds(node: dict[str, object]) -> list[str]:
    kind = node.get("@type")
    kinds = kind if isinstance(kind, list) else [kind]
    return [kind for kind in kinds if isinstance(kind, str)]


def _named(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(name for name in map(_named, value) if name)
    if isinstance(value, dict):
        return _named(value.get("name"))
    return _line(value)
