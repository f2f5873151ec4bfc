"""What a new draft does to a question file, case by case. For any edit see the properties."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest

from briefquiz import bank
from briefquiz.bank import BriefRef, Merged, QuestionFile, marks, memory
from briefquiz.bank.fates import GONE
from briefquiz.errors import BriefquizError
from briefquiz.questions import Question
from briefquiz.questions.cloze import ClozeQuestion
from briefquiz.questions.common import Made
from briefquiz.questions.open import OpenQuestion
from briefquiz.questions.order import OrderQuestion
from briefquiz.questions.short import ShortQuestion
from briefquiz.quiz import Kind, Source

OPENED = "The port of Verra opened in 2014, after ten years of work."
COST = "It had cost about 40 million euros, twice what was planned."
SANK = "The old quay sank by 30 centimetres in 2016."


def short(
    name: str, quote: str, value: str, prompt: str = "What?", kind: Kind = "number"
) -> ShortQuestion:
    return ShortQuestion(
        id=name,
        kind=kind,
        prompt=prompt,
        answer=value,
        source=(Source(quote, 1),),
        fact={"value" if kind == "number" else "when": value},
        made=Made(by="rule"),
    )


YEAR = short("year", OPENED, "2014", "When did it open?", "date")
WORK = short("work", OPENED, "ten years", "How long did it take?")
PRICE = short("price", COST, "about 40 million euros", "How much?")
DEPTH = short("depth", SANK, "30 centimetres", "By how much?")
WORDS = f"{OPENED} {COST} {SANK}"


def file(
    *questions: Question, title: str = "The port", sha: str = "1", year: str = "2019"
) -> QuestionFile:
    return bank.remembering(
        QuestionFile(
            briefquiz="1",
            id="port",
            title=title,
            brief=BriefRef(file="port.md", sha256=sha, published=year),
            questions=tuple(map(bank.signed, questions)),
        )
    )


def merged(
    text: str, *drafted: Question, words: str = WORDS, head: QuestionFile | None = None
) -> Merged:
    loaded = bank.load(text, "port.yaml")
    return bank.merge(loaded, text, "port.yaml", head or file(*drafted, sha="2"), words)


def without(text: str, name: str) -> str:
    """The text as if a person had deleted a question."""
    start = text.index(f"  - id: {name}\n")
    end = text.find("\n\n", start)
    return text[:start] + (text[end + 2 :] if end >= 0 else "")


def ids(result: Merged) -> str:
    return " ".join(question.id for question in result.file.questions)


FIRST = bank.dump(file(YEAR, PRICE, DEPTH))


@pytest.mark.parametrize(
    ("drafted", "order"),
    [
        ([YEAR, WORK, PRICE, DEPTH], "year work price depth"),
        ([WORK, YEAR, PRICE, DEPTH], "work year price depth"),
        ([YEAR, PRICE, DEPTH, WORK], "year price depth work"),
        ([DEPTH, WORK, PRICE, YEAR], "year price depth work"),
    ],
)
def test_a_new_question_goes_where_the_draft_has_it(drafted: list[Question], order: str) -> None:
    assert ids(merged(FIRST, *drafted)) == order


def test_an_untouched_draft_is_improved_in_place_and_keeps_its_id() -> None:
    better = replace(PRICE, id="port-price", prompt="How much did the port cost?")
    result = merged(FIRST, YEAR, better, DEPTH)
    assert (result.new, result.improved, result.kept) == ((), ("price",), ("year", "depth"))
    assert result.text.count("\n") == FIRST.count("\n")
    assert 'id: price\n    kind: number\n    type: short\n    prompt: "How much did' in result.text
    again = result.file.questions[1]
    assert again.made is not None
    assert again.made.hash == bank.block_hash(again)


EDITS: Mapping[str, Callable[[str], str]] = {
    "approved": lambda text: text.replace("status: ready", "status: approved"),
    "rejected": lambda text: text.replace("status: ready", "status: rejected"),
    "edited": lambda text: text.replace('"How much?"', '"How much was it?"'),
    "a comment in it": lambda text: text.replace('"How much?"', '"How much?" # in class'),
    "a comment on it": lambda text: text.replace("  - id: price", "  # in class\n  - id: price"),
    "keys in another order": lambda text: text.replace(
        "    kind: number\n    type: short\n", "    type: short\n    kind: number\n"
    ),
}  # fmt: skip


@pytest.mark.parametrize("edit", EDITS)
def test_what_a_person_has_touched_stays(edit: str) -> None:
    text = EDITS[edit](FIRST)
    assert text != FIRST
    result = merged(text, YEAR, replace(PRICE, prompt="How much did it cost?"), DEPTH)
    assert "price" in result.yours
    head = result.text.index("questions:")
    assert result.text[head:] == text[text.index("questions:") :]


def test_a_comment_apart_is_of_no_question() -> None:
    text = FIRST.replace("  - id: price", "  # Part 2\n\n  - id: price")
    result = merged(text, YEAR, replace(PRICE, prompt="How much did it cost?"), DEPTH)
    assert result.improved == ("price",)
    assert "  # Part 2\n\n  - id: price" in result.text


def test_a_file_without_a_last_newline_stays_one_whatever_becomes_last() -> None:
    later = replace(PRICE, source=(Source(COST, 2),))
    text = bank.dump(file(later)).replace("  - id: price", "# apart\n\n  - id: price").rstrip()
    result = merged(text, YEAR)
    assert result.withdrawn == ("price",)
    assert result.text.endswith("\n# apart")


@pytest.mark.parametrize("wording", ["How much?", "What did Verra pay?"])
@pytest.mark.parametrize("name", ["price", "verra-number"])
def test_what_was_deleted_or_rejected_does_not_come_back(wording: str, name: str) -> None:
    again = replace(PRICE, id=name, prompt=wording)
    gap = ClozeQuestion(
        id=name, kind="number", prompt=f"{COST[:12]} [[40 million euros]].", source=PRICE.source
    )
    rejected = FIRST.replace("status: ready", "status: rejected")
    for text in (without(FIRST, "price"), rejected):
        for drafted in (again, gap):
            result = merged(text, YEAR, drafted, DEPTH)
            assert result.new == ()
            assert ids(merged(result.text, YEAR, drafted, DEPTH)) == ids(result)


def test_a_deleted_question_stays_away_though_its_brother_from_the_sentence_stays() -> None:
    text = without(bank.dump(file(YEAR, WORK, DEPTH)), "work")
    assert ids(merged(text, YEAR, WORK, DEPTH)) == "year depth"


def test_a_question_edited_beyond_recognition_is_not_drafted_anew() -> None:
    text = FIRST.replace("about 40 million euros", "a fortune").replace("cost a fortune", "cost")
    assert merged(text, YEAR, PRICE, DEPTH).new == ()


def test_what_a_newer_draft_no_longer_makes_is_withdrawn_and_may_return_under_its_id() -> None:
    less = merged(FIRST, YEAR, DEPTH)
    assert (ids(less), less.withdrawn) == ("year depth", ("price",))
    other = replace(WORK, id="price")
    assert ids(merged(less.text, YEAR, other, DEPTH)) == "year price-2 depth"
    assert ids(merged(less.text, YEAR, PRICE, DEPTH)) == "year price depth"


def test_the_id_of_a_deleted_question_is_never_given_to_another() -> None:
    result = merged(without(FIRST, "price"), YEAR, replace(WORK, id="price"), DEPTH)
    assert ids(result) == "year price-2 depth"


def test_questions_whose_words_are_gone_are_flagged_until_they_are_back() -> None:
    text = FIRST.replace('"When did it open?"', '"When?"').replace(
        'made: {by: rule, hash: "', 'tags: []\n    made: {by: rule, hash: "', 1
    )
    less = merged(text, DEPTH, words=SANK)
    assert [name for name, _ in less.gone] == ["year", "price"]
    for name, line in less.gone:
        assert less.text.split("\n")[line - 1] == f"  - id: {name}"
    yours, draft, _ = less.file.questions
    assert (yours.status, yours.doubts) == ("ready", (GONE,))
    assert (draft.status, draft.doubts) == ("review", (GONE,))
    again = bank.merge(less.file, less.text, "port.yaml", file(DEPTH, sha="2"), SANK)
    assert (again.text, again.gone) == (less.text, less.gone)
    back = merged(less.text, YEAR, PRICE, DEPTH)
    assert back.text[back.text.index("questions:") :] == text[text.index("questions:") :]


def test_nobody_is_told_twice_what_an_unchanged_brief_does_not_have() -> None:
    text = FIRST.replace(OPENED, f"{OPENED[:-1]}!").replace("What?", "When?")
    head = file(PRICE, DEPTH, sha="1")
    assert merged(text, head=head).gone == ()


def test_a_corrected_sentence_is_the_same_sentence() -> None:
    words = COST.replace("twice", "nearly twice")
    better = replace(PRICE, source=(Source(words, 1),))
    brief = f"{OPENED} {words} {SANK}"
    assert merged(FIRST, YEAR, better, DEPTH, words=brief).improved == ("price",)
    rejected = FIRST.replace("status: ready", "status: rejected")
    assert merged(rejected, YEAR, better, DEPTH, words=brief).new == ()
    other = replace(better, answer="50", fact={"value": "50"})
    assert merged(FIRST, YEAR, other, DEPTH, words=brief).new == ("price-2",)


HAND = f"""\
briefquiz: 1
title: mine
questions:
- id: a
  kind: number
  type: short
  prompt: How much?
  answer: 40 million euros
  source: {{quote: "{COST}"}}
"""


def test_a_file_by_hand_learns_of_its_brief_and_asks_nothing_twice() -> None:
    result = merged(HAND, YEAR, PRICE, DEPTH)
    assert ids(result) == "year a depth"
    assert result.yours == ("a",)
    assert result.file.title == "mine"
    assert result.text.startswith("briefquiz: 1\ntitle: mine\nbrief: {file: ")
    assert merged(result.text, YEAR, PRICE, DEPTH).text == result.text


def test_of_a_file_without_memory_nothing_is_known_to_be_deleted() -> None:
    old = bank.dump(replace(file(YEAR, DEPTH), drafted=""))
    result = merged(old, YEAR, PRICE, DEPTH)
    assert ids(result) == "year price depth"
    assert f"{memory_comment()}\ndrafted: " in result.text
    assert ids(merged(without(result.text, "price"), YEAR, PRICE, DEPTH)) == "year depth"


def memory_comment() -> str:
    return next(line for line in FIRST.split("\n") if line.startswith("# What was drafted"))


def test_a_corrected_answer_counts_as_the_same_question_even_without_memory() -> None:
    old = bank.dump(replace(file(YEAR, PRICE), drafted=""))
    mine = old.replace('"about 40 million euros"', '"50 million"')
    assert merged(mine, YEAR, PRICE).new == ()


@pytest.mark.parametrize(
    ("edit", "title", "year"),
    [(("", ""), "New", "2020"), (("The port", "My port"), "My port", "2019"),
     (('published: "2019"', 'published: "2018"'), "The port", "2018")],
)  # fmt: skip
def test_title_and_date_follow_the_brief_unless_a_person_has_edited_one(
    edit: tuple[str, str], title: str, year: str
) -> None:
    text = FIRST.replace(*edit) if edit[0] else FIRST
    result = merged(text, head=file(YEAR, PRICE, DEPTH, title="New", sha="2", year="2020"))
    brief = result.file.brief
    assert brief is not None
    assert (result.file.title, brief.published, brief.sha256) == (title, year, "2")
    final = merged(result.text, head=file(YEAR, PRICE, DEPTH, title="Last", sha="3", year="2020"))
    assert final.file.title == ("Last" if title == "New" else title)


TABLE = OrderQuestion(
    id="order",
    kind="date",
    prompt="Order these.",
    items=("a", "b", "c"),
    made=Made(by="order/x"),
)


def test_a_table_is_known_by_its_rule_whatever_is_in_it() -> None:
    longer = replace(TABLE, items=("a", "b", "c", "d"))
    text = bank.dump(file(YEAR, TABLE))
    assert merged(text, YEAR, longer).improved == ("order",)
    assert ids(merged(without(text, "order"), YEAR, longer)) == "year"
    mine = re.sub(r"    made: .*order/x.*\n", "", text)
    assert merged(mine, YEAR, longer).new == ()
    assert ids(merged(text, YEAR, longer, PRICE)) == "year price order"


def test_a_memory_that_was_edited_is_a_mistake() -> None:
    with pytest.raises(BriefquizError, match="has 'oops', which no draft wrote; undo this edit"):
        bank.load(FIRST.replace('drafted: "', 'drafted: "oops '), "port.yaml")


def because(cause: str) -> OpenQuestion:
    said = {"connective": "because", "cause": cause, "effect": "it sank"}
    return OpenQuestion(
        id="x", kind="cause", prompt="Why?", model=cause, source=(Source("Q."),), fact=said
    )


@pytest.mark.parametrize(
    ("question", "mark"),
    [
        (YEAR, "0f42ab57"),
        (PRICE, "bc293fd4"),
        (TABLE, "da76ba23"),
        (because("it was old"), "2162f4e6"),
    ],
)
def test_marks_stand_in_peoples_files_and_never_change(question: Question, mark: str) -> None:
    assert marks.mark(question) == mark


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (because("it was old"), because("the quay was old")),
        (PRICE, replace(PRICE, fact={}, answer="some 40 million")),
        (PRICE, replace(PRICE, source=(Source(COST.replace(" ", "\n").upper(), 7),))),
        (YEAR, replace(YEAR, fact={"when": "2014", "event": "x", "hedge": "may"})),
        (short("a", COST, "1,200"), short("a", COST, "1 200")),
    ],
)
def test_the_same_fact(one: Question, other: Question) -> None:
    assert marks.marks(one) & marks.marks(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (YEAR, WORK),
        (PRICE, replace(PRICE, kind="actor", fact={})),
        (PRICE, replace(PRICE, source=(Source(SANK),))),
        (short("a", COST, "1.5"), short("a", COST, "15")),
        (replace(PRICE, source=()), replace(PRICE, source=())),
        (replace(TABLE, made=None), replace(TABLE, made=None, id="mine")),
    ],
)
def test_another_fact(one: Question, other: Question) -> None:
    assert not marks.marks(one) & marks.marks(other)


def test_what_is_remembered_is_read_back() -> None:
    known = memory.read(file(YEAR, PRICE).drafted)
    assert memory.write(known) == file(YEAR, PRICE).drafted
    withdrawn = memory.added(known, (), [YEAR])
    assert [entry.withdrawn for entry in memory.read(memory.write(withdrawn)).questions] == [
        True,
        False,
    ]
    assert withdrawn.marks == {marks.mark(PRICE)}
