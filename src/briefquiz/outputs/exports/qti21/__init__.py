"""`<name>-qti21.zip`: an IMS QTI 2.1 package, one file an item, a test, and the manifest."""

from briefquiz.outputs.exports.archive import zipped
from briefquiz.outputs.exports.graded import item_key
from briefquiz.outputs.exports.markup import document
from briefquiz.outputs.exports.qti21.bodies import body
from briefquiz.outputs.exports.qti21.item import item_file
from briefquiz.outputs.exports.qti21.package import MANIFEST, TEST, manifest_file, test_file
from briefquiz.quiz import Artifact, Exported, Loss, Quiz


def export(quiz: Quiz) -> Exported:
    """The package; none for a quiz without items."""
    if not quiz.items:
        return Exported(())
    bodies = {item.id: body(quiz, item) for item in quiz.items}
    files = {
        MANIFEST: document(manifest_file(quiz, bodies)),
        TEST: document(test_file(quiz)),
        **{
            f"items/{item_key(quiz, item)}.xml": document(item_file(quiz, item, bodies[item.id]))
            for item in quiz.items
        },
    }
    losses = tuple(
        Loss(item.id, message) for item in quiz.items for message in bodies[item.id].losses
    )
    return Exported((Artifact(f"{quiz.name}-qti21.zip", zipped(files)),), losses)
