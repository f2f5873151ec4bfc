"""Random quizzes in which every text is one word that stands nowhere else, to find it on paper."""

from hypothesis import strategies as st

from briefquiz.quiz import (
    Choice,
    Choices,
    Essay,
    Figure,
    Gap,
    Gaps,
    Item,
    Option,
    Order,
    Pairs,
    Quiz,
    Response,
    Sequence,
    TrueFalse,
    Words,
)

SHAPES = ("choice", "choices", "true", "words", "figure", "gaps", "pairs", "sequence", "essay")
ORDERS: tuple[Order, ...] = ("shuffle", "sorted", "listed")


@st.composite
def word_quizzes(draw: st.DrawFn, most: int = 14) -> Quiz:
    """A quiz of up to so many items."""
    items = tuple(_item(draw, number) for number in range(draw(st.integers(1, most))))
    name = draw(st.text("abcdef", min_size=1, max_size=8))
    return Quiz(name="random", id=name, title="Random", items=items)


def _item(draw: st.DrawFn, number: int) -> Item:
    shape = draw(st.sampled_from(SHAPES))
    size = draw(st.integers(2, 6))
    return Item(
        id=f"item-{number}",
        kind="actor",
        prompt=f"ask{number:03}",
        response=_response(draw, shape, f"t{number:03}", size),
        points=draw(st.integers(1, 6)),
    )


def _response(draw: st.DrawFn, shape: str, own: str, size: int) -> Response:
    words = [f"{own}o{place}" for place in range(size)]
    more = draw(st.integers(0, 2))
    wrong = tuple(Option(word, f"why{word}") for word in words[1:])
    match shape:
        case "choice":
            last = f"{own}last" if more else ""
            order = draw(st.sampled_from(ORDERS))
            if order == "sorted":  # years that stand nowhere else in the quiz
                first = 1500 + 10 * int(own[1:])
                years = draw(st.permutations([str(first + place) for place in range(size)]))
                wrong = tuple(Option(year, f"why{year}") for year in years[1:])
                return Choice(years[0], wrong, last, order)
            return Choice(words[0], wrong, last, order)
        case "choices":
            right = draw(st.integers(1, size))
            return Choices(tuple(words[:right]), wrong[right - 1 :])
        case "true":
            return TrueFalse(more > 0)
        case "words":
            return Words(words[0])
        case "figure":
            return Figure(words[0], "weeks")
        case "gaps":
            return Gaps(tuple(part for word in words for part in (f"{word}text ", Gap(word))))
        case "pairs":
            years = [f"{1910 - place}" for place in range(size)]
            rights = years if draw(st.booleans()) else [f"{word}r" for word in words]
            return Pairs(
                tuple(zip(words, rights, strict=True)), tuple(f"{own}x{n}" for n in range(more))
            )
        case "sequence":
            return Sequence(tuple(words))
        case _:
            return Essay(f"{own}model", (), 2)
