"""A question file as text that reads well, changes little when it is edited, and loads the same."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass, replace
from pathlib import PurePath
from typing import Any, TypeAlias

from briefquiz.bank.schema import QuestionFile
from briefquiz.ids import short_hash
from briefquiz.questions import Question
from briefquiz.quiz import Option, Source

WIDTH = 100
"""Columns a line has, where a space allows a break."""

SCHEMA_FILE = ".briefquiz.schema.json"
"""The JSON Schema beside a question file, named in its first line for editors."""

OWN = """\
#   - id: my-own-1              # a name that no other question has
#     kind: actor               # these lines are needed; source: only if others have it
#     type: choice              # for short or true_false, leave the distractors out
#     prompt: "Who opened the port?"
#     answer: "the ministry"
#     distractors: ["the city", "a bank"]
#     source: {para: 1, quote: "exact words of the brief"}"""
"""A question to copy, in the notes at the top."""

HEADER = f"""\
# yaml-language-server: $schema={SCHEMA_FILE}
#
# The questions of one quiz, for you to read, correct, prune and add to. Save this file, then type
#   briefquiz check questions/NAME.yaml
#   briefquiz review questions/NAME.yaml
#   briefquiz build questions/NAME.yaml
# The first finds slips, and changes nothing. The second shows what waits for your yes or no, beside
# its words in the brief (or search for "status: review"). The third makes deck and papers.
#
#   correct an answer      answer: "2014"        write another text between the quotes; in a cloze,
#                                                between [[ and ]]; in an open question, at model:
#   add a wrong option     ["2013", "2015"]      inside brackets: a comma, then the text in quotes
#                          - "2015"              under dashes: a line of its own, without a comma
#     and say why          {{text: "2015", why: "a year late"}}    in place of "2015" in either list
#   drop a question        status: rejected      is not drafted again; nor is one that you delete
#   use one that waits     status: approved      in place of review; its doubts: may stay
#   write one of your own: copy these lines between two others, without "# " in front
{OWN}
#
# What the lines of a question are, as far as it has them:
#   id             names its card in Anki: keep it, whatever else you change
#   kind           what is asked for: date, number, actor or cause
#   type           how: choice, multi, true_false, short, number, cloze, match, order or open
#   prompt         what the reader is asked; in a cloze [[answer]] or [[answer|hint]] is a gap
#   answer         what is right (true_false: true or false, no quotes); accept: also right
#   distractors    wrong options; order: sorted prints all by their value, not shuffled
#   model          open: an answer for the key; pairs: what matches what; items: the right order
#   explain        a sentence for the key and the back of the card
#   source         quote: exact words of the brief that prove the answer; para: their paragraph, the
#                  first of running text is 1, headings are not counted. For another fact, others
#   fact           for pictures of time and causes: change it only if the answer was wrong
#   points, tags   what it is worth on paper, else 1; words to find its card by in Anki
#   status         ready (the program is sure), approved (you are) or no status: used. review: waits
#   doubts         why it waits: what to look at before you approve
# Rare: multi: answers, a list; number: unit, tolerance (how far off is right); choice: last (one
# more, printed last); match: extra (without partner); open: rubric (what earns points), lines.
# Leave alone: made:, and all lines above the questions but the title.
# Copy the spaces in front from the line above, no tabs. Straight quotes ("), plain hyphens (-); a
# quote inside a text is written \\". Lines that begin with # are notes; write your own as you like.
"""

MEMORY = "# What was drafted, so that a question you delete stays away. Leave this to the program."

Tree: TypeAlias = str | int | bool | list["Tree"] | dict[str, "Tree"]
"""What a question says, with the defaults left out and the short forms used."""

_FIRST = ("id", "kind", "type", "prompt")
_LAST = ("explain", "source", "fact", "points", "tags", "status", "doubts", "made")
ORDER = (*_LAST, "brief", "drafted", "questions")
"""Keys that stand last, in their order: where a key goes that is added to a file."""
_WORD_KEYS = {"id", "kind", "type", "status", "order", "lang", "tags", "by"}
_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9_/-]*")
_GUESSED = {"true", "false", "yes", "no", "on", "off", "y", "n", "null"}  # in some YAML readers
_ESCAPED = re.compile(
    '[\\\\"\\x00-\\x1f\\x7f-\\xa0\\xad\\u061c\\u180e\\u2000-\\u200f\\u2028-\\u202f\\u205f-\\u206f'
    "\\u3000\\ufeff\\ud800-\\udfff\\ufff0-\\uffff]"
)
_SHORT_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}


def dump(file: QuestionFile) -> str:
    """The text of a question file; `bank.load` gives the same file back."""
    lines = [
        _header(file),
        "briefquiz: 1",
        *entry_lines("id", file.id, 0),
        *entry_lines("title", file.title, 0),
    ]
    lines += entry_lines("lang", file.lang, 0)
    if file.brief:
        lines += ["brief:"]
        for key, value in mapping(file.brief).items():
            lines += entry_lines(key, value, 2)
    if file.drafted:
        lines += [MEMORY, *entry_lines("drafted", file.drafted, 0)]
    if file.include:
        return "\n".join([*lines, "include:", *_block(list(file.include), 2), ""])
    if not file.questions:
        return "\n".join([*lines, "questions: []", ""])
    lines += ["questions:"]
    for number, question in enumerate(file.questions):
        lines += [""] if number else []
        lines += item_lines(tree(question), 2)
    return "\n".join([*lines, ""])


def _header(file: QuestionFile) -> str:
    """The notes at the top, with the file's own name in the commands where it is known."""
    drafted = file.brief is not None and PurePath(file.brief.file).stem == file.id
    known = drafted and re.fullmatch(r"[A-Za-z0-9][\w.-]*", file.id, re.ASCII)
    return HEADER.replace("NAME", file.id) if known else HEADER


def tree(question: Question) -> dict[str, Tree]:
    """What a question says, in the order in which it is written; the status always."""
    written = {"id", "kind", "type", "status"}
    own = [field.name for field in fields(question) if field.name not in (*_FIRST, *_LAST)]
    by_name = {field.name: field for field in fields(question)}
    return {
        name: _tree(getattr(question, name))
        for name in (*_FIRST, *own, *_LAST)
        if name in written or not _is_default(by_name[name], getattr(question, name))
    }


def block_hash(question: Question) -> str:
    """Eight hexadecimal digits of what the question's block says, its `made` line left out.

    A layout of the block does not change it, nor does a later layout of this module.
    """
    said = {key: value for key, value in tree(question).items() if key != "made"}
    return short_hash(json.dumps(said, ensure_ascii=True))


def signed(question: Question) -> Question:
    """The drafted question with the hash by which a later edit of it is noticed."""
    if question.made is None:
        return question
    return replace(question, made=replace(question.made, hash=block_hash(question)))


def _is_default(field: "Field[Any]", value: object) -> bool:
    if field.default_factory is not MISSING:
        return bool(value == field.default_factory())
    return bool(value == field.default)


def mapping(value: Any) -> dict[str, Tree]:
    """What a part of a question or file says, with the defaults left out."""
    return {
        field.name: _tree(getattr(value, field.name))
        for field in sorted(fields(value), key=lambda field: field.name != "para")
        if not _is_default(field, getattr(value, field.name))
    }


def _tree(value: Any) -> Tree:
    if isinstance(value, Option) and not value.why:
        return value.text
    if is_dataclass(value):
        return mapping(value)
    if isinstance(value, tuple):
        items = [_tree(item) for item in value]
        return items[0] if len(value) == 1 and isinstance(value[0], Source) else items
    if isinstance(value, Mapping):
        return {str(key): _tree(item) for key, item in value.items()}
    return value  # type: ignore[no-any-return]  # a text, a number or a truth


def entry_lines(key: str, value: Tree, indent: int) -> list[str]:
    """`key: value`, on one line if it fits, with the key in column indent + 1."""
    head = " " * indent + f"{_scalar(key, plain=True)}:"
    flow = _flow(value, plain=key in _WORD_KEYS)
    if len(head) + 1 + len(flow) <= WIDTH or not value:
        return [f"{head} {flow}"]
    if isinstance(value, str):
        return _folded(head, flow, indent + 2)
    return [head, *_block(value, indent + 2)]


def flow_text(value: Tree, key: str = "") -> str:
    """The value of a key on one line."""
    return _flow(value, plain=key in _WORD_KEYS)


def scalar_lines(text: str, head: str, indent: int, key: str) -> list[str]:
    """`head` and the text of a key, over several lines if it must, the others indented so far."""
    flow = flow_text(text, key)
    fits = len(head) + 1 + len(flow) <= WIDTH
    return [f"{head} {flow}"] if fits else _folded(head, flow, indent)


def _block(value: Tree, indent: int) -> Iterator[str]:
    if isinstance(value, dict):
        for key, item in value.items():
            yield from entry_lines(key, item, indent)
    elif isinstance(value, list):
        for item in value:
            yield from item_lines(item, indent)


def item_lines(value: Tree, indent: int) -> list[str]:
    """`- value`, with the dash in column indent + 1; a question always as a block."""
    head = " " * indent + "-"
    flow = _flow(value, plain=False)
    question = isinstance(value, dict) and "id" in value
    if not question and (len(head) + 1 + len(flow) <= WIDTH or not value):
        return [f"{head} {flow}"]
    if isinstance(value, str):
        return _folded(head, flow, indent + 2)
    first, *rest = _block(value, indent + 2)
    return [f"{head} {first.lstrip()}", *rest]


def _folded(head: str, quoted: str, indent: int) -> list[str]:
    """A quoted text over several lines, broken at single spaces, which YAML gives back."""
    first, *rest = re.split(r"(?<=[^ ]) (?=[^ ])", quoted)
    lines = [f"{head} {first}"]
    for part in rest:
        if len(lines[-1]) + 1 + len(part) > WIDTH:
            lines.append(" " * indent + part)
        else:
            lines[-1] += f" {part}"
    return lines


def _flow(value: Tree, *, plain: bool) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, str):
        return _scalar(value, plain=plain)
    if isinstance(value, list):
        return f"[{', '.join(_flow(item, plain=plain) for item in value)}]"
    pairs = (
        f"{_scalar(key, plain=True)}: {_flow(item, plain=key in _WORD_KEYS)}"
        for key, item in value.items()
    )
    return f"{{{', '.join(pairs)}}}"


def _scalar(text: str, *, plain: bool) -> str:
    if plain and _PLAIN.fullmatch(text) and text.casefold() not in _GUESSED:
        return text
    return f'"{_ESCAPED.sub(_escape, text)}"'


def _escape(match: re.Match[str]) -> str:
    character = match.group()
    return _SHORT_ESCAPES.get(character) or (
        f"\\x{ord(character):02X}" if ord(character) < 256 else f"\\u{ord(character):04X}"
    )
