"""Who says it, and how surely: attribution and hedges, inherited through the sentence."""

import functools
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefquiz.facts.asides import SUBJECTS, is_according_to
from briefquiz.facts.printed import joined

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

# Verbs whose clause is somebody's word. Each with a sentence that has it.
REPORTING_VERBS = {
    "say": "The ministry said that the port had reopened.",
    "report": "The agency reported that output fell.",
    "claim": "The party claims that votes were lost.",
    "state": "The court stated that the rule was void.",
    "announce": "The bank announced that rates would rise.",
    "declare": "The mayor declared that the bridge was safe.",
    "argue": "Critics argue that the tax failed.",
    "contend": "The union contends that wages fell.",
    "maintain": "The firm maintains that it paid.",
    "assert": "The envoy asserted that talks went on.",
    "allege": "Witnesses allege that the guard fired.",
    "warn": "Scientists warned that wells would run dry.",
    "estimate": "The office estimates that costs doubled.",
    "believe": "Analysts believe that stocks are low.",
    "think": "Officials think that the plan will work.",
    "expect": "The bank expects that prices will fall.",
    "predict": "The council predicts that demand will grow.",
    "forecast": "The bank forecasts that demand will grow.",
    "suggest": "The survey suggests that trust is low.",
    "indicate": "The data indicate that traffic fell.",
    "note": "The report notes that two ports closed.",
    "add": "The minister added that help was coming.",
    "acknowledge": "The army acknowledged that six had died.",
    "admit": "The firm admitted that it had known.",
    "deny": "The army denied that it had fired.",
    "confirm": "The ministry confirmed that talks had begun.",
    "insist": "The party insists that the vote was fair.",
    "promise": "The mayor promised that rents would fall.",
    "find": "The auditors found that money was missing.",
    "conclude": "The court concluded that the law was void.",
    "fear": "Farmers fear that the wells will run dry.",
    "hope": "Traders hope that the port will reopen.",
    "tell": "The envoy told reporters that talks went on.",
    "accuse": "The union accused the firm of fraud.",
    "write": "The envoy wrote that talks went on.",
    "reveal": "The data reveal that traffic fell.",
    "show": "The survey shows that trust is low.",
    "assess": "The office has assessed that costs doubled.",
    "calculate": "The office calculates that costs doubled.",
    "project": "The office projects that costs will double.",
    "anticipate": "The bank anticipates that prices will fall.",
    "caution": "The bank cautions that prices may fall.",
    "stress": "The mayor stressed that rents would fall.",
    "emphasise": "The mayor emphasised that rents would fall.",
    "emphasize": "The mayor emphasized that rents would fall.",
    "explain": "The firm explained that a cable had failed.",
    "observe": "The auditors observed that money was missing.",
    "recommend": "The auditors recommend that the fund be closed.",
    "propose": "The mayor proposed that rents be frozen.",
    "testify": "The envoy testified that talks went on.",
    "vow": "The mayor vowed that rents would fall.",
    "pledge": "The mayor pledged that rents would fall.",
    "reiterate": "The mayor reiterated that rents would fall.",
    "complain": "The union complained that wages fell.",
    "hint": "The envoy hinted that talks went on.",
    "imply": "The survey implies that trust is low.",
    "speculate": "Traders speculate that the port will reopen.",
    "assume": "It can be assumed that the deal is done.",
}

# Words that weaken a claim. Each with a sentence that has it.
HEDGES = {
    "may": "The line may close.",
    "might": "The line might close.",
    "could": "The line could close.",
    "would": "The line would close.",
    "should": "The line should close.",
    "reportedly": "The line reportedly closed.",
    "allegedly": "The guard allegedly fired.",
    "apparently": "The guard apparently fired.",
    "likely": "The line is likely to close.",
    "unlikely": "The line is unlikely to close.",
    "probably": "The line will probably close.",
    "possibly": "The line will possibly close.",
    "perhaps": "Perhaps the line will close.",
    "presumably": "The line will presumably close.",
    "potentially": "The line will potentially close.",
    "supposedly": "The guard supposedly fired.",
    "seem": "The line seems to be closed.",
    "appear": "The line appears to be closed.",
    "expected": "The line is expected to close.",
    "projected": "The line is projected to close.",
    "suspected": "The guard is suspected of theft.",
    "assumed": "It is assumed that the line will close.",
    "estimated": "The cost is estimated at a million.",
}


@dataclass(frozen=True, slots=True)
class Attribution:
    """Whose word a clause is.

    `speaker` are the tokens that name who says so, `verb` the verb of saying, with the "might" or
    "would" before it; "according to" for the phrase.
    """

    speaker: tuple["Token", ...]
    verb: str

    @property
    def text(self) -> str:
        """The attribution as printed, such as "the ministry reported"."""
        words = joined(self.speaker)
        return f"{self.verb} {words}" if self.verb == "according to" else f"{words} {self.verb}"


def attribution_of(token: "Token") -> Attribution | None:
    """Whose word the clause round a token is; None where the brief itself speaks."""
    phrase = next((t for t in token.sent if is_according_to(t)), None)
    if phrase is not None and _reaches(phrase, token):
        speaker = _according_speaker(phrase)
        if speaker:
            return Attribution(speaker, "according to")
    previous = token
    for node in token.ancestors:
        if node.lemma_.lower() in REPORTING_VERBS and previous.dep_ in {"ccomp", "xcomp"}:
            subject = next((t for t in node.children if t.dep_ in SUBJECTS), None)
            if subject is not None and _speaks(subject) and not _divided(previous, node):
                return Attribution(tuple(subject.subtree), _with_modal(node))
        previous = node
    return _speaker_before(token)


def _speaks(subject: "Token") -> bool:
    """Not "it is said", "the plan is projected to": nobody in particular says so."""
    return subject.dep_ not in {"expl", "nsubjpass", "csubjpass"} and subject.lower_ != "it"


def _with_modal(verb: "Token") -> str:
    """ "Might argue": nobody has argued it yet."""
    modal = next((t.text for t in verb.lefts if t.tag_ == "MD" and t.lower_ in HEDGES), "")
    return f"{modal} {verb.text}".strip()


def _speaker_before(token: "Token") -> Attribution | None:
    """Who began the quotation, in a sentence before, that this sentence goes on with."""
    opened = _open_quotation(token.sent)
    if opened is None:
        return None
    for verb in opened.sent:
        subject = next((t for t in verb.children if t.dep_ in SUBJECTS), None)
        named = subject is not None and subject.pos_ in {"NOUN", "PROPN"} and subject.i < opened.i
        if subject is not None and named and verb.lemma_.lower() in REPORTING_VERBS:
            return Attribution(tuple(subject.subtree), verb.text)
    return None


def _open_quotation(sentence: "Span") -> "Token | None":
    """The opening mark of a quotation that began before a sentence and did not end yet."""
    return _opened_before(sentence.doc, sentence.start)


@functools.lru_cache(maxsize=256)
def _opened_before(doc: "Doc", end: int) -> "Token | None":
    opened: Token | None = None
    for token in doc[:end]:
        if token.text == "“" or (token.text == '"' and opened is None):
            opened = token
        elif token.text in {"”", '"'}:
            opened = None
    return opened


def _divided(inner: "Token", outer: "Token") -> bool:
    """A semicolon between two clauses, or a colon behind the first: neither reports the other."""
    low, high = sorted((inner.i, outer.i))
    marks = {";", ":"} if inner.i < outer.i else {";"}
    return any(token.text in marks for token in inner.doc[low:high])


def _reaches(phrase: "Token", token: "Token") -> bool:
    """An "according to" inside a relative clause speaks for that clause only."""
    relatives = (node for node in phrase.ancestors if node.dep_ == "relcl")
    return all(node.is_ancestor(token) for node in relatives)


def _according_speaker(phrase: "Token") -> tuple["Token", ...]:
    to = phrase.nbor(1)
    heads = [t for t in (*to.children, *phrase.children) if t.dep_ == "pobj" and t.i > to.i]
    if not heads:
        return ()
    tokens = tuple(t for t in heads[0].subtree)
    for place, token in enumerate(tokens):
        if token.text == ",":
            return tokens[:place]
    return tokens


def hedges_of(verb: "Token") -> Iterator[str]:
    """The words that weaken a verb's clause, as printed."""
    for token in (verb, *verb.children):
        lower, lemma = token.lower_, token.lemma_.lower()
        if lower in HEDGES or (token.i == verb.i and lemma in HEDGES):
            yield token.text
    head = verb.head
    seems = verb.dep_ in {"xcomp", "ccomp"} and head.lemma_.lower() in HEDGES
    if seems or (verb.dep_ == "xcomp" and head.lower_ in HEDGES):
        yield head.text
