"""A question as its readers will have it: the card's two sides, the line on paper and in the key.

Made by what compiles decks and papers. Each page may run just the script and use just the styles
that are in it now, which its policy names by their hashes.
"""

import base64
import hashlib
import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefquiz.outputs.anki import note_types, notes, pictures
from briefquiz.outputs.anki.lock import Lock
from briefquiz.outputs.paper import key
from briefquiz.outputs.paper import quiz as paper
from briefquiz.outputs.paper.parts import versions
from briefquiz.quiz import Artifact, Build, Paper, Quiz
from briefquiz.review.web.anki_card import card

ANKI_STYLE = "body{margin:20px;overflow-wrap:break-word}li{text-align:start}img{max-width:100%}"
"""What Anki itself says to every card."""
LINE_STYLE = "html{background:none}.paper{margin:0;border:0;padding:6mm;max-width:none}"
"""Of a sheet just one line."""
_ARTICLE = re.compile(r"<article .*?</article>", re.DOTALL)
_MAIN = re.compile(r'(?<=<main class="paper">).*(?=</main>)', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Preview:
    """A page, and the policy that the browser has to keep to while it shows it."""

    html: str
    policy: str


def cards(quiz: Quiz, name: str, *, night: bool) -> tuple[tuple[Preview, Preview], ...]:
    """Front and back of each card of a question; `quiz` is the whole quiz that has it."""
    return tuple(
        (_card_page(front, note, night=night), _card_page(back, note, night=night))
        for note in notes.contents(quiz, Lock(0), pictures.drawn(quiz))
        if note.key.partition("/")[0] == name
        for front, back in _sides(note)
    )


def on_paper(quiz: Quiz, name: str) -> tuple[Preview, Preview]:
    """The question on the student's sheet and in the teacher's key; `quiz` is the whole quiz."""
    laid = next((version.laid for version in versions(quiz, Paper())), ())
    number = [one.item.id for one in laid].index(name)
    return _line(paper.render(quiz, Build()), number), _line(key.render(quiz, Build()), number)


def _line(artifacts: tuple[Artifact, ...], number: int) -> Preview:
    """The sheet with one of its questions alone."""
    sheet = artifacts[0].data.decode()
    article = _ARTICLE.findall(sheet)[number]
    sheet = _MAIN.sub(lambda _: article, sheet)
    return _sealed(sheet.replace("</head>", f"<style>{LINE_STYLE}</style></head>", 1))


def _sides(note: notes.NoteContent) -> Iterator[tuple[str, str]]:
    note_type = note_types.all_types()[note.note_type]
    for ordinal in note.ordinals:
        shown = card(note_type, note.fields, ordinal)
        yield shown.front, shown.back


def _card_page(body: str, note: notes.NoteContent, *, night: bool) -> Preview:
    note_type = note_types.all_types()[note.note_type]
    if note.picture:
        data = base64.b64encode(note.picture.data).decode()
        body = body.replace(f'src="{note.picture.name}"', f'src="data:image/svg+xml;base64,{data}"')
    classes = "card nightMode night_mode" if night else "card"
    return _sealed(
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Card</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<style>{ANKI_STYLE}</style><style>{note_type.css}</style></head>"
        f'<body class="{classes}">{body}</body></html>',
        note_type.front,
    )


def _sealed(page: str, template: str = "") -> Preview:
    """The page with a policy under which nothing can be loaded, and no script run but those of
    the template that it was made from."""
    scripts = _hashes("script", template) or "'none'"
    policy = (
        "default-src 'none'; img-src data:; sandbox allow-scripts; base-uri 'none'; "
        "form-action 'none'; frame-ancestors 'self'; "
        f"script-src {scripts}; style-src {_hashes('style', page)}"
    )
    return Preview(page, policy)


def _hashes(element: str, page: str) -> str:
    inside = re.findall(rf"<{element}>(.*?)</{element}>", page, re.DOTALL)
    digests = (hashlib.sha256(text.encode()).digest() for text in inside)
    return " ".join(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests)


def message(text: str) -> Preview:
    """A page that says why there is nothing to see."""
    return _sealed(
        "<!doctype html><html lang=en><meta charset=utf-8><title>Preview</title>"
        f"<style>body{{font:1rem/1.5 sans-serif;margin:20px;color:#62615b}}</style>"
        f"<p>{html.escape(text)}</p>"
    )
