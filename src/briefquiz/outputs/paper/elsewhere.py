"""What a wrong option of one question is in another one of the same paper: the right answer."""

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from briefquiz.outputs import evidence
from briefquiz.outputs.paper.parts import Version
from briefquiz.quiz import Choice, Figure, Kind, Response, Words

Elsewhere: TypeAlias = Mapping[tuple[Kind, str], int]
"""What a question is about and its answer, letters made small → its number."""


def answers_of(version: Version) -> Elsewhere:
    """The single right answers of a version with the numbers of their questions.

    An answer of several questions has that of the first.
    """
    found: dict[tuple[Kind, str], int] = {}
    for laid in version.laid:
        for answer in _single(laid.item.response):
            found.setdefault((laid.item.kind, answer.casefold()), laid.number)
    return found


def _single(response: Response) -> Iterator[str]:
    match response:
        case Choice(answer=answer) | Words(answer=answer):
            yield answer
        case Figure() as figure:
            yield evidence.figure(figure)
        case _:
            pass
