"""Shapes answered by picking, joining or ordering what is there."""

from briefquiz.outputs import arrange
from briefquiz.outputs.exports import graded
from briefquiz.outputs.exports.markup import Tag, broken, tag
from briefquiz.outputs.exports.qti21.parts import (
    RESPONSE,
    Body,
    correct,
    declaration,
    flag,
    mapping,
    xml_id,
)
from briefquiz.quiz import Choice, Choices, Item, Pairs, Quiz, Sequence, TrueFalse


def choice(quiz: Quiz, item: Item, response: Choice | TrueFalse) -> Body:
    """One option to pick, or true or false."""
    shuffled = isinstance(response, Choice) and arrange.is_shuffled(response)
    options = graded.options(quiz, item, response)
    right = tuple(xml_id(option.key) for option in options if option.right)
    return Body(
        "choiceInteraction",
        (declaration(RESPONSE, "identifier", "single", right, mapping(right)),),
        (_choice_interaction(item, options, most=1, shuffled=shuffled),),
        mapped=(RESPONSE,),
        whys={xml_id(option.key): option.why for option in options if option.why},
    )


def choices(quiz: Quiz, item: Item, response: Choices) -> Body:
    """Part of the points for part of the answers; a wrong option takes one share away."""
    options = graded.options(quiz, item, response)
    right = tuple(xml_id(option.key) for option in options if option.right)
    wrong = tuple(xml_id(option.key) for option in options if not option.right)
    return Body(
        "choiceInteraction",
        (declaration(RESPONSE, "identifier", "multiple", right, mapping(right, wrong)),),
        (_choice_interaction(item, options, most=0, shuffled=True),),
        mapped=(RESPONSE,),
        most=len(right),
        whys={xml_id(option.key): option.why for option in options if option.why},
    )


def _choice_interaction(
    item: Item, options: tuple[graded.Option, ...], *, most: int, shuffled: bool
) -> Tag:
    return tag(
        "choiceInteraction",
        {"responseIdentifier": RESPONSE, "shuffle": flag(shuffled), "maxChoices": str(most)},
        tag("prompt", {}, *broken(item.prompt)),
        *(_simple_choice(option) for option in options),
    )


def _simple_choice(option: graded.Option) -> Tag:
    fixed = {"fixed": "true"} if option.pinned else {}
    return tag("simpleChoice", {"identifier": xml_id(option.key), **fixed}, *broken(option.text))


def pairs(quiz: Quiz, item: Item, response: Pairs) -> Body:
    """Left sides to join to right sides: part of the points for part of the pairs."""
    texts = [right for _, right in response.pairs] + list(response.extra)
    lefts = [xml_id(key) for key in graded.keys(quiz, item, "left", len(response.pairs))]
    rights = [xml_id(key) for key in graded.keys(quiz, item, "right", len(texts))]
    printed = [option.text for option in arrange.right_sides(quiz, item, response)]
    right = tuple(f"{a} {b}" for a, b in zip(lefts, rights, strict=False))
    lids = zip(lefts, (left for left, _ in response.pairs), strict=True)
    return Body(
        "matchInteraction",
        (declaration(RESPONSE, "directedPair", "multiple", right, mapping(right)),),
        (
            tag(
                "matchInteraction",
                {
                    "responseIdentifier": RESPONSE,
                    "shuffle": "false",
                    "maxAssociations": str(len(right)),
                },
                tag("prompt", {}, *broken(item.prompt)),
                tag("simpleMatchSet", {}, *(_associable(key, text) for key, text in lids)),
                tag(
                    "simpleMatchSet",
                    {},
                    *(
                        _associable(rights[place], texts[place])
                        for place in graded.places(printed, texts)
                    ),
                ),
            ),
        ),
        mapped=(RESPONSE,),
        most=len(right),
    )


def _associable(key: str, text: str) -> Tag:
    return tag("simpleAssociableChoice", {"identifier": key, "matchMax": "1"}, *broken(text))


def sequence(quiz: Quiz, item: Item, response: Sequence) -> Body:
    """Things to put in order: all points or none."""
    right = tuple(xml_id(key) for key in graded.keys(quiz, item, "step", len(response.items)))
    printed = graded.places(arrange.scrambled(quiz, item, response), list(response.items))
    return Body(
        "orderInteraction",
        (declaration(RESPONSE, "identifier", "ordered", right),),
        (
            tag(
                "orderInteraction",
                {"responseIdentifier": RESPONSE, "shuffle": "false"},
                tag("prompt", {}, *broken(item.prompt)),
                *(
                    tag("simpleChoice", {"identifier": right[at]}, *broken(response.items[at]))
                    for at in printed
                ),
            ),
        ),
        correct(RESPONSE),
    )
