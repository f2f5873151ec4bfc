"""A pronoun or a bare "the city" in a question, replaced by the name that it stands for.

Only where hardly anything else can be meant, and with a doubt that says how it was read: the
question goes to the review shelf, where a look at the brief settles it.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefquiz.facts.actors.nouns import BODIES
from briefquiz.facts.asides import simplified
from briefquiz.facts.clauses import subject_of
from briefquiz.facts.geography import country_names, states
from briefquiz.facts.parsed import ParsedBlock, ParsedBrief
from briefquiz.facts.printed import printed
from briefquiz.questions.drafting.candidate import Candidate, Doubt
from briefquiz.questions.drafting.glosses import glossed
from briefquiz.questions.drafting.rendering import capitalised

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

NAMED = "-named"
"""Behind the rule of a question whose wording holds a name put for something else."""
FURTHEST = 3  # sentences back to the person that "she" may be
LONGEST = 6  # words of a name put for "it"
LEAST = 3  # times that the brief names what "the city" may be
MOSTLY = 0.6  # of all the cities, or agencies, that it names
PERSONAL = {"he": "", "she": "", "his": "’s", "her": "’s"}
NEUTER = {"it": "", "its": "’s"}
THINGS = frozenset({"ORG", "GPE", "LOC", "FAC", "LAW", "PRODUCT", "EVENT", "NORP"})
# Nouns by which a brief calls the country, state, city or office that it is about.
PLACES = {
    "country": "The country sold its port.",
    "nation": "The nation sold its port.",
    "state": "The state sold its port.",
    "city": "The city sold its port.",
    "town": "The town sold its port.",
}
OFFICES = frozenset("agency department ministry bureau authority commission administration".split())


@dataclass(frozen=True, slots=True)
class Meant:
    """Words of a question, what is put for them, and the words of the brief that say so."""

    pointing: tuple["Token", ...]
    name: str
    tokens: tuple["Token", ...]


def with_names(candidate: Candidate, parsed: ParsedBrief) -> Candidate | None:
    """The candidate with names for what points outside it; None where nothing can be put.

    At most one pronoun and one noun are replaced; each brings a doubt that says how it was read.
    """
    out = candidate
    for find in (_pronoun, _definite):
        for token in out.spoken:
            meant = find(token, out, parsed)
            told = _put(out, meant, parsed) if meant is not None else None
            if told is not None:
                out = told
                break
    return None if out is candidate else glossed(out, parsed)


def _put(candidate: Candidate, meant: Meant, parsed: ParsedBrief) -> Candidate | None:
    words = printed(meant.pointing)
    pattern = re.compile(rf"(?<![\w’'-]){re.escape(words)}(?![\w-])", re.IGNORECASE)
    name = meant.name
    outside = re.sub(r"\[\[.+?\]\]", "", candidate.prompt)
    if len(pattern.findall(outside)) != 1 or name.casefold() in outside.casefold():
        return None
    if name.casefold() in candidate.answer.casefold() or candidate.answer.casefold() in name:
        return None
    owner = PERSONAL.get(words.casefold()) or NEUTER.get(words.casefold()) or ""
    told = f"{name}{owner}"
    gone = {token.i for token in meant.pointing}
    stem = tuple(token for token in candidate.stem if token.i not in gone)
    read = Doubt(f"“{words}” is read as “{name}”: is that right?", 0)
    return replace(
        candidate,
        rule=candidate.rule.removesuffix(NAMED) + NAMED,
        prompt=capitalised(pattern.sub(told, candidate.prompt)),
        statement="",
        event="",
        stem=(*meant.tokens, *stem),
        doubts=(*candidate.doubts, read),
    )


def _pronoun(token: "Token", candidate: Candidate, parsed: ParsedBrief) -> Meant | None:
    """ "He", "her" or "it": the one person, or the subject, of the sentence before."""
    lower = token.lower_
    if token.tag_ not in {"PRP", "PRP$"} or (lower == "her" and token.tag_ == "PRP"):
        return None
    before = _sentences_before(candidate, parsed)
    if lower in PERSONAL:
        named = _person(before, parsed)
        return Meant((token,), named[0], named[1]) if named is not None else None
    if lower in NEUTER and _opens(token):
        head = subject_of(before[0].root) if before else None
        thing = _thing(head) if head is not None else None
        return Meant((token,), _full(thing, parsed), thing) if thing is not None else None
    return None


def _sentences_before(candidate: Candidate, parsed: ParsedBrief) -> "list[Span]":
    """Those before the candidate's in its block, the nearest first."""
    for block in parsed.blocks:
        if block.doc is candidate.fact.sentence.doc:
            before = [s for s in block.sentences if s.end <= candidate.fact.sentence.start]
            return before[::-1][:FURTHEST]
    return []


def _person(
    before: "Iterable[Span]", parsed: ParsedBrief
) -> "tuple[str, tuple[Token, ...]] | None":
    """The only person of the nearest sentence that names one, if those between go on about it."""
    for sentence in before:
        people = [entity for entity in sentence.ents if entity.label_ == "PERSON"]
        names = {parsed.persons.get(entity[-1].text, entity.text) for entity in people}
        if len(names) == 1:
            return names.pop(), tuple(people[0])
        if names or not any(token.lower_ in PERSONAL for token in sentence):
            return None
    return None


def _opens(token: "Token") -> bool:
    """The subject that opens its sentence, or whose that is; and no "it is clear that"."""
    verb = token.sent.root
    if token.i - token.sent.start > 1:
        return False
    subject = subject_of(verb)
    if subject is None or (token.i != subject.i and token.head.i != subject.i):
        return False
    empty = {t.dep_ for t in verb.children} & {"acomp", "attr", "ccomp", "csubj"}
    return not (token.lower_ == "it" and verb.lemma_ == "be" and empty)


def _thing(head: "Token") -> "tuple[Token, ...] | None":
    """A subject in the singular that is a name, or has one in it."""
    words = simplified(head, frozenset())
    single = head.tag_ in {"NN", "NNP"} and not any(t.dep_ == "conj" for t in head.children)
    told = head.pos_ == "NOUN" or head.ent_type_ in THINGS
    named = any(token.pos_ == "PROPN" for token in words)
    loose = any(t.tag_ in {"PRP", "PRP$", "CD"} for t in words)
    return words if single and told and named and not loose and len(words) <= LONGEST else None


def _full(words: "tuple[Token, ...]", parsed: ParsedBrief) -> str:
    first, text = words[0], printed(words)
    return text[:1].lower() + text[1:] if first.lower_ in {"the", "a", "an"} else text


def _definite(article: "Token", candidate: Candidate, parsed: ParsedBrief) -> Meant | None:
    """ "The city", "the agency": the one that the brief names more often than all others."""
    noun = article.head
    told = any(t.i != article.i and t.dep_ not in {"punct", "case"} for t in noun.children)
    if article.lower_ != "the" or article.dep_ != "det" or noun.pos_ != "NOUN" or told:
        return None
    if not noun.text.islower():
        return None  # "the Father of the Nation"
    counted = _of_kind(noun.lemma_.lower(), parsed)
    name, times = next(iter(counted.most_common(1)), ("", 0))
    if times < LEAST or times < MOSTLY * counted.total():
        return None
    tokens = next(_mentions(name, parsed), ())
    return Meant((article, noun), _with_article(name, parsed), tokens)


def _with_article(name: str, parsed: ParsedBrief) -> str:
    """ "The VA", but "NASA", whatever stands before "the NASA office"."""
    text = " ".join(block.text for block in parsed.brief.blocks)
    behind = r"(?![\w’'-]| [A-Z])"
    whole = re.findall(rf"\b{re.escape(name)}{behind}", text)
    said = re.findall(rf"\b[Tt]he {re.escape(name)}{behind}", text)
    return f"the {name}" if 2 * len(said) > len(whole) else name


def _of_kind(noun: str, parsed: ParsedBrief) -> Counter[str]:
    """The names that a noun may stand for, with how often the brief has each."""
    places, bodies = parsed.named["GPE"], parsed.named["ORG"]
    if noun in {"country", "nation"}:
        return _only(places, lambda name: name in country_names())
    if noun == "state":
        return _only(places, lambda name: name in states())
    if noun in {"city", "town"}:
        return _only(places, lambda name: name not in country_names() | states())
    if noun in OFFICES:
        return _only(bodies, lambda name: _is_office(parsed.abbreviations.get(name, name)))
    return Counter()


def _only(names: Mapping[str, int], fits: Callable[[str], bool]) -> Counter[str]:
    return Counter({name: times for name, times in names.items() if fits(name)})


def _is_office(name: str) -> bool:
    words = {word.casefold() for word in name.split()}
    told = bool(words & OFFICES) or (len(words) > 1 and bool(words & BODIES.keys()))
    return told or (name.isupper() and len(name) > 1)


def _mentions(name: str, parsed: ParsedBrief) -> "Iterator[tuple[Token, ...]]":
    blocks: tuple[ParsedBlock, ...] = parsed.blocks
    for block in blocks:
        for entity in block.doc.ents:
            if entity.text.removeprefix("the ") == name:
                yield tuple(entity)
