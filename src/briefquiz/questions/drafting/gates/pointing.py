"""Words that point outside the question: pronouns, this and that, bare definites, comparisons."""

from typing import TYPE_CHECKING

from briefquiz.facts.actors.nouns import BODIES, PEOPLE
from briefquiz.facts.causes import CauseFact
from briefquiz.facts.parsed import ParsedBrief
from briefquiz.facts.references import UNIQUE
from briefquiz.questions.drafting.candidate import Candidate

if TYPE_CHECKING:
    from spacy.tokens import Token

LEANING = frozenset({"amod", "det", "nsubj", "dobj", "pobj", "advmod"})
POINTERS = frozenset({"this", "these", "those", "such"})
BEFORE_NOUN = frozenset({"det", "amod", "predet"})
# Words that compare with something outside the question.
COMPARING = frozenset(
    "another further both latter former other others same next previous similar additional "
    "above below following remaining rest respective subsequent later earlier afterwards "
    "thereafter nonetheless meanwhile instead likewise".split()
)
# Capitalised nouns that are a longer name cut short: "the Council", "the Act", "the Strait".
SHORT_NAMES = frozenset(BODIES) | frozenset(
    "act bill law treaty convention agreement protocol directive regulation strait gulf sea island "
    "front plan programme program decree charter pact accord alliance project strategy".split()
)
# Definite nouns that a place named in the same question explains.
OF_A_PLACE = frozenset(
    "country nation capital government population parliament opposition authorities army police "
    "public president economy constitution".split()
)


FEW = frozenset("two three four five six seven eight nine ten".split())
MEASURES = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY"})
# Nouns in the singular that "they" may mean.
GROUPS = frozenset("police staff public people team government company firm army party".split())


def pronoun(candidate: Candidate, parsed: ParsedBrief) -> str | None:
    """A he, they or its without a noun before it that it could mean."""
    asked = candidate.fact.kind == "actor"  # "Which country expands its ties?"
    nouns: list[Token] = []
    for token in _as_asked(candidate):
        if token.pos_ in {"NOUN", "PROPN"}:
            nouns.append(token)
        if token.tag_ not in {"PRP", "PRP$"} or token.dep_ == "expl":
            continue
        subject = token.dep_ in {"nsubj", "nsubjpass"}
        meant = asked or any(_may_be_meant(token, noun) for noun in nouns)
        if not meant or (subject and not _inner(token)):
            return f"“{token.text}” may point outside the question"
    return None


def _may_be_meant(pronoun: "Token", noun: "Token") -> bool:
    """The noun is one where the pronoun is one, several where it is several; and no time."""
    if noun.ent_type_ in {"DATE", "TIME"} or noun.dep_ == "compound":
        return False
    several = noun.tag_ in {"NNS", "NNPS"} or any(t.dep_ == "conj" for t in noun.children)
    if pronoun.lower_ in {"it", "its", "itself"}:
        return noun.tag_ in {"NN", "NNP", "NNPS"}
    if pronoun.lower_ in {"he", "she", "him", "her", "his"}:
        return noun.ent_type_ == "PERSON" or noun.lower_ in PEOPLE
    if pronoun.lower_ in {"they", "them", "their", "themselves"}:
        return several or noun.tag_ in {"NNP", "NNPS"} or noun.lower_ in GROUPS
    return True


def _as_asked(candidate: Candidate) -> "tuple[Token, ...]":
    """The stem in the order of the question: the subject stands before what was fronted."""
    clause = candidate.clause
    if clause is None or candidate.form == "cloze":
        return candidate.spoken
    subject = [token for token in candidate.spoken if token in clause.subject]
    return (*subject, *(token for token in candidate.spoken if token not in subject))


def _inner(token: "Token") -> bool:
    """A pronoun in a clause below the main one may point to the noun before it."""
    head = token.head
    return head.dep_ in {"ccomp", "advcl", "relcl", "acl", "xcomp"}


def pointer(candidate: Candidate, parsed: ParsedBrief) -> str | None:
    """ "These measures", "that report", "such networks"."""
    for token in candidate.spoken:
        if token.lower_ in POINTERS and token.dep_ in BEFORE_NOUN | {"nsubj", "dobj", "pobj"}:
            return f"“{_with_noun(token)}” points outside the question"
        if token.lower_ == "that" and token.dep_ in {"det", "pobj"}:
            return f"“{_with_noun(token)}” points outside the question"
    return None


def answer(candidate: Candidate, parsed: ParsedBrief) -> str | None:
    """The same in the answer of a causal question."""
    if not isinstance(candidate.fact, CauseFact):
        return None
    skip = int(candidate.fact.connective.startswith("this "))  # it becomes "it", for what was told
    for token in candidate.fact.asked[skip:]:
        demonstrative = token.lower_ in POINTERS and token.dep_ != "mark"
        subject = token.tag_ == "PRP" and token.dep_ in {"nsubj", "nsubjpass"}
        asked = (noun for noun in candidate.spoken if noun.pos_ in {"NOUN", "PROPN"})
        unknown = subject and not any(_may_be_meant(token, noun) for noun in asked)
        if demonstrative or unknown:
            return f"“{token.text}” in the answer points elsewhere"
    told = candidate.answer.rstrip(".").split()
    if len(told) == 2 and told[0].casefold() == "the":
        return f"“{' '.join(told)}” says too little as an answer"
    return None


def known_in_answer(candidate: Candidate, parsed: ParsedBrief) -> str | None:
    """ "The smelter" in the answer of a causal question: which one?"""
    if not isinstance(candidate.fact, CauseFact):
        return None
    for token in candidate.fact.asked:
        if token.lower_ == "the" and token.dep_ == "det" and _is_bare(token, candidate, parsed):
            return f"“the {token.head.text}” in the answer may mean more than one thing"
    return None


def _with_noun(token: "Token") -> str:
    return f"{token.text} {token.head.text}" if token.dep_ in BEFORE_NOUN else token.text


def definite(candidate: Candidate, parsed: ParsedBrief) -> str | None:
    """ "The region", "the Council": a bare definite that may mean more than one thing."""
    ids = {token.i for token in candidate.spoken}
    for token in candidate.spoken:
        article = token.lower_ == "the" and token.dep_ == "det" and token.head.i in ids
        if article and _is_bare(token, candidate, parsed):
            return f"“the {token.head.text}” may mean more than one thing"
    return None


def counted(candidate: Candidate, parsed: ParsedBrief) -> str | None:
    """ "The four", "the two Russian firms", "one monitoring group": which?"""
    for token in candidate.spoken:
        noun = token.head
        if token.lower_ == "one" and token.dep_ == "nummod" and noun.lower_ in BODIES:
            return f"“one {noun.text}” is not named"
        if token.lower_ != "the" or token.dep_ != "det" or noun.ent_type_ in MEASURES:
            continue
        few = noun if noun.lower_ in FEW else None
        for child in noun.children:
            few = child if child.dep_ == "nummod" and child.lower_ in FEW else few
        told = any(t.dep_ in {"prep", "relcl", "acl", "appos", "pobj"} for t in noun.children)
        if few is not None and not told:
            return f"“the {few.text}” leaves open which"
    return None


def _is_bare(article: "Token", candidate: Candidate, parsed: ParsedBrief) -> bool:
    """A "the" whose noun nothing tells apart: no adjective, no of-phrase, not in the title."""
    noun = article.head
    if noun.i + 1 < len(noun.doc) and noun.nbor(1).pos_ == "PROPN":
        return False  # "the river Tessa"
    short = noun.pos_ == "PROPN" and noun.lower_ in SHORT_NAMES
    if not (noun.pos_ == "NOUN" or short) or noun.lemma_.lower() in UNIQUE:
        return False
    if any(letter.isdigit() for letter in noun.text) or noun.text.isupper():
        return False
    if noun.lower_ in OF_A_PLACE and _place_before(candidate, article):
        return False
    if noun.lower_ in {"region", "area"} and _one_place(candidate, article):
        return False
    ids = {token.i for token in candidate.spoken}
    asked = getattr(candidate.fact, "asked", ())
    near = ids | {token.i for token in asked}
    body = noun.text in BODIES and noun.text not in OF_A_PLACE
    body = body and not _place_before(candidate, article)
    plain = {"punct", "case", "cc", "nummod"}
    described = any(
        t.i in near and t.i != article.i and t.dep_ not in plain and not (body and _is_loose(t))
        for t in noun.children
    )
    return not described and noun.lower_[:5] not in parsed.title_words


def _is_loose(modifier: "Token") -> bool:
    """It tells what sort of body, not which: "the armed group", "the UN agency"."""
    sort = modifier.dep_ == "amod" and modifier.text.islower()
    return sort or (modifier.dep_ in {"compound", "nmod"} and modifier.text.isupper())


def _place_before(candidate: Candidate, article: "Token") -> bool:
    """A place that the question names before "the country", or right behind it ("of Ostia")."""
    noun = {token.i for token in article.head.subtree}
    return any(
        t.ent_type_ in {"GPE", "NORP"} and (t.i < article.i or t.i in noun)
        for t in candidate.spoken
    )


def _one_place(candidate: Candidate, article: "Token") -> bool:
    """The only region that the question names stands before "the region"."""
    places = {t.ent_iob_ == "B" and t.i for t in candidate.spoken if t.ent_type_ == "LOC"} - {False}
    return len(places) == 1 and all(place < article.i for place in places)


def comparing(candidate: Candidate, parsed: ParsedBrief) -> str | None:
    """ "Another", "the latter", "waited longer", "is larger": compared with what is not there."""
    spoken = candidate.spoken
    than = any(token.lower_ == "than" for token in spoken)
    for token in spoken:
        if token.lower_.endswith(("self", "selves")):
            return f"“{token.text}” sets off from something outside the question"
        bare = token.tag_ == "RBR" and token.head.pos_ == "VERB" and not than
        bare |= token.tag_ == "JJR" and token.dep_ in {"acomp", "oprd"} and not than
        if bare or (token.lower_ in COMPARING and token.dep_ in LEANING):
            return f"“{token.text}” compares with something outside the question"
    return None
