"""What a machine can take for a right figure: a number to compute with, or the forms to type."""

import re
from dataclasses import dataclass

from briefquiz.outputs import evidence
from briefquiz.outputs.exports.rich import line
from briefquiz.outputs.values import SCALES
from briefquiz.quiz import Figure

HEDGES = (
    "about", "almost", "approximately", "around", "as many as", "as much as", "at least",
    "at most", "close to", "fewer than", "less than", "more than", "nearly", "no more than",
    "over", "roughly", "some", "under", "up to",
)  # fmt: skip
HEDGE = re.compile(rf"(?:{'|'.join(HEDGES)})\s+(?=\S)", re.IGNORECASE)
HEDGED = re.compile(rf"\b(?:{'|'.join(HEDGES)})\s+(?:how|what|which)\b", re.IGNORECASE)
NUMBER = re.compile(
    r"(?P<sign>[-−]?)(?P<before>[$€£¥₹]?)(?P<whole>\d{1,3}(?:,\d{3})+|\d+)(?P<part>\.\d+)?"
    r" ?(?P<after>%|[^\W\d]+(?: [^\W\d]+)?|)"
)
"""A number in digits, with a currency sign before it and at most two words after it."""
UNITS = {*SCALES, "%", "cent", "per", "percent", "percentage", "point"}
"""Words after a number that a student can be told to answer in."""


@dataclass(frozen=True, slots=True)
class Number:
    """A plain decimal number ("52.7") and what it counts ("billion", "%", "")."""

    value: str
    scale: str


@dataclass(frozen=True, slots=True)
class Graded:
    """How a figure is graded: by numbers within a tolerance, or, without numbers, by its forms.

    `unit` is what to answer in, `lost` what cannot be graded so.
    """

    forms: tuple[str, ...]
    numbers: tuple[str, ...] = ()
    tolerance: str = "0"
    unit: str = ""
    lost: tuple[str, ...] = ()


def bare(text: str, prompt: str) -> str:
    """The figure without its "around" if the prompt has said so already ("about how many")."""
    return HEDGE.sub("", text, count=1) if HEDGE.match(text) and HEDGED.search(prompt) else text


def number(text: str) -> Number | None:
    """The number that the text is, or None if it is more, or in words."""
    found = NUMBER.fullmatch(text)
    after = found["after"].casefold() if found else ""
    if not found or any(word.removesuffix("s") not in UNITS for word in after.split()):
        return None
    sign = "-" if found["sign"] else ""
    value = f"{sign}{found['whole'].replace(',', '')}{found['part'] or ''}"
    return Number(value, " ".join(part for part in (after, found["before"]) if part))


def grade(response: Figure, prompt: str) -> Graded:
    """How to grade the figure.

    Numbers in digits are computed with, and the student is told what to answer in: nobody should
    fail over a comma or a space. Without a tolerance, a form in words makes them all typed.
    """
    main = number(bare(line(response.answer), prompt))
    others = [(line(text), number(line(text))) for text in response.accept]
    unlike = [text for text, other in others if main is None or not _alike(main, other)]
    if main is None or (unlike and not response.tolerance):
        lost = (f"the tolerance of ± {response.tolerance}",) if response.tolerance else ()
        return Graded(_forms(response, prompt), unit=line(response.unit), lost=lost)
    values = [main.value, *(other.value for _, other in others if other and _alike(main, other))]
    return Graded(
        forms=(),
        numbers=tuple(dict.fromkeys(values)),
        tolerance=response.tolerance or "0",
        unit=" ".join(part for part in (main.scale, line(response.unit)) if part),
        lost=tuple(f"the form “{text}” of its figure" for text in unlike),
    )


def _alike(main: Number, other: Number | None) -> bool:
    return other is not None and other.scale.casefold() == main.scale.casefold()


def _forms(response: Figure, prompt: str) -> tuple[str, ...]:
    """What may be typed: with the unit and without it, with its hedge and without it."""
    short = bare(line(response.answer), prompt)
    both = (response, Figure(short, response.unit))
    texts = [form for figure in both for form in (evidence.figure(figure), figure.answer)]
    return tuple(texts) + response.accept
