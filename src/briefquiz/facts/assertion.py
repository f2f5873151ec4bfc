"""Whether the brief asserts a clause, and whether its pieces can be shown without the rest.

What is only wanted, asked, denied by its frame or set as a condition is no deed and no cause;
what hangs over a colon, in brackets or in half a quotation cannot be cut out.
"""

from typing import TYPE_CHECKING

from briefquiz.facts.reporting import REPORTING_VERBS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

_UNREAL = frozenset({"if", "whether", "unless", "until", "lest", "how", "why", "what", "that"})
_OUTSIDE = frozenset("i we you me us my our your ours yours myself ourselves".split())
_JOINED = frozenset({"conj", "parataxis"})


def is_asserted(verb: "Token") -> bool:
    """A main clause, what somebody says, or a clause that adds to one of these."""
    node = verb
    while True:
        if node.dep_ == "ROOT":
            return True
        if node.dep_ in _JOINED and node.head.pos_ in {"VERB", "AUX"}:
            node = node.head
            continue
        if node.dep_ == "ccomp":
            head = node.head
            said = head.lemma_.lower() in REPORTING_VERBS and not _is_denied(head)
            beside = head.pos_ in {"VERB", "AUX"} and _are_apart(node, head)
            if not (said or beside):
                return False
            node = head
            continue
        if node.dep_ in {"relcl", "advcl"}:
            if any(t.lower_ in _UNREAL and t.dep_ in {"mark", "advmod"} for t in node.children):
                return False
            above = next((t for t in node.ancestors if t.pos_ in {"VERB", "AUX"}), None)
            if above is None:
                return True
            node = above
            continue
        return False


def _is_denied(verb: "Token") -> bool:
    return any(t.dep_ == "neg" for t in verb.children)


def _are_apart(inner: "Token", outer: "Token") -> bool:
    """A clause before a comma, semicolon or colon that the parser hung on the next one."""
    low, high = sorted((inner.i, outer.i))
    between = inner.doc[low:high]
    return any(t.text in {";", ":", "—", "–"} for t in between) and not any(
        t.dep_ == "mark" for t in inner.children
    )


def is_intact(tokens: "Sequence[Token]") -> bool:
    """Nothing is cut in the middle: brackets, quotations, lists behind a colon; nobody speaks."""
    if not tokens:
        return False
    text = [token.text for token in tokens]
    if sum(t in '“”"' for t in text) % 2:
        return False
    if text.count("(") != text.count(")") or "[" in text or "]" in text:
        return False
    if any(token.lower_ in _OUTSIDE for token in tokens) and not any(t in '“"' for t in text):
        return False
    low, high = min(t.i for t in tokens), max(t.i for t in tokens)
    doc = tokens[0].doc
    return not any(token.text in {":", ";", "[", "]"} for token in doc[low:high])
