"""A question file is held against its own rules, and against its brief."""

from briefquiz import bank, readers
from briefquiz.brief import Brief
from briefquiz.errors import Problem


def check_file(text: bytes, file: str, brief: bytes, brief_name: str) -> tuple[Problem, ...]:
    """Everything wrong with the question file `text`, its quotes from `brief` included.

    Raises BriefquizError if the brief cannot be read.
    """
    return bank.check(text, file, words(readers.read(brief, brief_name)))


def words(brief: Brief) -> str:
    """All the words of a brief, its headings too."""
    return " ".join([brief.title, *(block.text for block in brief.blocks)])
