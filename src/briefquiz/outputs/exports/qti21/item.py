"""One item of a QTI 2.1 package."""

from briefquiz.outputs.exports.graded import item_key
from briefquiz.outputs.exports.markup import Tag, broken, tag
from briefquiz.outputs.exports.pieces import language, proof
from briefquiz.outputs.exports.qti21.parts import RESPONSE, Body
from briefquiz.quiz import Item, Quiz

NAMESPACE = "http://www.imsglobal.org/xsd/imsqti_v2p1"
XSI = {
    "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "xsi:schemaLocation": f"{NAMESPACE} http://www.imsglobal.org/xsd/qti/qtiv2p1/imsqti_v2p1.xsd",
}
GENERAL = "general_fb"
"""The feedback that everybody sees once the question is answered. Canvas knows it by this name."""


def item_file(quiz: Quiz, item: Item, body: Body) -> Tag:
    """The root of the item's file. Its title is the question's id, its score the points."""
    return tag(
        "assessmentItem",
        {
            "xmlns": NAMESPACE,
            **XSI,
            "identifier": item_key(quiz, item),
            "title": item.id,
            "label": item.kind,
            **language(quiz.lang),
            "adaptive": "false",
            "timeDependent": "false",
            "toolName": "briefquiz",
        },
        *body.declarations,
        tag(
            "outcomeDeclaration",
            {
                "identifier": "SCORE",
                "cardinality": "single",
                "baseType": "float",
                "normalMaximum": str(item.points),
            },
            tag("defaultValue", {}, tag("value", {}, "0")),
        ),
        tag(
            "outcomeDeclaration",
            {"identifier": "FEEDBACK", "cardinality": "multiple", "baseType": "identifier"},
        ),
        tag("itemBody", {}, *body.blocks),
        *_processing(item, body),
        *_feedback(item, body),
    )


def _processing(item: Item, body: Body) -> tuple[Tag, ...]:
    rules = [*_scoring(item, body), *_showing(item, body)]
    return (tag("responseProcessing", {}, *rules),) if rules else ()


def _scoring(item: Item, body: Body) -> list[Tag]:
    """All points or none, or the share that the mappings give; nothing where a person marks.

    The share is worked out before it is multiplied, so that all right gives all points exactly.
    """
    points = tag("baseValue", {"baseType": "float"}, str(item.points))
    if body.right:
        return [
            tag("responseCondition", {}, tag("responseIf", {}, body.right, _set("SCORE", points)))
        ]
    if not body.mapped:
        return []
    maps = (tag("mapResponse", {"identifier": name}) for name in body.mapped)
    most = tag("baseValue", {"baseType": "float"}, str(body.most))
    share = tag("divide", {}, tag("sum", {}, *maps), most)
    return [_set("SCORE", tag("product", {}, points, share))]


def _showing(item: Item, body: Body) -> list[Tag]:
    shown = []
    if list(proof(item)):
        shown.append(tag("baseValue", {"baseType": "identifier"}, GENERAL))
    if body.whys:
        shown.append(tag("variable", {"identifier": RESPONSE}))
    return [_set("FEEDBACK", tag("multiple", {}, *shown))] if shown else []


def _set(identifier: str, value: Tag) -> Tag:
    return tag("setOutcomeValue", {"identifier": identifier}, value)


def _feedback(item: Item, body: Body) -> list[Tag]:
    general = tuple(proof(item))
    whys = (body.whys or {}).items()
    return [
        *([_modal(GENERAL, *general)] if general else []),
        *(_modal(key, tag("p", {"class": "why"}, *broken(why))) for key, why in whys),
    ]


def _modal(identifier: str, *content: Tag) -> Tag:
    return tag(
        "modalFeedback",
        {"outcomeIdentifier": "FEEDBACK", "identifier": identifier, "showHide": "show"},
        *content,
    )
