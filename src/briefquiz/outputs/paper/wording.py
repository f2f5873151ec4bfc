"""The words of a quiz's sheets in its language, with counts, dates and figures."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from briefquiz.outputs.labels import labels
from briefquiz.outputs.labels.counting import counted

DATE = re.compile(r"(\d{4})-(0[1-9]|1[0-2])(?:-(\d\d))?")


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

    def date(self, published: str) -> str:
        """An ISO 8601 date as words: "2019-01-09" → "9 January 2019". Anything else stays."""
        found = DATE.fullmatch(published)
        if not found:
            return published
        year, month, day = found.groups()
        if not day:
            return f"{self['months'].split()[int(month) - 1]} {year}"
        named = self["months_of"].split()[int(month) - 1]
        return self["day"].format(day=int(day), month=named, year=year)

    def figure(self, number: float) -> str:
        """A number with at most two decimals and the decimal mark of the language."""
        return f"{number:.2f}".rstrip("0").rstrip(".").replace(".", self["decimal"])


def wording(lang: str, *sections: str) -> Wording:
    """The words of sheet and paper and of further sections, later ones first."""
    words: dict[str, str] = {}
    for section in ("sheet", "paper", *sections):
        words.update(labels(lang, section))
    return Wording(lang, words)
