"""A brief becomes a question file. The only part of the pipeline that may load spaCy."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import TypeAlias

from briefquiz import bank, facts, readers
from briefquiz.bank import BriefRef, QuestionFile
from briefquiz.brief import Brief
from briefquiz.errors import BriefquizError, Problem
from briefquiz.facts.parsed import ParsedBrief
from briefquiz.pipeline.words import words
from briefquiz.questions import drafting

Parse: TypeAlias = Callable[[Brief], Sequence[ParsedBrief]]
"""A brief as each parser reads it; `nlp.load().both` is one."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A newly drafted question file, how many facts were found, and all the words of the brief.

    `left_out` counts sentences of the brief that could not be read and so were not asked about.
    """

    file: QuestionFile
    facts: int
    words: str
    left_out: int = 0

    @property
    def text(self) -> str:
        """The text of the file."""
        return bank.dump(self.file)

    @property
    def statuses(self) -> Mapping[str, int]:
        """How many questions have which status."""
        return Counter(question.status for question in self.file.questions)


def draft_file(data: bytes, file: str, parse: Parse) -> Draft:
    """The question file drafted from the brief in `data`, named `file`.

    Raises BriefquizError if the brief cannot be read or nothing in it can be asked.
    """
    draft = draft_anew(data, file, parse)
    if not draft.file.questions:
        raise BriefquizError([Problem(file, "nothing was found in it that can be asked")])
    return draft


def draft_anew(data: bytes, file: str, parse: Parse) -> Draft:
    """The same for a question file that is there already: it may have no question.

    Raises BriefquizError if the brief cannot be read.
    """
    brief = readers.read(data, file)
    parses = parse(brief)
    found = [facts.extract(parsed) for parsed in parses]
    drafted = QuestionFile(
        briefquiz="1",
        id=brief.name,
        title=brief.title,
        lang=brief.lang,
        brief=BriefRef(
            file=PurePath(file).name,
            sha256=brief.sha256,
            published=brief.published,
            source=brief.source,
        ),
        questions=tuple(map(bank.signed, drafting.draft_from(found, parses))),
    )
    return Draft(bank.remembering(drafted), len(found[0]), words(brief), brief.left_out)


def find_facts(data: bytes, file: str, parse: Parse) -> tuple[list[facts.Row], int]:
    """The facts in the brief as plain data (see `facts.rows`), the important first.

    And how many sentences could not be read. Raises BriefquizError if the brief cannot be.
    """
    brief = readers.read(data, file)
    return facts.found(parse(brief)), brief.left_out
