"""From chosen candidates to questions: the form each takes, its options, its id."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from briefquiz import ids
from briefquiz.facts.actors import ActorFact
from briefquiz.facts.causes import CauseFact
from briefquiz.facts.dates import DateFact
from briefquiz.facts.numbers import NumberFact
from briefquiz.questions import Question
from briefquiz.questions.choice import ChoiceQuestion
from briefquiz.questions.cloze import ClozeQuestion
from briefquiz.questions.common import Made
from briefquiz.questions.drafting.candidate import Candidate
from briefquiz.questions.drafting.distractors import dates as date_options
from briefquiz.questions.drafting.distractors import numbers as number_options
from briefquiz.questions.number import NumberQuestion
from briefquiz.questions.open import OpenQuestion
from briefquiz.questions.short import ShortQuestion
from briefquiz.questions.true_false import TrueFalseQuestion
from briefquiz.quiz import Option

JUDGED = "true or false: does it hang on more than one detail?"
LONGEST_STATEMENT = 18  # words; a longer one hides what is to be judged


@dataclass(frozen=True, slots=True)
class Known:
    """What the whole brief holds, for distractors: its dates, its numbers, and the day
    it was written, as far as that is known ("" if not): its own date or the last it tells of."""

    dates: tuple[DateFact, ...]
    numbers: tuple[NumberFact, ...]
    latest: str


def compose(candidate: Candidate, known: Known) -> Question:
    """The question of one candidate, in the form that suits it."""
    common = _common(candidate)
    if candidate.form == "open":
        lines = 2 if len(candidate.answer.split()) <= 12 else 3
        return OpenQuestion(**common, model=_sentence(candidate.answer), lines=lines, points=2)
    wrong = options(candidate, known)
    if candidate.form == "cloze":
        judged = _true_false(candidate, wrong, common)
        return judged if judged is not None else ClozeQuestion(**common)
    if isinstance(candidate.fact, NumberFact):
        if wrong and _draw(candidate, "choice", 2):
            return ChoiceQuestion(
                **common, answer=candidate.answer, distractors=wrong, order="sorted"
            )
        return NumberQuestion(**common, answer=candidate.answer)
    if wrong:
        return ChoiceQuestion(**common, answer=candidate.answer, distractors=wrong, order="sorted")
    return ShortQuestion(**common, answer=candidate.answer)


def options(candidate: Candidate, known: Known) -> tuple[Option, ...]:
    """Wrong options for a date or a number; () for what takes none."""
    fact = candidate.fact
    if isinstance(fact, DateFact):
        if _bound_in_time(candidate):
            return ()
        return date_options.options(fact, known.dates, known.latest)
    if isinstance(fact, NumberFact):
        wrong = number_options.options(fact, known.numbers)
        return tuple(replace(option, text=_like(candidate.answer, option.text)) for option in wrong)
    return ()


def _bound_in_time(candidate: Candidate) -> bool:
    """A person in office, or a deed after another: years outside it are no temptation."""
    clause = candidate.clause
    head = clause.subject_head if clause is not None else None
    person = head is not None and (head.ent_type_ == "PERSON" or head.lower_ in IN_OFFICE)
    said = candidate.fact.attribution
    spoken = said is not None and any(token.ent_type_ == "PERSON" for token in said.speaker)
    after = any(t.lower_ in {"after", "before", "following", "since"} for t in candidate.stem)
    return person or spoken or after


IN_OFFICE = frozenset("administration president minister government cabinet chancellor".split())


def _like(answer: str, text: str) -> str:
    """A wrong option with the first letter as small as the answer's."""
    return text[:1].lower() + text[1:] if answer[:1].islower() else text


def _true_false(
    candidate: Candidate, wrong: Sequence[Option], common: Mapping[str, Any]
) -> Question | None:
    """Every third gap becomes a statement to judge: half of them true, half with a wrong value."""
    statement, answer = candidate.statement, candidate.answer
    figures = len(re.findall(r"\d[\d.,]*", statement))
    if len(statement.split()) > LONGEST_STATEMENT or figures > 2:
        return None
    if not wrong or statement.count(answer) != 1 or _draw(candidate, "true_false", 3):
        return None
    false = _draw(candidate, "false", 2)
    said = statement.replace(answer, wrong[0].text) if false else statement
    explain = f"The brief says {answer}." if false else ""
    changed = {
        "prompt": said,
        "explain": explain,
        "status": "review",
        "doubts": (*map(str, candidate.doubts), JUDGED),
    }
    return TrueFalseQuestion(**{**common, **changed}, answer=not false)


def _draw(candidate: Candidate, what: str, below: int) -> int:
    return ids.number(what, candidate.fact.evidence.quote, candidate.answer, below=below)


def _sentence(text: str) -> str:
    return text if text.endswith((".", "”", "!", "?")) else text + "."


def _common(candidate: Candidate) -> dict[str, Any]:
    return {
        "id": wanted_id(candidate),
        "kind": candidate.fact.kind,
        "prompt": candidate.prompt,
        "explain": candidate.explain,
        "source": (candidate.fact.evidence,),
        "fact": knows(candidate),
        "status": "review" if candidate.doubts else "ready",
        "doubts": tuple(map(str, candidate.doubts)),
        "made": Made(by=candidate.rule),
    }


def wanted_id(candidate: Candidate) -> str:
    """A name from what is asked: the deed and the kind ("sign-date", "camps-number")."""
    fact = candidate.fact
    words = [token.lemma_ for token in candidate.stem if token.pos_ == "VERB"][:1]
    nouns = [
        token.text
        for token in candidate.stem
        if token.pos_ in {"PROPN", "NOUN"} and token.ent_type_ not in {"DATE", "TIME", "CARDINAL"}
    ]
    return ids.slug(" ".join([*nouns[:2], *words, fact.kind]), limit=40) or fact.kind


def knows(candidate: Candidate) -> dict[str, str]:
    """What the question knows, for timeline, who-is-who and causal map."""
    fact = candidate.fact
    if isinstance(fact, DateFact):
        known = {"when": fact.mention.first, "event": candidate.event.rstrip(".")}
        if fact.mention.last != fact.mention.first:
            known["until"] = fact.mention.last
    elif isinstance(fact, NumberFact):
        what = fact.counted.text if fact.counted is not None else ""
        known = {"value": fact.answer, "of": what}
    elif isinstance(fact, ActorFact):
        known = {"who": candidate.answer, "did": candidate.event}
    else:
        known = _argument(fact)
    if fact.hedge:
        known["hedge"] = fact.hedge
    if fact.attribution is not None:
        known["attribution"] = fact.attribution.text
    return {key: value for key, value in known.items() if value}


def _argument(fact: CauseFact) -> dict[str, str]:
    return {"cause": fact.cause, "effect": fact.effect, "connective": fact.connective}


def with_unique_ids(questions: Sequence[Question]) -> tuple[Question, ...]:
    """Each question with an id of its own: the wanted one, or with a number behind."""
    taken: set[str] = set()
    out = []
    for question in questions:
        name = ids.unique(question.id, taken)
        taken.add(name)
        out.append(replace(question, id=name))
    return tuple(out)
