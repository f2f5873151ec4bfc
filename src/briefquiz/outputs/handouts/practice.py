"""`<name>-practice.html`, a page that asks, marks and explains; one file, without a network.

The questions travel as JSON in the page, and its script puts them up as text, never as markup.
The policy in its head lets nothing run but that script and loads nothing at all.
"""

import base64
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias, assert_never

from markupsafe import Markup

from briefquiz.outputs import arrange, evidence
from briefquiz.outputs.handouts import pages
from briefquiz.outputs.text import printable
from briefquiz.quiz import (
    Artifact,
    Build,
    Choice,
    Choices,
    Essay,
    Figure,
    Gap,
    Gaps,
    Item,
    Pairs,
    Quiz,
    Sequence,
    Source,
    TrueFalse,
    Words,
)

Json: TypeAlias = str | int | bool | list["Json"] | dict[str, "Json"]
SCRIPTS = ("grading.js", "controls.js", "practice.js")


def render(quiz: Quiz, build: Build) -> tuple[Artifact, ...]:
    """The page; none for a quiz without items. It does not depend on the build."""
    if not quiz.items:
        return ()
    words = pages.words(quiz, "practice")
    style = pages.file("practice.css")
    script = "".join(map(pages.file, SCRIPTS))
    asked: list[Json] = [
        question(section, item, words) for section in quiz.sections for item in section.items
    ]
    data = pages.page(
        "practice.html",
        quiz=quiz,
        origin=pages.origin(quiz),
        words=words,
        style=Markup(style),
        script=Markup(script),
        style_hash=_hash(style),
        script_hash=_hash(script),
        data=Markup(_json({"lang": quiz.lang, "words": dict(words), "questions": asked})),
    )
    return (Artifact(f"{quiz.name}-practice.html", data),)


def _hash(text: str) -> Markup:
    """A text as a content security policy names it. Templates add a line break on either side."""
    digest = hashlib.sha256(f"\n{text}\n".encode()).digest()
    return Markup(f"'sha256-{base64.b64encode(digest).decode()}'")


def _json(value: Json) -> str:
    """JSON that no parser of HTML can take for markup."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    for letter in "<>&\u2028\u2029":
        text = text.replace(letter, f"\\u{ord(letter):04x}")
    return text


def question(quiz: Quiz, item: Item, words: Mapping[str, str]) -> dict[str, Json]:
    """A question as the page's script takes it."""
    asked: dict[str, Json] = {
        "kind": words[item.kind],
        "prompt": item.prompt,
        "points": item.points,
        "explain": item.explain,
        "quotes": list(_quotes(item)),
        **_response(quiz, item, words),
    }
    return {key: _clean(value) for key, value in asked.items()}


def _clean(value: Json) -> Json:
    """The value with every text in it printable."""
    match value:
        case str():
            return printable(value)
        case list():
            return [_clean(part) for part in value]
        case dict():
            return {key: _clean(part) for key, part in value.items()}
        case _:
            return value


def _quotes(item: Item) -> Iterator[Json]:
    for source in item.sources:
        yield {"para": source.para, "pieces": _pieces(item, source)}


def _pieces(item: Item, source: Source) -> list[Json]:
    return [{"text": p.text, "marked": p.marked} for p in pages.quote(item, source)]


def _response(quiz: Quiz, item: Item, words: Mapping[str, str]) -> dict[str, Json]:
    match item.response:
        case Choice() as response:
            options = arrange.choice(quiz, item, response)
            mixed = arrange.is_shuffled(response)
            return {
                "type": "choice",
                "options": _options(options, mixed, response.last),
            }
        case Choices() as response:
            return {
                "type": "choices",
                "options": _options(arrange.choices(quiz, item, response), True, ""),
            }
        case TrueFalse(answer=answer):
            judged = (("true", answer), ("false", not answer))
            options = tuple(arrange.Printed("", words[key], right) for key, right in judged)
            return {"type": "choice", "judged": True, "options": _options(options, False, "")}
        case Words(answer=answer, accept=accept):
            return {"type": "words", "answer": answer, "accept": list(accept)}
        case Figure() as response:
            return _figure(response)
        case Gaps(parts=parts):
            return {"type": "gaps", "parts": [_part(part) for part in parts]}
        case Pairs() as response:
            return {
                "type": "pairs",
                "pairs": [[left, right] for left, right in response.pairs],
                "rights": _unique(p.text for p in arrange.right_sides(quiz, item, response)),
            }
        case Sequence(items=items) as response:
            return {
                "type": "sequence",
                "items": list(items),
                "mixed": list(arrange.scrambled(quiz, item, response)),
            }
        case Essay(model=model, rubric=rubric):
            lines: list[Json] = [{"points": c.points, "text": c.text} for c in rubric]
            return {"type": "essay", "model": model, "rubric": lines}
        case _:
            assert_never(item.response)


def _options(options: Iterable[arrange.Printed], mixed: bool, last: str) -> list[Json]:
    """The options; those that are `mixed` may come in another order each time."""
    return [
        {"text": o.text, "right": o.right, "why": o.why, "mixed": mixed and o.text != last}
        for o in options
    ]


def _unique(texts: Iterable[str]) -> list[Json]:
    return list(dict.fromkeys(texts))


def _figure(response: Figure) -> dict[str, Json]:
    return {
        "type": "figure",
        "answer": response.answer,
        "whole": evidence.figure(response),
        "unit": response.unit,
        "before": evidence.goes_before(response.unit),
        "tolerance": response.tolerance,
        "accept": list(response.accept),
    }


def _part(part: str | Gap) -> Json:
    if isinstance(part, Gap):
        return {"gap": True, "answer": part.answer, "hint": part.hint}
    return {"gap": False, "text": part}
