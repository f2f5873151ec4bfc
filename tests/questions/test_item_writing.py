"""The rules of item writing: each by its own examples, all on drafts, and on spoilt drafts."""

import dataclasses
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefquiz import readers
from briefquiz.nlp import Parsers
from briefquiz.pipeline.words import words
from briefquiz.questions import Question, drafting
from briefquiz.questions.choice import ChoiceQuestion
from briefquiz.questions.item_writing import RULES, Rule, Sheet, check
from briefquiz.questions.item_writing.folding import figures, same
from briefquiz.questions.item_writing.rule import number
from briefquiz.questions.item_writing.sheet import is_false_on_purpose, quotes
from briefquiz.questions.open import OpenQuestion
from briefquiz.questions.order import OrderQuestion
from briefquiz.questions.short import ShortQuestion
from briefquiz.quiz import Option, Source

BRIEFS = sorted((Path(__file__).parents[1] / "readers/cases").glob("[01]*.[mt][dx]*"))
BRIEFS = [path for path in BRIEFS if path.suffix in (".md", ".txt")]

KNOWN = Counter({"two-facts": 1})
"""What drafting still writes: a statement to judge that says two things."""

Drafts = dict[Path, tuple[Sheet, str]]


@pytest.fixture(scope="module")
def drafts(parsers: Parsers) -> Drafts:
    found = {}
    for path in BRIEFS:
        brief = readers.read(path.read_bytes(), path.name)
        questions = drafting.draft(parsers.both(brief))
        found[path] = (
            Sheet(dict(enumerate(questions)), words(brief), brief.published, brief.title),
            brief.title,
        )
    return found


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_each_rule_by_its_examples(rule: Rule) -> None:
    assert rule.source
    assert rule.why.endswith(".")
    assert list(rule.find(Sheet(dict(enumerate(rule.keeps)), title=rule.title))) == []
    for example in rule.breaks if len({q.id for q in rule.breaks}) == 1 else [None]:
        questions = rule.breaks if example is None else (example,)
        assert list(rule.find(Sheet(dict(enumerate(questions)), title=rule.title))), example


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_what_breaks_one_rule_is_a_warning_with_its_name(rule: Rule) -> None:
    issues = list(check(Sheet(dict(enumerate(rule.breaks)), title=rule.title)))
    assert rule.name in {issue.rule for issue in issues}
    assert {issue.severity for issue in issues} == {"warning"}


def test_names_of_rules_are_told_once() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES)


def test_what_is_drafted_passes(drafts: Drafts) -> None:
    found: Counter[str] = Counter()
    for sheet, _ in drafts.values():
        found.update(issue.rule for issue in check(sheet))
    assert len(drafts) == 10
    assert found == KNOWN


def found_in(question: Question, sheet: Sheet) -> set[str]:
    alone = Sheet({0: question}, sheet.brief, sheet.dated, sheet.title)
    return {issue.message for issue in check(alone)}


HEDGE = re.compile(r"\b(may|might|could|reportedly|allegedly|likely|probably|possibly) ")
ROUNDING = re.compile(r"\b(about|around|up to|at least|more than|nearly|almost) (?=[\d$€£])")
ASKED_ROUNDED = re.compile(
    rf"{ROUNDING.pattern.partition(' (')[0]} how (?:many|much)", re.IGNORECASE
)
HEARSAY = re.compile(r"^According to [^,]+, |, according to [^,?.]+")
FIGURE = re.compile(r"(?<![\w.,])\d[\d,.]*\d|(?<![\w.,])\d(?!\w)")
NAME = re.compile(r"\b[A-Z][\w-]*[a-z](?:(?: (?:of|the|for|and))* [A-Z][\w-]*)*")


def told(question: Question, pattern: re.Pattern[str]) -> Question:
    """The question without what the pattern finds in it."""
    texts = {
        key: pattern.sub("", value)
        for key in ("prompt", "answer", "model")
        if isinstance(value := getattr(question, key, None), str)
    }
    return dataclasses.replace(question, **texts)  # type: ignore[arg-type]


def other_digit(text: str) -> str:
    return re.sub(r"\d(?=\D*$)", lambda match: str((int(match.group()) + 3) % 10), text)


def spoilt(question: Question) -> Iterator[tuple[str, Question]]:
    """The question with one thing wrong, in every way that applies."""
    quoted, prompt = quotes(question), question.prompt
    for name, pattern in (("hedge", HEDGE), ("rounding", ROUNDING), ("hearsay", HEARSAY)):
        if name == "rounding" and ASKED_ROUNDED.search(prompt):
            continue  # "up to how many": the answer need not say it again
        if pattern.search(quoted) and (other := told(question, pattern)) != question:
            yield name, other
    for match in FIGURE.finditer(prompt):
        wrong = prompt[: match.start()] + other_digit(match.group()) + prompt[match.end() :]
        yield "figure in the prompt", dataclasses.replace(question, prompt=wrong)
    answer = getattr(question, "answer", None)
    if isinstance(answer, str) and re.search(r"\d", answer):
        wrong_answer = {"answer": other_digit(answer)}
        yield "figure in the answer", dataclasses.replace(question, **wrong_answer)  # type: ignore[arg-type]
    inside = prompt.partition(" ")[2]  # a word that opens a sentence need not be a name
    names = sorted(
        {name for name in NAME.findall(inside) if name in quoted and name not in ("In", "On")}
    )
    for place, one in enumerate(names):
        for other_name in names[place + 1 :]:
            if one not in other_name and other_name not in one:
                yield "names", dataclasses.replace(question, prompt=swap(prompt, one, other_name))


def swap(text: str, one: str, other: str) -> str:
    either = re.compile(rf"\b({re.escape(one)}|{re.escape(other)})\b")
    return either.sub(lambda match: other if match.group() == one else one, text)


SHARE = {
    "hedge": 0.85,
    "rounding": 0.95,
    "hearsay": 0.8,
    "figure in the prompt": 0.9,
    "figure in the answer": 0.94,
    "names": 0.85,
}
"""Of spoilt drafts, what share is objected to at least; what is not says something else that the
brief says as well, or cannot be told from it without a parser."""


def test_what_is_spoilt_is_objected_to(drafts: Drafts) -> None:
    tried: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    for sheet, _ in drafts.values():
        for question in sheet.questions.values():
            if is_false_on_purpose(question):
                continue
            before = found_in(question, sheet)
            for way, wrong in spoilt(question):
                tried[way] += 1
                seen[way] += bool(found_in(wrong, sheet) - before)
    assert tried.keys() == SHARE.keys()
    shares = {way: seen[way] / tried[way] for way in tried}
    assert {way: share for way, share in shares.items() if share < SHARE[way]} == {}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("5%", "5 per cent"),
        ("5 percent", "5 %"),
        ("1,000", "1000"),
        ("four", "4"),
        ("€2 million", "2 million euros"),
        ("US$3bn", "$3 billion"),
        ("the 3rd", "3"),
        ("The Ministry", "ministry"),
        ("“free” trade", '"free" trade'),
    ],
)
def test_spellings_of_one_thing(one: str, other: str) -> None:
    if "€" in one + other or "$" in one + other:
        assert sorted(same(one).split()) == sorted(same(other).split())
    else:
        assert same(one) == same(other)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("1.4 million Kazakhs in 2014", {"1400000", "2014"}),
        ("twenty-three ships, 40,000 t", {"23", "40000"}),
        ("renouncing their Chinese one", set()),
        ("half a million", {"500000"}),
        ("€0.9bn", {"900000000"}),
    ],
)
def test_figures_by_their_value(text: str, values: set[str]) -> None:
    assert figures(text).keys() == values


def choice(answer: str, *wrong: str, **more: str) -> ChoiceQuestion:
    return ChoiceQuestion(
        id="a", kind="date", prompt="What?", answer=answer,
        distractors=tuple(map(Option, wrong)), **more,  # type: ignore[arg-type]
    )  # fmt: skip


@pytest.mark.parametrize(
    ("question", "rules"),
    [
        (choice("1994", "the 1990s", "2001"), {"overlapping-options"}),
        (choice("9 January", "January", "May"), {"overlapping-options", "odd-form"}),
        (choice("more than 20", "more than 25", "more than 30"), set()),
        (choice("the ministry’s port", "the ministry of trade", "the mayor"), set()),
        (choice("5–9", "9–12", "20–22"), {"overlapping-options"}),
        (choice("Ann", "Bob", last="All of the above"), {"all-or-none"}),
        (choice("always late", "always early", "always there"), set()),
        (choice("a strike", "a war", "unrest"), set()),
        (choice("a strike", "a war"), {"one-wrong-option"}),
        (choice("a strike", "a war", last="None of these"), set()),
        (
            OrderQuestion(
                id="a", kind="date", prompt="Order!", items=("5%", "6%", "5 per cent")
            ),
            {"same-option"},
        ),
        (
            OpenQuestion(
                id="a", kind="cause", prompt="Why?", model="Since 40 left.",
                source=(Source("Since 14 left, it closed."),),
            ),
            {"figure-not-in-quote"},
        ),
        (
            ShortQuestion(
                id="a", kind="cause", prompt="What closed in May?", answer="the port",
                source=(Source("The port closed in May."),),
            ),
            set(),
        ),
    ],
)  # fmt: skip
def test_single_questions(question: Question, rules: set[str]) -> None:
    assert {issue.rule for issue in check(Sheet({0: question}))} == rules


def test_rejected_and_waiting_questions_give_nothing_away() -> None:
    rule = next(rule for rule in RULES if rule.name == "gives-another-away")
    one, other = rule.breaks
    for status in ("review", "rejected"):
        waiting = dataclasses.replace(other, status=status)
        assert list(rule.find(Sheet({0: one, 1: waiting}))) == []


@pytest.mark.parametrize(("day", "found"), [("3 May 2026", []), ("6 May 2026", ["6"])])
def test_the_day_beside_a_question_is_that_of_the_brief(day: str, found: list[str]) -> None:
    """Even where the wrong figure stands elsewhere in the brief."""
    quote = "In May, 40 ships came."
    asked = number(f"How many ships came in May? (The brief is dated {day}.)", "40", quote)
    sheet = Sheet({0: asked}, f"{quote} The port has 6 quays.", "2026-05-03")
    told = [issue.message for issue in check(sheet)]
    assert told == [f"not in the quote: the figure {figure!r}" for figure in found]
