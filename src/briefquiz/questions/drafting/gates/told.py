"""Whether the question, or the title of the brief, tells the answer."""

import re

from briefquiz.facts.parsed import ParsedBrief
from briefquiz.questions.drafting.candidate import Candidate
from briefquiz.questions.drafting.glosses import GAP
from briefquiz.questions.item_writing.folding import stems
from briefquiz.questions.item_writing.prompts import FEWEST, MOSTLY


def repeated(candidate: Candidate, parsed: ParsedBrief) -> str | None:
    """The figures of the answer stand in the question in another form ("25 mm" and "LAV-25")."""
    if candidate.fact.kind not in {"date", "number"}:
        return None
    asked = set(re.findall(r"\d{2,}", GAP.sub("", candidate.prompt)))
    shared = asked & set(re.findall(r"\d{2,}", candidate.answer))
    return f"“{min(shared)}” stands in the question too" if shared else None


def in_title(candidate: Candidate, parsed: ParsedBrief) -> str | None:
    """The figure or year that is asked for stands in the title."""
    if candidate.fact.kind not in {"date", "number"}:
        return None
    figures = set(re.findall(r"\d[\d,.]*", candidate.answer))
    told = set(re.findall(r"\d[\d,.]*", parsed.brief.title))
    return "the title gives the answer away" if figures & told else None


def tells(candidate: Candidate, parsed: ParsedBrief) -> str | None:
    """A long word of the answer stands in the question."""
    if candidate.fact.kind != "actor":
        return None
    words = set(re.findall(r"[^\W\d_]{5,}", candidate.answer.casefold()))
    prompt = re.sub(r"\bwhich \w+", "", candidate.prompt.casefold(), count=1)
    shared = words & set(re.findall(r"[^\W\d_]{5,}", prompt))
    return f"“{min(shared)}” gives the answer away" if shared else None


# How headlines shorten names.
SHORT_TITLES = {
    r"\bU\.?S\.?(?!\w)|\bUSA\b|\bAmerica\b": "United States",
    r"\bU\.?K\.?(?!\w)|\bBritain\b": "United Kingdom",
    r"\bEU\b": "European Union",
}


def title(candidate: Candidate, parsed: ParsedBrief) -> str | None:
    """The answer stands in the title, or most of its words do."""
    if candidate.fact.kind not in {"actor", "cause"}:
        return None
    title = parsed.brief.title
    for short, long in SHORT_TITLES.items():
        title = re.sub(short, long, title)
    answer = re.sub(r"^the ", "", candidate.answer.casefold())
    own = stems(candidate.answer) if candidate.fact.kind == "cause" else set()
    mostly = len(own) >= FEWEST and len(own & stems(title)) > MOSTLY * len(own)
    return "the title gives the answer away" if mostly or answer in title.casefold() else None
