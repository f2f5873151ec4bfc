"""`<name>.tsv`, a card a line: front, tab, back. Quizlet takes it pasted, Anki as a file."""

from briefquiz.outputs.exports.cards import cards, lost
from briefquiz.quiz import Artifact, Exported, Loss, Pairs, Quiz

EXTRA = "the right sides that match nothing"


def export(quiz: Quiz) -> Exported:
    """The table; none for a quiz without items. It has no header, which Quizlet would learn."""
    if not quiz.items:
        return Exported(())
    lines = [
        f"{_unread(card.front)}\t{_unread(card.back)}\n"
        for item in quiz.items
        for card in cards(quiz, item)
    ]
    losses = []
    for item in quiz.items:
        extra = isinstance(item.response, Pairs) and bool(item.response.extra)
        message = lost(item, *([EXTRA] if extra else []))
        if message:
            losses.append(Loss(item.id, message))
    return Exported((Artifact(f"{quiz.name}.tsv", "".join(lines).encode()),), tuple(losses))


def _unread(field: str) -> str:
    """The field, after a space if Anki would take it for a comment or for quoted."""
    return f" {field}" if field.startswith(("#", '"')) else field
