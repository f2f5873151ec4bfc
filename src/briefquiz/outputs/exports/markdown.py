"""Markdown for handouts and wikis, questions first and answers behind a line: `<name>-quiz.md`.

Parts and numbers are those of the printed quiz. Any text shows as it is in CommonMark, and in the
dialects that know `~~`, tables and `$` formulas.
"""

import re
from collections.abc import Iterable, Iterator
from typing import assert_never

from briefquiz.outputs import arrange, evidence
from briefquiz.outputs.exports.rich import line, tidy
from briefquiz.outputs.labels import labels
from briefquiz.outputs.paper.parts import Part, versions
from briefquiz.outputs.text import spelt_date
from briefquiz.quiz import (
    Artifact,
    Choice,
    Choices,
    Essay,
    Exported,
    Figure,
    Gap,
    Gaps,
    Item,
    Pairs,
    Paper,
    Quiz,
    Sequence,
    TrueFalse,
    Words,
)

SIGNS = re.compile(r"[\\`*_\[\]<~$|]|&(?=#?\w+;)")
STARTS = re.compile(r"^(?:(?=[-+#>=:])|(?<!\d)(\d+)(?=[.)]))", re.MULTILINE)
"""Where a line would begin a list, a heading or a quote."""
GAP = r"\_\_\_\_"
LINE = r"\_\_\_\_\_\_\_\_\_\_\_\_"


def export(quiz: Quiz) -> Exported:
    """The quiz as one Markdown file, none without questions. It holds everything."""
    if not quiz.items:
        return Exported(())
    made = versions(quiz, Paper())[0].parts
    blocks = [*_head(quiz), *_questions(quiz, made), "---", "## Answers", *_answers(quiz, made)]
    return Exported((Artifact(f"{quiz.name}-quiz.md", ("\n\n".join(blocks) + "\n").encode()),))


def text(value: str) -> str:
    """Any text as Markdown that shows it; a line break is one there too."""
    whole = re.sub(r"\n+", "\n", tidy(value))
    escaped = SIGNS.sub(r"\\\g<0>", whole)
    return STARTS.sub(lambda found: f"{found.group()}\\", escaped).replace("\n", "\\\n")


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _head(quiz: Quiz) -> Iterator[str]:
    yield f"# {text(line(quiz.title)) or text(quiz.name)}"
    size = f"{_counted(len(quiz.items), 'question')}, {_counted(quiz.points, 'point')}"
    origin = (text(line(quiz.source)), text(spelt_date(quiz.published)), size)
    yield " · ".join(part for part in origin if part)


def _questions(quiz: Quiz, made: Iterable[Part]) -> Iterator[str]:
    words = labels("en", "paper")
    for part in made:
        yield f"## {words[part.kind.name if part.kind else 'all']}"
        for number, item in _items(part):
            worth = f" ({_counted(item.points, 'point')})" if item.points != 1 else ""
            yield _numbered(number, [_prompt(item) + worth, *_asked(quiz, item)])


def _answers(quiz: Quiz, made: Iterable[Part]) -> Iterator[str]:
    for part in made:
        for number, item in _items(part):
            yield _numbered(number, [*_right(quiz, item), *_backing(item)])


def _items(part: Part) -> Iterator[tuple[int, Item]]:
    """Each item of a part with its number."""
    for laid in part.laid:
        yield laid.number, laid.item


def _numbered(number: int, blocks: Iterable[str]) -> str:
    """A numbered item of several blocks, each below the other."""
    mark = f"{number}. "
    whole = "\n\n".join(block for block in blocks if block)
    return mark + whole.replace("\n", "\n" + " " * len(mark)).replace(
        f"\n{' ' * len(mark)}\n", "\n\n"
    )


def _bold(value: str) -> str:
    return f"**{text(value) or '–'}**"


def _listed(rows: Iterable[str], mark: str = "-") -> str:
    return "\n".join(f"{mark} " + row.replace("\n", "\n  ") for row in rows)


def _lettered(options: Iterable[arrange.Printed], mark: str = "-") -> str:
    return _listed((f"**{option.letter}** {text(option.text)}" for option in options), mark)


def _prompt(item: Item) -> str:
    if not isinstance(item.response, Gaps):
        return text(item.prompt)
    words = text("".join(p if isinstance(p, str) else "\ue000" for p in item.response.parts))
    for part in item.response.parts:
        if isinstance(part, Gap):
            hint = f" ({text(line(part.hint))})" if line(part.hint) else ""
            words = words.replace("\ue000", GAP + hint, 1)
    return words


def _asked(quiz: Quiz, item: Item) -> Iterator[str]:
    """What stands below the prompt."""
    match item.response:
        case Choice() as response:
            yield _lettered(arrange.choice(quiz, item, response))
        case Choices() as response:
            yield _lettered(arrange.choices(quiz, item, response))
        case TrueFalse():
            yield _listed(["True", "False"])
        case Words():
            yield LINE
        case Figure(unit=unit):
            yield f"{LINE} {text(line(unit))}".strip()
        case Pairs() as response:
            yield _listed(f"{GAP} {text(left)}" for left, _ in response.pairs)
            yield _lettered(arrange.right_sides(quiz, item, response), mark="*")
        case Sequence() as response:
            yield _listed(f"{GAP} {text(step)}" for step in arrange.scrambled(quiz, item, response))
        case Gaps() | Essay():
            return
        case _:
            assert_never(item.response)


def _right(quiz: Quiz, item: Item) -> Iterator[str]:
    """What is right, and of options why the others are not."""
    match item.response:
        case Choice() as response:
            yield from _options(arrange.choice(quiz, item, response))
        case Choices() as response:
            yield from _options(arrange.choices(quiz, item, response))
        case TrueFalse(answer=answer):
            yield f"**{answer}**"
        case Words(answer=answer, accept=accept):
            yield f"{_bold(line(answer))}{_also(accept)}"
        case Figure(tolerance=tolerance, accept=accept) as response:
            within = f" ± {tolerance}" if tolerance else ""
            yield f"{_bold(line(evidence.figure(response)))}{within}{_also(accept)}"
        case Gaps(parts=stretches):
            gaps = (part for part in stretches if isinstance(part, Gap))
            yield " · ".join(_bold(line(gap.answer)) for gap in gaps)
        case Pairs() as response:
            printed = arrange.right_sides(quiz, item, response)
            letters = {option.text: option.letter for option in printed}
            yield _listed(
                f"{text(left)}: **{letters[right]}** {text(right)}"
                for left, right in response.pairs
            )
        case Sequence(items=steps):
            yield _listed(f"**{place}** {text(step)}" for place, step in enumerate(steps, 1))
        case Essay(model=model, rubric=rubric):
            yield text(model)
            yield _listed(f"{_counted(c.points, 'point')}: {text(c.text)}" for c in rubric)
        case _:
            assert_never(item.response)


def _options(printed: tuple[arrange.Printed, ...]) -> Iterator[str]:
    yield "  \n".join(
        _bold(f"{option.letter} {tidy(option.text)}") for option in printed if option.right
    )
    yield _listed(
        f"**{option.letter}** {text(option.text)} – {text(option.why)}"
        for option in printed
        if tidy(option.why) and not option.right
    )


def _also(accept: tuple[str, ...]) -> str:
    forms = ", ".join(text(line(form)) for form in accept if line(form))
    return f" (also right: {forms})" if forms else ""


def _backing(item: Item) -> Iterator[str]:
    """Explanation, the words that prove it, tags."""
    yield text(item.explain)
    for source in item.sources:
        place = f" (¶ {source.para})" if source.para > 0 else ""
        words = text(source.quote)
        if words:
            yield f"> {words}{place}".replace("\n", "\n> ")
    tags = [text(line(tag)) for tag in item.tags if line(tag)]
    yield f"Tags: {', '.join(tags)}" if tags else ""
