"""The preview of a card is what the real Anki makes of the note."""

import html
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from briefquiz.outputs.anki import note_types, notes, pictures, render
from briefquiz.outputs.anki.lock import Lock
from briefquiz.quiz import Build, Quiz
from briefquiz.review.web import preview
from briefquiz.review.web.anki_card import card
from tests.outputs.deck import NOW, Reader
from tests.outputs.pages import sides
from tests.outputs.samples import hostile_quiz, known_quiz, sample_quiz

TYPED = re.compile(r'<input[^>]*id="typeans"[^>]*>|<code id="typeans">.*?</code>', re.DOTALL)
ANSWER = re.compile(r"<style>.*?</style>", re.DOTALL)


def seen(side: str) -> str:
    """A side without what only Anki's own windows know: the box to type in, data of gaps."""
    side = TYPED.sub("[typed]", ANSWER.sub("", side))
    return re.sub(r'(<span class="cloze(?:-inactive)?")[^>]*>', r"\1>", side).strip()


@pytest.mark.parametrize("quiz_of", [sample_quiz, hostile_quiz, known_quiz])
def test_both_sides_of_every_card_are_those_of_the_real_anki(
    quiz_of: Callable[[], Quiz], tmp_path: Path
) -> None:
    quiz = quiz_of()
    reader = Reader(tmp_path)
    reader.imports(render(quiz, Build(now=NOW))[0].data)
    real = {
        (html.unescape(name), place): (seen(front.html), seen(back.html))
        for name, place, front, back in sides(reader.collection)
    }
    reader.collection.close()
    ours = {}
    for note in notes.contents(quiz, Lock(0), pictures.drawn(quiz)):
        for ordinal in note.ordinals:
            shown = card(note_types.all_types()[note.note_type], note.fields, ordinal)
            name = html.unescape(note.fields["Id"])
            ours[name, ordinal] = (seen(shown.front), seen(shown.back))
    assert ours.keys() == real.keys()
    for key, both in real.items():
        assert ours[key] == both, key


def test_every_card_of_a_question_and_its_line() -> None:
    quiz = sample_quiz()
    for item in quiz.items:
        found = preview.cards(quiz, item.id, night=True)
        assert found
        assert all('class="card nightMode' in side.html for pair in found for side in pair)
        lines = preview.on_paper(quiz, item.id)
        assert [line.html.count("<article") for line in lines] == [1, 1]
    (front, _back), *_ = preview.cards(quiz, quiz.items[0].id, night=False)
    assert 'class="card"' in front.html
    assert html.escape(quiz.items[0].prompt) in front.html


def test_pictures_are_in_the_page() -> None:
    quiz = known_quiz()
    backs = [
        back.html for item in quiz.items for _, back in preview.cards(quiz, item.id, night=False)
    ]
    shown = [back for back in backs if "<img" in back]
    assert shown
    assert all('src="data:image/svg+xml;base64,' in back for back in shown)
