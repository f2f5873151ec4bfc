"""Who is who: the actors that questions know, with what they did, said or are."""

from collections.abc import Iterator
from dataclasses import dataclass

from briefquiz.outputs import evidence
from briefquiz.outputs.handouts.proofs import proof
from briefquiz.outputs.pictures.known import same
from briefquiz.quiz import Item, Pairs, Quiz, Source


@dataclass(frozen=True, slots=True)
class Deed:
    """What somebody did, said or is; who says so ("" if the brief does); the proof."""

    text: str
    attribution: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody, as first named, with all deeds."""

    name: str
    deeds: tuple[Deed, ...]


def actors(quiz: Quiz) -> tuple[Actor, ...]:
    """The actors of a quiz, each once, in the order of the file."""
    names: dict[str, str] = {}
    deeds: dict[str, dict[str, Deed]] = {}
    for item in quiz.items:
        if item.kind == "actor":
            for name, deed in _of(item):
                names.setdefault(same(name), _capital(name))
                deeds.setdefault(same(name), {}).setdefault(same(deed.text), deed)
    return tuple(Actor(names[key], tuple(told.values())) for key, told in deeds.items())


def _of(item: Item) -> Iterator[tuple[str, Deed]]:
    who, did = item.fact.get("who", "").strip(), item.fact.get("did", "").strip()
    if who:
        text = did or _after(who, item)
        if text:
            said = item.fact.get("attribution", "")
            yield who, Deed(text.rstrip("."), said, item.sources)
    elif isinstance(item.response, Pairs):
        for place, (name, deed) in enumerate(item.response.pairs):
            yield name, Deed(deed.rstrip("."), "", proof(item, item.response, place))


def _after(who: str, item: Item) -> str:
    """What a sentence that begins with somebody goes on to say of them."""
    for source in item.sources:
        span = evidence.find(who, source.quote)
        if span and not source.quote[: span[0]].strip():
            return " ".join(source.quote[span[1] :].split()).lstrip(" ,")
    return ""


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]
