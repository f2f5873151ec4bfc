"""Whatever a person does to a question file, a new draft spoils nothing of it.

A small world of facts, drafted by rules of several versions; a person's edits, made with plain
string operations; then two new drafts of changed briefs. All that the person did must be there
to the byte, and what was deleted or rejected must stay away.
"""

import os
import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import yaml
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from briefquiz import bank, ids
from briefquiz.bank import BriefRef, Merged, QuestionFile
from briefquiz.bank.fates import GONE
from briefquiz.questions import Question
from briefquiz.questions.choice import ChoiceQuestion
from briefquiz.questions.common import Made
from briefquiz.questions.number import NumberQuestion
from briefquiz.questions.order import OrderQuestion
from briefquiz.questions.short import ShortQuestion
from briefquiz.quiz import Kind, Option, Source

# --- a world of facts, and drafts of it ---


@dataclass(frozen=True, slots=True)
class Fact:
    """A sentence of the brief and what can be asked of it. Facts are told apart by their value."""

    kind: Kind
    quote: str
    value: str
    wanted: str


DAM = "On 3 May 2014 the “Sel” dam broke: 40 homes were lost."
AID = "Ostia’s council asked for about 3.5 million euros, not 2 million."
PORT = "The port handled 1,200 ships in 2020 – a record."
SHE = 'Verra: "no # comment", she said.'
SENTENCES = (DAM, AID, PORT, SHE)
FACTS = (  # several want the same id
    Fact("date", DAM, "2014-05-03", "dam-date"),
    Fact("number", DAM, "40", "number"),
    Fact("actor", AID, "Ostia’s council", "council"),
    Fact("number", AID, "3.5 million", "number"),
    Fact("number", AID, "2 million", "number"),
    Fact("number", PORT, "1,200", "number"),
    Fact("date", PORT, "2020", "dam-date"),
    Fact("actor", SHE, "Verra", "council"),
)
RULES = ("number/a", "short/a", "short/b", "choice/a")
KNOWS = {"date": "when", "number": "value", "actor": "who"}
TABLE = OrderQuestion(
    id="in-order",
    kind="date",
    prompt="Put these in order.",
    items=("a", "b", "c"),
    status="review",
    made=Made(by="order/events"),
)


def worded(fact: Fact, rule: str) -> Question:
    """The question that a rule makes of a fact."""
    sure = rule.endswith("a")
    common: dict[str, Any] = {
        "id": fact.wanted,
        "kind": fact.kind,
        "prompt": f"By {rule}: what of “{fact.quote[:9]}” is it? " + "So many words. " * len(rule),
        "source": (Source(fact.quote, 1 + SENTENCES.index(fact.quote)),),
        "fact": {KNOWS[fact.kind]: fact.value},
        "status": "ready" if sure else "review",
        "doubts": () if sure else ("is it worth asking?",),
        "made": Made(by=rule),
    }
    if rule.startswith("number"):
        return NumberQuestion(**common, answer=fact.value)
    if rule.startswith("choice"):
        return ChoiceQuestion(**common, answer=fact.value, distractors=(Option("7"), Option("8")))
    return ShortQuestion(**common, answer=fact.value)


@dataclass(frozen=True, slots=True)
class Draft:
    """What one run over one state of the brief yields."""

    file: QuestionFile
    words: str

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        made = [(q.id, *fact_of(q)[::2], q.made and q.made.by) for q in self.file.questions]
        printer.text(f"Draft({made}, {self.words!r})")


@st.composite
def drafts(draw: st.DrawFn) -> Draft:
    missing = draw(st.frozensets(st.sampled_from(SENTENCES), max_size=2))
    rules = draw(st.lists(st.sampled_from((*RULES, "")), min_size=8, max_size=8))
    made: list[Question] = []
    for fact, rule in zip(FACTS, rules, strict=True):
        if rule and fact.quote not in missing:
            question = worded(fact, rule)
            name = ids.unique(question.id, [other.id for other in made])
            made.append(replace(question, id=name))
    made += [TABLE] * draw(st.integers(0, 1))
    words = " ".join(sentence for sentence in SENTENCES if sentence not in missing)
    file = QuestionFile(
        briefquiz="1",
        id="b",
        title=draw(st.sampled_from(["One", "Two"])),
        brief=BriefRef(file="b.md", sha256=ids.short_hash(words)),
        questions=tuple(map(bank.signed, made)),
    )
    return Draft(bank.remembering(file), words)


def fact_of(question: Question) -> tuple[str, ...]:
    if isinstance(question, OrderQuestion):
        return ("table",)
    return question.kind, question.source[0].quote, *question.fact.values()


# --- a person's edits ---


@dataclass(slots=True)
class Block:
    """A question as its lines, what stands above it, and whether a person has touched it."""

    id: str
    lines: list[str]
    drafted: tuple[str, ...] = ()
    above: list[str] = field(default_factory=list)

    @property
    def touched(self) -> bool:
        """Whether the question says or looks other than drafted, or has a comment."""
        return tuple(self.lines) != self.drafted or self.above[-1:] not in ([], [""])

    def line(self, key: str) -> int:
        """The line of a key; the last line if there is none."""
        found = [n for n, line in enumerate(self.lines) if line.lstrip("- ").startswith(f"{key}:")]
        return found[0] if found else len(self.lines) - 1

    def can_take(self, edit: str) -> bool:
        """Whether the edit leaves a sound question: one in braces takes none inside."""
        in_braces = len(self.lines) == 1
        table = "type: order" in "".join(self.lines)
        return edit == "comment above" or not (in_braces or (table and edit == "answer"))

    def entries(self) -> list[list[str]]:
        """The lines of each key."""
        out: list[list[str]] = []
        for line in self.lines:
            if re.match(r"    ?[a-z#]|  - ", line):
                out.append([])
            out[-1].append(line)
        return out


def set_line(key: str, text: str) -> Callable[[Block, int], None]:
    """The key with another value where it stands, or as a new line where it would be written."""

    def edit(block: Block, number: int) -> None:
        entries = block.entries()
        keys = [entry[0].strip().partition(":")[0] for entry in entries]
        place = keys.index(key) if key in keys else keys.index("status")
        entries[place : place + (key in keys)] = [[f"    {key}: {text}".replace("N", str(number))]]
        block.lines = [line for entry in entries for line in entry]

    return edit


def comment_inside(block: Block, number: int) -> None:
    at = number % len(block.entries())
    lines = [e if n != at else [*e, f"    # mine {number}"] for n, e in enumerate(block.entries())]
    block.lines = [line for entry in lines for line in entry]


def comment_behind(block: Block, number: int) -> None:
    block.lines[block.line("kind")] += f"  # mine {number}"


def comment_above(block: Block, number: int) -> None:
    block.above.append(f"  # mine {number}")


def keys_turned_round(block: Block, number: int) -> None:
    first, *rest = block.entries()
    block.lines = [line for entry in [first, *reversed(rest)] for line in entry]


def in_braces(block: Block, number: int) -> None:
    (data,) = yaml.load("\n".join(block.lines), Loader=yaml.BaseLoader)
    said = yaml.dump(data, default_flow_style=True, width=10**6, allow_unicode=True).strip()
    block.lines = [f"  - {said}"]


TOUCHING: Mapping[str, Callable[[Block, int], None]] = {
    "prompt": set_line("prompt", "'mine N: # \"why\"'"),
    "answer": set_line("answer", "mine"),
    "tags": set_line("tags", "[mine-N]"),
    "points": set_line("points", "2 # mine N"),
    "approve": set_line("status", "approved"),
    "reject": set_line("status", "rejected  # mine N"),
    "fact": set_line("fact", "{value: mine}"),
    "comment inside": comment_inside,
    "comment behind": comment_behind,
    "comment above": comment_above,
    "keys turned round": keys_turned_round,
    "in braces": in_braces,
}
EDITS = (*TOUCHING, "delete", "move", "own", "comment apart")


@dataclass(slots=True)
class Person:
    """A question file in a person's hands."""

    head: str
    blocks: list[Block]
    deleted: list[str] = field(default_factory=list)
    own: int = 0

    def edit(self, name: str, where: int, number: int) -> None:
        if name == "own":
            self.own += 1
            own = f'  - id: own-{self.own}\n    kind: date\n    type: short\n    prompt: "N"\n'
            lines = f"{own}    answer: x\n    status: ready".split("\n")
            self.blocks.insert(where % (len(self.blocks) + 1), Block("", lines))
        if not self.blocks or name == "own":
            return
        block = self.blocks[where % len(self.blocks)]
        if name == "delete":
            self.blocks.remove(block)
            self.deleted.append(block.id)
        elif name == "move":
            self.blocks.remove(block)
            self.blocks.insert(number % (len(self.blocks) + 1), block)
        elif name == "comment apart":
            block.above = [
                f"# mine {number}",
                "",
                *[line for line in block.above if line[:1] == " "],
            ]
        elif block.can_take(name):
            TOUCHING[name](block, number)


@dataclass(frozen=True, slots=True)
class Style:
    """How a person's editor leaves the file."""

    newline: str
    bom: str
    indent: int
    spaced: bool
    final: bool

    def lines(self, lines: list[str]) -> str:
        moved = [
            line[-self.indent :] if self.indent < 0 and line[:2] == "  " else
            " " * self.indent + line if line else line
            for line in lines
        ]  # fmt: skip
        return self.newline.join(moved)

    def one(self, line: str) -> str:
        return self.lines([line])

    def text(self, person: Person) -> str:
        between = self.newline * (2 if self.spaced else 1)
        blocks = [self.lines([*block.above, *block.lines]) for block in person.blocks]
        head = person.head.replace("\n", self.newline)
        if not blocks:
            return f"{self.bom}{head.rstrip()} []{self.newline * self.final}"
        return f"{self.bom}{head}{between.join(blocks)}{self.newline * self.final}"


styles = st.builds(
    Style,
    newline=st.sampled_from(["\n", "\r\n"]),
    bom=st.sampled_from(["", "\ufeff"]),
    indent=st.sampled_from([0, 0, 2, -2]),
    spaced=st.booleans(),
    final=st.booleans(),
)
edits = st.tuples(st.sampled_from(EDITS), st.integers(0, 9), st.integers(1, 99))


def in_hands(draft: Draft) -> Person:
    head, _, rest = bank.dump(draft.file).partition("\nquestions:")
    blocks = [block.split("\n") for block in rest.strip("\n").split("\n\n") if "id:" in block]
    names = [question.id for question in draft.file.questions]
    made = [Block(name, lines, tuple(lines)) for name, lines in zip(names, blocks, strict=True)]
    return Person(f"{head}  # mine\nquestions:\n", made)


# --- what must hold ---


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
