"""Whatever a person does to a question file, a new draft spoils nothing of it.

A small world of facts, drafted by rules of several versions; a person's edits, made with plain
string operations; then two new drafts of changed briefs. All that the person did must be there
to the byte, and what was deleted or rejected must stay away.
"""

import os
import re
from collections import Counter
from collections.abc import Mapping

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from briefquiz import bank
from briefquiz.bank import Merged
from briefquiz.bank.fates import GONE
from tests.bank.merge_person import Person, Style, edits, in_hands, styles
from tests.bank.merge_world import Draft, drafts, fact_of


def without_flags(text: str) -> str:
    text = re.sub(rf'\r?\n *doubts: \["{GONE}"\]', "", text)
    text = re.sub(rf', doubts: \["{GONE}"\]', "", text)
    text = re.sub(rf'\r?\n *- "{GONE}"', "", text)
    return text.replace(f', "{GONE}"', "")


def work_survives(person: Person, style: Style, before: str, merged: Merged) -> None:
    plain = without_flags(merged.text)
    place = 0
    for block in person.blocks:
        apart = block.above.index("") + 1 if "" in block.above else 0
        own = [*block.above[apart:], *block.lines] if block.touched else block.above[apart:]
        for wanted in filter(None, (*map(style.one, block.above[:apart]), style.lines(own))):
            place = plain.find(wanted, place)
            assert place >= 0, wanted
            assert plain[place - 1 : place] == "\n"
            place += len(wanted)
            assert plain[place : place + 1] in "\r\n"
    assert merged.text.startswith("\ufeff") == before.startswith("\ufeff")
    assert merged.text.endswith("\n") == before.endswith("\n")
    lone = Counter(re.findall(r"\r\n|\n", merged.text))
    assert set(lone) == {style.newline}
    assert "  # mine" in merged.text


def facts_are_right(person: Person, known: Mapping[str, tuple[str, ...]], merged: Merged) -> None:
    questions = merged.file.questions
    assert len({question.id for question in questions}) == len(questions)
    yours = {block.id for block in person.blocks if block.touched}
    drafts = [q for q in questions if q.id not in yours and q.made is not None]
    facts = Counter(map(fact_of, drafts))
    assert set(facts.values()) <= {1}
    for name in [*yours, *person.deleted]:
        assert known.get(name, ("own",)) not in facts, name
    for question in drafts:
        assert known.get(question.id, fact_of(question)) == fact_of(question), question.id


def nothing_is_missed(
    person: Person, known: Mapping[str, tuple[str, ...]], draft: Draft, merged: Merged
) -> None:
    settled = {known[b.id] for b in person.blocks if b.touched and b.id}
    settled |= {known[name] for name in person.deleted if name}
    asked = set(map(fact_of, (q for q in merged.file.questions if q.made)))
    missed = {fact_of(question) for question in draft.file.questions} - settled - asked
    assert missed == set()


thorough = settings(
    max_examples=2000,
    deadline=None,
    derandomize="CI" in os.environ,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    phases=[Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink],
)


@thorough
@given(drafts(), st.lists(edits, max_size=5), styles, st.lists(drafts(), min_size=1, max_size=2))
def test_every_edit_survives_every_new_draft(
    first: Draft, changes: list[tuple[str, int, int]], style: Style, later: list[Draft]
) -> None:
    person = in_hands(first)
    for change in changes:
        person.edit(*change)
    known = {question.id: fact_of(question) for question in first.file.questions}
    text = style.text(person)
    for draft in later:
        loaded = bank.load(text, "b.yaml")
        merged = bank.merge(loaded, text, "b.yaml", draft.file, draft.words)
        assert bank.load(merged.text, "b.yaml") == merged.file
        work_survives(person, style, text, merged)
        facts_are_right(person, known, merged)
        nothing_is_missed(person, known, draft, merged)
        again = bank.merge(merged.file, merged.text, "b.yaml", draft.file, draft.words)
        assert again.text == merged.text
        assert (again.new, again.improved, again.withdrawn) == ((), (), ())
        text = merged.text
        known |= {q.id: fact_of(q) for q in merged.file.questions if q.id in merged.new}
