"""What `briefquiz build` can be told about paper: versions, prints, more sheets, PDF."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from briefquiz.quiz import Paper

MOST_VERSIONS = 26


@dataclass(frozen=True, slots=True)
class Printing:
    """How to print, which sheets besides those asked for, and the paper of PDF files.

    `pdf` is a size that CSS knows, "A4" or "Letter", or "" if no PDF is wanted.
    """

    paper: "Paper"
    sheets: tuple[str, ...] = ()
    pdf: str = ""


OPTIONS = (
    click.option(
        "--versions",
        type=click.IntRange(1, MOST_VERSIONS),
        default=1,
        metavar="N",
        help="Papers A, B … with questions and options in other orders, and a key for each.",
    ),
    click.option("--large-print", is_flag=True, help="Papers in large print (18 pt) as well."),
    click.option("--dyslexia", is_flag=True, help="Papers in easy-to-read print as well."),
    click.option(
        "--order",
        type=click.Choice(["kind", "brief"]),
        default="kind",
        help="Questions on paper: by kind of answer (the default) or in the order of the brief.",
    ),
    click.option("--word-bank", is_flag=True, help="A list of words for texts with gaps."),
    click.option("--answer-sheet", is_flag=True, help="A sheet to answer on, with bubbles."),
    click.option("--quick-key", is_flag=True, help="All answers on one page."),
    click.option("--overlay", is_flag=True, help="A key to lay over each paper."),
    click.option("--pdf", is_flag=True, help="Each sheet as a PDF file as well."),
    click.option(
        "--paper",
        type=click.Choice(["A4", "Letter"], case_sensitive=False),
        default="A4",
        help="Paper of PDF files: A4 (the default) or Letter.",
    ),
)

NAMES = (
    "versions large_print dyslexia order word_bank answer_sheet quick_key overlay pdf paper"
).split()


def printing_options(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command these options; it gets them as one argument, `printing`."""

    @wraps(command)
    def told(*args: Any, **given: Any) -> None:
        own = {name: given.pop(name) for name in NAMES}
        command(*args, printing=printing(own), **given)

    for option in reversed(OPTIONS):
        told = option(told)
    return told


def printing(own: dict[str, Any]) -> Printing:
    """The options, by their names, as what they ask for."""
    from briefquiz.quiz import Paper, Print

    prints: list[Print] = ["normal"]
    if own["large_print"]:
        prints.append("large")
    if own["dyslexia"]:
        prints.append("dyslexia")
    versions = own["versions"]
    wanted = {
        "quick-key": own["quick_key"] or versions > 1,
        "overlay": own["overlay"],
        "answer-sheet": own["answer_sheet"],
        "answer-overlay": own["answer_sheet"] and own["overlay"],
        "versions": versions > 1,
    }
    return Printing(
        paper=Paper(versions, tuple(prints), own["order"], own["word_bank"]),
        sheets=tuple(name for name, asked in wanted.items() if asked),
        pdf=own["paper"] if own["pdf"] else "",
    )
