"""`<name>-quick-key.html`, the answers of a version on one page, in fives, to grade a class by."""

from dataclasses import dataclass

from briefquiz.outputs import evidence
from briefquiz.outputs.paper.parts import Laid, Version, versions
from briefquiz.outputs.paper.sheet import file_name, page, sheet
from briefquiz.outputs.paper.solution import boxes, gaps, letters
from briefquiz.outputs.paper.wording import Wording, wording
from briefquiz.outputs.sheets import cut
from briefquiz.quiz import Artifact, Build, Choices, Essay, Figure, Gaps, Pairs, Quiz, Words

FIVE = 5
SAYS = {"roomy": 14, "middling": 14, "close": 8}
"""A longer answer is printed smaller, depending on the height of the rows."""
SAYS_LIMIT = 64
"""A longer answer is cut; the teacher's key has it whole."""
ALSO_LIMIT = 48
OPEN_LIMITS = {
    "roomy": ((220, 260), (110, 130)),
    "middling": ((220, 260), (150, 160), (110, 110), (64, 56)),
    "close": ((28, 28),),
}
"""Those of an open answer: of its model, and of its rubric. The widest are taken that the page has
room for, depending on the height of the rows."""
COLUMNS = 3
ROOM = 180
"""Millimetres for the fives on a page of either size, under a title of two lines."""
LINE, SMALL, LEAST, AIR = 4.4, 3.4, {"roomy": 19, "middling": 9.5}, 3.0
"""Millimetres: a line of an answer, of what stands below it, a row at least, and round each."""
PER_LINE, PER_SMALL = 21, 32
"""Letters of a line, reckoned short."""
ROOMY, MIDDLING = 15, 30
"""So many questions have the highest rows, and rows of middle height, on one page."""
MOST_QUARTERS = 4
SCALE = (100, 90, 80, 70, 60, 50, 40)


@dataclass(frozen=True, slots=True)
class Quick:
    """A row: what to look for, in small type what else, and what it is worth."""

    number: int
    says: str
    also: str
    worth: int

    @property
    def letters(self) -> int:
        """How long the answer is, spaces not counted."""
        return len("".join(self.says.split()))


@dataclass(frozen=True, slots=True)
class Five:
    """A block of five rows."""

    label: str
    rows: tuple[Quick, ...]


def render(quiz: Quiz, build: Build) -> tuple[Artifact, ...]:
    """The quick key of each version; none for a quiz without items."""
    words = wording(quiz.lang, "quick_key")
    rows = _height(len(quiz.items))
    return tuple(
        page(
            file_name(quiz, "quick-key", version.letter),
            "quick-key.html",
            ("quick-key.css",),
            sheet(quiz, words, words["quick_key"], version.letter),
            fives=_fitting(version, rows, words),
            rows=rows,
            long=SAYS[rows],
            shares=_shares(version, words),
            scale=[(share, words.figure(quiz.points * share / 100)) for share in SCALE],
        )
        for version in versions(quiz, build.paper)
    )


def _height(count: int) -> str:
    if count <= ROOMY:
        return "roomy"
    return "middling" if count <= MIDDLING else "close"


def _fitting(version: Version, rows: str, words: Wording) -> list[Five]:
    """The fives with open answers as long as one page has room for."""
    tried = (_fives(version, limits, words) for limits in OPEN_LIMITS[rows])
    last: list[Five] = []
    for last in tried:
        if rows in LEAST and _tall(last, LEAST[rows]) <= ROOM:
            break
    return last


def _tall(fives: list[Five], least: float) -> float:
    """About how many millimetres the fives take, three beside each other."""
    heights = [sum(max(least, _row_height(row)) for row in five.rows) + AIR for five in fives]
    return sum(max(heights[at : at + COLUMNS]) for at in range(0, len(heights), COLUMNS))


def _row_height(row: Quick) -> float:
    lines, small = -(-len(row.says) // PER_LINE), -(-len(row.also) // PER_SMALL)
    return lines * LINE + small * SMALL + AIR


def _fives(version: Version, open_limits: tuple[int, int], words: Wording) -> list[Five]:
    rows = [_quick(laid, open_limits, words) for laid in version.laid]
    blocks = [tuple(rows[at : at + FIVE]) for at in range(0, len(rows), FIVE)]
    return [Five(_label(block[0].number, block[-1].number, words), block) for block in blocks]


def _label(first: int, last: int, words: Wording) -> str:
    return words["five" if first == last else "fives"].format(first=first, last=last)


def _quick(laid: Laid, open_limits: tuple[int, int], words: Wording) -> Quick:
    says, also = _says(laid, words)
    is_open = isinstance(laid.item.response, Essay)
    limit, more = open_limits if is_open else (SAYS_LIMIT, ALSO_LIMIT)
    return Quick(laid.number, cut(says, limit), cut(also, more), laid.item.points)


def _says(laid: Laid, words: Wording) -> tuple[str, str]:
    """What a marker looks for, and what else is right or helps."""
    column = " ".join(boxes(laid))
    if column:
        return column, words["boxes"]
    match laid.item.response:
        case Words(answer=answer, accept=accept):
            return answer, " / ".join(accept)
        case Figure(tolerance=tolerance, accept=accept) as response:
            within = (f"± {tolerance}",) if tolerance else ()
            return evidence.figure(response), " / ".join((*within, *accept))
        case Gaps():
            return ", ".join(gaps(laid)), ""
        case Essay(model=model, rubric=rubric):
            lines = [f"{line.points} – {line.text}" for line in rubric]
            return model, " · ".join(lines) or _shared(laid.item.points, words)
        case _:
            return " ".join(letters(laid, words)), ""


def _shared(points: int, words: Wording) -> str:
    """How to give the points of an open answer without a rubric, in few words."""
    whole = words["all_of_it"].format(n=points)
    part = "1" if points == 2 else f"1–{points - 1}"
    return whole if points == 1 else f"{whole} · {words['part_of_it'].format(n=part)}"


def _shares(version: Version, words: Wording) -> list[tuple[str, str]]:
    """Numbers of questions with parts and what each part is worth, where points can be shared."""
    shares: dict[str, list[int]] = {}
    for laid in version.laid:
        name, count = _parts(laid)
        if count > 1 and MOST_QUARTERS * laid.item.points % count == 0:
            said = words[name].format(share=words.figure(laid.item.points / count))
            shares.setdefault(said, []).append(laid.number)
    return [(runs(numbers), said) for said, numbers in shares.items()]


def runs(numbers: list[int]) -> str:
    """ "3, 7–9" for 3, 7, 8, 9."""
    said: list[list[int]] = []
    for number in numbers:
        if said and said[-1][-1] == number - 1:
            said[-1].append(number)
        else:
            said.append([number])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 1 else f"{run[0]}" for run in said)


def _parts(laid: Laid) -> tuple[str, int]:
    """Which parts an answer has, and how many."""
    match laid.item.response:
        case Choices(answers=answers):
            return "each_tick", len(answers)
        case Gaps():
            return "each_gap", len(gaps(laid))
        case Pairs(pairs=pairs):
            return "each_pair", len(pairs)
        case _:
            return "each_box", len(boxes(laid))
