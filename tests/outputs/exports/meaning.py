"""What an item says, in one form: made from our items here, and by the readers from files."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from briefquiz.outputs import arrange
from briefquiz.outputs.evidence import figure
from briefquiz.quiz import (
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
    TrueFalse,
    Words,
)

NOT_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
BLANK = "____"


@dataclass(frozen=True)
class Meaning:
    """An item as a teacher would check it, whatever file it stands in."""

    id: str
    kind: str
    points: int
    prompt: str
    says: dict[str, Any]
    explain: str
    evidence: list[tuple[str, int]]
    tags: Counter[str] = field(default_factory=Counter)


def text(value: str) -> str:
    """The text without control characters, lines ended by "\\n"."""
    return NOT_TEXT.sub("", value).replace("\r\n", "\n").replace("\r", "\n")


def line(value: str) -> str:
    """The text as it is typed on one line."""
    return " ".join(text(value).split())


def meanings(quiz: Quiz) -> list[Meaning]:
    """What the items of a quiz say."""
    return [
        Meaning(
            item.id,
            item.kind,
            item.points,
            _prompt(item),
            says(quiz, item),
            text(item.explain),
            [(text(source.quote), source.para) for source in item.sources],
            Counter(text(tag) for tag in item.tags),
        )
        for item in quiz.items
    ]


def _prompt(item: Item) -> str:
    """The prompt; of a text with gaps, the text with a blank for each."""
    if not isinstance(item.response, Gaps):
        return text(item.prompt)
    return "".join(text(part) if isinstance(part, str) else BLANK for part in item.response.parts)


def says(quiz: Quiz, item: Item) -> dict[str, Any]:
    """What is asked and what is right, beside the prompt."""
    match item.response:
        case Choice() as response:
            printed = arrange.choice(quiz, item, response)
            return {
                "options": [text(option.text) for option in printed],
                "right": [text(response.answer)],
                "whys": _whys(response),
                "shuffled": arrange.is_shuffled(response),
                "pinned": bool(response.last),
            }
        case TrueFalse(answer=truth):
            return {
                "options": ["True", "False"],
                "right": [str(truth)],
                "whys": Counter(),
                "shuffled": False,
                "pinned": False,
            }
        case Choices(answers=answers) as response:
            printed = arrange.choices(quiz, item, response)
            return {
                "options": [text(option.text) for option in printed],
                "all right": Counter(text(answer) for answer in answers),
                "whys": _whys(response),
            }
        case Words(answer=answer, accept=accept):
            return {"words": typed([answer, *accept]), "unit": ""}
        case Figure() as response:
            return says_figure(response)
        case Gaps(parts=parts):
            return {"gaps": _gaps(parts)}
        case Pairs(pairs=pairs, extra=extra):
            return {
                "pairs": [(text(left), text(right)) for left, right in pairs],
                "extra": Counter(map(text, extra)),
            }
        case Sequence(items=steps):
            return {"steps": [text(step) for step in steps]}
        case Essay(model=model, rubric=rubric, lines=lines):
            return {
                "model": text(model),
                "rubric": [(line.points, text(line.text)) for line in rubric],
                "lines": lines,
            }


def _whys(response: Choice | Choices) -> Counter[tuple[str, str]]:
    return Counter((text(one.text), text(one.why)) for one in response.distractors if text(one.why))


def typed(forms: Iterable[str]) -> list[str]:
    """Right forms to type: the answer, then the others, each once, none empty."""
    first, *others = map(line, forms)
    return [first, *dict.fromkeys(other for other in others if other and other != first)]


DIGITS = "[0-9]{1,15}(?:,[0-9]{3}){0,4}(?:[.][0-9]{1,15})?"
NUMBER = rf"(?<![\w.,])[-−]?{DIGITS}(?![\d²³¹¼-¾⁰-⁹⅐-⅞]|[.,]\d)"


def says_figure(response: Figure) -> dict[str, Any]:
    """A number between words, or the words of a figure. Written apart from the code it judges."""
    cut = _cut(response.answer)
    others = [_cut(form) for form in response.accept]
    fits = [
        bool(cut and one and (one[::2] == cut[::2] or one == ("", cut[1], ""))) for one in others
    ]
    if cut is None or (not all(fits) and not response.tolerance):
        return {
            "words": typed([response.answer, figure(response), *response.accept]),
            "unit": text(response.unit),
        }
    numbers = [cut[1], *(one[1] for one, fit in zip(others, fits, strict=True) if one and fit)]
    return {
        "numbers": list(dict.fromkeys(numbers)),
        "near": Decimal(response.tolerance or "0"),
        "around": [text(cut[0]), text(cut[2])],
        "unit": text(response.unit),
    }


def _cut(form: str) -> tuple[str, Decimal, str] | None:
    parts = re.split(f"({NUMBER})", form)
    if len(parts) != 3:
        return None
    number = Decimal(parts[1].replace(",", "").replace("−", "-"))
    return parts[0].strip(), number, parts[2].strip()


def _gaps(parts: Iterable[str | Gap]) -> list[tuple[str, str] | str]:
    out: list[tuple[str, str] | str] = []
    for part in parts:
        if isinstance(part, Gap):
            out.append((line(part.answer), text(part.hint)))
        elif out and isinstance(out[-1], str):
            out[-1] += text(part)
        elif text(part):
            out.append(text(part))
    return out
