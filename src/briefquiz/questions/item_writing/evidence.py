"""Rules that hold a question against the words it quotes: nothing that they do not say."""

import re
from collections.abc import Iterator, Mapping
from itertools import combinations, pairwise

from briefquiz.errors import Issue, Path
from briefquiz.questions import Question
from briefquiz.questions.choice import ChoiceQuestion
from briefquiz.questions.cloze import ClozeQuestion
from briefquiz.questions.item_writing.folding import (
    SMALL_WORDS,
    contains,
    figures,
    stem,
    stems,
    words,
)
from briefquiz.questions.item_writing.sheet import (
    Sheet,
    Text,
    answers,
    is_false_on_purpose,
    quotes,
    statement,
)
from briefquiz.questions.match import MatchQuestion
from briefquiz.questions.number import NumberQuestion
from briefquiz.questions.open import OpenQuestion
from briefquiz.questions.short import ShortQuestion


def no_evidence(sheet: Sheet) -> Iterator[Issue]:
    """A question that quotes nothing, in a file whose others do.

    An explanation is no evidence: it says why an answer follows from what is quoted.
    """
    if not any(question.source for question in sheet.questions.values()):
        return
    for number, question in sheet.questions.items():
        if not question.source:
            yield Issue(
                (number,), "the question quotes no words of the brief that prove the answer"
            )


def answer_not_in_quote(question: Question) -> Iterator[Issue]:
    """An answer in words that the quote does not have, and no explanation."""
    quoted = quotes(question)
    if not quoted or question.explain or isinstance(question, MatchQuestion):
        return
    known = stems(quoted)
    for path, text in answers(question):
        missing = [word for word in words(text) if _is_new(word, known)]
        if missing and not contains(quoted, text):
            shown = next(w for w in text.split() if missing[0] in words(w)).strip('.,;:()[]“”"')
            message = f"not in the quote: {shown!r}; say in 'explain' why it is right"
            yield Issue(path, message)


def _is_new(word: str, known: set[str]) -> bool:
    """Whether a word says something that the quote does not; figures have a rule of their own."""
    return word.isalpha() and not figures(word) and bool(stems(word)) and stem(word) not in known


def figure_not_in_quote(sheet: Sheet) -> Iterator[Issue]:
    """A figure in prompt, answer or model that the quote does not have.

    What the prompt adds for clarity may stand elsewhere in the brief: a sentence before the
    question, an aside in brackets, the day it was true, a figure in a name ("Regulation 12").
    """
    anywhere = figures(f"{sheet.brief} {sheet.dated.replace('-', ' ')}")
    together = _neighbours(sheet.brief)
    for number, question in sheet.questions.items():
        if not question.source or question.explain or is_false_on_purpose(question):
            continue
        quoted = figures(quotes(question))
        around = {**quoted, **figures(" ".join(question.fact.values()))}
        plain = _ADDED.sub(" ", statement(question))
        named = figures(" ".join(" ".join(pair) for pair in _neighbours(plain) & together))
        texts: list[tuple[Path, str, Mapping[str, str]]] = [
            (("prompt",), plain, {**around, **named})
        ]
        if sheet.brief:
            texts.append((("prompt",), statement(question), {**around, **anywhere}))
        texts += [(path, text, quoted) for path, text in _answered(question)]
        if sheet.dated:
            own = {part.lstrip("0"): part for part in sheet.dated.split("-")}
            stamps = " ".join(_STAMP.findall(statement(question)))
            texts.append((("prompt",), stamps, {**own, **around}))
        new: dict[Path, dict[str, str]] = {}
        for path, text, known in texts:
            found = {value: shown for value, shown in figures(text).items() if value not in known}
            new.setdefault(path, {}).update(found)
        for path, shown in new.items():
            if shown:
                message = f"not in the quote: the figure {', '.join(map(repr, shown.values()))}"
                yield Issue((number, *path), message)


def other_than_fact(question: Question) -> Iterator[Issue]:
    """An answer that is another figure, or another day, than the one `fact` keeps."""
    key = "value" if question.kind == "number" else "when"
    kept = question.fact.get(key, "")
    known = set(figures(kept)) if key == "value" else _parts_of_day(kept)
    given = [text for _, text in answers(question) if figures(text) and "centur" not in text]
    asked = isinstance(question, ChoiceQuestion | ShortQuestion | NumberQuestion | ClozeQuestion)
    if asked and known and given and not any(known & set(figures(text)) for text in given):
        message = f"'fact' says {kept!r}, the answer {given[0]!r}: study sheets print 'fact'"
        yield Issue(("fact", key), message)


def _parts_of_day(when: str) -> set[str]:
    """Year, month and day of "2031-05-09" or "--05-09"; nothing of what is no such day."""
    plain = re.fullmatch(r"[\d/-]+", when)
    return {part.lstrip("0") for part in re.findall(r"\d+", when)} if plain else set()


def _neighbours(text: str) -> set[tuple[str, str]]:
    """Words that say something and stand next to each other, one of them a figure."""
    tokens = re.findall(r"[^\W_]+(?:,\d+)*", text.casefold())
    return {
        pair
        for pair in pairwise(tokens)
        if any(token[:1].isdigit() for token in pair) and not SMALL_WORDS & set(pair)
    }


_STAMP = re.compile(r"\b(?:The brief is dated|[Aa]s of) ([^,()?]+)")
"""The brief's own day, as drafts put it beside a question."""
_ADDED = re.compile(
    r"^.*[.!?][”\"’)]* (?=[\"“A-Z])|\d[\d,.]* \([A-Z]{2,}\)|\([^)]*\)|\b[Aa]s of [^,?)]+"
    r"|\b[Ww]hich (two|three|four|five)\b"
)
"""What stands before the last sentence, in brackets, before its short form, or as a date."""


def _answered(question: Question) -> Iterator[Text]:
    if not isinstance(question, MatchQuestion):
        yield from answers(question)
    if isinstance(question, OpenQuestion):
        yield ("model",), question.model


# ── Who did it to whom ───────────────────────────────────────────────────────────────────────

_NAME = re.compile(r"\b[A-Z][\w’'-]*(?:(?: (?:of|the|for|and))* [A-Z][\w’'-]*)*")
_OPENER = re.compile(r"^(who|what|which \w+)\b", re.IGNORECASE)


def names_exchanged(question: Question) -> Iterator[Issue]:
    """Two names that stand where the quote has the other one."""
    if is_false_on_purpose(question) or not question.source:
        return
    quoted = quotes(question)
    known = _pairs(quoted)
    told = _told(question)
    names = sorted(map(_bare, _NAME.findall(told)), key=lambda name: (-len(name), name))
    there = [
        name for name in names if len(name) > 2 and re.search(rf"\b{re.escape(name)}\b", quoted)
    ]
    now = _matches(told, known)
    for one, other in combinations(dict.fromkeys(there), 2):
        if one in other or other in one:
            continue
        if _matches(_swapped(told, one, other), known) > now:
            yield Issue(
                ("prompt",), f"{one!r} and {other!r} stand the other way round in the quote"
            )
            return


def _told(question: Question) -> str:
    """The question as a statement, roughly: the answer in the place of "who"."""
    told = statement(question)
    answer = next((text for _, text in answers(question)), "")
    if isinstance(question, ClozeQuestion) or not answer:
        return told
    opener = _OPENER.match(told)
    return f"{answer}{told[opener.end() :]}" if opener else told


def _bare(name: str) -> str:
    """A name without its possessive ending and without the word that opens the sentence."""
    first, _, rest = re.sub(r"[’']s?$", "", name).partition(" ")
    return rest or first if first.casefold() in _OPENING else f"{first} {rest}".strip()


_OPENING = SMALL_WORDS | set(
    "according after although among as because before between despite during if over since through "
    "under unless until while within without once most many some several however".split()
)


def _swapped(text: str, one: str, other: str) -> str:
    either = re.compile(rf"\b({re.escape(one)}|{re.escape(other)})\b")
    return either.sub(lambda match: other if match.group() == one else one, text)


def _pairs(text: str) -> set[tuple[str, str]]:
    tokens = [stem(word) for word in re.findall(r"\w+", text.casefold())]
    return set(pairwise(tokens))


def _matches(text: str, known: set[tuple[str, str]]) -> int:
    return len(_pairs(text) & known)
