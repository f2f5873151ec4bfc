"""The two note types: fields and templates with identities that never change.

With permanent ids a field or template may be renamed and Anki still updates decks in use.
Adding one needs no second note type: four spare fields are there already.
"""

from dataclasses import dataclass
from functools import cache
from importlib import resources

from briefquiz import ids

MODIFIED = 1795590700
"""When fields, templates or styling last changed (seconds since 1970). Raise it with each change.

It belongs to the release and not to a deck: all decks of one reader share these note types, and
a styling of their own must survive the import of a deck that is merely younger.
"""

SHARED = {
    "Hint": 105,
    "Explanation": 106,
    "Evidence": 107,
    "Brief": 108,
    "Place": 109,
    "Date": 110,
    "Kind": 111,
    "Context": 112,
    "Steps": 113,
    "Picture": 114,
    "Lang": 116,
    "Spare 1": 121,
    "Spare 2": 122,
    "Spare 3": 123,
    "Spare 4": 124,
}
"""Field name → permanent id. An id means the same thing in both note types."""


@dataclass(frozen=True, slots=True)
class NoteType:
    """What Anki calls a note type. `fields` are (name, permanent id) in order of the ids."""

    id: int
    name: str
    fields: tuple[tuple[str, int], ...]
    template_id: int
    front: str
    back: str
    css: str
    is_cloze: bool

    @property
    def hash(self) -> str:
        """Hash of all that Anki would update."""
        fields = [f"{number} {name}" for name, number in self.fields]
        return ids.short_hash(self.name, *fields, self.front, self.back, self.css, length=16)


def _file(name: str) -> str:
    folder = resources.files("briefquiz.outputs") / "templates" / "anki"
    return (folder / name).read_text("utf-8")


def _template(name: str) -> str:
    return _file(f"{name}.html").replace("/* shuffle.js */", _file("shuffle.js").strip()).strip()


def _fields(own: dict[str, int]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted({**own, **SHARED}.items(), key=lambda field: field[1]))


@cache
def basic() -> NoteType:
    """Briefquiz: a prompt, an answer, and perhaps options or a box to type in."""
    own = {"Id": 100, "Prompt": 101, "Answer": 102, "Options": 103, "Right": 104, "Typed": 115}
    return NoteType(
        id=1795571240917,
        name="Briefquiz",
        fields=_fields(own),
        template_id=151,
        front=_template("briefquiz-front"),
        back=_template("briefquiz-back"),
        css=_file("card.css"),
        is_cloze=False,
    )


@cache
def cloze() -> NoteType:
    """Briefquiz Cloze: a text with gaps, one card a gap."""
    return NoteType(
        id=1795571240918,
        name="Briefquiz Cloze",
        fields=_fields({"Id": 100, "Text": 101}),
        template_id=152,
        front=_template("cloze-front"),
        back=_template("cloze-back"),
        css=_file("card.css"),
        is_cloze=True,
    )


@cache
def all_types() -> dict[str, NoteType]:
    """Name → note type."""
    return {note_type.name: note_type for note_type in (basic(), cloze())}
