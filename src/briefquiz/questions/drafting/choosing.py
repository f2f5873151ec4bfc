"""Which candidates become questions: the best wording of each fact, few from one sentence."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from rapidfuzz import fuzz

from briefquiz.questions.drafting.candidate import MOST_WEIGHT, Candidate, Doubt
from briefquiz.questions.drafting.context import LEANS
from briefquiz.questions.drafting.meant import NAMED

# Rules whose undoubted questions strict readers accepted on real prose often enough. Others wait
# on the review shelf until they are judged.
PROVEN = {
    "dates/inversion": "In which year did Ostia close its last mine?",
    "numbers/how-many-subject": "About how many Tamars live in Verra?",
    "numbers/how-many-shared": "Up to how many Tamars may lose their homes?",
    "numbers/how-many-there": "How many ports are there in Verra?",
    "numbers/how-much": "How much did the Harbour Act set aside for cranes?",
    "numbers/share-subject": "What percentage of Ostia's exports goes to Verra?",
    "numbers/share-of": "What percentage of Ostia's exports does tin make up?",
    "numbers/by-how-much": "By how much did Ostia's debt grow in 2023?",
    "numbers/cloze-sentence": "Output in Verra rose to ____ in 2023.",
}
# Rules whose questions strict readers mostly refused: kept where little else speaks against them.
WEAK = {
    "actors/affected": "Which organisation did Ostia sue in 2014?",
    "actors/agent": "By whom was the Tamar dam closed in 2014?",
    "actors/loose": "Who has bought it?",
    "actors/people": "Who blocked the new road to Verra?",
    "causes/effect": "A cable broke in Ostia. What effect did this have, according to the brief?",
    "causes/response-untried": "In response to what did Ostia hire guards?",
    "causes/related": "What is the strike in Ostia related to?",
    "numbers/what-is": "What was Ostia's debt in 2023?",
    "numbers/cloze-clause": "Output in Verra rose to ____ in 2023.",
}
UNPROVEN = {
    "date": "not the best way to ask for a date: is it worth asking?",
    "number": "a wording not yet tried on many texts: is it right?",
    "actor": "is this the one who acted, asked for by the right word, and worth knowing?",
    "cause": "a causal argument: are reason and result whole, and is it the one to ask for?",
}
TELLING = "another question from this sentence gives the answer away, or the other way round"
PER_SENTENCE = 3
PER_SENTENCE_DOUBTED = 5
NEAR_REPEAT = 92  # rapidfuzz token_set_ratio; finds repeats with AUC 0.93


def choose(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """One candidate a fact, in the brief's order; what is left has its doubts complete."""
    by_fact: dict[tuple[str, int, int], list[Candidate]] = defaultdict(list)
    for candidate in map(_with_rule_doubt, candidates):
        if weight(candidate.doubts) <= MOST_WEIGHT:
            by_fact[candidate.fact_key].append(candidate)
    best = _untold([sorted(group, key=_rank) for group in by_fact.values()])
    best = _few_from_one_sentence(best)
    return tuple(sorted(_without_repeats(best), key=_place))


def weight(doubts: Iterable[str]) -> int:
    """What doubts weigh together; one in plain words weighs nothing."""
    return sum(doubt.weight for doubt in doubts if isinstance(doubt, Doubt))


def _with_rule_doubt(candidate: Candidate) -> Candidate:
    rule = candidate.rule.removesuffix(NAMED)
    if rule in PROVEN:
        return candidate
    doubt = Doubt(UNPROVEN[candidate.fact.kind], int(rule in WEAK))
    return replace(candidate, doubts=(*candidate.doubts, doubt))


def _rank(candidate: Candidate) -> tuple[bool, float, bool, int]:
    """Undoubted first, then lighter doubts, then questions before clozes, then fewer doubts.

    What leans on other words comes after what stands alone with one doubt more.
    """
    doubts = candidate.doubts
    burden = weight(doubts) + 1.5 * (LEANS in doubts)
    return (bool(doubts), burden, candidate.form == "cloze", len(doubts))


def _place(candidate: Candidate) -> tuple[int, int, str]:
    kind, para, place = candidate.fact_key
    return para, place, kind


def _few_from_one_sentence(candidates: Sequence[Candidate]) -> list[Candidate]:
    """At most three ready ones to a sentence and five in all; and one of every other kind, and
    whatever asks for an argument."""
    groups: dict[tuple[int, int], list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        start = candidate.fact.sentence.start_char
        groups[(candidate.fact.block.para, start)].append(candidate)
    out: list[Candidate] = []
    for group in groups.values():
        ranked = sorted(group, key=_rank)
        first = {id(c) for c in ranked[:PER_SENTENCE_DOUBTED]}
        kinds = {c.fact.kind for c in ranked[:PER_SENTENCE_DOUBTED]}
        for candidate in ranked[PER_SENTENCE_DOUBTED:]:
            if candidate.fact.kind not in kinds or candidate.fact.kind == "cause":
                kinds.add(candidate.fact.kind)
                first.add(id(candidate))
        ready = [c for c in ranked if not c.doubts]
        crowd = {id(c) for c in ready[PER_SENTENCE:]}
        out.extend(
            replace(c, doubts=(TELLING,)) if id(c) in crowd else c for c in group if id(c) in first
        )
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


def _untold(groups: Sequence[list[Candidate]]) -> list[Candidate]:
    """The best wording of each fact that gives no other ready question away.

    Facts are taken the most certain first; one whose every undoubted wording tells the answer of
    a question already taken, or is told by it, keeps its best wording and a doubt.
    """
    taken: list[Candidate] = []
    for group in sorted(groups, key=lambda group: _rank(group[0])):
        ready = [candidate for candidate in group if not candidate.doubts]
        kept = [other for other in taken if not other.doubts]
        for candidate in ready:
            if not any(_tells(candidate, other) or _tells(other, candidate) for other in kept):
                taken.append(candidate)
                break
        else:
            taken.append(replace(group[0], doubts=(TELLING,)) if ready else group[0])
    return taken


def _tells(candidate: Candidate, other: Candidate) -> bool:
    """The words of one question hold the answer of another from the same sentence."""
    if candidate.fact.sentence.text != other.fact.sentence.text:
        return False
    prompt = re.sub(r"\[\[.+?\]\]", "", candidate.prompt).casefold()
    answer = re.escape(other.answer.casefold())
    return re.search(rf"(?<!\w){answer}(?!\w)", prompt) is not None
