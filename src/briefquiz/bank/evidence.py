"""Does the brief say what the questions quote? Word for word, but for how words are set."""

import re
import unicodedata
from collections.abc import Iterator

from briefquiz.bank.schema import QuestionFile
from briefquiz.errors import Issue

# Not NFKC for the whole text: it would make "10²" the same as "102".
_SAME = str.maketrans(
    dict.fromkeys("‘’‚‛′´`", "'")
    | dict.fromkeys("“”„‟″«»", '"')
    | dict.fromkeys("‐‑‒–—―−", "-")
    | dict.fromkeys("\u00ad\u200b\u2060\ufeff", "")
    | {ligature: unicodedata.normalize("NFKC", ligature) for ligature in "ﬀﬁﬂﬃﬄﬅﬆ"}
)


def check_evidence(file: QuestionFile, brief_text: str) -> Iterator[Issue]:
    """Quotes that are not in the brief, each with its path in the question file."""
    brief = folded(brief_text)
    for number, question in enumerate(file.questions):
        for place, source in enumerate(question.source):
            if folded(source.quote) not in brief:
                path = ("questions", number, "source", place, "quote")
                message = "this quote is not in the brief word for word"
                yield Issue(path, message, rule="quote-in-brief")


def folded(text: str) -> str:
    """The text with white space, ligatures, soft hyphens, quote marks and dashes made alike."""
    plain = unicodedata.normalize("NFC", text).translate(_SAME)
    return re.sub(r"\s+", " ", plain).strip()
