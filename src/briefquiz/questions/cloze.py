"""cloze: a text with gaps, written as [[answer]] or [[answer|hint]]."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from briefquiz.errors import Issue
from briefquiz.questions.common import Common
from briefquiz.quiz import Gap, Gaps

GAP = re.compile(r"\[\[(.+?)\]\](?!\])", re.DOTALL)
BLANK = "____"
_WHOLE = re.compile(r"\[\[(?:(?!\[\[).)+?\]\](?!\])", re.DOTALL)
_HALF = re.compile(r"\[\[(?:[^\[\]]{0,40}\]|\S*)|\[[^\[\]]{0,40}\]\]|[^\s\[\]]*\]\]")


@dataclass(frozen=True, slots=True, kw_only=True)
class ClozeQuestion(Common):
    """A text with gaps: [[answer]] or [[answer|hint]] in the prompt."""

    type: Literal["cloze"] = "cloze"


def check(question: ClozeQuestion) -> Iterator[Issue]:
    """At least one gap, none of them empty, and each with both its brackets on both sides."""
    found = [part.answer for part in gaps(question.prompt) if isinstance(part, Gap)]
    torn = _torn(question.prompt, found)
    for text in torn:
        yield Issue(("prompt",), f"{text!r} {_mended(text)}; a gap is written [[answer]]")
    if not found and not torn:
        yield Issue(("prompt",), "a cloze needs a gap, written [[answer]]")
    if not all(answer.strip() for answer in found):
        yield Issue(("prompt",), "has a gap without an answer")


def _torn(prompt: str, answers: list[str]) -> list[str]:
    """Double brackets without their partner, each with the words beside it."""
    outside = _HALF.findall(_WHOLE.sub(" ", prompt))
    uneven = [answer for answer in answers if answer.count("[") != answer.count("]")]
    return outside or [f"[[{answer}]]" for answer in uneven]


def _mended(text: str) -> str:
    """What is wrong with double brackets without their partner."""
    if "]" not in text:
        return "opens a gap that is not closed: put ]] after the answer"
    if "[" not in text:
        return "closes a gap that is not opened: put [[ before the answer"
    return "has a bracket too few or too many"


def gaps(prompt: str) -> tuple[str | Gap, ...]:
    """The prompt cut into text and gaps, in reading order."""
    out: list[str | Gap] = []
    at = 0
    for match in GAP.finditer(prompt):
        if match.start() > at:
            out.append(prompt[at : match.start()])
        answer, _, hint = match.group(1).partition("|")
        out.append(Gap(answer, hint))
        at = match.end()
    if at < len(prompt):
        out.append(prompt[at:])
    return tuple(out)


def blanked(prompt: str) -> str:
    """The prompt with every gap as a blank."""
    return GAP.sub(BLANK, prompt)


def response(question: ClozeQuestion) -> Gaps:
    """The response shape of a cloze."""
    return Gaps(gaps(question.prompt))
