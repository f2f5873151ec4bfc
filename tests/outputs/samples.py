"""Quizzes to test outputs with: one with every response shape, a long one, and hostile texts."""

from dataclasses import replace
from pathlib import Path

from briefquiz import bank
from briefquiz.pipeline.compiling import to_quiz
from briefquiz.quiz import (
    Choice,
    Choices,
    Criterion,
    Essay,
    Figure,
    Gap,
    Gaps,
    Item,
    Option,
    Pairs,
    Quiz,
    Response,
    Sequence,
    Source,
    TrueFalse,
    Words,
)

ITEMS = (
    Item(
        id="act-signed",
        kind="date",
        prompt="When did President Joe Biden sign the CHIPS and Science Act?",
        response=Choice(
            "9 August 2022",
            (
                Option("7 October 2022", "the day BIS restricted exports to China"),
                Option("3 July 2023", "the day China announced licences for gallium"),
                Option("21 September 2023", "the day the European Chips Act came into force"),
            ),
            order="sorted",
        ),
        explain="Money came first, controls second.",
        sources=(
            Source(
                "On 9 August 2022 President Joe Biden signed the CHIPS and Science Act, which set "
                "aside $52.7 billion for the industry.",
                2,
            ),
        ),
        tags=("law", "united states"),
    ),
    Item(
        id="orders-cancelled",
        kind="cause",
        prompt="Why did carmakers cancel orders for chips in the spring of 2020?",
        response=Choice(
            "They expected the pandemic to depress sales.",
            (
                Option(
                    "Demand for laptops and games consoles was booming.",
                    "explains who took the free capacity, not why it was free",
                ),
                Option("No capacity was left at the foundries.", "came later"),
                Option("Their assembly lines had been forced to stop."),
            ),
            last="None of these",
        ),
        sources=(
            Source(
                "In the spring of 2020 carmakers cancelled orders for chips because they expected "
                "the pandemic to depress sales.",
                1,
            ),
        ),
    ),
    Item(
        id="in-force-2023",
        kind="date",
        prompt="Which of these took effect in 2023?",
        response=Choices(
            (
                "Japan’s controls on equipment",
                "China’s licences for gallium",
                "the European Chips Act",
            ),
            (
                Option("the American restrictions on advanced chips", "since 7 October 2022"),
                Option("Beijing’s ban on sales to the United States", "since 3 December 2024"),
            ),
        ),
        points=3,
        sources=(
            Source("Japan placed 23 types of equipment under control from 23 July 2023.", 3),
            Source("The European Chips Act has been in force since 21 September 2023.", 6),
        ),
    ),
    Item(
        id="delay-or-hasten",
        kind="cause",
        prompt="Critics argue that export controls may delay China’s self-sufficiency.",
        response=TrueFalse(False),
        explain="They argue that controls may hasten it.",
        sources=(
            Source(
                "Critics therefore argue that export controls may hasten the very "
                "self-sufficiency they were meant to prevent.",
                5,
            ),
        ),
    ),
    Item(
        id="only-maker",
        kind="actor",
        prompt="Which company alone makes machines for extreme ultraviolet lithography?",
        response=Words("ASML", ("ASML Holding",)),
        sources=(
            Source(
                "One Dutch company, ASML, is the only maker of machines for extreme ultraviolet "
                "lithography.",
                3,
            ),
        ),
    ),
    Item(
        id="money-set-aside",
        kind="number",
        prompt="How much did the CHIPS and Science Act set aside for the industry?",
        response=Figure("52.7 billion", "$", "0.5", ("52,700 million",)),
        points=2,
        sources=(
            Source("the CHIPS and Science Act, which set aside $52.7 billion for the industry", 2),
        ),
    ),
    Item(
        id="foundries-sold",
        kind="actor",
        prompt="After carmakers had cancelled their orders, ____ sold the capacity to makers of "
        "____ and games consoles.",
        response=Gaps(
            (
                "After carmakers had cancelled their orders, ",
                Gap("foundries"),
                " sold the capacity to makers of ",
                Gap("laptops", "portable computers"),
                " and games consoles.",
            )
        ),
        points=2,
        sources=(
            Source(
                "Foundries therefore sold the capacity to makers of laptops and games consoles.", 1
            ),
        ),
    ),
    Item(
        id="who-did-what",
        kind="actor",
        prompt="Which company did what?",
        response=Pairs(
            (
                ("Nvidia", "designed the A800 and the H800"),
                ("SMIC", "made the processor of the Mate 60 Pro"),
                ("Intel", "put its planned factory in Magdeburg on hold"),
            ),
            ("estimated what the shortage would cost",),
        ),
        points=3,
        sources=(
            Source("Nvidia designed slower chips, the A800 and the H800.", 4),
            Source("a telephone with a 7-nanometre processor made by SMIC", 5),
            Source("Intel, driven by losses, put its planned factory in Magdeburg on hold", 6),
        ),
    ),
    Item(
        id="shortage-chain",
        kind="cause",
        prompt="Put the steps of the shortage in order.",
        response=Sequence(
            (
                "Carmakers cancelled orders for chips.",
                "Foundries sold the capacity to makers of laptops.",
                "Car sales recovered sooner than expected.",
                "Assembly lines stopped.",
            )
        ),
        points=4,
        sources=(
            Source(
                "When car sales recovered sooner than expected, no capacity was left, which in "
                "turn forced assembly lines to stop.",
                1,
            ),
        ),
    ),
    Item(
        id="two-views",
        kind="cause",
        prompt="The brief reports two views of whether the controls work. State both.",
        response=Essay(
            "Critics say that controls may hasten self-sufficiency; supporters reply that such "
            "chips are expensive.",
            (
                Criterion(2, "the critics’ view, told as a view"),
                Criterion(3, "the supporters’ view with their reason"),
            ),
            lines=6,
        ),
        points=5,
        sources=(
            Source("Critics therefore argue that export controls may hasten self-sufficiency.", 5),
            Source("Supporters reply that such chips are expensive."),
        ),
    ),
)


def sample_quiz() -> Quiz:
    """A quiz with every response shape."""
    return Quiz(
        name="chips",
        id="chips-strategy",
        title="How a shortage became a strategy",
        items=ITEMS,
        published="2025-01",
        source="Technology note",
    )


def one_shape(shape: type[Response]) -> Quiz:
    """The sample quiz with the items of one response shape only."""
    items = tuple(item for item in ITEMS if isinstance(item.response, shape))
    return replace(sample_quiz(), items=items)


def long_quiz(count: int = 30) -> Quiz:
    """A quiz of so many items: the sample's, over and over, each with words of its own."""
    items = []
    for number in range(count):
        item = ITEMS[number % len(ITEMS)]
        opening = f"Opening{number:02}: {item.prompt}"
        items.append(
            replace(item, id=f"{item.id}-{number}", prompt=opening, response=_own(item, number))
        )
    return replace(sample_quiz(), name="long", id="long", items=tuple(items))


def _own(item: Item, number: int) -> Response:
    """The response with words that stand nowhere else in the quiz."""
    match item.response:
        case Choice() as response:
            return replace(response, last=f"closing{number:02}")
        case Words(answer=answer):
            return Words(f"{answer} secret{number:02}")
        case Essay(model=model, rubric=rubric, lines=lines):
            return Essay(f"{model} secret{number:02}", rubric, lines)
        case Gaps(parts=parts):
            text = f"Opening{number:02}: {parts[0]}"
            return Gaps((text, Gap(f"secret{number:02}"), *parts[2:], f" closing{number:02}"))
        case Sequence(items=items):
            return Sequence((*items, f"Then closing{number:02}."))
        case _:
            return item.response


EVENTS = (
    ("2020-03", "2020-05", "Carmakers cancelled orders for chips", ""),
    ("2022-08-09", "", "President Joe Biden signed the CHIPS and Science Act", ""),
    ("2023-07", "2023-09", "Chinese purchases from ASML rose sharply", ""),
    ("2023-08", "", "Huawei launched the Mate 60 Pro", ""),
    ("--01-10", "", "Washington tightened its rules once more", ""),
    ("2030", "", "The EU’s share of production reaches 20 per cent", "may"),
)
LINKS = (
    ("Carmakers cancelled orders", "foundries sold the capacity to others", "therefore", ""),
    ("foundries sold the capacity to others", "no capacity was left", "because", ""),
    ("car sales recovered early", "no capacity was left", "when", ""),
    ("the controls", "to a rise in prices", "lead to", ""),
    ("The controls have led to a rise in prices", "endangering the industry", "endangering", ""),
    ("the controls", "China may need nobody", "may hasten", "may"),
    ("the shortage", "Chips sold well", "despite", ""),
)


def known_quiz() -> Quiz:
    """A quiz whose items know events and causal links, and which asks for their order."""
    items = [
        Item(
            id=f"event-{at}",
            kind="date",
            prompt=f"When did this happen? {text}.",
            response=Words(when),
            fact={"when": when, "until": until, "event": text, "hedge": hedge},
        )
        for at, (when, until, text, hedge) in enumerate(EVENTS)
    ]
    items += [
        Item(
            id=f"link-{at}",
            kind="cause",
            prompt=f"What did this lead to? {cause}.",
            response=Essay(effect),
            fact={"cause": cause, "effect": effect, "connective": word, "hedge": hedge},
        )
        for at, (cause, effect, word, hedge) in enumerate(LINKS)
    ]
    order = Sequence(("Orders were cancelled", "The act was signed", "The Mate 60 came"))
    items.append(Item(id="in-time", kind="date", prompt="What came when?", response=order))
    items.append(replace(items[-1], id="in-turn", kind="cause", prompt="What led to what?"))
    return replace(sample_quiz(), name="known", id="known", items=tuple(items))


HOSTILE = (
    "a<b and c>d",
    "growth x <y",
    "p <y ANSWER",
    "<!-- note",
    "--> x",
    "<script>document.title='pwned'</script>",
    "</script></style><b>x",
    "</div></details>",
    "[[type:Answer]]",
    "[sound:x.mp3]",
    "[latex]x[/latex]",
    "[$]x[/$]",
    "[$$]x[/$$]",
    "[anki:tts lang=en_US]x[/anki:tts]",
    "[anki:play:q:0]",
    r"\(x^2\) and C:\[tmp\]",
    r"$x$ and $$y$$ and \begin{a}",
    "{{Prompt}} {{FrontSide}}",
    "{{c1::x}} and {{c2::y::z}}",
    "}} and {{",
    "{% raw %} {{ sheet.title }} {# x #}",
    "std::vector a:b:::c",
    "`tick` ${code} `",
    "'single' \"double\" \\' \\\"",
    "&amp; &lt; &copy &#91; &nbsp;",
    "costs $5, %s, %(x)s, {0}, ~",
    "two  spaces\tand a tab",
    "line one\nline two",
    "bell\x07 nul\x00 sep\x1f end",
    "😀 👩🏽‍🚀 🇪🇺",
    "שלום עולם 1992 (abc).",
    "ab\u202ecd",
    "x" * 300,
    "#hash 1. - * _under_ **md**",
    '"><img src=x onerror=document.title="pwned">',
    "javascript:alert(1)",
)
"""Texts that some reader of our files would take for more than text."""


def hostile_quiz() -> Quiz:
    """A quiz with every hostile text in every place of every response shape."""
    items = tuple(item for at, text in enumerate(HOSTILE) for item in hostile_items(text, f"h{at}"))
    return replace(sample_quiz(), name="hostile", id="hostile", items=items)


def hostile_items(text: str, prefix: str = "h") -> list[Item]:
    """An item of every response shape with the text in every place."""
    responses: tuple[Response, ...] = (
        Choice(f"A {text}", (Option(f"B {text}", text), Option(f"C {text}")), last=f"D {text}"),
        Choices((f"A {text}", f"B {text}"), (Option(f"C {text}", text),)),
        Words(f"A {text}", (text,)),
        Figure(text, text, "", (text,)),
        Gaps((f"P {text} ", Gap(f"A {text}", text), f" {text} ", Gap(f"B {text}"))),
        Pairs(((f"L1 {text}", f"R1 {text}"), (f"L2 {text}", f"R2 {text}")), (text,)),
        Sequence((f"S1 {text}", f"S2 {text}", f"S3 {text}")),
        Essay(f"A {text}", (Criterion(1, text),)),
    )
    return [
        Item(
            id=f"{prefix}-{type(response).__name__.lower()}",
            kind="cause",
            prompt=f"Q {text}",
            response=response,
            explain=text,
            sources=(Source(f"before A {text} after", 1),),
            tags=(text,),
        )
        for response in responses
    ]


def example_quiz() -> Quiz:
    """The worked example, as its exports in decks/ are made from it."""
    file = Path(__file__).parents[2] / "questions/china-kazakhstan.yaml"
    return to_quiz(bank.load(file.read_bytes(), file.name), file.stem)
