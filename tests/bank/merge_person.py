"""A person's edits of a question file, made with plain string operations."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import yaml
from hypothesis import strategies as st

from briefquiz import bank
from tests.bank.merge_world import Draft


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
