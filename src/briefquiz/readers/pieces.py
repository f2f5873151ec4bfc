"""What the readers of single formats hand over: pieces of a text, still with their furniture."""

from dataclasses import dataclass

from briefquiz.brief import BlockKind

ROW = "|"  # the mark of a table row: no prose, but a letterhead set in columns may hold the date
MEMO = ":"  # the mark of a memorandum's head, which keeps its lines


@dataclass(frozen=True, slots=True)
class Piece:
    """One heading, paragraph or list item as found, not yet judged to be prose.

    `text` may span lines; `mark` is the bullet or number that stood before it ("•", "2.1", "(a)",
    "" for none) and `label` a run-in label that the format itself sets apart ("Age").
    `sure` says that the format marks a heading as one; False is a guess from its looks.
    """

    kind: BlockKind
    text: str
    mark: str = ""
    label: str = ""
    sure: bool = False

    @property
    def words(self) -> int:
        """How many words the text has."""
        return len(self.text.split())


@dataclass(frozen=True, slots=True)
class Front:
    """What a brief says about itself; "" for what it does not say. `published` is ISO 8601."""

    title: str = ""
    published: str = ""
    source: str = ""
    author: str = ""

    def __or__(self, other: "Front") -> "Front":
        """Take from `other` only what is missing here."""
        return Front(
            self.title or other.title,
            self.published or other.published,
            self.source or other.source,
            self.author or other.author,
        )


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file as one format's reader leaves it: its front matter and its pieces, in order."""

    front: Front
    pieces: tuple[Piece, ...]
