"""A question as a reader of Moodle's formats finds it, and what it says as plain values."""

import html
import re
from dataclasses import dataclass
from typing import Any, Literal

from briefquiz.quiz import (
    Choice,
    Choices,
    Essay,
    Figure,
    Gap,
    Gaps,
    Item,
    Loss,
    Pairs,
    Sequence,
    TrueFalse,
    Words,
)

Type = Literal["multichoice", "truefalse", "shortanswer", "numerical", "matching", "essay", "cloze"]
IN_ORDER = "Number them in the right order, beginning with 1."
SEVERAL = re.compile(r"[ \t]+")
ENDS = re.compile(r"^[\s\ufeff]+|[\s\ufeff]+$")
NO_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True)
class Answer:
    """An answer, its worth in per cent and the HTML shown when it is chosen."""

    text: str
    percent: float
    feedback: str = ""
    tolerance: str = ""


@dataclass(frozen=True)
class Raw:
    """What stands in a file about one question; None where the format has no place for it.

    Answers of `multichoice` are HTML, others plain text; `pairs` are HTML on both sides.
    """

    type: Type
    name: str
    id: str
    tags: tuple[str, ...]
    stem: str
    general: str
    answers: tuple[Answer, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()
    single: bool | None = None
    shuffled: bool | None = None
    points: int | None = None
    grader: str | None = None


def shown(page: str) -> str:
    """The text that a browser shows of HTML without other marks than line breaks."""
    text = page.replace("<br>", "\n")
    assert "<" not in text, page
    assert ">" not in text, page
    return html.unescape(text)


def tidy(text: str) -> str:
    """The text as nobody can tell it from another one on a page."""
    text = NO_TEXT.sub("", text).replace("\r\n", "\n").replace("\r", "\n")
    lines = [ENDS.sub("", SEVERAL.sub(" ", line)) for line in text.split("\n")]
    return ENDS.sub("", "\n".join(lines))


def typed(text: str) -> str:
    """The text as somebody would type it, whatever the case."""
    return " ".join(tidy(text).split()).casefold()


def literal(pattern: str) -> str:
    """What a short answer of Moodle stands for; it must not hold a wildcard."""
    assert not re.search(r"(?<!\\)\*", pattern), pattern
    return pattern.replace("\\*", "*")


def said(raw: Raw) -> dict[str, Any]:
    """What a question says, in the words of `meant`."""
    stem, _, note = raw.stem.partition("<br><em>")
    general, model, rubric = _model(raw.general)
    if raw.grader is not None:
        assert _model(raw.grader) == ("", model, rubric)
    return {
        "id": raw.name.split(" ", 1)[1],
        "prompt": stem if raw.type == "cloze" else tidy(shown(stem)),
        "tags": {tag.casefold() for tag in raw.tags},
        "explain": _explain(general),
        "sources": _sources(general),
        "response": _response(raw, note.removesuffix("</em>"), model, rubric),
        "points": raw.points,
    }


def _model(general: str) -> tuple[str, str, list[tuple[int, str]]]:
    """The general feedback without its model answer; the model answer; its rubric."""
    found = re.match(r"<p><b>Model answer:</b> (.*?)</p>(?:<ul>(.*?)</ul>)?", general)
    if not found:
        return general, "", []
    rows = re.findall(r"<li>(.*?) <b>\((\d+) points?\)</b></li>", found.group(2) or "")
    rubric = [(int(points), tidy(shown(text))) for text, points in rows]
    return general[found.end() :], tidy(shown(found.group(1))), rubric


def _explain(general: str) -> str:
    found = re.match(r"<p>(.*?)</p>", general)
    return tidy(shown(found.group(1))) if found else ""


def _sources(general: str) -> list[tuple[str, int]]:
    quotes = re.findall(r"<blockquote>(.*?)(?: <small>\(¶ (\d+)\)</small>)?</blockquote>", general)
    return [(tidy(shown(re.sub("</?b>", "", words))), int(para or 0)) for words, para in quotes]


def _response(raw: Raw, note: str, model: str, rubric: object) -> tuple[Any, ...]:
    match raw.type:
        case "multichoice":
            rows = [
                (tidy(shown(a.text)), a.percent > 0, tidy(shown(a.feedback))) for a in raw.answers
            ]
            return ("one of" if raw.single else "some of", sorted(rows))
        case "truefalse":
            return ("truth", raw.answers[0].percent > 0)
        case "shortanswer":
            return ("typed", [typed(literal(a.text)) for a in raw.answers], shown(note))
        case "numerical":
            return ("number", [(float(a.text), float(a.tolerance)) for a in raw.answers],
                    {tidy(shown(a.feedback)) for a in raw.answers}, shown(note))  # fmt: skip
        case "matching":
            sides = [(tidy(shown(left)), typed(shown(right))) for left, right in raw.pairs]
            if note == IN_ORDER:
                return (
                    "sequence",
                    [left for left, place in sorted(sides, key=lambda s: int(s[1]))],
                )
            pairs = sorted(side for side in sides if side[0])
            return ("pairs", pairs, sorted(right for left, right in sides if not left))
        case "essay":
            return ("essay", model, rubric)
        case "cloze":
            return ("gaps", raw.stem)


def meant(item: Item) -> dict[str, Any]:
    """What an item should say, the order of its options aside."""
    tags = (item.kind, *item.tags)
    return {
        "id": item.id,
        "prompt": tidy(item.prompt),
        "tags": {typed(tag) for tag in tags if tidy(tag)},
        "explain": tidy(item.explain),
        "sources": [(tidy(s.quote), s.para) for s in item.sources if tidy(s.quote)],
        "response": _meant(item),
        "points": item.points,
    }


def _meant(item: Item) -> tuple[Any, ...]:
    match item.response:
        case Choice(answer=answer, distractors=wrong, last=last):
            rows = [(tidy(answer), True, ""), *((tidy(o.text), False, tidy(o.why)) for o in wrong)]
            rows += [(tidy(last), False, "")] if last else []
            return ("one of", sorted(rows))
        case Choices(answers=answers, distractors=wrong):
            rows = [(tidy(answer), True, "") for answer in answers]
            rows += [(tidy(option.text), False, tidy(option.why)) for option in wrong]
            return ("some of", sorted(rows))
        case TrueFalse(answer=truth):
            return ("truth", truth)
        case Words(answer=answer, accept=accept):
            forms = dict.fromkeys(typed(form) for form in (answer, *accept) if typed(form))
            return ("typed", list(forms), "")
        case Figure():
            return ("figure",)
        case Gaps():
            return ("gaps",)
        case Pairs(pairs=pairs, extra=extra):
            sides = sorted((tidy(left), typed(right)) for left, right in pairs)
            rights = {right for _, right in sides}
            return ("pairs", sides, sorted({typed(e) for e in extra if typed(e)} - rights))
        case Sequence(items=steps):
            return ("sequence", [tidy(step) for step in steps])
        case Essay(model=model, rubric=rubric):
            return ("essay", tidy(model), [(c.points, tidy(c.text)) for c in rubric])


def flat(item: Item) -> str:
    """The text of a cloze with its gaps, answers and hints in it."""
    assert isinstance(item.response, Gaps)
    return tidy("".join(_flat(part) for part in item.response.parts))


def _flat(part: str | Gap) -> str:
    if isinstance(part, str):
        return part
    hint = " ".join(tidy(part.hint).split())
    return f"[[{typed(part.answer)}]]" + (f" ({hint})" if hint else "")


def lost(losses: tuple[Loss, ...], item: Item) -> set[str]:
    """The first words of what is announced as lost of the item: "question", "tag", "points" …"""
    words = (re.sub("“.*”", "", loss.message) for loss in losses if loss.item == item.id)
    return {word for message in words for word in re.findall(r"[a-z]+", message)}
