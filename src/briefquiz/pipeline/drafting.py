"""A brief becomes a question file. The only part of the pipeline that may load spaCy."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import TypeAlias

from briefquiz import bank, facts, readers
from briefquiz.bank import BriefRef, QuestionFile
from briefquiz.brief import Brief
from briefquiz.errors import BriefquizError, Problem
from briefquiz.facts.parsed import ParsedBrief
from briefquiz.questions import Question, drafting

Parse: TypeAlias = Callable[[Brief], Sequence[ParsedBrief]]
"""A brief as each parser reads it; `nlp.load().both` is one."""


@dataclass(frozen=True, slots=True)
class Draft:
    """The text of a new question file, how many facts were found, and questions by status."""

    text: str
    facts: int
    statuses: Mapping[str, int]


def draft_file(data: bytes, file: str, parse: Parse) -> Draft:
    """The question file drafted from the brief in `data`, named `file`.

    Raises BriefquizError if the brief cannot be read or nothing in it can be asked.
    """
    brief = readers.read(data, file)
    parses = parse(brief)
    questions = drafting.draft(parses)
    if not questions:
        raise BriefquizError([Problem(file, "nothing was found in it that can be asked")])
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
        questions=tuple(map(_signed, questions)),
    )
    return Draft(
        text=bank.dump(drafted),
        facts=len(facts.extract(parses[0])),
        statuses=Counter(question.status for question in questions),
    )


def find_facts(data: bytes, file: str, parse: Parse) -> list[facts.Row]:
    """The facts in the brief as plain data (see `facts.rows`), the important first.

    Raises BriefquizError if the brief cannot be read.
    """
    return facts.found(parse(readers.read(data, file)))


def _signed(question: Question) -> Question:
    """The question with the hash by which a later edit is noticed."""
    if question.made is None:
        return question
    return replace(question, made=replace(question.made, hash=bank.block_hash(question)))
