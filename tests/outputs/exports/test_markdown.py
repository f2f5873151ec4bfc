"""Markdown: what a real renderer shows is what stands in the quiz, answers only behind the line."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from markdown_it import MarkdownIt

from briefquiz.outputs.exports import markdown
from briefquiz.quiz import (
    Choice,
    Choices,
    Essay,
    Figure,
    Gap,
    Gaps,
    Item,
    Pairs,
    Quiz,
    Sequence,
    TrueFalse,
    Words,
)
from tests.outputs.exports.raw import tidy
from tests.outputs.exports.test_moodle_formats import quizzes, thorough
from tests.outputs.samples import hostile_quiz, sample_quiz

DIALECTS = (
    MarkdownIt("commonmark"),
    MarkdownIt("commonmark").enable(["table", "strikethrough"]),
)
TAGS = {
    "h1", "h2", "hr", "p", "ol", "ul", "li", "strong", "blockquote", "br",
}  # fmt: skip


class Page(HTMLParser):
    """The words of a page, white space aside; refuses any tag that we do not write."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in TAGS, tag
        assert all(name == "start" for name, _ in attrs), attrs

    def handle_data(self, data: str) -> None:
        self.words += data


def squashed(text: str) -> str:
    return re.sub(r"\s+|\ufeff", "", tidy(text))


def shown(quiz: Quiz, dialect: MarkdownIt) -> tuple[str, str]:
    """The words of the questions and of the answers, without any white space."""
    (artifact,) = markdown.export(quiz).artifacts
    html = dialect.render(artifact.data.decode())
    questions, rule, answers = html.partition("<hr />")
    assert rule
    assert "<hr />" not in answers
    pages = []
    for part in (questions, answers):
        page = Page()
        page.feed(part)
        pages.append(re.sub(r"\s+|\ufeff", "", page.words))
    return pages[0], pages[1]


def asked(item: Item) -> list[str]:
    """The texts of an item that students see."""
    match item.response:
        case Choice(answer=answer, distractors=wrong, last=last):
            return [item.prompt, answer, last, *(option.text for option in wrong)]
        case Choices(answers=answers, distractors=wrong):
            return [item.prompt, *answers, *(option.text for option in wrong)]
        case Pairs(pairs=pairs, extra=extra):
            return [item.prompt, *extra, *(side for pair in pairs for side in pair)]
        case Sequence(items=steps):
            return [item.prompt, *steps]
        case Gaps(parts=parts):
            return [part.hint if isinstance(part, Gap) else part for part in parts]
        case Figure(unit=unit):
            return [item.prompt, unit]
        case Words() | TrueFalse() | Essay():
            return [item.prompt]


def keyed(item: Item) -> list[str]:
    """The texts of an item that its answer shows."""
    common = [item.explain, *(source.quote for source in item.sources), *item.tags]
    match item.response:
        case Choice(answer=answer, distractors=wrong):
            return [*common, answer, *(option.why for option in wrong)]
        case Choices(answers=answers, distractors=wrong):
            return [*common, *answers, *(option.why for option in wrong)]
        case Pairs(pairs=pairs):
            return [*common, *(side for pair in pairs for side in pair)]
        case Sequence(items=steps):
            return [*common, *steps]
        case Gaps(parts=parts):
            return [*common, *(part.answer for part in parts if isinstance(part, Gap))]
        case Figure(answer=answer, tolerance=tolerance, accept=accept):
            return [*common, answer, tolerance, *accept]
        case Words(answer=answer, accept=accept):
            return [*common, answer, *accept]
        case TrueFalse(answer=truth):
            return [*common, str(truth)]
        case Essay(model=model, rubric=rubric):
            return [*common, model, *(criterion.text for criterion in rubric)]


@pytest.mark.parametrize("dialect", DIALECTS)
@pytest.mark.parametrize("quiz", [sample_quiz(), hostile_quiz()], ids=lambda quiz: quiz.name)
def test_everything_is_shown_as_it_is(quiz: Quiz, dialect: MarkdownIt) -> None:
    questions, answers = shown(quiz, dialect)
    assert markdown.export(quiz).losses == ()
    for item in quiz.items:
        assert [text for text in asked(item) if squashed(text) not in questions] == []
        assert [text for text in keyed(item) if squashed(text) not in answers] == []


@thorough
@given(quizzes)
def test_any_quiz_is_shown_as_it_is(quiz: Quiz) -> None:
    for dialect in DIALECTS:
        questions, answers = shown(quiz, dialect)
        for item in quiz.items:
            assert [text for text in asked(item) if squashed(text) not in questions] == []
            assert [text for text in keyed(item) if squashed(text) not in answers] == []


def test_numbers_and_letters_are_those_of_the_paper() -> None:
    (artifact,) = markdown.export(sample_quiz()).artifacts
    text = artifact.data.decode()
    assert "\n2. Why did carmakers" in text
    assert text.endswith("> Supporters reply that such chips are expensive.\n")
    questions, _, answers = text.partition("\n---\n")
    assert re.findall(r"^(\d+)\. ", questions, re.MULTILINE) == [str(n) for n in range(1, 11)]
    assert re.findall(r"^(\d+)\. ", answers, re.MULTILINE) == [str(n) for n in range(1, 11)]
    assert "1. **A 9 August 2022**\n" in answers
    assert "two views" in questions
    assert "hasten self" not in questions


def test_without_questions_there_is_no_file() -> None:
    assert markdown.export(Quiz(name="n", id="n", title="t", items=())).artifacts == ()
