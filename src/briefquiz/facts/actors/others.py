"""Actors beside the deed: whose word it is, who holds which office, whom it hits."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefquiz.facts.actors.doers import actor_fact
from briefquiz.facts.actors.fact import ActorFact
from briefquiz.facts.actors.naming import NAMED, SAYING, actor_class, classify, core, is_office
from briefquiz.facts.actors.nouns import DEED, DOCUMENTS, TITLES
from briefquiz.facts.asides import is_according_to, simplified
from briefquiz.facts.assertion import is_asserted, is_intact
from briefquiz.facts.clauses import clause_of, finite_verbs, governing_verb
from briefquiz.facts.evidence import evidence_of
from briefquiz.facts.parsed import ParsedBlock
from briefquiz.facts.printed import printed
from briefquiz.facts.reporting import attribution_of, hedges_of

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

FEWEST_SAID, MOST_SAID = 5, 22  # tokens of what somebody says
# Prepositions before whom it hits: a body or person, a country (which is a place as well).
TOWARDS = (
    frozenset("against with to from for on of".split()),
    frozenset("against with on".split()),
)


def voices(block: ParsedBlock, sentence: "Span") -> Iterator[ActorFact]:
    """Whoever stands after "according to"."""
    for phrase in filter(is_according_to, sentence):
        to = phrase.nbor(1)
        heads = [t for t in (*to.children, *phrase.children) if t.dep_ == "pobj" and t.i > to.i]
        verb = governing_verb(phrase.head)
        if not heads or verb is None or heads[0].lemma_.lower() in DOCUMENTS:
            continue
        said = clause_of(verb)
        own = {token.i for token in heads[0].subtree} | {phrase.i, to.i}
        if said is None or not is_intact(said.tokens):
            continue
        found = actor_class(heads[0], None)
        strict = classify(heads[0])
        yield ActorFact(
            role="voice",
            block=block.block,
            sentence=sentence,
            subject=core(heads[0]),
            head=heads[0],
            verb=verb,
            clause=said,
            deed=printed(token for token in said.tokens if token.i not in own),
            actor_class=found or "body",
            noun=strict[1] if strict is not None else "",
            attribution=None,
            hedge="",
            evidence=evidence_of(block.block, sentence, sentence.doc[phrase.i : phrase.i + 1]),
        )


def told(block: ParsedBlock, sentence: "Span") -> Iterator[ActorFact]:
    """What somebody says, claims, fears, in a clause or behind "according to"."""
    for verb in finite_verbs(sentence):
        voice = attribution_of(verb)
        whole = verb.dep_ == "ccomp" or (voice is not None and voice.verb == "according to")
        clause = clause_of(verb) if voice is not None and whole else None
        if voice is None or clause is None or not clause.subject or not is_intact(clause.tokens):
            continue
        if voice.verb != "according to" and verb.head.lemma_.lower() not in SAYING:
            continue
        head = next((t for t in voice.speaker if t.head not in voice.speaker), voice.speaker[-1])
        found = actor_class(head, verb.head)
        if found is None or not FEWEST_SAID <= len(clause.tokens) <= MOST_SAID:
            continue
        lifted = clause.rest if clause.lifted else clause.tokens
        yield ActorFact(
            role="word",
            block=block.block,
            sentence=sentence,
            subject=lifted,
            head=verb,
            verb=verb,
            clause=clause,
            deed=voice.text,
            actor_class=found,
            noun="",
            attribution=voice,
            hedge=", ".join(dict.fromkeys(hedges_of(verb))),
            evidence=evidence_of(block.block, sentence, sentence.doc[verb.i : verb.i + 1]),
        )


def named(block: ParsedBlock, sentence: "Span") -> Iterator[ActorFact]:
    """Names beside what they are: "the mayor of Ostia, Anna Reyes", "Governor Ilse Marant"."""
    for token in sentence:
        pair = _apposition(token) or _office(token)
        if pair is None:
            continue
        name, deed = pair
        around = sentence.doc[max(sentence.start, name[0].i - 1) : name[-1].i + 2]
        if any(t.text in {"[", "]"} for t in around) or not _is_a_name(name):
            continue
        found = actor_class(name[-1], None) or actor_class(token, None)
        if found is None or not deed or deed.lower().strip(".") in TITLES:
            continue
        yield ActorFact(
            role="named",
            block=block.block,
            sentence=sentence,
            subject=name,
            head=token,
            verb=token,
            clause=None,
            deed=deed,
            actor_class=found,
            noun="",
            attribution=None,
            hedge="",
            evidence=evidence_of(block.block, sentence, sentence.doc[token.i : token.i + 1]),
        )


def _is_a_name(name: tuple["Token", ...]) -> bool:
    """No bill number and no initial: "H.R.", "P.L."."""
    return any(len(token.text) > 2 and "." not in token.text for token in name)


def _apposition(token: "Token") -> tuple[tuple["Token", ...], str] | None:
    """A name and the noun phrase it stands beside, whichever comes first."""
    if token.dep_ != "appos" or {token.ent_type_, token.head.ent_type_} & {"DATE", "MONEY"}:
        return None
    first, second = token.head, token
    if any(t.dep_ == "conj" for t in (*first.children, *second.children)):
        return None
    for name, other in ((first, second), (second, first)):
        if name.pos_ == "PROPN" and name.ent_type_ in NAMED and other.pos_ == "NOUN":
            inside = {t.i for t in name.subtree} if other is first else set()
            what = [t for t in simplified(other, frozenset()) if t.i not in inside]
            return _bare(name), printed(what)
    return None


def _office(token: "Token") -> tuple[tuple["Token", ...], str] | None:
    """A person's name with the office before it."""
    if token.ent_type_ != "PERSON" or token.pos_ != "PROPN" or token.dep_ == "compound":
        return None
    titles = [t for t in token.lefts if t.dep_ == "compound" and is_office(t)]
    if not titles:
        return None
    last = titles[-1]
    name = tuple(token.doc[last.i + 1 : token.i + 1])
    office = token.doc[min(t.left_edge.i for t in token.lefts) : last.i + 1]
    return (name, printed(office)) if name else None


def _bare(name: "Token") -> tuple["Token", ...]:
    """The words of the name itself: compounds and what is written together with it."""
    start = min([name.i, *(t.left_edge.i for t in name.lefts if t.dep_ in {"compound", "nmod"})])
    return tuple(name.doc[start : name.i + 1])


def owners(block: ParsedBlock, sentence: "Span") -> Iterator[ActorFact]:
    """Whose deed a noun is: "the Court's blocking of the reform", "a survey by the fund"."""
    for token in sentence:
        noun, through = token.head, token.head.lower_ in {"by", "from", "of"}
        if token.dep_ == "pobj" and through and token.head.dep_ == "prep":
            noun = token.head.head
        elif token.dep_ != "poss" or not _is_deed(noun):
            continue
        named = token.pos_ == "PROPN" and token.ent_type_ in NAMED
        if not named or noun.pos_ != "NOUN" or not DEED.search(noun.lower_):
            continue
        fact = actor_fact(block, sentence, token, _owner(token), noun, None, "owner")
        if fact is not None:
            yield fact


def _owner(token: "Token") -> tuple["Token", ...]:
    return tuple(t for t in core(token) if t.tag_ != "POS")


def _is_deed(noun: "Token") -> bool:
    """A noun made from a verb, with what is done: "blocking of", "decision to", "attack on"."""
    if noun.pos_ != "NOUN" or not DEED.search(noun.lower_):
        return False
    return any(t.dep_ in {"prep", "acl", "relcl"} and t.i > noun.i for t in noun.children)


def affected(block: ParsedBlock, sentence: "Span") -> Iterator[ActorFact]:
    """Named actors to whom something is done: objects of a verb and of its prepositions."""
    finite = set(finite_verbs(sentence))
    for token in sentence:
        if token.pos_ != "PROPN" or token.ent_type_ not in NAMED - {"NORP"}:
            continue
        direct = token.dep_ in {"dobj", "dative"}
        through = token.dep_ == "pobj" and token.head.dep_ in {"prep", "dative"}
        above = token.head if direct else token.head.head if through else None
        if above is not None and through and token.head.lower_ == "of" and above.dep_ == "dobj":
            above = above.head  # "paralysed the work of the Harbour Agency"
        if above is None or above.pos_ != "VERB" or is_according_to(token.head):
            continue
        if above not in finite or not is_asserted(above):
            continue  # "not capable of defeating Ostia"
        if through and token.head.lower_ not in TOWARDS[token.ent_type_ == "GPE"]:
            continue  # where, not whom
        fact = actor_fact(
            block, sentence, token, core(token), above,
            clause_of(above), "affected",
        )  # fmt: skip
        if fact is not None:
            yield fact
