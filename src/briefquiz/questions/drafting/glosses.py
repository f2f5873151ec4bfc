"""Abbreviations in a question: explained where the brief explains them, else a doubt."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from briefquiz.facts.abbreviations import ABBREVIATION, WELL_KNOWN
from briefquiz.facts.actors.nouns import BODIES
from briefquiz.facts.parsed import ParsedBrief
from briefquiz.questions.drafting.candidate import Candidate
from briefquiz.questions.drafting.rendering import capitalised

DETERMINERS = frozenset("the a an this that its their his her each every no some new".split())
LITTLE = DETERMINERS | frozenset(
    "in on at by for from of to with and or does did do has have had is are was were will".split()
)
GAP = re.compile(r"\[\[.+?\]\]")
VARIANT = re.compile(r"\b[A-Z]{2,}-[A-Z]{1,3}\b")


@dataclass(frozen=True, slots=True)
class Full:
    """An abbreviation, what it stands for, and the article that this takes ("the " or "")."""

    short: str
    long: str
    article: str


def glossed(candidate: Candidate, parsed: ParsedBrief) -> Candidate:
    """The candidate with the long form behind each abbreviation that is not known to everybody.

    And with full names for persons.
    """
    known = parsed.abbreviations
    prompt, statement = candidate.prompt, candidate.statement
    for surname in dict.fromkeys(t.text for t in candidate.spoken if t.text in parsed.persons):
        prompt = _with_first_name(prompt, surname, parsed.persons[surname])
        statement = _with_first_name(statement, surname, parsed.persons[surname])
    for short in _short_forms(candidate, parsed):
        if short in known and not known[short].startswith(short):
            full = Full(short, known[short], _article(short, known[short], candidate, parsed))
            prompt = _explain(prompt, full)
            statement = _explain(statement, full)
    candidate = replace(candidate, prompt=prompt, statement=statement)
    if candidate.fact.kind != "actor":
        return candidate
    person = parsed.persons.get(candidate.answer)
    if person is not None and person not in prompt:
        return replace(candidate, answer=person)
    return _named_in_full(candidate, known)


def _with_first_name(text: str, surname: str, full: str) -> str:
    """The first mention outside a gap in full, unless it has a title or a first name already."""
    alone = (
        rf"(?<![\w.’'-])(?<![A-Z][a-z] )(?<![a-z] of ){re.escape(surname)}(?![\w-])(?![^\[]*\]\])"
    )
    found = re.search(alone, text)
    if found is None or full in text:
        return text
    before = text[: found.start()].split()
    named = bool(before) and before[-1][:1].isupper() and len(before) > 1
    named &= before[-1].casefold() not in LITTLE if before else False
    return text if named else f"{text[: found.start()]}{full}{text[found.end() :]}"


def _named_in_full(candidate: Candidate, known: Mapping[str, str]) -> Candidate:
    """An answer that is an abbreviation, told in full."""
    answer, explain = candidate.answer, candidate.explain
    short = answer.removeprefix("the ")
    long = known.get(short, "")
    if not long or long.casefold() in candidate.prompt.casefold():
        return candidate
    told = f"{short} stands for {long}."
    return replace(
        candidate,
        answer=f"{answer[: -len(short)]}{long} ({short})",
        explain=f"{explain} {told}".strip(),
    )


def _article(short: str, long: str, candidate: Candidate, parsed: ParsedBrief) -> str:
    """ "The " where the brief has it before the long form, and the short one is no modifier."""
    modifies = any(t.text == short and t.dep_ in {"compound", "nmod"} for t in candidate.stem)
    said = re.compile(rf"\bthe {re.escape(long)}", re.IGNORECASE)
    has = any(said.search(block.text) for block in parsed.brief.blocks)
    body = any(word.casefold() in BODIES for word in long.split() if word[:1].isupper())
    return "the " if (has or body) and not modifies else ""


def unexplained(candidate: Candidate, parsed: ParsedBrief) -> str | None:
    """A doubt for the first abbreviation that nothing in the question explains."""
    variant = VARIANT.search(GAP.sub("", candidate.prompt))
    if variant is not None:
        return f"“{variant.group()}” is not explained"
    known = parsed.abbreviations
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


def _explain(text: str, full: Full) -> str:
    """The first mention of the short form outside a gap, told in full.

    "The HBF's plan" -> "the Harbour Bank Fund's plan". Inside a longer name, and
    before the word that the long form ends on, the long form goes in brackets instead.
    """
    if full.long.casefold() in text.casefold():
        return text
    outside = rf"(?<![\w-]){re.escape(full.short)}\b(?!-|\s*\()(?![^\[]*\]\])"
    return re.sub(outside, lambda found: _in_full(text, found, full), text, count=1)


def _in_full(text: str, found: re.Match[str], full: Full) -> str:
    before, after = text[: found.start()].split(), text[found.end() :]
    last, following = before[-1].lstrip("(“‘\"'") if before else "", re.match(r"\s(\w+)", after)
    word = following.group(1) if following is not None else ""
    if word and full.long.casefold().endswith(" " + word.casefold()):
        return f"{full.short} ({full.long.rsplit(' ', 1)[0]})"
    named = last[:1].isupper() and last.casefold() not in LITTLE and len(before) > 1
    if named or word[:1].isupper():
        return f"{full.short} ({full.long})"
    vowel = full.long[0].casefold() in "aeiou"
    if last.casefold() in {"a", "an"} and (last.casefold() == "an") != vowel:
        return f"{full.short} ({full.long})"  # "an HBF", but "a Harbour Bank Fund"
    told = full.long if after.startswith(("’s", "'s")) else f"{full.long} ({full.short})"
    if last.casefold() not in DETERMINERS and not last.endswith(("’s", "'s")):
        told = full.article + told
    return capitalised(told) if not before else told
