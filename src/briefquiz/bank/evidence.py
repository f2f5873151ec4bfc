"""Does the brief say what the questions quote? Word for word, but for how words are set."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from briefquiz.bank.schema import QuestionFile
from briefquiz.brief import Brief
from briefquiz.errors import Issue

# Not NFKC for the whole text: it would make "10²" the same as "102".
_SAME = str.maketrans(
    dict.fromkeys("‘’‚‛′´`", "'")
    | dict.fromkeys("“”„‟″«»", '"')
    | dict.fromkeys("‐‑‒–—―−", "-")
    | dict.fromkeys("\u00ad\u200b\u2060\ufeff", "")
    | {ligature: unicodedata.normalize("NFKC", ligature) for ligature in "ﬀﬁﬂﬃﬄﬅﬆ"}
)


def check_evidence(file: QuestionFile, brief: Brief) -> Iterator[Issue]:
    """Quotes that are not in the brief, or not in the paragraph given, each with its path."""
    told = _told(brief)
    for number, question in enumerate(file.questions):
        for place, source in enumerate(question.source):
            path = ("questions", number, "source", place)
            found = told.paragraphs(folded(source.quote))
            if not found:
                message = "this quote is not in the brief word for word"
                yield Issue((*path, "quote"), message, rule="quote-in-brief")
            elif source.para and source.para not in found:
                # A warning: a paragraph more in the brief moves the quotes of a person's questions.
                message, hint = _elsewhere(source.para, found, told.last)
                yield Issue((*path, "para"), message, hint, "warning", rule="para")


def _elsewhere(para: int, found: tuple[int, ...], last: int) -> tuple[str, str]:
    """What to say of a quote that does not stand in its paragraph, and the right one."""
    if not any(found):
        return f"the quote stands in the title, not in paragraph {para}", ""
    numbers = [str(number) for number in found if number]
    where = f"paragraph{'s' * (len(numbers) > 1)} {' and '.join(numbers)}"
    many = f", and the brief has only {last}" if para > last else ""
    message = f"the quote stands in {where}, not {para}{many} (headings are not counted)"
    return message, numbers[0] if len(numbers) == 1 else ""


@dataclass(frozen=True, slots=True)
class _Told:
    """All the words of a brief in one line, and the number of the paragraph at each place.

    The title is paragraph 0, and a heading has the number of the paragraph below it.
    """

    text: str
    starts: tuple[int, ...]
    numbers: tuple[int, ...]
    last: int

    def paragraphs(self, quote: str) -> tuple[int, ...]:
        """The paragraphs in which a quote stands, wherever it does; none if it is not there."""
        found: dict[int, None] = {}
        at = self.text.find(quote)
        while at >= 0:
            first = bisect_right(self.starts, at) - 1
            end = bisect_right(self.starts, at + max(len(quote) - 1, 0))
            found |= dict.fromkeys(self.numbers[first:end])
            at = self.text.find(quote, at + 1)
        return tuple(found)


def _told(brief: Brief) -> _Told:
    pieces = [(0, folded(brief.title)), *((b.para, folded(b.text)) for b in brief.blocks)]
    pieces = [(para, text) for para, text in pieces if text]
    starts = accumulate((len(text) + 1 for _, text in pieces), initial=0)
    return _Told(
        " ".join(text for _, text in pieces),
        tuple(starts)[: len(pieces)],
        tuple(para for para, _ in pieces),
        max((block.para for block in brief.prose), default=0),
    )


def folded(text: str) -> str:
    """The text with white space, ligatures, soft hyphens, quote marks and dashes made alike."""
    plain = unicodedata.normalize("NFC", text).translate(_SAME)
    return re.sub(r"\s+", " ", plain).strip()
