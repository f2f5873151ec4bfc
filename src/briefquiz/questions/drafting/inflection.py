"""English verb forms: do-support and agreement."""

from typing import TYPE_CHECKING

from lemminflect import getInflection, getLemma

if TYPE_CHECKING:
    from spacy.tokens import Token

DO = {"VBD": "did", "VBZ": "does", "VBP": "do"}

# Singular forms for "What …?", which always takes the singular.
_SINGULAR = {"are": "is", "were": "was", "have": "has", "do": "does", "'re": "is", "’re": "is"}


def base_form(verb: "Token") -> str:
    """ "opened" -> "open"; the form after did, does, do and modals."""
    lemmas = getLemma(verb.text.lower(), upos="VERB")
    lemma = verb.lemma_.lower()
    return lemma if lemma in lemmas or not lemmas else str(lemmas[0])


def inflected(verb: "Token", tag: str) -> str:
    """The verb in another form, such as VBZ or VBD; the base form if none is known."""
    base = base_form(verb)
    forms = getInflection(base, tag=tag)
    return str(forms[0]) if forms else base


def singular(verb: "Token") -> str:
    """A finite verb or auxiliary as it stands after What or Who: "have" -> "has"."""
    lower = verb.text.lower()
    if lower in _SINGULAR:
        return _SINGULAR[lower]
    if verb.tag_ == "VBP" and verb.lemma_.lower() != "be":
        return inflected(verb, "VBZ")
    return lower
