"""The test that lists the items of a QTI 2.1 package, and the manifest that lists the files."""

from collections.abc import Iterator, Mapping

from briefquiz.outputs.exports.graded import item_key, quiz_key
from briefquiz.outputs.exports.markup import Tag, legible, tag
from briefquiz.outputs.exports.pieces import about, language
from briefquiz.outputs.exports.qti21.item import NAMESPACE, XSI
from briefquiz.outputs.exports.qti21.parts import Body
from briefquiz.quiz import Item, Quiz

MANIFEST = "imsmanifest.xml"
TEST = "test.xml"
LOM = "http://ltsc.ieee.org/xsd/LOM"
METADATA = "http://www.imsglobal.org/xsd/imsqti_metadata_v2p1"


def test_file(quiz: Quiz) -> Tag:
    """The root of the test: one section, every item in the order of the file, scores added up."""
    items = (
        tag(
            "assessmentItemRef",
            {"identifier": item_key(quiz, item), "href": _href(quiz, item), "fixed": "true"},
        )
        for item in quiz.items
    )
    return tag(
        "assessmentTest",
        {
            "xmlns": NAMESPACE,
            **XSI,
            "identifier": quiz_key(quiz),
            "title": quiz.title,
            "toolName": "briefquiz",
        },
        tag(
            "outcomeDeclaration",
            {
                "identifier": "SCORE",
                "cardinality": "single",
                "baseType": "float",
                "normalMaximum": str(quiz.points),
            },
        ),
        tag(
            "testPart",
            {
                "identifier": "part",
                "navigationMode": "nonlinear",
                "submissionMode": "simultaneous",
            },
            tag(
                "assessmentSection",
                {"identifier": "section", "title": quiz.title, "visible": "false"},
                *items,
            ),
        ),
        tag(
            "outcomeProcessing",
            {},
            tag(
                "setOutcomeValue",
                {"identifier": "SCORE"},
                tag("sum", {}, tag("testVariables", {"variableIdentifier": "SCORE"})),
            ),
        ),
    )


def manifest_file(quiz: Quiz, bodies: Mapping[str, Body]) -> Tag:
    """The root of the manifest. Kind and tags of a question are the keywords of its item."""
    test = tag(
        "resource",
        {"identifier": quiz_key(quiz), "type": "imsqti_test_xmlv2p1", "href": TEST},
        tag("metadata", {}, _lom(quiz, quiz.title, about(quiz), ())),
        tag("file", {"href": TEST}),
        *(tag("dependency", {"identifierref": item_key(quiz, item)}) for item in quiz.items),
    )
    return tag(
        "manifest",
        {
            "xmlns": "http://www.imsglobal.org/xsd/imscp_v1p1",
            "xmlns:imsmd": LOM,
            "xmlns:imsqti": METADATA,
            "identifier": quiz_key(quiz, "package"),
        },
        tag(
            "metadata",
            {},
            tag("schema", {}, "QTIv2.1 Package"),
            tag("schemaversion", {}, "1.0.0"),
        ),
        tag("organizations"),
        tag("resources", {}, test, *_item_resources(quiz, bodies)),
    )


def _item_resources(quiz: Quiz, bodies: Mapping[str, Body]) -> Iterator[Tag]:
    for item in quiz.items:
        kind = tag("imsqti:interactionType", {}, bodies[item.id].kind)
        yield tag(
            "resource",
            {
                "identifier": item_key(quiz, item),
                "type": "imsqti_item_xmlv2p1",
                "href": _href(quiz, item),
            },
            tag(
                "metadata",
                {},
                _lom(quiz, item.id, "", (item.kind, *item.tags)),
                tag("imsqti:qtiMetadata", {}, kind),
            ),
            tag("file", {"href": _href(quiz, item)}),
        )


def _href(quiz: Quiz, item: Item) -> str:
    return f"items/{item_key(quiz, item)}.xml"


def _lom(quiz: Quiz, title: str, description: str, keywords: tuple[str, ...]) -> Tag:
    spoken = {"language": quiz.lang} if language(quiz.lang) else {}

    def said(name: str, text: str) -> Tag:
        return tag(f"imsmd:{name}", {}, tag("imsmd:string", spoken, legible(text)))

    return tag(
        "imsmd:lom",
        {},
        tag(
            "imsmd:general",
            {},
            said("title", title),
            *([said("description", description)] if description else []),
            *(said("keyword", word) for word in keywords),
        ),
    )
