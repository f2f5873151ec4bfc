"""Which candidates become questions: the best wording of each fact, few from one sentence."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from rapidfuzz import fuzz

from briefquiz.questions.drafting.candidate import Candidate

# Rules whose undoubted questions strict readers accepted on real prose often enough. Others wait
# on the review shelf until they are judged.
PROVEN = {
    "dates/inversion": "In which year did Ostia close its last mine?",
    "numbers/how-many-subject": "About how many Tamars live in Verra?",
    "numbers/how-many-there": "How many ports are there in Verra?",
    "numbers/how-many-object": "How many cranes did the port lease in 2019?",
    "numbers/how-much": "How much did the Harbour Act set aside for cranes?",
    "numbers/share-subject": "What percentage of Ostia's exports goes to Verra?",
    "numbers/share-of": "What percentage of Ostia's exports does tin make up?",
    "numbers/what-is": "What was Ostia's debt in 2023?",
    "numbers/by-how-much": "By how much did Ostia's debt grow in 2023?",
    "numbers/cloze-sentence": "Output in Verra rose to ____ GWh in 2023.",
    "actors/person": "Who signed the Harbour Act?",
    "actors/body": "Which ministry opened the dam at Tamar?",
    "actors/people": "Who has been exploiting the mood in Verra?",
}
UNPROVEN = {
    "date": "a sentence with a gap: would a question be better?",
    "number": "a sentence with a gap: would a question be better?",
    "actor": "a place stands for its government: is it clear who acted?",
    "cause": "a causal argument: are reason and result whole, and is it the one to ask for?",
}
PER_SENTENCE = 3
NEAR_REPEAT = 92  # rapidfuzz token_set_ratio; finds repeats with AUC 0.93


def choose(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """One candidate a fact, in the brief's order; what is left has its doubts complete."""
    by_fact: dict[tuple[str, int, int], list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        by_fact[candidate.fact_key].append(_with_rule_doubt(candidate))
    best = [min(group, key=_rank) for group in by_fact.values()]
    best = _few_from_one_sentence(best)
    best = _without_repeats(best)
    return tuple(sorted(_telling(best), key=_place))


def _with_rule_doubt(candidate: Candidate) -> Candidate:
    if candidate.rule in PROVEN:
        return candidate
    return replace(candidate, doubts=(*candidate.doubts, UNPROVEN[candidate.fact.kind]))


def _rank(candidate: Candidate) -> tuple[int, int, int]:
    """Undoubted first, then questions before clozes, then fewer doubts."""
    return (bool(candidate.doubts), candidate.form == "cloze", len(candidate.doubts))


def _place(candidate: Candidate) -> tuple[int, int, str]:
    kind, para, place = candidate.fact_key
    return para, place, kind


def _few_from_one_sentence(candidates: Sequence[Candidate]) -> list[Candidate]:
    """At most three to a sentence, and one a kind more where the kinds differ."""
    groups: dict[tuple[int, int], list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        start = candidate.fact.sentence.start_char
        groups[(candidate.fact.block.para, start)].append(candidate)
    out: list[Candidate] = []
    for group in groups.values():
        ranked = sorted(group, key=_rank)
        first = {id(c) for c in ranked[:PER_SENTENCE]}
        kinds = {c.fact.kind for c in ranked[:PER_SENTENCE]}
        for candidate in ranked[PER_SENTENCE:]:
            if candidate.fact.kind not in kinds:
                kinds.add(candidate.fact.kind)
                first.add(id(candidate))
        out.extend(c for c in group if id(c) in first)
    return out


def _without_repeats(candidates: Sequence[Candidate]) -> list[Candidate]:
    out: list[Candidate] = []
    for candidate in sorted(candidates, key=_rank):
        answer = candidate.answer.casefold()
        repeats = any(
            answer == other.answer.casefold()
            and fuzz.token_set_ratio(candidate.prompt, other.prompt) >= NEAR_REPEAT
            for other in out
        )
        if not repeats:
            out.append(candidate)
    return out


def _telling(candidates: Sequence[Candidate]) -> list[Candidate]:
    """A question whose words give away the answer of a ready one is held back."""
    ready = [c for c in sorted(candidates, key=_rank) if not c.doubts]
    kept: list[Candidate] = []
    for candidate in ready:
        telling = any(_tells(candidate, other) or _tells(other, candidate) for other in kept)
        if not telling:
            kept.append(candidate)
    stay = {id(candidate) for candidate in kept}
    doubt = "another question from this sentence gives the answer away, or the other way round"
    return [
        candidate
        if candidate.doubts or id(candidate) in stay
        else replace(candidate, doubts=(doubt,))
        for candidate in candidates
    ]


def _tells(candidate: Candidate, other: Candidate) -> bool:
    """The words of one question hold the answer of another from the same sentence."""
    if candidate.fact.sentence.text != other.fact.sentence.text:
        return False
    prompt = re.sub(r"\[\[.+?\]\]", "", candidate.prompt).casefold()
    answer = re.escape(other.answer.casefold())
    return re.search(rf"(?<!\w){answer}(?!\w)", prompt) is not None
