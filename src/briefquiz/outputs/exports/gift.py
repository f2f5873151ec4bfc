"""GIFT, Moodle's text format: `<name>-gift.txt`.

Written for Moodle's importer and for the grammar of gift-pegjs alike. Texts are HTML (`[html]`),
so that `<` or `->` in a text is no mark of GIFT's; what is typed is plain text.
"""

import re
from collections.abc import Iterable
from typing import assert_never

from briefquiz.outputs.exports import moodle_names as names
from briefquiz.outputs.exports import moodle_types as types
from briefquiz.outputs.exports.rich import escape, feedback, line, rich
from briefquiz.outputs.text import spelt_date
from briefquiz.quiz import Artifact, Exported, Gap, Item, Loss, Quiz

SIGNS = re.compile(r"[\\:#={}~]")
UNSAYABLE = re.compile(r"->|&&0(?:10|35|58|61|92)|&&12[356]")
"""In a typed answer: an arrow makes it a match, and the others are GIFT's own for its signs."""
NOT_IN_TAGS = "<>`[]"
BLANK = "____"


def export(quiz: Quiz) -> Exported:
    """The quiz as a GIFT file, none if nothing can be asked, and what is not in it."""
    blocks: list[str] = []
    losses: list[Loss] = []
    for place, item in enumerate(quiz.items, 1):
        asked = types.ask(quiz, item)
        tags, lost_tags = names.tags(item, NOT_IN_TAGS)
        form, lost = _sayable(asked.form)
        if form is None:
            losses += types.losses(item, lost or asked.lost)
            continue
        blocks.append(_question(quiz, place, item, form, asked.note, tags))
        losses += types.losses(item, (*asked.lost, *lost, *_unmarked(item, form), *lost_tags))
    if not blocks:
        return Exported((), tuple(losses))
    text = "\n\n".join([_head(quiz), *blocks]) + "\n"
    return Exported((Artifact(f"{quiz.name}-gift.txt", text.encode()),), tuple(losses))


def plain(text: str) -> str:
    """One line of text with GIFT's own signs escaped."""
    return SIGNS.sub(r"\\\g<0>", text)


def _head(quiz: Quiz) -> str:
    """What the file is, as a comment, and the category."""
    credit = (line(quiz.title), line(quiz.source), spelt_date(quiz.published))
    about = ", ".join(part for part in credit if part)
    return f"// {about}\n$CATEGORY: {names.category(quiz)}".replace("\\", "\\\\")


def _question(
    quiz: Quiz, place: int, item: Item, form: types.Form, note: str, tags: tuple[str, ...]
) -> str:
    marks = [f"[id:{names.identifier(quiz, item)}]", *(f"[tag:{tag}]" for tag in tags)]
    below = f"<br><em>{escape(note)}</em>" if note else ""
    stem = plain(f"{_stem(item, form)}{below}")
    answers = [f"\t{answer}" for answer in _answers(form)]
    said = feedback(item)
    if said:
        answers.append(f"\t####{plain(said)}")
    opening = "{#" if isinstance(form, types.Numerical) else "{"
    if isinstance(form, types.Judgement):
        opening += "TRUE" if form.answer else "FALSE"
    head = f"// {' '.join(marks)}\n::{names.name(quiz, place, item)}::[html]{stem}{opening}"
    return "\n".join([head, *answers, "}"]) if answers else head + "}"


def _stem(item: Item, form: types.Form) -> str:
    """The prompt; that of a gap shows the hint beside it."""
    if not isinstance(form, types.Cloze):
        return rich(item.prompt)
    parts = (part if isinstance(part, str) else _gap(part.gap) for part in form.parts)
    return rich("".join(parts))


def _gap(gap: Gap) -> str:
    hint = line(gap.hint)
    return f"{BLANK} ({hint})" if hint else BLANK


def _answers(form: types.Form) -> Iterable[str]:
    """The lines between the braces."""
    match form:
        case types.MultiChoice(options=options, single=single):
            return (_option(option, single) for option in options)
        case types.ShortAnswer(forms=forms):
            return map(_typed, forms)
        case types.Numerical(values=values, tolerance=tolerance, printed=printed):
            said = plain(escape(printed))
            return (f"=%100%{value}:{tolerance}#{said}" for value in values)
        case types.Cloze(parts=parts):
            return (_typed(line(p.gap.answer)) for p in parts if not isinstance(p, str))
        case types.Matching(pairs=pairs, extra=extra):
            return (_pair(*pair) for pair in (*pairs, *(("", text) for text in extra)))
        case types.Judgement() | types.Open():
            return ()
        case _:
            assert_never(form)


def _option(option: types.Option, single: bool) -> str:
    why = f" #{plain(escape(option.why))}" if option.why else ""
    return f"{_sign(option.percent, single)}{plain(escape(option.text))}{why}"


def _pair(left: str, right: str) -> str:
    return f"={plain(escape(left))} -> {plain(escape(right))}"


def _sign(percent: str, single: bool) -> str:
    if percent == "0":
        return "~"
    return "=" if single else f"~%{percent}%"


def _typed(text: str) -> str:
    """A right answer to type: `*` would stand for anything, `[` could name a format."""
    fixed = "[plain]" if text.startswith("[") else ""
    literal = text.replace("*", r"\*")
    return f"=%100%{fixed}{plain(literal)}"


def _sayable(form: types.Form | None) -> tuple[types.Form | None, tuple[str, ...]]:
    """The form as far as GIFT has it, and what is lost of it."""
    if isinstance(form, types.Cloze):
        gaps = [part.gap for part in form.parts if not isinstance(part, str)]
        if len(gaps) > 1:
            return None, (f"the question: it has {len(gaps)} gaps",)
        if UNSAYABLE.search(line(gaps[0].answer)):
            return None, (_arrow(line(gaps[0].answer), "question"),)
    if isinstance(form, types.ShortAnswer):
        lost = tuple(text for text in form.forms if UNSAYABLE.search(text))
        if form.forms[0] in lost:
            return None, (_arrow(form.forms[0], "question"),)
        kept = tuple(text for text in form.forms if text not in lost)
        return types.ShortAnswer(kept), tuple(_arrow(text, "form") for text in lost)
    return form, ()


def _arrow(text: str, what: str) -> str:
    return f"the {what}: “{text}” means something else in GIFT"


def _unmarked(item: Item, form: types.Form) -> Iterable[str]:
    """What GIFT has no sign for."""
    if item.points != 1:
        yield f"its {types.counted(item.points)} (Moodle will count 1)"
    if isinstance(form, types.MultiChoice) and not form.shuffled:
        yield "the order of its options (Moodle may shuffle them)"
