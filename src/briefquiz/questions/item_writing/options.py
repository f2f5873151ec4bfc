"""Rules for what a reader chooses from. Each: a sheet or question in, issues out."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from briefquiz.errors import Issue
from briefquiz.facts.date_mentions import find_dates
from briefquiz.questions import Question
from briefquiz.questions.choice import ChoiceQuestion
from briefquiz.questions.item_writing.folding import contains, figures, same, words
from briefquiz.questions.item_writing.sheet import Text, options, quotes
from briefquiz.questions.match import MatchQuestion
from briefquiz.questions.multi import MultiQuestion
from briefquiz.questions.order import OrderQuestion
from briefquiz.questions.true_false import TrueFalseQuestion

MUCH_LONGER = 1.6
"""The answer's length over that of the longest wrong option."""
LETTERS_LONGER = 12
"""A difference of fewer letters is seen by nobody."""

_ALL = re.compile(r"\b(all|both|any) (of )?(the above|the below|these|them|those)\b", re.IGNORECASE)
_NONE = re.compile(r"\b(none|neither) of (the above|these|them|those)\b", re.IGNORECASE)
_ABSOLUTE = re.compile(
    r"\b(always|never|completely|absolutely|totally|entirely|invariably|without exception)\b",
    re.IGNORECASE,
)
_VOWEL = re.compile(r"['\"“‘]?(?:hono|hour|heir|[aio]|e(?!u)|u(?!ni[^n]|s[ae]|ti))", re.IGNORECASE)


def longest_answer(question: Question) -> Iterator[Issue]:
    """A right option that is seen by its length."""
    if not isinstance(question, ChoiceQuestion) or not question.distractors:
        return
    longest = max(len(option.text) for option in question.distractors)
    length = len(question.answer)
    if length > MUCH_LONGER * longest and length >= longest + LETTERS_LONGER:
        message = "the answer is much longer than every wrong option: its length gives it away"
        yield Issue(("answer",), message)


def one_wrong_option(question: Question) -> Iterator[Issue]:
    """A choice of two."""
    if isinstance(question, ChoiceQuestion) and len(list(options(question))) == 2:
        message = "only one wrong option: every other guess is right; add one, or two"
        yield Issue(("distractors",), message)


def all_or_none(question: Question) -> Iterator[Issue]:
    """ "All of the above" anywhere, "none of these" among options that are shuffled."""
    for path, text in options(question):
        if _ALL.search(text):
            message = f"{text!r} is right as soon as two are; ask with 'type: multi' instead"
            yield Issue(path, message)
        elif _NONE.search(text) and path != ("last",):
            yield Issue(path, f"{text!r} belongs into 'last', so that it stands last")


def absolute_words(question: Question) -> Iterator[Issue]:
    """ "Always" in an option or a statement, unless it is the brief that says so."""
    texts = list(options(question))
    if isinstance(question, TrueFalseQuestion):
        texts = [(("prompt",), question.prompt)]
    elif all(_ABSOLUTE.search(text) for _, text in texts):
        return
    quoted = quotes(question).casefold()
    for path, text in texts:
        found = _ABSOLUTE.search(text)
        if found and found.group().casefold() not in quoted:
            yield Issue(path, f"{found.group()!r} is a clue: readers know it is seldom right")


def article_clue(question: Question) -> Iterator[Issue]:
    """A question that ends with "a" or "an", and an option that does not go with it."""
    found = re.search(r"(?<!/)\b(an?)\W*(?:_+\W*)?$", getattr(question, "prompt", ""))
    if not isinstance(question, ChoiceQuestion) or not found:
        return
    article = found.group(1)
    for path, text in options(question):
        if path != ("last",) and bool(_VOWEL.match(text)) != (article == "an"):
            yield Issue(
                path, f"this option does not go with {article!r} at the end of the question"
            )


def odd_form(question: Question) -> Iterator[Issue]:
    """An answer whose form is not that of any wrong option."""
    if not isinstance(question, ChoiceQuestion) or len(question.distractors) < 2:
        return
    wrong = [option.text for option in question.distractors]
    for what, has in _FORMS:
        right = has(question.answer)
        if all(has(text) != right for text in wrong):
            only = f"only the answer {what}" if right else f"every option but the answer {what}"
            yield Issue(("answer",), f"{only}: its form gives it away")


def _names_several(text: str) -> bool:
    return bool(re.search(r"\w,? (and|or) \w", text)) and not re.search(r"\d and \d", text)


def _has_article(text: str) -> bool:
    return words(text)[:1] in (["the"], ["a"], ["an"])


def _has_figure(text: str) -> bool:
    return bool(figures(text))


_FORMS = (
    ("names several things", _names_several),
    ("begins with an article", _has_article),
    ("has a figure", _has_figure),
)

_PLURAL_STEM = re.compile(
    r"\b(?:which|what) (?:two|three|four|several)\b|\bwho (?:were|are)\b"
    r"|\bwhich \w+s (?:are|were|have|do)\b",
    re.IGNORECASE,
)


def number_clue(question: Question) -> Iterator[Issue]:
    """A question about several things, where only some options are several."""
    if not isinstance(question, ChoiceQuestion) or not _PLURAL_STEM.search(question.prompt):
        return
    several = {path: _is_plural(text) for path, text in options(question) if path != ("last",)}
    if len(set(several.values())) > 1:
        for path, plural in several.items():
            if not plural:
                yield Issue(path, "one thing, where the question asks for several")


def _is_plural(text: str) -> bool:
    last = words(text)[-1:] or [""]
    ending = last[0].endswith("s") and not last[0].endswith("ss")
    return ending or last[0] in ("people", "men", "women", "children") or _names_several(text)


def overlapping(question: Question) -> Iterator[Issue]:
    """Options of which one is part of another: both may be right."""
    if not isinstance(question, ChoiceQuestion):
        return
    texts = [(path, text) for path, text in options(question) if path != ("last",)]
    for (_, one), (path, other) in combinations(texts, 2):
        if same(one) == same(other):
            continue
        if contains(one, other) or contains(other, one) or _meet(one, other):
            yield Issue(path, f"{one!r} and {other!r} overlap: is only one of them right?")


def _meet(one: str, other: str) -> bool:
    """Two dates, or two ranges of figures, that share something."""
    days = _days(one), _days(other)
    if days[0] and days[1]:
        return days[0][0] <= days[1][1] and days[1][0] <= days[0][1]
    ranges = _range(one), _range(other)
    if ranges[0] and ranges[1]:
        return ranges[0][0] <= ranges[1][1] and ranges[1][0] <= ranges[0][1]
    return False


def _days(text: str) -> tuple[str, str] | None:
    """First and last day of a text that is a date, as texts that can be compared."""
    dates = [date for date in find_dates(f"in {text}") if date.first]  # no month without "in"
    if len(dates) != 1 or len(dates[0].text) < len(text.strip()) - 4:
        return None
    last = dates[0].last or dates[0].first
    return dates[0].first, last if len(last) == len("2014-05-21") else f"{last}-99"


_RANGE = re.compile(r"\D{0,12}?(\d[\d,.]*)\s*(?:[-–—]|to|and)\s*(\d[\d,.]*)\D{0,20}")


def _range(text: str) -> tuple[float, float] | None:
    """The ends of a text that is a range of figures."""
    found = _RANGE.fullmatch(text)
    if not found:
        return None
    low, high = (float(part.replace(",", "").strip(".")) for part in found.groups())
    return (low, high) if low < high else None


def same_option(question: Question) -> Iterator[Issue]:
    """Options that are the same in another spelling."""
    for group in _groups(question):
        first: dict[str, str] = {}
        for path, text in group:
            known = first.setdefault(same(text), text)
            if known != text and _letters(known) != _letters(text):
                yield Issue(path, f"{text!r} is the same as {known!r}")


def _letters(text: str) -> str:
    """What the check of a question compares already: an exact repetition is an error."""
    return " ".join(text.split()).casefold()


def _groups(question: Question) -> Iterator[Sequence[Text]]:
    match question:
        case ChoiceQuestion() | MultiQuestion():
            yield list(options(question))
        case MatchQuestion(pairs=pairs, extra=extra):
            yield [(("pairs", n), left) for n, (left, _) in enumerate(pairs)]
            rights: list[Text] = [(("pairs", n), right) for n, (_, right) in enumerate(pairs)]
            yield rights + [(("extra", n), text) for n, text in enumerate(extra)]
        case OrderQuestion(items=items):
            yield [(("items", n), text) for n, text in enumerate(items)]
        case _:
            return
