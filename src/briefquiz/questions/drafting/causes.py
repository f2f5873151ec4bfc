"""Wording causal arguments: why, for what purpose, with what effect; or a sentence to complete."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from briefquiz.facts.actors import classify
from briefquiz.facts.actors.naming import NAMED
from briefquiz.facts.causes.fact import CauseFact, Frame
from briefquiz.facts.parsed import ParsedBrief
from briefquiz.questions.cloze import BLANK
from briefquiz.questions.drafting.attributed import attributed
from briefquiz.questions.drafting.candidate import Candidate
from briefquiz.questions.drafting.clozes import without_opener
from briefquiz.questions.drafting.inflection import inflected, singular
from briefquiz.questions.drafting.inversion import asked_subject, inverted, statement
from briefquiz.questions.drafting.rendering import capitalised, lowered, render

if TYPE_CHECKING:
    from spacy.tokens import Token

# A preposition whose object was taken away: "The government responded to, in part, by …".
STRANDED = re.compile(r"\b(?:to|for|over|on|by|with|from|of|at)[,.]|^\w+,", re.IGNORECASE)
LONGEST_SENTENCE = 50  # tokens
LONGEST_ANSWER = 26  # words; a longer side is no answer a reader can give


def candidates(fact: CauseFact, parsed: ParsedBrief) -> Iterator[Candidate]:
    """The wording of an argument in the frame that fits it."""
    if "not only" in fact.sentence.text or "not just" in fact.sentence.text:
        return  # the other half answers as well
    frame = FRAMES.get(fact.frame)
    worded = frame(fact, parsed) if frame is not None else None
    if worded is None:
        return
    prompt, answer, stem = worded
    if not answer or len(answer.split()) > LONGEST_ANSWER:
        return
    yield Candidate(
        fact=fact,
        rule=rule_for(fact),
        form="open",
        prompt=prompt,
        answer=answer if frame is _completed else capitalised(answer),
        stem=stem,
        clause=fact.clause,
    )


# Connectives whose questions readers have judged; those of others are another rule, unproven.
TRIED = frozenset(
    "because|since|although|though|unless|if|provided that|as long as|so that|in response to|"
    "because of|due to|owing to|as a result of|thanks to|in view of|in light of|given|despite|"
    "in spite of|in order to|so as to|stem from|result from|arise from|come from|derive from|"
    "follow from|cause by|drive by|trigger by|prompt by|spark by|fuel by|relate to|link to|"
    "attribute to|explain by".split("|")
)


def rule_for(fact: CauseFact) -> str:
    """The rule that worded it; loose relations and untried connectives are told apart."""
    if FRAMES[fact.frame] is _completed:
        return f"causes/complete-{fact.frame}"
    if fact.frame == "inverse" and fact.connective.split()[-1] == "to":
        return "causes/related"
    fronted = fact.connective == "to" and fact.asked[0].i == fact.sentence.start
    untried = fact.frame in JOINED and fact.connective not in TRIED and not fronted
    return f"causes/{fact.frame}{'-untried' * untried}"


JOINED = frozenset({"why", "response", "purpose", "inverse"})
Worded = tuple[str, str, "tuple[Token, ...]"]


def _inverted_with(opening: str, bare: bool) -> Callable[[CauseFact, ParsedBrief], Worded | None]:
    """A frame that turns the main clause into a question and answers with the other side."""

    def word(fact: CauseFact, parsed: ParsedBrief) -> Worded | None:
        clause = fact.clause
        if clause is None:
            return None
        degree = _degree(fact)
        gone = (*degree, *fact.asked)
        prompt = inverted(OPENINGS.get(fact.connective, opening), clause, gone, parsed.names)
        if prompt is not None:
            prompt = attributed(prompt, fact.attribution, clause, parsed)
        if prompt is None:
            return None
        mark = len(fact.connective.split()) if bare else 0
        answer = render(lowered((*degree, *fact.asked[mark:]), parsed.names))
        asked = {token.i for token in gone}
        return prompt, answer, tuple(t for t in clause.tokens if t.i not in asked)

    return word


# "Following a vote" tells when more than why.
OPENINGS = {"following": "after what", "in the wake of": "after what"}
DEGREES = frozenset(
    "mainly partly largely mostly chiefly primarily partially apparently especially particularly "
    "only simply just".split()
)


def _degree(fact: CauseFact) -> "tuple[Token, ...]":
    """The "mainly" or "partly" right before the reason: it goes with it."""
    first = fact.asked[0]
    before = first.nbor(-1) if first.i > fact.sentence.start else None
    return (before,) if before is not None and before.lower_ in DEGREES else ()


def _completed(fact: CauseFact, parsed: ParsedBrief) -> Worded | None:
    """The sentence as it stands, to be completed: "Despite ____, trade with Verra grew."."""
    sentence, mark = fact.sentence, len(fact.connective.split())
    first = fact.asked[0]
    asked = fact.asked[mark if first.lower_ == fact.connective.split()[0] else 0 :]
    while asked and asked[-1].text in {",", ";"}:
        asked = asked[:-1]
    if not asked or len(sentence) > LONGEST_SENTENCE:
        return None
    low, high = asked[0], asked[-1]
    if high.i - low.i + 1 != len(asked):
        return None
    start = sentence.start_char
    text = sentence.text
    before, after = text[: low.idx - start], text[high.idx + len(high) - start :]
    told = without_opener(f"{before}{BLANK}{after}").strip()
    if BLANK not in told or not told.endswith((".", "”", '"')):
        return None
    places = {token.i for token in asked}
    answer = text[low.idx - start : high.idx + len(high) - start]
    stem = tuple(token for token in sentence if token.i not in places)
    return f"Complete the brief’s sentence: {told}", answer, stem


def _purpose(fact: CauseFact, parsed: ParsedBrief) -> Worded | None:
    worded = _inverted_with("why", bare=False)(fact, parsed)
    if worded is None:
        return None
    prompt, answer, stem = worded
    return prompt, answer.removeprefix("in order ").removeprefix("so as "), stem


def _subject(fact: CauseFact, parsed: ParsedBrief) -> Worded | None:
    """ "What has brought about a rise in …?" The whole subject answers, unless it acts itself."""
    head = fact.clause.subject_head if fact.clause is not None else None
    if fact.clause is None or head is None or head.ent_type_ in NAMED:
        return None
    if classify(head) is not None:
        return None
    prompt = asked_subject("what", fact.clause, parsed.names, "singular")
    if prompt is not None:
        prompt = attributed(prompt, fact.attribution, fact.clause, parsed)
    if prompt is None:
        return None
    subject = {token.i for token in fact.clause.subject}
    answer = render(lowered(fact.clause.subject, parsed.names))
    return prompt, answer, tuple(t for t in fact.clause.tokens if t.i not in subject)


def _effect(fact: CauseFact, parsed: ParsedBrief) -> Worded | None:
    """The main clause as a statement, then what it led to."""
    if fact.clause is None or fact.attribution is not None:
        return None
    asked = {token.i for token in fact.asked}
    told = statement(fact.clause, parsed.names, without=fact.asked)
    verb = next(t for t in fact.asked if t.pos_ in {"VERB", "AUX"} and t.i in asked)
    past = (fact.clause.auxiliaries or (fact.verb,))[0].tag_ == "VBD"
    if fact.connective.startswith("which"):
        answer = "it " + render(_from_verb(fact.asked))
    else:
        form = inflected(verb, "VBD" if past else "VBZ")
        answer = "it " + render([form if t == verb else t for t in fact.asked])
    stem = tuple(t for t in fact.clause.tokens if t.i not in asked)
    has = "did this have" if past else "does this have"
    modal = next((token.lower_ for token in fact.asked if token.tag_ == "MD"), None)
    if modal is not None:
        has = f"{modal} this have"
    return f"{told} What effect {has}, according to the brief?", answer, stem


def _from_verb(asked: "tuple[Token, ...]") -> list["Token | str"]:
    """A which-clause from its verb on ("which in turn have forced" -> "has forced")."""
    finite = {"VBD", "VBZ", "VBP", "MD"}
    start = next((i for i, t in enumerate(asked) if t.tag_ in finite), 0)
    return [singular(asked[start]), *asked[start + 1 :]]


def _origin(fact: CauseFact, parsed: ParsedBrief) -> Worded | None:
    """The sentence before as it stands, then what it comes from."""
    if fact.before is None:
        return None
    told = without_opener(fact.before.text)
    return (
        f"{told} What is this a result of, according to the brief?",
        render(list(fact.asked)),
        tuple(fact.before),
    )


def _sequel(fact: CauseFact, parsed: ParsedBrief) -> Worded | None:
    """The sentence before as it stands, then what followed."""
    if fact.before is None or any(t.text in {":", ";"} for t in fact.sentence):
        return None
    told = without_opener(fact.before.text)
    asks = {
        "therefore": "What follows from this, according to the brief?",
        "in response": "What was the response?",
    }.get(fact.connective, "What was the result, according to the brief?")
    said = [token for token in fact.asked if token.lower_ not in {"therefore", "thus"}]
    answer = render(lowered(said, parsed.names))
    if fact.connective.startswith("this "):
        noun = said[0].dep_ == "det"  # "this shift has led", "this has led"
        answer = ("the" if noun else "it") + answer[len("this") :]
    return f"{told} {asks}", answer, tuple(fact.before)


def _inverse(fact: CauseFact, parsed: ParsedBrief) -> Worded | None:
    """ "What was the delay caused by?": the preposition stays behind."""
    clause = fact.clause
    if clause is None:
        return None
    prompt = inverted("what", clause, fact.asked, parsed.names)
    if prompt is not None:
        prompt = attributed(prompt, fact.attribution, clause, parsed)
    if prompt is None:
        return None
    asked = {token.i for token in fact.asked}
    answer = render(lowered(fact.asked, parsed.names))
    return prompt, answer, tuple(t for t in clause.tokens if t.i not in asked)


def _traced(fact: CauseFact, parsed: ParsedBrief) -> Worded | None:
    """ "To what does the fund attribute the loss?", "What was the principal cause of delay?"."""
    clause = fact.clause
    if clause is None:
        return None
    ids = {token.i for token in clause.tokens}
    if not all(token.i in ids for token in fact.asked):
        return _reasoned(fact, parsed)
    if any(token in clause.subject for token in fact.asked):
        return None  # "Testing based on age saves time": no what can be put for age
    first = fact.asked[0]
    mark = 1 if first.pos_ in {"ADP", "SCONJ"} and first.lower_ != "that" else 0
    opening = f"{first.lower_} what" if mark else "what"
    prompt = inverted(opening, clause, fact.asked, parsed.names)
    if prompt is not None:
        prompt = attributed(prompt, fact.attribution, clause, parsed)
    if prompt is None:
        return None
    asked = {token.i for token in fact.asked}
    answer = render(lowered(fact.asked[mark:], parsed.names))
    return prompt, answer, tuple(t for t in clause.tokens if t.i not in asked)


def _reasoned(fact: CauseFact, parsed: ParsedBrief) -> Worded | None:
    """The clause as a statement, then the reason that the brief gives for it."""
    clause = fact.clause
    if clause is None or fact.attribution is not None or not fact.cause:
        return None
    asked = {token.i for token in fact.asked}
    told = statement(clause, parsed.names, without=fact.asked)
    stem = tuple(t for t in clause.tokens if t.i not in asked)
    if STRANDED.search(told) or (fact.hedge and fact.hedge not in f"{told} {fact.cause}"):
        return None
    return f"{told} What reason does the brief give for this?", fact.cause, stem


FRAMES: Mapping[Frame, Callable[[CauseFact, ParsedBrief], Worded | None]] = {
    "why": _inverted_with("why", bare=False),
    "despite": _completed,
    "response": _inverted_with("in response to what", bare=True),
    "view": _completed,
    "purpose": _purpose,
    "condition": _completed,
    "subject": _subject,
    "inverse": _inverse,
    "effect": _effect,
    "origin": _origin,
    "sequel": _sequel,
    "traced": _traced,
    "beside": _reasoned,
    "within": _reasoned,
}
