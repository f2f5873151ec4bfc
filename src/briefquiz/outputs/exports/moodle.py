"""Moodle XML, everything that Moodle can take: `<name>-moodle.xml`."""

import html
from collections.abc import Iterable, Iterator
from typing import assert_never

from briefquiz.outputs.exports import moodle_names as names
from briefquiz.outputs.exports import moodle_types as types
from briefquiz.outputs.exports.rich import NO_XML, escape, feedback, line, model, rich, squeeze
from briefquiz.outputs.text import printable, spelt_date
from briefquiz.quiz import Artifact, Essay, Exported, Item, Loss, Quiz

NOT_IN_TAGS = "<>`"
LINES = (5, 10, 15, 20, 25, 30, 35, 40)
"""Heights of the box for an essay that Moodle's editing page offers."""
NO_FEEDBACK = ("correctfeedback", "partiallycorrectfeedback", "incorrectfeedback")
TYPED_IN_CLOZE = {"~": "&#126;", "#": "&#35;", "}": "&#125;", "{": "&#123;", "\\": "&#92;"}


def export(quiz: Quiz) -> Exported:
    """The quiz as Moodle XML, none if nothing can be asked, and what is not in it."""
    blocks: list[str] = []
    losses: list[Loss] = []
    for place, item in enumerate(quiz.items, 1):
        asked = types.ask(quiz, item)
        tags, lost_tags = names.tags(item, NOT_IN_TAGS)
        found = asked.lost
        if asked.form is not None:
            blocks.append("\n".join(_question(quiz, place, item, asked.form, asked.note, tags)))
            found += lost_tags
        losses += types.losses(item, found)
    if not blocks:
        return Exported((), tuple(losses))
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n'
    text = head + "\n".join([_category(quiz), *blocks]) + "\n</quiz>\n"
    return Exported((Artifact(f"{quiz.name}-moodle.xml", text.encode()),), tuple(losses))


def raw(text: str) -> str:
    """A text that is no HTML to Moodle."""
    return f"<text>{html.escape(NO_XML.sub('', printable(text)), quote=False)}</text>"


def page(shown: str) -> str:
    """HTML; what `rich` makes cannot hold the end of a CDATA section."""
    return f"<text><![CDATA[{shown}]]></text>" if shown else "<text></text>"


def _category(quiz: Quiz) -> str:
    credit = ", ".join(part for part in (line(quiz.source), spelt_date(quiz.published)) if part)
    return "\n".join(
        [
            '<question type="category">',
            f"  <category>{raw(names.category(quiz))}</category>",
            f'  <info format="html">{page(rich(credit))}</info>',
            "</question>",
        ]
    )


def _question(
    quiz: Quiz, place: int, item: Item, form: types.Form, note: str, tags: tuple[str, ...]
) -> Iterator[str]:
    below = f"<br><em>{escape(note)}</em>" if note else ""
    stem = _cloze(form) if isinstance(form, types.Cloze) else rich(item.prompt)
    yield f'<question type="{_type(form)}">'
    yield f"  <name>{raw(names.name(quiz, place, item))}</name>"
    yield f'  <questiontext format="html">{page(stem + below)}</questiontext>'
    yield f'  <generalfeedback format="html">{page(feedback(item))}</generalfeedback>'
    if not isinstance(form, types.Cloze):  # the sum of its gaps
        yield f"  <defaultgrade>{item.points}</defaultgrade>"
    yield f"  <penalty>{1 if isinstance(form, types.Judgement) else 0.3333333}</penalty>"
    yield "  <hidden>0</hidden>"
    yield f"  <idnumber>{html.escape(names.identifier(quiz, item))}</idnumber>"
    for row in _rows(form):
        yield f"  {row}"
    yield f"  <tags>{''.join(f'<tag>{raw(tag)}</tag>' for tag in tags)}</tags>"
    yield "</question>"


def _type(form: types.Form) -> str:
    known = {
        types.MultiChoice: "multichoice",
        types.Judgement: "truefalse",
        types.ShortAnswer: "shortanswer",
        types.Numerical: "numerical",
        types.Cloze: "cloze",
        types.Matching: "matching",
        types.Open: "essay",
    }
    return known[type(form)]


def _rows(form: types.Form) -> Iterable[str]:
    """What the question types have of their own."""
    match form:
        case types.MultiChoice():
            return _options(form)
        case types.Judgement(answer=answer):
            right, wrong = ("100", "0") if answer else ("0", "100")
            return (_answer(right, raw("true")), _answer(wrong, raw("false")))
        case types.ShortAnswer(forms=forms):
            return ("<usecase>0</usecase>", *(_answer("100", raw(_literal(f))) for f in forms))
        case types.Numerical():
            return _numbers(form)
        case types.Cloze():
            return ()
        case types.Matching():
            return _subquestions(form)
        case types.Open(essay=essay):
            return _essay(essay)
        case _:
            assert_never(form)


def _numbers(form: types.Numerical) -> Iterator[str]:
    for value in form.values:
        within = f"<tolerance>{form.tolerance}</tolerance>"
        yield _answer("100", raw(value) + within, escape(form.printed))
    yield "<unitgradingtype>0</unitgradingtype><showunits>3</showunits>"


def _subquestions(form: types.Matching) -> Iterator[str]:
    yield "<shuffleanswers>true</shuffleanswers>"
    yield from _no_feedback()
    for left, right in (*form.pairs, *(("", text) for text in form.extra)):
        answer = f"<answer>{raw(escape(right))}</answer>"
        yield f'<subquestion format="html">{page(escape(left))}{answer}</subquestion>'


def _options(form: types.MultiChoice) -> Iterator[str]:
    yield f"<single>{str(form.single).lower()}</single>"
    yield f"<shuffleanswers>{str(form.shuffled).lower()}</shuffleanswers>"
    yield "<answernumbering>ABCD</answernumbering>"
    yield from _no_feedback()
    for option in form.options:
        shown = page(escape(option.text))
        yield _answer(option.percent, shown, escape(option.why), "html")


def _no_feedback() -> Iterator[str]:
    for name in NO_FEEDBACK:
        yield f'<{name} format="html"><text></text></{name}>'


def _answer(percent: str, inside: str, why: str = "", form: str = "moodle_auto_format") -> str:
    said = f'<feedback format="html">{page(why)}</feedback>'
    return f'<answer fraction="{percent}" format="{form}">{inside}{said}</answer>'


def _literal(text: str) -> str:
    """An answer to type, in which `*` stands for itself."""
    return text.replace("*", "\\*")


def _essay(essay: Essay) -> Iterator[str]:
    lines = next(height for height in (*LINES, essay.lines) if height >= min(essay.lines, 40))
    yield "<responseformat>editor</responseformat><responserequired>1</responserequired>"
    yield f"<responsefieldlines>{lines}</responsefieldlines><attachments>0</attachments>"
    yield f'<graderinfo format="html">{page(model(essay))}</graderinfo>'
    yield '<responsetemplate format="html"><text></text></responsetemplate>'


def _cloze(form: types.Cloze) -> str:
    """The text with its gaps as questions; a brace in the text begins none."""
    return "".join(
        escape(squeeze(part)).replace("{", "&#123;") if isinstance(part, str) else _gap(part)
        for part in form.parts
    )


def _gap(worth: types.WorthGap) -> str:
    hint = line(worth.gap.hint)
    shown = f" ({escape(hint)})".replace("{", "&#123;") if hint else ""
    return f"{{{worth.points}:SHORTANSWER:={typed_in_cloze(line(worth.gap.answer))}}}{shown}"


def typed_in_cloze(text: str) -> str:
    """An answer inside a gap. Moodle decodes entities there and then takes `\\}` and `\\#` apart;
    an answer that ended with `&amp;` would not end, hence the number."""
    kept = _literal(text).replace("\\}", "\\\\}").replace("\\#", "\\\\#")
    signs = {"&": "&#38;", "<": "&lt;", ">": "&gt;", '"': "&quot;", **TYPED_IN_CLOZE}
    return "".join(signs.get(char, char) for char in kept)
