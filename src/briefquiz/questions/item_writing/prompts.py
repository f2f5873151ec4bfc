"""Rules for what is asked, and for what one question gives away of another."""

import re
from collections.abc import Iterator

from briefquiz.errors import Issue
from briefquiz.questions import Question
from briefquiz.questions.choice import ChoiceQuestion
from briefquiz.questions.cloze import ClozeQuestion
from briefquiz.questions.item_writing.folding import contains, same, stems
from briefquiz.questions.item_writing.sheet import Sheet, answers, asked, quotes
from briefquiz.questions.multi import MultiQuestion
from briefquiz.questions.number import NumberQuestion
from briefquiz.questions.open import OpenQuestion
from briefquiz.questions.short import ShortQuestion
from briefquiz.questions.true_false import TrueFalseQuestion

LONGEST = 15
"""Words of an answer that can be learnt, and marked, as one."""
SHARED = 0.5
"""The share of a question's words in another prompt above which both ask about one thing."""
MOSTLY = 0.6
"""The share of a model answer's words in the title above which the title tells it."""
FEWEST = 3
"""Of fewer words of a model answer, to find most in the title may be chance."""
FEWEST_STATEMENTS = 4
"""Of fewer statements to judge, any balance is chance."""

_NEGATIVE = re.compile(r"\b(not|never|except|cannot)\b|n['’]t\b", re.IGNORECASE)
_ALWAYS_NEGATIVE = re.compile(
    r"\bexcept\b|\bNOT\b|\b[Ww]hich (one )?(of (these|the following)|statement)\b.*"
    r"\b(not|isn['’]t|wrong|false)\b"
)
_WH = r"(?:who|whom|whose|what|when|where|why|which|how)"
_TWO = re.compile(
    rf"\?.*\?|\b{_WH}\b[^.?!]*\b(?:and|or) (?:(?:in|on|by|for|at|to|with|of|from) )?{_WH}\b",
    re.IGNORECASE | re.DOTALL,
)
_CONNECTIVE = re.compile(r"^(because|since|as|in order to|to) ", re.IGNORECASE)
_ONE_BRACKET = re.compile(
    r"\[[^\[\]]{1,60}\](?!\])|(?<!\[)\[[^\s\[\]]+(?![^\[\]]*\])|[^\s\[\]]+\](?!\])"
)
_GAP_MARKS = re.compile(r"\[\[[^\[\]]+\]\]?|\[[^\[\]]+\]\]")
_TWO_STATEMENTS = re.compile(r"[^.]; [^.]|\w[.!?] [A-Z]")


def negative(question: Question) -> Iterator[Issue]:
    """A question for what is not so, where the brief itself says no such thing."""
    if not isinstance(question, ChoiceQuestion | MultiQuestion | TrueFalseQuestion):
        return
    found = _ALWAYS_NEGATIVE.search(question.prompt)
    if not found and not _NEGATIVE.search(quotes(question)):
        found = _NEGATIVE.search(question.prompt)
    if found:
        message = f"a negative ({found.group().split()[-1]!r}) is overread; ask for what is so"
        yield Issue(("prompt",), message)


def printed_brackets(question: Question) -> Iterator[Issue]:
    """Brackets of a gap that a reader will see as they stand, unless the quote has them too.

    "[…]" and "[sic]" are an editor's own.
    """
    quoted = " ".join(quotes(question).split())
    is_cloze = isinstance(question, ClozeQuestion)
    for found in (_ONE_BRACKET if is_cloze else _GAP_MARKS).findall(asked(question)):
        inside = found.strip("[]")
        if " ".join(found.split()) in quoted or not re.search(r"\w", inside) or inside == "sic":
            continue
        if is_cloze:
            message = f"{found!r} is printed with its bracket; a gap has two on each side"
            whole = found.startswith("[") and found.endswith("]")
            yield Issue(("prompt",), message, f"[[{inside}]]" if whole else "")
        else:
            yield Issue(("prompt",), f"{found!r} is printed as it stands; gaps need 'type: cloze'")


def two_facts(question: Question) -> Iterator[Issue]:
    """One card that asks for two things."""
    if isinstance(question, TrueFalseQuestion) and _TWO_STATEMENTS.search(question.prompt):
        yield Issue(("prompt",), "the statement says two things; make two of it")
    one_answer = isinstance(question, ChoiceQuestion | ShortQuestion | NumberQuestion)
    if one_answer and _TWO.search(question.prompt):
        yield Issue(("prompt",), "the prompt asks for two things; make two questions of it")


def long_answer(question: Question) -> Iterator[Issue]:
    """An answer that is a paragraph."""
    if not isinstance(question, ChoiceQuestion | ShortQuestion | MultiQuestion):
        return
    for path, text in answers(question):
        count = len(_CONNECTIVE.sub("", text).split())
        if count > LONGEST:
            message = f"the answer has {count} words; more than {LONGEST} are not one fact"
            yield Issue(path, message)


def gives_itself_away(question: Question) -> Iterator[Issue]:
    """A prompt that holds its answer."""
    if isinstance(question, ClozeQuestion):
        return
    for _, text in answers(question):
        if len(same(text)) > 1 and contains(asked(question), text):
            yield Issue(("prompt",), f"the prompt gives its own answer away ({text!r})")
    if isinstance(question, OpenQuestion) and contains(question.prompt, question.model):
        yield Issue(("prompt",), "the prompt gives its own answer away")


def told_by_title(sheet: Sheet) -> Iterator[Issue]:
    """An answer that stands in the title, or a model of which most words do."""
    known = stems(sheet.title)
    for number, question in sheet.questions.items():
        for path, text in answers(question):
            if len(same(text)) > 1 and contains(sheet.title, text):
                yield Issue((number, *path), f"the title gives the answer away ({text!r})")
        if isinstance(question, OpenQuestion):
            own = stems(question.model)
            if len(own) >= FEWEST and len(own & known) > MOSTLY * len(own):
                yield Issue((number, "model"), "the title gives the answer away")


def gap_repeated(question: Question) -> Iterator[Issue]:
    """A gap whose answer stands elsewhere in the text."""
    if not isinstance(question, ClozeQuestion):
        return
    rest = asked(question)
    for path, text in answers(question):
        if len(same(text)) > 1 and contains(rest, text):
            yield Issue(path, f"what belongs in the gap ({text!r}) stands elsewhere in the text")


def gives_another_away(sheet: Sheet) -> Iterator[Issue]:
    """A prompt that holds the answer to another question about the same thing."""
    stemmed = {number: stems(asked(q)) for number, q in sheet.compiled.items()}
    spelt = {number: f" {same(asked(q))} " for number, q in sheet.compiled.items()}
    for number, question in sheet.compiled.items():
        for path, text in answers(question):
            own, wanted = stemmed[number] - stems(text), same(text)
            if len(wanted) < 2 or not own:
                continue
            for other, prompt in stemmed.items():
                about_it = other != number and len(own & prompt) >= SHARED * len(own)
                if about_it and f" {wanted} " in spelt[other]:
                    message = f"the prompt gives away {text!r}, the answer to {question.id!r}"
                    yield Issue((other, "prompt"), message, other=(number, *path))


def one_sided(sheet: Sheet) -> Iterator[Issue]:
    """Statements to judge of which nearly all are true, or nearly all false."""
    judged = {
        number: question.answer
        for number, question in sheet.compiled.items()
        if isinstance(question, TrueFalseQuestion)
    }
    right = sum(judged.values())
    if len(judged) >= FEWEST_STATEMENTS and not len(judged) <= 4 * right <= 3 * len(judged):
        message = f"{right} of {len(judged)} statements are true: “{right > 1}” is a good guess"
        yield Issue((next(iter(judged)), "answer"), message)
