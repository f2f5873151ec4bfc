"""Faults that nobody should have to look at: damaged text, the answer in the question."""

import re

from briefquiz.facts.reporting import REPORTING_VERBS
from briefquiz.questions.drafting.candidate import Candidate

# Two sentences run together, an ordinal without its ending, a clause torn out of a quotation.
GLUED = re.compile(
    r"\d(?:[mb]illion|per)\b|[a-z0-9]\.[A-Z][a-z]"
    r"|\b\d+ (?:anniversary|birthday|Congress|session|edition|century)\b"
    r"|\b[a-z]{3,}[A-Z][a-z]|\b\d{4}[a-z]{3,}|\bA\d{4}\b"
    r"|\(\s*\)|\.\s?\.(?=\.|\s|$)"
    r"|(?<=[a-z] )(?:In|On|At|By|For|From|With|During|After) "
)
# A quotation's end inside a clause taken out of its sentence, or quotation marks left alone.
TORN = re.compile(r",[\"”](?:,|\s)|“\s*”|\"\s*\"")
# The subject left in front, or the object lost: "What the scandal, resulted in …?"
MISPLACED = re.compile(
    r"^(?:What|Who|Which \w+) (?:the|a|an) "
    r"|^What (?:\w+ )?(?:forced|caused|enabled|allowed|prompted|required|compelled|obliged) to "
)
# A question that ends on a verb whose complement was taken away.
DANGLING = re.compile(r"\b(?:to be|been|being)\?$")
ENDED = re.compile(r"[.!?”\"]\s*(?:\(The brief is dated [^()]+\.\))?$")
# "IT WAS ONLY a day old": capitals that open an article.
SHOUTED = re.compile(r"[A-Z]{2,} [A-Z]{2,}\b(?! \()")
DASHED = re.compile(r"\w\s-\s")
# "Which country stands out as a country …?"
AGAIN = re.compile(r"\b[Ww]hich (\w+)\b.*\ban? \1\b")
# Tags of words that are no names: their capital is that of the sentence.
STARTING = frozenset({"RB", "RBR", "VBG", "VBN", "IN", "CC", "WRB"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
SPEAKING_FOR_THE_BRIEF = frozenset({"we", "us", "our", "i", "my", "me", "you", "your"})


def refused(candidate: Candidate) -> bool:
    """Faults nobody should have to look at: damaged text, the answer in the question."""
    if candidate.fact.sentence.text.rstrip(' "”’)').endswith("?"):
        return True
    prompt = re.sub(r"\[\[.+?\]\]", "", candidate.prompt)
    answer = candidate.answer.casefold().strip()
    tells = _stands_in(answer, prompt.casefold())
    long = len(prompt.split()) > 60
    first_person = any(t.lower_ in SPEAKING_FOR_THE_BRIEF for t in candidate.spoken)
    glued = GLUED.search(f"{prompt} {candidate.answer}") is not None
    whole_sentence = candidate.rule.endswith("cloze-sentence")
    glued |= not whole_sentence and TORN.search(candidate.prompt) is not None
    cut = candidate.form == "cloze" and not ENDED.search(prompt)
    dangling = bool(DANGLING.search(prompt) or MISPLACED.match(prompt))
    faults = (not whole(prompt), tells, long, first_person, glued, cut, dangling, not answer)
    torn = (_no_sentence, _two_clauses, _said_by_nobody, _ill_put)
    return any(faults) or any(is_torn(candidate) for is_torn in torn)


def _ill_put(candidate: Candidate) -> bool:
    """A question inside a quotation, across a dash, of itself, or with a start in its middle."""
    prompt = candidate.prompt
    if SHOUTED.match(prompt):
        return True
    if candidate.rule.endswith("cloze-sentence"):
        return False
    if DASHED.search(prompt) or AGAIN.search(prompt):
        return True
    first = candidate.fact.sentence[0]
    moved = first.text[:1].isupper() and first.tag_ in STARTING
    before, begun, _ = prompt.partition(f" {first.text} ")
    inside = moved and begun and (before[-1:].islower() or before.endswith(","))
    return bool(inside) or (candidate.form == "question" and prompt[:1] in {"“", '"'})


def _said_by_nobody(candidate: Candidate) -> bool:
    """ "It was estimated that …": asked without it, a claim becomes a fact."""
    clause = candidate.clause
    if clause is None or candidate.rule.endswith("cloze-sentence"):
        return False
    above = clause.verb.head
    reported = clause.verb.dep_ == "ccomp" and above.lemma_.lower() in REPORTING_VERBS
    nobody = any(t.lower_ == "it" and t.dep_ in {"nsubjpass", "expl"} for t in above.children)
    return reported and nobody and above not in clause.tokens and not candidate.fact.attribution


def _stands_in(words: str, text: str) -> bool:
    """Whether the words, whole, are part of the text."""
    if words not in text:
        return False
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text) is not None


def _no_sentence(candidate: Candidate) -> bool:
    """A list item or a heading: a gap needs a sentence with a finite verb round it."""
    if candidate.form != "cloze":
        return False
    clause = candidate.clause
    if clause is not None and not candidate.rule.endswith("cloze-sentence"):
        return not any(t.tag_ in FINITE for t in (clause.verb, *clause.auxiliaries))
    sentence = candidate.fact.sentence
    if any(t.dep_ == "mark" and t.lower_ == "while" for t in sentence.root.children):
        return True  # "While prices rose."
    finite = (t.head if t.dep_ in {"aux", "auxpass"} else t for t in sentence if t.tag_ in FINITE)
    return all(verb.dep_ == "relcl" for verb in finite)


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
