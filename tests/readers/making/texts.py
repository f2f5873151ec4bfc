"""What the files say: a text with all that readers trip over, and the briefs of tests/readers/cases.

In FERRY a note mark is {3}, a raised figure {^2}; each kind of file sets them in its own way.
"""

import re
from pathlib import Path

from markdown_it import MarkdownIt

CASES = Path(__file__).parents[1] / "cases"
FILES = Path(__file__).parents[1] / "files"

TITLE = "The Ostvik ferry after five years"
DATE = "14 March 2025"
AUTHOR = "Jana Novak"
SOURCE = "Harbour Research Unit"

# kind, text; a table is rows of cells.
FERRY: tuple[tuple[str, str | tuple[tuple[str, ...], ...]], ...] = (
    (
        "p",
        (
            "The car ferry between Ostvik and Lund Island opened in 2019{1} and has since carried "
            "4.2 million passengers. In 2024 the number of passengers fell by 3%.{2} The operator, "
            "Bay Lines, blames the new bridge at Holm, which was opened to traffic on 6 May 2023."
        ),
    ),
    ("h", "Traffic and money"),
    (
        "p",
        (
            "About 1,240{3} cars use the ferry on a working day, compared with 1,610 in 2022. Fares "
            "rose from €9 to €11 in January 2024. According to the operator, higher fares did not "
            "drive passengers away, since most of them hold a season ticket."
        ),
    ),
    ("caption", "Table 1. Passengers by year, in millions"),
    ("table", (("Year", "Passengers", "Change"), ("2022", "0.93", "+4%"), ("2023", "0.90", "-3%"))),
    ("source", "Source: Bay Lines, annual reports."),
    (
        "p",
        (
            "The island has an area of 61 km{^2} and some 2,300 inhabitants. The cost of the service "
            "to the county was €2.4 million in 2024, of which the state paid a third."
        ),
    ),
    ("h", "What the council decided"),
    ("p", "On 11 February 2025 the council took three decisions:"),
    ("li", "The last boat will leave Ostvik at 23.40 instead of 22.10 from 1 June 2025."),
    ("li", "Two electric vessels will be ordered by the end of 2026, at a cost of €38 million."),
    ("li", "Residents of the island will travel free of charge until 2030."),
    (
        "p",
        (
            "“We cannot let the island become a place that people only leave,” said the mayor of "
            "Ostvik, Petr Dvorak. Because the vessels are built abroad, delivery may slip to 2027."
        ),
    ),
)
NOTES = (
    "Bay Lines, annual report 2019, page 4.",
    "County statistics, table 12.",
    "Average of 2024, both directions.",
)
NOTE = re.compile(r"\{(\d)\}")
POWER = re.compile(r"\{\^(\d)\}")


def marked(text: str, note: str, power: str) -> str:
    """The text with its note marks and powers set by a pattern each (\\1 is the figure)."""
    return POWER.sub(power, NOTE.sub(note, text))


def html(note: str = r"<sup>\1</sup>", *, heading: str = "h2") -> str:
    """FERRY as HTML, without title, head and notes."""
    out: list[str] = []
    for kind, text in FERRY:
        if isinstance(text, tuple):
            rows = ("".join(f"<td>{cell}</td>" for cell in row) for row in text)
            out.append("<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>")
            continue
        words = marked(text, note, r"<sup>\1</sup>")
        tag = {"h": heading, "li": "li", "p": "p"}.get(kind, "p")
        shown = f"<{tag}>{words}</{tag}>" if kind in ("h", "li", "p") else f"<p>{words}</p>"
        out.append(shown)
    return _listed("\n".join(out))


def _listed(text: str) -> str:
    return re.sub(r"(?:<li>.*?</li>\n?)+", lambda match: f"<ul>\n{match[0]}</ul>\n", text)


def brief(name: str) -> str:
    """A brief of tests/readers/cases as HTML."""
    text = (CASES / f"{name}.md").read_text(encoding="utf-8")
    text = re.sub(r"^---\n.*?\n---\n", "", text, flags=re.DOTALL)
    rendered: str = MarkdownIt("commonmark").enable("table").render(text)
    return rendered
