"""Whether a question is worth asking, and asked of the right thing."""

import re

from briefquiz.facts.actors import ActorFact
from briefquiz.facts.actors.naming import SAYING
from briefquiz.facts.amount_mentions import find_amounts
from briefquiz.facts.causes import CauseFact
from briefquiz.facts.date_mentions import find_dates
from briefquiz.facts.dates import DateFact
from briefquiz.facts.numbers import NumberFact
from briefquiz.facts.parsed import ParsedBrief
from briefquiz.facts.relatives import is_safely_lifted
from briefquiz.facts.reporting import REPORTING_VERBS
from briefquiz.questions.drafting.candidate import Candidate
from briefquiz.questions.drafting.glosses import GAP

# Things that are counted only because the brief lists them.
ABSTRACT = frozenset(
    "type kind sort reason explanation factor issue option way part section provision category "
    "example aspect element point step question cause obstacle challenge variant version source "
    "driver implication witness".split()
)
FEW = 5  # a count up to this is mostly a list that follows, or a detail
LEAST = 4  # content words in a stem, a name counting double


def thin(candidate: Candidate, parsed: ParsedBrief) -> str | None:
    """Too few content words to know what is asked."""
    weights = {"PROPN": 2, "NOUN": 1, "VERB": 1, "ADJ": 1, "NUM": 1}
    told = sum(weights.get(t.pos_, 0) for t in candidate.stem if len(t.text) > 1)
    return "says very little" if told < LEAST else None


def long(candidate: Candidate, parsed: ParsedBrief) -> str | None:
    """More words than a reader keeps in mind."""
    return "is long" if len(candidate.prompt.split()) > 38 else None


def listed(candidate: Candidate, parsed: ParsedBrief) -> str | None:
    """A count of reasons, types, provisions; or of things that the sentence lists."""
    fact = candidate.fact
    if not isinstance(fact, NumberFact) or fact.counted is None:
        return None
    if fact.counted.lemma_.lower() in ABSTRACT:
        return f"a count of {fact.counted.text}: is it worth asking?"
    small = fact.mention.value.isdigit() and int(fact.mention.value) <= 9
    after = fact.sentence.text[fact.counted.idx - fact.sentence.start_char :]
    if small and candidate.form == "cloze" and len(re.findall(r",| and ", after)) >= 2:
        return "a list that follows may give the number away"
    return None


def calculable(candidate: Candidate, parsed: ParsedBrief) -> str | None:
    """A gap beside other shares and sums of the same sentence."""
    if candidate.form != "cloze" or not isinstance(candidate.fact, NumberFact):
        return None
    others = re.findall(r"[$€£]|%|\bper ?cent\b", re.sub(r"\[\[.+?\]\]", "", candidate.prompt))
    return "other figures may give this one away" if len(others) >= 2 else None


def aside(candidate: Candidate, parsed: ParsedBrief) -> str | None:
    """The figure or date stands in an apposition, a relative clause or a side clause of its own."""
    clause = candidate.clause
    if isinstance(candidate.fact, DateFact) and candidate.form == "question":
        side = clause is not None and clause.verb.dep_ == "advcl"
        return "told in a side clause: is it the date to ask for?" if side else None
    if candidate.form != "cloze" or not isinstance(candidate.fact, NumberFact):
        return None
    for node in (candidate.fact.head, *candidate.fact.head.ancestors):
        marks = {t.lower_ for t in node.children if t.dep_ in {"mark", "advmod"}}
        finite = node.tag_ != "VBG" and (
            node.tag_ != "VBN" or any(t.dep_ == "aux" for t in node.lefts)
        )
        if node.dep_ == "advcl" and marks & ASIDE_MARKS and finite:
            return "the figure stands in a side clause: is it the one to ask for?"
        inside = node.dep_ in {"relcl", "appos", "acl"} and node.left_edge.i > node.sent.start
        if inside and node.left_edge.nbor(-1).text in {",", "–", "—", "("}:
            return "the figure stands in an aside: is it the one to ask for?"
    return None


ASIDE_MARKS = frozenset("while whilst whereas although though after before as when".split())


def described(candidate: Candidate, parsed: ParsedBrief) -> str | None:
    """A measure that only describes a thing: "the 12-week term", "a 9-metre wall"."""
    fact = candidate.fact
    if candidate.form != "cloze" or not isinstance(fact, NumberFact):
        return None
    if fact.mention.unit_kind not in {"duration", "age", "measure", "count"}:
        return None
    text, end = fact.block.text, fact.mention.end
    joined = "-" in fact.answer or text[end : end + 1] == "-"
    open_ended = OPEN_ENDED.match(text, end) is not None
    root = fact.span.root
    modifier = root.dep_ in {"compound", "amod", "nummod", "nmod"} and joined
    modifier |= joined and fact.mention.unit_kind in {"duration", "age"}  # "a 15-year-old"
    modifier |= fact.mention.unit_kind == "measure" and root.dep_ in {"compound", "nmod"}
    if open_ended or (modifier and not fact.mention.upper):
        return "the measure only describes something: is it the one to ask for?"
    return None


# "40 tonnes or heavier", "nine metres or more": cut off, the measure says something else.
OPEN_ENDED = re.compile(r"\s+(?:or|and) (?:older|over|more|less|younger|under|fewer|above|below)\b")


def several(candidate: Candidate, parsed: ParsedBrief) -> str | None:
    """A sum asked for while the other sums of its list stand in the question."""
    fact = candidate.fact
    if candidate.form != "question" or not isinstance(fact, NumberFact):
        return None
    kind = fact.mention.unit_kind
    own = range(fact.mention.start, fact.mention.end)
    places = {t.idx for t in candidate.spoken}
    others = [
        mention
        for mention in find_amounts(fact.block.text, find_dates(fact.block.text))
        if mention.unit_kind == kind and mention.start not in own and mention.start in places
    ]
    joined = any(t.text == "," or t.lower_ == "and" for t in candidate.spoken)
    return "holds the other figures of a list: is it clear?" if others and joined else None


def small(candidate: Candidate, parsed: ParsedBrief) -> str | None:
    """One or two of something."""
    fact = candidate.fact
    if candidate.form != "cloze" or not isinstance(fact, NumberFact):
        return None
    value = fact.mention.value
    if value in {"1", "2"} and fact.mention.unit_kind == "count":
        return "a very small number: is it worth asking?"
    if value.isdigit() and int(value) <= FEW and fact.mention.unit_kind == "count":
        return "a small number: is it worth asking?"
    few = value.isdigit() and int(value) <= 10 and fact.mention.unit_kind == "count"
    sums = re.search(r"[$€£]\s?\d|\d\s?(?:%|per ?cent)", GAP.sub("", candidate.prompt))
    return "a small count beside a sum or share: the one to ask for?" if few and sums else None


def condition(candidate: Candidate, parsed: ParsedBrief) -> str | None:
    """The brief says if or unless, the question does not."""
    if isinstance(candidate.fact, CauseFact):
        return None
    stem = {token.i for token in candidate.spoken}
    for token in candidate.fact.sentence:
        if token.lower_ in {"if", "unless", "whether"} and token.i not in stem:
            return f"the brief says “{token.text}”, the question does not"
    return None


def partly(candidate: Candidate, parsed: ParsedBrief) -> str | None:
    """ "Also", "partly", "mainly": there are other causes or effects."""
    fact = candidate.fact
    if not isinstance(fact, CauseFact):
        return None
    near = {token.lower_ for token in fact.verb.subtree}
    said = sorted(near & {"also", "partly", "partially", "mainly", "largely", "chiefly"})
    return f"the brief says “{said[0]}”: are there other answers?" if said else None


def lifted(candidate: Candidate, parsed: ParsedBrief) -> str | None:
    """A relative clause that may have been put on the wrong noun."""
    clause = candidate.clause
    if clause is None or not clause.lifted or is_safely_lifted(clause.verb):
        return None
    return "taken out of a relative clause: is it about the right thing?"


def unsaid(candidate: Candidate, parsed: ParsedBrief) -> str | None:
    """Somebody said, testified, warned: but not what."""
    clause = candidate.clause
    if clause is None or candidate.rule.endswith("cloze-sentence"):
        return None
    says = clause.verb.lemma_.lower() in REPORTING_VERBS
    what = any(
        t.dep_ in {"ccomp", "dobj", "xcomp", "prep", "nsubjpass"} and t in clause.tokens
        for t in clause.verb.children
        if t.dep_ != "prep" or t.lower_ in {"against", "about", "of", "for"}
    )
    return "does not say what was said" if says and not what else None


def says(candidate: Candidate, parsed: ParsedBrief) -> str | None:
    """Whose words these are, where they hold no figure and it is no body that says so."""
    fact = candidate.fact
    if not isinstance(fact, ActorFact) or fact.role != "doer" or fact.actor_class == "body":
        return None
    figure = any(letter.isdigit() for letter in candidate.prompt)
    said = fact.verb.lemma_.lower() in SAYING
    return "who said so: is it worth knowing?" if said and not figure else None


def sample(candidate: Candidate, parsed: ParsedBrief) -> str | None:
    """Whom, how many and when a survey asked is a detail of its method."""
    fact = candidate.fact
    near = {token.lemma_.lower() for token in fact.sentence}
    if fact.kind in {"date", "number"} and near & {"sample", "fieldwork", "questionnaire"}:
        return "a detail of a survey: is it worth learning?"
    if not isinstance(fact, NumberFact) or fact.mention.unit_kind != "count":
        return None
    if near & {"survey", "respondent", "sample", "poll", "questionnaire"} and fact.counted:
        return "the size of a sample: is it worth learning?"
    return None


def opinion(candidate: Candidate, parsed: ParsedBrief) -> str | None:
    """ "Far too low", "should be banned": the author's opinion, asked as if it were known."""
    if candidate.fact.attribution is not None or candidate.fact.kind == "cause":
        return None
    if OPINION.search(candidate.prompt):
        return "an opinion rather than a fact: whose is it?"
    return None


# Words that weigh instead of telling.
OPINION = re.compile(
    r"\b(?:too (?:few|many|much|little|low|high|late|often|soon)|should|ought to|must|unfortunately"
    r"|sadly|fortunately|surely|obviously|clearly|ridiculous|absurd|shameful|disastrous)\b",
    re.IGNORECASE,
)
