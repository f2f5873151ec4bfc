"""The sentence as the brief has it, with one gap: where no good question can be made."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefquiz.facts.clauses import Clause
from briefquiz.facts.dates import DateFact
from briefquiz.facts.numbers import NumberFact
from briefquiz.facts.openers import OPENERS, OPENING_PHRASES
from briefquiz.facts.parsed import ParsedBrief
from briefquiz.questions.drafting.attributed import said_by
from briefquiz.questions.drafting.candidate import Candidate
from briefquiz.questions.drafting.inversion import statement
from briefquiz.questions.drafting.rendering import capitalised

if TYPE_CHECKING:
    from spacy.tokens import Span

# "(Figure 1)", "(see Table 2)", "(latest data available)": nothing a question needs.
REFERENCE = re.compile(
    r"\s*\((?:see\s[^()\[\]]*|(?:Fig(?:ure)?s?\.?|Tables?|Box(?:es)?|Charts?|Appendix|Annex|latest)"
    r"(?!\w)[^()\[\]]*)\)"
)
ALSO = re.compile(
    r"\balso\s|\sin particular(?=\s[a-z])|,? as well(?=\.$)"
    r"|, (?:for example|for instance|however|meanwhile|moreover|in turn|too),(?=\s[a-z])"
)
# "But exports grew", "And in 2014, …"; not "Yet another mill" and "So far".
JOINING = re.compile(r"(?:But|And|Yet|So|Or|Nor)\s+(?!another\b|far\b|to\b|that\b|many\b|much\b)")
LONGEST = 60  # words of a sentence that is asked whole


def cloze(
    fact: DateFact | NumberFact,
    gap: "Span",
    clause: Clause | None,
    parsed: ParsedBrief,
    room: str,
) -> Iterator[Candidate]:
    """The sentence with a gap, then the clause of the answer with one."""
    sentence = fact.sentence
    start = _after_opener(sentence.text)
    offset = sentence.start_char + start
    text = sentence.text[start:].strip()
    low = fact.mention.start - offset
    high = fact.mention.end - offset
    if low >= 0 and len(text.split()) <= LONGEST:
        prompt = capitalised(_plain(f"{text[:low]}[[{fact.answer}]]{text[high:]}"))
        bare = text[:low].rstrip().endswith("(")
        if text[low:high] == fact.answer and "[" not in text and not bare:
            yield Candidate(
                fact=fact,
                rule=f"{room}/cloze-sentence",
                form="cloze",
                prompt=prompt,
                answer=fact.answer,
                stem=tuple(t for t in sentence if not gap.start <= t.i < gap.end),
                statement=capitalised(_plain(text)),
            )
    said = said_by(fact.attribution, clause, parsed) if clause is not None else None
    if clause is None or said is None:
        return
    whole = statement(clause, parsed.names, opening=said)
    if whole.count(fact.answer) == 1 and "[" not in whole and len(whole.split()) <= LONGEST:
        yield Candidate(
            fact=fact,
            rule=f"{room}/cloze-clause",
            form="cloze",
            prompt=whole.replace(fact.answer, f"[[{fact.answer}]]"),
            answer=fact.answer,
            clause=clause,
            stem=tuple(t for t in clause.tokens if not gap.start <= t.i < gap.end),
            statement=whole,
        )


def without_opener(text: str) -> str:
    """A sentence without its "However," and the like."""
    return capitalised(text[_after_opener(text) :].strip())


def _plain(text: str) -> str:
    """Without pointers to figures and sources; outside quotations, without "also" and the like."""
    text = REFERENCE.sub("", text)
    return text if '"' in text or "“" in text else ALSO.sub("", text)


def _after_opener(text: str) -> int:
    """Where a sentence starts once its opener ("However, ", "But ") is gone."""
    joining = JOINING.match(text)
    start = joining.end() if joining is not None else 0
    head, comma, rest = text[start:].partition(",")
    if comma and head.lower() in OPENERS | OPENING_PHRASES:
        return len(text) - len(rest.lstrip())
    return start
