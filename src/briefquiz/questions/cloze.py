"""cloze: a text with gaps, written as [[answer]] or [[answer|hint]]."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from briefquiz.errors import Issue
from briefquiz.questions.common import Common
from briefquiz.quiz import Gap, Gaps

GAP = re.compile(r"\[\[(.+?)\]\]", re.DOTALL)
BLANK = "____"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClozeQuestion(Common):
    """A text with gaps: [[answer]] or [[answer|hint]] in the prompt."""

    type: Literal["cloze"] = "cloze"


def check(question: ClozeQuestion) -> Iterator[Issue]:
    """At least one gap, and none of them empty."""
    parts = gaps(question.prompt)
    if not any(isinstance(part, Gap) for part in parts):
        yield Issue(("prompt",), "a cloze needs a gap, written [[answer]]")
    if any(isinstance(part, Gap) and not part.answer.strip() for part in parts):
        yield Issue(("prompt",), "has a gap without an answer")


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
