"""The words of a quiz's sheets in its language, with counts and figures."""

from collections.abc import Mapping
from dataclasses import dataclass

from briefquiz.outputs.labels import labels
from briefquiz.outputs.labels.counting import counted


@dataclass(frozen=True, slots=True)
class Wording:
    """Words by name, those of [sheet] and [paper]; `key`, … are those of other sections."""

    lang: str
    words: Mapping[str, str]

    def __getitem__(self, name: str) -> str:
        return self.words[name]

    def points(self, number: int) -> str:
        """ "3 points"."""
        return counted(self.lang, number, self["points"])

    def questions(self, number: int) -> str:
        """ "3 questions"."""
        return counted(self.lang, number, self["questions"])

    def figure(self, number: float) -> str:
        """A number with at most two decimals and the decimal mark of the language."""
        return f"{number:.2f}".rstrip("0").rstrip(".").replace(".", self["decimal"])


def wording(lang: str, *sections: str) -> Wording:
    """The words of sheet and paper and of further sections, later ones first."""
    words: dict[str, str] = {}
    for section in ("sheet", "paper", *sections):
        words.update(labels(lang, section))
    return Wording(lang, words)
