"""What speaks against a question, in words a teacher can act on.

A gate reads a candidate and says its doubt, or nothing. A question without doubts may be ready;
one with doubts goes to the review shelf with the words beside it. `refused` are faults that no
person should have to look at.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefquiz.facts.causes import CauseFact
from briefquiz.facts.clauses import is_safely_lifted
from briefquiz.facts.parsed import ParsedBrief
from briefquiz.questions.drafting.candidate import Candidate

if TYPE_CHECKING:
    from spacy.tokens import Token

POINTERS = frozenset({"this", "these", "those", "such"})
BEFORE_NOUN = frozenset({"det", "amod", "predet"})
# Words of time that mean nothing without the day the brief was written.
RELATIVE_TIME = re.compile(
    r"\b(?:today|yesterday|tomorrow|tonight|now|recently|so far|to date|then|"
    r"at (?:the|that|this) time|(?:that|this|the same) (?:day|week|month|year|decade)|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?!,? \w+ \d|,? \d)|"
    r"(?:this|last|next|past|coming|recent|previous) "
    r"(?:day|week|month|year|decade|summer|winter|spring|autumn|fall|quarter)s?)\b",
    re.IGNORECASE,
)
# Words that compare with something outside the question.
COMPARING = frozenset(
    "another further both latter former other others same next previous similar additional "
    "above below following remaining rest respective".split()
)
# Definite nouns that need no introduction.
UNIQUE = frozenset(
    "world sun moon earth public economy weather climate internet past future present time "
    "number percentage share end start beginning north south east west media pandemic".split()
)
# Definite nouns that a place named in the same question explains.
OF_A_PLACE = frozenset({"country", "nation", "capital", "government", "population", "parliament"})
NAMELESS = "names nobody and nothing: can it be understood without the brief?"
POINTING = frozenset({"pronoun", "pointer", "definite", "comparing"})
LEAST = 4  # content words in a stem, a name counting double
# Two sentences run together by whoever made the file.
GLUED = re.compile(r"[a-z0-9]\.[A-Z][a-z]|(?<=[a-z] )(?:In|On|At|By|For|From|With|During|After) ")
# A question that ends on a verb whose complement was taken away.
DANGLING = re.compile(r"\b(?:to be|been|being)\?$")
SPEAKING_FOR_THE_BRIEF = frozenset({"we", "us", "our", "i", "my", "me", "you", "your"})


@dataclass(frozen=True, slots=True)
class Gate:
    """A check and the doubt it may raise."""

    name: str
    doubt: Callable[[Candidate, ParsedBrief], str | None]


def doubts(candidate: Candidate, parsed: ParsedBrief) -> tuple[str, ...]:
    """All doubts about a candidate, in words, those of its rule first."""
    found = (gate.doubt(candidate, parsed) for gate in GATES)
    return tuple(dict.fromkeys([*candidate.doubts, *filter(None, found)]))


def pointing(candidate: Candidate, parsed: ParsedBrief) -> tuple[str, ...]:
    """The doubts that come from words pointing outside the question."""
    found = (gate.doubt(candidate, parsed) for gate in GATES if gate.name in POINTING)
    return tuple(filter(None, found))


def refused(candidate: Candidate) -> bool:
    """Faults nobody should have to look at: damaged text, the answer in the question."""
    prompt = re.sub(r"\[\[.+?\]\]", "", candidate.prompt)
    answer = candidate.answer.casefold().strip()
    tells = re.search(rf"(?<!\w){re.escape(answer)}(?!\w)", prompt.casefold()) is not None
    long = len(prompt.split()) > 60
    first_person = any(t.lower_ in SPEAKING_FOR_THE_BRIEF for t in candidate.spoken)
    glued = GLUED.search(f"{prompt} {candidate.answer}") is not None
    cut = candidate.form == "cloze" and not prompt.rstrip().endswith((".", "!", "?", "”", '"'))
    dangling = DANGLING.search(prompt) is not None
    faults = (not whole(prompt), tells, long, first_person, glued, cut, dangling, not answer)
    return any(faults) or _no_sentence(candidate) or _two_clauses(candidate)


def _no_sentence(candidate: Candidate) -> bool:
    """A list item or a heading: a gap needs a sentence with a finite verb round it."""
    if candidate.form != "cloze":
        return False
    return not any(t.tag_ in {"VBD", "VBZ", "VBP", "MD"} for t in candidate.fact.sentence)


def _two_clauses(candidate: Candidate) -> bool:
    """Words from both sides of a semicolon or colon, which itself is gone."""
    if candidate.clause is None or candidate.rule.endswith("cloze-sentence"):
        return False
    places = sorted(token.i for token in candidate.clause.tokens)
    between = set(range(places[0], places[-1] + 1)) - set(places)
    doc = candidate.fact.sentence.doc
    return any(doc[i].text in {";", ":"} for i in between)


def whole(text: str) -> bool:
    """Quotes, brackets and dashes that were opened are closed."""
    quotes = text.count("“") == text.count("”") and text.count('"') % 2 == 0
    brackets = text.count("(") == text.count(")") and text.count("[") == text.count("]")
    dashes = len(re.findall(r"(?<!\d)[–—](?!\d)", text)) % 2 == 0
    return quotes and brackets and dashes


def _pronoun(candidate: Candidate, parsed: ParsedBrief) -> str | None:
    named = candidate.fact.kind == "actor"  # "Which country expands its ties?"
    for token in candidate.spoken:
        if token.pos_ in {"NOUN", "PROPN"}:
            named = True
        if token.tag_ not in {"PRP", "PRP$"} or token.dep_ == "expl":
            continue
        subject = token.dep_ in {"nsubj", "nsubjpass"}
        if not named or (subject and not _inner(token)):
            return f"“{token.text}” may point outside the question"
    return None


def _inner(token: "Token") -> bool:
    """A pronoun in a clause below the main one may point to the noun before it."""
    head = token.head
    return head.dep_ in {"ccomp", "advcl", "relcl", "acl", "xcomp"}


def _pointer(candidate: Candidate, parsed: ParsedBrief) -> str | None:
    for token in candidate.spoken:
        if token.lower_ in POINTERS and token.dep_ in BEFORE_NOUN | {"nsubj", "dobj", "pobj"}:
            return f"“{_with_noun(token)}” points outside the question"
        if token.lower_ in {"that"} and token.dep_ == "det":
            return f"“{_with_noun(token)}” points outside the question"
    return None


def _answer(candidate: Candidate, parsed: ParsedBrief) -> str | None:
    if not isinstance(candidate.fact, CauseFact):
        return None
    skip = int(candidate.fact.connective.startswith("this "))  # it becomes "it", for what was told
    for token in candidate.fact.asked[skip:]:
        demonstrative = token.lower_ in POINTERS and token.dep_ != "mark"
        if demonstrative or (token.tag_ == "PRP" and token.dep_ in {"nsubj", "nsubjpass"}):
            return f"“{token.text}” in the answer points elsewhere"
    return None


def _with_noun(token: "Token") -> str:
    return f"{token.text} {token.head.text}" if token.dep_ in BEFORE_NOUN else token.text


def _time(candidate: Candidate, parsed: ParsedBrief) -> str | None:
    prompt = re.sub(r"\[\[.+?\]\]|\(at the time of the brief\)", "", candidate.prompt)
    found = RELATIVE_TIME.search(prompt)
    if found is None:
        return None
    return f"“{found.group()}” depends on the day the brief was written"


def _definite(candidate: Candidate, parsed: ParsedBrief) -> str | None:
    ids = {token.i for token in candidate.spoken}
    for token in candidate.spoken:
        if token.lower_ != "the" or token.dep_ != "det":
            continue
        noun = token.head
        if noun.pos_ != "NOUN" or noun.lemma_.lower() in UNIQUE or noun.i not in ids:
            continue
        if any(letter.isdigit() for letter in noun.text):
            continue
        described = any(
            t.i in ids and t.i != token.i and t.dep_ not in {"punct", "case", "cc"}
            for t in noun.children
        )
        if noun.lower_ in OF_A_PLACE and any(t.ent_type_ == "GPE" for t in candidate.spoken):
            continue
        if not described and noun.lower_[:5] not in parsed.title_words:
            return f"“the {noun.text}” may mean more than one thing"
    return None


def _comparing(candidate: Candidate, parsed: ParsedBrief) -> str | None:
    for token in candidate.spoken:
        if token.lower_ in COMPARING and token.dep_ in {"amod", "det", "nsubj", "dobj", "pobj"}:
            return f"“{token.text}” compares with something outside the question"
    return None


def _nameless(candidate: Candidate, parsed: ParsedBrief) -> str | None:
    for token in candidate.spoken:
        named = token.pos_ == "PROPN" or (token.ent_type_ and token.text[:1].isupper())
        parts = token.text.split("-")
        capital = len(parts) > 1 and any(part[:1].isupper() for part in parts[1:])
        known = any(part.casefold()[:5] in parsed.title_words for part in parts)
        if named or capital or known:
            return None
    return NAMELESS


def _thin(candidate: Candidate, parsed: ParsedBrief) -> str | None:
    weights = {"PROPN": 2, "NOUN": 1, "VERB": 1, "ADJ": 1, "NUM": 1}
    told = sum(weights.get(token.pos_, 0) for token in candidate.stem)
    return "says very little" if told < LEAST else None


def _long(candidate: Candidate, parsed: ParsedBrief) -> str | None:
    return "is long" if len(candidate.prompt.split()) > 38 else None


def _figure(candidate: Candidate, parsed: ParsedBrief) -> str | None:
    if candidate.fact.kind != "date" or candidate.form != "question":
        return None
    if any(token.text in {"%", "percent"} or token.is_currency for token in candidate.spoken):
        return "gives a figure away: is the figure worth asking for, not the date?"
    return None


def _small(candidate: Candidate, parsed: ParsedBrief) -> str | None:
    if candidate.form == "cloze" and candidate.answer.casefold() in {"one", "two", "1", "2"}:
        return "a very small number: is it worth asking?"
    return None


def _condition(candidate: Candidate, parsed: ParsedBrief) -> str | None:
    if isinstance(candidate.fact, CauseFact):
        return None
    stem = {token.i for token in candidate.spoken}
    for token in candidate.fact.sentence:
        if token.lower_ in {"if", "unless", "whether"} and token.i not in stem:
            return f"the brief says “{token.text}”, the question does not"
    return None


def _lifted(candidate: Candidate, parsed: ParsedBrief) -> str | None:
    clause = candidate.clause
    if clause is None or not clause.lifted or is_safely_lifted(clause.verb):
        return None
    return "taken out of a relative clause: is it about the right thing?"


def _title(candidate: Candidate, parsed: ParsedBrief) -> str | None:
    if candidate.fact.kind != "actor":
        return None
    title = parsed.brief.title.casefold()
    answer = re.sub(r"^the ", "", candidate.answer.casefold())
    return "the title gives the answer away" if answer in title else None


GATES = (
    Gate("pronoun", _pronoun),
    Gate("pointer", _pointer),
    Gate("answer", _answer),
    Gate("time", _time),
    Gate("definite", _definite),
    Gate("comparing", _comparing),
    Gate("nameless", _nameless),
    Gate("thin", _thin),
    Gate("long", _long),
    Gate("figure", _figure),
    Gate("small", _small),
    Gate("condition", _condition),
    Gate("lifted", _lifted),
    Gate("title", _title),
)
