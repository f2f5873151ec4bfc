"""The generated parts of the pages in docs/: what the schema and the rules say of themselves."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from briefquiz import bank
from briefquiz.questions import Question
from briefquiz.questions.choice import ChoiceQuestion
from briefquiz.questions.item_writing import RULES, Rule
from briefquiz.questions.true_false import TrueFalseQuestion

Schema = Mapping[str, Any]

EXAMPLES = {
    "choice": """\
    kind: date
    type: choice
    prompt: "In which year was the ferry line to Ostry opened?"
    answer: "2022"
    distractors:
      - "2021"
      - {text: "2023", why: "the year of the first figures"}
    last: "None of these"
    order: sorted""",
    "multi": """\
    kind: actor
    type: multi
    prompt: "Which towns are ports of the ferry?"
    answers: ["Lindhaven", "Ostry"]
    distractors: ["Vellmar"]""",
    "true_false": """\
    kind: date
    type: true_false
    prompt: "The ferry line was opened in 2021."
    answer: false
    explain: "It was opened a year later.\"""",
    "short": """\
    kind: actor
    type: short
    prompt: "Which ministry opened the ferry line?"
    answer: "the Ministry of Transport"
    accept: ["Transport Ministry"]""",
    "number": """\
    kind: number
    type: number
    prompt: "About how much did the ferry line cost?"
    answer: "around 40"
    unit: "million euros"
    tolerance: 2""",
    "cloze": """\
    kind: number
    type: cloze
    prompt: "In 2023 the ferry carried [[310,000|a number]] passengers to [[Ostry]].\"""",
    "match": """\
    kind: actor
    type: match
    prompt: "Who did what?"
    pairs:
      - ["the ministry", "opened the line"]
      - ["the council", "closed the airfield"]
    extra: ["sold the ferry"]""",
    "order": """\
    kind: date
    type: order
    prompt: "Put in order, the earliest first."
    items: ["the line opens", "the airfield closes", "one in three may have moved away"]""",
    "open": """\
    kind: cause
    type: open
    prompt: "Why did the council close the airfield?"
    model: "Because few islanders used it."
    rubric: [{points: 1, text: "few used it"}, {points: 1, text: "islanders"}]
    points: 2
    lines: 3""",
}


def reference() -> str:
    """The keys of the file and of every type of question, as tables."""
    schema = bank.json_schema()
    definitions = schema["definitions"]
    types = {word: definitions[kind.__name__] for word, kind in bank.TYPES_BY_NAME.items()}
    shared = set.intersection(*(set(definition["properties"]) for definition in types.values()))
    first = next(iter(types.values()))
    common = {key: value for key, value in first["properties"].items() if key in shared - {"type"}}
    out = ["## The file\n", *table(schema["properties"], schema["required"])]
    out += ["\nA file has `questions` or `include`, never both.\n", "\n### `brief`\n"]
    out += table(**part(definitions, "BriefRef"))
    out += ["\n## Every question\n"]
    out += table(common, [key for key in first["required"] if key in shared])
    out += ["\n`type` is the word in the headings below.\n", "\n### `source`\n"]
    out += table(**part(definitions, "Source"))
    out += ["\n### `made`\n", *table(**part(definitions, "Made"))]
    option = definitions["Option"]["anyOf"][1]
    out += ["\n### `distractors`\n", "Each a text, or a text that says why it is wrong:\n"]
    out += table(option["properties"], option["required"])
    for word, definition in types.items():
        own = {k: v for k, v in definition["properties"].items() if k not in shared}
        out += [f"\n## `type: {word}`\n", f"{definition['description']}\n"]
        out += [*table(own, definition["required"]), ""] if own else []
        if "rubric" in own:
            out += ["Each line of a `rubric`:\n", *table(**part(definitions, "Criterion")), ""]
        out += ["```yaml", *example(word), "```"]
    return "\n".join(out)


def part(definitions: Schema, name: str) -> dict[str, Any]:
    definition = definitions[name]
    return {"keys": definition["properties"], "required": definition.get("required", ())}


def example(word: str) -> list[str]:
    return [f"  - id: {word.replace('_', '-')}", *EXAMPLES[word].splitlines()]


def table(keys: Schema, required: Any) -> list[str]:
    rows = ["| key | what it holds | |", "|---|---|---|"]
    for key, entry in keys.items():
        needed = "needed" if key in required else default(entry)
        rows.append(
            f"| `{key}` | {entry.get('description', '').replace('|', chr(92) + '|')} | {needed} |"
        )
    return rows


def default(entry: Schema) -> str:
    """What holds if the key is left out, where that is worth a word."""
    value = entry.get("default")
    return f"else {value}" if isinstance(value, int) or (isinstance(value, str) and value) else ""


def rules() -> str:
    """The rules of item writing: why, who found out, and what breaks them."""
    return "\n".join(line for rule in RULES for line in _rule(rule))


def _rule(rule: Rule) -> Iterator[str]:
    yield f"**`{rule.name}`** {rule.why} *{rule.source}.*\n"
    questions = rule.breaks if len({q.id for q in rule.breaks}) > 1 else rule.breaks[:1]
    shown = "; ".join(_shown(question) for question in questions[:2])
    yield f"> {shown}\n"


def _shown(question: Question) -> str:
    text = f"“{question.prompt}”"
    if isinstance(question, ChoiceQuestion):
        wrong = ", ".join(option.text for option in question.distractors)
        text += f" – **{question.answer}**, {wrong}"
    elif isinstance(question, TrueFalseQuestion):
        text += f" – {str(question.answer).lower()}"
    elif hasattr(question, "answer"):
        text += f" – {question.answer}"
    if question.source:
        text += f" (the brief: “{question.source[0].quote}”)"
    return re.sub(r"_{2,}", "……", text)


BLOCKS = {"rules": rules, "reference": reference}


def filled(page: str) -> str:
    """The page with its generated blocks as they should be."""
    return re.sub(
        r"(<!-- generated: (\w+) -->\n).*?(<!-- end -->)",
        lambda match: f"{match[1]}\n{BLOCKS[match[2]]()}\n\n{match[3]}",
        page,
        flags=re.DOTALL,
    )
