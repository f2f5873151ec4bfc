"""A question file is held against its own rules, its brief, and what Anki does with it."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from briefquiz import bank, readers
from briefquiz.bank import QuestionFile
from briefquiz.brief import Brief
from briefquiz.errors import Issue, Problem
from briefquiz.outputs.anki import faults
from briefquiz.pipeline.compiling import to_quiz


def check_file(
    text: bytes, file: str, brief: bytes = b"", brief_name: str = ""
) -> tuple[Problem, ...]:
    """Everything wrong with the question file `text`; with `brief`, its quotes included.

    Raises BriefquizError if the brief cannot be read.
    """
    told = words(readers.read(brief, brief_name)) if brief_name else ""
    return bank.check(text, file, told, swallowed)


def words(brief: Brief) -> str:
    """All the words of a brief, its headings too."""
    return " ".join([brief.title, *(block.text for block in brief.blocks)])


def swallowed(file: QuestionFile) -> Iterator[Issue]:
    """What of the file Anki would swallow without a word."""
    places = {question.id: place for place, question in enumerate(file.questions)}
    for issue in faults.check(to_quiz(file, file.id)):
        path = ("questions", places[str(issue.path[0])], *issue.path[1:]) if issue.path else ()
        yield replace(issue, path=path)


def one_identity(texts: Mapping[str, bytes]) -> Iterator[Problem]:
    """Question files (name → text) with an id that another one has.

    To Anki their notes would be the same ones, and each deck would overwrite the other.
    """
    first: dict[str, str] = {}
    for file, text in texts.items():
        name, place = bank.identity(text, file)
        other = first.setdefault(name, file) if name else file
        if other != file:
            yield replace(place, message=f"the id {name!r} is that of {other} too")
