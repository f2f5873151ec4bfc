"""Response shape → the question type of Moodle that asks it. GIFT and Moodle XML write the same.

What Moodle's importers do with each type was read in their source; see docs/exports.md.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias, assert_never

from briefquiz.outputs import arrange, evidence
from briefquiz.outputs.exports import figures
from briefquiz.outputs.exports.rich import line, tidy
from briefquiz.quiz import (
    Choice,
    Choices,
    Essay,
    Figure,
    Gap,
    Gaps,
    Item,
    Loss,
    Pairs,
    Quiz,
    Sequence,
    TrueFalse,
    Words,
)

SHARES = {
    1: "100", 2: "50", 3: "33.33333", 4: "25", 5: "20", 6: "16.66667", 7: "14.28571",
    8: "12.5", 9: "11.11111", 10: "10", 20: "5",
}  # fmt: skip
"""An equal part of 100 per cent, where Moodle knows it. Any other fraction is refused."""
MOST_RIGHT = 20
COUNTED = "thousand million billion trillion minute hour day week month year decade".split()
IN_ORDER = "Number them in the right order, beginning with 1."


@dataclass(frozen=True, slots=True)
class Option:
    """An option, its worth in per cent, and why it is wrong."""

    text: str
    percent: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class MultiChoice:
    """Options in the order of the paper. `single`: only one may be ticked."""

    options: tuple[Option, ...]
    single: bool
    shuffled: bool


@dataclass(frozen=True, slots=True)
class Judgement:
    """True or false."""

    answer: bool


@dataclass(frozen=True, slots=True)
class ShortAnswer:
    """Forms to type, any of which is right, whatever its case."""

    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Numerical:
    """Plain decimal numbers, right within the tolerance; `printed`: as the brief has it."""

    values: tuple[str, ...]
    tolerance: str
    printed: str


@dataclass(frozen=True, slots=True)
class WorthGap:
    """A gap and its points."""

    gap: Gap
    points: int


@dataclass(frozen=True, slots=True)
class Cloze:
    """A text with gaps. GIFT has only one gap, asked as a short answer."""

    parts: tuple[str | WorthGap, ...]


@dataclass(frozen=True, slots=True)
class Matching:
    """Left sides with their right sides, and right sides that match nothing."""

    pairs: tuple[tuple[str, str], ...]
    extra: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Open:
    """An answer for a person to grade."""

    essay: Essay


Form: TypeAlias = MultiChoice | Judgement | ShortAnswer | Numerical | Cloze | Matching | Open


@dataclass(frozen=True, slots=True)
class Asked:
    """A question in Moodle's terms; `form` is None if there is no such question.

    `note` stands below the prompt. `lost` completes "Moodle cannot hold …".
    """

    form: Form | None
    note: str = ""
    lost: tuple[str, ...] = ()


def refused(why: str) -> Asked:
    """No question, and why."""
    return Asked(None, lost=(f"the question: {why}",))


def ask(quiz: Quiz, item: Item) -> Asked:
    """The question type for an item, and what it cannot hold."""
    if not tidy(item.prompt):
        return refused("it has no words that can be shown")
    return _by_shape(quiz, item)


def _by_shape(quiz: Quiz, item: Item) -> Asked:
    match item.response:
        case Choice() as response:
            return _choice(quiz, item, response)
        case Choices() as response:
            return _choices(quiz, item, response)
        case TrueFalse(answer=answer):
            return Asked(Judgement(answer))
        case Words(answer=answer, accept=accept):
            return _typed((answer, *accept))
        case Figure() as response:
            return _figure(item, response)
        case Gaps() as response:
            return _gaps(item, response)
        case Pairs(pairs=pairs, extra=extra):
            return _matching(pairs, extra)
        case Sequence(items=steps):
            return _numbered(quiz, item, steps)
        case Essay() as response:
            return Asked(Open(response))
        case _:
            assert_never(item.response)


def _choice(quiz: Quiz, item: Item, response: Choice) -> Asked:
    printed = arrange.choice(quiz, item, response)
    options = tuple(
        Option(tidy(option.text), "100" if option.right else "0", tidy(option.why))
        for option in printed
    )
    shuffled = arrange.is_shuffled(response) and not response.last
    return _offered(MultiChoice(options, True, shuffled))


def _choices(quiz: Quiz, item: Item, response: Choices) -> Asked:
    printed = arrange.choices(quiz, item, response)
    count = sum(option.right for option in printed)
    if count > MOST_RIGHT:
        return refused(f"it has {count} right options, more than {MOST_RIGHT}")
    shares = iter(right_shares(count))
    penalty = wrong_share(len(printed) - count)
    options = tuple(
        Option(tidy(option.text), next(shares) if option.right else penalty, tidy(option.why))
        for option in printed
    )
    lost = () if count in SHARES else (f"the equal worth of its {count} right options",)
    return _offered(MultiChoice(options, False, True), lost)


def right_shares(count: int) -> list[str]:
    """What each of so many right options is worth in per cent: together 100."""
    if count in SHARES:
        return [SHARES[count]] * count
    tens = MOST_RIGHT - count  # 10 x + 5 (count - x) = 100
    return ["10"] * tens + ["5"] * (count - tens)


def wrong_share(count: int) -> str:
    """What each of so many wrong options takes away, so that ticking all is worth nothing."""
    if not count:
        return "0"
    return f"-{SHARES.get(count) or ('10' if count < 15 else '5')}"


def _offered(form: MultiChoice, lost: tuple[str, ...] = ()) -> Asked:
    if len(form.options) < 2:
        return refused("a choice needs two options")
    if not all(option.text for option in form.options):
        return refused("an option has no words that can be shown")
    if len({option.text for option in form.options}) < len(form.options):
        return refused("two of its options read alike")
    return Asked(form, lost=lost)


def _typed(texts: Iterable[str], note: str = "", lost: tuple[str, ...] = ()) -> Asked:
    first, *others = [line(text) for text in texts]
    if not first:
        return refused("its answer has no words that can be shown")
    forms = {first.casefold(): first}
    for form in others:
        if form:
            forms.setdefault(form.casefold(), form)
    return Asked(ShortAnswer(tuple(forms.values())), note, lost)


def _figure(item: Item, response: Figure) -> Asked:
    if not line(response.answer):
        return refused("its answer has no words that can be shown")
    graded = figures.grade(response, item.prompt)
    plural = "s" if graded.unit in COUNTED else ""
    unit = f" in {graded.unit}{plural}" if graded.unit else ""
    if not graded.numbers:
        return _typed(graded.forms, f"Answer{unit}." if unit else "", graded.lost)
    form = Numerical(graded.numbers, graded.tolerance, line(evidence.figure(response)))
    return Asked(form, f"Answer with a number{unit}.", graded.lost)


def _gaps(item: Item, response: Gaps) -> Asked:
    gaps = [part for part in response.parts if isinstance(part, Gap)]
    if not gaps or not all(line(gap.answer) for gap in gaps):
        return refused("a gap has no words that can be shown")
    count = len(gaps)
    even, rest = divmod(max(item.points, count), count)
    worths = iter([even + 1] * rest + [even] * (count - rest))
    parts = tuple(
        WorthGap(part, next(worths)) if isinstance(part, Gap) else part for part in response.parts
    )
    lost = [f"the equal worth of its {count} gaps"] if rest else []
    if item.points < count:
        lost = [f"its {counted(item.points)} (each of its {count} gaps is worth one)"]
    return Asked(Cloze(parts), lost=tuple(lost))


def _matching(
    pairs: tuple[tuple[str, str], ...], extra: tuple[str, ...] = (), note: str = ""
) -> Asked:
    sides = tuple((tidy(left), line(right)) for left, right in pairs)
    if len(sides) < 2 or not all(left and right for left, right in sides):
        return refused("it needs two pairs with words that can be shown")
    if len({left for left, _ in sides}) < len(sides):
        return refused("two of its left sides read alike")
    rights = {right for _, right in sides}
    more = tuple(dict.fromkeys(text for text in map(line, extra) if text and text not in rights))
    lost = tuple(
        f"the right side “{line(text)}” once more" for text in extra if line(text) in rights
    )
    return Asked(Matching(sides, more), note, lost)


def _numbered(quiz: Quiz, item: Item, steps: tuple[str, ...]) -> Asked:
    """Steps to number: Moodle's own type for ordering is not in every Moodle, matching is."""
    places = {step: str(place) for place, step in enumerate(steps, 1)}
    mixed = arrange.scrambled(quiz, item, Sequence(steps))
    return _matching(tuple((step, places[step]) for step in mixed), note=IN_ORDER)


def losses(item: Item, messages: Iterable[str]) -> list[Loss]:
    """The messages as losses of the item, each once."""
    return [Loss(item.id, message) for message in dict.fromkeys(messages)]


def counted(points: int) -> str:
    """ "1 point", "2 points"."""
    return f"{points} point" if points == 1 else f"{points} points"
