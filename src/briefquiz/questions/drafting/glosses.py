"""Abbreviations in a question: explained where the brief explains them, else a doubt."""

import re
from dataclasses import replace

from briefquiz.facts.abbreviations import ABBREVIATION, WELL_KNOWN, explained
from briefquiz.facts.parsed import ParsedBrief
from briefquiz.questions.drafting.candidate import Candidate

GAP = re.compile(r"\[\[.+?\]\]")
VARIANT = re.compile(r"\b[A-Z]{2,}-[A-Z]{1,3}\b")


def glossed(candidate: Candidate, parsed: ParsedBrief) -> Candidate:
    """The candidate with the long form behind each abbreviation that is not known to everybody."""
    known = explained(block.text for block in parsed.brief.blocks)
    prompt, statement = candidate.prompt, candidate.statement
    for short in _short_forms(candidate, parsed):
        if short in known and not known[short].startswith(short):
            prompt = _explain(prompt, short, known[short])
            statement = _explain(statement, short, known[short])
    return replace(candidate, prompt=prompt, statement=statement)


def unexplained(candidate: Candidate, parsed: ParsedBrief) -> str | None:
    """A doubt for the first abbreviation that nothing in the question explains."""
    variant = VARIANT.search(GAP.sub("", candidate.prompt))
    if variant is not None:
        return f"“{variant.group()}” is not explained"
    known = explained(block.text for block in parsed.brief.blocks)
    for short in _short_forms(candidate, parsed):
        long = known.get(short, "")
        spelt = long.casefold() in candidate.prompt.casefold()
        said = bool(long) and (spelt or f"{short} (" in candidate.prompt)
        if not said and f"({short})" not in candidate.prompt:
            return f"“{short}” is not explained"
    return None


def _short_forms(candidate: Candidate, parsed: ParsedBrief) -> list[str]:
    text = GAP.sub("", candidate.prompt)
    forms = dict.fromkeys(match.group().rstrip(".") for match in ABBREVIATION.finditer(text))
    title = parsed.brief.title
    plain = {form: form.replace(".", "") for form in forms}
    return [
        form
        for form in forms
        if plain[form] not in WELL_KNOWN
        and plain[form].rstrip("s") not in WELL_KNOWN
        and form not in title
        and sum(letter.isupper() for letter in form) * 2 > len(plain[form])
        and "." not in form[:-1]
    ]


def _explain(text: str, short: str, long: str) -> str:
    if long.casefold() in text.casefold():
        return text
    doubled = re.search(rf"\b{re.escape(short)} (\w+)", text)
    if doubled and long.casefold().endswith(" " + doubled.group(1).casefold()):
        long = long.rsplit(" ", 1)[0]
    outside = rf"\b{re.escape(short)}\b(?![-’']|\s*\()(?![^\[]*\]\])"
    return re.sub(outside, lambda found: f"{found.group()} ({long})", text, count=1)
