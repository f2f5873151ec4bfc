"""`<name>-qti12.zip`: an IMS QTI 1.2 package as Canvas writes and reads it.

Both its quiz engines were read: Classic Quizzes (the QTI converter of canvas-lms) and New Quizzes
(the parser instructure/qti). Where they differ from the specification, this follows them.
"""

from briefquiz.outputs.exports.archive import zipped
from briefquiz.outputs.exports.graded import quiz_key
from briefquiz.outputs.exports.markup import document
from briefquiz.outputs.exports.qti12.bodies import body
from briefquiz.outputs.exports.qti12.package import (
    MANIFEST,
    META,
    assessment_file,
    manifest_file,
    meta_file,
)
from briefquiz.quiz import Artifact, Exported, Loss, Quiz


def export(quiz: Quiz) -> Exported:
    """The package; none for a quiz without items."""
    if not quiz.items:
        return Exported(())
    bodies = [body(quiz, item) for item in quiz.items]
    key = quiz_key(quiz)
    files = {
        MANIFEST: document(manifest_file(quiz)),
        f"{key}/{key}.xml": document(assessment_file(quiz, bodies)),
        f"{key}/{META}": document(meta_file(quiz)),
    }
    losses = tuple(
        Loss(item.id, message)
        for item, one in zip(quiz.items, bodies, strict=True)
        for message in one.losses
    )
    return Exported((Artifact(f"{quiz.name}-qti12.zip", zipped(files)),), losses)
