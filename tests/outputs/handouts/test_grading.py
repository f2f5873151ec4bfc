"""What the practice page takes for right: words and figures, as a teacher would."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from briefquiz.outputs.labels import labels
from briefquiz.outputs.text import printable
from briefquiz.quiz import Quiz
from tests.outputs.samples import HOSTILE, sample_quiz

WORDS = (
    ("the Ministry of Transport", "ministry of transport", True),
    ("the Ministry of Transport", "The Ministry of Transport.", True),
    ("the Ministry of Transport", "Ministry of Finance", False),
    ("Kazakhstan’s ministry", "Kazakhstan's ministry", True),
    ("9 January", "9 january", True),
    ("9 January", "January 9", True),
    ("9 January", "9", False),
    ("9 January", "9 February", False),
    ("9 January", "10 January", False),
    ("up to three years", "up to 3 years", True),
    ("up to three years", "3 years", True),
    ("up to three years", "3 months", False),
    ("up to three years", "about 3 years", False),
    ("Group of 20", "20", False),
    ("1.5%", "1.5 per cent", True),
    ("1.5%", "1.5", False),
    ("x", "", False),
    ("a", "the", False),
    ("twenty-five", "25", True),
)
FIGURES: tuple[tuple[str, str, str, str, bool], ...] = (
    ("around 1.4 million", "", "", "1.4 million", True),
    ("around 1.4 million", "", "", "1,400,000", True),
    ("around 1.4 million", "", "", "1 400 000", True),
    ("around 1.4 million", "", "", "around 1.4 million", True),
    ("around 1.4 million", "", "", "1.4", False),
    ("around 1.4 million", "", "", "up to 1.4 million", False),
    ("up to 3 million", "", "", "three million", True),
    ("around one million", "", "", "1000000", True),
    ("1.5%", "", "", "1.5", True),
    ("1.5%", "", "", "1.5 percent", True),
    ("1.5%", "", "", "15%", False),
    ("around 40", "million euros", "2", "41", True),
    ("around 40", "million euros", "2", "41 million euros", True),
    ("around 40", "million euros", "2", "41,000,000", True),
    ("around 40", "million euros", "2", "43", False),
    ("around 40", "million euros", "2", "43 million", False),
    ("2 to 3", "years", "", "2 to 3", True),
    ("2 to 3", "years", "", "2-3 years", False),
    ("2 to 3", "years", "", "2", False),
    ("52.7 billion", "$", "", "$52.7 billion", True),
    ("52.7 billion", "$", "", "52,700 million", True),
    ("a third", "", "", "a third", True),
    ("4", "", "", "", False),
)
OTHERS = (
    ("de", "rund 1,4 Millionen", "1.400.000", True),
    ("de", "rund 1,4 Millionen", "1,4 Mio.", True),
    ("de", "rund 1,4 Millionen", "14 Millionen", False),
    ("de", "zwölf Prozent", "12 %", True),
    ("fr", "1,5 milliard", "1 500 000 000", True),
    ("fr", "l’Union", "union", True),
    ("pl", "około 2,5 tys.", "2500", True),
    ("pl", "dwa", "3", False),
)


def judged(page: Page, call: str, lang: str, *given: object) -> bool:
    words = {**labels(lang, "handouts"), **labels(lang, "practice")}
    return bool(page.evaluate(f"given => Grading.{call}(...given)", [*given, words]))


@pytest.fixture
def grading(opened: Callable[[Quiz], Page]) -> Page:
    return opened(sample_quiz())


def test_words_are_compared_as_a_teacher_would(grading: Page) -> None:
    for form, typed, right in WORDS:
        assert judged(grading, "words", "en", typed, [form]) is right, (form, typed)


def test_figures_are_compared_by_their_value(grading: Page) -> None:
    for answer, unit, tolerance, typed, right in FIGURES:
        whole = f"{unit}{answer}" if unit == "$" else f"{answer} {unit}".strip()
        key = {
            "answer": answer, "unit": unit, "whole": whole, "tolerance": tolerance, "accept": [],
        }  # fmt: skip
        assert judged(grading, "figure", "en", typed, key) is right, (answer, unit, typed)


def test_other_languages_have_their_own_numbers(grading: Page) -> None:
    for lang, form, typed, right in OTHERS:
        key = {"answer": form, "unit": "", "whole": form, "tolerance": "", "accept": []}
        assert judged(grading, "figure", lang, typed, key) is right, (lang, form, typed)


def test_every_answer_is_right_for_its_own_question(grading: Page) -> None:
    """Whatever the file holds: who types the answer as it stands is never told it is wrong."""
    for text in map(printable, HOSTILE):
        typed = " ".join(text.split())
        if re.sub(r"[\W_]", "", text):
            assert judged(grading, "words", "en", typed, [text]), text
