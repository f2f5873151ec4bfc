"""The files of a QTI 1.2 package: the assessment, what Canvas wants to know of it, the manifest."""

from collections.abc import Iterator, Sequence

from briefquiz.outputs.exports.graded import item_key, quiz_key
from briefquiz.outputs.exports.markup import Tag, broken, fragment, legible, tag
from briefquiz.outputs.exports.pieces import about, language, proof
from briefquiz.outputs.exports.qti12.parts import Body, equal, rich
from briefquiz.quiz import Item, Quiz

MANIFEST = "imsmanifest.xml"
META = "assessment_meta.xml"
NAMESPACE = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"
CANVAS = "http://canvas.instructure.com/xsd/cccv1p0"
GENERAL = "general_fb"
"""The feedback that everybody sees once the question is answered. Canvas knows it by this name."""


def assessment_file(quiz: Quiz, bodies: Sequence[Body]) -> Tag:
    """The root of the assessment: one section, every item in the order of the file."""
    items = (_item(quiz, item, body) for item, body in zip(quiz.items, bodies, strict=True))
    return tag(
        "questestinterop",
        {"xmlns": NAMESPACE},
        tag(
            "assessment",
            {"ident": quiz_key(quiz), "title": quiz.title, **language(quiz.lang)},
            tag("qtimetadata", {}, _field("cc_maxattempts", "1")),
            tag("section", {"ident": "root_section"}, *items),
        ),
    )


def _item(quiz: Quiz, item: Item, body: Body) -> Tag:
    """Its title is the question's id, which only teachers see."""
    general = (*body.extra, *proof(item))
    fields = (
        ("question_type", body.kind),
        ("points_possible", f"{item.points}.0"),
        ("assessment_question_identifierref", quiz_key(quiz, f"question {item.id}")),
        ("kind", item.kind),
        *(("tag", label) for label in item.tags),
    )
    return tag(
        "item",
        {"ident": item_key(quiz, item), "title": item.id},
        tag("itemmetadata", {}, tag("qtimetadata", {}, *(_field(*pair) for pair in fields))),
        tag("presentation", {}, rich(*body.stem), *body.responses),
        tag(
            "resprocessing",
            {},
            tag(
                "outcomes",
                {},
                tag(
                    "decvar",
                    {
                        "maxvalue": "100",
                        "minvalue": "0",
                        "varname": "SCORE",
                        "vartype": "Decimal",
                    },
                ),
            ),
            *([_shows(tag("other"), GENERAL)] if general else []),
            *(_shows(equal(key), f"{key}_fb") for key in body.whys),
            *body.conditions,
        ),
        *([_feedback(GENERAL, *general)] if general else []),
        *(_feedback(f"{key}_fb", tag("p", {}, *broken(why))) for key, why in body.whys.items()),
    )


def _field(label: str, entry: str) -> Tag:
    return tag(
        "qtimetadatafield",
        {},
        tag("fieldlabel", {}, label),
        tag("fieldentry", {}, legible(entry)),
    )


def _shows(condition: Tag, feedback: str) -> Tag:
    return tag(
        "respcondition",
        {"continue": "Yes"},
        tag("conditionvar", {}, condition),
        tag("displayfeedback", {"feedbacktype": "Response", "linkrefid": feedback}),
    )


def _feedback(ident: str, *content: Tag) -> Tag:
    return tag("itemfeedback", {"ident": ident}, tag("flow_mat", {}, rich(*content)))


def meta_file(quiz: Quiz) -> Tag:
    """What Canvas keeps of a quiz beside its questions. It is not published by the import."""
    key = quiz_key(quiz)
    where = about(quiz)
    points = f"{quiz.points}.0"
    return tag(
        "quiz",
        {"identifier": key, "xmlns": CANVAS},
        tag("title", {}, legible(quiz.title)),
        tag("description", {}, fragment(tag("p", {}, where)) if where else ""),
        tag("shuffle_answers", {}, "false"),
        tag("scoring_policy", {}, "keep_highest"),
        tag("quiz_type", {}, "assignment"),
        tag("points_possible", {}, points),
        tag("show_correct_answers", {}, "true"),
        tag("allowed_attempts", {}, "1"),
        tag("available", {}, "false"),
        tag(
            "assignment",
            {"identifier": quiz_key(quiz, "assignment")},
            tag("title", {}, legible(quiz.title)),
            tag("workflow_state", {}, "unpublished"),
            tag("quiz_identifierref", {}, key),
            tag("points_possible", {}, points),
            tag("grading_type", {}, "points"),
            tag("submission_types", {}, "online_quiz"),
        ),
    )


def manifest_file(quiz: Quiz) -> Tag:
    """The root of the manifest."""
    key, meta = quiz_key(quiz), quiz_key(quiz, "meta")
    return tag(
        "manifest",
        {
            "xmlns": "http://www.imsglobal.org/xsd/imscp_v1p1",
            "identifier": quiz_key(quiz, "package"),
        },
        tag("metadata", {}, tag("schema", {}, "IMS Content"), tag("schemaversion", {}, "1.1.3")),
        tag("organizations"),
        tag("resources", {}, *_resources(key, meta)),
    )


def _resources(key: str, meta: str) -> Iterator[Tag]:
    yield tag(
        "resource",
        {"identifier": key, "type": "imsqti_xmlv1p2", "href": f"{key}/{key}.xml"},
        tag("file", {"href": f"{key}/{key}.xml"}),
        tag("dependency", {"identifierref": meta}),
    )
    yield tag(
        "resource",
        {
            "identifier": meta,
            "type": "associatedcontent/imscc_xmlv1p1/learning-application-resource",
            "href": f"{key}/{META}",
        },
        tag("file", {"href": f"{key}/{META}"}),
    )
